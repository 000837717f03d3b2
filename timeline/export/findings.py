"""An extraction as one JSON object, for pipes and clusters: simple fields first, all that is known beside them."""

import datetime as dt
import re

import msgspec

from timeline.dates.article_dates import resolve_expression
from timeline.dates.confidence import Confidence, confidence, of_assertion
from timeline.dates.edtf import parse
from timeline.inert import inert_json
from timeline.model import Actor, Article, Assertion, Attribution, Extraction, Participant, SourceKind, Span
from timeline.when import Step, When

_CODED = re.compile(r"\d{4}-(?:2[1-9]|3\d|4[01])(?P<mark>[?~%]?)")
"""A season, quarter or half of EDTF."""


class EventRow(msgspec.Struct, frozen=True):
    """One event; the spans are of its trigger."""

    start: int
    end: int
    date: str | None
    """EDTF; of an event with several possible dates the likeliest, the others are in `when.candidates`.

    Seasons, quarters and halves are written as months, for readers of dates that don't know the codes of `when.edtf`.
    """
    kind: str
    polarity: str
    source: str
    """`article`, or who it is attributed to."""
    actors: tuple[str, ...]
    title: str
    clause: Span
    evidence: Span
    roles: tuple[Participant, ...]
    when: When
    status_because: Step | None
    """Why it has this kind: the rule, and its reason in words."""
    source_because: Step | None
    """Why it has this source."""
    confidence: Confidence | None
    """Of the words that date it: how often expressions of their kind are read right."""


class AttributionRow(msgspec.Struct, frozen=True):
    """Who vouches for what."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    speaker: str


class ExpressionDetail(msgspec.Struct, frozen=True):
    """A time expression with its date and how that was found."""

    start: int
    end: int
    text: str
    rules: tuple[str, ...]
    when: When
    confidence: Confidence | None
    """How often expressions of its kind are read right; null where it stays open."""


class Findings(msgspec.Struct, frozen=True, kw_only=True):
    """One article; all offsets count characters of `text`."""

    id: str
    publication_date: dt.date | None
    time_expressions: tuple[tuple[int, int, str, str], ...]
    """Start, end, TIMEX3 type and value."""
    events: tuple[EventRow, ...]
    attributions: tuple[AttributionRow, ...]
    expressions: tuple[ExpressionDetail, ...]
    actors: tuple[Actor, ...]
    article: Article
    """As read, with the basis of its date; the fields above are not repeated."""
    extractor: str


def write_findings(extraction: Extraction) -> str:
    """The findings of an extraction on one line, ending in a line break, with what is unsafe in a terminal escaped."""
    return inert_json(msgspec.json.encode(findings(extraction))) + "\n"


def findings(extraction: Extraction) -> Findings:
    """The row of an extraction."""
    article = extraction.article
    whens = [resolve_expression(article, index) for index in range(len(article.time_expressions))]
    timed = list(zip(article.time_expressions, whens, strict=True))
    names = {actor.id: actor.name for actor in extraction.actors}
    speakers = {source.id: source.name for source in extraction.sources if source.kind != SourceKind.OUTLET}
    return Findings(
        id=article.name,
        publication_date=article.published.date if article.published else None,
        time_expressions=tuple((one.start, one.end, one.type.value, when.timex) for one, when in timed),
        events=tuple(_event(assertion, article, names, speakers) for assertion in extraction.assertions),
        attributions=tuple(map(_attribution, article.attributions)),
        expressions=tuple(
            ExpressionDetail(one.start, one.end, one.text, one.rules, when, confidence(one, when))
            for one, when in timed
        ),
        actors=extraction.actors,
        article=msgspec.structs.replace(article, time_expressions=(), attributions=()),
        extractor=extraction.extractor,
    )


def _event(assertion: Assertion, article: Article, names: dict[str, str], speakers: dict[str, str]) -> EventRow:
    when = assertion.when
    return EventRow(
        start=assertion.trigger[0],
        end=assertion.trigger[1],
        date=plain_date(when),
        kind=assertion.status.value,
        polarity=assertion.polarity.value,
        source=speakers.get(assertion.source, "article"),
        actors=tuple(dict.fromkeys(names[participant.actor] for participant in assertion.participants)),
        title=assertion.title,
        clause=assertion.clause,
        evidence=assertion.evidence,
        roles=assertion.participants,
        when=when,
        status_because=assertion.status_because,
        source_because=assertion.source_because,
        confidence=of_assertion(assertion, article),
    )


def plain_date(when: When) -> str | None:
    """The date of a row: the likeliest where several are possible, None where none is known."""
    return _plain(when.candidates[0].edtf if when.candidates else when.edtf) or None


def _plain(edtf: str) -> str:
    """`2022-03/2022-05` for `2022-21`, `2022-03?/2022-05?` for `2022-21?`."""
    first, slash, last = edtf.partition("/")
    if not slash:
        months = _months(edtf)
        return edtf if months is None else "/".join(months)
    start, end = _months(first), _months(last)
    return f"{first if start is None else start[0]}/{last if end is None else end[1]}"


def _months(edtf: str) -> tuple[str, str] | None:
    """The first and the last month of a season, quarter or half; None for another date."""
    coded = _CODED.fullmatch(edtf)
    if coded is None:
        return None
    span = parse(edtf)
    if span.earliest is None or span.latest is None:
        return None
    return f"{span.earliest:%Y-%m}{coded['mark']}", f"{span.latest:%Y-%m}{coded['mark']}"


def _attribution(attribution: Attribution) -> AttributionRow:
    return AttributionRow(attribution.source, attribution.cue, attribution.content, attribution.speaker)
