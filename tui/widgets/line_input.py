"""A field of one line that takes several pasted lines as one."""

from textual import events
from textual.widgets import Input


class LineInput(Input):
    """Loses nothing of what is pasted but NUL, which no path has, where Textual's own field keeps the first line."""

    def begin(self, typed: str) -> None:
        """Go there with what was typed beside it, in the place of what it held: a field that is gone to is selected."""
        self.select_on_focus = False  # the focus comes later, and would select this too
        self.focus()
        self.value = typed
        self.cursor_position = len(typed)

    def on_blur(self) -> None:
        """Be selected when one comes back."""
        self.select_on_focus = True

    def _on_paste(self, event: events.Paste) -> None:
        pasted = " ".join(event.text.replace("\0", "").splitlines())
        if self.selection.is_empty:
            self.insert_text_at_cursor(pasted)
        else:
            self.replace(pasted, *self.selection)
        event.stop()
        event.prevent_default()
