"""What a choice of entries draws on: its articles, actors and sources, in the order in which they first appear."""

import re
from collections import Counter
from collections.abc import Sequence

import msgspec

from timeline.collection import Entry, Timeline
from timeline.inert import inert, one_line
from timeline.model import Actor, Article, Assertion, Source, SourceKind


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


def outlet(article: Article) -> str:
    """Who published an article, the site that it is on, or what the person calls it."""
    return one_line(article.publisher or _site(article) or article.name)


def _site(article: Article) -> str:
    """*harbour.example* of *https://www.harbour.example/news/1*."""
    host = re.match(r"https?://(?:www\.)?([^/:?#]+)", web_address(article), re.IGNORECASE)
    return host[1].lower() if host else ""


def voice(timeline: Timeline, assertion: Assertion) -> str:
    """Who vouches for an assertion: a speaker, with the outlet that quotes them, or the outlet alone."""
    source, published_by = timeline.sources[assertion.source], outlet(timeline.article_of(assertion))
    return published_by if source.kind == SourceKind.OUTLET else f"{one_line(source.name)}, in {published_by}"


def web_address(article: Article) -> str:
    """The article's address if it is one on the web; a path of the person's machine is nobody else's concern."""
    is_one = re.fullmatch(r"https?://[^\s<>\\]+", article.url, re.IGNORECASE) and inert(article.url) == article.url
    return article.url if is_one else ""
