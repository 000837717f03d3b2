"""The footer: what one can do now, in whole words, the most important first."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input

from tui import actions
from tui.actions import ACTIONS, Action

GAP = 2
"""Cells between two hints."""


class Hint(NamedTuple):
    """One entry of the footer."""

    key: str
    label: str
    action: Action | None = None
    """What a click runs."""

    @property
    def width(self) -> int:
        """In cells."""
        return cell_len(self.key) + 1 + cell_len(self.label)


IN_FILTER = (Hint("enter", "To the list"), Hint("tab", "Complete"), Hint("↑", "Earlier filter"), Hint("esc", "Clear"))


def laid_out(available: Iterable[Action], width: int) -> list[Hint]:
    """As many hints as fit into `width` cells, whole, by priority; those of priority 0 always, at the end.

    The hint for the keys says how many were left out: `? Keys +3`.
    """
    known = sorted((action for action in available if action.priority is not None), key=ACTIONS.index)
    always = [action for action in known if action.priority == 0]
    others = sorted((action for action in known if action.priority), key=lambda action: action.priority or 0)
    for count in range(len(others), -1, -1):
        left_out = len(others) - count
        hints = [_hint(action) for action in others[:count]]
        hints += [_hint(a, f" +{left_out}" if a.id == "keys" and left_out else "") for a in always]
        if sum(hint.width + GAP for hint in hints) - GAP <= width:
            return hints
    return [_hint(action) for action in always]


def fitting(hints: Sequence[Hint], width: int) -> list[Hint]:
    """As many as fit whole, the first and the last in any case."""
    left = list(hints)
    while len(left) > 2 and sum(hint.width + GAP for hint in left) - GAP > width:
        left.pop(-2)
    return left


def _hint(action: Action, more: str = "") -> Hint:
    return Hint(action.key, action.label + more, action)


class Hints(Widget):
    """One line of hints for whatever has the focus."""

    DEFAULT_CSS = """
    Hints { height: 1; background: $panel; color: $text; padding: 0 1; }
    """

    def __init__(self, read_only: Callable[[], bool] = lambda: False) -> None:
        """Hints for a screen; where that is `read_only`, what would change something is not offered."""
        super().__init__()
        self._read_only = read_only

    def on_mount(self) -> None:
        """Follow the focus."""
        self.screen.bindings_updated_signal.subscribe(self, lambda _: self.refresh())

    def hints(self) -> list[Hint]:
        """What is shown now, left to right."""
        if isinstance(self.screen.focused, Input):
            return fitting(IN_FILTER, self.size.width)
        available: Iterable[Action] = actions.active(self.screen)
        if self._read_only():
            available = [action for action in available if action.id not in actions.CHANGING]
        return laid_out(available, self.size.width)

    def render(self) -> Content:
        """The hints, keys bold."""
        parts: list[tuple[str, str]] = []
        for hint in self.hints():
            parts += [("  " if parts else "", ""), (hint.key, "bold $text-accent"), (" " + hint.label, "")]
        return Content.assemble(*parts)

    async def on_click(self, event: events.Click) -> None:
        """Run the hint that was clicked."""
        left = 1
        for hint in self.hints():
            if left <= event.x < left + hint.width and hint.action is not None:
                await actions.run(self.screen, actions.active(self.screen)[hint.action])
                return
            left += hint.width + GAP
