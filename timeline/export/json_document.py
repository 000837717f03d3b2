"""A timeline as one JSON document for other programs; its schema is described in `docs/export.md`.

The structs below are that schema. Whoever renames, removes or gives a new meaning to a field raises `VERSION`.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Literal

import msgspec

from timeline.collection import Entry, Timeline
from timeline.dates.confidence import Confidence, of_assertion
from timeline.dates.edtf import describe
from timeline.export.selection import selection_of
from timeline.inert import inert_json
from timeline.model import Actor, Article, Assertion, Participant, Polarity, Published, Source, Span, Status
from timeline.outlets import web_address
from timeline.when import Candidate, Precision, Step, When

SCHEMA: Literal["dateline-timeline"] = "dateline-timeline"
VERSION = 1
"""Goes up when a field is renamed, removed or means something else."""


class Date(msgspec.Struct, frozen=True):
    """A `When` with its reading in words."""

    words: str
    edtf: str
    earliest: dt.date | None
    latest: dt.date | None
    precision: Precision
    timex: str
    derivation: tuple[Step, ...]
    confidence: Confidence | None
    candidates: tuple[Candidate, ...]


class Quote(msgspec.Struct, frozen=True):
    """A stretch of an article: its offsets, in characters of the text as read, and what stands there."""

    start: int
    end: int
    text: str


class Claim(msgspec.Struct, frozen=True):
    """What one source says of an event."""

    id: str
    article: str
    source: str
    title: str
    status: Status
    polarity: Polarity
    date: Date
    trigger: Quote
    clause: Quote
    evidence: Quote
    time_expression: Quote | None
    actors: tuple[Participant, ...]
    status_because: Step | None
    """Why it has its status; null where an earlier version read it."""
    source_because: Step | None


class Line(msgspec.Struct, frozen=True):
    """An event, with the person's corrections applied."""

    id: str
    title: str
    date: Date
    dated_by_person: bool
    status: Status
    polarity: Polarity
    actors: tuple[Participant, ...]
    place: str
    tags: tuple[str, ...]
    starred: bool
    note: str
    review: str
    """`accepted` or `rejected` by a person, or empty."""
    set_by_person: tuple[str, ...]
    """What a person corrected: `date`, `title`, …; `event` where they added it."""
    assertions: tuple[Claim, ...]


class ArticleDetails(msgspec.Struct, frozen=True):
    """An article without its text, which is its publisher's."""

    id: str
    name: str
    title: str
    publisher: str
    authors: tuple[str, ...]
    url: str
    language: str
    published: Published | None
    updated: dt.date | None


class Export(msgspec.Struct, frozen=True, kw_only=True):
    """The whole document."""

    schema: Literal["dateline-timeline"] = SCHEMA
    version: int = VERSION
    events: tuple[Line, ...]
    articles: tuple[ArticleDetails, ...]
    actors: tuple[Actor, ...]
    sources: tuple[Source, ...]


def write_json(timeline: Timeline, entries: Sequence[Entry]) -> str:
    """`entries` and what they refer to, indented, ending in a line break."""
    selection = selection_of(timeline, entries)
    whole = Export(
        events=tuple(_line(timeline, entry) for entry in entries),
        articles=tuple(map(_details, (*selection.articles, *_without_events(timeline, entries)))),
        actors=selection.actors,
        sources=selection.sources,
    )
    return inert_json(msgspec.json.format(msgspec.json.encode(whole), indent=2)) + "\n"


def _without_events(timeline: Timeline, entries: Sequence[Entry]) -> Iterator[Article]:
    """The articles in which no event was found, which no choice of `entries` tells apart: with all that are shown."""
    chosen = {entry.id for entry in entries}
    if all(entry.left_out or entry.id in chosen for entry in timeline.entries):
        telling = {assertion.article for entry in timeline.entries for assertion in entry.assertions}
        yield from (article for key, article in timeline.articles.items() if key not in telling)


def _line(timeline: Timeline, entry: Entry) -> Line:
    return Line(
        id=entry.id,
        title=entry.title,
        date=_date(entry.when, timeline.confidence_of(entry)),
        dated_by_person=entry.dated_by_person,
        status=entry.status,
        polarity=entry.polarity,
        actors=entry.participants,
        place=entry.place,
        tags=entry.tags,
        starred=entry.starred,
        note=entry.note,
        review=entry.review,
        set_by_person=tuple(sorted(entry.set_by_person)),
        assertions=tuple(_claim(timeline, assertion) for assertion in entry.assertions),
    )


def _claim(timeline: Timeline, assertion: Assertion) -> Claim:
    article = timeline.article_of(assertion)
    time = None if assertion.time is None else article.time_expressions[assertion.time]
    return Claim(
        id=assertion.id,
        article=assertion.article,
        source=assertion.source,
        title=assertion.title,
        status=assertion.status,
        polarity=assertion.polarity,
        date=_date(assertion.when, of_assertion(assertion, article)),
        trigger=_quote(article, assertion.trigger),
        clause=_quote(article, assertion.clause),
        evidence=_quote(article, assertion.evidence),
        time_expression=_quote(article, (time.start, time.end)) if time else None,
        actors=assertion.participants,
        status_because=assertion.status_because,
        source_because=assertion.source_because,
    )


def _date(when: When, confidence: Confidence | None) -> Date:
    return Date(
        words=describe(when),
        edtf=when.edtf,
        earliest=when.earliest,
        latest=when.latest,
        precision=when.precision,
        timex=when.timex,
        derivation=when.derivation,
        confidence=confidence,
        candidates=when.candidates,
    )


def _quote(article: Article, span: Span) -> Quote:
    return Quote(*span, article.text[slice(*span)])


def _details(article: Article) -> ArticleDetails:
    return ArticleDetails(
        id=article.id,
        name=article.name,
        title=article.title,
        publisher=article.publisher,
        authors=article.authors,
        url=web_address(article),
        language=article.language,
        published=article.published,
        updated=article.updated,
    )
