"""Every key, searchable; enter runs the row."""

from collections.abc import Iterable
from typing import NamedTuple

from rich.segment import Segment
from textual.binding import ActiveBinding
from textual.screen import Screen
from textual.widget import Widget

from timeline.model import fold
from tui.actions import ACTIONS, NEAREST, Action, active
from tui.screens.dialog import line
from tui.screens.find import FindDialog, Found
from tui.widgets.fitting import fit
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


class KeysDialog(FindDialog[KeyRow, ActiveBinding]):
    """What can be done here first, then what can be done elsewhere."""

    DEFAULT_CSS = """
    KeysDialog > .dialog { height: 100%; max-height: 30; }
    KeysDialog.-short .keys--marks { display: none; }
    """

    def __init__(self, below: Screen[object]) -> None:
        super().__init__("Keys", "type to search · ↑↓ enter run · esc close", KeyList())
        here = active(below)
        rows = [KeyRow(action, here.get(action)) for action in ACTIONS]
        self._all = sorted(rows, key=lambda row: (row.bound is None, NEAREST.index(row.action.area)))

    def fields(self) -> list[Widget]:
        """Search and list, and what the marks mean."""
        marks = line(MARKS, "$secondary", gap=True)
        marks.add_class("keys--marks")
        return [*super().fields(), marks]

    def find(self, wanted: str) -> Found:
        """What is told with all of the words."""
        return Found([row for row in self._all if all(word in _words(row.action) for word in wanted.split())])

    def none_found(self, wanted: str) -> str:
        """That other words may help."""
        return f"no key is told with “{wanted}”; fewer or other words may find it"

    def answer(self, row: KeyRow) -> ActiveBinding | None:
        """How to run it on the screen below."""
        return row.bound


def _words(action: Action) -> str:
    keys = " ".join(action.shown_keys)
    return fold(f"{keys} {action.label} {action.tooltip} {action.area.value}")
