"""Lines of a list that are no rows: which line a row is on below them, and how they are drawn."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip


class Heading(NamedTuple):
    """A line above a row that is no row itself: the cursor passes over it."""

    row: int
    """Index of the row that it stands above."""
    text: str
    number: int
    """How many rows belong to it, folded ones too."""
    hint: str = ""
    """Of a fold, the key that opens or closes it, as a person would write it: `z opens`."""

    def strip(self, width: int, style: Style, faint: Style) -> Strip:
        """Its line, the hint at the end."""
        said = [Segment(f" {self.text}", style), Segment(f"  {self.number:,}", faint)]
        hint = f"{self.hint} " if self.hint else ""
        room = max(0, width - cell_len(hint))
        return Strip.join([Strip(said).adjust_cell_length(room, style), Strip([Segment(hint, faint)])])


class Headings:
    """Those of one list, in their order."""

    def __init__(self, headings: Sequence[Heading] = ()) -> None:
        self.all = headings
        self._above = [heading.row for heading in headings]

    def __len__(self) -> int:
        """How many lines they take."""
        return len(self.all)

    def line_of(self, row: int) -> int:
        """The line of a row."""
        return row + bisect_right(self._above, row)

    def at_line(self, line: int, top: int) -> int | Heading:
        """The row, by its index, or the heading on a line; below all rows, an index that none has.

        The first line in view, `top`, is the heading of the rows below it, also where that was scrolled past.
        """
        heads = bisect_right(range(len(self._above)), line, key=lambda head: self._above[head] + head)
        if heads and (line == top or self._above[heads - 1] + heads - 1 == line):
            return self.all[heads - 1]
        return line - heads
