"""A few options on one line, one of them chosen: ←/→ or space change it."""

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget


class Choice(Widget, can_focus=True):
    """Radio buttons that take one line."""

    DEFAULT_CSS = """
    Choice { height: 1; width: 1fr; }
    Choice:focus { background: $boost; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,down", "next", "Next", show=False),
        Binding("left,up", "previous", "Previous", show=False),
        Binding("space", "round", "Round", show=False),
    ]

    chosen: reactive[int] = reactive(0)
    options: reactive[tuple[str, ...]] = reactive[tuple[str, ...]](())

    class Changed(Message):
        """Another option is chosen."""

        def __init__(self, choice: "Choice") -> None:
            super().__init__()
            self.choice = choice

        @property
        def control(self) -> "Choice":
            """The widget."""
            return self.choice

    def __init__(self, options: Sequence[str], chosen: int = 0) -> None:
        super().__init__()
        self.set_reactive(Choice.options, tuple(options))
        self.set_reactive(Choice.chosen, chosen)

    def watch_chosen(self) -> None:
        """Tell the dialog."""
        self.post_message(self.Changed(self))

    def render(self) -> Content:
        """`(•) this  ( ) that`; where there is no room for all, the chosen one alone, `‹ this ›  1 of 2`."""
        if self._is_narrow:
            count = f"  {self.chosen + 1} of {len(self.options)}"
            one = f"‹ {self.options[self.chosen]} ›"
            count = count if cell_len(one + count) <= self.size.width else ""
            return Content.assemble((one, "bold reverse" if self.has_focus else "bold"), (count, "$secondary"))
        parts: list[tuple[str, str]] = []
        for number, option in enumerate(self.options):
            here = number == self.chosen
            focused = here and self.has_focus
            style = "bold reverse" if focused else "bold" if here else "$secondary"
            parts += [("  " if number else "", ""), (f"({'•' if here else ' '}) {option}", style)]
        return Content.assemble(*parts)

    def on_click(self, event: events.Click) -> None:
        """Choose what was clicked."""
        if self._is_narrow:
            self.action_round()
            return
        left = 0
        for number, option in enumerate(self.options):
            width = cell_len(option) + 4
            if left <= event.x < left + width:
                self.chosen = number
            left += width + 2

    @property
    def _is_narrow(self) -> bool:
        return bool(self.options) and sum(cell_len(option) + 6 for option in self.options) - 2 > self.size.width > 0

    def action_next(self) -> None:
        """The next option, round and round; of two the right one, so that who goes there is not led back from it."""
        self._go(1, of_two=1)

    def action_previous(self) -> None:
        """The previous option; of two the left one."""
        self._go(-1, of_two=0)

    def action_round(self) -> None:
        """The next option, also of two."""
        self._go(1)

    def _go(self, steps: int, of_two: int | None = None) -> None:
        if not self.options:
            return  # there is nothing to choose between, as in a date box of an event that no text tells
        there = (self.chosen + steps) % len(self.options)
        self.chosen = there if of_two is None or len(self.options) != 2 else of_two
