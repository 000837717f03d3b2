"""A field of one line that takes several pasted lines as one."""

from textual import events
from textual.widgets import Input


class LineInput(Input):
    """Loses nothing of what is pasted but NUL, which no path has, where Textual's own field keeps the first line."""

    def _on_paste(self, event: events.Paste) -> None:
        pasted = " ".join(event.text.replace("\0", "").splitlines())
        if self.selection.is_empty:
            self.insert_text_at_cursor(pasted)
        else:
            self.replace(pasted, *self.selection)
        event.stop()
        event.prevent_default()
