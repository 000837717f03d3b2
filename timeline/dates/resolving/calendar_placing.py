"""Where dates by name lie: `26 January 2019`, and `20 May`, `May`, `the 23rd` around an anchor day."""

import datetime as dt
from collections.abc import Callable

import msgspec

from timeline.dates.edtf import marked
from timeline.dates.periods import shift
from timeline.dates.phrases import DAY_NAMES, MONTH_WORDS, NAMED, ending, year_from_publication
from timeline.dates.resolving.options import NEAR_DAYS, Option, around, checked_year, first_day, unit_option
from timeline.meanings.named import CalendarDate
from timeline.meanings.units import Unit
from timeline.model import Direction

_YEARS_TO_A_LEAP_DAY = 8
"""The most that lie between two: 1896 and 1904."""
_MONTHS_TO_A_WEEKDAY = 14
"""Any day of the month up to the 28th is each day of the week once in so many months."""


def calendar_date(meaning: CalendarDate, anchor: dt.date | None, direction: Direction) -> tuple[Option, ...]:
    """`26 January 2019`, `May 2018`, `2019`; and `20 May`, `May`, `the 23rd` around the anchor; none without it."""
    year, month, day = meaning.year, meaning.month, meaning.day
    if year is not None:
        return (_named(meaning),)
    if anchor is None:
        return ()
    if meaning.year_offset is not None:
        moved = msgspec.structs.replace(meaning, year=checked_year(anchor.year + meaning.year_offset), year_offset=None)
        because = f"that of {year_from_publication(meaning.year_offset)}"
        return (msgspec.structs.replace(_named(moved), because=because),)
    if month is None:
        assert day is not None
        name = f"{day}{ending(day)} of a month"
        if meaning.weekday is not None:
            return _on_weekday_of_month(anchor, direction, day, meaning.weekday)
        return around(anchor, direction, name, lambda n: _day_of_month(anchor, n, day), reach=2)
    name = f"{'' if day is None else f'{day} '}{MONTH_WORDS[month - 1]}"

    def nth(years: int) -> Option | None:
        return _in_year(anchor.year + years, month, day)

    if meaning.weekday is not None:
        return _on_weekday(meaning.weekday, anchor, direction, name, nth)
    return around(anchor, direction, name, nth, reach=_YEARS_TO_A_LEAP_DAY)


def _on_weekday(
    weekday: int, anchor: dt.date, direction: Direction, name: str, nth: Callable[[int], Option | None]
) -> tuple[Option, ...]:
    """`Friday, 15 March`: the nearest one that is a Friday, unless it is so far off that the text may be wrong."""
    row = [option for option in map(nth, range(-_YEARS_TO_A_LEAP_DAY, _YEARS_TO_A_LEAP_DAY + 1)) if option]
    agreeing = sorted(
        filter(lambda option: _agrees(option, weekday), row), key=lambda option: _distance(option, anchor)
    )
    because = f"the nearest {DAY_NAMES[weekday]} {name} to publication"
    nearest = tuple(msgspec.structs.replace(option, because=because) for option in agreeing[:1])
    if nearest and _distance(nearest[0], anchor) <= NEAR_DAYS:
        return nearest
    plain = around(anchor, direction, name, nth, reach=_YEARS_TO_A_LEAP_DAY)[:1]
    return tuple(_doubted(option, weekday) for option in plain) + nearest


def _on_weekday_of_month(anchor: dt.date, direction: Direction, day: int, weekday: int) -> tuple[Option, ...]:
    """`Friday the 24th`: of the months around, those whose 24th is a Friday."""
    row = (_day_of_month(anchor, months, day) for months in range(-_MONTHS_TO_A_WEEKDAY, _MONTHS_TO_A_WEEKDAY + 1))
    agreeing = {at: option for at, option in enumerate(row) if option is not None and _agrees(option, weekday)}
    name = f"{DAY_NAMES[weekday]} the {day}{ending(day)}"
    return around(
        anchor,
        direction,
        name,
        lambda months: agreeing.get(months + _MONTHS_TO_A_WEEKDAY),
        reach=_MONTHS_TO_A_WEEKDAY,
    )


def _distance(option: Option, anchor: dt.date) -> int:
    return abs((first_day(option) - anchor).days)


def _agrees(option: Option, weekday: int | None) -> bool:
    return weekday is None or first_day(option).weekday() == weekday


def _doubted(option: Option, weekday: int) -> Option:
    because = f"{option.because}, though it is no {DAY_NAMES[weekday]}"
    return msgspec.structs.replace(option, edtf=marked(option.edtf, "?"), because=because)


def _named(meaning: CalendarDate) -> Option:
    """A full date; uncertain where it is not on the day of the week that the text says."""
    assert meaning.year is not None
    parts = [f"{part:02d}" for part in (meaning.month, meaning.day) if part is not None]
    edtf = "-".join([f"{meaning.year:04d}", *parts])
    named = Option(edtf, edtf, NAMED)
    if meaning.weekday is None or _agrees(named, meaning.weekday):
        return named
    return _doubted(named, meaning.weekday)


def _in_year(year: int, month: int, day: int | None) -> Option | None:
    if not dt.MINYEAR <= year <= dt.MAXYEAR:
        return None
    if day is None:
        return unit_option(dt.date(year, month, 1), Unit.MONTH)
    try:
        edtf = dt.date(year, month, day).isoformat()
    except ValueError:
        return None
    return Option(edtf, edtf)


def _day_of_month(anchor: dt.date, months: int, day: int) -> Option | None:
    try:
        first = shift(anchor.replace(day=1), months, Unit.MONTH)
    except OverflowError:
        return None
    return _in_year(first.year, first.month, day)
