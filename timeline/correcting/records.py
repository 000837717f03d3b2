"""All that was read, of all articles together, before any correction."""

from abc import ABC, abstractmethod
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property
from typing import Self

from timeline.entry import Lead
from timeline.merging import merge_actors, merge_events, merge_sources, merged
from timeline.model import Actor, Article, Assertion, Event, Extraction, Source, event_id


class Records(ABC):
    """By id; actors, sources and events of the same id are one."""

    articles: Mapping[str, Article]
    actors: Mapping[str, Actor]
    sources: Mapping[str, Source]
    events: Mapping[str, object]
    mentions: Mapping[str, Assertion]
    """By the id that its event would have alone: each assertion that was joined to another in reading."""

    @abstractmethod
    def lead(self, event: str) -> Lead | None:
        """When an event is, and in which of the articles that stands; None where not one of them alone tells it."""

    @abstractmethod
    def told(self, event: str) -> Sequence[Assertion]:
        """What is said of an event, each article's in their own order; nothing of one that is not there."""

    @abstractmethod
    def head(self, article: str) -> Article:
        """An article that is there, maybe without its text, its time expressions and who speaks in it."""

    @abstractmethod
    def of_article(self, article: str) -> Collection[str]:
        """The events that an article tells of."""

    @abstractmethod
    def with_articles(self, extractions: Sequence[Extraction]) -> Self:
        """These and what was read from articles that are not among them."""

    def mentions_of(self, event: str) -> tuple[str, ...]:
        """The mentions of an event, by the ids that they would have apart from it."""
        told = self.told(event)
        own = (event_id(one.article, one.trigger) for one in told) if len(told) > 1 else ()
        return tuple(one for one in own if one in self.mentions)


class ReadRecords(Records):
    """Records that are all in memory."""

    events: Mapping[str, Event]
    assertions: Mapping[str, Assertion]

    def __init__(
        self,
        articles: Iterable[Article] = (),
        actors: Iterable[Actor] = (),
        sources: Iterable[Source] = (),
        events: Iterable[Event] = (),
        assertions: Iterable[Assertion] = (),
    ) -> None:
        """These, in any order."""
        self.articles = {article.id: article for article in articles}
        self.actors = merged(actors, merge_actors, {})
        self.sources = merged(sources, merge_sources, {})
        self.events = merged(events, merge_events, {})
        self.assertions = {assertion.id: assertion for assertion in assertions}

    def with_articles(self, extractions: Sequence[Extraction]) -> Self:
        """These and what was read from articles that are not among them."""
        new = type(self)()
        new.articles = {**self.articles, **{e.article.id: e.article for e in extractions}}
        new.actors = merged((a for e in extractions for a in e.actors), merge_actors, dict(self.actors))
        new.sources = merged((s for e in extractions for s in e.sources), merge_sources, dict(self.sources))
        new.events = merged((v for e in extractions for v in e.events), merge_events, dict(self.events))
        new.assertions = {**self.assertions, **{a.id: a for e in extractions for a in e.assertions}}
        return new

    def lead(self, event: str) -> Lead | None:
        """That of its first assertion, if all are of one article."""
        told = self.told(event)
        if not told or told[0].article not in self.articles:
            return None
        if len(told) > 1 and len({one.article for one in told}) > 1:
            return None
        return Lead(told[0].article, told[0].trigger[0], told[0].when, is_alone=len(told) == 1)

    def told(self, event: str) -> Sequence[Assertion]:
        """In the order in which the event has them."""
        read = self.events.get(event)
        return [] if read is None else [one for one in map(self.assertions.get, read.assertions) if one is not None]

    def head(self, article: str) -> Article:
        """All of it, as it is there."""
        return self.articles[article]

    def of_article(self, article: str) -> Collection[str]:
        """The events that an article tells of."""
        return self._by_article.get(article, ())

    @cached_property
    def _by_article(self) -> Mapping[str, Collection[str]]:
        found: dict[str, set[str]] = {}
        for assertion in self.assertions.values():
            found.setdefault(assertion.article, set()).add(assertion.event)
        return found

    @cached_property
    def mentions(self) -> Mapping[str, Assertion]:  # type: ignore[override]  # it is found out when it is asked for
        """Each assertion that was joined to another in reading."""
        found = {}
        for event in self.events.values():
            if len(event.assertions) > 1:
                for one in filter(None, map(self.assertions.get, event.assertions)):
                    own = event_id(one.article, one.trigger)
                    if own not in self.events:
                        found[own] = one
        return found
