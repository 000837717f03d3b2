"""Rules for parts of times, and times inside times: `early May`, `Wednesday night`, `Tuesday last week`."""

import msgspec

from extractors.time_expressions.grammar.building import (
    INSTANTS,
    MOST_WEEKS,
    after,
    before,
    edge,
    follows,
    is_day,
    is_placed,
    made,
    meaning,
    number,
    of_day,
    piece,
    qualifies,
    said,
    unit,
)
from extractors.time_expressions.grammar.composition import Built, Run, Words, layer, rule
from extractors.time_expressions.grammar.pieces import NOON, ClockTime, Time
from extractors.time_expressions.grammar.wording import listed
from timeline.meanings import Meaning
from timeline.meanings.composed import About, Clock, From, Nth, PartOfDay, PartOfPeriod, Range
from timeline.meanings.counted import MonthOf, OfStory, Period, Shift, Trailing, Weekday
from timeline.meanings.named import BeforeChrist, CalendarDate, Century, Decade, FiscalYear, Season, YearPart
from timeline.meanings.units import Anchor, DayPart, Edge, Modifier, Unit
from timeline.model import TimexType


def _day_part(run: Run, words: Words) -> Built:
    """`Wednesday night`, `the morning of Sept. 11`, `early Friday morning`."""
    part, day = piece(run, "daypart"), piece(run, "time")
    assert part is not None
    if run[1].kind == "during" and qualifies(run, words):
        return None
    assert isinstance(part.value, DayPart)
    base = meaning(day)
    whole = isinstance(base, Weekday | CalendarDate) or (isinstance(base, Period | Shift) and base.unit is Unit.DAY)
    if (isinstance(base, CalendarDate) and base.day is None) or not whole:
        return None
    named = (
        words[part.start].text.istitle()
        and words[run[0].start].text.istitle()
        and follows(run, words)
        in (
            "live",
            "football",
            "lights",
        )
    )
    return None if named else of_day(PartOfDay(part.value, base))


def _edge(run: Run, words: Words) -> Built:
    """`early May`, `the end of 1990`, `late Friday`; a clock time and a length have no edges."""
    time = run[-1]
    base = meaning(time)
    if isinstance(base, Trailing) and abs(base.count) == 1 and piece(run, "edge_noun"):
        return made(PartOfPeriod(edge(piece(run, "edge_noun")), Period(base.unit, base.count)))
    next_ = after(run, words)
    if not is_placed(time) or isinstance(base, Clock) or (next_ is not None and next_.kind == "daypart"):
        return None
    assert isinstance(time.value, Time)
    return "time", Time(PartOfPeriod(edge(piece(run, "edge", "edge_noun")), base), time.value.type)


def _edge_glued(run: Run, words: Words) -> Built:
    """`end-2019`, of a year alone: *in the end - Friday was quiet -* has no edge."""
    match run[-1].value:
        case Time(CalendarDate(int(), None, None)):
            return _edge(run, words)
        case _:
            return None


def _edges(run: Run, words: Words) -> Built:
    """`mid-to-late 2010s`: from the one part to the end of the other."""
    first, last = (edge(one) for one in run if one.kind == "edge")
    base = meaning(run[-1])
    whole = isinstance(base, CalendarDate | Decade | Century) and getattr(base, "day", None) is None
    return made(Range(PartOfPeriod(first, base), PartOfPeriod(last, base))) if whole else None


def _edge_of_unit(run: Run, words: Words) -> Built:
    """`the end of the year`, `late in the week`, `the beginning of this month`."""
    only, relative = unit(run[-1]), piece(run, "relative")
    if only in INSTANTS or only is Unit.HOUR or only is Unit.DAY or (relative and said(relative, words) == "past"):
        return None
    return made(PartOfPeriod(edge(piece(run, "edge", "edge_noun")), Period(only, number(relative) if relative else 0)))


def _earlier(run: Run, words: Words) -> Built:
    """`earlier this month`, `later in the year`, `earlier Sunday`."""
    way = Edge.EARLIER if run[0].kind == "earlier" else Edge.LATER
    base = meaning(run[-1])
    if not isinstance(
        base, Period | Shift | Weekday | CalendarDate | Nth | PartOfDay | FiscalYear | YearPart | Season | MonthOf
    ):
        return None
    if isinstance(base, Shift) and (base.count or base.anchor is Anchor.PUBLICATION):
        return None
    return made(PartOfPeriod(way, base))


def _within(run: Run, words: Words) -> Built:
    """`Tuesday last week`, `May of last year`, `the summer of 2018`, `Nov. 3 last year`."""
    inner, outer = meaning(run[0]), meaning(run[-1])
    if isinstance(outer, PartOfPeriod | About) or (run[1].kind == "in" and not isinstance(inner, Weekday | Trailing)):
        return None
    if isinstance(inner, Weekday) and inner.offset is None:
        counted = isinstance(outer, Period) or (isinstance(outer, Shift) and outer.anchor is Anchor.NARRATIVE)
        week = counted and isinstance(outer, Period | Shift) and outer.unit is Unit.WEEK
        return made(Nth(1, outer, weekday=inner.day)) if week else None
    if isinstance(inner, Trailing | Period) and run[1].is_of("of", "in"):
        return _last_of(inner, outer)
    if isinstance(inner, Weekday):
        longer = isinstance(outer, CalendarDate) and outer.month is not None and outer.day is None
        return made(Nth(-1, outer, weekday=inner.day)) if longer and inner.offset == -1 else None
    return _of_year(inner, outer)


def _last_of(inner: Trailing | Period, outer: Meaning) -> Built:
    """`the last week of May`."""
    last = inner.count == -1 if isinstance(inner, Trailing) else inner.offset == -1
    finer = inner.unit in (Unit.DAY, Unit.WEEK, Unit.WEEKEND) or (inner.unit is Unit.MONTH and _is_a_year(outer))
    longer = isinstance(outer, CalendarDate | MonthOf) or (
        isinstance(outer, Period) and outer.unit in (Unit.MONTH, Unit.YEAR)
    )
    dated = isinstance(outer, CalendarDate) and outer.day is not None
    return made(Nth(-1, outer, inner.unit)) if last and finer and longer and not dated else None


def _is_a_year(outer: Meaning) -> bool:
    if isinstance(outer, Period):
        return outer.unit is Unit.YEAR
    return isinstance(outer, CalendarDate) and outer.month is None


def _of_year(inner: Meaning, outer: Meaning) -> Built:
    year = outer.year if isinstance(outer, CalendarDate) and outer.month is None else None
    offset = outer.offset if isinstance(outer, Period) and outer.unit is Unit.YEAR else None
    if isinstance(outer, Shift) and outer.unit is Unit.YEAR and outer.anchor is Anchor.NARRATIVE:
        return _of_told_year(inner, outer.count)
    if year is None and offset is None:
        return None
    match inner:
        case CalendarDate(None, int() as month, None, None, None) if offset is not None:
            return made(MonthOf(month, offset, counts_years=True))
        case CalendarDate(None, int(), _, _, None):
            return made(msgspec.structs.replace(inner, year=year, year_offset=offset))
        case Season(_, None, None) if year is not None:
            return made(msgspec.structs.replace(inner, year=year))
        case YearPart(_, None, None):
            return made(msgspec.structs.replace(inner, year=year, year_offset=offset))
        case PartOfPeriod(which, CalendarDate() | Season() | YearPart() as base):
            built = _of_year(base, outer)
            if built is None or not isinstance(built[1], Time):
                return None
            return made(PartOfPeriod(which, built[1].meaning))
        case Range(CalendarDate() as first, CalendarDate(None, int() as month, _, _, None) as last) if first.day:
            sides = [
                _of_year(msgspec.structs.replace(side, month=side.month or month), outer) for side in (first, last)
            ]
            start, end = (None if side is None or not isinstance(side[1], Time) else side[1].meaning for side in sides)
            return None if start is None or end is None else made(Range(start, end))
        case _:
            return None


def _of_told_year(inner: Meaning, years: int) -> Built:
    """`the autumn of that year`, `March of the following year`."""
    match inner:
        case CalendarDate(None, int() as month, None, None, None):
            return made(OfStory(years, month, counts_years=True))
        case Season(which, None, None):
            return made(OfStory(years, season=which, counts_years=True))
        case _:
            return None


def _nth(run: Run, words: Words) -> Built:
    """`the first week of May`, `the last Monday of the month`, `the second day of last week`."""
    which, thing, outer = run[1], run[2], meaning(run[-1])
    if which.kind == "relative" and said(which, words) != "last":
        return None
    count = 2 if which.kind == "second" else -1 if which.is_of("relative", "final") else number(which)
    if (
        isinstance(outer, Weekday | Range | PartOfDay | Clock | Decade)
        or not is_placed(run[-1])
        or not 0 < abs(count) <= MOST_WEEKS
    ):
        return None
    if thing.kind == "time":
        inner = meaning(thing)
        bare = isinstance(inner, Weekday) and inner.offset is None
        return made(Nth(count, outer, weekday=inner.day)) if bare and isinstance(inner, Weekday) else None
    only = unit(thing)
    return made(Nth(count, outer, only)) if only in (Unit.DAY, Unit.WEEK, Unit.WEEKEND, Unit.MONTH) else None


_FIRST_LATE_HOUR = {DayPart.AFTERNOON: 1, DayPart.EVENING: 3, DayPart.NIGHT: 5}


def _clock_on(run: Run, words: Words) -> Built:
    """`8:30 p.m. Friday`, `Friday at 10 a.m. EST`; alone on a day that was told of."""
    clock = next(one.value for one in run if one.kind == "clocktime")
    assert isinstance(clock, ClockTime)
    day = piece(run, "time")
    base: Meaning = meaning(day) if day else Shift(0, Unit.DAY, Anchor.NARRATIVE)
    hour = clock.hour
    if isinstance(base, PartOfDay):
        first = _FIRST_LATE_HOUR.get(base.part, NOON)
        if clock.of_twelve and first <= hour < NOON:
            hour += NOON
        ends_day = first < NOON and (hour == 0 or (clock.of_twelve and hour == NOON))
        hour, base = (0, From(1, Unit.DAY, base.base)) if ends_day else (hour, base.base)
    if not is_day(base):
        return None
    return of_day(Clock(hour, clock.minute, base, clock.zone))


_ABOUT = frozenset("about around roughly circa approximately c c. ca ca.".split())


def _about(run: Run, words: Words) -> Built:
    """`around 1990`, `about 7:15 p.m.`, `nearly Christmas`."""
    hedge, time = run[0].value, run[-1].value
    assert isinstance(hedge, Modifier)
    assert isinstance(time, Time)
    said = words[run[0].start]
    vague = said.lower not in _ABOUT or (len(said.lower) <= len("ca.") and not said.text.islower())
    precise = isinstance(time.meaning, Clock | CalendarDate | BeforeChrist | Century | Decade | PartOfPeriod)
    pointed = len(run) == len(("ca", ".", "1850"))
    if pointed and said.lower not in ("c", "ca"):
        return None
    precise = precise or (isinstance(time.meaning, Range) and isinstance(time.meaning.start, BeforeChrist))
    if vague or not precise or time.type is TimexType.DURATION or before(run, words) in listed("talk"):
        return None
    return "time", Time(About(Modifier.ABOUT, time.meaning), time.type)


PARTS = layer(
    "parts of times",
    rule("edge-of-unit", "the? very? edge_noun of the relative? unit", _edge_of_unit, "the end of the year"),
    rule("edge-of-unit", "edge_noun of unit", _edge_of_unit, "by end of year"),
    rule("edge-of-unit", "edge in the relative? unit", _edge_of_unit, "late in the week"),
    rule("edge", "the? edge -? time", _edge, "early May"),
    rule("edge", "edge in time", _edge, "late in May"),
    rule("edge-of", "edge_noun - time", _edge_glued, "end-2019"),
    rule("edges", "the? edge -? to -? edge -? time", _edges, "mid-to-late 2010s"),
    rule("edge-of", "the? very? edge_noun of time", _edge, "the end of May"),
    rule("day-part", "edge -? time daypart", _day_part, "early Friday morning"),
    rule("day-part", "time daypart", _day_part, "Wednesday night"),
    rule("day-part", "time in|during the daypart", _day_part, "Friday in the morning"),
    rule("nth", "the ordinal_word|second|ordinal|final|relative unit|time of|in time", _nth, "the first week of May"),
    rule("within", "time of|,|in time", _within, "in May of last year"),
    rule("within", "time time", _within, "Tuesday last week"),
)
EDGES = layer(
    "edges",
    rule("edge", "the? edge -? time", _edge, "late that week"),
    rule("edge-of", "the? very? edge_noun of time", _edge, "the end of that week"),
    rule("earlier", "earlier|later in|on? time", _earlier, "earlier this month"),
    rule(
        "nth",
        "the ordinal_word|second|ordinal|final|relative unit|time of|in time",
        _nth,
        "the first week of that month",
    ),
    rule("within", "time of|, time", _within, "in the autumn of that year"),
)
CLOCKS = layer(
    "hours on their day",
    rule("clock-day", "clocktime ,? on? time", _clock_on, "8:30 p.m. on Friday"),
    rule("clock-day", "time ,? at? clocktime", _clock_on, "Friday at 10 a.m."),
    rule("clock-alone", "clocktime", _clock_on, "at 10 a.m."),
)
ABOUT = layer(
    "about",
    rule("about", "hedge time", _about, "around 1990"),
    rule("about", "hedge '.' time", _about, "ca . 1850"),
)
