"""From a dated option to a part of it, or to a time that counts from it; `resolve` composes them."""

import datetime as dt
import re
from collections.abc import Sequence

import msgspec

from timeline.dates.edtf import marked, parse
from timeline.dates.periods import containing, shift
from timeline.dates.phrases import DAY_NAMES, amount, ordinal
from timeline.dates.resolving.counting import first_units, reaching
from timeline.dates.resolving.options import Option, unit_option
from timeline.meanings import timex
from timeline.meanings.composed import Clock, FirstUnits, Found, From, Nth, Reaching, UnitOf
from timeline.meanings.named import Holiday
from timeline.meanings.units import Edge, Unit
from timeline.when import Candidate, Precision, When

EDGE_WORDS = {
    Edge.START: "about the first third of it",
    Edge.MID: "about the middle third of it",
    Edge.END: "about the last third of it",
    Edge.FIRST_HALF: "the first half of it",
    Edge.SECOND_HALF: "the second half of it",
    Edge.EARLIER: "what was over of it at publication",
    Edge.LATER: "what was still to come of it at publication",
}

# Offsets from Greenwich of the zones that have a fixed one; "ET" and the like move with the summer time of the place.
_ZONES = {
    "GMT": "Z",
    "UTC": "Z",
    "BST": "+01:00",
    "CET": "+01:00",
    "CEST": "+02:00",
    "EET": "+02:00",
    "MSK": "+03:00",
    "JST": "+09:00",
    "EST": "-05:00",
    "EDT": "-04:00",
    "CST": "-06:00",
    "CDT": "-05:00",
    "MST": "-07:00",
    "MDT": "-06:00",
    "PST": "-08:00",
    "PDT": "-07:00",
}
_FINENESS = {
    Precision.TIME: Unit.DAY,
    Precision.DAY: Unit.DAY,
    Precision.WEEK: Unit.WEEK,
    Precision.MONTH: Unit.MONTH,
    Precision.QUARTER: Unit.QUARTER,
    Precision.YEAR: Unit.YEAR,
    Precision.DECADE: Unit.DECADE,
    Precision.CENTURY: Unit.CENTURY,
}
_BY_SIZE = (*(Unit.SECOND, Unit.MINUTE, Unit.HOUR, Unit.DAY, Unit.WEEKEND, Unit.WEEK), *list(Unit)[6:])


def with_timex(option: Option, suffix: str) -> Option:
    """A part of a day; EDTF has none, so that the day stays."""
    exact = parse(option.edtf).precision is Precision.DAY
    return msgspec.structs.replace(option, timex=option.timex + suffix) if exact else option


def at_clock(option: Option, clock: Clock) -> Option:
    """A day at a clock time."""
    if parse(option.edtf).precision is not Precision.DAY:
        return option
    time = f"{option.edtf.rstrip('?~%')}T{clock.hour:02d}:{clock.minute:02d}"
    zone = _ZONES.get(clock.zone.upper(), "")
    written = f"{time}Z" if zone == "Z" else time
    if not option.edtf[-1].isdecimal():
        # EDTF has no uncertain hour: the uncertain day stays.
        return msgspec.structs.replace(option, timex=written)
    return msgspec.structs.replace(option, edtf=f"{time}:00{zone}", timex=written)


def about(option: Option) -> Option:
    """The same date, marked as approximate."""
    return msgspec.structs.replace(option, edtf=marked(option.edtf, "~"))


_OF_A_WEEK = {Edge.START: (0, 1), Edge.MID: (2, 2), Edge.END: (3, 6)}
"""A week is told of by its working days: its middle is Wednesday."""


def part_of(option: Option, edge: Edge, anchor: dt.date | None) -> Option:
    """Thirds, marked as approximate: `early March` never becomes 1 March; or what is before, or after, the anchor."""
    span = parse(option.edtf)
    if span.earliest is None or span.latest is None or span.earliest == span.latest:
        return option
    if edge in (Edge.EARLIER, Edge.LATER):
        return _side_of(option, span.earliest, span.latest, edge, anchor)
    if edge in (Edge.FIRST_HALF, Edge.SECOND_HALF):
        return _half_of(option, span.earliest, span.latest, edge)
    if span.precision is Precision.YEAR:
        first, last = {Edge.START: (1, 4), Edge.MID: (5, 8), Edge.END: (9, 12)}[edge]
        year = span.earliest.year
        return msgspec.structs.replace(option, edtf=f"{year:04d}-{first:02d}~/{year:04d}-{last:02d}~")
    if span.precision in (Precision.DECADE, Precision.CENTURY):
        return msgspec.structs.replace(option, edtf=_third_of_years(span.earliest.year, span.latest.year, edge))
    if span.precision is Precision.WEEK:
        first, last = _OF_A_WEEK[edge]
        start, end = (span.earliest + dt.timedelta(days=day) for day in (first, last))
        return msgspec.structs.replace(option, edtf=f"{start}~/{end}~" if start != end else f"{start}~")
    days = (span.latest - span.earliest).days
    cuts = [span.earliest + dt.timedelta(days=days * third // 3) for third in range(4)]
    number = (Edge.START, Edge.MID, Edge.END).index(edge)
    first_day = cuts[number] + dt.timedelta(days=number > 0)
    if first_day > cuts[number + 1]:  # two days have no middle
        return option
    return msgspec.structs.replace(option, edtf=f"{first_day}~/{cuts[number + 1]}~")


def _half_of(option: Option, first: dt.date, last: dt.date, edge: Edge) -> Option:
    """`the first half of May` in days, `the second half of the 19th century` in years."""
    years = last.year - first.year + 1
    if years > 1:
        middle = first.year + years // 2
        start, end = (first.year, middle - 1) if edge is Edge.FIRST_HALF else (middle, last.year)
        return msgspec.structs.replace(option, edtf=f"{start:04d}/{end:04d}")
    day = first + (last - first) // 2
    halves = (first, day) if edge is Edge.FIRST_HALF else (day + dt.timedelta(days=1), last)
    return _between(option, *halves)


def _third_of_years(first: int, last: int, edge: Edge) -> str:
    """`the mid-1990s` in whole years."""
    third = (last - first + 1) // 3
    start, end = {
        Edge.START: (first, first + third),
        Edge.MID: (first + third + 1, last - third),
        Edge.END: (last - third + 1, last),
    }[edge]
    return f"{start:04d}~/{end:04d}~"


def _side_of(option: Option, first: dt.date, last: dt.date, edge: Edge, anchor: dt.date | None) -> Option:
    if anchor is None or not first <= anchor <= last:
        return option
    return _between(option, *((first, anchor) if edge is Edge.EARLIER else (anchor, last)))


def beside(options: Sequence[Option], edge: Edge, told: When) -> tuple[Option, ...]:
    """`later that year`: of the year of each date that was told of, what follows it; all where that is as wide."""
    dates: Sequence[Candidate | When] = told.candidates or (told,)
    return tuple(_from_told(option, edge, date) for option, date in zip(options, dates, strict=False))


def _from_told(option: Option, edge: Edge, told: Candidate | When) -> Option:
    whole = parse(option.edtf)
    if whole.earliest is None or whole.latest is None or told.earliest is None or told.latest is None:
        return option
    start, end = (whole.earliest, told.latest) if edge is Edge.EARLIER else (told.earliest, whole.latest)
    return option if end < start or (start, end) == (whole.earliest, whole.latest) else _between(option, start, end)


def _between(option: Option, start: dt.date, end: dt.date) -> Option:
    """As sure as the option was."""
    sides = (start.isoformat(),) if start == end else (start.isoformat(), end.isoformat())
    mark = "?" if "?" in option.edtf else ""
    return msgspec.structs.replace(option, edtf="/".join(f"{side}{mark}" for side in sides))


def inside(meaning: Found, base: Option) -> Option | None:
    """A time that is found from another that the words name."""
    match meaning:
        case From():
            return counted_from(meaning, base)
        case Nth():
            return nth_of(meaning, base)
        case UnitOf():
            return unit_of(meaning, base)
        case FirstUnits():
            return first_units(meaning, base)
        case Reaching():
            return reaching(meaning, base)


_PART_OF_YEAR = re.compile(r"\d{4}-(2[1-4]|3[3-6]|4[01])[?~]?")
"""A season, quarter or half in EDTF."""


def counted_from(meaning: From, base: Option) -> Option | None:
    """`two days after Christmas`, `a week ago Friday`: as fine as the finer of the two."""
    span = parse(base.edtf)
    near = span.earliest if meaning.count <= 0 else span.latest
    if span.earliest is None or near is None:
        return None
    if meaning.unit is Unit.WEEKEND and span.earliest == span.latest:
        return _weekend_beside(meaning.count, span.earliest)
    finer = _FINENESS.get(span.precision, Unit.DAY)
    coarse = _BY_SIZE.index(meaning.unit) >= _BY_SIZE.index(finer)
    day = shift(span.earliest if coarse else near, meaning.count, meaning.unit)
    because = f"{amount(abs(meaning.count), meaning.unit)} {'before' if meaning.count < 0 else 'after'} that"
    if meaning.unit is Unit.YEAR and _PART_OF_YEAR.fullmatch(base.edtf):
        return _of_other_year(base, day.year - span.earliest.year, because)
    found = unit_option(day, finer if coarse else meaning.unit, because)
    doubted = next((mark for mark in "?~" if mark in base.edtf), "")
    return msgspec.structs.replace(found, edtf=marked(found.edtf, doubted)) if doubted else found


def _of_other_year(part: Option, years: int, because: str) -> Option:
    """The same season, quarter or half so many years later."""
    edtf, value = (f"{int(text[:4]) + years:04d}{text[4:]}" for text in (part.edtf, part.timex))
    return Option(edtf, value, because)


_FRIDAY = 4


def _weekend_beside(count: int, day: dt.date) -> Option:
    """`The weekend before Election Day`, which that day is no part of."""
    monday = shift(day, -day.weekday(), Unit.DAY)
    weeks = count - (count > 0 and day.weekday() <= _FRIDAY)
    because = f"{amount(abs(count), Unit.WEEKEND)} {'before' if count < 0 else 'after'} that"
    return unit_option(shift(monday, weeks, Unit.WEEK), Unit.WEEKEND, because)


_NEAREST_WEEKEND = (-2, -2, -2, 2, 1, 0, 0)
"""Days from each day of the week to a day of the weekend nearest to it."""


def unit_of(meaning: UnitOf, base: Option) -> Option | None:
    """The week of a day, the weekend next to it."""
    day = parse(base.edtf).earliest
    if day is None:
        return None
    near = shift(day, _NEAREST_WEEKEND[day.weekday()], Unit.DAY) if meaning.unit is Unit.WEEKEND else day
    found = unit_option(near, meaning.unit, f"the {meaning.unit} of that")
    if meaning.unit is Unit.WEEKEND and isinstance(meaning.base, Holiday):
        found = _with_holiday(found, day)
    doubted = next((mark for mark in "?~" if mark in base.edtf), "")
    return msgspec.structs.replace(found, edtf=marked(found.edtf, doubted)) if doubted else found


def _with_holiday(weekend: Option, day: dt.date) -> Option:
    """A weekend with the holiday beside it: *the Labor Day weekend* has three days."""
    span = parse(weekend.edtf)
    if span.earliest is None or span.latest is None:
        return weekend
    first, last = min(span.earliest, day), max(span.latest, day)
    beside = (last - first).days <= (span.latest - span.earliest).days + 1
    return msgspec.structs.replace(weekend, edtf=f"{first}/{last}") if beside else weekend


def nth_of(meaning: Nth, base: Option) -> Option | None:
    """`the last Monday of May`, `the first week of June`, `Tuesday of last week`; None where there is none."""
    span = parse(base.edtf)
    if span.earliest is None or span.latest is None or meaning.number == 0:
        return None
    if meaning.weekday is not None:
        return _nth_weekday(meaning.number, meaning.weekday, span.earliest, span.latest)
    if meaning.unit is Unit.WEEK:
        return _nth_week(meaning.number, span.earliest, span.latest, span.precision)
    start, end = containing(span.earliest, meaning.unit)[0], span.latest
    if meaning.unit is Unit.WEEKEND and start < span.earliest:
        start = shift(start, 1, Unit.WEEK)
    day = (
        shift(start, meaning.number - 1, meaning.unit)
        if meaning.number > 0
        else shift(containing(end, meaning.unit)[0], meaning.number + 1, meaning.unit)
    )
    within = span.earliest <= day <= span.latest
    return unit_option(day, meaning.unit, f"the {ordinal(meaning.number)} {meaning.unit} of it") if within else None


def _nth_weekday(number: int, weekday: int, first: dt.date, last: dt.date) -> Option | None:
    if number > 0:
        days = (weekday - first.weekday()) % 7 + 7 * (number - 1)
        if days > (last - first).days:
            return None
        day = first + dt.timedelta(days=days)
    else:
        days = (last.weekday() - weekday) % 7 + 7 * (-number - 1)
        if days > (last - first).days:
            return None
        day = last - dt.timedelta(days=days)
    which = "" if (last - first).days < 7 else f"{ordinal(number)} "
    return Option(day.isoformat(), day.isoformat(), f"the {which}{DAY_NAMES[weekday]} of it")


def _nth_week(number: int, first: dt.date, last: dt.date, precision: Precision) -> Option | None:
    """Of a year the ISO week; of a month so many times seven days, about."""
    because = f"the {ordinal(number)} week of it"
    if precision is Precision.YEAR and number > 0:
        return unit_option(dt.date.fromisocalendar(first.year, number, 4), Unit.WEEK, because)
    offset = 7 * (number - 1) if number > 0 else (last - first).days + 1 + 7 * number
    if not 0 <= offset <= (last - first).days:
        return None
    start = first + dt.timedelta(days=offset)
    end = min(start + dt.timedelta(days=6), last)
    return Option(f"{start}~/{end}~", timex.week(start + dt.timedelta(days=(end - start).days // 2)), because)
