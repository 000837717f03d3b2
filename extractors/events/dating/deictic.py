"""Times that are past or to come by their own words, whatever they are told with."""

from timeline.meanings import Meaning
from timeline.meanings.composed import Bounded, Clock, From, Nth, PartOfDay, PartOfPeriod, Range, UnitOf
from timeline.meanings.counted import MonthOf, OfStory, Period, Shift, Weekday
from timeline.meanings.named import FiscalYear, Holiday, Season
from timeline.meanings.units import Anchor, Edge
from timeline.when import Bound


def is_ahead(meaning: Meaning) -> bool:
    """Whether a time is to come by its own words, whatever it is told with: *tomorrow night*, *from next Monday*."""
    match meaning:
        case Bounded(Bound.BY, Period(offset=0) | PartOfPeriod(Edge.END, Period(offset=0))):
            return True  # *leave by the end of the month*
        case PartOfDay(base=base) | Clock(base=base) | Bounded(base=base) | Range(start=base) if base is not None:
            return is_ahead(base)
        case PartOfPeriod(base=base) | Nth(base=base) | UnitOf(base=base):
            return is_ahead(base)
        case From(count=int(after), base=base):
            return after > 0 and is_ahead(base)
        case Shift(count=int(after), anchor=anchor) | Weekday(offset=int(after), anchor=anchor):
            return after > 0 and anchor is Anchor.PUBLICATION
        case (
            Period(offset=int(after))
            | MonthOf(offset=int(after))
            | OfStory(offset=int(after))
            | Season(offset=int(after))
            | Holiday(offset=int(after))
            | FiscalYear(year_offset=after)
        ):
            return after > 0
        case _:
            return False


def is_behind(meaning: Meaning) -> bool:
    """Whether a time is past by its own words, whatever it is told with: *last night*, *two weeks ago*."""
    while isinstance(meaning, PartOfDay | Clock):
        meaning = meaning.base
    match meaning:
        case Period(offset=offset):
            return offset is not None and offset < 0
        case Shift(count=count, anchor=Anchor.PUBLICATION):
            return count is not None and count < 0
        case _:
            return False
