"""Jumping to a date."""

import datetime as dt

from textual import on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input

from timeline.edtf import describe
from tui.screens.dialog import Dialog, line


class GoToDialog(Dialog[dt.date]):
    """A date as people type it; its reading is shown."""

    def __init__(self) -> None:
        super().__init__("Go to date", "enter go · esc cancel")
        self._input = Input(placeholder="26 jan 2019 · 2019-01 · 2018", compact=True)
        self._reading = line()
        self._day: dt.date | None = None

    def fields(self) -> list[Widget]:
        """The text and its reading."""
        return [self._input, self._reading]

    @on(Input.Changed)
    def _read(self) -> None:
        from timeline.typed_dates import read_typed_date  # noqa: PLC0415

        self._day = None
        says = Content("")
        if self._input.value.strip():
            try:
                when = read_typed_date(self._input.value, anchor=None)
            except ValueError as wrong:
                says = Content.styled(f"✗ {wrong}", "$text-error")
            else:
                self._day = when.earliest or when.latest
                says = Content.styled(f"→ {describe(when)}", "$text-success")
        self._reading.update(says)

    @on(Input.Submitted)
    def _go(self) -> None:
        if self._day is not None:
            self.dismiss(self._day)
