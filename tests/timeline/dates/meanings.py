"""Any meaning there can be, and any context: what the properties of resolving are held to."""

import datetime as dt

from hypothesis import strategies as st

from timeline.dates.happenings import happenings
from timeline.dates.holidays import ids
from timeline.dates.resolve import resolve
from timeline.dates.resolving.context import Context, EventTime, NarrativeTime
from timeline.meanings import Meaning
from timeline.meanings.composed import (
    About,
    Bounded,
    Clock,
    FirstUnits,
    From,
    Nth,
    OneOf,
    PartOfDay,
    PartOfPeriod,
    Range,
    Reaching,
    UnitOf,
)
from timeline.meanings.counted import MonthOf, OfStory, Period, Shift, Some, Trailing, Weekday
from timeline.meanings.named import (
    BeforeChrist,
    CalendarDate,
    Century,
    Decade,
    FiscalYear,
    Happening,
    Holiday,
    SameDay,
    Season,
    YearPart,
)
from timeline.meanings.placeless import Duration, Recurring, Vague
from timeline.meanings.ranges import MOST
from timeline.meanings.units import Anchor, DayPart, Edge, Modifier, Reference, Unit
from timeline.model import Basis, Direction, Published, Sense
from timeline.when import Bound

Meant = st.SearchStrategy[Meaning]

EDGES = (
    *(dt.date(1, 1, 1), dt.date(1, 12, 31), dt.date(9999, 1, 1), dt.date(9999, 12, 31), dt.date(2020, 2, 29)),
    *(dt.date(2019, 12, 31), dt.date(2020, 1, 1), dt.date(1900, 2, 28), dt.date(2000, 2, 29), dt.date(2021, 1, 3)),
)
"""The ends of the calendar, leap days, year ends, and a day of the week 53."""

any_day = st.sampled_from(EDGES) | st.dates()
units, offsets = st.sampled_from(Unit), st.integers(-2, 2)
maybe_offset = st.none() | offsets
ENDS = (-MOST, MOST)
"""The largest counts that are kept."""

counts = st.integers(-200_000, 200_000) | st.integers(-30, 30) | st.sampled_from(ENDS)
years = st.none() | st.integers(1, 9999)
months, monthdays, weekdays = st.integers(1, 12), st.integers(1, 31), st.integers(0, 6)

SIMPLE: dict[type, Meant] = {
    CalendarDate: st.one_of(
        st.builds(CalendarDate, years, months, monthdays, st.none() | weekdays, st.none()),
        st.builds(CalendarDate, years, months),
        st.builds(CalendarDate, st.integers(1, 9999)),
        st.builds(CalendarDate, st.none(), st.none(), monthdays),
        st.builds(CalendarDate, st.none(), months, st.none() | monthdays, st.none(), st.integers(-3, 3)),
        st.just(CalendarDate(None, 2, 29)),
    ),
    BeforeChrist: st.builds(BeforeChrist, st.integers(1, 9999)),
    SameDay: st.builds(SameDay, st.integers(1, 9999)),
    Holiday: st.builds(
        Holiday, st.sampled_from(ids()), years, maybe_offset, st.sampled_from(((), ("CA",), ("IN", "US"), ("XX",)))
    ),
    Happening: st.builds(
        Happening,
        st.lists(st.sampled_from(tuple(happenings())), min_size=1).map(tuple),
        st.none(),
        st.none(),
        years,
        st.just(()),
        st.booleans(),
    )
    | st.builds(Happening, st.just(()), months, monthdays, years),
    YearPart: st.builds(YearPart, st.sampled_from((33, 34, 35, 36, 40, 41)), years, maybe_offset, st.booleans()),
    FiscalYear: st.builds(FiscalYear, years, offsets),
    Century: st.builds(Century, st.integers(1, 100)),
    Decade: st.builds(Decade, st.integers(0, 999).map(lambda number: number * 10)),
    Season: st.builds(Season, st.integers(21, 24), years, maybe_offset),
    Weekday: st.builds(Weekday, weekdays, st.none() | st.integers(-1, 1), st.sampled_from(Anchor)),
    Period: st.builds(Period, units, st.none() | counts),
    MonthOf: st.builds(MonthOf, months, offsets, st.booleans()),
    OfStory: st.builds(OfStory, offsets, months, st.none(), st.booleans())
    | st.builds(OfStory, offsets, st.none(), st.integers(21, 24), st.booleans()),
    Shift: st.builds(Shift, counts, units, st.sampled_from(Anchor)),
    Some: st.builds(Some, units, st.sampled_from((-1, 1)), st.sampled_from(Anchor)),
    Trailing: st.builds(Trailing, counts, units),
    Duration: st.builds(Duration, units, st.none() | st.floats(0, 1000, width=16)),
    Recurring: st.builds(
        Recurring,
        units,
        st.none() | weekdays,
        st.integers(1, 9),
        st.none() | st.integers(1, 9),
        st.none() | months,
        st.none() | st.integers(21, 24),
        st.none() | st.sampled_from(DayPart),
    ),
    Vague: st.builds(Vague, st.sampled_from(Reference)),
}


def nested(inner: Meant) -> dict[type, Meant]:
    """The meanings that hold others."""
    return {
        PartOfDay: st.builds(PartOfDay, st.sampled_from(DayPart), inner),
        Clock: st.builds(
            Clock, st.integers(0, 23), st.integers(0, 59), inner, st.sampled_from(("", "GMT", "ET", "EST", "local"))
        ),
        PartOfPeriod: st.builds(PartOfPeriod, st.sampled_from(Edge), inner),
        Range: st.builds(Range, inner, st.none() | inner) | st.builds(Range, st.none(), inner),
        From: st.builds(From, counts, units, inner),
        Nth: st.builds(Nth, st.integers(-60, 60), inner, units, st.none() | weekdays),
        UnitOf: st.builds(UnitOf, units, inner),
        FirstUnits: st.builds(FirstUnits, counts.filter(bool), inner, units),
        Reaching: st.builds(Reaching, counts.filter(bool), units, inner),
        About: st.builds(About, st.sampled_from(Modifier), inner),
        Bounded: st.builds(Bounded, st.sampled_from(Bound), inner),
        OneOf: st.builds(OneOf, st.lists(inner, max_size=3).map(tuple)),
    }


NESTED = nested(st.one_of(*SIMPLE.values()))
meanings: Meant = st.recursive(
    st.one_of(*SIMPLE.values()), lambda inner: st.one_of(*nested(inner).values()), max_leaves=4
)

directions = st.builds(
    Direction, st.sampled_from(Sense), st.sampled_from(("", "“sank” is past")), st.sampled_from(Sense)
)
published = st.none() | st.builds(Published, any_day, st.sampled_from(Basis))
untold = st.builds(Context, published, directions, st.none() | any_day, st.booleans())


def _told(meaning: Meaning, context: Context, same_sentence: bool, years: int) -> NarrativeTime:
    return NarrativeTime("then", resolve(meaning, context), same_sentence, years)


def _event(meaning: Meaning, context: Context, same_clause: bool) -> EventTime:
    return EventTime("the vote", "then", resolve(meaning, context), same_clause)


contexts = st.builds(
    Context,
    published,
    directions,
    st.none() | any_day,
    st.booleans(),
    st.none() | st.builds(_told, meanings, untold, st.booleans(), st.integers(-2, 2)),
    st.none() | st.just(EventTime("the vote")) | st.builds(_event, meanings, untold, st.booleans()),
)
