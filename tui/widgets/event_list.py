"""Events by time, one line each: when, what, and who says so."""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style

from timeline.accounts import differ
from timeline.collection import Entry, Timeline
from timeline.dates.edtf import MONTHS, describe_year
from timeline.dates.hours import hours
from timeline.edits import ACCEPTED
from timeline.model import ActorKind, Polarity, SourceKind, Status
from tui.dates import DateLabel, expression_of, label, within_month
from tui.matches import matches
from tui.widgets.fitting import fit
from tui.widgets.row_list import RowList
from tui.widgets.sections import FEW, Grain, in_sections, month_of

OPEN_STATUS = frozenset({Status.PLANNED, Status.FORECAST, Status.CONDITIONAL})
"""What has not happened, as far as its source says: drawn with a `◇`."""

YEAR = 4
DATE = 12
SHORT = 200
"""So many rows are looked at for how many cells their dates need."""
DAY = 11
"""Cells of the date: of the year, of the rest of it, and of all of it below a heading that names month and year."""
SAID = 7
"""So many cells who says so has at least, if they need them."""
SHARE = 5
"""And that part of what title and who says so have together beside a title that does not tell who says so."""
GAP = 2
"""Cells before that."""
NO_SAID = 58
"""Below so many cells nobody is named."""
NO_HOUR = 50
"""And below so many no hour is told."""
_WORD = re.compile(r"\w+")
_ARTICLES = (["the"], ["a"], ["an"])


class Columns(NamedTuple):
    """Widths in cells."""

    date: int
    """Year, label and mark."""
    title: int
    said: int
    """0 where there is no room."""


def columns(
    width: int, title: str, said: str, grain: Grain, *, tells: bool = False, longest: int = YEAR + 1 + DATE
) -> Columns:
    """How `width` cells are shared out: the title takes all that who says so does not need, but for their share.

    Where title and page tell who says so, they have what a whole title leaves: what is said is read, and not where.
    Without headings the dates of the list have as many cells as the `longest` needs.
    """
    date = {Grain.MONTH: DAY, Grain.YEAR: DATE, Grain.NONE: longest}[grain] + 2
    room = max(8, width - 4 - date)
    if width < NO_SAID or not said:
        return Columns(date, room, 0)
    left = room - GAP - cell_len(title)
    kept = min(cell_len(said), left if tells else max(SAID, room // SHARE, left))
    if kept < min(cell_len(said), SAID):
        return Columns(date, room, 0)
    return Columns(date, room - GAP - kept, GAP + kept)


def said_by(entry: Entry, timeline: Timeline) -> str:
    """Who vouches for an event: the first source, and how many more."""
    sources = list(dict.fromkeys(assertion.source for assertion in entry.assertions))
    first = timeline.sources.get(sources[0])
    name = first.name if first else ""
    return f"{name} +{len(sources) - 1}" if len(sources) > 1 else name


def fit_said(said: str, width: int) -> str:
    """Who says so in `width` cells: where that is cut, how many more they are is not."""
    name, plus, more = said.rpartition(" +")
    if cell_len(said) <= width or not (name and more.isdecimal()):
        return fit(said, width)
    return fit(name, width - cell_len(plus + more)) + plus + more


def tells_who(entry: Entry, timeline: Timeline) -> bool:
    """Whether who says so need not be told beside a title: it begins with them, or the article itself says so."""
    sources = {assertion.source for assertion in entry.assertions}
    source = timeline.sources.get(entry.lead.source)
    if source is None or len(sources) > 1:
        return False
    if source.kind is SourceKind.OUTLET:
        return True
    name, title = _words(source.name), _words(entry.title)
    actor = timeline.actors.get(source.actor)
    is_person = actor is not None and actor.kind is ActorKind.PERSON
    return title[: len(name)] == name or (is_person and title[:1] == name[-1:])


def _words(text: str) -> list[str]:
    """Its words, without brackets and an article before them."""
    words = _WORD.findall(text.casefold())
    return words[1:] if words[:1] in _ARTICLES else words


def status_mark(entry: Entry) -> str:
    """`◇` for what has not happened (yet), `✗` for what the source says did not happen."""
    if entry.polarity is Polarity.NEGATIVE:
        return "✗ "
    return "◇ " if entry.status in OPEN_STATUS else ""


def added_by_person(note: str, tags: Sequence[str], room: int) -> str:
    """That there is a note, and the tags, where `room` is left beside the title; else a sign of each."""
    signs = ("¶" if note else "") + ("#" if tags else "")
    told = "".join((" ¶" if note else "", *(f" #{tag}" for tag in tags)))
    return told if cell_len(told) <= max(room, 0) else f" {signs}"


class EventList(RowList[Entry]):
    """The timeline. A date is printed once per day, and at the top of the view."""

    _timeline: Timeline
    _grain = Grain.NONE
    _date = DATE
    """Cells of dates beside their year."""

    def __init__(self) -> None:
        super().__init__()
        self.entries: Sequence[Entry] = ()
        """All that is listed, also what is folded away."""
        self._story: int | None = None
        self.opened = False
        """Whether what is folded away is open."""
        self.words: Sequence[str] = ()
        """What was looked for, to be marked."""
        self.is_double: Callable[[Entry], bool] = lambda _: False
        """Whether an event may be one with another."""

    def show_events(self, entries: Sequence[Entry], timeline: Timeline, story: int | None = None) -> None:
        """List `entries` of `timeline`; what lies before the day `story`, and what has no date, is folded away."""
        self._timeline = timeline
        self.entries, self._story = entries, story
        self._part()

    def _part(self) -> None:
        rows, headings, self._grain = in_sections(self.entries, self._story, opened=self.opened)
        short = self._grain is Grain.NONE and len(rows) <= SHORT
        self._date = min(DATE, max(map(self._cells, rows), default=0) + 1) if short else DATE  # apart from the mark
        self.show(rows, headings)

    def _cells(self, row: Entry) -> int:
        """How many its date needs beside the year and a space."""
        date = self._label(row)
        return cell_len(date.text) - (0 if date.year else YEAR)

    @property
    def is_folded(self) -> bool:
        """Whether something is folded away."""
        return len(self.rows) < len(self.entries)

    def fold(self) -> None:
        """Open what is folded away and go to what is nearer of it, or fold it away again."""
        self.opened = not self.opened
        before, near_end = len(self.rows), self.cursor >= len(self.rows) / 2
        self._part()
        folds = [heading.row for heading in self.headings.all if heading.hint]
        if folds and len(self.rows) > before:
            self.move_to(folds[-1] if near_end else folds[0])

    def reveal(self, event_id: str) -> bool:
        """Put the cursor on an event, opening what it is folded away in; whether it is listed."""
        index = self.index_of(event_id)
        if index is None and self.is_folded and any(entry.id == event_id for entry in self.entries):
            self.fold()
            index = self.index_of(event_id)
        if index is not None:
            self.move_to(index)
        return index is not None

    def row_id(self, row: Entry) -> str:
        """The event's id."""
        return row.id

    def render_row(self, index: int, width: int, *, top: bool) -> Iterable[Segment]:
        """One event."""
        entry = self._rows[index]
        in_months = self._grain is Grain.MONTH
        said = said_by(entry, self._timeline)
        words, told = self._before_title(entry, width, in_months=in_months)
        title = f"{status_mark(entry)}{entry.title}"
        if entry.left_out:
            title = f"({'hidden' if entry.hidden else 'rejected'}) {title}"
        tells, longest = tells_who(entry, self._timeline), YEAR + 1 + self._date
        widths = columns(width, words + title, said, self._grain, tells=tells, longest=longest)
        yield self._mark_segment(entry)
        yield Segment(" ")
        yield from self._day_segments(index, top=top) if in_months else self._date_segments(index, top=top)
        faint = entry.left_out or entry.status in OPEN_STATUS
        yield Segment(words[: widths.title], self.style(told))
        style = self.style("rows--dim") if faint else None
        room = widths.title - cell_len(words)
        by_person = added_by_person(entry.note, entry.tags, room - cell_len(title))
        yield from self._found_segments(fit(title, room - cell_len(by_person)), style)
        if by_person:
            yield Segment(by_person, self.style("rows--accent"))
        if widths.said:
            yield Segment(" " * GAP + fit_said(said, widths.said - GAP), self.style("rows--dim"))

    def _before_title(self, entry: Entry, width: int, *, in_months: bool) -> tuple[str, str]:
        """What of its time has no room in the column of dates, and how it is drawn: its hours, or the words for it."""
        if in_months and self._waits(entry):
            return f"“{expression_of(entry, self._timeline)}” ", "rows--mark"
        told = hours(entry.when.edtf) if width >= NO_HOUR else ""
        return f"{told} " if told else "", "rows--accent"

    def _found_segments(self, title: str, style: Style | None) -> Iterable[Segment]:
        at = 0
        for start, end in matches(title, self.words):
            yield Segment(title[at:start], style)
            yield Segment(title[start:end], self.style("rows--match"))
            at = end
        yield Segment(title[at:], style)

    def _waits(self, entry: Entry) -> bool:
        """Whether words date it, and nobody knows from when they count."""
        return entry.when.is_open and bool(expression_of(entry, self._timeline))

    def _mark_segment(self, entry: Entry) -> Segment:
        if entry.starred:
            return Segment("★", self.style("rows--mark"))
        if self._timeline.conflicts_of(entry) or differ(entry, self._timeline):
            return Segment("≠", self.style("rows--mark"))
        if entry.review == ACCEPTED:
            return Segment("✓", self.style("rows--accent"))
        return Segment("≈", self.style("rows--mark")) if self.is_double(entry) else Segment(" ")

    def _label(self, entry: Entry) -> DateLabel:
        words = expression_of(entry, self._timeline) if entry.when.is_open else ""
        return label(entry.when, words)

    def _date_segments(self, index: int, *, top: bool) -> Iterable[Segment]:
        """Year and date; below a heading that names the year, the date alone."""
        date = self._label(self._rows[index])
        before = None if top or self._is_first(index) else self._label(self._rows[index - 1])
        named = self._grain is Grain.YEAR
        if before is not None and date[:2] == before[:2]:
            yield Segment(" " * (DATE if named else YEAR + 1 + self._date))
        elif named:
            yield Segment(fit(date.text, DATE), self.style("rows--accent" if date.year else "rows--dim"))
        elif not date.year:
            yield Segment(fit(date.text, YEAR + self._date) + " ", self.style("rows--dim"))
        else:
            new_year = before is None or before.year != date.year or not date.text
            yield Segment(fit(date.year if new_year else "", YEAR) + " ", self.style("rows--dim"))
            yield Segment(fit(date.text, self._date), self.style("rows--accent"))
        yield self._unsure(date)

    def _day_segments(self, index: int, *, top: bool) -> Iterable[Segment]:
        """The day, below a heading with month and year; below a day with many events, how many they are."""
        day = self._day(index)
        if top or self._is_first(index) or day != self._day(index - 1):
            whole = "" if self._is_first(index) else self._whole(index)
            yield Segment(fit(day or whole, DAY), self.style("rows--accent"))
        elif day and (self._is_first(index - 1) or day != self._day(index - 2)) and (count := self._on(index - 1)):
            yield Segment(fit(f"{count} events", DAY), self.style("rows--dim"))
        else:
            yield Segment(" " * DAY)
        yield self._unsure(self._label(self._rows[index]))

    def _unsure(self, date: DateLabel) -> Segment:
        return Segment(fit(date.mark, 2), self.style("rows--mark") if date.mark else None)

    def _day(self, index: int) -> str:
        entry = self._rows[index]
        month = month_of(entry)
        return within_month(entry.when, *month) if month is not None else ""

    def _whole(self, index: int) -> str:
        """The month or year of a row, which its heading says already, for where it stands below another date."""
        year, month = month_of(self._rows[index]) or (0, 0)
        return MONTHS[month - 1] if month else describe_year(year) if year else ""

    def _on(self, first: int) -> int:
        """How many events stand below the date of a row, with it; 0 of few."""
        end = first + 1
        while end < len(self._rows) and not self._is_first(end) and self._day(end) == self._day(first):
            end += 1
        return end - first if end - first >= FEW else 0

    def _is_first(self, index: int) -> bool:
        """Whether a row stands at the top of the list or below a heading."""
        return index == 0 or self.line_of(index) - self.line_of(index - 1) > 1
