"""Days of publication that a person gives, or an article says: one that can't be is refused, or told."""

import datetime as dt

from timeline.dates.edtf import describe_edtf
from tui.dates import today

PRINTING = 1450
"""Since that year there is print, and nothing is news before."""


def read_publication_day(typed: str, *, quick: bool = False) -> dt.date:
    """The day that a person typed.

    Raises:
        SlowToReadError: `quick` is set, and it can't be read in haste.
        ValueError: it is no full date, or no article can be of that day; the message says which.
    """
    from extractors.typed_dates.reading import read_day  # noqa: PLC0415 - few commands read a date

    day = read_day(typed, quick=quick)
    if why := doubt_of(day):
        raise ValueError(f"{why}. Give the day on which it was printed or put on the web")
    return day


def doubt_of(day: dt.date) -> str:
    """Why no article can be of a day, in words; empty where one can. Tomorrow it is already, east of here."""
    said = f"{describe_edtf(day.isoformat())} ({day.isoformat()})"
    if day > today() + dt.timedelta(days=1):
        return f"{said} is yet to come, and no article is of a day after tomorrow"
    return f"{said} is before anything was printed" if day.year < PRINTING else ""
