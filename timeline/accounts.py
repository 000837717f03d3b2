"""The accounts of one event, beside each other: who tells it, when they say that it was, and wherein they differ."""

import re
from collections.abc import Sequence
from enum import StrEnum
from itertools import combinations, product
from typing import NamedTuple

from timeline.collection import Entry, Timeline
from timeline.dates.edtf import members, parse, span_of
from timeline.model import Article, Assertion, Polarity, SourceKind, Span, fold
from timeline.publishing import publisher_of
from timeline.when import When

_WORDS = {
    word: str(number)
    for number, word in enumerate("two three four five six seven eight nine ten eleven twelve".split(), 2)
}
_FIGURE = re.compile(
    rf"(?<![\w.,])(\d[\d,]*(?:\.\d+)?|(?:{'|'.join(_WORDS)})(?=[ -]))(%|\b)(?:[ -]([^\W\d_]+))?", re.IGNORECASE
)
"""A number, in figures or, up to twelve, in letters, and the word after it: of what."""


class Difference(StrEnum):
    """Wherein accounts can differ."""

    DATE = "date"
    STATUS = "status"
    FIGURES = "figures"


class Figure(NamedTuple):
    """A number of something, as a clause has it."""

    span: Span
    number: str
    of: str
    """The word after it, folded: `people`; empty for none."""


Clash = tuple[Figure, Figure]
"""Two numbers of the same that are not the same."""


class Account(NamedTuple):
    """What one source says of an event."""

    assertion: Assertion
    article: Article
    speaker: str
    """Who says it; the outlet where the article tells it in its own voice."""
    outlet: str
    """Who published it, where somebody else says it; empty otherwise."""
    figures: tuple[Figure, ...]


class Accounts(NamedTuple):
    """All of an event, the leading one first, and wherein they differ."""

    each: Sequence[Account]
    differing: frozenset[Difference]


def accounts_of(entry: Entry, timeline: Timeline) -> Accounts:
    """The accounts of an event; one whose article is gone is left out."""
    each = [
        _account(assertion, timeline.articles[assertion.article], timeline)
        for assertion in entry.assertions
        if assertion.article in timeline.articles
    ]
    told = _by_sentence(each)
    found = (_differences(first, second) for first, second in combinations(told, 2))
    return Accounts(each, frozenset().union(*found))


def clashes_of(entry: Entry, other: Entry, timeline: Timeline) -> list[Clash]:
    """In which figures two events differ, were they one; each number once."""
    pairs = product(accounts_of(entry, timeline).each, accounts_of(other, timeline).each)
    found = {(one.number, its.number): (one, its) for left, right in pairs for one, its in _clashes(left, right)}
    return list(found.values())


def figures_apart(accounts: Accounts) -> list[tuple[Figure, ...]]:
    """Of each account the figures that another one has otherwise."""
    found: list[dict[Figure, None]] = [{} for _ in accounts.each]
    for (at, first), (beside, second) in combinations(enumerate(accounts.each), 2):
        if not _of_one_sentence(first, second):
            for one, other in _clashes(first, second):
                found[at][one] = found[beside][other] = None
    return [tuple(figures) for figures in found]


def told_once(accounts: Accounts) -> Accounts:
    """What one teller says in one sentence stands once, as its first clause tells it, with all its figures."""
    kept = [
        first._replace(figures=tuple(dict.fromkeys(figure for one in (first, *others) for figure in one.figures)))
        for first, *others in _by_sentence(accounts.each)
    ]
    return Accounts(kept, accounts.differing)


def differ(entry: Entry, timeline: Timeline) -> bool:
    """Whether two accounts of an event can't both be right."""
    return entry.is_told_again and bool(accounts_of(entry, timeline).differing)


def _account(assertion: Assertion, article: Article, timeline: Timeline) -> Account:
    outlet = publisher_of(article, timeline)
    source = timeline.sources.get(assertion.source)
    if source is None or source.kind is SourceKind.OUTLET:
        return Account(assertion, article, source.name if source else outlet, "", _figures(assertion, article))
    return Account(assertion, article, source.name, outlet, _figures(assertion, article))


def _figures(assertion: Assertion, article: Article) -> tuple[Figure, ...]:
    """The numbers in its clause that belong to no time."""
    times = [(time.start, time.end) for time in article.time_expressions]
    found = []
    for match in _FIGURE.finditer(article.text, *assertion.clause):
        span = match.start(1), match.end(2)
        if not any(start < span[1] and span[0] < end for start, end in times):
            number = match[1].lower()
            found.append(Figure(span, _WORDS.get(number, number.replace(",", "")) + match[2], fold(match[3] or "")))
    return tuple(found)


def _of_one_sentence(first: Account, second: Account) -> bool:
    """Two clauses of what one teller says in one sentence: they tell it in parts, and not in two ways."""
    one, other = first.assertion, second.assertion
    return (one.article, one.source, one.evidence) == (other.article, other.source, other.evidence)


def _by_sentence(accounts: Sequence[Account]) -> list[list[Account]]:
    """Accounts, with what one teller says in one sentence together."""
    groups: dict[tuple[str, str, Span], list[Account]] = {}
    for one in accounts:
        groups.setdefault((one.assertion.article, one.assertion.source, one.assertion.evidence), []).append(one)
    return list(groups.values())


def _differences(first: Sequence[Account], second: Sequence[Account]) -> set[Difference]:
    """Wherein two sentences differ: in date and status where no clause of one agrees with any of the other."""
    pairs = list(product(first, second))
    found: set[Difference] = set()
    if all(_apart(one.assertion.when, other.assertion.when) for one, other in pairs):
        found.add(Difference.DATE)
    if all(_how(one.assertion) != _how(other.assertion) for one, other in pairs):
        found.add(Difference.STATUS)
    if any(_clashes(one, other) for one, other in pairs):
        found.add(Difference.FIGURES)
    return found


def _how(assertion: Assertion) -> tuple[str, Polarity]:
    return assertion.status, assertion.polarity


def _apart(first: When, second: When) -> bool:
    """Whether no day is in both, of any that each could be; a month agrees with a day of it."""
    if first.is_open or second.is_open:
        return False
    return not any(_overlap(one, other) for one in _spans(first) for other in _spans(second))


def _spans(when: When) -> list[tuple[int | None, int | None]]:
    if when.edtf.startswith("["):
        return [(span.first, span.last) for span in map(parse, members(when.edtf))]
    return [span_of(when)]


def _overlap(one: tuple[int | None, int | None], other: tuple[int | None, int | None]) -> bool:
    (first, last), (begin, end) = one, other
    return (first is None or end is None or first <= end) and (begin is None or last is None or begin <= last)


def _clashes(left: Account, right: Account) -> list[Clash]:
    """The numbers of the same that both tell, or the one number of each, where it is another."""
    first, second = left.figures, right.figures
    if len(first) == len(second) == 1:
        return [(first[0], second[0])] if first[0].number != second[0].number else []
    found = []
    for of in sorted({figure.of for figure in first} & {figure.of for figure in second} - {""}):
        ours, its = ([one for one in figures if one.of == of] for figures in (first, second))
        if {one.number for one in ours}.isdisjoint(one.number for one in its):
            found.append((ours[0], its[0]))
    return found
