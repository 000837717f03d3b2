"""What dateparser reads for us: full dates in other languages, time stamps, and counting in English words.

Importing it takes 0.1 s, so only `timeline.typed_dates` and its words import this module, when they need it. Its
settings keep it from filling in what is not there; what it would still guess is refused here.
"""

import datetime as dt
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
        moment, found = _parse(typed, _BASE, ["absolute-time"], parts)
        if moment is None or found not in (period, "time"):
            continue
        if f"{moment.year:04}" not in unicodedata.normalize("NFKC", typed):
            raise ValueError(f"“{typed}” needs its year in four figures")
        if found == period:
            return moment.date().isoformat()[:length]
        return _as_written(typed, moment).isoformat(timespec="seconds")
    raise ValueError(f"“{typed}” is no date that we can read; write it as 26 jan 2019 or 2019-01-26")


def read_phrase(phrase: str, anchor: dt.date) -> dt.date:
    """The day that an English phrase such as `three weeks ago` or `in 2 months` counts to.

    Raises:
        ValueError: It cannot be counted.
    """
    base = dt.datetime.combine(anchor, dt.time())
    moment, _ = _parse(phrase, base, ["relative-time"], [], languages=["en"])
    counts = phrase.startswith("in ") or phrase.endswith(" ago")
    # dateparser gives the base itself for what lies outside the calendar.
    if moment is None or (counts and moment == base):
        raise ValueError(f"“{phrase}” cannot be counted from {anchor.isoformat()}")
    return moment.date()


def _as_written(typed: str, moment: dt.datetime) -> dt.datetime:
    """`moment` in the zone of the stamp: late on Monday in New York stays Monday, though it is Tuesday in UTC."""
    _, zone = pop_tz_offset_from_string(typed)
    return moment.astimezone(zone) if moment.tzinfo and zone else moment


def _parse(
    text: str, base: dt.datetime, parsers: list[str], parts: list[str], languages: list[str] | None = None
) -> tuple[dt.datetime | None, str]:
    """The moment that dateparser finds and the period it stands for (`day`, `month`, `time`, …)."""
    settings = _SETTINGS | {"RELATIVE_BASE": base, "PARSERS": parsers, "REQUIRE_PARTS": parts}
    found = DateDataParser(languages=languages, settings=settings).get_date_data(text)
    return found.date_obj, found.period
