"""So many units inside a dated option, or up to one: `the first five months of 2011`, `the three months to June`."""

import datetime as dt

from timeline.dates.edtf import parse
from timeline.dates.periods import containing, shift
from timeline.dates.phrases import amount
from timeline.dates.resolving.options import Option
from timeline.meanings import timex
from timeline.meanings.composed import FirstUnits, Reaching
from timeline.meanings.units import Unit

_MONTHS = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.YEAR: 12}


def first_units(meaning: FirstUnits, base: Option) -> Option | None:
    """`the first ten days of May`, `the last four months of 2021`; None where the period is no longer than they are.

    Weeks are so many times seven days, and only about that, as the n-th week of a month is.
    """
    span, count = parse(base.edtf), abs(meaning.count)
    first, last = span.earliest, span.latest
    if first is None or last is None:
        return None
    try:
        if meaning.count > 0:
            start, end = first, _before(shift(first, count, meaning.unit))
        else:
            start, end = _start_of_last(last, count, meaning.unit), last
    except (OverflowError, ValueError):  # more than the calendar holds is more than the period does
        return None
    if not first <= start <= end <= last or (start, end) == (first, last):
        return None
    mark = "~" if meaning.unit is Unit.WEEK else _doubt(base)
    which = "first" if meaning.count > 0 else "last"
    because = f"the {which} {amount(count, meaning.unit)} of it"
    return Option(_written(start, end, mark), timex.duration(count, meaning.unit), because)


def reaching(meaning: Reaching, base: Option) -> Option | None:
    """`the three months to June 2019`, `the year ended March 31`, `the week beginning 3 June`."""
    span, count = parse(base.edtf), abs(meaning.count)
    first, last = span.earliest, span.latest
    if first is None or last is None:
        return None
    if meaning.count > 0:
        start, end = first, _before(shift(first, count, meaning.unit))
    else:
        start, end = _start_of_last(last, count, meaning.unit), last
    if end < start:  # hours fill no day
        return None
    way = "that begin" if meaning.count > 0 else "that end"
    because = f"the {amount(count, meaning.unit)} {way}{'s' * (count == 1)} with that"
    return Option(_written(start, end, _doubt(base)), timex.duration(count, meaning.unit), because)


def _before(day: dt.date) -> dt.date:
    return day - dt.timedelta(days=1)


def _start_of_last(last: dt.date, count: int, unit: Unit) -> dt.date:
    """The first day of so many units that end with this day: those of a month's last day begin with a month."""
    months = _MONTHS.get(unit)
    if months and _ends_month(last):
        return shift(containing(last, Unit.MONTH)[0], 1 - count * months, Unit.MONTH)
    return shift(last, -count, unit) + dt.timedelta(days=1)


def _ends_month(day: dt.date) -> bool:
    return (day + dt.timedelta(days=1)).day == 1


def _doubt(base: Option) -> str:
    return next((mark for mark in "?~" if mark in base.edtf), "")


def _written(start: dt.date, end: dt.date, mark: str) -> str:
    """In months where whole months are meant."""
    if start.day == 1 and _ends_month(end):
        sides = [f"{day.year:04d}-{day.month:02d}" for day in (start, end)]
    else:
        sides = [start.isoformat(), end.isoformat()]
    return "/".join(f"{side}{mark}" for side in dict.fromkeys(sides))
