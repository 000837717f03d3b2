"""The years and months that events tell of, and how many events have a day in each, as `date:` finds them."""

import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from timeline.dates.day_numbers import date_of, year_month_day
from timeline.indexes import Days

Times = tuple[Days, ...]
"""When an event was, or may have been."""
_TWO_MONTHS = 62
"""So many days or fewer are of the months in which they begin and end; what is longer, or open, of its years alone."""
_Numbering = Callable[[int], int]
"""Gives the number of the year or month of a day."""


def years_and_months(times: Mapping[Times, int]) -> list[tuple[str, int]]:
    """Of times, and how many events have each: the years in order, then the months.

    Named are those in which something begins or ends. In each are counted all that have a day in common with it: also
    what lasted for a decade, or nobody knows the end of.
    """
    ends = [(day, _is_short(one)) for own in times for one in own for day in _ends(one)]
    years = {_year(day) for day, _ in ends}
    months = {_month(day) for day, is_short in ends if is_short}
    in_year, in_month = _counted(times, years, _year), _counted(times, months, _month)
    return [(f"{year:04}", in_year[year]) for year in sorted(years)] + [
        (f"{month // 12:04}-{month % 12 + 1:02}", in_month[month]) for month in sorted(months)
    ]


def _year(day: int) -> int:
    return year_month_day(day)[0]


def _month(day: int) -> int:
    year, month, _ = year_month_day(day)
    return year * 12 + month - 1


def _is_short(days: Days) -> bool:
    return days.last - days.first <= _TWO_MONTHS


def _ends(days: Days) -> Iterable[int]:
    """Its first and last day, as far as a filter can name their year."""
    for day in {days.first, days.last}:
        if math.isfinite(day) and date_of(int(day)) is not None:
            yield int(day)


def _counted(times: Mapping[Times, int], named: set[int], number: _Numbering) -> Mapping[int, int]:
    """How many events have a day in each: one more from where a stretch of it begins, one less behind its end."""
    changes: Counter[int] = Counter()
    for own, count in times.items():
        for first, last in _stretches(own, number, min(named, default=0), max(named, default=0)):
            changes[first] += count
            changes[last + 1] -= count
    counts, so_far = dict[int, int](), 0
    for at in sorted({*changes, *named}):
        so_far += changes[at]
        counts[at] = so_far
    return counts


def _stretches(own: Sequence[Days], number: _Numbering, least: int, most: int) -> list[tuple[int, int]]:
    """From which to which an event has days; those that meet are one, so that nothing has it twice."""
    found: list[tuple[int, int]] = []
    for days in sorted(own):
        first = max(least, number(int(days.first))) if math.isfinite(days.first) else least
        last = min(most, number(int(days.last))) if math.isfinite(days.last) else most
        if found and first <= found[-1][1]:
            found[-1] = found[-1][0], max(found[-1][1], last)
        elif first <= last:
            found.append((first, last))
    return found
