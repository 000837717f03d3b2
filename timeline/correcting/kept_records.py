"""Records of which no more is in memory than an outline: an article is read when something of it is looked at."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Self

from msgspec.structs import replace

from timeline.correcting.outline import Outline, Seen
from timeline.correcting.records import Records
from timeline.entry import Lead
from timeline.layered import Layered
from timeline.merging import merge_actors, merge_sources, merged
from timeline.model import Actor, Article, Assertion, Extraction, Source, event_id


class KeptRecords(Records):
    """Those of extractions that are given when they are asked for."""

    events: Mapping[str, Lead | None]

    def __init__(
        self,
        extractions: Layered[Extraction],
        outline: Outline,
        actors: Mapping[str, Actor],
        sources: Mapping[str, Source],
        heads: dict[str, Article] | None = None,
    ) -> None:
        """`outline`, `actors` and `sources` are those of all `extractions`, `heads` what is remembered of articles."""
        self._extractions, self._outline = extractions, outline
        self.articles = _Articles(extractions)
        self.actors, self.sources = actors, sources
        self._heads = {} if heads is None else heads
        self.events = outline.leads

    @classmethod
    def of(cls, extractions: Layered[Extraction]) -> Self:
        """All of which are read once for that."""
        actors: dict[str, Actor] = {}
        sources: dict[str, Source] = {}

        def each() -> Iterator[Extraction]:
            for extraction in extractions.values():
                merged(extraction.actors, merge_actors, actors)
                merged(extraction.sources, merge_sources, sources)
                yield extraction

        return cls(extractions, Outline.of_extractions(each()), actors, sources)

    def with_articles(self, extractions: Sequence[Extraction]) -> Self:
        """These and what was read from articles that are not among them."""
        fresh = Outline.of_extractions(extractions)
        shared = {
            event: [*self.told(event), *(one for e in extractions for one in e.assertions if one.event == event)]
            for event in fresh.leads.keys() & self.events.keys()
        }
        return type(self)(
            self._extractions.changed((), {e.article.id: e for e in extractions}),
            self._outline.with_more(fresh, shared),
            merged((a for e in extractions for a in e.actors), merge_actors, dict(self.actors)),
            merged((s for e in extractions for s in e.sources), merge_sources, dict(self.sources)),
            self._heads,
        )

    def lead(self, event: str) -> Lead | None:
        """Known without reading it."""
        return self.events.get(event)

    def told(self, event: str) -> Sequence[Assertion]:
        """Read from its articles."""
        if (several := self._outline.several.get(event)) is not None:
            return [self._read(one) for one in several]
        lead = self.events.get(event)
        return [] if lead is None else [one for one in self._extractions[lead.article].assertions if one.event == event]

    def head(self, article: str) -> Article:
        """Remembered from when it was read."""
        if article not in self._heads:
            self._heads[article] = head_of(self._extractions[article].article)
        return self._heads[article]

    def of_article(self, article: str) -> Collection[str]:
        """The events that an article tells of."""
        return {one.event for one in self._extractions[article].assertions}

    @cached_property
    def mentions(self) -> Mapping[str, Assertion]:  # type: ignore[override]  # it is found out when it is asked for
        """Each assertion that was joined to another in reading."""
        every = (one for group in self._outline.several.values() for one in group)
        seen = {event_id(one.article, one.trigger): one for one in every}
        return _Mentions({own: one for own, one in seen.items() if own not in self.events}, self)

    def _read(self, seen: Seen) -> Assertion:
        return next(one for one in self._extractions[seen.article].assertions if one.id == seen.id)


def head_of(article: Article) -> Article:
    """An article without its text and what was found in it."""
    return replace(article, text="", time_expressions=(), attributions=())


class _Articles(Mapping[str, Article]):
    def __init__(self, extractions: Mapping[str, Extraction]) -> None:
        self._extractions = extractions

    def __getitem__(self, article: str) -> Article:
        return self._extractions[article].article

    def __contains__(self, article: object) -> bool:
        return article in self._extractions

    def __iter__(self) -> Iterator[str]:
        return iter(self._extractions)

    def __len__(self) -> int:
        return len(self._extractions)


class _Mentions(Mapping[str, Assertion]):
    def __init__(self, seen: Mapping[str, Seen], records: KeptRecords) -> None:
        self._seen, self._records = seen, records

    def __getitem__(self, own: str) -> Assertion:
        return self._records._read(self._seen[own])

    def __contains__(self, own: object) -> bool:
        return own in self._seen

    def __iter__(self) -> Iterator[str]:
        return iter(self._seen)

    def __len__(self) -> int:
        return len(self._seen)
