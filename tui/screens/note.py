"""A person's note on an event."""

from textual import on
from textual.widget import Widget
from textual.widgets import Input

from timeline.quoting import quoted
from tui.screens.dialog import Dialog
from tui.widgets.line_input import LineInput


class NoteDialog(Dialog[str]):
    """One line of text; empty removes the note."""

    def __init__(self, title: str, note: str) -> None:
        super().__init__(f"Note on {quoted(title)}", "enter save · esc cancel")
        self._input = LineInput(note, placeholder="what should be remembered of it", compact=True)

    def fields(self) -> list[Widget]:
        """The text."""
        return [self._input]

    @on(Input.Submitted)
    def _save(self) -> None:
        self.dismiss(self._input.value.strip())
