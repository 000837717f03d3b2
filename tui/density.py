"""How many events lie where in time: what the strip above the list draws."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from timeline.blocks import Blocks
from timeline.collection import Entry
from timeline.dates.day_numbers import date_of, day_number
from timeline.dates.edtf import MONTHS, span_of
from timeline.when import When

BARS = " ▁▂▃▄▅▆▇█"
_MOST_OF = 0.9
"""So much of the events is kept in view where the rest would squeeze it into a few columns."""
_SQUEEZED = 3
"""That many times longer the whole period must be than its dense part for the rest to be left out."""
_NEARLY = 0.95
_TWO = 2
"""So much of what the dense part would hold now, or so many fewer, it must hold to stay what it was."""
_LONGER = 1.5
"""And that many times as long as it would be now it may be."""
_SHORTEST = 14
"""Days that a window has at least."""
_LONGEST = 4_000_000
"""And at most: eleven thousand years."""
_THIN = 0.1
"""An event that lasts a year leaves less than this in a column that is a few days: a dot, no bar."""
_LABEL_GAP = 3
"""Cells between the labels of the axis, at least."""


class Days(NamedTuple):
    """Where an event lies, by day numbers."""

    first: int
    last: int


class Window(NamedTuple):
    """The days in view, both included."""

    first: int
    last: int

    @property
    def length(self) -> int:
        """In days."""
        return self.last - self.first + 1

    def column(self, day: int, width: int) -> int:
        """Where a day is in `width` columns; outside of them for a day outside."""
        return (day - self.first) * width // self.length

    def day(self, column: int, width: int) -> int:
        """The first day of a column."""
        return self.first + -(-column * self.length // width)

    def zoomed(self, about: int, factor: float) -> "Window":
        """A window `factor` times as long, with a day where it was."""
        length = min(_LONGEST, max(_SHORTEST, round(self.length * factor)))
        share = (about - self.first) / self.length
        first = round(about - share * length)
        return Window(first, first + length - 1)

    def moved(self, share: float) -> "Window":
        """The window moved by a share of its length."""
        by = round(self.length * share)
        return Window(self.first + by, self.last + by)


def days_of(entry: Entry) -> Days | None:
    """Where an event lies; one that is open on one side lies at the other; None without a date."""
    return _days_of(entry.when)


def _days_of(when: When) -> Days | None:
    if when.is_open:
        return None
    first, last = span_of(when)
    first, last = (last if first is None else first), (first if last is None else last)
    return None if first is None or last is None else Days(first, last)


def counted(entries: Iterable[Entry]) -> Counter[Days]:
    """How many events lie at each place; what is hidden or has no date is left out.

    Of a whole timeline, what was not corrected since is not counted again.
    """
    if isinstance(entries, Blocks):
        total: Counter[Days] = Counter()
        for block in entries.blocks:
            total.update(block.once(_counted))
        return total
    return _counted(entries)


def _counted(entries: Iterable[Entry]) -> Counter[Days]:
    times = [entry.when for entry in entries if not entry.left_out]
    # Most have a first and a last day; to count these before they are numbers takes a third of the time.
    ends = Counter((when.earliest, when.latest) for when in times if when.earliest and when.latest)
    total = Counter({Days(a.toordinal(), z.toordinal()): count for (a, z), count in ends.items() if a and z})
    total.update(days for when in times if not (when.earliest and when.latest) and (days := _days_of(when)))
    return total


def dense_part(spans: Counter[Days]) -> Window | None:
    """The days that all events lie in, or most of them if the rest would squeeze these; None without any."""
    if not spans:
        return None
    begins = sorted(span.first for span in spans.elements())
    whole = Window(begins[0], max(span.last for span in spans))
    count = max(1, round(len(begins) * _MOST_OF))
    first, last = min(zip(begins, begins[count - 1 :], strict=False), key=lambda ends: ends[1] - ends[0])
    room = max(_SHORTEST, last - first + 1)
    dense = Window(first - room // 20 - 1, last + room // 20 + 1)
    return _long_enough(dense if whole.length > _SQUEEZED * dense.length else whole)


def dense_still(before: Window | None, spans: Counter[Days]) -> Window | None:
    """The dense part; that of `before` as long as it holds nearly as much, so that no correction moves all the rest."""
    now = dense_part(spans)
    if before is None or now is None or not any(outside(spans, now)):
        return now
    held, would_hold = _begun(spans, before), _begun(spans, now)
    is_near = before.length <= _LONGER * now.length and held >= min(_NEARLY * would_hold, would_hold - _TWO)
    return before if is_near else now


def _begun(spans: Counter[Days], window: Window) -> int:
    return sum(count for span, count in spans.items() if window.first <= span.first <= window.last)


def whole_of(spans: Counter[Days]) -> Window | None:
    """The days that all events lie in; None without any."""
    if not spans:
        return None
    return _long_enough(Window(min(span.first for span in spans), max(span.last for span in spans)))


def _long_enough(window: Window) -> Window:
    missing = max(0, _SHORTEST - window.length)
    return Window(window.first - missing // 2, window.last + missing - missing // 2)


def weights(spans: Counter[Days], window: Window, width: int) -> list[float]:
    """How many events lie in each of `width` columns; one that covers several is shared out among them."""
    found = [0.0] * width
    for span, count in spans.items():
        first, last = max(span.first, window.first), min(span.last, window.last)
        if first > last:
            continue
        start, end = window.column(first, width), window.column(last, width)
        share = count * (last - first + 1) / (span.last - span.first + 1) / (end - start + 1)
        for column in range(start, end + 1):
            found[column] += share
    return found


def outside(spans: Counter[Days], window: Window) -> tuple[int, int]:
    """How many events are over before the window, and how many begin after it."""
    before = sum(count for span, count in spans.items() if span.last < window.first)
    return before, sum(count for span, count in spans.items() if span.first > window.last)


def bar(weight: float, most: float) -> str:
    """A bar by the square root, so that one event is seen beside five hundred."""
    if weight <= 0 or most <= 0:
        return BARS[0]
    if weight < _THIN:
        return "."
    return BARS[max(1, min(len(BARS) - 1, round((len(BARS) - 1) * (weight / most) ** 0.5)))]


def axis(window: Window, width: int) -> str:
    """Years, months or days below their columns, as many as there is room for."""
    cells = [" "] * width
    free = 0
    for day, label in _ticks(window):
        column = window.column(day, width)
        if column >= free and column + len(label) <= width:
            cells[column : column + len(label)] = label
            free = column + len(label) + _LABEL_GAP
    return "".join(cells)


def _ticks(window: Window) -> list[tuple[int, str]]:
    first, last = date_of(window.first), date_of(window.last)
    if first is None or last is None:
        return []
    years = range(first.year, last.year + 1)
    if window.length > 366 * 3:
        return [(day_number(year, 1, 1), str(year)) for year in years if day_number(year, 1, 1) >= window.first]
    if window.length > 62:
        months = [(year, month) for year in years for month in range(1, 13)]
        named = [(day_number(y, m, 1), f"{MONTHS[m - 1]} {y}" if m == 1 else MONTHS[m - 1]) for y, m in months]
        inside = [(day, label) for day, label in named if window.first <= day <= window.last]
        return [
            (day, f"{label} {_year(day)}" if not at and label in MONTHS else label)
            for at, (day, label) in enumerate(inside)
        ]
    return [(day, _day_label(day, day == window.first)) for day in range(window.first, window.last + 1)]


def _year(day: int) -> str:
    date = date_of(day)
    return "" if date is None else str(date.year)


def _day_label(day: int, is_first: bool) -> str:
    date = date_of(day)
    if date is None:
        return ""
    return f"{date.day} {MONTHS[date.month - 1]}" + (f" {date.year}" if is_first else "")
