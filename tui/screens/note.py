"""A person's note on an event."""

from textual import on
from textual.widget import Widget

from timeline.quoting import quoted
from tui.screens.dialog import Dialog
from tui.widgets.lines_input import LinesInput


class NoteDialog(Dialog[str]):
    """Some lines of text; empty removes the note."""

    def __init__(self, title: str, note: str) -> None:
        super().__init__(f"Note on {quoted(title)}", "enter save · ↓ new line · esc cancel")
        self._input = LinesInput(note, placeholder="what should be remembered of it")

    def fields(self) -> list[Widget]:
        """The text."""
        return [self._input]

    @on(LinesInput.Submitted)
    def _save(self) -> None:
        self.dismiss(self._input.text.strip())
