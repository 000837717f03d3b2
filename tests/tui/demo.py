"""A small timeline of invented news, written out by hand: what the readers would find, without the readers."""

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

from timeline.dates.article_dates import redate, undated
from timeline.meanings import Meaning
from timeline.meanings.counted import Period, Shift, Weekday
from timeline.meanings.named import CalendarDate
from timeline.meanings.units import Unit
from timeline.model import (
    Actor,
    ActorKind,
    Article,
    Assertion,
    Attribution,
    Basis,
    Direction,
    Event,
    Extraction,
    Participant,
    Published,
    Role,
    Sense,
    Source,
    SourceKind,
    Span,
    Status,
    TimeExpression,
    TimexType,
    article_id,
    content_id,
    slug,
)

PAST = Direction(Sense.PAST, "the verb is past")
FUTURE = Direction(Sense.FUTURE, "the verb is future")
EITHER = Direction()


class DraftEvent(NamedTuple):
    """An event as the test writes it down; all strings are looked up in the text."""

    title: str
    sentence: str
    trigger: str
    time: str = ""
    meaning: Meaning | None = None
    direction: Direction = PAST
    speaker: str = ""
    actors: tuple[str, ...] = ()
    status: Status = Status.OCCURRED


def extraction(
    text: str, told: Sequence[DraftEvent], *, title: str, publisher: str, published: dt.date | None, url: str = ""
) -> Extraction:
    """What would have been read from an article."""
    times: list[TimeExpression] = []
    attributions: list[Attribution] = []
    drafts: list[tuple[DraftEvent, Span, int | None, int | None]] = []
    for each in told:
        sentence = _find(text, each.sentence, 0)
        time = attribution = None
        if each.meaning is not None:
            span = _find(text, each.time, sentence[0])
            time = len(times)
            times.append(
                TimeExpression(*span, each.time, TimexType.DATE, each.meaning, each.direction, rules=("demo",))
            )
        if each.speaker:
            attribution = len(attributions)
            span = _find(text, each.speaker, sentence[0])
            attributions.append(Attribution((span,), (), (sentence,), each.speaker))
        drafts.append((each, sentence, time, attribution))
    article = Article(
        id=article_id(text),
        name=slug(title),
        text=text,
        title=title,
        publisher=publisher,
        url=url,
        origin=f"{slug(title)}.txt",
        published=Published(published, Basis.METADATA) if published else None,
        time_expressions=tuple(times),
        attributions=tuple(attributions),
    )
    outlet = Source(id=slug(publisher), name=publisher, kind=SourceKind.OUTLET)
    sources = {outlet.id: outlet}
    actors: dict[str, Actor] = {}
    assertions = []
    for each, sentence, time, attribution in drafts:
        trigger = _find(text, each.trigger, sentence[0])
        source = outlet
        if each.speaker:
            source = Source(id=slug(each.speaker), name=each.speaker, kind=SourceKind.SPEAKER)
            sources[source.id] = source
        for name in each.actors:
            actors[slug(name)] = Actor(id=slug(name), name=name, kind=ActorKind.PERSON)
        event = content_id("event", article.id, trigger)
        assertion = Assertion(
            id=content_id("assertion", event),
            event=event,
            article=article.id,
            source=source.id,
            trigger=trigger,
            clause=sentence,
            evidence=sentence,
            title=each.title,
            status=each.status,
            participants=tuple(Participant(slug(name), Role.AGENT) for name in each.actors),
            time=time,
            attribution=attribution,
            when=undated(),
        )
        assertions.append(_dated(article, assertion))
    events = tuple(Event(id=each.event, assertions=(each.id,)) for each in assertions)
    return Extraction(
        article=article,
        actors=tuple(actors.values()),
        sources=tuple(sources.values()),
        events=events,
        assertions=tuple(assertions),
        extractor="demo 1",
    )


def _dated(article: Article, assertion: Assertion) -> Assertion:
    import msgspec

    return msgspec.structs.replace(assertion, when=redate(article, assertion))


def _find(text: str, words: str, start: int) -> Span:
    found = text.index(words, start)
    return found, found + len(words)


HARBOUR_TEXT = """Port Ansel reopened its harbour on Saturday after the longest dock strike in the city’s history.

Crane drivers walked out in May 2018, saying that wages had not kept up with rents. The port authority lost nearly a \
third of its trade last week, Mayor Ilse Varga said, while two ships waited outside the breakwater.

“The first ferry sails on Wednesday,” harbour master Tom Okoye said. A hearing on the new contract will be held in \
eight days.

The union’s treasurer resigned in 2017."""

HARBOUR = extraction(
    HARBOUR_TEXT,
    (
        DraftEvent(
            "Port Ansel reopens its harbour",
            "Port Ansel reopened its harbour on Saturday after the longest dock strike in the city’s history.",
            "reopened",
            "Saturday",
            Weekday(5),
            actors=("Port Ansel",),
        ),
        DraftEvent(
            "Crane drivers walk out",
            "Crane drivers walked out in May 2018, saying that wages had not kept up with rents.",
            "walked out",
            "May 2018",
            CalendarDate(2018, 5),
        ),
        DraftEvent(
            "Port authority loses nearly a third of its trade",
            "The port authority lost nearly a third of its trade last week, Mayor Ilse Varga said, while two ships "
            "waited outside the breakwater.",
            "lost",
            "last week",
            Period(Unit.WEEK, -1),
            speaker="Mayor Ilse Varga",
            actors=("Ilse Varga",),
        ),
        DraftEvent(
            "First ferry sails",
            "“The first ferry sails on Wednesday,” harbour master Tom Okoye said.",
            "sails",
            "Wednesday",
            Weekday(2),
            EITHER,
            speaker="Tom Okoye",
            actors=("Tom Okoye",),
            status=Status.PLANNED,
        ),
        DraftEvent(
            "Hearing on the new contract",
            "A hearing on the new contract will be held in eight days.",
            "held",
            "in eight days",
            Shift(8, Unit.DAY),
            FUTURE,
            status=Status.PLANNED,
        ),
        DraftEvent(
            "Union’s treasurer resigns",
            "The union’s treasurer resigned in 2017.",
            "resigned",
            "2017",
            CalendarDate(2017),
        ),
    ),
    title="Harbour reopens after dock strike",
    publisher="Ansel Courier",
    published=dt.date(2019, 1, 28),
    url="https://courier.example/harbour-reopens",
)

UNDATED_TEXT = """Divers found the wreck of the [bold]Marigold[/bold] on Saturday, the coast guard said.

The ferry sank on Monday with nobody on board. An inquiry begins next week.

Its owner declined to comment."""

UNDATED = extraction(
    UNDATED_TEXT,
    (
        DraftEvent(
            "Divers find the wreck of the [bold]Marigold[/bold]",
            "Divers found the wreck of the [bold]Marigold[/bold] on Saturday, the coast guard said.",
            "found",
            "Saturday",
            Weekday(5),
            speaker="the coast guard",
        ),
        DraftEvent(
            "The ferry sinks",
            "The ferry sank on Monday with nobody on board.",
            "sank",
            "Monday",
            Weekday(0),
        ),
        DraftEvent(
            "Inquiry begins",
            "An inquiry begins next week.",
            "begins",
            "next week",
            Period(Unit.WEEK, 1),
            FUTURE,
            status=Status.PLANNED,
        ),
        DraftEvent("Owner declines to comment", "Its owner declined to comment.", "declined"),
    ),
    title="Wreck of the Marigold found",
    publisher="Coast Herald",
    published=None,
)
