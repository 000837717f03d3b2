"""The page beside a list, or below it, with an edge that the mouse drags."""

from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.widget import Widget

from tui.widgets.page import Page

LEAST, MOST = 20, 80
"""Per cent of the screen's body that the page has."""


class SidePage(Page):
    """Its edge towards the list is its border."""

    class Dragged(Message):
        """The edge was dragged, so that the page would have so many per cent."""

        def __init__(self, share: float) -> None:
            super().__init__()
            self.share = share

    _is_dragged = False
    _has_share = False

    @property
    def is_beside(self) -> bool:
        """Whether it stands beside the list, and not below it."""
        return bool(self.styles.border_left[0])

    def take(self, share: float) -> None:
        """Have so many per cent of the body; 0 for as many as it comes with, or all of it."""
        if not share and not self._has_share:
            return
        self._has_share = bool(share)
        for rule in ("width", "min_width", "max_width", "height"):
            self.styles.clear_rule(rule)
        body = self._body
        if not body:
            return  # it comes when there is a screen
        if share and self.is_beside:
            self.styles.width, self.styles.min_width, self.styles.max_width = round(body.width * share / 100), 1, "100%"
        elif share:
            self.styles.height = round(body.height * share / 100)
        self.refresh(layout=True)

    @property
    def _body(self) -> Region:
        """Where list and page share the room."""
        return self.parent.region if isinstance(self.parent, Widget) else Region()

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Take the edge."""
        edge = event.x if self.is_beside else event.y
        if edge == 0 and (self.is_beside or self.styles.border_top[0]):
            event.stop()
            self._is_dragged = True
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Drag it."""
        if not self._is_dragged:
            return
        event.stop()
        body = self._body
        room = body.width if self.is_beside else body.height
        left = body.right - event.screen_x if self.is_beside else body.bottom - event.screen_y
        self.post_message(self.Dragged(max(LEAST, min(MOST, round(100 * left / max(1, room), 1)))))

    def on_mouse_up(self) -> None:
        """Let it go."""
        if self._is_dragged:
            self._is_dragged = False
            self.release_mouse()
            self.screen.clear_selection()
