"""What a filter can ask of an entry: a test of one, and a way to find all of a block of them from its index.

A term finds out once what it needs of a timeline. What it finds in a block is what its test says of each entry there.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from enum import StrEnum
from functools import partial

from timeline.accounts import differ
from timeline.blocks import Block
from timeline.collection import Entry, Timeline
from timeline.dates.edtf import describe_edtf, members
from timeline.edits import ACCEPTED, REJECTED, EditKind
from timeline.indexes import LineSet, days_in, days_of, index_of, lines_where
from timeline.model import Actor, Article, Polarity, Source, SourceKind, Status, fold

Test = Callable[[Entry], bool]
Find = Callable[[Block[Entry]], LineSet]
Doubles = Callable[[Timeline], Set[str]]
"""Gives the ids of the events that may be one with another and that nobody has looked at."""


@dataclass(frozen=True)
class Term:
    """A part of a filter."""

    says: str
    """The term in words."""
    test: Callable[[Timeline], Test]
    """Gives, for a timeline, what tells whether one of its entries is meant."""
    index: Callable[[Timeline], Find] | None = None
    """Gives, for a timeline, what finds the lines of a block that are meant; without it each is tested."""
    cost: int = 1
    """The least come first, as the others are not asked where nothing is left."""

    def find(self, timeline: Timeline) -> Find:
        """What finds the lines of a block that are meant."""
        if self.index is not None:
            return self.index(timeline)
        test = self.test(timeline)
        return lambda block: lines_where([test(entry) for entry in block])


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
    NEW = "new"
    DOUBLED = "doubled"


def _edited(timeline: Timeline) -> Test:
    corrected = timeline.corrected()
    return lambda entry: entry.id in corrected


def _doubled(doubles: Doubles, timeline: Timeline) -> Test:
    ids = doubles(timeline)
    return lambda entry: entry.id in ids


_OF_ITSELF: Mapping[State | Status, Test] = {
    State.STARRED: lambda entry: entry.starred,
    State.HIDDEN: lambda entry: entry.hidden,
    State.UNDATED: lambda entry: entry.when.is_open,
    State.UNCERTAIN: lambda entry: entry.when.is_uncertain,
    State.DENIED: lambda entry: entry.polarity is Polarity.NEGATIVE,
    State.ADDED: lambda entry: EditKind.EVENT in entry.set_by_person,
    State.ACCEPTED: lambda entry: entry.review == ACCEPTED,
    State.REJECTED: lambda entry: entry.review == REJECTED,
    State.UNREVIEWED: lambda entry: entry.unreviewed,
}
"""States that an entry tells without its timeline."""
_IN_TIMELINE: Mapping[State | Status, Callable[[Timeline], Test]] = {
    State.EDITED: _edited,
    State.CONFLICT: lambda timeline: lambda entry: bool(timeline.conflicts and timeline.conflicts_of(entry)),
    State.CONFLICTING: lambda timeline: lambda entry: differ(entry, timeline),
}


def _lines_of(test: Test) -> Find:
    return lambda block: lines_where([test(entry) for entry in block])


_LINES: Mapping[State | Status, Find] = {state: _lines_of(test) for state, test in _OF_ITSELF.items()}
"""What finds those of a block: found once, as long as nothing in the block changes."""


def mentions(values: Sequence[str]) -> Term:
    """One of these stands in title, evidence, note, place or tags, or in the name of an actor or source."""
    wanted = _folded(values)

    def named(timeline: Timeline) -> tuple[frozenset[str], frozenset[str]]:
        actors = timeline.named(timeline.actors, _names_of_actor, wanted)
        return actors, _sources_named(timeline, wanted)

    def test(timeline: Timeline) -> Test:
        actors, sources = named(timeline)
        return lambda entry: (
            any(one.actor in actors for one in entry.participants)
            or any(one.source in sources for one in entry.assertions)
            or any(word in timeline.text_of(entry) for word in wanted)
        )

    def index(timeline: Timeline) -> Find:
        actors, sources = named(timeline)

        def find(block: Block[Entry]) -> LineSet:
            known = index_of(block)
            return known.with_actors(actors) | known.of_sources(sources) | timeline.with_words(block, wanted)

        return find

    return Term(f"mentions {_quoted(values)}", test, index, cost=2)


def with_actor(values: Sequence[str]) -> Term:
    """An actor takes part whose name, alias or title holds one of these."""
    wanted = _folded(values)

    def actors(timeline: Timeline) -> frozenset[str]:
        return timeline.named(timeline.actors, _names_and_titles, wanted)

    def test(timeline: Timeline) -> Test:
        ids = actors(timeline)
        return lambda entry: any(participant.actor in ids for participant in entry.participants)

    def index(timeline: Timeline) -> Find:
        ids = actors(timeline)
        return lambda block: index_of(block).with_actors(ids)

    return Term(f"with {_quoted(values)}", test, index)


def said_by(values: Sequence[str]) -> Term:
    """A speaker vouches for it whose name or alias holds one of these."""
    wanted = _folded(values)

    def voices(timeline: Timeline) -> frozenset[str]:
        actors = timeline.named(timeline.actors, _names_of_actor, wanted)
        named = _sources_named(timeline, wanted)
        return frozenset(
            key
            for key, source in timeline.sources.items()
            if source.kind is not SourceKind.OUTLET and (key in named or source.actor in actors)
        )

    def test(timeline: Timeline) -> Test:
        ids = voices(timeline)
        return lambda entry: any(assertion.source in ids for assertion in entry.assertions)

    def index(timeline: Timeline) -> Find:
        ids = voices(timeline)
        return lambda block: index_of(block).of_sources(ids)

    return Term(f"said by {_quoted(values)}", test, index)


def from_source(values: Sequence[str]) -> Term:
    """Told by an article whose outlet, name or title holds one of these, or vouched for by a source whose name does."""
    wanted = _folded(values)

    def named(timeline: Timeline) -> tuple[frozenset[str], frozenset[str]]:
        articles = timeline.named(timeline.articles, _names_of_article, wanted)
        return articles, _sources_named(timeline, wanted)

    def test(timeline: Timeline) -> Test:
        articles, sources = named(timeline)
        return lambda entry: any(a.article in articles or a.source in sources for a in entry.assertions)

    def index(timeline: Timeline) -> Find:
        articles, sources = named(timeline)

        def find(block: Block[Entry]) -> LineSet:
            return index_of(block).in_articles(articles) | index_of(block).of_sources(sources)

        return find

    return Term(f"from {_quoted(values)}", test, index)


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
    wanted = [days_of(member) for period in periods for member in members(period)]

    def is_in(entry: Entry) -> bool:
        return any(own.overlaps(days) for own in days_in(entry.when) for days in wanted)

    return Term(
        " or ".join(map(describe_edtf, periods)),
        lambda _: is_in,
        lambda _: lambda block: index_of(block).in_days(wanted),
        cost=0,
    )


def being(
    states: Sequence[State | Status], new: Set[str] = frozenset(), doubles: Doubles = lambda _: frozenset()
) -> Term:
    """It is in one of these states; `new` are the ids of the articles that are."""
    statuses = frozenset(state for state in states if isinstance(state, Status))
    own = [state for state in states if state in _OF_ITSELF]
    others = [_IN_TIMELINE[state] for state in states if state in _IN_TIMELINE]
    if State.DOUBLED in states:
        others.append(partial(_doubled, doubles))
    articles = frozenset(new) if State.NEW in states else frozenset()

    def test(timeline: Timeline) -> Test:
        tests = [*(_OF_ITSELF[state] for state in own), *(other(timeline) for other in others)]
        if statuses:
            tests.append(lambda entry: entry.status in statuses)
        if articles:
            tests.append(lambda entry: not articles.isdisjoint(entry.told_in))
        return _any(tests)

    def index(timeline: Timeline) -> Find:
        rest = [_lines_of(_any([other(timeline) for other in others]))] if others else []

        def find(block: Block[Entry]) -> LineSet:
            known = index_of(block)
            found = known.of_status(statuses) | known.in_articles(articles)
            for state in own:
                found |= block.once(_LINES[state])
            for lines_of in rest:
                found |= lines_of(block)
            return found

        return find

    return Term(" or ".join(states), test, index)


def _any(tests: Sequence[Test]) -> Test:
    return tests[0] if len(tests) == 1 else lambda entry: any(test(entry) for test in tests)


def negated(term: Term) -> Term:
    """It is not what the term says."""

    def test(timeline: Timeline) -> Test:
        inner = term.test(timeline)
        return lambda entry: not inner(entry)

    def index(timeline: Timeline) -> Find:
        find = term.find(timeline)
        return lambda block: index_of(block).all & ~find(block)

    return Term(f"not {term.says}", test, index, cost=term.cost)


def all_of(terms: Sequence[Term]) -> Term:
    """It is what each of the terms says."""

    def test(timeline: Timeline) -> Test:
        tests = [term.test(timeline) for term in terms]
        return lambda entry: all(test(entry) for test in tests)

    def index(timeline: Timeline) -> Find:
        finds = [term.find(timeline) for term in sorted(terms, key=lambda term: term.cost)]

        def find(block: Block[Entry]) -> LineSet:
            left = index_of(block).all
            for each in finds:
                if not left:
                    break
                left &= each(block)
            return left

        return find

    return Term(", ".join(term.says for term in terms), test, index, max((term.cost for term in terms), default=0))


def any_of(terms: Sequence[Term]) -> Term:
    """It is what one of the terms says."""

    def test(timeline: Timeline) -> Test:
        tests = [term.test(timeline) for term in terms]
        return lambda entry: any(test(entry) for test in tests)

    def index(timeline: Timeline) -> Find:
        finds = [term.find(timeline) for term in terms]

        def find(block: Block[Entry]) -> LineSet:
            found = 0
            for each in finds:
                found |= each(block)
            return found

        return find

    return Term(f"({' or '.join(term.says for term in terms)})", test, index, max(term.cost for term in terms))


def _folded(values: Sequence[str]) -> tuple[str, ...]:
    return tuple(" ".join(fold(value).split()) for value in values)


def _sources_named(timeline: Timeline, wanted: tuple[str, ...]) -> frozenset[str]:
    """The sources with one of these words in their name, or in that of one that is the same."""
    return frozenset(map(timeline.voice_of, timeline.named(timeline.sources, _names_of_source, wanted)))


def _names_of_actor(actor: Actor) -> Iterable[str]:
    return actor.name, *actor.aliases


def _names_and_titles(actor: Actor) -> Iterable[str]:
    return actor.name, *actor.aliases, *actor.titles


def _names_of_source(source: Source) -> Iterable[str]:
    return (source.name,)


def _names_of_article(article: Article) -> Iterable[str]:
    return article.publisher, article.name, article.title


def _quoted(values: Sequence[str]) -> str:
    return " or ".join(f"“{value}”" for value in values)
