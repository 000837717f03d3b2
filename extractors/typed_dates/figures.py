"""Typed dates in figures: `28/01/2019`, `06/15/97`, `08/??/1999`, `20190126`, `+1w`, and what a figure leaves open.

Each reader gives None when the text has not its form, and raises ValueError, with a reason for the person who typed it,
when it has the form but is no date, or could be two.
"""

import datetime as dt
import re

from extractors.typed_dates.typed import TypedDate
from timeline.dates.calendar_names import WEEKDAYS, day_of, figures
from timeline.dates.edtf import describe_edtf, normal
from timeline.dates.periods import shift
from timeline.meanings.units import Unit

_MONTHS = 12
_DAY = re.compile(r"(?<![\d./-])(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d\d)(?![\d./-]|-)")
_LETTERS = {"d": Unit.DAY, "w": Unit.WEEK, "m": Unit.MONTH, "y": Unit.YEAR}
_SURELY_LAST_CENTURY, _SURELY_THIS_CENTURY = 50, 30
"""Years in two figures from the one on are of the 20th century, below the other of the 21st; others can be of both."""
_PART_OF_YEAR = re.compile(r"(\d\d)(\d\d)-(\d\d)")
_FIRST_GROUPING, _LAST_PLAIN_SEASON, _LAST_GROUPING = 21, 24, 41
_LONGEST_SPAN = 15
"""Years: `1936-39` is rather a span than a part of 1936 as EDTF numbers them."""


def refuse_two_readings(typed: str) -> None:
    """Refuse, wherever in the text they stand, figures that could be two days, unless a day of the week can tell.

    Raises:
        ValueError: with both days.
    """
    words = set(re.findall(r"[a-z]+", typed.casefold()))
    for match in () if words & WEEKDAYS.keys() else _DAY.finditer(typed):
        if days := _readings(match[1], match[3], match[4]):
            _one_of(match[0], days)
    if (span := _PART_OF_YEAR.fullmatch(typed)) is not None:
        first, number = int(span[2]), int(span[3])
        years = number - first
        near = years == 1 if number <= _LAST_PLAIN_SEASON else 0 < years <= _LONGEST_SPAN
        if near and _FIRST_GROUPING <= number <= _LAST_GROUPING:
            whole = f"{span[1]}{span[2]}"
            raise ValueError(
                f"“{typed}” could be {whole}–{span[1]}{span[3]} or, in EDTF, {describe_edtf(typed)}:"
                f" write {whole}..{span[1]}{span[3]}, or the part of the year in words"
            )


def read_figures(typed: str, anchor: dt.date | None) -> TypedDate | None:
    """A date in figures alone; None when `typed`, in lower case and with single spaces, is none.

    Raises:
        ValueError: it is not in the calendar, could be two dates, or lacks its year or a day to count from.
    """
    return _unknown_day(typed) or _year_first(typed) or _year_last(typed) or _counted(typed, anchor)


def _year_first(typed: str) -> TypedDate | None:
    if re.fullmatch(r"[0-9]{8}", typed):
        return TypedDate(f"{typed[:4]}-{typed[4:6]}-{typed[6:]}", "figures")
    if (short := re.fullmatch(r"([0-9]{2})([0-9]{2})/([0-9]{1,2})", typed)) and 1 <= int(short[3]) <= _MONTHS:
        month = f"{short[1]}{short[2]}-{int(short[3]):02}"
        year = typed[:4]
        if int(year) + 1 == int(year[: -len(short[3])] + short[3]):
            span = f"{year}–{int(year) + 1}"
            raise ValueError(f"“{typed}” could be {span} or {describe_edtf(month)}: write {span} or {month}")
        return TypedDate(month, "figures")
    if re.fullmatch(r"[0-9]{4}([./-])[0-9]{1,2}(\1[0-9]{1,2})", typed) or re.fullmatch(
        r"[0-9]{4}[.-][0-9]{1,2}", typed
    ):
        year, *rest = re.split(r"[./-]", typed)
        if int(rest[0]) > _MONTHS and len(rest) == 1:  # `1914-18`
            return None
        return TypedDate("-".join([year, *(f"{int(part):02}" for part in rest)]), "figures")
    if re.fullmatch(r"[1-9][0-9]{2}", typed):
        return TypedDate(f"0{typed}", "year")
    if match := re.fullmatch(r"([0-9]{4})[ -]w(?:eek )?([0-9]{1,2})|w(?:eek )?([0-9]{1,2})(?: of)? ([0-9]{4})", typed):
        return TypedDate(normal(f"{match[1] or match[4]}-W{int(match[2] or match[3]):02}"), "week")
    return None


def _year_last(typed: str) -> TypedDate | None:
    if match := re.fullmatch(r"([0-9]{1,2})[./-]([0-9]{4})", typed):
        return TypedDate(f"{match[2]}-{int(match[1]):02}", "figures")
    if match := _DAY.fullmatch(typed):
        edtf = _one_of(typed, _readings(match[1], match[3], match[4])).isoformat()
        short = len(match[4]) == 2
        return TypedDate(edtf, "figures", f"with “{match[4]}” taken as {edtf[:4]}" if short else "")
    if re.fullmatch(r"[0-9]{1,2}([./-])[0-9]{1,2}\1?", typed):
        raise ValueError(f"“{typed}” needs its year in four figures")
    return None


def _readings(first: str, second: str, year: str) -> tuple[dt.date, ...]:
    """The days that three figures can be; of a year in two figures also those with the year first."""
    if len(year) > 2:
        return figures(int(first), int(second), int(year))
    days = figures(int(first), int(second), full_year(year))
    if (turned := day_of(full_year(first, checked=False), int(second), int(year))) and len(first) == 2:
        days = (*days, turned)
    return tuple(dict.fromkeys(days))


def full_year(short: str, *, checked: bool = True) -> int:
    """The year that two figures are short for.

    Raises:
        ValueError: they can be of two centuries.
    """
    number = int(short)
    if checked and _SURELY_THIS_CENTURY <= number < _SURELY_LAST_CENTURY:
        raise ValueError(f"“{short}” could be 19{short} or 20{short}: write the year in four figures")
    return number + (1900 if number >= _SURELY_LAST_CENTURY else 2000)


def _one_of(typed: str, days: tuple[dt.date, ...]) -> dt.date:
    """The only one of the days; months come first in American dates, days in others."""
    if not days:
        raise ValueError(f"“{typed}” is not in the calendar: it has neither such a day nor such a month")
    if len(days) > 1:
        both = " or ".join(describe_edtf(day.isoformat()) for day in reversed(days))
        raise ValueError(f"“{typed}” could be {both}: write the month as a word, and the year in four figures")
    return days[0]


def _unknown_day(typed: str) -> TypedDate | None:
    """`08/??/1999`, `??/??/1999`, `1999-08-00`: some day of that month or year."""
    match = re.fullmatch(r"([0-9?]{1,4})([./-])([0-9?]{1,2})\2([0-9?]{1,4})", typed)
    parts = [re.sub("^00?$", "??", part) for part in match.group(1, 3, 4)] if match else []
    if not any("?" in part for part in parts):
        return None
    if len(parts[0]) < len("1999"):
        year, known = parts[2], [part for part in parts[:2] if "?" not in part]
        month, day = (known[0] if known else "XX"), "XX"
        if len(known) == 2 or (known and int(month) > _MONTHS):
            raise ValueError(f"“{typed}” has no month that is known: write the month as a word, aug 1999")
    else:
        year, month, day = parts
    if not re.fullmatch(r"[0-9]{4}", year):
        raise ValueError(f"“{typed}” needs its year in four figures, as in 08/??/1999")
    written = [part.replace("?", "X") if "?" in part or part == "XX" else f"{int(part):02}" for part in (month, day)]
    return TypedDate(normal("-".join([year, *(part.rjust(2, "X") for part in written)])), "unknown-day")


def _counted(typed: str, anchor: dt.date | None) -> TypedDate | None:
    """`+1w`, `-3d`."""
    match = re.fullmatch(r"([+-][0-9]{1,4})([dwmy])", typed)
    if match is None:
        return None
    if anchor is None:
        raise ValueError(f"“{typed}” needs a date to count from")
    try:
        day = shift(anchor, int(match[1]), _LETTERS[match[2]])
    except OverflowError:
        raise ValueError(f"“{typed}” lies outside the calendar, counted from {anchor.isoformat()}") from None
    return TypedDate(day.isoformat(), "counted", f"counted from {describe_edtf(anchor.isoformat())}")
