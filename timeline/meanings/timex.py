"""TIMEX3 values (TimeML; ISO 8601 with its extensions) of units, lengths and parts of years."""

import datetime as dt

from timeline.meanings.units import FIRST_HALF, FIRST_QUARTER, LAST_QUARTER, Unit

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
SOME_DAY = "XXXX-XX-XX"
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
    code = f"Q{number - FIRST_QUARTER + 1}" if number <= LAST_QUARTER else f"H{number - FIRST_HALF + 1}"
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


_UNKNOWN_UNITS = {
    Unit.WEEK: "XXXX-WXX",
    Unit.WEEKEND: "XXXX-WXX-WE",
    Unit.MONTH: "XXXX-XX",
    Unit.QUARTER: "XXXX-QX",
    Unit.YEAR: "XXXX",
    Unit.DECADE: "XXX",
    Unit.CENTURY: "XX",
}


def some_unit(unit: Unit) -> str:
    """One of these units, whichever it is: `XXXX-WXX`; units of the clock are given as their day."""
    return _UNKNOWN_UNITS.get(unit, SOME_DAY)


def some_weekday(weekday: int) -> str:
    """A day of the week, Monday 0, whichever it is: `XXXX-WXX-1`."""
    return f"XXXX-WXX-{weekday + 1}"


def underspecified(year: int | None, month: int | None, day: int | None) -> str:
    """A date of which parts are not given: `XXXX-05-20`."""
    parts = [f"{year:04d}" if year else "XXXX", f"{month:02d}" if month else "XX"]
    return "-".join([*parts, f"{day:02d}"] if day else parts)
