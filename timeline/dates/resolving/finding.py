"""From a dated option to a time that the words find from it: `two days after Christmas`, `the last Monday of May`."""

import datetime as dt
import re

import msgspec

from timeline.dates.edtf import marked, parse
from timeline.dates.holidays import weekend
from timeline.dates.periods import containing, shift
from timeline.dates.phrases import DAY_NAMES, amount, ordinal
from timeline.dates.resolving.counting import first_units, reaching
from timeline.dates.resolving.options import Option, unit_option
from timeline.meanings import timex
from timeline.meanings.composed import FirstUnits, Found, From, Nth, Reaching, UnitOf
from timeline.meanings.named import Holiday
from timeline.meanings.units import Unit
from timeline.when import Precision

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
"""What a date of this precision is one of; what is of another is taken by its days."""
_BY_SIZE = tuple(Unit)


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
        found = _of_holiday(meaning.base, day) or _with_holiday(found, day)
    doubted = next((mark for mark in "?~" if mark in base.edtf), "")
    return msgspec.structs.replace(found, edtf=marked(found.edtf, doubted)) if doubted else found


def _of_holiday(holiday: Holiday, day: dt.date) -> Option | None:
    """*The Thanksgiving weekend*: longer than others, to most who speak of it."""
    country = holiday.countries[0] if len(holiday.countries) == 1 else ""
    if (span := weekend(holiday.name, country)) is None:
        return None
    first, last = (day + dt.timedelta(days=days) for days in span)
    return Option(f"{first}~/{last}~", f"{timex.week(day)}-WE", "the weekend of that, which is longer than others")


def _with_holiday(two_days: Option, day: dt.date) -> Option:
    """A weekend with the holiday beside it: *the Labor Day weekend* has three days."""
    span = parse(two_days.edtf)
    if span.earliest is None or span.latest is None:
        return two_days
    first, last = min(span.earliest, day), max(span.latest, day)
    beside = (last - first).days <= (span.latest - span.earliest).days + 1
    return msgspec.structs.replace(two_days, edtf=f"{first}/{last}") if beside else two_days


def nth_of(meaning: Nth, base: Option) -> Option | None:
    """`the last Monday of May`, `the first week of June`, `Tuesday of last week`; None where there is none."""
    found = _nth_of(meaning, base)
    doubted = next((mark for mark in "?~" if mark in base.edtf), "")
    return found if found is None or not doubted else msgspec.structs.replace(found, edtf=marked(found.edtf, doubted))


def _nth_of(meaning: Nth, base: Option) -> Option | None:
    span = parse(base.edtf)
    if span.earliest is None or span.latest is None or meaning.number == 0:
        return None
    if meaning.weekday is not None:
        return _nth_weekday(meaning.number, meaning.weekday, span.earliest, span.latest)
    if meaning.unit is Unit.WEEK:
        return _nth_week(meaning.number, span.earliest, span.latest, span.precision)
    start, end = (containing(day, meaning.unit)[0] for day in (span.earliest, span.latest))
    if meaning.unit is Unit.WEEKEND:  # a weekend is of the month that it begins in
        start = shift(start, 1, Unit.WEEK) if start < span.earliest else start
        end = shift(end, -1, Unit.WEEK) if end > span.latest else end
    day = (
        shift(start, meaning.number - 1, meaning.unit)
        if meaning.number > 0
        else shift(end, meaning.number + 1, meaning.unit)
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
