"""The period at a glance: a bar for each stretch of time, over its years, months or days."""

from collections import Counter
from collections.abc import Sequence

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from timeline.collection import Entry
from tui.density import Days, Window, axis, bar, counted, days_of, dense_still, outside, weights, whole_of

_EDGE = 5
"""Cells at either side for how many events lie outside: `◂12`."""


class DensityStrip(Widget):
    """Two lines: bars, those of the filter bright and the cursor's reversed; below them the axis."""

    DEFAULT_CSS = """
    DensityStrip { height: 2; padding: 0 1; }
    DensityStrip.-empty { display: none; }
    """

    class Chosen(Message):
        """A place in time was clicked."""

        def __init__(self, day: int) -> None:
            super().__init__()
            self.day = day

    def __init__(self) -> None:
        super().__init__()
        self._everything: Sequence[Entry] = ()
        self._all: Counter[Days] = Counter()
        self._shown: Counter[Days] = Counter()
        self._at: Days | None = None
        self.zoomed: Window | None = None
        """The days in view, where a person zoomed."""
        self._dense: Window | None = None
        self._bars: tuple[Window, int, list[float], list[float]] | None = None

    @property
    def window(self) -> Window | None:
        """The days in view: as a person zoomed, or the dense part of all."""
        return self.zoomed or self._dense

    @property
    def dense(self) -> Window | None:
        """The days that all events lie in, or most of them."""
        return self._dense

    def take(self, everything: Sequence[Entry]) -> None:
        """Find where events lie."""
        if everything is not self._everything:
            self._everything, self._all = everything, counted(everything)
            self._dense = dense_still(self._dense, self._all)

    def show_events(self, everything: Sequence[Entry], shown: Sequence[Entry]) -> None:
        """Draw all events, and which of them the list shows."""
        self.take(everything)
        self._shown = self._all if len(shown) == len(everything) else counted(shown)
        self._bars = None
        self.set_class(self._dense is None, "-empty")
        self.refresh()

    def show_cursor(self, entry: Entry | None) -> None:
        """Show where the cursor is; a window that a person zoomed follows it."""
        at = days_of(entry) if entry is not None else None
        if at == self._at:
            return
        self._at = at
        if at is not None and self.zoomed is not None and not self.zoomed.first <= at.first <= self.zoomed.last:
            self.zoomed = self.zoomed.moved(
                (at.first - (self.zoomed.first + self.zoomed.last) / 2) / self.zoomed.length
            )
        self.refresh()

    def zoom(self, factor: float) -> None:
        """Make the window longer or shorter about the cursor."""
        if (window := self.window) is not None:
            about = self._at.first if self._at is not None else (window.first + window.last) // 2
            if not window.first <= about <= window.last:
                window = window.moved((about - (window.first + window.last) / 2) / window.length)
            self.zoomed = window.zoomed(about, factor)
            self.refresh()

    def zoom_at(self, x: int, factor: float) -> None:
        """Make the window longer or shorter about what is at a column of the widget."""
        if (window := self.window) is not None:
            column = max(0, min(self._columns - 1, x - 1 - _EDGE))
            self.zoomed = window.zoomed(window.day(column, self._columns), factor)
            self.refresh()

    def pan(self, share: float) -> None:
        """Move the window by a share of its length."""
        if (window := self.window) is not None:
            self.zoomed = window.moved(share)
            self.refresh()

    def whole(self) -> None:
        """All that there is; where all is in view, back to the part that most of it lies in."""
        whole = whole_of(self._all)
        self.zoomed = None if self.zoomed == whole else whole
        self.refresh()

    @property
    def _columns(self) -> int:
        return max(1, self.size.width - 2 * _EDGE)

    def render(self) -> Content:
        """The two lines."""
        window = self.window
        if window is None:
            return Content("")
        width = self._columns
        if self._bars is None or self._bars[:2] != (window, width):
            self._bars = window, width, weights(self._all, window, width), weights(self._shown, window, width)
        everything, shown = self._bars[2:]
        most = max(everything)
        before, after = outside(self._shown, window)
        here = window.column(self._at.first, width) if self._at is not None else -1
        parts: list[tuple[str, str]] = [(f"◂{before:,}"[:_EDGE].ljust(_EDGE) if before else " " * _EDGE, "$secondary")]
        for column in range(width):
            style = "$text-accent" if shown[column] else "$secondary 60%"
            parts.append((bar(everything[column], most), f"reverse {style}" if column == here else style))
        parts += [(f"{after:,}▸"[-_EDGE:].rjust(_EDGE) if after else "", "$secondary"), ("\n" + " " * _EDGE, "")]
        return Content.assemble(*parts, (axis(window, width), "$secondary"))

    def on_click(self, event: events.Click) -> None:
        """Go where it was clicked."""
        column = event.x - 1 - _EDGE
        if (window := self.window) is not None and 0 <= column < self._columns:
            self.post_message(self.Chosen(window.day(column, self._columns)))

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Zoom in where the mouse is; with shift or ctrl, to an earlier time."""
        self._wheel(event, 0.8, -0.1)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Zoom out; with shift or ctrl, to a later time."""
        self._wheel(event, 1.25, 0.1)

    def on_mouse_scroll_left(self, event: events.MouseScrollLeft) -> None:
        """To an earlier time."""
        event.stop()
        self.pan(-0.1)

    def on_mouse_scroll_right(self, event: events.MouseScrollRight) -> None:
        """To a later time."""
        event.stop()
        self.pan(0.1)

    def _wheel(self, event: events.MouseEvent, factor: float, share: float) -> None:
        event.stop()
        if event.shift or event.ctrl:
            self.pan(share)
        else:
            self.zoom_at(event.x, factor)
