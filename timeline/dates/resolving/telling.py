"""What counts from a time told of before: `that day`, `two days later`, `the previous Friday`, or `2 June`."""

import datetime as dt
import re

import msgspec

from timeline.dates.edtf import marked
from timeline.dates.periods import shift
from timeline.dates.phrases import DAY_NAMES, amount
from timeline.dates.resolving.context import Context, NarrativeTime
from timeline.dates.resolving.options import Option, first_day, last_day, unit_option
from timeline.dates.resolving.year_placing import named
from timeline.meanings.counted import OfStory, Shift, Some, Weekday
from timeline.meanings.named import CalendarDate, Holiday, Season
from timeline.meanings.placeless import Vague
from timeline.meanings.units import CLOCK_UNITS, Unit
from timeline.model import Direction
from timeline.when import Bound, When

_HOUR = re.compile(r"(?P<local>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?P<zone>Z|[+-]\d\d:\d\d)?")
_LENGTHS = {
    Unit.HOUR: dt.timedelta(hours=1),
    Unit.MINUTE: dt.timedelta(minutes=1),
    Unit.SECOND: dt.timedelta(seconds=1),
}

Counted = Shift | Weekday | Some | OfStory
"""Meanings that can count from the story."""


def counted(meaning: Counted, told: NarrativeTime) -> tuple[Option, ...]:
    """One option for each date that the time told of may have; none where it has no first day.

    Across sentences it is a reading of the story and not of the words, so that it's uncertain.
    """
    if isinstance(meaning, Shift) and _is_same_day(meaning) and told.when.earliest != told.when.latest:
        return same_time(meaning, told)  # *in March soldiers came; he was arrested that night*
    if isinstance(meaning, Shift) and (hour := _from_hour(meaning, told)) is not None:
        return (hour,)
    onwards = isinstance(meaning, OfStory) and meaning.offset > 0 and not meaning.counts_years
    times = told.when.candidates or (told.when,)
    # *1811 … the following spring* is of 1812; *home by the end of 1811, … the next year* too.
    days = [one.latest if onwards else one.earliest or _last_of(told.when) for one in times]
    found = [from_day(meaning, shift(day, told.years, Unit.YEAR)) for day in days if day is not None]
    options = [option for option in found if option is not None]
    if told.same_sentence and not told.when.is_uncertain and in_whole_days(meaning):
        return tuple(options)
    return tuple(uncertain(option) for option in options)


def _from_hour(meaning: Shift, told: NarrativeTime) -> Option | None:
    """*Left at 7.40 p.m. on Saturday and called for help 35 minutes later*: so long after an hour is an hour.

    In another sentence it is no more than likely, and its day alone is kept: EDTF has no uncertain hour.
    """
    when, unit = told.when, _LENGTHS.get(meaning.unit)
    hour = None if when.is_uncertain or told.years else _HOUR.fullmatch(when.edtf)
    if unit is None or hour is None:
        return None
    found = dt.datetime.fromisoformat(hour["local"]) + meaning.count * unit
    because = f"{way(meaning.count, meaning.unit)}, at {found:%H:%M}"
    if told.same_sentence:
        return Option(f"{found.isoformat()}{hour['zone'] or ''}", meaning.unplaced(), because)
    return uncertain(Option(found.date().isoformat(), meaning.unplaced(), because))


def is_long_ago(context: Context) -> bool:
    """Whether there is a year of a story that is not that of the news: around publication a date speaks for itself."""
    told, day = context.told, context.day
    if told is None or told.when.earliest is None:
        return told is not None
    return day is None or told.when.earliest.year + told.years < day.year - 1


def of_its_year(meaning: CalendarDate | Season | Holiday, told: NarrativeTime) -> tuple[Option, ...]:
    """The date in the year that the story is in: none where the time told of has no year, or that year no such day."""
    if told.when.earliest is None:
        return ()
    year = told.when.earliest.year + told.years
    if not dt.MINYEAR <= year <= dt.MAXYEAR:
        return ()
    placed = msgspec.structs.replace(meaning, year=year)
    try:
        options = named(placed, None, Direction())
    except ValueError:
        return ()
    because = f"the one of {year}"
    told_so = [msgspec.structs.replace(option, because=because) for option in options]
    return tuple(told_so if told.same_sentence else map(uncertain, told_so))


def in_whole_days(meaning: Counted) -> bool:
    """Whether it counts in days or more: three hours after noon and after ten at night are different days."""
    return isinstance(meaning, Weekday | OfStory) or meaning.unit not in CLOCK_UNITS


def _last_of(when: When) -> dt.date | None:
    """The day by which something was, which a story goes on from."""
    return when.latest if when.bound is Bound.BY else None


def _is_same_day(meaning: Shift) -> bool:
    return meaning.unit is Unit.DAY and not meaning.count


def same_time(meaning: Vague | Shift, told: NarrativeTime) -> tuple[Option, ...]:
    """`At the time`: perhaps when what was told of happened."""
    edtfs = [one.edtf for one in told.when.candidates] or [told.when.edtf]
    value = meaning.unplaced()
    return tuple(uncertain(Option(edtf, value, "the same time")) for edtf in edtfs if edtf)


def from_day(meaning: Counted, day: dt.date) -> Option | None:
    """Hours later it may still be that day; days or weeks later it is no day in particular."""
    if isinstance(meaning, Weekday):
        return _weekday(meaning, day)
    if isinstance(meaning, OfStory):
        return _of_story(meaning, day)
    if isinstance(meaning, Some):
        if meaning.unit not in CLOCK_UNITS:
            return None
        value = meaning.unplaced()
        return Option(day.isoformat(), value, "the same day, unless midnight lay between")
    if meaning.unit in CLOCK_UNITS:
        found = unit_option(shift(day, meaning.count, meaning.unit), Unit.DAY, way(meaning.count, meaning.unit))
        return msgspec.structs.replace(found, timex=meaning.unplaced())
    because = way(meaning.count, meaning.unit) if meaning.count else f"that same {meaning.unit}"
    return unit_option(shift(day, meaning.count, meaning.unit), meaning.unit, because)


def way(count: int, unit: Unit) -> str:
    """`2 days after that`, in words for a person."""
    return f"{amount(abs(count), unit)} {'before' if count < 0 else 'after'} that"


def _weekday(meaning: Weekday, day: dt.date) -> Option:
    """The nearest one before or after, never the day itself."""
    ahead = (meaning.offset or 0) > 0
    days = ((meaning.day - day.weekday()) % 7 or 7) if ahead else -((day.weekday() - meaning.day) % 7 or 7)
    which = f"the {DAY_NAMES[meaning.day]} {'after' if ahead else 'before'} that"
    return unit_option(shift(day, days, Unit.DAY), Unit.DAY, which)


def _of_story(meaning: OfStory, day: dt.date) -> Option:
    """The month or season of that year, or the first one after that day, or the last before."""
    if meaning.counts_years or not meaning.offset:
        return _in_year(meaning, day.year + meaning.offset)
    step = 1 if meaning.offset > 0 else -1
    here = _in_year(meaning, day.year)
    beyond = first_day(here) > day if step > 0 else last_day(here) < day
    return here if beyond else _in_year(meaning, day.year + step)


def _in_year(meaning: OfStory, year: int) -> Option:
    if not dt.MINYEAR <= year < dt.MAXYEAR:
        raise OverflowError(f"year {year}")
    if meaning.month is not None:
        return unit_option(dt.date(year, meaning.month, 1), Unit.MONTH, f"that of {year}")
    assert meaning.season is not None
    (found,) = named(Season(meaning.season, year), None, Direction())
    return msgspec.structs.replace(found, because=f"that of {year}")


def uncertain(option: Option) -> Option:
    """The same date, marked as uncertain."""
    return msgspec.structs.replace(option, edtf=marked(option.edtf, "?"))
