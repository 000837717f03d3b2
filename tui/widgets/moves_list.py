"""What would move, from when to when, a line each; those that may stay can be unticked."""

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from tui.moves import Move, told

HELP = "tab goes here, space leaves one out"
TICKED, UNTICKED = "[x] ", "[ ] "


class MovesList(Widget):
    """As many lines as there is room for; gone through where they can be unticked."""

    DEFAULT_CSS = """
    MovesList { height: auto; width: 1fr; color: $secondary; text-wrap: nowrap; text-overflow: ellipsis; }
    MovesList:focus { background: $boost; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "go(1)", "Next", show=False),
        Binding("up", "go(-1)", "Previous", show=False),
        Binding("space", "tick", "Tick", show=False),
    ]

    class Ticked(Message):
        """One was ticked, or unticked."""

    def __init__(self) -> None:
        super().__init__()
        self.unticked: set[str] = set()
        """Ids of the events that are to stay: kept while another date is typed."""
        self._moves: Sequence[Move] = ()
        self._most = 1
        self._at = 0

    def show(self, moves: Sequence[Move], most: int, *, ticks: bool) -> None:
        """List these, in so many lines and one that says what more there is."""
        self._moves = moves
        self._most = most
        self._at = min(self._at, max(0, len(moves) - 1))
        self.can_focus = ticks and len(moves) > 1
        self.refresh(layout=True)

    def action_go(self, steps: int) -> None:
        """To another line."""
        self._at = max(0, min(self._at + steps, len(self._moves) - 1))
        self.refresh()

    def action_tick(self) -> None:
        """Have it move, or stay."""
        if self.can_focus and self._moves:
            self.unticked ^= {self._moves[self._at].id}
            self.post_message(self.Ticked())
            self.refresh()

    def render(self) -> Content:
        """The lines around the one that is gone to."""
        room = self._most if len(self._moves) > self._most + 1 else len(self._moves)
        shown = self._moves[self._top : self._top + room]
        lines = [self._line(self._top + at, move) for at, move in enumerate(shown)]
        hidden = len(self._moves) - len(shown)
        last = [f"and {hidden} more"] if hidden else []
        if self.can_focus:
            last.append(HELP if not self.has_focus else "space leaves it out, or takes it in")
        return Content("\n").join([*lines, Content(" · ".join(last))] if last else lines)

    @property
    def _top(self) -> int:
        room = self._most if len(self._moves) > self._most + 1 else len(self._moves)
        return max(0, min(self._at - room + 1, len(self._moves) - room))

    def _line(self, at: int, move: Move) -> Content:
        if not self.can_focus:
            return Content(told(move))
        stays = move.id in self.unticked
        style = "bold reverse" if at == self._at and self.has_focus else "dim" if stays else ""
        return Content.styled(f"{UNTICKED if stays else TICKED}{told(move)}", style)

    def on_click(self, event: events.Click) -> None:
        """Tick what was clicked."""
        at = self._top + event.y
        if self.can_focus and at < len(self._moves):
            self._at = at
            self.action_tick()
