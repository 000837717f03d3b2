"""Dates as pages and people write them in full; anything that leaves room for doubt is no date here.

Used for publication dates only, where a wrong answer moves every event of an article. A date without its year, or one
whose day and month could be swapped (`03/04/2019`), is not taken.
"""

import datetime as dt
import re

from timeline.dates.calendar_names import MONTHS, day_of, figures

_MONTH = r"(?P<{}>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
_DAY = r"(?P<{}>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_YEAR = r"(?P<{}>(?:1[89]|20)\d\d)(?!\d)"

DATE = "|".join(
    (
        rf"{_MONTH.format('month_1')}\ +{_DAY.format('day_1')}(?:,\ *|\ +){_YEAR.format('year_1')}",
        rf"{_DAY.format('day_2')}\ +(?:of\ +)?{_MONTH.format('month_2')},?\ +{_YEAR.format('year_2')}",
        rf"{_YEAR.format('year_3')}-(?P<month_3>\d\d)-(?P<day_3>\d\d)(?!\d)",
        rf"(?P<one>\d\d?)(?P<stroke>[/.])(?P<two>\d\d?)(?P=stroke){_YEAR.format('year_4')}",
    )
)
"""A pattern, to be compiled with VERBOSE and IGNORECASE; `date_of` reads its match. Its groups are named, so it can
stand only once in a pattern."""

WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b[.,]?\ *)"
TIME = r"""
    (?:(?:at\ +)? (?:\d\d?[:.]\d\d (?::\d\d)? (?:\ *[ap]\.?m\.?)? | \d\d?\ *[ap]\.?m\.? | \d{4}(?=\ *(?:gmt|utc)))
    (?:\ *(?:(?-i:[A-Z]{1,4})\b|[+-]\d\d:?\d\d\b))? (?:\ *\([^)\n]{1,20}\))?)
"""
CLOCK = r"(?:T\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)"
"""What follows the date in an ISO 8601 stamp."""
LABEL = r"(?:(?:first|last|originally)\ +)?(?:published|updated|posted|modified|publication\ +date|date)\b"
"""What says that the day of publication follows. These four are patterns as `DATE` is."""

_DATE = re.compile(rf"(?<![\w/.-])(?:{DATE})", re.VERBOSE | re.IGNORECASE)


def date_of(match: re.Match[str]) -> dt.date | None:
    """The day that a match of `DATE` names; None when there is no such day, or two."""
    groups = match.groupdict()
    for form in "123":
        if groups[f"year_{form}"]:
            month = groups[f"month_{form}"].lower()
            return day_of(int(groups[f"year_{form}"]), MONTHS.get(month) or int(month), int(groups[f"day_{form}"]))
    one, two, year = int(groups["one"]), int(groups["two"]), int(groups["year_4"])
    if groups["stroke"] == "." and (day := day_of(year, two, one)):
        return day  # who parts figures by points writes the day first
    readings = figures(one, two, year)
    return readings[0] if len(readings) == 1 else None


def written_date(text: str) -> dt.date | None:
    """The first date that `text` writes in full, None when it has none or its first is ambiguous."""
    match = _DATE.search(text)
    return date_of(match) if match else None
