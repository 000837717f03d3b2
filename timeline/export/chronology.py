"""Entries under headings of year, month and day, with no more headings than the entries ask for."""

import datetime as dt
from collections.abc import Iterable, Sequence

import msgspec

from timeline.collection import Entry
from timeline.dates.calendar_names import MONTH_NAMES, WEEKDAY_NAMES
from timeline.dates.day_numbers import year_month_day
from timeline.dates.edtf import describe, describe_year, span_of
from timeline.when import Bound, Precision, When

_DAYS = (Precision.TIME, Precision.DAY)
_WITHIN_DAYS = (*_DAYS, Precision.DAYS, Precision.WEEK)
_WITHIN_MONTHS = (*_WITHIN_DAYS, Precision.MONTH)
_SEVERAL_YEARS = (Precision.DECADE, Precision.CENTURY, Precision.YEARS)


class Section(msgspec.Struct, frozen=True):
    """A heading with the entries that stand directly under it, and then its sections."""

    heading: str
    entries: tuple[Entry, ...]
    sections: tuple["Section", ...] = ()
    is_day: bool = False
    """Whether the heading says the day, so that entries that are surely of that day alone need not."""


def chronology(entries: Iterable[Entry]) -> tuple[Section, ...]:
    """The dated `entries` in sections by year, in order of time; undated ones are left out.

    A year has headings for its months, and a month for its days, where there are several of them and one holds several
    entries; otherwise each line says its own date. What is longer than a day, or could be two days, stands under that
    on which it begins, as in the list, and what is over by a day under that day; what lasts a month or longer, before
    the days or months.
    """
    years: dict[tuple[int, bool, str], list[Entry]] = {}
    for entry in entries:
        if not entry.when.is_open:
            years.setdefault(_year(entry.when), []).append(entry)
    return tuple(_section(key[2], years[key], depth=1) for key in sorted(years))


def _year(when: When) -> tuple[int, bool, str]:
    """What a year's section is sorted by, and its heading; `1990s` comes before `1990`."""
    year = _place(when)[0]
    spans_years = when.precision in _SEVERAL_YEARS and None not in span_of(when)
    return (year, False, describe(when)) if spans_years else (year, True, describe_year(year))


def _section(heading: str, entries: Sequence[Entry], depth: int) -> Section:
    own, sections = _split(entries, depth)
    return Section(heading, own, sections)


def _split(entries: Sequence[Entry], depth: int) -> tuple[tuple[Entry, ...], tuple[Section, ...]]:
    """Entries that stand directly at `depth` (1 a year, 2 a month), and the sections below it."""
    groups: dict[tuple[int, ...], list[Entry]] = {}
    own = []
    for entry in entries:
        place = _place(entry.when)
        if len(place) > depth:
            groups.setdefault(place[: depth + 1], []).append(entry)
        else:
            own.append(entry)
    if len(groups) == 1 and depth == 1:
        return _split(entries, depth=2)
    if len(groups) <= 1 or all(len(group) == 1 for group in groups.values()):
        return tuple(entries), ()
    return tuple(own), tuple(_below(place, groups[place]) for place in sorted(groups))


def _below(place: tuple[int, ...], entries: Sequence[Entry]) -> Section:
    month = f"{MONTH_NAMES[place[1] - 1].title()} {place[0]}"
    if len(place) == 2:
        return _section(month, entries, depth=2)
    weekday = WEEKDAY_NAMES[dt.date(*place).weekday()].title()
    return Section(f"{weekday} {place[2]} {month}", tuple(entries), is_day=True)


def is_of_a_day(when: When) -> bool:
    """Whether a time is surely of one day alone."""
    first, last = span_of(when)
    certain = not when.is_uncertain or ("T" in when.edtf and when.bound is Bound.BETWEEN and not when.candidates)
    return when.precision in _DAYS and first == last and certain


def _place(when: When) -> tuple[int, ...]:
    """The year, month and day under which a time stands: where it begins, or by when it is over, as in the list."""
    first, last = span_of(when)
    start = last if first is None else first
    assert start is not None
    year, month, day = year_month_day(start)
    if not dt.MINYEAR <= year <= dt.MAXYEAR:
        return (year,)
    if when.precision in _WITHIN_DAYS or first is None:
        return (year, month, day)
    return (year, month) if when.precision in _WITHIN_MONTHS else (year,)
