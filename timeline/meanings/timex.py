"""TIMEX3 values (TimeML; ISO 8601 with its extensions) of dates, durations and sets."""

import datetime as dt

from timeline.meanings.composed import (
    About,
    Anchor,
    BeforeChrist,
    CalendarDate,
    Century,
    Clock,
    Decade,
    Duration,
    FiscalYear,
    From,
    Holiday,
    Meaning,
    MonthOf,
    Nth,
    OfStory,
    OneOf,
    Part,
    Period,
    Range,
    Recurring,
    Season,
    Shift,
    Some,
    Trailing,
    Unit,
    UnitOf,
    Vague,
    Weekday,
    Within,
    YearPart,
)

DURATION_CODES = {
    Unit.SECOND: ("PT", "S"),
    Unit.MINUTE: ("PT", "M"),
    Unit.HOUR: ("PT", "H"),
    Unit.DAY: ("P", "D"),
    Unit.WEEKEND: ("P", "WE"),
    Unit.WEEK: ("P", "W"),
    Unit.MONTH: ("P", "M"),
    Unit.QUARTER: ("P", "Q"),
    Unit.YEAR: ("P", "Y"),
    Unit.DECADE: ("P", "DE"),
    Unit.CENTURY: ("P", "CE"),
}
_LONG = (Unit.DECADE, Unit.CENTURY)
_IN_SMALLER = {
    Unit.CENTURY: (100, Unit.YEAR),
    Unit.DECADE: (10, Unit.YEAR),
    Unit.YEAR: (12, Unit.MONTH),
    Unit.DAY: (24, Unit.HOUR),
    Unit.HOUR: (60, Unit.MINUTE),
}
SEASON_CODES = {21: "SP", 22: "SU", 23: "FA", 24: "WI"}


def duration(count: float | None, unit: Unit) -> str:
    """`P2Y`, `PT30M`; `PXD` where no number is given. Decades and centuries are counted in years, as the corpora do."""
    if count is not None and unit in _IN_SMALLER and (unit in _LONG or count == 0.5):
        times, unit = _IN_SMALLER[unit]
        count *= times
    prefix, code = DURATION_CODES[unit]
    return f"{prefix}{'X' if count is None else f'{count:g}'}{code}"


def year_part(number: int, year: int | None) -> str:
    """`1989-Q3`, `1989-H1`, by the EDTF number of the quarter or half."""
    code = f"Q{number - 32}" if number < 40 else f"H{number - 39}"
    return f"{'XXXX' if year is None else f'{year:04d}'}-{code}"


def week(day: dt.date) -> str:
    """The ISO week that holds `day`: `2019-W04`."""
    iso = day.isocalendar()
    return f"{iso.year:04d}-W{iso.week:02d}"


def unit_value(day: dt.date, unit: Unit) -> str:
    """The value of the whole unit that holds `day`; units of the clock are given as their day."""
    match unit:
        case Unit.WEEK:
            return week(day)
        case Unit.WEEKEND:
            return f"{week(day)}-WE"
        case Unit.MONTH:
            return f"{day.year:04d}-{day.month:02d}"
        case Unit.QUARTER:
            return f"{day.year:04d}-Q{(day.month + 2) // 3}"
        case Unit.YEAR:
            return f"{day.year:04d}"
        case Unit.DECADE:
            return f"{day.year // 10:03d}"
        case Unit.CENTURY:
            return f"{day.year // 100:02d}"
        case _:
            return day.isoformat()


def unplaced(meaning: Meaning) -> str:  # noqa: PLR0912 - one branch a meaning
    """The TIMEX3 value of a time that has no place: underspecified, as TimeML writes it."""
    match meaning:
        case Weekday(day):
            return f"XXXX-WXX-{day + 1}"
        case CalendarDate(year, month, day):
            return _underspecified(year, month, day)
        case BeforeChrist(year):
            return f"BC{year:04d}"
        case Holiday():
            return "XXXX-XX-XX"
        case YearPart(number, year):
            return year_part(number, year)
        case FiscalYear(year):
            return "XXXX" if year is None else f"{year:04d}"
        case Century(number):
            return f"{number - 1:02d}" if number > 0 else f"BC{-number - 1:02d}"
        case MonthOf(month):
            return f"XXXX-{month:02d}"
        case OfStory(_, month, season):
            return f"XXXX-{month:02d}" if month is not None else f"XXXX-{SEASON_CODES[season or 21]}"
        case Season(number):
            return f"XXXX-{SEASON_CODES[number]}"
        case Nth(unit=unit, weekday=weekday):
            return f"XXXX-WXX-{weekday + 1}" if weekday is not None else _UNKNOWN_UNITS.get(unit, "XXXX-XX-XX")
        case Shift(count, unit, Anchor.EVENT):
            return duration(abs(count), unit)
        case Shift(count, (Unit.SECOND | Unit.MINUTE | Unit.HOUR) as unit, Anchor.NARRATIVE) if count:
            return duration(abs(count), unit)
        case Some(unit):
            return duration(None, unit)
        case Period(unit) | Shift(unit=unit) | From(unit=unit) | UnitOf(unit):
            return _UNKNOWN_UNITS.get(unit, "XXXX-XX-XX")
        case Trailing(count, unit):
            return duration(abs(count), unit)
        case Within(part, base):
            return f"{unplaced(base)}T{part}"
        case Clock(hour, minute, base, zone):
            return f"{unplaced(base)}T{hour:02d}:{minute:02d}{'Z' if zone in ('GMT', 'UTC') else ''}"
        case Part(base=base) | About(base=base):
            return unplaced(base)
        case OneOf(options):
            return unplaced(options[0]) if options else ""
        case Range(start, end):
            known = start or end
            return unplaced(known) if known is not None else ""
        case Duration(unit, count):
            return duration(count, unit)
        case Recurring():
            return _recurring(meaning)
        case Vague(reference):
            return reference.value
        case Decade(start):
            return f"{start // 10:03d}"


def _recurring(meaning: Recurring) -> str:
    part = "" if meaning.part is None else f"T{meaning.part}"
    if meaning.weekday is not None:
        return f"XXXX-WXX-{meaning.weekday + 1}{part}"
    if part:
        return f"XXXX-XX-XX{part}"
    if meaning.month is not None:
        return f"XXXX-{meaning.month:02d}"
    if meaning.season is not None:
        return f"XXXX-{SEASON_CODES[meaning.season]}"
    return duration(meaning.every, meaning.unit)


_UNKNOWN_UNITS = {
    Unit.WEEK: "XXXX-WXX",
    Unit.WEEKEND: "XXXX-WXX-WE",
    Unit.MONTH: "XXXX-XX",
    Unit.QUARTER: "XXXX-QX",
    Unit.YEAR: "XXXX",
    Unit.DECADE: "XXX",
    Unit.CENTURY: "XX",
}


def _underspecified(year: int | None, month: int | None, day: int | None) -> str:
    parts = [f"{year:04d}" if year else "XXXX", f"{month:02d}" if month else "XX"]
    return "-".join([*parts, f"{day:02d}"] if day else parts)
