"""How surely something is told: its status and polarity, by its verb, its time, and those who say it."""

from extractors.events.event_candidates import EventCandidate
from extractors.events.event_context import EventContext
from extractors.lexicons.effects import Effect
from extractors.lexicons.verbs import Manner
from extractors.syntax.embedding import AHEAD
from extractors.syntax.tenses import Aspect, Form, Tense, Voice
from extractors.verb_groups import VerbGroup
from extractors.verb_groups.factuality import status as status_of_verb
from timeline.meanings.counted import MonthOf, OfStory, Period, Shift, Weekday
from timeline.meanings.named import FiscalYear, Holiday, Season
from timeline.meanings.units import Anchor
from timeline.model import Polarity, Sense, Status

_FACTS = (Status.OCCURRED, Status.ONGOING)
_SET = {Effect.EXPECTATION: Status.FORECAST}


def read_status(context: EventContext, candidate: EventCandidate) -> Status:
    """The status of an event as its source presents it."""
    group = context.groups.get(candidate.verb)
    if group is None:
        return Status.PLANNED if _lies_ahead(context, candidate) else Status.OCCURRED
    status = (
        _of_noun(context, candidate, group)
        if candidate.trigger != candidate.verb
        else _of_verb(context, candidate, group)
    )
    manner = context.manner(candidate.trigger)
    if manner is Manner.CLAIMS and status in _FACTS:
        return Status.ALLEGED
    open_ended = status is Status.CONDITIONAL and not group.conditional
    if manner is Manner.FORECASTS and (status is Status.PLANNED or open_ended):
        return Status.FORECAST
    return status


def read_polarity(context: EventContext, candidate: EventCandidate) -> Polarity:
    """Whether the source says that it happened or that it did not."""
    group = context.groups.get(candidate.verb)
    own = group is not None and candidate.trigger == candidate.verb and group.polarity is Polarity.NEGATIVE
    denied = context.manner(candidate.trigger) is Manner.DENIES
    return Polarity.NEGATIVE if own != denied else Polarity.POSITIVE


def _of_noun(context: EventContext, candidate: EventCandidate, group: VerbGroup) -> Status:
    """A thing that happens is planned where the verb asks for it, or where its time lies ahead."""
    if group.conditional:
        return Status.CONDITIONAL
    if group.embeds in AHEAD and candidate.trigger > group.trigger:
        return _SET.get(group.embeds, Status.PLANNED)
    return Status.PLANNED if _lies_ahead(context, candidate) else Status.OCCURRED


def _of_verb(context: EventContext, candidate: EventCandidate, group: VerbGroup) -> Status:
    status = status_of_verb(context.groups, group)
    if status not in _FACTS:
        return status
    ahead = _lies_ahead(context, candidate)
    settles = group.voice is Voice.PASSIVE or group.predicate is not None
    if settles and group.embeds in AHEAD and (ahead or group.tense is Tense.PRESENT):
        return _SET.get(group.embeds, Status.PLANNED)  # *is expected this spring*
    plain = group.tense is Tense.PRESENT and group.aspect in (Aspect.NONE, Aspect.PROGRESSIVE)
    if ahead and (plain or group.form is Form.PRESENT_PARTICIPLE):
        return Status.PLANNED  # *opens Monday*, *starting on Tuesday*
    return status


def _lies_ahead(context: EventContext, candidate: EventCandidate) -> bool:
    """Whether the time of an event points to what is to come."""
    if candidate.time is None:
        return False
    match context.meanings[candidate.time]:
        case Shift(count=int(after), anchor=anchor) | Weekday(offset=int(after), anchor=anchor) if after > 0:
            return anchor is not Anchor.NARRATIVE
        case (
            Period(offset=int(after))
            | MonthOf(offset=int(after))
            | OfStory(offset=int(after))
            | Season(offset=int(after))
            | Holiday(offset=int(after))
            | FiscalYear(year_offset=after)
        ) if after > 0:
            return True
    direction = context.directions[candidate.time]
    return Sense.FUTURE is (direction.likelier if direction.sense is Sense.EITHER else direction.sense)
