"""Days by number, also in the years that Python's calendar doesn't have: before the year 1, and after 9999.

The number of a day is its `date.toordinal()`, carried on both ways in the proleptic Gregorian calendar, which EDTF is
in. Years are counted as astronomers and EDTF do: 0 is 1 BC, -43 is 44 BC.
"""

import calendar
import datetime as dt

_CYCLE = 400
"""Years after which the calendar is the same again, weekdays too."""
_CYCLE_DAYS = 146_097


def day_number(year: int, month: int, day: int) -> int:
    """The number of a day. Raises ValueError where there is no such day."""
    cycles, within = divmod(year - 1, _CYCLE)
    return dt.date(within + 1, month, day).toordinal() + cycles * _CYCLE_DAYS


def year_month_day(number: int) -> tuple[int, int, int]:
    """The day that has a number."""
    cycles, within = divmod(number - 1, _CYCLE_DAYS)
    day = dt.date.fromordinal(within + 1)
    return day.year + cycles * _CYCLE, day.month, day.day


def days_in_month(year: int, month: int) -> int:
    """How many days a month of any year has."""
    return calendar.monthrange((year - 1) % _CYCLE + 1, month)[1]


def date_of(number: int | None) -> dt.date | None:
    """Python's date of a day; None of no day, and of one in a year that Python's calendar doesn't have."""
    if number is None or not dt.date.min.toordinal() <= number <= dt.date.max.toordinal():
        return None
    return dt.date.fromordinal(number)
