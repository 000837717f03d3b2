"""A field for paths, which tab completes as in a shell."""

from textual.events import Key
from textual.message import Message

from tui.paths import completed
from tui.widgets.line_input import LineInput


class PathInput(LineInput):
    """With nothing to complete, tab goes to the next field."""

    class Several(Message):
        """There are several ways to go on."""

        def __init__(self, names: tuple[str, ...]) -> None:
            super().__init__()
            self.names = names

    async def _on_key(self, event: Key) -> None:
        if event.key != "tab" or self.cursor_position != len(self.value):
            await super()._on_key(event)
            return
        text, names = completed(self.value)
        if text == self.value and not names:
            return
        event.stop()
        event.prevent_default()
        with self.prevent(self.Changed):
            self.value = text
        self.cursor_position = len(text)
        self.post_message(self.Several(names))
