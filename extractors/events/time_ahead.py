"""Whether the time of an event points to what is to come."""

from extractors.events.event_candidates import EventCandidate
from extractors.events.event_context import EventContext
from timeline.meanings.counted import MonthOf, OfStory, Period, Shift, Weekday
from timeline.meanings.named import FiscalYear, Holiday, Season
from timeline.meanings.units import Anchor
from timeline.model import Sense, Tie


def lies_ahead(context: EventContext, candidate: EventCandidate) -> bool:
    """Whether an event has a time, and that is told as to come."""
    if candidate.time is None or candidate.tie is not Tie.OWN:
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
