"""What counts from a time told of before: `that day`, `two days later`, `the previous Friday`, or `2 June`."""

import datetime as dt

import msgspec

from timeline.context import ToldTime
from timeline.meaning import CalendarDate, Season, Shift, Unit, Weekday
from timeline.model import Direction
from timeline.periods import shift
from timeline.placing import DAY_NAMES, Option, calendar_date, unit_option
from timeline.year_placing import season


def counted(meaning: Shift | Weekday, told: ToldTime) -> tuple[Option, ...]:
    """One option for each date that the time told of may have; none where it has no first day.

    Across sentences it is a reading of the story and not of the words, so that it's uncertain.
    """
    days = [one.earliest for one in told.when.candidates] or [told.when.earliest]
    options = [_from(meaning, day) for day in days if day is not None]
    if told.same_sentence and not told.when.is_uncertain:
        return tuple(options)
    return tuple(_uncertain(option) for option in options)


def of_its_year(meaning: CalendarDate | Season, told: ToldTime) -> tuple[Option, ...]:
    """The date in the year that the story is in: none where the time told of has no year, or that year no such day."""
    if told.when.earliest is None:
        return ()
    year = told.when.earliest.year + told.years
    if not dt.MINYEAR <= year <= dt.MAXYEAR:
        return ()
    placed = msgspec.structs.replace(meaning, year=year)
    try:
        options = (
            calendar_date(placed, None, Direction())
            if isinstance(placed, CalendarDate)
            else season(placed, None, Direction())
        )
    except ValueError:
        return ()
    because = f"of the year that the story is in, {year}"
    told_so = [msgspec.structs.replace(option, because=because) for option in options]
    return tuple(told_so if told.same_sentence else map(_uncertain, told_so))


def _from(meaning: Shift | Weekday, day: dt.date) -> Option:
    if isinstance(meaning, Weekday):
        return _weekday(meaning, day)
    count, unit = abs(meaning.count), meaning.unit
    way = "before" if meaning.count < 0 else "after"
    because = f"{count} {unit}{'' if count == 1 else 's'} {way} that" if count else f"the {unit} of that"
    return unit_option(shift(day, meaning.count, unit), unit, because)


def _weekday(meaning: Weekday, day: dt.date) -> Option:
    """The nearest one before or after, never the day itself."""
    ahead = (meaning.offset or 0) > 0
    days = ((meaning.day - day.weekday()) % 7 or 7) if ahead else -((day.weekday() - meaning.day) % 7 or 7)
    which = f"the {'first' if ahead else 'last'} {DAY_NAMES[meaning.day]} {'after' if ahead else 'before'} that"
    return unit_option(shift(day, days, Unit.DAY), Unit.DAY, which)


def _uncertain(option: Option) -> Option:
    return msgspec.structs.replace(option, edtf="/".join(f"{side}?" for side in option.edtf.split("/")))
