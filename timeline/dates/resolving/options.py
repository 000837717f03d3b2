"""Dates that words could mean, and the choice between the one before and the one after an anchor."""

import datetime as dt
from collections.abc import Callable, Sequence

import msgspec

from timeline.dates.edtf import parse
from timeline.dates.periods import containing
from timeline.meanings import timex
from timeline.meanings.units import FIRST_QUARTER, Unit
from timeline.model import Direction, Sense

_MUCH_NEARER = 4
"""So many times nearer than the date on the other side, a date is meant though no words decide."""
NEAR_DAYS = 200
"""What is further off, more than half a year, needs its year."""
_NEAR_PAST = 7
"""Days: of what was over no longer than a week a verb may still speak as of something to come."""


class Option(msgspec.Struct, frozen=True):
    """A date that the words could mean, and why."""

    edtf: str
    timex: str
    because: str = ""


def unit_option(day: dt.date, unit: Unit, because: str = "") -> Option:
    """The whole unit that holds `day`, as precise as the unit is and no more."""
    first, last = containing(day, unit)
    value = timex.unit_value(day, unit)
    match unit:
        case Unit.WEEK | Unit.WEEKEND:
            edtf = f"{first}/{last}"
        case Unit.MONTH | Unit.YEAR:
            edtf = value
        case Unit.QUARTER:
            edtf = f"{day.year:04d}-{FIRST_QUARTER + (day.month - 1) // 3}"
        case Unit.DECADE:
            edtf = f"{value}X"
        case Unit.CENTURY:
            edtf = f"{value}XX"
        case _:
            edtf = day.isoformat()
    return Option(edtf, value, because)


def first_day(option: Option) -> dt.date:
    """The first day of an option. Raises OverflowError where Python's calendar doesn't have it."""
    return _in_calendar(option, parse(option.edtf).earliest)


def last_day(option: Option) -> dt.date:
    """The last day of an option. Raises OverflowError where Python's calendar doesn't have it."""
    return _in_calendar(option, parse(option.edtf).latest)


def _in_calendar(option: Option, day: dt.date | None) -> dt.date:
    if day is None:
        raise OverflowError(f"the days of {option.edtf}")
    return day


def choose(past: Option, future: Option, direction: Direction) -> tuple[Option, ...]:
    """The one that the direction points to; where it does not, both, the likelier first, unless they are the same."""
    if past.edtf == future.edtf:
        return (past,)
    match direction.sense, direction.likelier:
        case Sense.PAST, _:
            return (past,)
        case Sense.FUTURE, _:
            return (future,)
        case _, Sense.FUTURE:
            return (future, past)
        case _:
            return (past, future)


def around(
    anchor: dt.date, direction: Direction, name: str, nth: Callable[[int], Option | None], reach: int
) -> tuple[Option, ...]:
    """The last of a row of dates up to the anchor, the first from it on, or both: the much nearer alone.

    `name` is what each of them is called.
    """
    return among([option for option in map(nth, range(-reach, reach + 1)) if option], anchor, direction, name)


def among(row: Sequence[Option], anchor: dt.date, direction: Direction, name: str) -> tuple[Option, ...]:
    """As `around` has it, of dates in their order."""
    past = [option for option in row if first_day(option) <= anchor][-1:]
    future = [option for option in row if last_day(option) >= anchor][:1]
    if not past or not future:
        because = f"the only {name} near publication in the calendar"
        return tuple(msgspec.structs.replace(option, because=because) for option in past or future)
    before = msgspec.structs.replace(past[0], because=f"the last {name} before publication")
    after = msgspec.structs.replace(future[0], because=f"the next {name} after publication")
    if before.edtf == after.edtf:
        whole_day = first_day(before) == last_day(before)
        because = "the day of publication" if whole_day else f"the {name} of publication"
        return (msgspec.structs.replace(before, because=because),)
    if direction.sense is Sense.EITHER:
        return _by_distance(anchor, before, after, direction.likelier, name)
    since = (anchor - last_day(before)).days
    if direction.sense is Sense.FUTURE and since <= _NEAR_PAST and (first_day(after) - anchor).days >= NEAR_DAYS:
        month = first_day(before) != last_day(before)  # *will rise in December*, told in January
        return choose(before, after, Direction(likelier=Sense.FUTURE if month else Sense.PAST))
    return choose(before, after, direction)


def much_nearest(options: Sequence[Option], anchor: dt.date) -> tuple[Option, ...]:
    """The one that is much nearer than all others, or all of them, the nearest first."""
    away = sorted(options, key=lambda option: _distance(option, anchor))
    if len(away) > 1 and _distance(away[1], anchor) >= _MUCH_NEARER * max(_distance(away[0], anchor), 1):
        return (away[0],)
    return tuple(away)


def _distance(option: Option, anchor: dt.date) -> int:
    return max((first_day(option) - anchor).days, (anchor - last_day(option)).days, 0)


def _by_distance(anchor: dt.date, before: Option, after: Option, likelier: Sense, name: str) -> tuple[Option, ...]:
    """Where the words don't decide: the much nearer one, or both; first the nearer, or the likelier."""
    behind, ahead = (anchor - last_day(before)).days, (first_day(after) - anchor).days
    nearest, other = (before, after) if behind <= ahead else (after, before)
    much_nearer = max(behind, ahead) >= _MUCH_NEARER * min(behind, ahead)
    if much_nearer and (likelier is Sense.PAST or nearest is after):
        return (msgspec.structs.replace(nearest, because=f"by far the nearest {name} to publication"),)
    if likelier is Sense.FUTURE and not much_nearer:
        return after, before
    return nearest, other


def checked_year(year: int) -> int:
    """The year itself.

    Raises:
        OverflowError: the calendar doesn't have it.
    """
    if not dt.MINYEAR <= year <= dt.MAXYEAR:
        raise OverflowError(f"year {year}")
    return year
