"""What counts from a time told of before: `that day`, `the following week`, `two days later`, `the previous Friday`."""

import datetime as dt

import msgspec

from timeline.context import ToldTime
from timeline.meaning import Shift, Unit, Weekday
from timeline.periods import shift
from timeline.placing import DAY_NAMES, Option, unit_option


def counted(meaning: Shift | Weekday, told: ToldTime) -> tuple[Option, ...]:
    """One option for each date that the time told of may have; none where it has no first day.

    Across sentences it is a reading of the story and not of the words, so that it's uncertain.
    """
    days = [one.earliest for one in told.when.candidates] or [told.when.earliest]
    options = [_from(meaning, day) for day in days if day is not None]
    if told.same_sentence and not told.when.is_uncertain:
        return tuple(options)
    return tuple(_uncertain(option) for option in options)


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
