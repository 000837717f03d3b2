"""Which Saturday *the Saturday* and *that Saturday* are: one beside the day that was told before."""

import datetime as dt

import msgspec

from timeline.dates.periods import shift
from timeline.dates.phrases import DAY_NAMES
from timeline.dates.resolving.context import Context, NarrativeTime
from timeline.dates.resolving.options import Option
from timeline.dates.resolving.placing import weekday
from timeline.dates.resolving.telling import uncertain
from timeline.meanings import Meaning
from timeline.meanings.composed import Clock, PartOfDay, Range
from timeline.meanings.counted import Weekday
from timeline.meanings.units import Anchor, Unit
from timeline.model import Direction, Sense

_LONGEST_STRETCH = 9
"""Days: *last week … on the Wednesday* is one of them, where only one is a Wednesday."""
_SOON_AFTER = 4
"""Days: *arrested on Monday … charged on the Friday*. Five and six days later are as likely two and one before."""


def weekday_of(meaning: Meaning) -> int | None:
    """The weekday that a time names, alone or with a part of it."""
    match meaning:
        case Weekday(day):
            return day
        case PartOfDay(_, base) | Clock(base=base) | Range(base, None) if base is not None:
            return weekday_of(base)
        case _:
            return None


def itself(meaning: Meaning) -> Meaning:
    """The same time as one that may be the day itself that was told."""
    match meaning:
        case Weekday(offset=-1):
            return msgspec.structs.replace(meaning, offset=0)
        case PartOfDay() | Clock():
            return msgspec.structs.replace(meaning, base=itself(meaning.base))
        case Range(start, None) if start is not None:
            return Range(itself(start))
        case _:
            return meaning


def is_of_story(meaning: Weekday) -> bool:
    """Whether it is one by what was told, and not *the previous Friday*, which says itself on which side it is."""
    return meaning.anchor is Anchor.NARRATIVE and meaning.offset == 0


def beside(meaning: Weekday, told: NarrativeTime, direction: Direction, until: dt.date | None) -> tuple[Option, ...]:
    """The day told of itself, where it is one; else the next or the last, by what its sentence tells.

    Args:
        meaning: the weekday.
        told: the time that was told of before.
        direction: that of its sentence.
        until: the day of publication, after which nothing past lies.
    """
    found: list[Option] = []
    for one in told.when.candidates or (told.when,):
        if one.earliest is not None and one.latest is not None:
            found.extend(_of_stretch(meaning, one.earliest, one.latest, direction, until))
    sure = told.same_sentence and len(found) == 1 and not told.when.is_uncertain
    return tuple(found if sure else map(uncertain, found))


def _of_stretch(
    meaning: Weekday, first: dt.date, last: dt.date, direction: Direction, until: dt.date | None
) -> tuple[Option, ...]:
    if first != last:
        days = (shift(first, at, Unit.DAY) for at in range(min((last - first).days, _LONGEST_STRETCH) + 1))
        inside = [day for day in days if day.weekday() == meaning.day]
        one = len(inside) == 1 and (last - first).days <= _LONGEST_STRETCH
        return (_option(inside[0], f"the {DAY_NAMES[meaning.day]} of it"),) if one else ()
    name = DAY_NAMES[meaning.day]
    days_on = (meaning.day - first.weekday()) % 7
    ahead = Sense.FUTURE in (direction.sense, direction.likelier)
    if not days_on and not ahead:
        return (_option(first, f"which is the {name} itself"),)
    days_on = days_on or 7
    after = _option(shift(first, days_on, Unit.DAY), f"the {name} after that")
    before = _option(shift(first, days_on - 7, Unit.DAY), f"the {name} before that")
    if direction.sense is Sense.PAST and until is not None and shift(first, days_on, Unit.DAY) > until:
        return (before,)
    return (after,) if ahead or days_on <= _SOON_AFTER else (after, before)


def _option(day: dt.date, because: str) -> Option:
    return Option(day.isoformat(), day.isoformat(), because)


def by_publication(meaning: Weekday, context: Context) -> tuple[Option, ...]:
    """Where nothing is known that it counts from: as any weekday, and marked as uncertain."""
    if context.day is None:
        return ()
    plain = msgspec.structs.replace(meaning, offset=None, anchor=Anchor.PUBLICATION)
    return tuple(map(uncertain, weekday(plain, context.day, context.direction)))
