"""A person's note on an event."""

from collections.abc import Callable

from textual import on
from textual.widget import Widget

from timeline.collection import Entry
from timeline.edits import EditKind
from timeline.quoting import quoted
from tui.host import Host
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


def keep_note(host: Host, entry: Entry) -> Callable[[str | None], None]:
    """What is done with the text that the dialog gives: it is kept where it is another."""

    def keep(text: str | None) -> None:
        if text is not None and text != entry.note:
            host.change(lambda: host.session.edit(EditKind.NOTE, entry.id, text))

    return keep
