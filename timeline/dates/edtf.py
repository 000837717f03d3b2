"""Extended Date/Time Format (ISO 8601-2): parsing to the days it spans, printing, and saying it in words.

Levels 0 and 1 for the years 1 to 9999, quarters and halves of level 2, one-of sets. Beyond EDTF members of a set may be
intervals, and ISO weeks (`2019-W04`), which people type, are read and printed as their days. Specification:
https://www.loc.gov/standards/datetime/
"""

import calendar
import datetime as dt
import re
from collections.abc import Callable
from typing import TypeVar

import msgspec

from timeline.when import Bound, Precision, When

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
BOUND_WORDS = {
    Bound.BEFORE: "before",
    Bound.AFTER: "after",
    Bound.BY: "by",
    Bound.FROM: "from",
    Bound.BETWEEN: "between",
}
QUALIFIERS = {"?": "uncertain", "~": "about", "%": "about, uncertain"}

_OPEN_SIDES = ("", "..")
"""Of an interval: unknown, and open."""

_T = TypeVar("_T")

_DATE = re.compile(
    r"(?P<year>\d{4}|\d{3}X|\d\dXX)(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX))?)?(?P<mark>[?~%]?)", re.ASCII
)
_TIME = re.compile(
    r"(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)(?::(\d\d))?(Z|(?P<hours>[+-]\d\d)(?::?(?P<minutes>\d\d))?)?", re.ASCII
)
_WEEK = re.compile(r"(\d{4})-W(\d\d)(?P<mark>[?~%]?)", re.ASCII)

# First month and number of months of the sub-year groupings; the winter of a year ends in the next (meteorological
# seasons of the northern hemisphere, as news in English has them).
_GROUPINGS = {
    21: (3, 3),
    22: (6, 3),
    23: (9, 3),
    24: (12, 3),
    33: (1, 3),
    34: (4, 3),
    35: (7, 3),
    36: (10, 3),
    40: (1, 6),
    41: (7, 6),
}


class Interval(msgspec.Struct, frozen=True):
    """The closed interval of days that an EDTF string spans; None is an open or unknown side."""

    earliest: dt.date | None
    latest: dt.date | None
    precision: Precision


def parse(text: str) -> Interval:
    """The days that `text` spans; of a one-of set, those of its first member.

    Raises:
        ValueError: `text` is no EDTF that we read; the message says why.
    """
    text = text.strip()
    if text.startswith("["):
        return parse(members(text)[0])
    if "/" in text:
        return _parse_interval(text)
    return _parse_single(text)


def members(text: str) -> tuple[str, ...]:
    """The members of a one-of set in their order; any other EDTF string is its own only member.

    Raises:
        ValueError: a set that is empty or not closed.
    """
    if not text.startswith("["):
        return (text,)
    inner = [part.strip() for part in text[1:-1].split(",")]
    if not text.endswith("]") or not all(inner):
        raise ValueError(f"“{text}” is not a closed set of dates such as [2019-01-26,2019-02-02]")
    for part in inner:
        if part.startswith("["):
            raise ValueError(f"“{text}” has a set inside a set")
        parse(part)
    return tuple(inner)


def normal(text: str) -> str:
    """An EDTF string as we print it: without spaces, in capitals, hours with seconds, a week as its days.

    Raises:
        ValueError: `text` is no EDTF that we read, as in `parse`.
    """
    text = text.strip().upper()
    parse(text)
    if text.startswith("["):
        printed = dict.fromkeys(normal(member) for member in members(text))
        return f"[{','.join(printed)}]" if len(printed) > 1 else next(iter(printed))
    start, slash, end = text.partition("/")
    if slash:
        first, last = (side if side in _OPEN_SIDES else normal(side) for side in (start, end))
        return f"{first.split('/')[0]}/{last.split('/')[-1]}"
    if week := _WEEK.fullmatch(text):
        span = parse(text)
        return f"{span.earliest}{week['mark']}/{span.latest}{week['mark']}"
    if time := _TIME.fullmatch(text):
        zone = f"{time['hours']}:{time['minutes'] or '00'}" if time["hours"] else time[5] or ""
        return f"{time[1]}T{time[2]}:{time[3]}:{time[4] or '00'}{zone}"
    return text


def marked(text: str, mark: str) -> str:
    """A date or interval with `?` or `~` on each side that can have one: no open side, no hour, none marked before."""
    sides = text.split("/")
    return "/".join(
        side if side in _OPEN_SIDES or "T" in side or side[-1] in QUALIFIERS else side + mark for side in sides
    )


def month_end(year: int, month: int) -> dt.date:
    """The last day of a month."""
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def _parse_single(text: str) -> Interval:
    if week := _WEEK.fullmatch(text):
        monday = _checked(text, lambda: dt.date.fromisocalendar(int(week[1]), int(week[2]), 1))
        return Interval(monday, _checked(text, lambda: monday + dt.timedelta(days=6)), Precision.WEEK)
    if time := _TIME.fullmatch(text):
        day = _checked(text, lambda: dt.date.fromisoformat(time[1]))
        _checked(text, lambda: dt.time(int(time[2]), int(time[3]), int(time[4] or 0)))
        return Interval(day, day, Precision.TIME)
    match = _DATE.fullmatch(text)
    if not match:
        raise ValueError(f"“{text}” is not a date such as 2019, 2019-01, 2019-01-26 or 2019-01-21/2019-01-27")
    return _parse_date(text, match["year"], match["month"], match["day"])


def _parse_date(text: str, year: str, month: str | None, day: str | None) -> Interval:
    if "X" in year:
        if month:
            raise ValueError(f"“{text}” has a month in a year that is not fully given")
        first, last = int(year.replace("X", "0")), int(year.replace("X", "9"))
        span = Precision.DECADE if year.count("X") == 1 else Precision.CENTURY
        return Interval(dt.date(max(first, 1), 1, 1), dt.date(last, 12, 31), span)
    number = int(year)
    if number == 0:
        raise ValueError(f"“{text}” lies before the year 1, which is not read yet")
    if month in (None, "XX"):
        if day not in (None, "XX"):
            raise ValueError(f"“{text}” has a day without a month")
        return Interval(dt.date(number, 1, 1), dt.date(number, 12, 31), Precision.YEAR)
    if int(month or 0) in _GROUPINGS and day is None:
        return _parse_grouping(number, int(month or 0))
    if not 1 <= int(month or 0) <= len(MONTHS):
        raise ValueError(f"“{text}” has no month {month}")
    if day in (None, "XX"):
        return Interval(dt.date(number, int(month or 0), 1), month_end(number, int(month or 0)), Precision.MONTH)
    exact = _checked(text, lambda: dt.date(number, int(month or 0), int(day or 0)))
    return Interval(exact, exact, Precision.DAY)


def _parse_grouping(year: int, number: int) -> Interval:
    first, count = _GROUPINGS[number]
    last = first + count - 1
    end_year = year + (last > len(MONTHS))
    if end_year > dt.MAXYEAR:
        raise ValueError(f"“{year}-{number}” ends after the year {dt.MAXYEAR}")
    precision = Precision.SEASON if number in SEASONS else Precision.QUARTER if number < 40 else Precision.MONTHS
    return Interval(dt.date(year, first, 1), month_end(end_year, (last - 1) % len(MONTHS) + 1), precision)


def _parse_interval(text: str) -> Interval:
    start, slash, end = text.partition("/")
    if not slash or "/" in end or (start in _OPEN_SIDES and end in _OPEN_SIDES):
        raise ValueError(f"“{text}” is not an interval such as 2019-01-21/2019-01-27, 2019-01/.. or ../2019")
    first = None if start in _OPEN_SIDES else _parse_single(start)
    last = None if end in _OPEN_SIDES else _parse_single(end)
    if first is None:
        assert last is not None
        return Interval(None, last.latest, last.precision)
    if last is None:
        return Interval(first.earliest, None, first.precision)
    assert first.earliest
    assert last.latest
    if first.earliest > last.latest:
        raise ValueError(f"“{text}” ends before it begins")
    return Interval(first.earliest, last.latest, _span_precision(first, last))


def _span_precision(first: Interval, last: Interval) -> Precision:
    plural = {
        Precision.MONTH: Precision.MONTHS,
        Precision.SEASON: Precision.MONTHS,
        Precision.QUARTER: Precision.MONTHS,
        Precision.MONTHS: Precision.MONTHS,
        Precision.YEAR: Precision.YEARS,
        Precision.DECADE: Precision.YEARS,
        Precision.CENTURY: Precision.YEARS,
    }
    if first == last:
        return first.precision
    if first.precision != last.precision or first.precision not in plural:
        assert first.earliest
        assert last.latest
        whole_week = first.earliest.weekday() == 0 and (last.latest - first.earliest).days == 6
        return Precision.WEEK if whole_week else Precision.DAYS
    return plural[first.precision]


def _checked(text: str, make: Callable[[], _T]) -> _T:
    try:
        return make()
    except (ValueError, OverflowError) as error:
        raise ValueError(f"“{text}” is not in the calendar: {error}") from None


def describe(when: When) -> str:
    """A date in words, the same in every locale: `Sat 26 Jan 2019`, `since May 2018`, `before 1790`, `undated`."""
    if when.bound is not None and when.edtf:
        return " or ".join(_describe_bound(member, when.bound) for member in members(when.edtf))
    return describe_edtf(when.edtf) if when.edtf else "undated"


def bounding_date(edtf: str, bound: Bound) -> str:
    """Of an interval that lies before, after or by a date, that date: 5 May of `../2012-05-04`."""
    start, _, end = edtf.partition("/")
    beside = {Bound.BEFORE: 1, Bound.AFTER: -1}.get(bound, 0)
    named = start if bound in (Bound.AFTER, Bound.FROM) else end
    if not beside or (bound is Bound.AFTER and len(named) < len("2019-01-26")):
        return named
    span = parse(named)
    edge = span.latest if beside > 0 else span.earliest
    return named if edge is None else (edge + dt.timedelta(days=beside)).isoformat()[: len(named)]


def _describe_bound(edtf: str, bound: Bound) -> str:
    if bound is Bound.BETWEEN:
        start, slash, end = edtf.partition("/")
        return f"between {describe_edtf(start)} and {describe_edtf(end)}" if slash else describe_edtf(edtf)
    named = describe_edtf(bounding_date(edtf, bound))
    return f"from {named} on" if bound is Bound.FROM else f"{BOUND_WORDS[bound]} {named}"


def describe_edtf(text: str) -> str:
    """An EDTF string in words. Raises ValueError as `parse` does."""
    if text.startswith("["):
        return " or ".join(describe_edtf(member) for member in members(text))
    start, slash, end = text.partition("/")
    if slash and end in _OPEN_SIDES:
        return f"since {describe_edtf(start)}"
    if slash and start in _OPEN_SIDES:
        return f"until {describe_edtf(end)}"
    mark = next((words for sign, words in QUALIFIERS.items() if sign in text), "")
    said = _describe_plain(re.sub("[?~%]", "", text))
    if mark == "uncertain":
        return f"{said} (uncertain)"
    return f"{mark} {said}" if mark else said


def _describe_plain(text: str) -> str:
    span = parse(text)
    start, slash, end = text.partition("/")
    if not slash:
        return _describe_single(text, span)
    if len(start) == len(end) == len("2019-01-26"):
        assert span.earliest
        assert span.latest
        return _describe_days(span.earliest, span.latest)
    return f"{describe_edtf(start)} – {describe_edtf(end)}"


def _describe_days(first: dt.date, last: dt.date) -> str:
    if first == last:
        return _describe_day(first)
    end = f"{last.day} {MONTHS[last.month - 1]} {last.year}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{end}"
    year = f" {first.year}" if first.year != last.year else ""
    return f"{first.day} {MONTHS[first.month - 1]}{year} – {end}"


def _describe_day(day: dt.date) -> str:
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]} {day.year}"


def _describe_single(text: str, span: Interval) -> str:
    day = span.earliest
    assert day is not None
    assert span.latest is not None
    year = f"{day.year}"
    match span.precision:
        case Precision.DAY:
            return _describe_day(day)
        case Precision.TIME:
            return f"{_describe_day(day)}, {text.partition('T')[2][:5]}"
        case Precision.WEEK:
            return _describe_days(day, span.latest)
        case Precision.MONTH:
            return f"{MONTHS[day.month - 1]} {year}"
        case Precision.SEASON:
            return f"{SEASONS[int(text[5:7])]} {year}"
        case Precision.QUARTER:
            return f"{['first', 'second', 'third', 'fourth'][int(text[5:7]) - 33]} quarter of {year}"
        case Precision.MONTHS:
            return f"{'first' if text[5:7] == '40' else 'second'} half of {year}"
        case Precision.DECADE:
            return f"{year}s"
        case Precision.CENTURY:
            return f"{year}–{span.latest.year}"
        case _:
            return year
