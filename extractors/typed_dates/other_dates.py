"""What dateparser reads for us: full dates in other languages, and time stamps.

Importing it takes 0.1 s, so only `reading.py` imports this module, when it needs it. Its
settings keep it from filling in what is not there; what it would still guess is refused here.
"""

import datetime as dt
import re
import unicodedata
from typing import Any

from dateparser.date import DateDataParser
from dateparser.timezone_parser import pop_tz_offset_from_string

_BASE = dt.datetime(2000, 1, 1)  # noqa: DTZ001 (a stand-in that keeps the clock out; no result depends on it)
_SETTINGS: dict[str, Any] = {"TIMEZONE": "UTC", "RETURN_TIME_AS_PERIOD": True, "DATE_ORDER": "DMY"}


def read_full_date(typed: str) -> str:
    """A date or month with its year, or a time stamp, in any language, as an EDTF string.

    Raises:
        ValueError: It is not such a date, or its year is not written in full.
    """
    for parts, period, length in ((["day", "month", "year"], "day", 10), (["month", "year"], "month", 7)):
        moment, found = _parse(typed, parts)
        if moment is None or found not in (period, "time"):
            continue
        if f"{moment.year:04}" not in unicodedata.normalize("NFKC", typed):
            raise ValueError(f"“{typed}” needs its year in four figures")
        if found == period:
            date = moment.date().isoformat()[:length]
            _refuse_leftovers(typed, date)
            return date
        return _as_written(typed, moment).isoformat(timespec="seconds")
    raise ValueError(f"“{typed}” is no date that we can read; write it as 26 jan 2019 or 2019-01-26")


def _as_written(typed: str, moment: dt.datetime) -> dt.datetime:
    """`moment` in the zone of the stamp: late on Monday in New York stays Monday, though it is Tuesday in UTC."""
    _, zone = pop_tz_offset_from_string(typed)
    return moment.astimezone(zone) if moment.tzinfo and zone else moment


def _refuse_leftovers(typed: str, date: str) -> None:
    """Refuse what has a figure that is no part of the date, or one twice: of *21.-27. januar* the first day is told."""
    left = [int(part) for part in date.split("-")]
    for figure in map(int, re.findall(r"\d+", unicodedata.normalize("NFKC", typed))):
        if figure not in left:
            raise ValueError(f"“{typed}” is no date that we can read: {figure} is no part of {date}")
        left.remove(figure)


def _parse(text: str, parts: list[str]) -> tuple[dt.datetime | None, str]:
    """The moment that dateparser finds and the period it stands for (`day`, `month`, `time`, …)."""
    settings = _SETTINGS | {"RELATIVE_BASE": _BASE, "PARSERS": ["absolute-time"], "REQUIRE_PARTS": parts}
    found = DateDataParser(settings=settings).get_date_data(text)
    return found.date_obj, found.period
