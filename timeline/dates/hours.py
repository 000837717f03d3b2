"""The hours of a time: what it says beyond its days."""

from timeline.dates.edtf_reading import OPEN_SIDES, members

_FIGURES = len("06:40")
"""Of an hour: seconds and a zone have no room."""


def first_hour(edtf: str) -> str:
    """By which hour a time stands within its day, so that text in order is time in order; empty of whole days.

    >>> first_hour("2017-03-11T15:00:00/..")
    '15:00:00'
    """
    start, _, end = edtf.lstrip("[").partition(",")[0].partition("/")
    return _of(end if start in OPEN_SIDES else start)


def hours(edtf: str) -> str:
    """`06:40`, `15:00–16:00`; of an open time its one hour, of several times those of the likeliest; else empty.

    >>> hours("2017-03-11T15:00:00/2017-03-11T16:00:00")
    '15:00–16:00'
    """
    if "T" not in edtf:
        return ""
    start, _, end = members(edtf)[0].partition("/")
    first, last = _of(start)[:_FIGURES], _of(end)[:_FIGURES]
    if start in OPEN_SIDES:
        return last
    return f"{first}–{last}" if last and last != first else first


def _of(date: str) -> str:
    return date.partition("T")[2]
