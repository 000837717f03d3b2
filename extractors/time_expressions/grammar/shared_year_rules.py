"""Rules for years and weeks that are named once for several times: `30 May and 2 June 2014`, `Q1 and Q3 2019`."""

from itertools import pairwise

import msgspec

from extractors.time_expressions.grammar.building import follows, integer, made, meaning, number, piece, unit
from extractors.time_expressions.grammar.composition import Built, Run, Words, layer, rule
from extractors.time_expressions.grammar.pieces import Portion, Time
from timeline.meanings import Meaning
from timeline.meanings.composed import Clock, From, Nth, PartOfDay, PartOfPeriod, Range
from timeline.meanings.counted import MonthOf, OfStory, Period, Shift, Weekday
from timeline.meanings.named import CalendarDate, Century, Decade, YearPart
from timeline.meanings.units import Anchor, Unit

_TOLD_DAY = Shift(0, Unit.DAY, Anchor.NARRATIVE)


def shared(first: Meaning, last: Meaning) -> Meaning:
    """The first of two times with the year, week or day that only the last one names, as it is where none is shared."""
    match first, last:
        case PartOfPeriod(edge, base), PartOfPeriod(_, other):
            return PartOfPeriod(edge, shared(base, other))
        case PartOfPeriod(edge, base), _:
            return PartOfPeriod(edge, shared(base, last))
        case _, PartOfPeriod(_, other):
            return shared(first, other)
        case CalendarDate(None, int() as month), _ if first.year_offset is None:
            return _in_year_of(first, month, last)
        case Weekday(day, None), Nth(1, Period(Unit.WEEK) | Shift(unit=Unit.WEEK) as week, weekday=int()):
            return Nth(1, week, weekday=day)
        case Weekday(), PartOfDay(_, Nth() as other):
            return shared(first, other)
        case Clock(hour, minute, base, zone), Clock(base=day) if base == _TOLD_DAY:
            return Clock(hour, minute, day, zone)
        case Clock(hour, minute, base, zone), PartOfDay(_, day) if base == _TOLD_DAY:
            return Clock(hour, minute, day, zone)
        case _:
            return first


def _in_year_of(first: CalendarDate, month: int, last: Meaning) -> Meaning:
    """`December and January 2020`: of two that cross the new year the first is of the year before."""
    match last:
        case CalendarDate(int() as year, int() as other):
            crosses = (month, first.day or 0) > (other, last.day or 0)
            return msgspec.structs.replace(first, year=year - crosses)
        case CalendarDate(None, int(), year_offset=int() as years):
            return msgspec.structs.replace(first, year_offset=years)
        case MonthOf(other, years, counts_years=True) if first.day is None:
            return MonthOf(month, years - (month > other), counts_years=True)
        case OfStory(years, int() as other, counts_years=True) if first.day is None:
            return OfStory(years - (month > other), month, counts_years=True)
        case _:
            return first


def closed(start: Meaning, end: Meaning) -> Range:
    """From the one to the other, with what they share; hours that cross midnight end on the day after."""
    start = shared(start, end)
    if isinstance(start, Clock) and isinstance(end, Clock) and start.base == end.base:
        late = (start.hour, start.minute) >= (end.hour, end.minute)
        end = msgspec.structs.replace(end, base=From(1, Unit.DAY, end.base)) if late else end
    return Range(start, end)


def _first(run: Run, words: Words) -> Built:
    """The first of two or three times."""
    times = [one for one in run if one.kind == "time"]
    first, value = meaning(times[0]), times[0].value
    assert isinstance(value, Time)
    given = shared(first, meaning(times[-1]))
    return None if given == first or isinstance(given, Clock) else made(given, value.type)


def _months(run: Run, words: Words) -> Built:
    """`April and May 2019`, `June, July and August 2016`: months that follow on each other are one span."""
    months = [number(one) for one in run if one.kind == "month"]
    row = all((other - one) % 12 == 1 for one, other in pairwise(months))
    if not row or months[0] > months[-1]:
        return None
    year = integer(run[-1].value) if run[-1].kind == "year" else None
    return "date", Time(Range(CalendarDate(year, months[0]), CalendarDate(year, months[-1])))


def _portion(run: Run, words: Words) -> Built:
    """The first of `Q1 and Q3 2019`."""
    portion, year = piece(run, "portion"), piece(run, "year", "year_short")
    assert portion is not None
    assert isinstance(portion.value, Portion)
    return made(YearPart(portion.value.number, number(year), None, portion.value.fiscal))


def _unit_of_several(run: Run, words: Words) -> Built:
    """The first of `the second and third quarters`, `the 17th and 18th centuries`."""
    which, units = run[1] if run[0].kind == "the" else run[0], piece(run, "units")
    count = 2 if which.kind == "second" else integer(which.value)
    if count is None:
        return None
    match unit(units):
        case Unit.QUARTER if 1 <= count <= 4 and follows(run, words) == "of":  # else perhaps those of each year
            return "portion", Portion(32 + count)
        case Unit.CENTURY if 1 <= count <= 30:
            return made(Century(count))
        case _:
            return None


def _unit_at_the_end(run: Run, words: Words) -> Built:
    """The last of `the second and third quarters`, `the 17th and 18th centuries`."""
    return _unit_of_several(run[2:], words)


def _second_decade(run: Run, words: Words) -> Built:
    """The second of `the 70s and 80s`."""
    start = integer(run[-1].value)
    known = isinstance(meaning(run[0]), Decade)
    return made(Decade(start)) if known and start is not None else None


WHICH = "ordinal|ordinal_word|second"
SHARED_MONTHS = layer(
    "rows of months",
    rule(
        "months-row", "month , month , month ,? and month of? year?", _months, "June, July, August and September 2016"
    ),
    rule("months-row", "month , month ,? and month of? year?", _months, "June, July and August 2016"),
    rule("months-row", "month and month of? year", _months, "April and May 2019"),
)
"""Before the layer of dates by name."""
SHARED_UNITS = layer(
    "the first of several quarters or centuries",
    rule(
        "unit-of-several",
        f"[ the? {WHICH} ] and|or|to|, the? {WHICH} units",
        _unit_of_several,
        "the 5th and 6th centuries",
    ),
)
SHARED_UNITS_AT_THE_END = layer(
    "the last of several quarters or centuries",
    rule(
        "unit-of-several",
        f"portion|time and|or|to|, [ the? {WHICH} units ]",
        _unit_at_the_end,
        "the 5th and 6th centuries",
    ),
)
"""Around the layer of parts and rows of years."""
SHARED_DECADES = layer(
    "the second of two decades",
    rule("second-decade", "time and|or|to|, [ '? decade_short|decade_word ]", _second_decade, "the 70s and 80s"),
)
SHARED_PORTIONS = layer(
    "the first of several parts of a year",
    rule(
        "part-of-several",
        "[ the? portion ] and|or|to|,|-|– the? portion of|,? year|year_short",
        _portion,
        "Q1 and Q3 2019",
    ),
)
SHARED_OF_THREE = layer(
    "the first of three times",
    rule("shared", "[ time ] , time ,? and|or time", _first, "30 May, 2 June and 9 July 2014"),
)
SHARED_OF_TWO = layer(
    "the first of two times",
    rule("shared", "[ time ] ,? and|or time", _first, "30 May and 2 June 2014"),
)
"""When the times are finished."""
