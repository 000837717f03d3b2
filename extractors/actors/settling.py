"""The names of an article, settled for the whole of it: one name, one kind; a surname is the person's named in full."""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import msgspec
from spacy.tokens import Doc

from extractors.actors.candidates import (
    cover,
    from_acronyms,
    from_brackets,
    from_company_words,
    from_entities,
    from_occupations,
    from_tables,
    from_titles,
    with_titles,
)
from extractors.actors.capital_runs import repeated_names
from extractors.actors.evidence import decide_kind, is_by_model_alone, share_in_lists, tally_names
from extractors.actors.families import owners, share_evidence, short_forms
from extractors.actors.gazetteer import NameKind, Phrases, look_up
from extractors.actors.names import Finder, Name
from extractors.actors.wording import Headline, Words, name_key, read_words
from extractors.lexicons.names import name_words, organisation_words, titles

_SHORTEST_KNOWN = 3
"""Letters of a name that is known again wherever it stands: shorter ones are words and initials too."""
_OFTEN = 1 / 3
"""The share of its places at which a lone word must be marked for it to be a name at the others."""


class Naming(msgspec.Struct, frozen=True):
    """One mention with what the article settles about it."""

    name: Name
    kind: NameKind
    key: str
    """The name, as it is compared."""
    owner: str
    """Key of the name that it stands for; its own where it stands for itself."""
    shown: bool = True
    """Whether anything but a model speaks for its kind."""

    def text(self, doc: Doc) -> str:
        """The name as written."""
        return doc[self.name.start : self.name.end].text

    def titles(self, doc: Doc) -> str:
        """The titles before it, as written."""
        return doc[self.name.titles : self.name.start].text if self.name.titles < self.name.start else ""


def find_names(doc: Doc) -> list[Naming]:
    """The names of a doc in the order of its text, without overlaps."""
    words = read_words(doc)
    names = _candidates(words)
    names = _without_headlines(words, names)
    names = _apart([*names, *_known(words, names, _settle(words, names).kinds)])
    return list(_name(words, names))


def _candidates(words: Words) -> list[Name]:
    """Each finder in turn; what one has found the next leaves alone."""
    marked = from_entities(words)
    names = _titled(words, [], [*marked, *from_brackets(words, marked)])
    names = _titled(words, names, from_titles(words, _cover(words, names)))
    names = _titled(words, names, from_occupations(words, _cover(words, names)))
    names = _titled(words, names, from_company_words(words, _cover(words, names)))
    names = _titled(words, names, repeated_names(words, names, _cover(words, names)))
    names += from_tables(words, _cover(words, names))
    names += from_acronyms(words, names, _cover(words, names))
    return _apart(names)


def _titled(words: Words, names: Sequence[Name], others: Iterable[Name]) -> list[Name]:
    return list(with_titles(words, _apart([*names, *others])))


def _cover(words: Words, names: Iterable[Name]) -> bytearray:
    return cover(len(words.texts), names, words.doc)


def _apart(names: Iterable[Name]) -> list[Name]:
    """Names without overlaps, in order: of two the longer stands, of equals the first."""
    apart: list[Name] = []
    for name in sorted(names, key=lambda name: (name.start, -name.end)):
        if apart and name.start < apart[-1].end:
            if name.end - name.start > apart[-1].end - apart[-1].start:
                apart[-1] = name
        else:
            apart.append(name)
    return apart


def _without_headlines(words: Words, names: Sequence[Name]) -> list[Name]:
    """Without what only the capitals of a headline make a name."""
    named: set[str] = set()
    for name in names:
        if not words.headline[name.start]:
            named.add(name_key(words.text(name.start, name.end)))
            if name.kind is not None and name.end - name.start > 1:
                named.update(short_forms(words, name, name.kind))
    return [
        name
        for name in names
        if not words.headline[name.start]
        or look_up(text := words.text(name.start, name.end)) is not None
        or name_key(text) in named
    ]


class _Settled(NamedTuple):
    """The kind of each name, by key, and the keys of those that a model alone takes for people."""

    kinds: dict[str, NameKind]
    unshown: frozenset[str]


def _settle(words: Words, names: Sequence[Name]) -> _Settled:
    keyed = [(name_key(words.text(name.start, name.end)), name) for name in names]
    tallies = tally_names(words, keyed)
    share_in_lists(words, keyed, tallies)
    share_evidence(words, keyed, tallies)
    texts = {key: words.text(name.start, name.end) for key, name in keyed}
    kinds = {key: kind for key, tally in tallies.items() if (kind := decide_kind(tally, texts[key])) is not None}
    marked = Counter(key for key, name in keyed if name.finder is Finder.MODEL and name.kind is NameKind.PERSON)
    one_word = {key for key, name in keyed if name.end - name.start == 1}
    unshown = (key for key, kind in kinds.items() if kind is NameKind.PERSON and key in one_word)
    return _Settled(kinds, frozenset(key for key in unshown if is_by_model_alone(tallies[key], marked[key])))


def _name(words: Words, names: Sequence[Name]) -> Iterator[Naming]:
    kinds, unshown = _settle(words, names)
    keyed = [(name_key(words.text(name.start, name.end)), name) for name in names]
    for (key, name), owner in zip(keyed, owners(words, keyed, kinds), strict=True):
        if key in kinds:
            yield Naming(name, kinds[key], key, owner, key not in unshown)


def _known(words: Words, names: Sequence[Name], kinds: Mapping[str, NameKind]) -> Iterator[Name]:
    """Mentions of names that the article shows elsewhere."""
    phrases = Phrases(dict(_worth_finding(words, names, kinds)))
    covered = _cover(words, names)
    ends = {name.start: name.end for name in names}
    at = 0
    while at < len(words.texts):
        known = phrases.match(words, at) if words.capital[at] else None
        if known is None:
            at += 1
            continue
        end, kind = known
        is_name = not words.opens[at] or end - at > 1 or words.texts[at].lower() not in words.lowered
        free = not any(covered[at:end]) or (end - at > 1 and _holds_whole(at, end, covered, ends))
        if is_name and free and _stands_alone(words, at, end, covered):
            yield Name(at, end, kind, Finder.KNOWN, at)
        at = end if free else at + 1


def _worth_finding(
    words: Words, names: Sequence[Name], kinds: Mapping[str, NameKind]
) -> Iterator[tuple[str, NameKind]]:
    """Spellings of the names, with the surnames of people, that mean them wherever they stand."""
    marked = Counter(words.texts[name.start] for name in names if name.end - name.start == 1)
    occurs = Counter(text for at, text in enumerate(words.texts) if words.capital[at] and not words.opens[at])
    for name in names:
        text = words.text(name.start, name.end)
        kind = kinds.get(name_key(text))
        if kind is None or kind is NameKind.NORP:
            continue
        if name.end - name.start > 1:
            yield from _spellings(text, kind)
            if kind is NameKind.PERSON and _is_distinct(words.texts[name.end - 1]):
                yield from _spellings(words.texts[name.end - 1], kind)
        elif _is_distinct(text) and marked[text] >= _OFTEN * occurs[text]:
            yield from _spellings(text, kind)


def _is_distinct(text: str) -> bool:
    common = name_words().openers | name_words().nobody | organisation_words()
    return len(text) >= _SHORTEST_KNOWN and text not in common


def _spellings(text: str, kind: NameKind) -> Iterator[tuple[str, NameKind]]:
    yield text, kind
    if len(text) > _SHORTEST_KNOWN:
        yield text.upper(), kind
    if not text.isascii():
        decomposed = unicodedata.normalize("NFKD", text)
        yield "".join(c for c in decomposed if not unicodedata.combining(c)), kind


def _holds_whole(start: int, end: int, covered: Sequence[int], ends: Mapping[int, int]) -> bool:
    """Whether the names within a run lie wholly in it."""
    at = start
    while at < end:
        if not covered[at]:
            at += 1
        elif at in ends and ends[at] <= end:
            at = ends[at]
        else:
            return False
    return True


def _stands_alone(words: Words, start: int, end: int, covered: Sequence[int]) -> bool:
    """Whether no capitalised word beside a run makes it part of a longer name."""
    if words.headline[start]:
        return words.headline[start] is Headline.UPPER_CASE or words.texts[start] != words.texts[start].upper()
    for beside, step in ((start - 1, -1), (end, 1)):
        text = words.at(beside)
        if not words.is_capital(beside) or covered[beside] or text in name_words().nobody:
            continue
        if step > 0 and not words.opens[beside]:
            return False
        opener = words.opens[beside] and (text in name_words().openers or text.lower() in words.lowered)
        if step < 0 and not opener and text not in titles():
            return False
    hyphen = words.at(end) == "-" and not words.doc[end - 1].whitespace_ and words.is_capital(end + 1)
    return not hyphen
