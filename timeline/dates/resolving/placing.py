"""Where the simple meanings lie in the calendar, seen from an anchor day; `resolve` composes them."""

import datetime as dt

import msgspec

from timeline.dates.edtf import marked
from timeline.dates.periods import shift
from timeline.dates.phrases import DAY_NAMES, MONTH_WORDS, amount, year_from_publication
from timeline.dates.resolving.options import Option, around, checked_year, choose, unit_option
from timeline.meanings import timex
from timeline.meanings.counted import MonthOf, Period, Shift, Trailing, Weekday
from timeline.meanings.units import CLOCK_UNITS, Unit
from timeline.model import Direction, Sense

_JUST_NOW = 1
"""Days: what was to come *Saturday*, told on a Sunday, was yesterday rather than that it is six days off."""


def weekday(meaning: Weekday, anchor: dt.date, direction: Direction) -> tuple[Option, ...]:
    """`Saturday`, `last Friday`, `next Monday`."""
    back, ahead = (anchor.weekday() - meaning.day) % 7, (meaning.day - anchor.weekday()) % 7
    name = DAY_NAMES[meaning.day]
    if meaning.offset == -1 and back == _JUST_NOW:
        # *Last Tuesday*, told on a Wednesday, which would call it yesterday: a week before it, or that day after all.
        week_before = _day(anchor, -(back + 7), f"the {name} a week before the last one before publication")
        last = _day(anchor, -back, f"the {name} before publication")
        return week_before, last
    if meaning.offset == -1:
        return (_day(anchor, -(back or 7), f"the {name} before publication"),)
    if meaning.offset == 1:
        return (_day(anchor, ahead or 7, f"the {name} after publication"),)
    if meaning.offset == 0 and direction.sense is Sense.EITHER:
        return (_day(anchor, meaning.day - anchor.weekday(), f"the {name} of the week of publication"),)
    past = _day(anchor, -back, f"the {name} before publication" if back else "the day of publication")
    future = _day(anchor, ahead, f"the {name} after publication" if ahead else "the day of publication")
    if direction.sense is Sense.EITHER and back <= _JUST_NOW:
        just_now = msgspec.structs.replace(past, because=past.because.replace("before", "just before"))
        return choose(just_now, future, msgspec.structs.replace(direction, likelier=Sense.PAST))
    return choose(past, future, direction)


def month_of(meaning: MonthOf, anchor: dt.date) -> Option:
    """`May last year`, `last May`, `next January`."""
    name = MONTH_WORDS[meaning.month - 1]
    if meaning.counts_years:
        year, because = anchor.year + meaning.offset, f"{name} of {year_from_publication(meaning.offset)}"
    elif meaning.offset < 0:
        year, because = (
            anchor.year - (meaning.month >= anchor.month),
            f"the last {name} before the month of publication",
        )
    elif meaning.offset > 0:
        year, because = anchor.year + (meaning.month <= anchor.month), f"the next {name} after the month of publication"
    else:
        year, because = anchor.year, f"{name} of the year of publication"
    return unit_option(dt.date(checked_year(year), meaning.month, 1), Unit.MONTH, because)


def period(meaning: Period, anchor: dt.date, direction: Direction) -> tuple[Option, ...]:
    """`last week`, `this year`, `today`; `the weekend` before or after, as the direction has it."""
    unit, offset = meaning.unit, meaning.offset
    was = unit is Unit.WEEKEND and offset == 0 and direction.sense is Sense.PAST  # *took place this weekend*
    if offset is None or was:

        def nth(count: int) -> Option | None:
            try:
                return unit_option(shift(anchor, count, unit), unit)
            except OverflowError:
                return None

        return around(anchor, direction, unit, nth, reach=2)
    if unit is Unit.WEEK and offset == 0 and direction.sense is Sense.PAST and anchor.weekday() == 0:
        # *This week saw a vote*, told on a Monday: in the days before it, as it seems.
        week = unit_option(anchor, unit, "the week up to publication, which is a Monday")
        return (msgspec.structs.replace(week, edtf=f"{shift(anchor, -1, unit)}?/{anchor}?"),)
    which = {-1: "before that of", 0: "of", 1: "after that of"}.get(offset)
    if unit is Unit.DAY:
        which = {-1: "before", 0: "of", 1: "after"}.get(offset)
    which = which or f"{amount(abs(offset), unit)} {'before' if offset < 0 else 'after'} that of"
    return (unit_option(shift(anchor, offset, unit), unit, f"the {unit} {which} publication"),)


def told(meaning: Shift, anchor: dt.date) -> Option | None:
    """What a year or a quarter that counts from the story most likely is, while nothing nearer is known: uncertain.

    Reports tell of the quarter that is over and compare it with the one a year before.
    """
    if meaning.count > 0 or meaning.unit not in (Unit.WEEK, Unit.QUARTER, Unit.YEAR):
        return None
    if meaning.count and meaning.unit is not Unit.YEAR:
        return None
    over = meaning.unit is Unit.QUARTER
    day = shift(anchor, meaning.count - over, meaning.unit)
    near = "the quarter before that of publication" if over else f"the {meaning.unit} of publication"
    because = (
        f"{amount(-meaning.count, meaning.unit)} before one that was told of, perhaps {near}"
        if meaning.count
        else f"a {meaning.unit} that was told of, perhaps {near}"
    )
    found = unit_option(day, meaning.unit, because)
    return msgspec.structs.replace(found, edtf=marked(found.edtf, "?"))


def shifted(meaning: Shift, anchor: dt.date, anchor_name: str) -> Option:
    """`eight days ago`, `in eight days`: as precise as its unit, a decade or more, or round hundreds, only about."""
    day = shift(anchor, meaning.count, meaning.unit)
    way = "before" if meaning.count < 0 else "after"
    because = f"{amount(abs(meaning.count), meaning.unit)} {way} {anchor_name}"
    if meaning.unit in (Unit.DECADE, Unit.CENTURY) or (meaning.unit is Unit.YEAR and not meaning.count % 100):
        about = unit_option(day, Unit.YEAR, because)
        return msgspec.structs.replace(about, edtf=marked(about.edtf, "~"))
    return unit_option(day, Unit.DAY if meaning.unit in CLOCK_UNITS else meaning.unit, because)


def trailing(meaning: Trailing, anchor: dt.date) -> Option:
    """`in the last week`, `the next two years`: up to, or from, the anchor day."""
    other = shift(anchor, meaning.count, meaning.unit)
    first, last = min(anchor, other), max(anchor, other)
    count = abs(meaning.count)
    stretch = meaning.unit if count == 1 else amount(count, meaning.unit)
    because = f"the {stretch} {'up to' if meaning.count < 0 else 'that follow' + 's' * (count == 1)} publication"
    edtf = f"{first}/{last}" if first != last else first.isoformat()
    return Option(edtf, timex.duration(count, meaning.unit), because)


def _day(anchor: dt.date, days: int, because: str) -> Option:
    edtf = shift(anchor, days, Unit.DAY).isoformat()
    return Option(edtf, edtf, because)
