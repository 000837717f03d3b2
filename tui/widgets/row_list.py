"""A list of any length: one line per row, and only the lines in view are ever rendered."""

from abc import abstractmethod
from collections.abc import Iterable, Sequence
from typing import Any, ClassVar, Generic, TypeVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.cache import LRUCache
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.actions import Area, bindings, of
from tui.widgets.headings import Heading, Headings
from tui.widgets.marking import Marking
from tui.widgets.marks import Marks
from tui.widgets.moving import Moving

Row = TypeVar("Row")

MOVES = frozenset(action.id for action in of(Area.MOTION, Area.LIST))
CURSOR = "▌"
MARKED = "●"
MARKED_HERE = "◉"
"""Of the marked row that the cursor is on."""
NEAR = 50
"""So many rows behind and before one that is gone are looked for."""


class RowList(Moving, Marking[Row], ScrollView, Generic[Row], can_focus=True):
    """Rows with a cursor that stays on the same row, by id, when the rows change."""

    DEFAULT_CSS = """
    RowList { height: 1fr; overflow-x: hidden; scrollbar-size-vertical: 1; }
    RowList > .rows--cursor { background: $block-cursor-blurred-background; text-style: bold; }
    RowList:focus > .rows--cursor { background: $block-cursor-background; color: $block-cursor-foreground; }
    RowList > .rows--dim { color: $secondary; }
    RowList > .rows--mark { color: $text-warning; text-style: bold; }
    RowList > .rows--marked { background: $warning-muted; }
    RowList > .rows--accent { color: $text-accent; }
    RowList > .rows--match { color: $text-success; text-style: underline; }
    RowList > .rows--heading { background: $surface; color: $text-primary; text-style: bold; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "rows--cursor", "rows--dim", "rows--mark", "rows--marked", "rows--accent", "rows--heading", "rows--match"
    }  # fmt: skip
    BINDINGS = bindings(Area.MOTION, Area.LIST)
    ALLOW_SELECT = False

    cursor: reactive[int] = reactive(0, repaint=False)
    """Index of the row that the cursor is on."""

    class Moved(Message):
        """The cursor is on another row, or on none."""

        def __init__(self, rows: "RowList[Any]") -> None:
            super().__init__()
            self.rows = rows

        @property
        def control(self) -> "RowList[Any]":
            """The list."""
            return self.rows

        def can_replace(self, message: Message) -> bool:
            """Only the last of many moves matters."""
            return isinstance(message, RowList.Moved) and message.rows is self.rows

    class FoldClicked(Message):
        """A heading that opens and closes was clicked."""

    class Chosen(Message):
        """The person went into the row under the cursor."""

        def __init__(self, rows: "RowList[Any]") -> None:
            super().__init__()
            self.rows = rows

        @property
        def control(self) -> "RowList[Any]":
            """The list."""
            return self.rows

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self._rows: Sequence[Row] = ()
        self.headings = Headings()
        self.marks = Marks(self.index_of)
        self._strips: LRUCache[tuple[int, bool, bool], Strip] = LRUCache(512)
        self._styles: dict[str, Style] = {}

    @abstractmethod
    def row_id(self, row: Row) -> str:
        """What makes the row the same row after a change."""

    @abstractmethod
    def render_row(self, index: int, width: int, *, top: bool) -> Iterable[Segment]:
        """One line, `width` cells wide; `top` is the first row in view."""

    @property
    def rows(self) -> Sequence[Row]:
        """What is listed."""
        return self._rows

    @property
    def row(self) -> Row | None:
        """The row under the cursor."""
        return self._rows[self.cursor] if self._rows else None

    def show(self, rows: Sequence[Row], headings: Sequence[Heading] = ()) -> None:
        """List `rows`; the cursor stays on its row, or where that row was."""
        before, at = self._rows, self.cursor
        keep = self.row_id(before[at]) if before else None
        above = self.line_of(at) - self.scroll_offset.y
        self._rows = rows
        self.headings = Headings(headings)
        self.marks.listed_anew()
        self._strips.clear()
        self.virtual_size = Size(0, len(rows) + len(headings))
        kept = self.index_of(keep) if keep is not None else None
        index = self._beside(before, at) if kept is None else kept
        self.set_reactive(RowList.cursor, index)
        self._scroll_to_line(self.line_of(index) - above)
        self._keep_in_view()
        self.refresh()
        self.post_message(self.Moved(self))

    def _beside(self, before: Sequence[Row], at: int) -> int:
        """Where the row is that came next behind one that is gone, else the one before that; else where that was."""
        near = [*before[at + 1 : at + 1 + NEAR], *[*before[max(0, at - NEAR) : at]][::-1]]
        ranks = {self.row_id(row): rank for rank, row in enumerate(near)}
        found = ((ranks[id_], index) for index, row in enumerate(self._rows) if (id_ := self.row_id(row)) in ranks)
        return min(found, default=(0, max(0, min(at, len(self._rows) - 1))))[1]

    def index_of(self, row_id: str) -> int | None:
        """Where the row is; None if it is not listed."""
        return next((i for i, row in enumerate(self._rows) if self.row_id(row) == row_id), None)

    def line_of(self, index: int) -> int:
        """The line of a row, headings counted."""
        return self.headings.line_of(index)

    def at_line(self, line: int) -> int | Heading | None:
        """The row, by its index, or the heading on a line; None below all of them."""
        found = self.headings.at_line(line, self.scroll_offset.y)
        return found if isinstance(found, Heading) or found < len(self._rows) else None

    def move_to(self, index: int) -> None:
        """Put the cursor on a row, or on the nearest there is."""
        self.cursor = index

    @property
    def reach(self) -> int:
        """Lines in view."""
        return self.size.height

    def centre(self) -> None:
        """Bring the row under the cursor to where others are around it."""
        self._scroll_to_line(self.line_of(self.cursor) - self.size.height // 2)
        self._keep_in_view()

    @property
    def at(self) -> int:
        """Index of the row that the cursor is on."""
        return self.cursor

    def show_marks(self) -> None:
        """Draw them anew, and tell the screen."""
        self._forget()
        self.post_message(self.Moved(self))

    def style(self, name: str) -> Style:
        """A component style, such as `rows--dim`."""
        if name not in self._styles:
            self._styles[name] = self.get_component_rich_style(name, partial=True)
        return self._styles[name]

    def validate_cursor(self, cursor: int) -> int:
        """Keep it within the rows."""
        return max(0, min(cursor, len(self._rows) - 1))

    def watch_cursor(self, before: int, now: int) -> None:
        """Repaint the two lines and tell the screen."""
        if self.marks.goes_along:
            self._forget()
        self.refresh_line(self.line_of(before) - self.scroll_offset.y)
        self.refresh_line(self.line_of(now) - self.scroll_offset.y)
        self._keep_in_view()
        self.post_message(self.Moved(self))

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Paint the scrollbar only where its thumb moves, by an eighth of a cell: that is many lines of a long list."""
        if self.show_vertical_scrollbar:
            step = max(1, self.virtual_size.height / max(1, 8 * self.size.height))
            at_end = new_value >= self.max_scroll_y
            self.vertical_scrollbar.position = new_value if at_end else new_value // step * step
        if round(old_value) != round(new_value):
            self.refresh(Region(0, 0, *self.scrollable_size))  # beside the scrollbar

    def refresh_line(self, y: int) -> None:
        """Repaint one line of the view."""
        if 0 <= y < self.size.height:
            self.refresh_lines(y + self.scroll_offset.y, 1)

    def render_line(self, y: int) -> Strip:
        """One line of the view."""
        width = self.size.width
        found = self.at_line(self.scroll_offset.y + y)
        if found is None:
            return Strip.blank(width, self._base)
        if isinstance(found, Heading):
            style = self.style("rows--heading")
            return found.strip(width, style, style + self.style("rows--dim") + Style(bold=False)).apply_style(
                self._base
            )
        top = y == (1 if self.headings else 0)
        key = (found, top, found == self.cursor)
        strip = self._strips.get(key)
        if strip is None:
            strip = self._strips[key] = self._row_strip(found, width, top=top)
        return strip

    @property
    def _base(self) -> Style:
        """What lies below all styles; kept with them, as Textual asks all that the list stands in for it."""
        if "" not in self._styles:
            self._styles[""] = self.rich_style
        return self._styles[""]

    def _row_strip(self, index: int, width: int, *, top: bool) -> Strip:
        gutter, over = Segment(" "), None
        if self.marks and self.marks.has(index, self.row_id(self._rows[index]), self.cursor):
            sign = MARKED_HERE if index == self.cursor else MARKED
            gutter, over = Segment(sign, self.style("rows--mark")), self.style("rows--marked")
        elif index == self.cursor:
            gutter = Segment(CURSOR, self.style("rows--accent"))
        base, over = self._base, self.style("rows--cursor") if index == self.cursor else over
        ground = base + over if over else base
        # One strip in one go, neighbours of one style together: Textual's ways to restyle it make a strip each.
        parts: list[Segment] = []
        for text, own, _ in (gutter, *self.render_row(index, width - 1, top=top)):
            style = base + own + over if own else ground
            if parts and parts[-1].style == style:
                parts[-1] = Segment(parts[-1].text + text, style)
            elif text:
                parts.append(Segment(text, style))
        return Strip(parts).adjust_cell_length(width, ground)

    def notify_style_update(self) -> None:
        """Forget what was rendered in other colours."""
        super().notify_style_update()
        self._forget()

    def on_focus(self) -> None:
        """The cursor looks different with the focus."""
        self._forget()

    def on_blur(self) -> None:
        """The cursor looks different without the focus."""
        self._forget()

    def on_resize(self) -> None:
        """Columns depend on the width."""
        self._forget()
        self._keep_in_view()

    def _forget(self) -> None:
        self._styles.clear()
        self._strips.clear()
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Put the cursor there; a double click goes in."""
        found = self.at_line(event.y + self.scroll_offset.y)
        if isinstance(found, Heading):
            if found.hint:
                self.post_message(self.FoldClicked())
        elif found is not None:
            self.move_to(found)
            if event.chain > 1:
                self.action_choose()

    def _keep_in_view(self) -> None:
        top, height = self.scroll_offset.y, self.size.height
        if not height:
            return
        line = self.line_of(self.cursor)
        first = line - bool(self.headings) if self.cursor else 0
        last = line if self.cursor < len(self._rows) - 1 else self.virtual_size.height - 1
        if first < top:
            self._scroll_to_line(first)
        elif last >= top + height:
            self._scroll_to_line(last - height + 1)

    def _scroll_to_line(self, line: int) -> None:
        # By force: rows that were few a moment ago have no scrollbar yet, and nothing scrolls without one.
        self.scroll_to(y=max(0, line), animate=False, immediate=True, force=True)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing is gone into, and nowhere, where there is no row."""
        return bool(self._rows or action not in MOVES) and super().check_action(action, parameters)

    def action_choose(self) -> None:
        """Go into the row."""
        if self._rows:
            self.post_message(self.Chosen(self))
