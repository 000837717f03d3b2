"""Extended Date/Time Format (ISO 8601-2): printing, and saying it in words; `edtf_reading` says which days it spans.

Printed is what a timeline can keep: sets and rows written out, years without letters where four figures do, weeks as
their days. Specification: https://www.loc.gov/standards/datetime/
"""

import datetime as dt
import re

from timeline.dates.day_numbers import date_of, days_in_month, year_month_day
from timeline.dates.edtf_reading import (
    LAST_QUARTER,
    LAST_SEASON,
    LAST_THIRD,
    OPEN_SIDES,
    QUALIFIERS,
    SEASONS,
    TIME,
    WEEK,
    Interval,
    beside,
    day_text,
    members,
    parse,
    plain_year,
    year_text,
    years_of,
)
from timeline.dates.hours import hours
from timeline.when import Bound, Precision, When

__all__ = [
    "BOUND_WORDS",
    "MONTHS",
    "QUALIFIERS",
    "SEASONS",
    "WEEKDAYS",
    "Interval",
    "beside",
    "bounding_date",
    "day_text",
    "describe",
    "describe_edtf",
    "describe_year",
    "marked",
    "members",
    "month_end",
    "normal",
    "parse",
    "span_of",
    "year_text",
    "years_of",
]

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
BOUND_WORDS = {
    Bound.BEFORE: "before",
    Bound.AFTER: "after",
    Bound.BY: "by",
    Bound.FROM: "from",
    Bound.BETWEEN: "between",
}
_ORDINALS = ("first", "second", "third", "fourth")
_THOUSANDS = 10_000
"""Years from here on are written with a comma."""
_EARLY = 1000
"""Years of fewer figures than four are marked as years."""


def normal(text: str) -> str:
    """An EDTF string as we print it: without spaces, in capitals, hours with seconds, a week as its days.

    Raises:
        ValueError: `text` is no EDTF that we read, as in `parse`.

    >>> normal("2019-w04")
    '2019-01-21/2019-01-27'
    """
    text = text.strip().upper()
    parse(text)
    if text.startswith("["):
        printed = dict.fromkeys(normal(member) for member in members(text))
        return f"[{','.join(printed)}]" if len(printed) > 1 else next(iter(printed))
    start, slash, end = text.partition("/")
    if slash:
        first, last = (side if side in OPEN_SIDES else normal(side) for side in (start, end))
        return f"{first.split('/')[0]}/{last.split('/')[-1]}"
    if week := WEEK.fullmatch(text):
        span = parse(text)
        return f"{span.earliest}{week['mark']}/{span.latest}{week['mark']}"
    if time := TIME.fullmatch(text):
        zone = f"{time['hours']}:{time['minutes'] or '00'}" if time["hours"] else time[5] or ""
        return f"{time[1]}T{time[2]}:{time[3]}:{time[4] or '00'}{zone}"
    return plain_year(text)


def marked(text: str, mark: str) -> str:
    """A date or interval with `?` or `~` on each side that can have one: no open side, no hour, none marked before."""
    sides = text.split("/")
    return "/".join(
        side if side in OPEN_SIDES or "T" in side or side[-1] in QUALIFIERS else side + mark for side in sides
    )


def month_end(year: int, month: int) -> dt.date:
    """The last day of a month."""
    return dt.date(year, month, days_in_month(year, month))


def span_of(when: When) -> tuple[int | None, int | None]:
    """The numbers of the first and the last day of a time, of the likeliest where there are several; None is open.

    Its own days do, where Python's calendar has them.
    """
    if when.earliest is not None and when.latest is not None:
        return when.earliest.toordinal(), when.latest.toordinal()
    span = parse(when.edtf)
    return span.first, span.last


def describe(when: When) -> str:
    """A date in words, the same in every locale: `Sat 26 Jan 2019`, `since May 2018`, `before 1790`, `undated`."""
    if when.bound is not None and when.edtf:
        return " or ".join(_describe_bound(member, when.bound) for member in members(when.edtf))
    return describe_edtf(when.edtf) if when.edtf else "undated"


def bounding_date(edtf: str, bound: Bound) -> str:
    """Of an interval that lies before, after or by a date, that date: 5 May of `../2012-05-04`."""
    start, _, end = edtf.partition("/")
    step = {Bound.BEFORE: 1, Bound.AFTER: -1}.get(bound, 0)
    named = start if bound in (Bound.AFTER, Bound.FROM) else end
    if not step or (bound is Bound.AFTER and parse(named).precision is not Precision.DAY):
        return named
    return beside(named, step)


def _describe_bound(edtf: str, bound: Bound) -> str:
    if bound is Bound.BETWEEN:
        start, slash, end = edtf.partition("/")
        if within_day := _hours_of_a_day(edtf):
            return f"{within_day[0]}, between {within_day[1]} and {within_day[2]}"
        return f"between {describe_edtf(start)} and {describe_edtf(end)}" if slash else describe_edtf(edtf)
    named = describe_edtf(bounding_date(edtf, bound))
    return f"from {named} on" if bound is Bound.FROM else f"{BOUND_WORDS[bound]} {named}"


def describe_edtf(text: str) -> str:
    """An EDTF string in words. Raises ValueError as `parse` does."""
    if text.startswith("["):
        return " or ".join(describe_edtf(member) for member in members(text))
    start, slash, end = text.partition("/")
    if slash and end in OPEN_SIDES:
        return f"since {describe_edtf(start)}"
    if slash and start in OPEN_SIDES:
        return f"until {describe_edtf(end)}"
    mark = next((words for sign, words in QUALIFIERS.items() if sign in text), "")
    said = _describe_plain(re.sub("[?~%]", "", text))
    if mark == "uncertain":
        return f"{said} (uncertain)"
    return f"{mark} {said}" if mark else said


def describe_year(year: int) -> str:
    """A year as people write it: `2019`, `AD 79`, `44 BC`, `12,000 BC`."""
    if year < 1:
        return f"{1 - year:,} BC" if 1 - year >= _THOUSANDS else f"{1 - year} BC"
    return f"{year:,}" if year >= _THOUSANDS else f"AD {year}" if year < _EARLY else f"{year}"


def _describe_plain(text: str) -> str:
    text = plain_year(text)
    span = parse(text)
    start, slash, end = text.partition("/")
    if not slash:
        return _describe_single(text, span)
    if within_day := _hours_of_a_day(text):
        return f"{within_day[0]}, {within_day[1]}–{within_day[2]}"
    if parse(start).precision is parse(end).precision is Precision.DAY:
        assert span.first is not None
        assert span.last is not None
        return _describe_days(span.first, span.last)
    if span.precision is Precision.YEARS and end.startswith(("-", "0000")) and "X" not in text:
        return _describe_years(parse(start), parse(end))
    return f"{describe_edtf(start)} – {describe_edtf(end)}"


def _hours_of_a_day(text: str) -> tuple[str, str, str] | None:
    """The day in words and the two hours of an interval from one hour of it to another; else None."""
    span = parse(text)
    first, dash, last = hours(text).partition("–")
    if not dash or span.first is None or span.first != span.last:
        return None
    return _describe_day(span.first), first, last


def _describe_days(first: int, last: int) -> str:
    if first == last:
        return _describe_day(first)
    start, end = year_month_day(first), year_month_day(last)
    said = f"{end[2]} {MONTHS[end[1] - 1]} {_of_year(end[0])}"
    if start[:2] == end[:2]:
        return f"{start[2]}–{said}"
    year = f" {_of_year(start[0])}" if start[0] != end[0] else ""
    return f"{start[2]} {MONTHS[start[1] - 1]}{year} – {said}"


def _describe_day(number: int) -> str:
    """Weekdays are said of days in Python's calendar alone: before Christ nobody counted them."""
    year, month, day = year_month_day(number)
    said = f"{day} {MONTHS[month - 1]} {_of_year(year)}"
    weekday = date_of(number)
    return said if weekday is None else f"{WEEKDAYS[weekday.weekday()]} {said}"


def _of_year(year: int) -> str:
    """A year beside a day or a month, which tell it from other numbers."""
    return f"{year}" if 1 <= year < _THOUSANDS else describe_year(year)


def _describe_single(text: str, span: Interval) -> str:
    assert span.first is not None
    assert span.last is not None
    first, month, _ = year_month_day(span.first)
    match span.precision:
        case Precision.DAY:
            return _describe_day(span.first)
        case Precision.TIME:
            return f"{_describe_day(span.first)}, {text.partition('T')[2][:5]}"
        case Precision.WEEK | Precision.DAYS:
            return _describe_days(span.first, span.last)
        case Precision.MONTH:
            return f"{MONTHS[month - 1]} {_of_year(first)}"
        case Precision.SEASON | Precision.QUARTER | Precision.MONTHS if "X" not in text:
            return _describe_part(int(text[-2:]), _of_year(first))
        case Precision.MONTHS:
            return f"{MONTHS[month - 1]} – {MONTHS[year_month_day(span.last)[1] - 1]} {_of_year(first)}"
        case Precision.DECADE if first > 0:
            return f"{first}s"
        case Precision.YEAR:
            return describe_year(first)
        case _:
            return _describe_years(span, span)


def _describe_years(start: Interval, end: Interval) -> str:
    """`1800–1899`, `500–401 BC`."""
    assert start.first is not None
    assert end.last is not None
    first, last = year_month_day(start.first)[0], year_month_day(end.last)[0]
    if last < 1:
        return f"{describe_year(first).removesuffix(' BC')}–{describe_year(last)}"
    return f"{first}–{last}" if first > 0 else f"{describe_year(first)} – {describe_year(last)}"


def _describe_part(number: int, year: str) -> str:
    """A sub-year grouping of EDTF: `summer 2019`, `first half of 2019`."""
    if number <= LAST_SEASON:
        group = (number - 21) // len(SEASONS)
        where = f" ({('', 'northern', 'southern')[group]} hemisphere)" if group else ""
        return f"{SEASONS[21 + (number - 21) % len(SEASONS)]} {year}{where}"
    if number <= LAST_QUARTER:
        return f"{_ORDINALS[number - 33]} quarter of {year}"
    part, of = ("third", 37) if number <= LAST_THIRD else ("half", 40)
    return f"{_ORDINALS[number - of]} {part} of {year}"
