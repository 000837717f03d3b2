"""Single dates in the words and figures people type: `26 jan 2019`, `28/01/2019`, `spring 2019`, `christmas`, `q3`.

`typed_dates` composes them. Each reader gives None when the text has not its form, and raises ValueError,
with a reason for the person who typed it, when it has the form but is no date.
"""

import datetime as dt
import re
from collections.abc import Callable, Sequence

import msgspec

from timeline.dates.calendar_names import MONTHS, SEASON_NUMBERS, WEEKDAY_NAMES, WEEKDAYS, figures
from timeline.dates.edtf import describe_edtf, normal, parse
from timeline.dates.holidays import by_key, days, key

_MONTH = f"(?P<month>{'|'.join(MONTHS)})"
_WEEKDAY = f"(?P<weekday>{'|'.join(WEEKDAYS)})"
_DAY = r"(?:the )?(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>[0-9]{4})"
_NAMED = tuple(
    re.compile(rf"(?:{_WEEKDAY} )?{form}")
    for form in (
        rf"{_DAY}(?: of)? {_MONTH}(?: {_YEAR})?",
        rf"{_MONTH} {_DAY}(?: {_YEAR})?",
        rf"{_MONTH}(?: (?:of )?{_YEAR})?",
        rf"{_YEAR} {_MONTH}(?: {_DAY})?",
    )
)

_ORDINALS = {"first": 0, "1st": 0, "second": 1, "2nd": 1, "third": 2, "3rd": 2, "fourth": 3, "4th": 3}
_OF_YEAR = r"(?: (?:of )?(?P<year>[0-9]{4}))?"
_GROUPINGS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], int]], ...] = (
    (re.compile(rf"(?P<name>{'|'.join(SEASON_NUMBERS)}){_OF_YEAR}"), lambda match: SEASON_NUMBERS[match["name"]]),
    (re.compile(rf"q(?P<n>[1-4]){_OF_YEAR}"), lambda match: 32 + int(match["n"])),
    (re.compile(r"(?P<year>[0-9]{4})[ -]q(?P<n>[1-4])"), lambda match: 32 + int(match["n"])),
    (re.compile(rf"h(?P<n>[12]){_OF_YEAR}"), lambda match: 39 + int(match["n"])),
    (
        re.compile(rf"(?:the )?(?P<n>{'|'.join(_ORDINALS)}) quarter{_OF_YEAR}"),
        lambda match: 33 + _ORDINALS[match["n"]],
    ),
    (re.compile(rf"(?:the )?(?P<n>first|1st|second|2nd) half{_OF_YEAR}"), lambda match: 40 + _ORDINALS[match["n"]]),
)
"""Seasons, quarters and halves of a year, each with its EDTF number."""
_WEEK = re.compile(
    r"(?:week |w)(?P<week>[0-9]{1,2})(?: of)? (?P<year>[0-9]{4})|(?P<first>[0-9]{4}) (?:week |w)(?P<other>[0-9]{1,2})"
)


class TypedDate(msgspec.Struct, frozen=True):
    """What was understood: an EDTF string, the rule that read it, and what it was counted from, if anything."""

    edtf: str
    rule: str
    because: str = ""


class SlowToReadError(ValueError):
    """It takes dateparser to read this, and that up to a second to start; whoever was in a hurry can ask again."""


def read_point(typed: str, anchor: dt.date | None) -> TypedDate | None:
    """One date in words or figures; None when `typed`, in lower case and with single spaces, is none.

    Raises:
        ValueError: It is not in the calendar, could be two dates, or needs an anchor and has none.
    """
    return (
        _read_named(typed, anchor)
        or _read_figures(typed)
        or _read_grouping(typed, anchor)
        or _read_years(typed)
        or _read_holiday(typed, anchor)
    )


def _read_named(typed: str, anchor: dt.date | None) -> TypedDate | None:
    match = next((found for form in _NAMED if (found := form.fullmatch(typed))), None)
    if not match:
        return None
    parts = match.groupdict()
    month, day = f"{MONTHS[parts['month']]:02}", parts.get("day")
    rest = f"{month}-{int(day):02}" if day else month
    reading = _in_year(typed, rest, parts.get("year"), anchor)
    if parts["weekday"]:
        _check_weekday(typed, parts["weekday"], reading.edtf)
    return reading


def _years_around(anchor: dt.date) -> range:
    return range(max(anchor.year - 8, dt.MINYEAR), min(anchor.year + 8, dt.MAXYEAR) + 1)  # as far as a leap day can be


def _nearest(typed: str, dates: Sequence[str], anchor: dt.date) -> str:
    """The date nearest to `anchor` of those that the calendar has; the earlier of two."""
    found = []
    for date in dates:
        try:
            span = parse(date)
        except ValueError:
            continue
        if span.earliest and span.latest:
            away = max((span.earliest - anchor).days, (anchor - span.latest).days, 0)
            found.append((away, date))
    if not found:
        raise ValueError(f"“{typed}” is not in the calendar")
    return min(found)[1]


def _check_weekday(typed: str, weekday: str, edtf: str) -> None:
    span = parse(edtf)
    if span.earliest is None or span.earliest != span.latest:
        raise ValueError(f"“{typed}” has a weekday but no day")
    if span.earliest.weekday() != WEEKDAYS[weekday]:
        named = WEEKDAY_NAMES[span.earliest.weekday()].title()
        raise ValueError(f"“{typed}” contradicts itself: {edtf} is a {named}")


def _read_figures(typed: str) -> TypedDate | None:
    if re.fullmatch(r"[0-9]{8}", typed):
        return TypedDate(f"{typed[:4]}-{typed[4:6]}-{typed[6:]}", "figures")
    if re.fullmatch(r"[0-9]{4}([./-])[0-9]{1,2}(\1[0-9]{1,2})?", typed):
        year, *rest = re.split(r"[./-]", typed)
        return TypedDate("-".join([year, *(f"{int(part):02}" for part in rest)]), "figures")
    if match := re.fullmatch(r"([0-9]{1,2})[./-]([0-9]{4})", typed):
        return TypedDate(f"{match[2]}-{int(match[1]):02}", "figures")
    if match := re.fullmatch(r"([0-9]{1,2})([./-])([0-9]{1,2})\2([0-9]{4})", typed):
        return TypedDate(_day_and_month(typed, int(match[1]), int(match[3]), int(match[4])), "figures")
    if re.fullmatch(r"[0-9]{1,2}([./-])[0-9]{1,2}(\1([0-9]{2})?)?", typed):
        raise ValueError(f"“{typed}” needs its year in four figures")
    return None


def _day_and_month(typed: str, first: int, second: int, year: int) -> str:
    """The only reading of `first/second/year`; months come first in American dates, days in others."""
    found = [day.isoformat() for day in reversed(figures(first, second, year))]
    if not found:
        raise ValueError(f"“{typed}” is not in the calendar")
    if len(found) > 1:
        first_words, second_words = map(describe_edtf, found)
        raise ValueError(f"“{typed}” could be {first_words} or {second_words}: write the month as a word")
    return found[0]


def _read_grouping(typed: str, anchor: dt.date | None) -> TypedDate | None:
    """A season, quarter or half of a year, and a week by its number."""
    for pattern, number in _GROUPINGS:
        if match := pattern.fullmatch(typed):
            return _in_year(typed, str(number(match)), match["year"], anchor)
    if match := _WEEK.fullmatch(typed):
        return TypedDate(
            normal(f"{match['year'] or match['first']}-W{int(match['week'] or match['other']):02}"), "week"
        )
    return None


def _in_year(typed: str, rest: str, year: str | None, anchor: dt.date | None) -> TypedDate:
    """`YYYY-` and `rest`; without a year the nearest to the anchor."""
    if year:
        return TypedDate(f"{year}-{rest}", "named-date")
    if anchor is None:
        raise ValueError(f"“{typed}” has no year, and there is no date to count from")
    because = f"it has no year: the nearest to {describe_edtf(anchor.isoformat())}"
    return TypedDate(
        _nearest(typed, [f"{one:04}-{rest}" for one in _years_around(anchor)], anchor), "named-date", because
    )


def _read_years(typed: str) -> TypedDate | None:
    """A decade or a century."""
    if match := re.fullmatch(r"(?:the )?([0-9]{3})0['’]?s", typed):
        return TypedDate(f"{match[1]}X", "decade")
    if match := re.fullmatch(r"(?:the )?([0-9]{1,2})(?:st|nd|rd|th) century", typed):
        return TypedDate(f"{int(match[1]) - 1:02}XX", "century")
    return None


def _read_holiday(typed: str, anchor: dt.date | None) -> TypedDate | None:
    """`christmas 2018`, `thanksgiving`: days that news in English has a name for."""
    match = re.fullmatch(r"(?P<name>.*?[^0-9])(?: (?P<year>[0-9]{4}))?", typed)
    name = match and by_key().get(key(match["name"]))
    if not match or not name:
        return None
    if match["year"]:
        found = days(name, int(match["year"]))
        if len(found) != 1:
            raise ValueError(f"“{typed}”: the day of “{match['name']}” in that year is not known")
        return TypedDate(found[0].edtf, "holiday")
    if anchor is None:
        raise ValueError(f"“{typed}” has no year, and there is no date to count from")
    row = [one.edtf for year in _years_around(anchor) for one in days(name, year)]
    return TypedDate(_nearest(typed, row, anchor), "holiday", f"the nearest to {describe_edtf(anchor.isoformat())}")
