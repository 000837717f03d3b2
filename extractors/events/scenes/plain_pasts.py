"""What a story goes on in: the plain past without a time, and the past with one."""

from collections.abc import Collection

from extractors.events.candidates.event_candidates import EventCandidate
from extractors.events.context.event_context import EventContext
from extractors.events.context.fineness import fineness
from extractors.events.scenes.scene_times import is_hour_alone, is_open
from extractors.events.scenes.telling import is_earlier
from extractors.events.status.status import read_status
from extractors.lexicons.effects import Effect
from extractors.lexicons.governors import embedding_predicates
from extractors.syntax.tenses import Aspect, Form, Modality, Tense
from timeline.meanings.composed import Bounded
from timeline.meanings.units import Unit
from timeline.model import Sense, Status, Tie

_TOLD = (Status.OCCURRED, Status.ALLEGED)


def is_plain_past(context: EventContext, one: EventCandidate, aspects: Collection[Aspect]) -> bool:
    """Whether an event without a time is told by a finite verb in the past, in one of these aspects."""
    group = context.groups.get(one.verb)
    if group is None or one.time is not None or one.trigger != one.verb or group.conditional:
        return False
    if group.form is not Form.FINITE or group.modality is not Modality.INDICATIVE or is_earlier(context, one.verb):
        return False
    return group.tense is Tense.PAST and group.aspect in aspects


def has_past_time(context: EventContext, one: EventCandidate, ties: Collection[Tie]) -> bool:
    """Whether an event is told to have happened at a time that it has in one of these ways."""
    if one.time is None or one.tie not in ties or not can_be_past(context, one.time):
        return False
    return is_told(context, one)


def can_be_past(context: EventContext, time: int) -> bool:
    """Whether a time has two ends and a day, and does not lie ahead."""
    meaning, direction = context.meanings[time], context.directions[time]
    bounds = isinstance(meaning, Bounded) or is_open(meaning) or is_hour_alone(meaning)
    return not bounds and Sense.FUTURE not in (direction.sense, direction.likelier)


def is_told(context: EventContext, one: EventCandidate) -> bool:
    """Whether something is told to have happened, as a fact or by somebody."""
    return read_status(context, one)[0] in _TOLD


def only_begins(context: EventContext, one: EventCandidate) -> bool:
    """*The trial began last May, and tested 400 people*: a month in which something begins is not all of its time.

    But *beginning last May, it tested 400 people* from then on.
    """
    group = context.groups.get(one.trigger)
    if group is None or group.form is not Form.FINITE:
        return False
    phase = context.tree.lemma_in(one.trigger, embedding_predicates()) or ""
    coarse = one.time is not None and fineness(context.meanings[one.time]) is not Unit.DAY
    return coarse and embedding_predicates().get(phase) is Effect.PHASE
