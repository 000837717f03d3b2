"""A field of several lines in which enter keeps what was typed, as in fields of one line."""

from textual import events
from textual.message import Message
from textual.widgets import TextArea

NEW_LINE = frozenset({"ctrl+j", "shift+enter", "alt+enter"})
"""Not every terminal tells these from enter, so that none is the only way: ↓ at the end begins a line everywhere."""


class LinesInput(TextArea):
    """As high as its text, up to a few lines; all of what is pasted is kept but NUL."""

    DEFAULT_CSS = """
    LinesInput { height: auto; max-height: 8; padding: 0; border: none; background: $boost; }
    LinesInput:focus { border: none; }
    """

    class Submitted(Message):
        """Enter was pressed."""

    def __init__(self, text: str, placeholder: str) -> None:
        super().__init__(text, placeholder=placeholder, compact=True, highlight_cursor_line=False)
        self.move_cursor(self.document.end)

    async def _on_key(self, event: events.Key) -> None:
        if event.key != "enter" and event.key not in NEW_LINE:
            await super()._on_key(event)
            return
        event.stop()
        event.prevent_default()
        if event.key == "enter":
            self.post_message(self.Submitted())
        else:
            self._begin_line()

    async def _on_paste(self, event: events.Paste) -> None:
        await super()._on_paste(events.Paste(event.text.replace("\0", "")))
        event.stop()
        event.prevent_default()

    def action_cursor_down(self, select: bool = False) -> None:
        """A line down; at the end, to a new one."""
        if not select and self.cursor_at_end_of_text and self.text.rpartition("\n")[2].strip():
            self._begin_line()
        else:
            super().action_cursor_down(select)

    def _begin_line(self) -> None:
        self.replace("\n", *self.selection, maintain_selection_offset=False)
