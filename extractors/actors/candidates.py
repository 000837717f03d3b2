"""Where names may be: what a pipeline marked, what the tables know, what titles and acronyms show."""

from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Doc

from extractors.actors.gazetteer import SURE_WEIGHT, NameKind, gazetteer_phrases, look_up
from extractors.actors.growth import grow, is_free_capital, is_second_half, is_tied
from extractors.actors.names import Finder, Name, find_edges, find_titles
from extractors.actors.wording import Headline, Words, is_acronym
from extractors.lexicons.names import (
    doubtful_titles,
    landmark_words,
    name_words,
    organisation_words,
    small_titles,
    titles,
)

LABELS = {kind.value: kind for kind in NameKind} | {"PER": NameKind.PERSON, "FAC": NameKind.LOC}
"""The labels of pipelines to kinds of names; entities with others (dates, events) are left alone."""

_JOINING = frozenset("of the and for & de la del du - ’ '".split())
_LONGEST = 10
"""Tokens of a name that an acronym is spelled from, points and small words included; half as many of a titled name."""
_FULL_NAME = (3, 4)
"""Tokens of what somebody is, with two or three names."""
_CONNECTED = frozenset("-–&/.")
_FOR_AND_AGAINST = ("pro", "anti", "non", "ex")


def cover(length: int, names: Iterable[Name], doc: Doc | None = None) -> bytearray:
    """By token, whether it is part of a name or its titles, or of an entity of `doc` that is none."""
    covered = bytearray(length)
    for name in names:
        covered[name.titles : name.end] = b"\x01" * (name.end - name.titles)
    for entity in doc.ents if doc is not None else ():
        if entity.label_ not in LABELS:
            covered[entity.start : entity.end] = b"\x01" * (entity.end - entity.start)
    return covered


def from_entities(words: Words) -> list[Name]:
    """What a pipeline marked, with edges mended."""
    edges = [
        edge
        for entity in words.doc.ents
        if entity.label_ in LABELS
        for edge in find_edges(words, entity.start, entity.end, LABELS[entity.label_])
        if not _names_nobody(words, *edge)
    ]
    return [Name(start, end, kind, Finder.MODEL, start) for start, end, kind in grow(words, edges)]


def _names_nobody(words: Words, start: int, end: int, kind: NameKind | None) -> bool:
    nobody = name_words().nobody
    if all(words.texts[at] in nobody or words.texts[at] in titles() for at in range(start, end)):
        return True
    if end - start == 1:
        text = words.texts[start]
        if text == "State" and words.at(start - 1) == "of" and words.at(start - 2) in titles():
            return True
        if text in name_words().portfolios and words.at(end) in titles():
            return True
        return text in name_words().openers or (words.opens[start] and _is_common(words, start))
    # *Home Secretary*, *Emeritus Professor*; but *Stephen King*.
    return kind is NameKind.PERSON and words.texts[end - 1] in titles() - doubtful_titles()


def _is_common(words: Words, at: int) -> bool:
    """Whether a word that begins a sentence is capitalised for that alone."""
    text, tag = words.texts[at], words.doc[at].tag_
    if text.lower() in words.lowered:
        return True
    is_name = not tag or tag.startswith("NNP") or is_acronym(text)
    return not is_name and look_up(text) is None and text not in name_words().given


def from_tables(words: Words, covered: Sequence[int]) -> Iterator[Name]:
    """Countries, peoples and places that nobody marked."""
    at, phrases = 0, gazetteer_phrases()
    while at < len(words.texts):
        known = None if covered[at] or not words.capital[at] else phrases.match(words, at)
        if known is None or any(covered[at : known[0]]):
            at += 1
            continue
        end, entry = known
        placed = words.at(at - 1) in name_words().locating and not words.is_capital(end)
        shouted = words.headline[at] is Headline.UPPER_CASE and end - at == 1 and len(words.texts[at]) <= len("USA")
        sure = entry.weight >= SURE_WEIGHT or (placed and entry.kind is not NameKind.NORP)
        if sure and not shouted and not _is_inside_longer(words, at, end, covered):
            yield Name(at, end, entry.kind, Finder.TABLE, at)
        at = end


def _is_inside_longer(words: Words, start: int, end: int, covered: Sequence[int]) -> bool:
    """Whether capitalised words beside a run belong to it: *Air France*, *Bank of China*, *China Daily*."""
    if words.at(start - 1) in _CONNECTED and words.at(start - 2).lower() in _FOR_AND_AGAINST:
        return True
    if words.at(end) in _CONNECTED and words.is_capital(end + 1) and not words.doc[end - 1].whitespace_:
        return True
    if words.headline[start]:
        return False
    inside = organisation_words() | landmark_words()
    if words.at(start - 1) in ("of", "for") and words.at(start - 2) in inside:
        return True
    if is_free_capital(words, end, covered) and words.texts[end] not in titles() | {
        "Vice",
        "Deputy",
        "Prime",
        "Foreign",
    }:
        return True
    before = start - 1
    free = words.is_capital(before) and not covered[before] and not words.headline[before]
    leads = words.at(before) in titles() | name_words().openers | name_words().nobody
    return free and not leads and not (words.opens[before] and words.texts[before].lower() in words.lowered)


def from_titles(words: Words, covered: Sequence[int]) -> Iterator[Name]:
    """People that nobody marked, shown by the titles before them: *President Rask*."""
    heads, doubtful = titles(), doubtful_titles()
    no_name = heads | organisation_words() | name_words().openers | landmark_words()
    for at, text in enumerate(words.texts):
        of_state = text == "State" and words.at(at - 1) == "of" and words.at(at - 2) in heads
        if (text not in heads and not of_state) or covered[at] or words.headline[at]:
            continue
        end = at + 1
        while is_free_capital(words, end, covered) and words.texts[end] not in no_name and end - at < _LONGEST // 2:
            end += 1
        while end > at + 1 and is_tied(words, end) and is_second_half(words.at(end + 1)):
            end += 2  # *Superintendent Yu Mei-ling*
        shown = text not in doubtful or words.at(at + 1) in name_words().given
        if end > at + 1 and shown and words.at(end) not in organisation_words():
            yield Name(at + 1, end, NameKind.PERSON, Finder.TITLE, at)


def from_occupations(words: Words, covered: Sequence[int]) -> Iterator[Name]:
    """People that nobody marked, named in full behind what they are in small letters: *the singer Ana Idan*."""
    no_name = titles() | organisation_words() | name_words().openers | landmark_words() | name_words().companies
    for at, text in enumerate(words.texts):
        if text not in small_titles() or words.headline[at]:
            continue
        end = at + 1
        while is_free_capital(words, end, covered) and words.texts[end] not in no_name and words.texts[end].isalpha():
            end += 1
        known = any(look_up(words.texts[n]) is not None or is_acronym(words.texts[n]) for n in range(at + 1, end))
        if end - at in _FULL_NAME and not known and not words.is_capital(end):
            yield Name(at + 1, end, NameKind.PERSON, Finder.TITLE, at + 1)


def from_brackets(words: Words, names: Sequence[Name]) -> Iterator[Name]:
    """Organisations with their acronyms, both: *Korean Central News Agency (KCNA)*."""
    ends = {name.end: name for name in names}
    for at, text in enumerate(words.texts):
        acronym = words.at(at + 1)
        if text != "(" or words.at(at + 2) != ")" or not is_acronym(acronym) or acronym in name_words().nobody:
            continue
        start = spelled_from(words, at, acronym)
        marked = ends.get(at)
        if start is None and (marked is None or marked.kind is not NameKind.ORG):
            continue
        first = marked.start if start is None and marked is not None else start or 0
        yield Name(first, at, NameKind.ORG, Finder.ACRONYM, first)
        yield Name(at + 1, at + 2, NameKind.ORG, Finder.ACRONYM, at + 1)


def spelled_from(words: Words, end: int, acronym: str) -> int | None:
    """Where the words begin that end at a token and have the letters of an acronym as their initials."""
    letters = [letter for letter in acronym if letter.isalpha()]
    at = end
    while letters and at and end - at < _LONGEST:
        at -= 1
        text = words.texts[at]
        if text[0] == letters[-1]:
            letters.pop()
        elif text.lower() not in _JOINING:
            return None
    return None if letters else at


def from_company_words(words: Words, covered: Sequence[int]) -> Iterator[Name]:
    """Companies that nobody marked, shown by what ends their names: *Kesk Inc.*."""
    for at, text in enumerate(words.texts):
        if text not in name_words().companies or covered[at] or words.headline[at]:
            continue
        start = at
        while start and at - start < _LONGEST // 2 and words.is_capital(start - 1) and not covered[start - 1]:
            if words.texts[start - 1] in name_words().openers | name_words().nobody:
                break
            start -= 1
        if start < at:
            yield Name(start, at + 1, NameKind.ORG, Finder.CAPITALS, start)


def from_acronyms(words: Words, names: Iterable[Name], covered: Sequence[int]) -> Iterator[Name]:
    """Acronyms of the names that the article spells out."""
    spelled = {initials(words.texts[name.start : name.end]) for name in names if name.end - name.start > 1}
    nobody = name_words().nobody
    for at, text in enumerate(words.texts):
        if covered[at] or words.headline[at] or not is_acronym(text) or text in nobody:
            continue
        if text.replace(".", "") in spelled:
            yield Name(at, at + 1, NameKind.ORG, Finder.ACRONYM, at)


def initials(parts: Iterable[str]) -> str:
    """The capitals that the words of a name begin with."""
    return "".join(part[0] for part in parts if part[0].isupper())


def with_titles(words: Words, names: Sequence[Name]) -> Iterator[Name]:
    """The names with the titles that stand before them."""
    covered = bytearray(len(words.texts))
    for name in names:
        covered[name.start : name.end] = b"\x01" * (name.end - name.start)
    for name in names:
        bare = name.kind is NameKind.NORP or name.finder is Finder.TABLE
        first = name.start if bare else find_titles(words, name.start, covered)
        yield Name(name.start, name.end, name.kind, name.finder, first)
