"""One of several options below each other, as many as there is room for: ↑/↓ change it."""

from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content

from tui.widgets.choice import Choice
from tui.widgets.row_list import CURSOR

LISTED = 12
"""Lines."""


class Upright(Choice):
    """A choice whose options are too long to stand beside each other."""

    DEFAULT_CSS: ClassVar[str] = """
    Upright { height: auto; }
    Upright:focus { background: transparent; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j", "next", "Next", show=False),
        Binding("k", "previous", "Previous", show=False),
    ]

    @property
    def cuts(self) -> bool:
        """Whether there is no room for all of the chosen option."""
        return cell_len(self.options[self.chosen]) > self.size.width - 2

    @property
    def first(self) -> int:
        """The option on the first line: the chosen one is always in view."""
        return max(0, min(self.chosen - LISTED // 2, len(self.options) - LISTED))

    def render(self) -> Content:
        """A line each; the chosen one with a mark before it."""
        shown = []
        for at, option in enumerate(self.options[self.first : self.first + LISTED], self.first):
            here = at == self.chosen
            line = Content.styled(f"{CURSOR if here else ' '} {option}", "bold reverse" if here else "")
            shown.append(line.truncate(max(1, self.size.width), ellipsis=True))
        if len(self.options) > LISTED:
            shown.append(Content.styled(f"  {self.chosen + 1} of {len(self.options)}", "$secondary"))
        return Content("\n").join(shown)

    def on_click(self, event: events.Click) -> None:
        """Choose the line that was clicked."""
        if self.first + event.y < len(self.options) and event.y < LISTED:
            self.chosen = self.first + event.y
