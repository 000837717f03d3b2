"""Calendar arithmetic on days: the unit that holds a day, and shifting by units. Total within the years 1 to 9999."""

import datetime as dt

from timeline.dates.edtf import month_end
from timeline.meanings.units import Unit

_MONTHS_IN = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.YEAR: 12, Unit.DECADE: 120, Unit.CENTURY: 1200}
_DAYS_IN = {Unit.DAY: 1, Unit.WEEK: 7, Unit.WEEKEND: 7}
_PER_DAY = {Unit.HOUR: 24, Unit.MINUTE: 24 * 60, Unit.SECOND: 24 * 60 * 60}


def shift(day: dt.date, count: int, unit: Unit) -> dt.date:
    """`day` moved by `count` units; the 31st becomes the last day of a shorter month, clock units count whole days.

    Raises:
        OverflowError: the result lies outside the years 1 to 9999.

    >>> shift(dt.date(2019, 1, 31), 1, Unit.MONTH)
    datetime.date(2019, 2, 28)
    """
    if unit in _MONTHS_IN:
        months = day.year * 12 + day.month - 1 + count * _MONTHS_IN[unit]
        year, month = divmod(months, 12)
        if not dt.MINYEAR <= year <= dt.MAXYEAR:
            raise OverflowError(f"year {year}")
        return dt.date(year, month + 1, min(day.day, month_end(year, month + 1).day))
    days = int(count / _PER_DAY[unit]) if unit in _PER_DAY else count * _DAYS_IN[unit]
    return dt.date.fromordinal(_ordinal(day.toordinal() + days))


def containing(day: dt.date, unit: Unit) -> tuple[dt.date, dt.date]:
    """First and last day of the calendar unit that holds `day`; weeks begin on Monday (ISO 8601).

    Raises:
        OverflowError: the unit reaches outside the years 1 to 9999.
    """
    match unit:
        case Unit.WEEK | Unit.WEEKEND:
            monday = day.toordinal() - day.weekday()
            first, last = (monday, monday + 6) if unit is Unit.WEEK else (monday + 5, monday + 6)
            return dt.date.fromordinal(_ordinal(first)), dt.date.fromordinal(_ordinal(last))
        case Unit.MONTH | Unit.QUARTER:
            size = _MONTHS_IN[unit]
            month = (day.month - 1) // size * size + 1
            return dt.date(day.year, month, 1), month_end(day.year, month + size - 1)
        case Unit.YEAR | Unit.DECADE | Unit.CENTURY:
            size = _MONTHS_IN[unit] // 12
            year = day.year // size * size
            return dt.date(max(year, dt.MINYEAR), 1, 1), dt.date(year + size - 1, 12, 31)
        case _:
            return day, day


def _ordinal(number: int) -> int:
    if not dt.date.min.toordinal() <= number <= dt.date.max.toordinal():
        raise OverflowError(f"day {number}")
    return number
