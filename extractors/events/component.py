"""Events: a spaCy component that reads one event from each clause that tells of one, and from nouns with a time.

`nlp.add_pipe("dateline_events")` fills `doc.spans["events"]` with the clauses, and `doc._.dateline_events` with one
plain mapping an event: its trigger, status, polarity, time and attribution, by index, and who takes part. It stands on
a parse and the verb groups, and on the time expressions, actors and attributions found before it; it does without
those that were not looked for. `extractors.events` has the rules, `verbs.toml` and `nouns.toml` the words.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence

import msgspec
from spacy.language import Language
from spacy.tokens import Doc, Span

from extractors.component import Component
from extractors.events.candidates.chatter import without_chatter
from extractors.events.candidates.event_candidates import EventCandidate, event_candidates
from extractors.events.candidates.foreign import without_foreign
from extractors.events.candidates.gapped import Gapped, gaps, titles_of
from extractors.events.candidates.headings import under_headings, without_by_lines
from extractors.events.candidates.time_lists import with_lists
from extractors.events.clause_extents import ClauseExtents
from extractors.events.context.event_context import EventContext, read_event_context
from extractors.events.dating.dating import read_dates
from extractors.events.likely_status import likely_statuses
from extractors.events.records import KEY, DocEvent, events
from extractors.events.roles import read_participants
from extractors.events.scenes.before_events import before_dated
from extractors.events.scenes.hours_alone import on_days_of_hours
from extractors.events.scenes.likely_times import with_likely_times
from extractors.events.scenes.lives import Lives
from extractors.events.scenes.naming_again import naming_again
from extractors.events.scenes.paragraph_times import told_on
from extractors.events.scenes.scenes import in_scenes
from extractors.events.scenes.sentence_times import with_times_of_sentences
from extractors.events.scenes.spread import off_days, spread_out
from extractors.events.scenes.telling import by_telling
from extractors.events.status.status import read_polarity, read_status
from extractors.events.status.told import Verdict
from extractors.events.titles.titling import Titles
from extractors.events.vouching import read_source
from extractors.syntax.phrases import Range

__all__ = ["KEY", "DocEvent", "Events", "events"]


def read_by_rule(
    context: EventContext, besides: Collection[int] | None = None
) -> tuple[list[EventCandidate], frozenset[int]]:
    """What a doc tells of, with the times that the rules give it, in the order of the text.

    And the triggers of what is known to lie apart from what it is told beside.

    Args:
        context: the doc.
        besides: the verbs and nouns that tell of something besides what the rules take; None for those that are likely
            to.
    """
    candidates = without_by_lines(context, event_candidates(context, read_dates(context), besides))
    candidates = without_chatter(context, without_foreign(context, candidates))
    candidates = under_headings(context, candidates)
    lives = Lives(context, candidates).triggers
    candidates, apart = in_scenes(context, candidates, lives)
    candidates = list(on_days_of_hours(context, candidates))
    candidates = list(naming_again(context, list(with_times_of_sentences(context, candidates)), lives))
    spread = spread_out(context, candidates)
    candidates = by_telling(context, list(off_days(context, candidates, spread)))
    candidates = told_on(context, candidates, apart | spread)
    return list(before_dated(context, candidates)), apart | spread | lives


class Events(Component[DocEvent]):
    """Reads the events of a doc."""

    def match(self, doc: Doc) -> list[DocEvent]:
        """The events of a doc, without changing it; none of one that has no parse."""
        if not doc.has_annotation("DEP"):
            return []
        context = read_event_context(doc)
        candidates, apart = read_by_rule(context)
        statuses = likely_statuses(context, candidates)
        return records_of(context, list(with_likely_times(context, candidates, apart)), statuses)

    def set_annotations(self, doc: Doc, records: Sequence[DocEvent]) -> None:
        """Set `doc.spans["events"]` and `doc._.dateline_events`."""
        doc.spans[KEY] = [Span(doc, *event.clause, label="event", span_id=str(n)) for n, event in enumerate(records)]
        doc._.dateline_events = [msgspec.to_builtins(event) for event in records]


def records_of(
    context: EventContext, candidates: Sequence[EventCandidate], statuses: Mapping[int, Verdict]
) -> list[DocEvent]:
    """The events of candidates, in the order of the text.

    Args:
        context: the doc.
        candidates: what it tells of.
        statuses: by trigger those that are not what the rules say.
    """
    extents = ClauseExtents(context, candidates)
    titles = Titles(context, extents, candidates)
    listed = with_lists(context, candidates)
    found = [_event(context, extents, titles, one, listed=at, verdict=statuses.get(one.trigger)) for one, at in listed]
    taken = {one.time for one in found if one.time is not None}
    told = {one.trigger[0]: number for number, one in enumerate(found)}
    for one in candidates:
        gapped = list(gaps(context, one, taken))
        at = told[one.trigger]
        named = titles_of(context, one, found[at].title, gapped) if gapped else []
        if named:
            found[at], *more = _with_gaps(context, found[at], gapped, named)
            found += more
    return sorted(found, key=lambda event: event.trigger)


def _event(
    context: EventContext,
    extents: ClauseExtents,
    titles: Titles,
    candidate: EventCandidate,
    *,
    listed: int | None,
    verdict: Verdict | None,
) -> DocEvent:
    """The event of a candidate; at a further time of its list it is known by the words for that."""
    clause = extents.clause(candidate)
    status, because = verdict or read_status(context, candidate)
    attribution, vouched = read_source(context, candidate)
    return DocEvent(
        trigger=_span(context, listed) if listed is not None else (candidate.trigger, candidate.trigger + 1),
        clause=clause,
        title=titles.title(candidate),
        sentence=context.sentence(candidate.trigger),
        status=status,
        status_because=because,
        polarity=read_polarity(context, candidate),
        time=candidate.time,
        tie=candidate.tie,
        apart=candidate.apart,
        attribution=attribution,
        source_because=vouched,
        participants=read_participants(context, candidate, clause),
    )


def _with_gaps(
    context: EventContext, event: DocEvent, gapped: Sequence[Gapped], titles: Sequence[str]
) -> Iterator[DocEvent]:
    """An event without what is told of others, and that with the same verb of each of them."""
    yield msgspec.structs.replace(event, title=titles[0])
    for one, title in zip(gapped, titles[1:], strict=True):
        yield msgspec.structs.replace(
            event,
            trigger=one.noun,
            clause=(one.noun[0], context.times[one.time].end),
            title=title,
            time=one.time,
            participants=() if one.of_subject else event.participants,
        )


def _span(context: EventContext, number: int) -> Range:
    return context.times[number].start, context.times[number].end


@Language.factory("dateline_events", requires=["doc.spans"], assigns=["doc.spans"])
def make_events(nlp: Language, name: str) -> Events:  # noqa: ARG001 - spaCy's signature
    """The component, for `nlp.add_pipe("dateline_events")`."""
    return Events()
