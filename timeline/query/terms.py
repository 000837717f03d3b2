"""What a filter can ask of an entry: a term finds out once what it needs of a timeline, then tests entries fast."""

import datetime as dt
import math
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from timeline.accounts import differ
from timeline.collection import Entry, Timeline
from timeline.dates.edtf import describe_edtf, members, parse, span_of
from timeline.edits import ACCEPTED, REJECTED, EditKind
from timeline.model import Polarity, SourceKind, Status, fold

Test = Callable[[Entry], bool]


@dataclass(frozen=True)
class Term:
    """A part of a filter."""

    says: str
    """The term in words."""
    test: Callable[[Timeline], Test]
    """Gives, for a timeline, what tells whether one of its entries is meant."""
    narrow: Callable[[Iterable[Entry]], list[Entry]] = list
    """Leaves all that are meant and few others, in a fraction of the time."""
    cost: int = 1
    """The least come first, as the others then have less to look at."""

    def among(self, timeline: Timeline, entries: Iterable[Entry]) -> list[Entry]:
        """The entries that are meant, in their order."""
        test = self.test(timeline)
        return [entry for entry in self.narrow(entries) if test(entry)]


class State(StrEnum):
    """The states that `is:` knows besides every `Status`."""

    STARRED = "starred"
    HIDDEN = "hidden"
    UNDATED = "undated"
    UNCERTAIN = "uncertain"
    DENIED = "denied"
    EDITED = "edited"
    CONFLICT = "conflict"
    CONFLICTING = "conflicting"
    ADDED = "added"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    UNREVIEWED = "unreviewed"


_STATES: Mapping[State, Callable[[Timeline], Test]] = {
    State.STARRED: lambda _: lambda entry: entry.starred,
    State.HIDDEN: lambda _: lambda entry: entry.hidden,
    State.UNDATED: lambda _: lambda entry: entry.when.is_open,
    State.UNCERTAIN: lambda _: lambda entry: entry.when.is_uncertain,
    State.DENIED: lambda _: lambda entry: entry.polarity is Polarity.NEGATIVE,
    State.EDITED: lambda timeline: lambda entry: any(edit.value for edit in timeline.edits_on(entry.id)),
    State.CONFLICT: lambda timeline: lambda entry: bool(timeline.conflicts_of(entry)),
    State.CONFLICTING: lambda timeline: lambda entry: differ(entry, timeline),
    State.ADDED: lambda _: lambda entry: EditKind.EVENT in entry.set_by_person,
    State.ACCEPTED: lambda _: lambda entry: entry.review == ACCEPTED,
    State.REJECTED: lambda _: lambda entry: entry.review == REJECTED,
    State.UNREVIEWED: lambda _: lambda entry: not entry.review,
}


def mentions(values: Sequence[str]) -> Term:
    """One of these stands in title, evidence, note, place or tags, or in the name of an actor or source."""
    wanted = _folded(values)

    def test(timeline: Timeline) -> Test:
        text_of = timeline.text_of
        actors = _ids(((a.id, (a.name, *a.aliases)) for a in timeline.actors.values()), wanted)
        sources = _ids(((s.id, (s.name,)) for s in timeline.sources.values()), wanted)

        def of_names(entry: Entry) -> bool:
            return any(one.actor in actors for one in entry.participants) or any(
                assertion.source in sources for assertion in entry.assertions
            )

        def of_text(entry: Entry) -> bool:
            text = text_of(entry)
            return any(word in text for word in wanted)

        return (lambda entry: of_text(entry) or of_names(entry)) if actors or sources else of_text

    return Term(f"mentions {_quoted(values)}", test, cost=2)


def with_actor(values: Sequence[str]) -> Term:
    """An actor takes part whose name, alias or title holds one of these."""
    wanted = _folded(values)

    def test(timeline: Timeline) -> Test:
        ids = _ids(((a.id, (a.name, *a.aliases, *a.titles)) for a in timeline.actors.values()), wanted)
        return lambda entry: any(participant.actor in ids for participant in entry.participants)

    return Term(f"with {_quoted(values)}", test)


def said_by(values: Sequence[str]) -> Term:
    """A speaker vouches for it whose name or alias holds one of these."""
    wanted = _folded(values)

    def test(timeline: Timeline) -> Test:
        actors = _ids(((a.id, (a.name, *a.aliases)) for a in timeline.actors.values()), wanted)
        speakers = [source for source in timeline.sources.values() if source.kind is not SourceKind.OUTLET]
        ids = _ids(((source.id, (source.name,)) for source in speakers), wanted)
        ids |= {source.id for source in speakers if source.actor in actors}
        return lambda entry: any(assertion.source in ids for assertion in entry.assertions)

    return Term(f"said by {_quoted(values)}", test)


def from_source(values: Sequence[str]) -> Term:
    """Told by an article whose outlet, name or title holds one of these, or vouched for by a source whose name does."""
    wanted = _folded(values)

    def test(timeline: Timeline) -> Test:
        articles = _ids(((a.id, (a.publisher, a.name, a.title)) for a in timeline.articles.values()), wanted)
        sources = _ids(((source.id, (source.name,)) for source in timeline.sources.values()), wanted)
        return lambda entry: any(a.article in articles or a.source in sources for a in entry.assertions)

    return Term(f"from {_quoted(values)}", test)


def with_tag(values: Sequence[str]) -> Term:
    """A person gave it a tag that begins with one of these."""
    wanted = _folded(values)
    return Term(
        f"tagged {_quoted(values)}",
        lambda _: lambda entry: any(fold(tag).startswith(wanted) for tag in entry.tags),
    )


def at_place(values: Sequence[str]) -> Term:
    """Its place has one of these in it."""
    wanted = _folded(values)
    return Term(
        f"in {_quoted(values)}",
        lambda _: lambda entry: any(word in fold(entry.place) for word in wanted),
    )


def in_time(periods: Sequence[str]) -> Term:
    """Its time, or another date that it could have, overlaps one of these EDTF periods.

    Raises:
        ValueError: one of them is no EDTF.
    """
    spans = [_span(period) for period in periods]

    def overlaps(first: float, last: float) -> bool:
        return any(first <= end and start <= last for start, end in spans)

    def is_in(entry: Entry) -> bool:
        when = entry.when
        if when.is_open:
            return False
        if when.edtf.startswith("["):
            return any(overlaps(*_span(member)) for member in members(when.edtf))
        return overlaps(*_closed(*span_of(when)))

    begins, ends = _day(min(first for first, _ in spans)), _day(max(last for _, last in spans))

    def narrow(entries: Iterable[Entry]) -> list[Entry]:
        return [
            entry
            for entry in entries
            if (when := entry.when).earliest is None
            or when.latest is None
            or (when.earliest <= ends and begins <= when.latest)
            or when.edtf[0] == "["
        ]

    return Term(" or ".join(map(describe_edtf, periods)), lambda _: is_in, narrow, cost=0)


def being(states: Sequence[State | Status]) -> Term:
    """It is in one of these states."""
    statuses = frozenset(state for state in states if isinstance(state, Status))
    others = [_STATES[state] for state in states if isinstance(state, State)]

    def test(timeline: Timeline) -> Test:
        tests = [other(timeline) for other in others]
        return lambda entry: entry.status in statuses or any(test(entry) for test in tests)

    return Term(" or ".join(states), test)


def negated(term: Term) -> Term:
    """It is not what the term says."""

    def test(timeline: Timeline) -> Test:
        inner = term.test(timeline)
        return lambda entry: not inner(entry)

    return Term(f"not {term.says}", test, cost=term.cost)


def all_of(terms: Sequence[Term]) -> Term:
    """It is what each of the terms says."""

    def test(timeline: Timeline) -> Test:
        tests = [term.test(timeline) for term in terms]
        return lambda entry: all(test(entry) for test in tests)

    return Term(", ".join(term.says for term in terms), test, cost=max((term.cost for term in terms), default=0))


def any_of(terms: Sequence[Term]) -> Term:
    """It is what one of the terms says."""

    def test(timeline: Timeline) -> Test:
        tests = [term.test(timeline) for term in terms]
        return lambda entry: any(test(entry) for test in tests)

    return Term(f"({' or '.join(term.says for term in terms)})", test, cost=max(term.cost for term in terms))


def _span(edtf: str) -> tuple[float, float]:
    span = parse(edtf)
    return _closed(span.first, span.last)


def _day(number: float) -> dt.date:
    """The day of that number, or the one nearest to it that Python's calendar has."""
    return dt.date.fromordinal(int(min(max(number, dt.date.min.toordinal()), dt.date.max.toordinal())))


def _closed(first: int | None, last: int | None) -> tuple[float, float]:
    """The numbers of the first and last day, of an open side endless."""
    return -math.inf if first is None else first, math.inf if last is None else last


def _folded(values: Sequence[str]) -> tuple[str, ...]:
    return tuple(" ".join(fold(value).split()) for value in values)


def _ids(names: Iterable[tuple[str, Collection[str]]], wanted: Collection[str]) -> frozenset[str]:
    """The ids whose names hold one of the folded strings."""
    return frozenset(key for key, known in names if any(word in fold(name) for name in known for word in wanted))


def _quoted(values: Sequence[str]) -> str:
    return " or ".join(f"“{value}”" for value in values)
