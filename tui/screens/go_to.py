"""Jumping to a date."""

import datetime as dt

from textual.widget import Widget

from timeline.dates.edtf import describe, span_of
from tui.screens.typed_date import TypedDateDialog, told


class GoToDialog(TypedDateDialog[int]):
    """A date as people type it; its reading is shown."""

    def __init__(self, beside: dt.date | None = None) -> None:
        """Ask for a date, which is counted from one `beside` it where it has no year."""
        super().__init__("Go to date", "enter go · esc cancel", "26 jan 2019 · 2019-01 · 2018")
        self._beside = beside

    def fields(self) -> list[Widget]:
        """The text and its reading."""
        return [self._input, self._reading]

    def understood(self, text: str, *, quick: bool) -> tuple[int, str]:
        """The number of the first day of the date, or of the last where it has no first."""
        from extractors.typed_dates.reading import read_typed_date  # noqa: PLC0415

        when = read_typed_date(text, anchor=self._beside, quick=quick)
        first, last = span_of(when)
        day = last if first is None else first
        if day is None:
            raise ValueError(f"{describe(when)} is no day to go to")
        return day, told(when)
