"""What one expression of an article tells about another: the order of figures, and what a quarter is compared with.

Both passes look at all findings of an article in their order, and change nothing that the words settle by themselves.
"""

from collections.abc import Sequence
from itertools import pairwise

import msgspec

from extractors.time_expressions.grammar.calendar_rules import DAY_FIRST, MONTH_FIRST
from extractors.time_expressions.grammar.pieces import Time
from timeline.meanings import Meaning
from timeline.meanings.composed import Clock, From, OneOf, PartOfDay, PartOfPeriod, Reaching
from timeline.meanings.counted import MonthOf, Period, Shift, Weekday
from timeline.meanings.named import CalendarDate, Century, Decade, FiscalYear, Season, YearPart
from timeline.meanings.units import Anchor, DayPart, Unit
from timeline.model import Direction


class Finding(msgspec.Struct, frozen=True):
    """A time expression by its tokens in the doc."""

    start: int
    end: int
    time: Time
    direction: Direction
    rules: tuple[str, ...]
    ends: "tuple[Finding, ...]" = ()
    """The two times that a span was read from."""


_TOLD_DAY = Shift(0, Unit.DAY, Anchor.NARRATIVE)


def day_of_sentence(found: Sequence[Finding]) -> list[Finding]:
    """The findings of one sentence: an hour without a day is on the day that it named before, or names right after."""
    settled: list[Finding] = []
    day: Finding | None = None
    for number, one in enumerate(found):
        meaning = one.time.meaning
        if _day(meaning) is not None:
            day = one
        elif (
            isinstance(meaning, Clock)
            and meaning.base == _TOLD_DAY
            and (its := day or _day_after(found, number)) is not None
        ):
            its_day = _day(its.time.meaning)
            if day is not None and its_day is not None and meaning.hour < _MORNING and _is_late(day.time.meaning):
                its_day = From(1, Unit.DAY, its_day)  # *began at 11 p.m. on Friday and ended at 1 a.m.*
            placed = _with(one, msgspec.structs.replace(meaning, base=its_day), "day-of-sentence")
            settled.append(msgspec.structs.replace(placed, direction=its.direction))
            continue
        settled.append(one)
    return settled


_EVENING, _MORNING = 18, 6
"""Hours: a night begins with the one, and what is before the other is still told with it."""


def _is_late(meaning: Meaning) -> bool:
    late = isinstance(meaning, Clock) and meaning.hour >= _EVENING
    return late or (isinstance(meaning, PartOfDay) and meaning.part in (DayPart.EVENING, DayPart.NIGHT))


_BESIDE = 3
"""Tokens between an hour and its day: `10 a.m. ET (1400 GMT) on Friday`."""


def _day_after(found: Sequence[Finding], number: int) -> Finding | None:
    """The day that comes right after an hour, or after the same hour in another zone."""
    for one, after in pairwise(found[number:]):
        if after.start - one.end > _BESIDE:
            return None
        meaning = after.time.meaning
        if not isinstance(meaning, Clock):
            return after if _day(meaning) == meaning else None
    return None


def _day(meaning: Meaning) -> Meaning | None:
    """The day that a meaning is, or is a part of."""
    match meaning:
        case Weekday(anchor=Anchor.PUBLICATION) | CalendarDate(day=int()) | Period(Unit.DAY):
            return meaning
        case PartOfDay(_, base) | Clock(base=base) | PartOfPeriod(_, base):
            return _day(base)
        case _:
            return None


def settle(found: Sequence[Finding]) -> list[Finding]:
    """The findings of one article, told by each other where they can be."""
    return _compared(_ordered(found))


def _ordered(found: Sequence[Finding]) -> list[Finding]:
    """`3/4/2019` by the article's own habit: any date of figures in it that can be read in one way only."""
    orders = {order for one in found if (order := _order(one)) is not None}
    if len(orders) != 1:
        return list(found)
    number = 0 if orders == {True} else 1
    return [
        _with(one, one.time.meaning.options[number], "order-of-figures") if isinstance(one.time.meaning, OneOf) else one
        for one in found
    ]


def _order(one: Finding) -> bool | None:
    """Whether a date in figures has its month first; None where it doesn't tell."""
    if MONTH_FIRST in one.rules:
        return True
    return False if DAY_FIRST in one.rules else None


_A_YEAR_BEFORE = (Shift(-1, Unit.YEAR), Shift(-1, Unit.YEAR, Anchor.NARRATIVE))


def _compared(found: Sequence[Finding]) -> list[Finding]:
    """`a year earlier` in a report on a quarter is that quarter a year earlier, not a whole year."""
    settled: list[Finding] = []
    quarter: Finding | None = None
    before: Finding | None = None
    for one in found:
        meaning = one.time.meaning
        month, before = before, one
        if month is not None and meaning == _SAME_PERIOD and _is_month(month.time.meaning):
            earlier = _with(one, From(-1, Unit.YEAR, month.time.meaning), "compared-month")
            settled.append(msgspec.structs.replace(earlier, direction=month.direction))
            continue
        if _is_quarter(meaning):
            quarter = one
        elif _is_other_time(meaning):
            quarter = None
        elif quarter is not None and meaning in _A_YEAR_BEFORE:
            earlier = _with(one, From(-1, Unit.YEAR, _quarter(quarter.time.meaning)), "compared-quarter")
            settled.append(msgspec.structs.replace(earlier, direction=quarter.direction))
            continue
        settled.append(one)
    return settled


_SAME_PERIOD = From(-1, Unit.YEAR, Shift(0, Unit.QUARTER, Anchor.NARRATIVE))


def _is_month(meaning: Meaning) -> bool:
    match meaning:
        case CalendarDate(month=int(), day=None) | MonthOf() | Period(Unit.MONTH, int()):
            return True
        case _:
            return False


def _is_quarter(meaning: Meaning) -> bool:
    match meaning:
        case YearPart():
            return True
        case Period(Unit.QUARTER) | Shift(0, Unit.QUARTER) | Reaching(-1, Unit.QUARTER):
            return True
        case _:
            return False


def _quarter(meaning: Meaning) -> Meaning:
    """`The quarter ended Sept. 29` is no quarter of the calendar, so that it is only the one that was told of."""
    return Shift(0, Unit.QUARTER, Anchor.NARRATIVE) if isinstance(meaning, Reaching) else meaning


def _is_other_time(meaning: Meaning) -> bool:
    """A year, or a time that names its own, after which the story is no longer at the quarter."""
    match meaning:
        case PartOfPeriod(_, base):
            return _is_other_time(base)
        case CalendarDate(year=int(), month=None):
            return True
        case _:
            return isinstance(meaning, FiscalYear | Season | Decade | Century)


def _with(one: Finding, meaning: Meaning, rule: str) -> Finding:
    time = msgspec.structs.replace(one.time, meaning=meaning)
    return msgspec.structs.replace(one, time=time, rules=(*one.rules, rule))
