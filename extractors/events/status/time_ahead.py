"""Whether the time of an event points to what is to come."""

from extractors.events.candidates.event_candidates import EventCandidate
from extractors.events.context.event_context import EventContext
from extractors.events.dating.deictic import is_ahead
from timeline.model import Sense, Tie


def lies_ahead(context: EventContext, candidate: EventCandidate) -> bool:
    """Whether an event has a time, and that is told as to come."""
    if candidate.time is None or candidate.tie not in (Tie.OWN, Tie.EDGE):
        return False
    if is_ahead(context.meanings[candidate.time]):
        return True
    direction = context.directions[candidate.time]
    return Sense.FUTURE is (direction.likelier if direction.sense is Sense.EITHER else direction.sense)
