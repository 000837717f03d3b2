"""Hand-made articles and what could have been read from them."""

import datetime as dt
from collections.abc import Iterable

from msgspec.structs import replace

from timeline.dates.article_dates import redate, undated
from timeline.meanings import Meaning
from timeline.meanings.counted import Period, Weekday
from timeline.meanings.units import Unit
from timeline.model import (
    Actor,
    ActorKind,
    Article,
    Assertion,
    Basis,
    Direction,
    Event,
    Extraction,
    Participant,
    Polarity,
    Published,
    Role,
    Sense,
    Source,
    SourceKind,
    Status,
    TimeExpression,
    TimexType,
    article_id,
    content_id,
    event_id,
    slug,
)

MONDAY = dt.date(2019, 1, 28)
"""The day that the founding article was published."""

EXPRESSIONS: dict[str, tuple[Meaning, Sense]] = {
    "Friday": (Weekday(4), Sense.PAST),
    "Saturday": (Weekday(5), Sense.PAST),
    "last week": (Period(Unit.WEEK, -1), Sense.EITHER),
    "today": (Period(Unit.DAY, 0), Sense.EITHER),
}


def by_person(date: dt.date) -> Published:
    return Published(date, Basis.PERSON)


def by_metadata(date: dt.date) -> Published:
    return Published(date, Basis.METADATA, "article:published_time")


def reading(
    *sentences: str,
    published: Published | None = None,
    publisher: str = "",
    title: str = "",
    name: str = "article",
    actors: Iterable[Actor] = (),
    status: Status = Status.OCCURRED,
    polarity: Polarity = Polarity.POSITIVE,
    speaker: str = "",
    extractor: str = "en-1",
) -> Extraction:
    """One event a sentence, dated by the first of `EXPRESSIONS` in it; actors take part where they are named."""
    text = " ".join(sentences)
    article_key = article_id(text)
    outlet = Source(id=slug(publisher or article_key), name=publisher or name, kind=SourceKind.OUTLET)
    said_by = Source(id=slug(speaker), name=speaker, kind=SourceKind.SPEAKER) if speaker else None
    actors = tuple(actors)
    times: list[TimeExpression] = []
    events, assertions = [], []
    start = 0
    for sentence in sentences:
        span = (start, start + len(sentence))
        start = span[1] + 1
        word = next((word for word in EXPRESSIONS if word in sentence), None)
        if word:
            times.append(_expression(word, span[0] + sentence.index(word)))
        event = event_id(article_key, (span[0], span[0] + 1))
        assertions.append(
            Assertion(
                id=content_id("assertion", article_key, span),
                event=event,
                article=article_key,
                source=(said_by or outlet).id,
                trigger=(span[0], span[0] + 1),
                clause=span,
                evidence=span,
                title=sentence.rstrip("."),
                status=status,
                polarity=polarity,
                participants=tuple(Participant(actor.id, Role.AGENT) for actor in actors if actor.name in sentence),
                time=len(times) - 1 if word else None,
                when=undated(),
            )
        )
        events.append(Event(id=event, assertions=(assertions[-1].id,)))
    article = Article(
        id=article_key,
        name=name,
        text=text,
        title=title,
        publisher=publisher,
        origin=f"{name}.txt",
        published=published,
        time_expressions=tuple(times),
    )
    return Extraction(
        article=article,
        actors=actors,
        sources=(outlet, said_by) if said_by else (outlet,),
        events=tuple(events),
        assertions=tuple(replace(assertion, when=redate(article, assertion)) for assertion in assertions),
        extractor=extractor,
    )


def told_together(extraction: Extraction) -> Extraction:
    """The same, with all that it tells read as one event."""
    lead = extraction.events[0].id
    return replace(
        extraction,
        events=(Event(id=lead, assertions=tuple(one.id for one in extraction.assertions)),),
        assertions=tuple(replace(one, event=lead) for one in extraction.assertions),
    )


def triggered_elsewhere(extraction: Extraction) -> Extraction:
    """The same as another extractor reads it, which finds each event at the letter after: so all have other ids."""
    told = []
    for one in extraction.assertions:
        start, end = one.trigger[0] + 1, one.trigger[1] + 1
        own = event_id(one.article, (start, end))
        told.append(replace(one, id=content_id("assertion", own), event=own, trigger=(start, end)))
    return replace(
        extraction,
        extractor="en-9",
        events=tuple(Event(id=one.event, assertions=(one.id,)) for one in told),
        assertions=tuple(told),
    )


def person(name: str, *aliases: str, titles: Iterable[str] = ()) -> Actor:
    return Actor(id=slug(name), name=name, kind=ActorKind.PERSON, aliases=aliases, titles=tuple(titles))


def _expression(word: str, start: int) -> TimeExpression:
    meaning, sense = EXPRESSIONS[word]
    return TimeExpression(start, start + len(word), word, TimexType.DATE, meaning, Direction(sense), ("test",))
