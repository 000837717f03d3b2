"""The names of months and days, and which days figures such as `3/4/2019` can mean: one table for all that reads dates.

The forms are those of English newspapers (AP and Guardian style books): full names, and abbreviations of three or four
letters whose point the readers take off.
"""

import datetime as dt

MONTH_NAMES = "january february march april may june july august september october november december".split()
WEEKDAY_NAMES = "monday tuesday wednesday thursday friday saturday sunday".split()

MONTHS = {name[:length]: n for n, name in enumerate(MONTH_NAMES, 1) for length in (3, len(name))} | {"sept": 9}
"""Every written form of a month, in lower case and without its point, to its number."""

WEEKDAYS = {name[:length]: n for n, name in enumerate(WEEKDAY_NAMES) for length in (3, 4, 5, len(name))}
"""Every written form of a day of the week, Monday 0."""


def day_of(year: int, month: int, number: int) -> dt.date | None:
    """The date, if there is such a day."""
    try:
        return dt.date(year, month, number)
    except (ValueError, OverflowError):  # *Feb 99999999999999999999*
        return None


def figures(first: int, second: int, year: int) -> tuple[dt.date, ...]:
    """The days that `first/second/year` can be: the American reading first, then the others' if it is another day."""
    readings = (day_of(year, first, second), day_of(year, second, first))
    return tuple(dict.fromkeys(day for day in readings if day is not None))
