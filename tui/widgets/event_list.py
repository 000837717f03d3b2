"""Events by time, one line each: when, what, and who says so."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rich.segment import Segment

from timeline.collection import Entry, Timeline
from timeline.edits import ACCEPTED
from timeline.model import Polarity, Status
from tui.dates import DateLabel, expression_of, label
from tui.widgets.row_list import RowList, fit

OPEN_STATUS = frozenset({Status.PLANNED, Status.FORECAST, Status.CONDITIONAL})
"""What has not happened, as far as its source says: drawn with a `◇`."""

YEAR = 4
DATE = 12
SAID = 17
NARROW_SAID = 13
"""Cells of the columns, each with the space after or before it: `2019`, `Sat 26 Jan ~`, who vouches for it."""


class Columns(NamedTuple):
    """Widths in cells."""

    date: int
    """Year, label and mark."""
    title: int
    said: int
    """0 where there is no room."""


def columns(width: int) -> Columns:
    """How `width` cells are shared out."""
    date = YEAR + 1 + DATE + 2
    said = SAID if width >= 76 else NARROW_SAID if width >= 58 else 0
    return Columns(date, max(8, width - 2 - date - said), said)


def said_by(entry: Entry, timeline: Timeline) -> str:
    """Who vouches for an event: the first source, and how many more."""
    sources = list(dict.fromkeys(assertion.source for assertion in entry.assertions))
    first = timeline.sources.get(sources[0])
    name = first.name if first else ""
    return f"{name} +{len(sources) - 1}" if len(sources) > 1 else name


def status_mark(entry: Entry) -> str:
    """`◇` for what has not happened (yet), `✗` for what the source says did not happen."""
    if entry.polarity is Polarity.NEGATIVE:
        return "✗ "
    return "◇ " if entry.status in OPEN_STATUS else ""


class EventList(RowList[Entry]):
    """The timeline. A date is printed once per day, and at the top of the view."""

    _timeline: Timeline

    def show_events(self, entries: Sequence[Entry], timeline: Timeline) -> None:
        """List `entries` of `timeline`."""
        self._timeline = timeline
        self.show(entries)

    def row_id(self, row: Entry) -> str:
        """The event's id."""
        return row.id

    def render_row(self, index: int, width: int, *, top: bool) -> Iterable[Segment]:
        """One event."""
        entry = self._rows[index]
        widths = columns(width)
        date = self._label(entry)
        before = None if top or not index else self._label(self._rows[index - 1])
        yield self._mark_segment(entry)
        yield from self._date_segments(date, before)
        title = f"{status_mark(entry)}{entry.title}"
        if entry.left_out:
            title = f"({'hidden' if entry.hidden else 'rejected'}) {title}"
        faint = entry.left_out or entry.status in OPEN_STATUS
        yield Segment(fit(title, widths.title), self.style("rows--dim") if faint else None)
        if widths.said:
            yield Segment(" " + fit(said_by(entry, self._timeline), widths.said - 1), self.style("rows--dim"))

    def _mark_segment(self, entry: Entry) -> Segment:
        if entry.starred:
            return Segment("★", self.style("rows--mark"))
        return Segment("✓", self.style("rows--accent")) if entry.review == ACCEPTED else Segment(" ")

    def _label(self, entry: Entry) -> DateLabel:
        words = expression_of(entry, self._timeline) if entry.when.is_open else ""
        return label(entry.when, words)

    def _date_segments(self, date: DateLabel, before: DateLabel | None) -> Iterable[Segment]:
        mark = Segment(fit(date.mark, 2), self.style("rows--mark") if date.mark else None)
        if date == before:
            yield Segment(" " * (YEAR + 1 + DATE))
        elif not date.year:
            yield Segment(fit(date.text, YEAR + DATE) + " ", self.style("rows--dim"))
        else:
            new_year = before is None or before.year != date.year or not date.text
            yield Segment(fit(date.year if new_year else "", YEAR) + " ", self.style("rows--dim"))
            yield Segment(fit(date.text, DATE), self.style("rows--accent"))
        yield mark
