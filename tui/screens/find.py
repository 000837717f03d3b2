"""A dialog in which one searches a list and takes a row of it."""

from abc import abstractmethod
from collections.abc import Sequence
from typing import Any, ClassVar, Generic, NamedTuple, TypeVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Input

from timeline.model import fold
from tui.screens.dialog import Dialog, Result, line
from tui.widgets.headings import Heading
from tui.widgets.line_input import LineInput
from tui.widgets.row_list import RowList

Row = TypeVar("Row")


class Found(NamedTuple):
    """What is listed."""

    rows: Sequence[Any]
    headings: Sequence[Heading] = ()


class FindDialog(Dialog[Result], Generic[Row, Result]):
    """Gives what `answer` makes of the row that was taken."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "move(1)", "Down", show=False, priority=True),
        Binding("up", "move(-1)", "Up", show=False, priority=True),
        Binding("pagedown", "move(10)", "Page down", show=False, priority=True),
        Binding("pageup", "move(-10)", "Page up", show=False, priority=True),
        Binding("home", "first", "First", show=False, priority=True),
        Binding("end", "last", "Last", show=False, priority=True),
        Binding("enter", "take", "Take", show=False, priority=True),
    ]

    def __init__(self, title: str, keys: str, rows: RowList[Row]) -> None:
        super().__init__(title, keys)
        self._input = LineInput(placeholder="search", compact=True)
        self._list = rows
        self._list.can_focus = False
        self._none = line()

    @abstractmethod
    def find(self, wanted: str) -> Found:
        """What is listed for a folded text; all, or the most likely, for none."""

    @abstractmethod
    def answer(self, row: Row) -> Result | None:
        """What a row stands for; None of one that can't be taken now."""

    def none_found(self, wanted: str) -> str:
        """What is said where no row is listed."""
        return "nothing here is called so" if wanted else "the list is empty"

    @property
    def listed(self) -> Sequence[Row]:
        """What is shown now."""
        return self._list.rows

    def fields(self) -> list[Widget]:
        """Search and list."""
        return [self._input, self._none, self._list]

    def on_mount(self) -> None:
        """Start with the search."""
        self._input.focus()
        self._search()

    @on(Input.Changed)
    def _search(self) -> None:
        wanted = fold(self._input.value.strip())
        found = self.find(wanted)
        self._list.show(found.rows, found.headings)
        self._none.display = not found.rows
        self._none.update(self.none_found(self._input.value.strip()))

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
    def action_take(self) -> None:
        """Close, and give what the row stands for."""
        if self._list.row is not None and (answer := self.answer(self._list.row)) is not None:
            self.dismiss(answer)
