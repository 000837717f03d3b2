"""Marking rows of a list, one by one or from one to another."""

from abc import abstractmethod
from collections.abc import Sequence
from typing import Generic, TypeVar

from tui.widgets.marks import Marks

Row = TypeVar("Row")


class Marking(Generic[Row]):
    """For a widget with a cursor on one of its rows."""

    marks: Marks

    @property
    @abstractmethod
    def rows(self) -> Sequence[Row]:
        """What is listed."""

    @property
    @abstractmethod
    def row(self) -> Row | None:
        """The row under the cursor."""

    @property
    @abstractmethod
    def at(self) -> int:
        """Index of the row that the cursor is on."""

    @abstractmethod
    def row_id(self, row: Row) -> str:
        """What makes the row the same row after a change."""

    @abstractmethod
    def show_marks(self) -> None:
        """Draw them anew, and tell the screen."""

    @property
    def marked(self) -> list[Row]:
        """The rows that are marked and listed, in their order."""
        if not self.marks:
            return []
        return [row for at, row in enumerate(self.rows) if self.marks.has(at, self.row_id(row), self.at)]

    @property
    def marks_go_along(self) -> bool:
        """Whether what is marked reaches to wherever the cursor is."""
        return self.marks.goes_along

    def toggle_mark(self) -> bool:
        """Mark the row under the cursor, or unmark it; returns whether it is marked now.

        The cursor stays, so that what is marked is what one looks at, and the same key takes it back. A range that goes
        along with the cursor stays as far as it is.
        """
        if self.row is None:
            return False
        if self.marks.goes_along:
            self.mark_range()
            return True
        is_marked = self.marks.toggle(self.row_id(self.row))
        self.show_marks()
        return is_marked

    def mark_range(self) -> None:
        """Mark all rows from the one that was marked last to that under the cursor.

        Where none was before it, the range begins here and goes along with the cursor, until it is asked for again.
        """
        if self.row is not None:
            here, along = self.row_id(self.row), self.marks.goes_along
            reached = self.marks.range_to(self.at) if along else self.marks.reach(self.at, here)
            if reached is not None:
                self.marks.keep((self.row_id(self.rows[at]) for at in reached), here)
            self.show_marks()

    def unmark_all(self) -> None:
        """Leave nothing marked."""
        self.marks.clear()
        self.show_marks()
