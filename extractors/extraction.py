"""From a processed doc to records: one article's events, actors and sources, ready to be kept."""

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.metadata import version

import msgspec
from spacy.language import Language
from spacy.tokens import Doc

from extractors import actors, attributions, events
from extractors.anchoring.linked_times import linked_times
from extractors.events import DocEvent
from extractors.events.dating.unused_times import unused_times
from extractors.joining import joined
from extractors.mentions.cast import DESCRIBED, read_cast
from extractors.pipeline import load_pipeline, process
from extractors.vocabulary import bounded_vocabulary
from timeline.dates.article_dates import undated
from timeline.dates.settling import settled
from timeline.model import (
    Actor,
    Article,
    Assertion,
    Attribution,
    Event,
    Extraction,
    Participant,
    Source,
    Span,
    TimeExpression,
    content_id,
    event_id,
)
from timeline.outlets import outlet_of
from timeline.speakers import speaker_of
from timeline.when import Step


@cache
def default_pipeline() -> Language:
    """Our own pipeline, loaded once a process."""
    return load_pipeline()


def extract(article: Article, nlp: Language | None = None) -> Extraction:
    """All that is read from one article; the same text always gives the same, whatever its publication date.

    In one that is said to be in another language than the pipeline's nothing is found.
    """
    pipeline = nlp or default_pipeline()
    if article.language not in {"", pipeline.lang}:
        return Extraction(article=article, sources=(outlet_of(article),), extractor=_name(pipeline))
    with bounded_vocabulary(pipeline, article.text):
        return from_doc(article, process(pipeline, article.text, article.name), extractor=_name(pipeline))


def from_doc(article: Article, doc: Doc, *, extractor: str) -> Extraction:
    """The records of a doc that the pipeline has processed."""
    reported = attributions.attributions(doc)
    read = msgspec.structs.replace(
        article,
        attributions=reported,
        time_expressions=_with_reasons(
            [_as_written(article.text, one) for one in linked_times(doc)], unused_times(doc)
        ),
        language=article.language or doc.lang_,
    )
    outlet = outlet_of(read)
    sources = {outlet.id: outlet}
    assertions = []
    found = events.events(doc)
    for event in found:
        speaker = None if event.attribution is None else speaker_of(read, reported[event.attribution])
        source = speaker or outlet
        sources[source.id] = source
        assertions.append(_assertion(read, doc, event, source))
    groups = [[assertions[number] for number in group] for group in joined(doc, found)]
    happenings = tuple(Event(id=group[0].event, assertions=tuple(one.id for one in group)) for group in groups)
    of_event = {name: event.id for event in happenings for name in event.assertions}
    assertions = [msgspec.structs.replace(one, event=of_event[one.id]) for one in assertions]
    return Extraction(
        article=read,
        actors=tuple(_acting(_cast(read, doc), assertions, reported)),
        sources=tuple(sources[key] for key in sorted(sources)),
        events=happenings,
        assertions=tuple(assertions),
        extractor=extractor,
    )


def _with_reasons(found: Sequence[TimeExpression], unused: Mapping[int, Step]) -> tuple[TimeExpression, ...]:
    """Each time expression, those that date no line with why."""
    return tuple(
        msgspec.structs.replace(one, unused_because=unused[number]) if number in unused else one
        for number, one in enumerate(found)
    )


def _as_written(text: str, one: TimeExpression) -> TimeExpression:
    """A time expression with its words as they stand in the text, whose line breaks were read as spaces."""
    ends = tuple(_as_written(text, end) for end in one.ends)
    return msgspec.structs.replace(one, text=text[one.start : one.end], ends=ends)


@cache
def _own_version() -> str:
    return version("dateline")


def _name(pipeline: Language) -> str:
    own = f"dateline {_own_version()}"
    return own if not pipeline.meta.get("name") else f"{own} on {pipeline.meta['name']} {pipeline.meta['version']}"


def _assertion(article: Article, doc: Doc, event: DocEvent, source: Source) -> Assertion:
    trigger, clause, evidence = (
        _characters(article, doc, part) for part in (event.trigger, event.clause, event.sentence)
    )
    told = event_id(article.id, trigger)
    assertion = Assertion(
        id=content_id("assertion", told, article.id),
        event=told,
        article=article.id,
        source=source.id,
        trigger=trigger,
        clause=clause,
        evidence=evidence,
        title=event.title,
        status=event.status,
        status_because=event.status_because,
        polarity=event.polarity,
        participants=tuple(Participant(_known_in(article, actor), role) for actor, role in event.participants),
        time=event.time,
        tie=event.tie,
        apart=event.apart,
        attribution=event.attribution,
        source_because=event.source_because,
        when=undated(),
    )
    return settled(article, assertion)


def _characters(article: Article, doc: Doc, tokens: tuple[int, int]) -> Span:
    """Token indices as characters, without white space at the end."""
    span = doc[tokens[0] : tokens[1]]
    start = span.start_char
    return start, start + len(article.text[start : span.end_char].rstrip())


def _cast(article: Article, doc: Doc) -> tuple[Actor, ...]:
    """The actors of a doc, by id; one without a name is known within its article alone."""
    cast = {actor.id: actor for actor in actors.actors(doc)}
    cast |= {actor.id: actor for actor in read_cast(doc).actors.values()}
    known = (msgspec.structs.replace(actor, id=_known_in(article, actor.id)) for actor in cast.values())
    return tuple(sorted(known, key=lambda actor: actor.id))


def _known_in(article: Article, actor: str) -> str:
    described = actor.removeprefix(DESCRIBED)
    return actor if described == actor else f"{DESCRIBED}{article.id}-{described}"


def _acting(cast: tuple[Actor, ...], assertions: list[Assertion], attributions: tuple[Attribution, ...]) -> list[Actor]:
    """Those of the cast that take part in an event or speak."""
    acting = {participant.actor for assertion in assertions for participant in assertion.participants}
    acting |= {attribution.actor for attribution in attributions}
    return [actor for actor in cast if actor.id in acting]
