"""Hours that are typed without a day, and are of the one that is known: `3.10`, `03:10`, `after 3 am`, `3 to 4 am`."""

import datetime as dt
import re
from typing import NamedTuple

from extractors.typed_dates.spans import ENDS, STARTS

_FIGURES = r"[0-9]{1,2}(?:[:.][0-9]{2}(?::[0-9]{2})?)?(?: ?[ap]\.?m\.?)?|noon"
_SIDES = "|".join(re.escape(word) for word in sorted((*STARTS, *ENDS), key=len, reverse=True))
_ALONE = re.compile(
    rf"(?:(?P<about>about|around|roughly|approx|circa|ca|~)|at|between|(?P<side>{_SIDES}))? ?"
    rf"(?P<first>{_FIGURES})(?: ?(?:\.\.|[–—-]|to|until|till|and) ?(?P<last>{_FIGURES}))?"
)
_HOUR = re.compile(
    r"(?P<hour>[0-9]{1,2})(?:[:.](?P<minute>[0-9]{2}))?(?::(?P<second>[0-9]{2}))?(?: ?(?P<half>[ap]).*)?"
)
_FULL = re.compile(r"[:.][0-9]{2}|[am]|noon")
"""What an hour has beside its figure: 3 alone is none, and `3.1` neither."""
_SURE = re.compile(r"[:mn]")
"""What no day and month in figures have."""
_HALF_A_DAY = 12
_LAST_SECOND = dt.time(23, 59, 59)


class Hours(NamedTuple):
    """Hours of a day."""

    edtf: str
    about: str
    """The word by which they are only about right, which EDTF can't keep; empty for none."""


def read_hours(text: str, day: dt.date | None) -> Hours | None:
    """The hours of `day` that a person meant; those open on one side end where the day does.

    None where the text is no hour, or more than hours.

    Raises:
        ValueError: it is an hour, and there is no day for it, or no such hour; the message says which.

    >>> read_hours("after 3 am", dt.date(2019, 1, 26)).edtf
    '2019-01-26T03:00:00/2019-01-26T23:59:59'
    """
    typed = " ".join(text.split())
    found = _ALONE.fullmatch(typed.casefold())
    side = found["side"] if found and not (found["side"] == "from" and found["last"]) else None
    if found is None or (side and found["last"]) or not _FULL.search(found["last"] or found["first"]):
        return None
    may_be_a_date = not _SURE.search(found[0])
    if day is None:
        if may_be_a_date:
            return None
        raise ValueError(f"“{typed}” is an hour, but the event has no certain day: type both, as in 14 mar 3.10 am")
    half = re.search(r" ?[ap]\.?m\.?$", found["last"] or "")
    first, last = found["first"], found["last"]
    if half and not _SURE.search(first.replace(":", "")):
        first += half[0]
    try:
        times = [_time(side) for side in (first, last) if side]
    except ValueError:
        if may_be_a_date:
            return None
        raise ValueError(f"“{typed}” has no such hour") from None
    if side in ENDS:
        times = [dt.time.min, *times]
    elif side:
        times = [*times, _LAST_SECOND]
    if sorted(times) != times:
        raise ValueError(f"“{typed}” ends before it starts")
    edtf = "/".join(f"{day.isoformat()}T{time.isoformat()}" for time in times)
    return Hours(edtf, found["about"] or "")


def _time(figures: str) -> dt.time:
    """Raises `ValueError` for an hour that no clock shows."""
    if figures == "noon":
        return dt.time(_HALF_A_DAY)
    found = _HOUR.fullmatch(figures)
    assert found is not None
    hour = int(found["hour"])
    if found["half"]:
        if not 1 <= hour <= _HALF_A_DAY:
            raise ValueError(figures)
        hour = hour % _HALF_A_DAY + _HALF_A_DAY * (found["half"] == "p")
    return dt.time(hour, int(found["minute"] or 0), int(found["second"] or 0))
