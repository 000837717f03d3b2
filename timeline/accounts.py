"""The accounts of one event, beside each other: who tells it, when they say that it was, and wherein they differ."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import StrEnum
from itertools import accumulate, chain, combinations, product, starmap
from typing import NamedTuple

from timeline.collection import Entry, Timeline
from timeline.correcting.events import set_by_person
from timeline.dates.edtf import members, parse, span_of
from timeline.edits import EditKind
from timeline.model import Article, Assertion, SourceKind, Span, fold
from timeline.publishing import publisher_of
from timeline.told_hours import HOUR, ToldHours, told_hours
from timeline.when import When

_WORDS = {
    word: str(number)
    for number, word in enumerate("two three four five six seven eight nine ten eleven twelve".split(), 2)
}
_FIGURE = re.compile(
    rf"(?<![\w.,])(\d[\d,]*(?:\.\d+)?|(?:{'|'.join(_WORDS)})(?=[ -]))(%|\b)(?:[ -]([^\W\d_]+))?", re.IGNORECASE
)
"""A number, in figures or, up to twelve, in letters, and the word after it: of what."""

_Sentence = tuple[str, str, Span]
"""An article, who says it there, and where."""
_Telling = tuple[str, Span, int]
"""An article, a sentence, and which of the tellings in it."""
_Days = tuple[int | None, int | None]
"""The numbers of a first and a last day; None is open."""


class Difference(StrEnum):
    """Wherein accounts can differ."""

    DATE = "date"
    HOURS = "hours"
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
    when: When
    """As it says; of an event that was joined to another, as a person set it."""
    hours: ToldHours


class Accounts(NamedTuple):
    """All of an event, the leading one first, and wherein they differ."""

    each: Sequence[Account]
    differing: frozenset[Difference]
    hours_compared: bool = True
    """Whether hours that aren't the same are known to differ; *shortly after 3 a.m.* and 3.10 may agree."""


class _Times(NamedTuple):
    """Where the times of an article are, one within another too."""

    starts: Sequence[int]
    """In their order."""
    ends: Sequence[int]
    """For each start the last end so far."""

    def touch(self, span: Span) -> bool:
        """Whether any of them shares a letter with a span."""
        before = bisect_left(self.starts, span[1])
        return before > 0 and self.ends[before - 1] > span[0]


def accounts_of(entry: Entry, timeline: Timeline) -> Accounts:
    """The accounts of an event; one whose article is gone is left out."""
    names = {assertion.article for assertion in entry.assertions}
    articles = {name: timeline.articles[name] for name in names if name in timeline.articles}
    times = {name: _times(article) for name, article in articles.items()}
    each = [
        _account(assertion, articles[assertion.article], times[assertion.article], entry, timeline)
        for assertion in entry.assertions
        if assertion.article in articles
    ]
    differing = frozenset(_differing(each))
    return Accounts(
        each,
        differing,
        bool(differing & {Difference.DATE, Difference.HOURS}) or not _any_hours(each, ToldHours.is_elsewhere),
    )


def clashes_of(entry: Entry, other: Entry, timeline: Timeline) -> list[Clash]:
    """In which figures two events differ, were they one; each number once."""
    pairs = product(accounts_of(entry, timeline).each, accounts_of(other, timeline).each)
    found = {(one.number, its.number): (one, its) for left, right in pairs for one, its in _clashes(left, right)}
    return list(found.values())


def figures_apart(accounts: Accounts) -> list[tuple[Figure, ...]]:
    """Of each account the figures that another one has otherwise."""
    return list(_figures_apart(accounts.each))


def told_once(accounts: Accounts) -> Accounts:
    """What one teller says in one sentence stands once, as its first clause tells it, with all its figures."""
    kept = [
        first._replace(figures=tuple(dict.fromkeys(figure for one in (first, *others) for figure in one.figures)))
        for first, *others in _by_sentence(accounts.each)
    ]
    return accounts._replace(each=kept)


def differ(entry: Entry, timeline: Timeline) -> bool:
    """Whether two accounts of an event can't both be right."""
    return entry.is_told_again and bool(accounts_of(entry, timeline).differing)


def _account(assertion: Assertion, article: Article, times: _Times, entry: Entry, timeline: Timeline) -> Account:
    outlet, figures = publisher_of(article, timeline), _figures(assertion, article, times)
    source = timeline.sources.get(assertion.source)
    speaker, via = (source.name if source else outlet), outlet
    if source is None or source.kind is SourceKind.OUTLET:
        via = ""
    when = _when(assertion, entry, timeline)
    hours = told_hours(when, article.text[slice(*assertion.clause)])
    return Account(assertion, article, speaker, via, figures, when, hours)


def _when(assertion: Assertion, entry: Entry, timeline: Timeline) -> When:
    """When it was by this account; a date that a person set before they joined it to another stays with it."""
    if assertion.event == entry.id:
        return assertion.when
    date = timeline.edits_on(assertion.event).value(EditKind.DATE)
    return set_by_person(date) if date else assertion.when


def _figures(assertion: Assertion, article: Article, times: _Times) -> tuple[Figure, ...]:
    """The numbers in its clause that belong to no time."""
    hours = _times_at(hour.span() for hour in HOUR.finditer(article.text, *assertion.clause))
    found = []
    for match in _FIGURE.finditer(article.text, *assertion.clause):
        span = match.start(1), match.end(2)
        if not times.touch(span) and not hours.touch(span):
            number = match[1].lower()
            found.append(Figure(span, _WORDS.get(number, number.replace(",", "")) + match[2], fold(match[3] or "")))
    return tuple(found)


def _times(article: Article) -> _Times:
    return _times_at((time.start, time.end) for time in article.time_expressions)


def _times_at(times: Iterable[Span]) -> _Times:
    spans = sorted(times)
    return _Times([start for start, _ in spans], list(accumulate((end for _, end in spans), max)))


def _sentence(account: Account) -> _Sentence:
    """Clauses of what one teller says in one sentence tell it in parts, and not in two ways."""
    return account.assertion.article, account.assertion.source, account.assertion.evidence


def _by_sentence(accounts: Sequence[Account]) -> list[list[Account]]:
    """Accounts, with what one teller says in one sentence together."""
    groups: dict[_Sentence, list[Account]] = {}
    for one in accounts:
        groups.setdefault(_sentence(one), []).append(one)
    return list(groups.values())


def _by_telling(accounts: Sequence[Account]) -> dict[_Telling, list[Account]]:
    """Accounts, with those together that can't contradict each other.

    They are what one teller says in one sentence, and what is said there with it: in *the mayor said that he would
    leave* the paper tells of the words of the mayor, and is no second witness of his leaving.
    """
    groups: dict[_Telling, list[Account]] = {}
    sentences: dict[tuple[str, Span], list[list[Account]]] = {}
    for group in _by_sentence(accounts):
        sentences.setdefault((group[0].assertion.article, group[0].assertion.evidence), []).append(group)
    for (article, evidence), tellers in sentences.items():
        for number, telling in enumerate(_touching(tellers)):
            groups[article, evidence, number] = telling
    return groups


def _touching(groups: Sequence[list[Account]]) -> list[list[Account]]:
    """Groups, with those in one of which a clause touches a clause of the other."""
    apart: list[list[Account]] = []
    for group in groups:
        clauses = _times_at(one.assertion.clause for one in group)
        with_it = [other for other in apart if any(clauses.touch(one.assertion.clause) for one in other)]
        apart = [other for other in apart if other not in with_it]
        apart.append([one for other in (*with_it, group) for one in other])
    return apart


def _differing(accounts: Sequence[Account]) -> Iterator[Difference]:
    """Wherein two tellings differ: in date and status where no clause of one agrees with any of the other.

    What many tell alike is compared once, as a sentence can stand thousands of times in a text.
    """
    told = _by_telling(accounts).values()
    days = {frozenset(chain.from_iterable(_days(one.when) for one in group)) for group in told}
    if any(_apart(one, other) for one, other in combinations(days, 2)):
        yield Difference.DATE
    elif _any_hours(accounts, ToldHours.differs):
        yield Difference.HOURS
    hows = {frozenset((one.assertion.status, one.assertion.polarity) for one in group) for group in told}
    if any(one.isdisjoint(other) for one, other in combinations(hows, 2)):
        yield Difference.STATUS
    if any(_figures_apart(accounts)):
        yield Difference.FIGURES


def _any_hours(accounts: Sequence[Account], apart: Callable[[ToldHours, ToldHours], bool]) -> bool:
    """Whether of two tellings each clause's hours are apart from all of the other's."""
    hours = {frozenset(one.hours for one in group) for group in _by_telling(accounts).values()}
    return any(all(starmap(apart, product(one, other))) for one, other in combinations(hours, 2))


def _figures_apart(accounts: Sequence[Account]) -> Iterator[tuple[Figure, ...]]:
    """Of each account the figures with which it clashes with any of another telling, as `_clashes` has it."""
    alone: dict[str, set[_Telling]] = {}
    among: dict[str, dict[frozenset[str], set[_Telling]]] = {}
    tellings = {id(account): telling for telling, group in _by_telling(accounts).items() for account in group}
    for account in accounts:
        if len(account.figures) == 1:
            alone.setdefault(account.figures[0].number, set()).add(tellings[id(account)])
        for of, numbers in _numbers(account).items():
            among.setdefault(of, {}).setdefault(numbers, set()).add(tellings[id(account)])
    for account in accounts:
        own = {tellings[id(account)]}
        apart = {
            of
            for of, numbers in _numbers(account).items()
            if any(numbers.isdisjoint(other) and tellers != own for other, tellers in among[of].items())
        }
        if len(account.figures) == 1:
            (figure,) = account.figures
            if any(number != figure.number and tellers != own for number, tellers in alone.items()):
                apart.add(figure.of)
        yield tuple(next(one for one in account.figures if one.of == of) for of in sorted(apart))


def _numbers(account: Account) -> dict[str, frozenset[str]]:
    """The numbers that an account has of each thing."""
    found: dict[str, set[str]] = {}
    for figure in account.figures:
        if figure.of:
            found.setdefault(figure.of, set()).add(figure.number)
    return {of: frozenset(numbers) for of, numbers in found.items()}


def _apart(first: frozenset[_Days], second: frozenset[_Days]) -> bool:
    """Whether no day is in both, of any that each could be; a month agrees with a day of it."""
    return not any(_overlap(one, other) for one, other in product(first, second))


def _days(when: When) -> list[_Days]:
    """From which day to which a time is, for each that it could be; no date agrees with all."""
    if when.is_open:
        return [(None, None)]
    if when.edtf.startswith("["):
        return [(span.first, span.last) for span in map(parse, members(when.edtf))]
    return [span_of(when)]


def _overlap(one: _Days, other: _Days) -> bool:
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
