"""Every key, searchable; enter runs the row."""

from collections.abc import Iterable
from typing import ClassVar, NamedTuple

from rich.segment import Segment
from textual import on
from textual.binding import ActiveBinding, Binding, BindingType
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input

from timeline.model import fold
from tui.actions import ACTIONS, NEAREST, Action, active
from tui.screens.dialog import Dialog, line
from tui.widgets.fitting import fit
from tui.widgets.line_input import LineInput
from tui.widgets.row_list import RowList

MARKS = (
    "~ coarser than a day · – over several days · ? uncertain or open · ◇ not happened yet · ✗ did not happen · "
    "★ starred · ¶ a note · # tags · ✓ accepted · ≠ told or corrected differently · ≈ perhaps one with another · "
    "[ ] filled in from the article · ● marked, ◉ where the cursor is · on the strip above the list: ▂▅█ how many "
    "events, . a part of a longer one, ◂3 5▸ how many more before and after"
)
"""What the marks of the timeline mean."""


class KeyRow(NamedTuple):
    """An action, and how to run it on the screen below; None where it can't be run now."""

    action: Action
    bound: ActiveBinding | None


class KeyList(RowList[KeyRow]):
    """Keys, what they do, and of those that can't be used now, where."""

    def row_id(self, row: KeyRow) -> str:
        """Area and id."""
        return f"{row.action.area.name}.{row.action.id}"

    def render_row(self, index: int, width: int, *, top: bool) -> Iterable[Segment]:  # noqa: ARG002
        """Keys, what it does, where."""
        action, bound = self._rows[index]
        area = 15 if width >= 60 and bound is None else 0
        yield Segment(" " + fit(" ".join(action.shown_keys), 15), self.style("rows--accent"))
        dim = None if bound else self.style("rows--dim")
        yield Segment(fit(action.tooltip, max(8, width - 17 - area)), dim)
        if area:
            yield Segment(" " + fit(action.area.value, area - 1), self.style("rows--dim"))


class KeysDialog(Dialog[ActiveBinding]):
    """What can be done here first, then what can be done elsewhere."""

    DEFAULT_CSS = """
    KeysDialog > .dialog { height: 100%; max-height: 30; }
    KeysDialog.-short .keys--marks { display: none; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "move(1)", "Down", show=False, priority=True),
        Binding("up", "move(-1)", "Up", show=False, priority=True),
        Binding("pagedown", "move(10)", "Page down", show=False, priority=True),
        Binding("pageup", "move(-10)", "Page up", show=False, priority=True),
        Binding("home", "first", "First", show=False, priority=True),
        Binding("end", "last", "Last", show=False, priority=True),
        Binding("enter", "run", "Run", show=False, priority=True),
    ]

    def __init__(self, below: Screen[object]) -> None:
        super().__init__("Keys", "type to search · ↑↓ enter run · esc close")
        here = active(below)
        rows = [KeyRow(action, here.get(action)) for action in ACTIONS]
        self._all = sorted(rows, key=lambda row: (row.bound is None, NEAREST.index(row.action.area)))
        self._input = LineInput(placeholder="search", compact=True)
        self._list = KeyList()
        self._list.can_focus = False
        self._none = line()

    def fields(self) -> list[Widget]:
        """Search and list."""
        marks = line(MARKS, "$secondary", gap=True)
        marks.add_class("keys--marks")
        return [self._input, self._none, self._list, marks]

    def on_mount(self) -> None:
        """Show all."""
        self._input.focus()
        self._search()

    @on(Input.Changed)
    def _search(self) -> None:
        wanted = fold(self._input.value).split()
        rows = [row for row in self._all if all(word in _words(row.action) for word in wanted)]
        self._list.show(rows)
        self._none.display = not rows
        self._none.update(f"no key is told with “{self._input.value.strip()}”; fewer or other words may find it")

    def action_move(self, step: int) -> None:
        """Another row."""
        self._list.move_to(self._list.cursor + step)

    def action_first(self) -> None:
        """The first row."""
        self._list.action_first()

    def action_last(self) -> None:
        """The last row."""
        self._list.action_last()

    @on(RowList.Chosen)
    def action_run(self) -> None:
        """Close, and do what the row says."""
        row = self._list.row
        if row is not None and row.bound is not None:
            self.dismiss(row.bound)


def _words(action: Action) -> str:
    keys = " ".join(action.shown_keys)
    return fold(f"{keys} {action.label} {action.tooltip} {action.area.value}")
