"""The ways about in a list of events by their time: the strip above it, days with events, dates that are typed."""

import datetime as dt
from collections.abc import Iterable

from textual.widget import Widget

from timeline.collection import Entry
from timeline.dates.edtf import day_text, span_of
from tui.dates import is_unsure, middle_of
from tui.screens.correcting import CorrectingScreen
from tui.widgets.density_strip import DensityStrip
from tui.widgets.event_list import EventList
from tui.widgets.sections import begins
from tui.widgets.status_line import Level, Report

A_MONTH = 31
"""Days."""


class ByTimeScreen(CorrectingScreen):
    """Events in the order of time."""

    def __init__(self) -> None:
        self.events = EventList()
        self.strip = DensityStrip()
        super().__init__(self.events)

    @property
    def entry(self) -> Entry | None:
        """The event under the cursor."""
        return self.events.row

    def above(self) -> Iterable[Widget]:
        """The period at a glance."""
        yield self.strip

    def show_row(self) -> None:
        """Its place in time too."""
        super().show_row()
        self.strip.show_cursor(self.entry)

    def on_density_strip_chosen(self, event: DensityStrip.Chosen) -> None:
        """Go to where the strip was clicked."""
        self.go_to(event.day)

    def action_zoom_in(self) -> None:
        """A shorter time in the strip."""
        self.strip.zoom(0.5)

    def action_zoom_out(self) -> None:
        """A longer time in the strip."""
        self.strip.zoom(2)

    def action_earlier(self) -> None:
        """An earlier time in the strip."""
        self.strip.pan(-0.5)

    def action_later(self) -> None:
        """A later time in the strip."""
        self.strip.pan(0.5)

    def action_whole(self) -> None:
        """All the time in the strip."""
        self.strip.whole()

    @property
    def day_here(self) -> dt.date | None:
        """The day of the row under the cursor, or of the last above it that has one."""
        rows = self.events.rows
        above = (rows[at] for at in range(self.events.cursor, -1, -1)) if rows else iter(())
        return next((day for row in above if (day := middle_of(row.when)) is not None), None)

    def action_go_to_date(self) -> None:
        """Jump to a date."""
        from tui.screens.go_to import GoToDialog  # noqa: PLC0415

        def jump(day: int | None) -> None:
            if day is not None:
                self.go_to(day)

        self.app.push_screen(GoToDialog(self.day_here), jump)

    def go_to(self, day: int) -> None:
        """Put the cursor on the first event that begins on the day of this number or later, or is going on then.

        What lasts longer than a month, or has no end, is gone to by its beginning.
        """
        for entry in self.events.entries:
            starts, last = begins(entry), None if entry.when.is_open else span_of(entry.when)[1]
            if starts is None:
                continue
            ends = starts if last is None or last - starts > A_MONTH else last
            if ends >= day:
                self.events.reveal(entry.id)
                return
        self.host.tell(Report(f"nothing on or after {day_text(day)}", Level.WARNING))

    def action_next_day(self) -> None:
        """To the next day with events."""
        self._to_other_day(1)

    def action_previous_day(self) -> None:
        """To the first event of the previous day."""
        self._to_other_day(-1)

    def _to_other_day(self, step: int) -> None:
        rows, index = self.events.rows, self.events.cursor
        if not rows:
            return
        day = begins(rows[index])
        while 0 <= index < len(rows) and begins(rows[index]) == day:
            index += step
        if not 0 <= index < len(rows):
            self.host.tell(Report(f"no {'later' if step > 0 else 'earlier'} day in the list"))
            return
        if step < 0:
            day = begins(rows[index])
            while index > 0 and begins(rows[index - 1]) == day:
                index -= 1
        self.events.move_to(index)

    def action_next_unsure(self) -> None:
        """To the next date that a person should look at."""
        self._to_unsure(1)

    def action_previous_unsure(self) -> None:
        """To the previous one."""
        self._to_unsure(-1)

    def _to_unsure(self, step: int) -> None:
        entries, here = self.events.entries, self.entry
        at = entries.index(here) if here is not None else -1
        ahead = entries[at + 1 :] if step > 0 else entries[: max(0, at)][::-1]
        unsure = next((entry for entry in ahead if is_unsure(entry)), None)
        if unsure is None:
            self.host.tell(Report("no other uncertain date that way", Level.PLAIN))
        else:
            self.events.reveal(unsure.id)
