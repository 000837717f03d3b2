"""TIMEX3 values (TimeML; ISO 8601 with its extensions) of dates, durations and sets."""

import datetime as dt

from timeline.meaning import (
    CalendarDate,
    Clock,
    Decade,
    Duration,
    Meaning,
    MonthOf,
    Part,
    Period,
    Range,
    Recurring,
    Season,
    Shift,
    Trailing,
    Unit,
    Vague,
    Weekday,
    Within,
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
SEASON_CODES = {21: "SP", 22: "SU", 23: "FA", 24: "WI"}


def duration(count: float | None, unit: Unit) -> str:
    """`P2Y`, `PT30M`; `PXD` where no number is given."""
    prefix, code = DURATION_CODES[unit]
    return f"{prefix}{'X' if count is None else f'{count:g}'}{code}"


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
        case MonthOf(month):
            return f"XXXX-{month:02d}"
        case Season(number):
            return f"XXXX-{SEASON_CODES[number]}"
        case Period(unit) | Shift(unit=unit):
            return _UNKNOWN_UNITS.get(unit, "XXXX-XX-XX")
        case Trailing(count, unit):
            return duration(abs(count), unit)
        case Within(part, base):
            return f"{unplaced(base)}T{part}"
        case Clock(hour, minute, base):
            return f"{unplaced(base)}T{hour:02d}:{minute:02d}"
        case Part(base=base):
            return unplaced(base)
        case Range(start, end):
            known = start or end
            return unplaced(known) if known is not None else ""
        case Duration(unit, count):
            return duration(count, unit)
        case Recurring(unit, weekday):
            return duration(1, unit) if weekday is None else f"XXXX-WXX-{weekday + 1}"
        case Vague(reference):
            return reference.value
        case Decade(start):
            return f"{start // 10:03d}"


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
