"""Reading Extended Date/Time Format (ISO 8601-2): which days a string spans.

Levels 0, 1 and 2 whole, but for what no event can have: several dates at once (`{1914,1939}`), and no year at all
(`XXXX-12`). Beyond EDTF members of a one-of set may be intervals, and ISO weeks (`2019-W04`), which people type, are
read as their days. Specification: https://www.loc.gov/standards/datetime/
"""

import datetime as dt
import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import product

import msgspec

from timeline.dates.day_numbers import date_of, day_number, days_in_month, year_month_day
from timeline.when import Precision

SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
QUALIFIERS = {"?": "uncertain", "~": "about", "%": "about, uncertain"}
OPEN_SIDES = ("", "..")
"""Of an interval: unknown, and open."""

_MONTHS = 12
_MOST_FIGURES = 12
"""Of a year: the universe is younger than that."""
_MOST_MEMBERS = 10
"""Of a set, for a row such as `1670..1672`; what is longer is one member, the span."""

_MARK = "[?~%]?"
_DATE = re.compile(
    rf"{_MARK}(?P<year>-?[\dX]{{4}}|Y-?\d{{5,12}}){_MARK}"
    rf"(?:-{_MARK}(?P<month>[\dX]{{2}}){_MARK}(?:-{_MARK}(?P<day>[\dX]{{2}}){_MARK})?)?",
    re.ASCII,
)
_LETTERED_YEAR = re.compile(
    r"(?P<before>[?~%]?)Y?(?P<sign>-?)(?P<figures>\d+)"
    r"(?:E(?P<exponent>\d{1,2}))?(?:S(?P<significant>\d{1,2}))?(?P<mark>[?~%]?)",
    re.ASCII,
)
"""`Y170000002`, `Y-17E7`, `1950S2`."""
TIME = re.compile(
    r"(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)(?::(\d\d))?(Z|(?P<hours>[+-]\d\d)(?::?(?P<minutes>\d\d))?)?", re.ASCII
)
WEEK = re.compile(r"(\d{4})-W(\d\d)(?P<mark>[?~%]?)", re.ASCII)

GROUPINGS = {
    21: (3, 3), 22: (6, 3), 23: (9, 3), 24: (12, 3),
    25: (3, 3), 26: (6, 3), 27: (9, 3), 28: (12, 3),
    29: (9, 3), 30: (12, 3), 31: (3, 3), 32: (6, 3),
    33: (1, 3), 34: (4, 3), 35: (7, 3), 36: (10, 3),
    37: (1, 4), 38: (5, 4), 39: (9, 4),
    40: (1, 6), 41: (7, 6),
}  # fmt: skip
"""First month and number of months of the sub-year groupings: seasons, those of the northern and of the southern
hemisphere, quarters, thirds and halves of a year. A winter (a summer in the south) ends in the next year; seasons that
say no hemisphere are those of the north, as news in English has them."""
LAST_SEASON, LAST_QUARTER, LAST_THIRD = 32, 36, 39


class Interval(msgspec.Struct, frozen=True):
    """The closed interval of days that an EDTF string spans, by the numbers of `day_numbers`."""

    first: int | None
    """None is an open or unknown side."""
    last: int | None
    precision: Precision

    @property
    def earliest(self) -> dt.date | None:
        """The first day; None where that side is open, or lies outside the years 1 to 9999."""
        return date_of(self.first)

    @property
    def latest(self) -> dt.date | None:
        """The last day; None where that side is open, or lies outside the years 1 to 9999."""
        return date_of(self.last)


@lru_cache(maxsize=4_096)
def parse(text: str) -> Interval:
    """The days that `text` spans; of a one-of set, those of its first member.

    Raises:
        ValueError: `text` is no EDTF that we read; the message says why.

    >>> span = parse("2019-01")
    >>> print(span.earliest, span.latest, span.precision)
    2019-01-01 2019-01-31 month
    """
    text = text.strip()
    if text.startswith(("[", "{")):
        return parse(members(text)[0])
    if "/" in text:
        return _parse_interval(text)
    return _parse_single(text)


def members(text: str) -> tuple[str, ...]:
    """The members of a one-of set in their order; any other EDTF string is its own only member.

    Raises:
        ValueError: a set that is empty or not closed, or of several dates at once.
    """
    if text.startswith("{"):
        raise ValueError(
            f"“{text}” are several dates at once, and an event has one: write one of them, the span of all"
            " (1914/1918), or [1914,1918] where it is one or the other"
        )
    if not text.startswith("["):
        return (text,)
    inner = [part.strip() for part in text[1:-1].split(",")]
    if not text.endswith("]") or not all(inner):
        raise ValueError(f"“{text}” is not a closed set of dates such as [2019-01-26,2019-02-02]")
    if any(part.startswith("[") for part in inner):
        raise ValueError(f"“{text}” has a set inside a set")
    found = tuple(member for part in inner for member in _row(part))
    for part in found:
        parse(part)
    return found


def _row(part: str) -> tuple[str, ...]:
    """The members that a part of a set stands for: `1670..1672` is three, `..1672` all up to then."""
    start, dots, end = part.partition("..")
    if not dots or "/" in part:
        return (part,)
    span = f"{start or '..'}/{end or '..'}"
    if not start or not end or re.search("[^0-9-]", start + end) or len(start) != len(end):
        return (span,)
    parse(span)
    row = [start]
    while row[-1] != end and len(row) <= _MOST_MEMBERS:
        row.append(beside(row[-1], 1))
    return tuple(row) if row[-1] == end else (span,)


def year_text(year: int) -> str:
    """A year as EDTF writes it: `2019`, `-0043`, `Y-11999`."""
    if abs(year) > dt.MAXYEAR:
        return f"Y{year}"
    return f"-{-year:04d}" if year < 0 else f"{year:04d}"


def day_text(number: int) -> str:
    """A day as EDTF writes it."""
    year, month, day = year_month_day(number)
    return f"{year_text(year)}-{month:02d}-{day:02d}"


def beside(edtf: str, step: int) -> str:
    """The day, month or year just after (`step` 1) or before (-1) a date; of what is none of these the day."""
    span = parse(edtf)
    edge = span.first if step < 0 else span.last
    if edge is None:
        raise ValueError(f"“{edtf}” is open on that side")
    day = day_text(edge + step)
    kept = {Precision.YEAR: 1, Precision.MONTH: 2}.get(span.precision, 3) if "/" not in edtf else 3
    return day if kept == 3 else day.rsplit("-", 3 - kept)[0]


def years_of(edtf: str) -> tuple[int, int] | None:
    """The first and the last year that a single date may be in; None of what is no single date."""
    match = _DATE.fullmatch(plain_year(edtf))
    if match is None:
        return None
    years = (_edge_year(match["year"], "0"), _edge_year(match["year"], "9"))
    return min(years), max(years)


def plain_year(text: str) -> str:
    """A year as it is printed: `Y-17E7` is `Y-170000000`, `1950S2` some year of `19XX`, `~1943` is `1943~`.

    Raises:
        ValueError: it has more figures than any year, or fewer than are said to be significant.
    """
    match = _LETTERED_YEAR.fullmatch(text)
    if match is None:
        return text
    if "Y" not in text and not match["exponent"] and not match["significant"]:
        return text if match["mark"] else f"{text[len(match['before']) :]}{match['before']}"
    figures = match["figures"] + "0" * int(match["exponent"] or 0)
    if len(figures) > _MOST_FIGURES:
        raise ValueError(f"“{text}” is a year of more than {_MOST_FIGURES} figures")
    sign, mark = -1 if match["sign"] else 1, match["mark"] or match["before"]
    significant = int(match["significant"] or len(figures))
    if not 1 <= significant <= len(figures):
        raise ValueError(f"“{text}” has no {significant} significant figures")
    unknown = len(figures) - significant
    if not unknown:
        return year_text(sign * int(figures)) + mark
    if len(figures) == len("1950"):
        return f"{match['sign']}{figures[:significant]}{'X' * unknown}{mark}"
    first, last = sorted(sign * int(figures[:significant] + figure * unknown) for figure in "09")
    return f"{year_text(first)}{mark}/{year_text(last)}{mark}"


def _parse_single(text: str) -> Interval:
    if week := WEEK.fullmatch(text):
        return _parse_week(text, int(week[1]), int(week[2]))
    if time := TIME.fullmatch(text):
        day = _parse_single(time[1])
        try:
            dt.time(int(time[2]), int(time[3]), int(time[4] or 0))
        except ValueError as error:
            raise ValueError(f"“{text}” is not in the calendar: {error}") from None
        return Interval(day.first, day.last, Precision.TIME)
    known = plain_year(text)
    if "/" in known:
        return _parse_interval(known)
    match = _DATE.fullmatch(known)
    if not match:
        raise ValueError(f"“{text}” is not a date such as 2019, 2019-01, 2019-01-26 or 2019-01-21/2019-01-27")
    if match["year"].strip("-") == "XXXX":
        raise ValueError(f"“{text}” has no year, so that it has no place on a timeline: write 19XX or 201X at least")
    if match["month"] is None:
        return _parse_years(match["year"])
    return _parse_date(text, match["year"], match["month"], match["day"])


def _parse_week(text: str, year: int, week: int) -> Interval:
    try:
        monday = dt.date.fromisocalendar(year, week, 1).toordinal()
        dt.date.fromordinal(monday + 6)
    except (ValueError, OverflowError) as error:
        raise ValueError(f"“{text}” is not in the calendar: {error}") from None
    return Interval(monday, monday + 6, Precision.WEEK)


def _edge_year(year: str, figure: str) -> int:
    return int(year.removeprefix("Y").replace("X", figure))


def _parse_years(year: str) -> Interval:
    first, last = sorted((_edge_year(year, "0"), _edge_year(year, "9")))
    if year == "00XX":
        first = 1  # the first century begins with the year 1
    return Interval(day_number(first, 1, 1), day_number(last, _MONTHS, 31), _of_years(year))


def _of_years(year: str) -> Precision:
    """How fine a year is with so many of its last figures left out."""
    left_out = len(year) - len(year.rstrip("X"))
    if "X" in year[: len(year) - left_out]:
        return Precision.YEARS
    return {0: Precision.YEAR, 1: Precision.DECADE, 2: Precision.CENTURY}.get(left_out, Precision.YEARS)


def _parse_date(text: str, year: str, month: str, day: str | None) -> Interval:
    if "X" not in month and int(month) in GROUPINGS and day is None:
        return _parse_grouping(text, year, int(month))
    months = [number for number in _fitting(month) if 1 <= number <= _MONTHS]
    if not months:
        raise ValueError(f"“{text}” has no month {month}")
    first = next(_days(year, months, day or "XX"), None)
    last = next(_days(year, months, day or "XX", backwards=True), None)
    if first is None or last is None:
        raise ValueError(f"“{text}” is not in the calendar: there is no such day")
    return Interval(first, last, _of_parts(year, month, day))


def _of_parts(year: str, month: str, day: str | None) -> Precision:
    if "X" in year:
        return _of_years(year)
    if "X" in month:
        return Precision.YEAR if month == "XX" else Precision.MONTHS
    return Precision.MONTH if day in (None, "XX") else Precision.DAYS if "X" in (day or "") else Precision.DAY


def _days(year: str, months: list[int], day: str, *, backwards: bool = False) -> Iterator[int]:
    """The numbers of all days that fit, in their order, or from the last one on."""
    fitting = _fitting(day)
    for number in _years(year, backwards=backwards):
        for month in reversed(months) if backwards else months:
            length = days_in_month(number, month)
            for one in reversed(fitting) if backwards else fitting:
                if 1 <= one <= length:
                    yield day_number(number, month, one)


def _years(year: str, *, backwards: bool) -> Iterator[int]:
    upwards = backwards == year.startswith("-")
    figures = "0123456789" if upwards else "9876543210"
    for filled in product(*(figures if figure == "X" else figure for figure in year.removeprefix("Y"))):
        yield int("".join(filled))


@cache
def _fitting(pattern: str) -> tuple[int, ...]:
    """The numbers of two figures, of which X is any, in their order: of `1X` those from 10 to 19."""
    return tuple(number for number in range(100) if all(map(_fits, pattern, f"{number:02d}")))


def _fits(one: str, figure: str) -> bool:
    return one in ("X", figure)


def _parse_grouping(text: str, year: str, number: int) -> Interval:
    if "X" in year:
        raise ValueError(f"“{text}” has a season or a part of a year that is not fully given")
    first, count = GROUPINGS[number]
    start = _edge_year(year, "0")
    years, month = divmod(first + count - 2, _MONTHS)
    if start <= dt.MAXYEAR < start + years:
        raise ValueError(f"“{year}-{number}” ends after the year {dt.MAXYEAR}")
    precision = (
        Precision.SEASON if number <= LAST_SEASON else Precision.QUARTER if number <= LAST_QUARTER else Precision.MONTHS
    )
    end = day_number(start + years, month + 1, days_in_month(start + years, month + 1))
    return Interval(day_number(start, first, 1), end, precision)


def _parse_interval(text: str) -> Interval:
    start, slash, end = text.partition("/")
    if not slash or "/" in end or (start in OPEN_SIDES and end in OPEN_SIDES):
        raise ValueError(f"“{text}” is not an interval such as 2019-01-21/2019-01-27, 2019-01/.. or ../2019")
    first = None if start in OPEN_SIDES else _parse_single(start)
    last = None if end in OPEN_SIDES else _parse_single(end)
    if first is None:
        assert last is not None
        return Interval(None, last.last, last.precision)
    if last is None:
        return Interval(first.first, None, first.precision)
    assert first.first is not None
    assert last.last is not None
    if first.first > last.last:
        raise ValueError(f"“{text}” ends before it begins")
    return Interval(first.first, last.last, _span_precision(first, last))


_PLURAL = {
    Precision.MONTH: Precision.MONTHS,
    Precision.SEASON: Precision.MONTHS,
    Precision.QUARTER: Precision.MONTHS,
    Precision.MONTHS: Precision.MONTHS,
    Precision.YEAR: Precision.YEARS,
    Precision.YEARS: Precision.YEARS,
    Precision.DECADE: Precision.YEARS,
    Precision.CENTURY: Precision.YEARS,
}
_WEEK_DAYS = 7


def _span_precision(first: Interval, last: Interval) -> Precision:
    if first == last:
        return first.precision
    if first.precision != last.precision or first.precision not in _PLURAL:
        assert first.first is not None
        assert last.last is not None
        monday = first.first % _WEEK_DAYS == 1
        whole_week = monday and last.last - first.first == _WEEK_DAYS - 1
        return Precision.WEEK if whole_week else Precision.DAYS
    return _PLURAL[first.precision]
