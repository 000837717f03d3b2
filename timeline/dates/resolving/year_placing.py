"""Where what is called by a name lies, seen from an anchor day: parts of years, business years, seasons."""

import datetime as dt

import msgspec

from timeline.dates.calendar_names import day_of
from timeline.dates.edtf import SEASONS, year_text
from timeline.dates.phrases import NAMED, ordinal, year_from_publication
from timeline.dates.resolving.calendar_placing import calendar_date
from timeline.dates.resolving.named_days import happening, named_day
from timeline.dates.resolving.options import Option, around, checked_year, first_day, last_day, unit_option
from timeline.meanings.named import (
    BeforeChrist,
    CalendarDate,
    Century,
    Decade,
    FiscalYear,
    Happening,
    Holiday,
    Named,
    SameDay,
    Season,
    YearPart,
)
from timeline.meanings.timex import SEASON_CODES, year_part
from timeline.meanings.units import FIRST_HALF, FIRST_QUARTER, LAST_QUARTER, Unit
from timeline.model import Direction, Sense

_YEARS_AROUND = 2
"""On each side of publication: what comes each year has its last and its next within them."""


def named(meaning: Named, anchor: dt.date | None, direction: Direction) -> tuple[Option, ...]:
    """The dates that a name may have, likelier first; none where it takes an anchor and there is none."""
    match meaning:
        case CalendarDate():
            return calendar_date(meaning, anchor, direction)
        case SameDay(year):
            return () if anchor is None else same_day(year, anchor)
        case Season():
            return season(meaning, anchor, direction)
        case Holiday():
            return named_day(meaning, anchor, direction)
        case Happening():
            return happening(meaning, anchor, direction)
        case YearPart():
            return part_of_year(meaning, anchor, direction)
        case FiscalYear():
            return business_year(meaning, anchor)
        case Century():
            return (century(meaning),)
        case BeforeChrist(year):
            return (before_christ(year),)
        case Decade(start):
            return (unit_option(dt.date(start, 1, 1), Unit.DECADE, NAMED),)


def in_year(number: int, year: int, *, fiscal: bool) -> Option:
    """A quarter or half; of a business year only about, as nobody says when that begins."""
    if not dt.MINYEAR <= year <= dt.MAXYEAR:
        raise OverflowError(f"year {year}")
    because = "part of a business year, taken as the calendar year" if fiscal else NAMED
    return Option(f"{year:04d}-{number}{'~' if fiscal else ''}", year_part(number, year), because)


def part_of_year(meaning: YearPart, anchor: dt.date | None, direction: Direction) -> tuple[Option, ...]:
    """`the third quarter of 1989`, `last year's fourth quarter`; `the first half` around the anchor, none without."""
    if meaning.year is not None:
        return (in_year(meaning.number, meaning.year, fiscal=meaning.fiscal),)
    if anchor is None:
        return ()
    if meaning.year_offset is not None:
        named = in_year(meaning.number, anchor.year + meaning.year_offset, fiscal=meaning.fiscal)
        if not meaning.year_offset and direction.sense is Sense.PAST and first_day(named) > anchor:
            over = in_year(meaning.number, anchor.year - 1, fiscal=meaning.fiscal)
            return (msgspec.structs.replace(over, because="that of the year before publication, as it is past"),)
        if not meaning.year_offset and direction.sense is Sense.FUTURE and last_day(named) < anchor:
            ahead = in_year(meaning.number, anchor.year + 1, fiscal=meaning.fiscal)
            return (msgspec.structs.replace(ahead, because="that of the year after publication, as it lies ahead"),)
        return (msgspec.structs.replace(named, because=f"that of {year_from_publication(meaning.year_offset)}"),)

    def nth(years: int) -> Option | None:
        year = anchor.year + years
        return in_year(meaning.number, year, fiscal=meaning.fiscal) if dt.MINYEAR <= year < dt.MAXYEAR else None

    first, part = (FIRST_QUARTER, "quarter") if meaning.number <= LAST_QUARTER else (FIRST_HALF, "half")
    name = f"{ordinal(meaning.number - first + 1)} {part}"
    nearest = around(anchor, Direction(), name, nth, reach=_YEARS_AROUND)
    # One that is over since just now is meant though the verb looks ahead: *expects third-quarter profit to fall*.
    if direction.sense is not Sense.PAST and len(nearest) == 1:
        return nearest
    return around(anchor, direction, name, nth, reach=_YEARS_AROUND)


def business_year(meaning: FiscalYear, anchor: dt.date | None) -> tuple[Option, ...]:
    """`fiscal 1989`, `the last fiscal year`: about a calendar year, as nobody says when it begins."""
    year = meaning.year
    if year is None:
        if anchor is None:
            return ()
        year = anchor.year + meaning.year_offset
    if not dt.MINYEAR <= year <= dt.MAXYEAR:
        raise OverflowError(f"year {year}")
    return (Option(f"{year:04d}~", f"{year:04d}", "a business year, taken as about the calendar year"),)


def same_day(year: int, anchor: dt.date) -> tuple[Option, ...]:
    """`this day in 1989`; none where that year has no such day."""
    found = day_of(checked_year(year), anchor.month, anchor.day)
    if found is None:
        return ()
    return (unit_option(found, Unit.DAY, f"the day of publication in {year_text(year)}"),)


def century(meaning: Century) -> Option:
    """`the 20th century`; the 5th before Christ, 500 to 401 BC, has the years -0499 to -0400."""
    first = abs(meaning.number) - 1
    if not 0 <= first < 100:
        raise OverflowError(f"century {meaning.number}")
    sign = "-" if meaning.number < 0 else ""
    return Option(f"{sign}{first:02d}XX", meaning.unplaced(), NAMED)


def before_christ(year: int) -> Option:
    """`44 BC`: EDTF counts years as astronomers do, 1 BC as 0."""
    if year < 1:
        raise OverflowError(f"{year} BC")
    return Option(year_text(1 - year), f"BC{year:04d}", NAMED)


def season(meaning: Season, anchor: dt.date | None, direction: Direction) -> tuple[Option, ...]:
    """`summer 2018`, `last summer`, `in the spring`; none without an anchor unless the year is given."""
    code, name = SEASON_CODES[meaning.number], SEASONS[meaning.number]

    def of(year: int) -> Option:
        return Option(f"{year:04d}-{meaning.number}", f"{year:04d}-{code}", NAMED)

    if meaning.year is not None:
        return (of(meaning.year),)
    if anchor is None:
        return ()
    seasons = [of(anchor.year + n) for n in range(-2, 3)]
    if meaning.offset == -1:
        past = [option for option in seasons if last_day(option) < anchor]
        return (msgspec.structs.replace(past[-1], because=f"the last {name} over by publication"),)
    if meaning.offset == 1:
        future = [option for option in seasons if first_day(option) > anchor]
        return (msgspec.structs.replace(future[0], because=f"the next {name} to begin after publication"),)
    if meaning.offset == 0:
        return (msgspec.structs.replace(of(anchor.year), because=f"the {name} of the year of publication"),)
    return around(anchor, direction, name, lambda n: of(anchor.year + n), reach=2)
