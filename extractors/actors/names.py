"""Names in an article, as found: where they begin and end, without titles, articles, possessives and punctuation."""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import pairwise

import msgspec

from extractors.actors.gazetteer import COUNTRY_WEIGHT, LONGEST_LISTED, SURE_WEIGHT, NameKind, TableEntry, look_up
from extractors.actors.wording import Words, is_acronym
from extractors.lexicons.names import doubtful_titles, landmark_words, name_words, organisation_words, titles

POSSESSIVES = frozenset(("'s", "’s", "'", "’", "s'", "`s"))
DETERMINERS = frozenset("a an the this that these those my our his her its their your former".split())
_SMALL = frozenset("of the and for in on".split())
_DASHES = ("-", "–", "—", "--")
_CONJUNCTIONS = ("and", "or", "/", "vs", "versus")
_WEEKDAYS = frozenset("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())
_FEWEST_BEHIND_BODY = 3
"""Words of an acronym with the given name and surname of somebody behind it."""
_SHORTEST_BODY = 3
"""Letters of an acronym: two are as often somebody's initials."""
_LONGEST_TITLE = 8
"""Tokens of titles before a name: *Deputy Assistant Secretary of State for*."""

Edges = tuple[int, int, NameKind | None]
"""First token, the one after the last, and the kind."""


class Finder(StrEnum):
    """What a name was found by."""

    MODEL = "model"
    TABLE = "table"
    TITLE = "title"
    ACRONYM = "acronym"
    CAPITALS = "capitals"
    KNOWN = "known"
    """Named elsewhere in the article."""


class Name(msgspec.Struct, frozen=True):
    """A mention of somebody or something by name, in tokens."""

    start: int
    end: int
    kind: NameKind | None
    """What its finder takes it for; None where that is open."""
    finder: Finder
    titles: int
    """Where the titles before it begin; `start` where it has none."""


def find_edges(words: Words, start: int, end: int, kind: NameKind | None) -> Iterator[Edges]:
    """The names proper in a run of tokens that somebody takes for one name."""
    for first, last, found in _split(words, start, end, kind):
        part_kind = found
        if part_kind is not None and last == first + 1 and _is_known_in_small(words.texts[first]):
            yield first, last, part_kind
            continue
        begin, stop = _trim(words, first, last)
        if part_kind is NameKind.PERSON and stop - begin > 1 and words.texts[stop - 1] in _WEEKDAYS:
            stop -= 1  # *met Otto Rask Sunday*
        if part_kind is NameKind.PERSON and stop - begin > 1 and words.texts[stop - 1] in name_words().works:
            part_kind = None  # *the Rosa Lind Show*
        if begin < stop:
            begin, stop = _trim(words, begin + _titles_inside(words, begin, stop, part_kind), stop)
        yield from _without_country(words, begin, stop, part_kind)


def _without_country(words: Words, begin: int, stop: int, kind: NameKind | None) -> Iterator[Edges]:
    """A name, apart from a country whose office somebody has: *President of Spain Ana Idan*, or whom they told.

    *Told NKCA Ana Idan had left*: parsers of names take no notice of what is left out between.
    """
    if kind is NameKind.PERSON and stop - begin >= _FEWEST_BEHIND_BODY and _is_body(words.texts[begin]):
        yield begin, begin + 1, NameKind.ORG
        yield begin + 1, stop, kind
        return
    for at in range(begin + 1, min(stop - 1, begin + LONGEST_LISTED)):
        entry = look_up(words.text(begin, at)) if words.texts[at] in name_words().given else None
        if entry is not None and entry.kind is NameKind.GPE and words.at(begin - 1) in ("of", "from", "the"):
            yield begin, at, NameKind.GPE
            yield at, stop, NameKind.PERSON
            return
    if begin < stop:
        yield begin, stop, kind


def _is_body(text: str) -> bool:
    """Whether a word is an acronym, and no initials of somebody."""
    return is_acronym(text) and len(text.replace(".", "")) >= _SHORTEST_BODY and text not in titles()


def find_titles(words: Words, start: int, covered: Sequence[int]) -> int:
    """Where the titles before a name begin: *Defense Minister*, *Secretary of State*; `start` where there are none.

    Args:
        words: the article's.
        start: the first token of the name.
        covered: what is part of a name already, by token; no title reaches into it.
    """
    heads = titles()
    at, first = start, start
    while at and start - at < _LONGEST_TITLE and not covered[at - 1]:
        word = words.texts[at - 1]
        if word == "." and words.at(at - 2) in heads and not words.doc[at - 2].whitespace_:
            at -= 1  # The tokenizer cuts *Col.* in two.
            word = words.texts[at - 1]
        elif not words.capital[at - 1] and word not in heads and (word not in _SMALL or at == start):
            break
        at -= 1
        head = word in heads and (first < start or at == start - 1 or words.texts[at + 1] in ("of", "."))
        modifier = first == at + 1 < start and words.capital[at] and not _leads_no_title(words, at)
        if head or modifier:
            first = at
        elif first < start:
            break
    return first


def _leads_no_title(words: Words, at: int) -> bool:
    """Whether a capitalised word before a title is no part of it: *US*, *The*, *When*."""
    text = words.texts[at]
    return look_up(text) is not None or text in name_words().openers or text.lower() in DETERMINERS | _SMALL


def _split(words: Words, start: int, end: int, kind: NameKind | None) -> Iterator[Edges]:
    """The parts of what is more than one name: at line breaks, brackets, commas, possessives of places and people."""
    cuts = [start - 1]
    for at in range(start, end):
        if _parts(words, cuts[-1] + 1, at, end, kind):
            cuts.append(at)
    for before, after in pairwise([*cuts, end]):
        yield before + 1, after, _kind_of_part(words, before, after, end, kind)


def _kind_of_part(words: Words, before: int, after: int, end: int, kind: NameKind | None) -> NameKind | None:
    """The kind of what stands between two cuts: *Jeremy Tam* of the *Civic Party*, and *Civic Party*’s *Jeremy Tam*."""
    person = kind is NameKind.PERSON
    if words.at(before) in POSSESSIVES and words.at(before + 1) in name_words().given:
        return NameKind.PERSON
    if person and ((words.at(before) == "of") or (after < end and words.texts[after] in POSSESSIVES)):
        return None
    return kind


def _parts(words: Words, first: int, at: int, end: int, kind: NameKind | None) -> bool:
    text, after = words.texts[at], words.at(at + 1)
    if text.isspace() or text in '()[]{};:“”"|•*':
        return True
    if at == first or at + 1 >= end:
        return False
    if text in _DASHES:
        return bool(words.doc[at - 1].whitespace_)
    if text == ",":
        return not (after in name_words().companies or after in ("D.C.", "DC", "Jr.", "Sr."))
    entry = _look_up_part(words, first, at) if text in POSSESSIVES or text in _CONJUNCTIONS else None
    if text in POSSESSIVES:
        country = entry is not None and entry.weight >= COUNTRY_WEIGHT
        owned = after in name_words().given
        return kind in (NameKind.PERSON, NameKind.GPE, NameKind.NORP) or country or owned
    if text == "of" and kind is NameKind.PERSON:
        return words.texts[at - 1] not in titles()
    if text in _CONJUNCTIONS:
        people = kind is NameKind.PERSON and words.is_capital(at + 1) and at - first > 1
        return people or (entry is not None and _look_up_part(words, at + 1, end) is not None)
    return False


def _look_up_part(words: Words, start: int, end: int) -> TableEntry | None:
    """What the tables know of a part; nothing of one so long that looking would cost."""
    return look_up(words.text(start, end)) if end - start <= LONGEST_LISTED else None


def _trim(words: Words, start: int, end: int) -> tuple[int, int]:
    while start < end and not _may_begin(words, start):
        start += 1
    while start < end and not _may_end(words, start, end):
        end -= 1
    return start, end


def _is_known_in_small(text: str) -> bool:
    """Whether a word that somebody takes for a name is a place that the writer did not capitalise."""
    entry = look_up(text.title()) if text.islower() and len(text) > len("usa") else None
    return entry is not None and entry.weight >= SURE_WEIGHT


def _may_begin(words: Words, at: int) -> bool:
    text = words.texts[at]
    if text.lower() in DETERMINERS and (
        text.islower() or text in ("The", "A", "An", "His", "Her", "Its", "Their", "Former")
    ):
        return False
    tied = words.at(at + 1) == "-" and words.is_capital(at + 2)
    particle = text.lower() in name_words().particles and (words.is_capital(at + 1) or tied)
    return words.capital[at] or text[0].isdigit() or particle


def _may_end(words: Words, start: int, end: int) -> bool:
    text = words.texts[end - 1]
    if text in POSSESSIVES:
        return words.text(end - 2, end).replace("’", "'") in name_words().possessives if end - start > 1 else False
    return words.capital[end - 1] or (text[0].isdigit() and end - start > 1)


def _titles_inside(words: Words, start: int, end: int, kind: NameKind | None) -> int:
    """How many words at the start of a name are titles: up to the last one that a name must follow."""
    if words.texts[start] in name_words().given:
        return 0  # *Martin Luther King Jr.*
    inside = organisation_words() | landmark_words() | name_words().companies
    if kind is not NameKind.PERSON and any(words.texts[at] in inside for at in range(start, end)):
        return 0
    length = 0
    for at in range(start, end - 1):
        if words.texts[at] == "." and length == at - start:
            length += 1  # The tokenizer cuts *Col.* in two.
        elif _is_title(words, start, at, kind):
            length = at + 1 - start
    return length if words.is_capital(start + length) else 0


def _is_title(words: Words, start: int, at: int, kind: NameKind | None) -> bool:
    """Whether a word inside of what is taken for a name ends the titles before the name itself."""
    text, after = words.texts[at], words.texts[at + 1]
    person = kind in (NameKind.PERSON, None)
    if text not in titles():
        return text == "State" and at - 1 > start and words.texts[at - 1] == "of" and words.capital[at + 1]
    if text in doubtful_titles():
        led = _is_of_title(words, at - 1) if at else False
        # *General Motors*, *Muhammed Sheikh Khalil* and the *Lady Maren* are names; *General Otto Rask* has a title.
        first = person and at == start and words.at(start - 1) not in ("the", "The")
        if not (led or after in name_words().given or first):
            return False
    return words.capital[at + 1] or after == "." or (person and after == "of")


def _is_of_title(words: Words, at: int) -> bool:
    """Whether a word before a title is part of it: *Defense*, *Vice*."""
    return words.texts[at] in titles() or words.texts[at] in name_words().portfolios
