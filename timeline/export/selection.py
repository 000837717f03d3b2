"""What a choice of entries draws on: its articles, actors and sources, in the order in which they first appear."""

from collections import Counter
from collections.abc import Sequence

import msgspec

from timeline.collection import Entry, Timeline
from timeline.inert import one_line
from timeline.model import Actor, Article, Assertion, Source, SourceKind
from timeline.publishing import publisher_of


class Selection(msgspec.Struct, frozen=True):
    """The records that some entries refer to."""

    articles: tuple[Article, ...]
    actors: tuple[Actor, ...]
    sources: tuple[Source, ...]
    assertions: tuple[Assertion, ...]
    article_events: Counter[str]
    """Number of entries by article id; likewise for actors and sources."""
    actor_events: Counter[str]
    source_events: Counter[str]


def selection_of(timeline: Timeline, entries: Sequence[Entry]) -> Selection:
    """All that `entries` of `timeline` refer to."""
    articles: Counter[str] = Counter()
    actors: Counter[str] = Counter()
    sources: Counter[str] = Counter()
    for entry in entries:
        articles.update(dict.fromkeys((assertion.article for assertion in entry.assertions), 1))
        actors.update(dict.fromkeys((participant.actor for participant in entry.participants), 1))
        sources.update(dict.fromkeys((assertion.source for assertion in entry.assertions), 1))
    return Selection(
        articles=tuple(timeline.articles[id_] for id_ in articles),
        actors=tuple(timeline.actors[id_] for id_ in actors),
        sources=tuple(timeline.sources[id_] for id_ in sources),
        assertions=tuple(assertion for entry in entries for assertion in entry.assertions),
        article_events=articles,
        actor_events=actors,
        source_events=sources,
    )


def voice(timeline: Timeline, assertion: Assertion) -> str:
    """Who vouches for an assertion: a speaker, with the outlet that quotes them, or the outlet alone."""
    source = timeline.sources[assertion.source]
    if source.kind is SourceKind.OUTLET:
        return one_line(source.name)
    return f"{one_line(source.name)}, in {one_line(publisher_of(timeline.article_of(assertion), timeline))}"
