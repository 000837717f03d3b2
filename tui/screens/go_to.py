"""Jumping to a date."""

import datetime as dt

from textual.widget import Widget

from timeline.dates.edtf import describe
from tui.screens.typed_date import TypedDateDialog


class GoToDialog(TypedDateDialog[dt.date]):
    """A date as people type it; its reading is shown."""

    def __init__(self) -> None:
        super().__init__("Go to date", "enter go · esc cancel", "26 jan 2019 · 2019-01 · 2018")

    def fields(self) -> list[Widget]:
        """The text and its reading."""
        return [self._input, self._reading]

    def understood(self, text: str, *, quick: bool) -> tuple[dt.date, str]:
        """The first day of the date, or the last where it has no first."""
        from timeline.dates.typed_dates import read_typed_date  # noqa: PLC0415

        when = read_typed_date(text, anchor=None, quick=quick)
        day = when.earliest or when.latest
        if day is None:
            raise ValueError(f"{describe(when)} is no day to go to")
        return day, describe(when)
