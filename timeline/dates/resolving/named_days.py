"""Where days with a name lie, seen from an anchor day: holidays, and days called by what happened on them."""

import datetime as dt
from collections.abc import Sequence

import msgspec

from timeline.dates.calendar_names import day_of
from timeline.dates.edtf import marked
from timeline.dates.happenings import Happened, happenings
from timeline.dates.holidays import days, ways
from timeline.dates.phrases import country_name
from timeline.dates.resolving.calendar_placing import calendar_date
from timeline.dates.resolving.options import NEAR_DAYS, Option, among, first_day, last_day, much_nearest
from timeline.meanings.named import CalendarDate, Happening, Holiday
from timeline.model import Direction, Sense

_YEARS_AROUND, _YEARS_OF_RARE_ONES = 2, 8
"""Years on each side of publication in which the last and the next such day are looked for."""
_FRESH_DAYS = 30
"""So long after it a day of the year is news, or its anniversary is."""


def named_day(meaning: Holiday, anchor: dt.date | None, direction: Direction) -> tuple[Option, ...]:
    """`Christmas 2018`, `last Thanksgiving`; none without an anchor, or where its day is not known.

    Where countries have other days of that name, the one that the text tells of; else each that may be meant.
    """
    if meaning.happened and direction.sense is not Sense.FUTURE:
        direction = Direction(Sense.PAST)
    found = [_kept_in(meaning, country, anchor, direction) for country in ways(meaning.name, meaning.countries)]
    options = tuple({option.edtf: option for one in found for option in one}.values())
    if len(found) > 1 and anchor is not None and meaning.year is None and meaning.offset is None:
        options = much_nearest(options, anchor)
    if meaning.happened and anchor is not None and meaning.year is None:
        return _lately(options, anchor)
    return options


def _kept_in(meaning: Holiday, country: str, anchor: dt.date | None, direction: Direction) -> tuple[Option, ...]:
    where = f" in {country_name(country)}" if country else ""

    def of(year: int) -> list[Option]:
        return [Option(one.edtf, one.first.isoformat(), "") for one in days(meaning.name, year, country)]

    def because(options: list[Option], reason: str) -> tuple[Option, ...]:
        return tuple(msgspec.structs.replace(option, because=reason) for option in options)

    if meaning.year is not None:
        return because(of(meaning.year), f"the day that has that name{where}")
    if anchor is None:
        return ()
    name = f"day of that name{where}"
    for reach in (_YEARS_AROUND, _YEARS_OF_RARE_ONES):
        row = [option for year in range(anchor.year - reach, anchor.year + reach + 1) for option in of(year)]
        past = [option for option in row if first_day(option) < anchor]
        if past and len(past) < len(row):
            break
    match meaning.offset:
        case None:
            return among(row, anchor, direction, name)
        case 0:
            return because(of(anchor.year), f"that of the year of publication{where}")
        case offset if offset < 0:
            return because(past[-1:], f"the last {name} before publication")
        case _:
            later = [option for option in row if first_day(option) > anchor]
            return because(later[:1], f"the next {name} after publication")


def happening(meaning: Happening, anchor: dt.date | None, direction: Direction) -> tuple[Option, ...]:
    """`D-Day`, `the Sept. 11 attacks`: the day that is known by it; none where several are and nothing tells which.

    Nothing was called by what happened on a day before that day. Around the day itself news may tell of it anew.
    """
    known = [one for id_ in meaning.ids if (one := happenings().get(id_)) is not None]
    if meaning.year is not None:
        return _of_year(meaning, known, meaning.year)
    before = [one for one in known if not one.by_year and (anchor is None or one.date <= anchor)]
    if len(before) > 1:
        before = [one for one in before if not one.countries.isdisjoint(meaning.countries)]
    famous = before[0] if len(before) == 1 else None
    if famous is None:
        return () if known and not _only_later(known, anchor) else _unknown(meaning, anchor, direction)
    named = (_option(famous),)
    if anchor is None or not (meaning.month is not None or famous.kept):
        return named
    return _beside_its_anniversary(famous, named, anchor, direction, by_date=meaning.by_date)


def _only_later(known: list[Happened], anchor: dt.date | None) -> bool:
    return anchor is not None and all(one.date > anchor for one in known)


def _option(one: Happened) -> Option:
    return Option(one.date.isoformat(), one.date.isoformat(), f"known by that name: {one.what}")


def _of_year(meaning: Happening, known: list[Happened], year: int) -> tuple[Option, ...]:
    """`Bloody Sunday 1972`; of one that is marked each year that day of the year."""
    if of_year := tuple(_option(one) for one in known if one.date.year == year):
        return of_year
    yearly = {(one.date.month, one.date.day) for one in known if one.kept}
    if meaning.month is not None and meaning.day is not None:
        yearly = {(meaning.month, meaning.day)}
    found = (day_of(year, month, day) for month, day in sorted(yearly))
    return tuple(Option(day.isoformat(), day.isoformat(), "that day of the year named") for day in found if day)


def _beside_its_anniversary(
    famous: Happened, named: tuple[Option, ...], anchor: dt.date, direction: Direction, *, by_date: bool
) -> tuple[Option, ...]:
    """The day itself, and this year's too where that is just over, or told of as to come."""
    date = CalendarDate(None, famous.date.month, famous.date.day)
    if direction.sense is Sense.FUTURE:
        ahead = calendar_date(date, anchor, direction) if famous.kept else ()
        return tuple(one for one in ahead if first_day(one) >= anchor)[:1] or named
    last = calendar_date(date, anchor, Direction(Sense.PAST))[:1]
    other = [one for one in last if one.edtf != named[0].edtf]
    fresh = [one for one in other if by_date or (anchor - first_day(one)).days <= _FRESH_DAYS]
    return (*named, *fresh)


def _unknown(meaning: Happening, anchor: dt.date | None, direction: Direction) -> tuple[Option, ...]:
    """`the March 3 explosion`: of these days, or with doubt of the last months; what is older needs its year."""
    if meaning.month is None or meaning.day is None or anchor is None:
        return ()
    ahead = direction.sense is Sense.FUTURE  # what happened did so before, unless the words look ahead
    way = direction if ahead else Direction(Sense.PAST)
    found = calendar_date(CalendarDate(None, meaning.month, meaning.day), anchor, way)
    return _lately(found, anchor)


def _lately(options: Sequence[Option], anchor: dt.date) -> tuple[Option, ...]:
    near = [one for one in options if _away(one, anchor) <= NEAR_DAYS]
    return tuple(one if _away(one, anchor) <= _FRESH_DAYS else _doubted(one) for one in near)


def _away(option: Option, anchor: dt.date) -> int:
    return max((first_day(option) - anchor).days, (anchor - last_day(option)).days)


def _doubted(option: Option) -> Option:
    because = f"{option.because}, if it is of no earlier year"
    return msgspec.structs.replace(option, edtf=marked(option.edtf, "?"), because=because)
