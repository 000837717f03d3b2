"""Where the simple meanings lie in the calendar, seen from an anchor day; `resolve` composes them."""

import datetime as dt
from collections.abc import Callable

import msgspec

from timeline import timex
from timeline.edtf import marked, parse
from timeline.meaning import CalendarDate, MonthOf, Period, Shift, Trailing, Unit, Weekday
from timeline.model import Direction, Sense
from timeline.periods import containing, shift
from timeline.phrases import DAY_NAMES, MONTH_WORDS, NAMED, amount, ending, year_from_publication

_CLOCK_UNITS = (Unit.HOUR, Unit.MINUTE, Unit.SECOND)
_YEARS_TO_A_LEAP_DAY = 8
_MUCH_NEARER = 4
_NEAR_DAYS = 200
_NEAR_PAST = 7
_JUST_NOW = 1
"""Days: what was to come *Saturday*, told on a Sunday, was yesterday rather than that it is six days off."""


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
            edtf = f"{day.year:04d}-{33 + (day.month - 1) // 3}"
        case Unit.DECADE:
            edtf = f"{value}X"
        case Unit.CENTURY:
            edtf = f"{value}XX"
        case _:
            edtf = day.isoformat()
    return Option(edtf, value, because)


def weekday(meaning: Weekday, anchor: dt.date, direction: Direction) -> tuple[Option, ...]:
    """`Saturday`, `last Friday`, `next Monday`."""
    back, ahead = (anchor.weekday() - meaning.day) % 7, (meaning.day - anchor.weekday()) % 7
    name = DAY_NAMES[meaning.day]
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


def calendar_date(meaning: CalendarDate, anchor: dt.date | None, direction: Direction) -> tuple[Option, ...]:
    """`26 January 2019`, `May 2018`, `2019`; and `20 May`, `May`, `the 23rd` around the anchor; none without it."""
    year, month, day = meaning.year, meaning.month, meaning.day
    if year is not None:
        return (_named(meaning),)
    if anchor is None:
        return ()
    if meaning.years is not None:
        moved = msgspec.structs.replace(meaning, year=_checked(anchor.year + meaning.years), years=None)
        because = f"that of {year_from_publication(meaning.years)}"
        return (msgspec.structs.replace(_named(moved), because=because),)
    if month is None:
        assert day is not None
        name = f"{day}{ending(day)} of a month"
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
    if nearest and _distance(nearest[0], anchor) <= _NEAR_DAYS:
        return nearest
    plain = around(anchor, direction, name, nth, reach=_YEARS_TO_A_LEAP_DAY)[:1]
    return tuple(_doubted(option, weekday) for option in plain) + nearest


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


def around(
    anchor: dt.date, direction: Direction, name: str, nth: Callable[[int], Option | None], reach: int
) -> tuple[Option, ...]:
    """The last of a row of dates up to the anchor, the first from it on, or both: the much nearer alone.

    `name` is what each of them is called.
    """
    row = [option for option in map(nth, range(-reach, reach + 1)) if option]
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
    if direction.sense is Sense.FUTURE and since <= _NEAR_PAST and (first_day(after) - anchor).days >= _NEAR_DAYS:
        return choose(before, after, Direction(Sense.EITHER))
    return choose(before, after, direction)


def _by_distance(anchor: dt.date, before: Option, after: Option, likelier: Sense, name: str) -> tuple[Option, ...]:
    """Where the words don't decide: the much nearer one, or both; first the nearer, or the likelier."""
    behind, ahead = (anchor - last_day(before)).days, (first_day(after) - anchor).days
    nearest, other = (before, after) if behind <= ahead else (after, before)
    much_nearer = max(behind, ahead) >= _MUCH_NEARER * min(behind, ahead)
    if much_nearer and likelier is Sense.PAST:
        return (msgspec.structs.replace(nearest, because=f"by far the nearest {name} to publication"),)
    if likelier is Sense.FUTURE and not much_nearer:
        return after, before
    return nearest, other


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
    return unit_option(dt.date(_checked(year), meaning.month, 1), Unit.MONTH, because)


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
    """`eight days ago`, `in eight days`: as precise as its unit, a decade or more only about."""
    day = shift(anchor, meaning.count, meaning.unit)
    way = "before" if meaning.count < 0 else "after"
    because = f"{amount(abs(meaning.count), meaning.unit)} {way} {anchor_name}"
    if meaning.unit in (Unit.DECADE, Unit.CENTURY):
        about = unit_option(day, Unit.YEAR, because)
        return msgspec.structs.replace(about, edtf=marked(about.edtf, "~"))
    return unit_option(day, Unit.DAY if meaning.unit in _CLOCK_UNITS else meaning.unit, because)


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


def _checked(year: int) -> int:
    if not dt.MINYEAR <= year <= dt.MAXYEAR:
        raise OverflowError(f"year {year}")
    return year


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


def first_day(option: Option) -> dt.date:
    """The first day of an option."""
    first = parse(option.edtf).earliest
    assert first is not None
    return first


def last_day(option: Option) -> dt.date:
    """The last day of an option."""
    last = parse(option.edtf).latest
    assert last is not None
    return last
