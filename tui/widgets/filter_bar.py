"""The line that narrows a list as one types."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.events import Key
from textual.geometry import Size
from textual.message import Message
from textual.reactive import Reactive
from textual.widget import Widget
from textual.widgets import Input, Static

from timeline.query.completing import Completion
from timeline.query.language import LONGEST
from tui.widgets.completions import Completions
from tui.widgets.line_input import LineInput

Complete = Callable[[str], Sequence[Completion]]
"""What a text up to the cursor could go on with."""


class FilterInput(LineInput):
    """Takes the focus only while one is filtering."""

    # Leaving is done before the next key is given to a widget, so that a command typed ahead is not taken for text.
    # Clearing waits for its turn behind the letters typed before it.
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "clear", "Clear", show=False),
        Binding("enter", "leave", "To the list", show=False, priority=True),
        Binding("down", "later", "Later", show=False, priority=True),
        Binding("up", "earlier", "Earlier", show=False),
        Binding("ctrl+n", "offered(1)", "Next", show=False),
        Binding("ctrl+p,shift+tab", "offered(-1)", "Previous", show=False),
    ]

    def __init__(self, placeholder: str, then: Widget, complete: Complete) -> None:
        super().__init__(placeholder=placeholder, compact=True, max_length=LONGEST)
        self._complete = complete
        self._offered_for = ""
        self.can_focus = False
        self._then = then
        self._history: list[str] = []
        self._at = 0
        self.completions = Completions()

    def action_clear(self) -> None:
        """Clear the text; with none, go back to the list."""
        if self.value:
            self.remember()
            self.value = ""
        else:
            self.action_leave()

    def action_leave(self) -> None:
        """Go to the list, the filter stays, and is remembered."""
        self.completions.offer((), 0)
        self.remember()
        self.can_focus = False
        self.screen.set_focus(self._then)

    async def _on_key(self, event: Key) -> None:
        """Complete when it is the key's turn, even if the focus has gone on: after tab and enter typed ahead."""
        if event.key == "tab":
            event.stop()
            event.prevent_default()
            self.complete()
        else:
            await super()._on_key(event)

    def remember(self) -> None:
        """Keep what stands here, however it came to be, as an earlier filter."""
        if self.value and self.value not in self._history[-1:]:
            self._history.append(self.value)
        self._at = len(self._history)

    def action_earlier(self) -> None:
        """The filter that was there before; typing goes on behind it."""
        while self._at > 0:
            self._at -= 1
            if self._history[self._at] != self.value:
                self._bring(self._history[self._at])
                return

    def action_later(self) -> None:
        """The filter after that, or the list."""
        if self._at + 1 < len(self._history):
            self._at += 1
            self._bring(self._history[self._at])
        else:
            self.action_leave()

    def _bring(self, text: str) -> None:
        self.value = text
        self.cursor_position = len(text)

    def offer(self) -> None:
        """Find what the text up to the cursor could go on with, and show it while one types."""
        typed = self._offered_for = self.value[: self.cursor_position]
        offered = self._complete(typed)
        self.completions.offer(offered, 2 + cell_len(typed[: offered[0].start]) if offered else 0)

    def complete(self) -> None:
        """Take what is chosen of what is offered, for what is typed by now."""
        if self._offered_for != self.value[: self.cursor_position]:
            self.offer()
        if (chosen := self.completions.chosen) is not None:
            rest = self.value[self.cursor_position :]
            done = self.value[: chosen.start] + chosen.text
            self.value = done + rest
            self.cursor_position = len(done)
        if self.screen.focused is not self:
            self.completions.offer((), 0)

    def action_offered(self, step: int) -> None:
        """Choose another one of what is offered."""
        self.completions.move(step)


class Count(Static):
    """How many rows are left. When it gets longer or shorter, that is laid out once, as it doesn't scroll."""

    virtual_size = Reactive(Size(0, 0))


class FilterBar(Horizontal):
    """Filter text, what is wrong with it, and how many rows it leaves."""

    DEFAULT_CSS = """
    FilterBar { height: 1; padding: 0 1; }
    FilterBar > .filter--slash { width: 2; color: $text-accent; text-style: bold; }
    FilterBar > FilterInput { width: 1fr; height: 1; padding: 0; border: none; background: transparent; }
    FilterBar > FilterInput:focus { background: $boost; }
    FilterBar > .filter--count { width: auto; max-width: 70%; padding: 0 0 0 1; color: $secondary; }
    """

    class Changed(Message):
        """Another filter text."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

        def can_replace(self, message: Message) -> bool:
            """Only the last of many keystrokes matters."""
            return isinstance(message, FilterBar.Changed)

    def __init__(self, placeholder: str, then: Widget, complete: Complete) -> None:
        """A filter line.

        Args:
            placeholder: what is listed without a filter.
            then: the widget that is gone to when one is done typing.
            complete: what a text could go on with.
        """
        super().__init__()
        self._input = FilterInput(placeholder, then, complete)
        self.completions = self._input.completions
        self._count = Count(classes="filter--count", markup=False)
        self.told = ""
        """What is said beside the text."""
        self._left = self._left_beside_marks = Content("")
        self._marked = ""

    def compose(self) -> ComposeResult:
        """A slash, the text, the count."""
        yield Static("/", classes="filter--slash", markup=False)
        yield self._input
        yield self._count

    @property
    def text(self) -> str:
        """The filter text."""
        return self._input.value

    @property
    def is_typed_in(self) -> bool:
        """Whether keys are filter text."""
        return self.is_attached and self.screen.focused is self._input

    def set_text(self, text: str) -> None:
        """Filter by `text`."""
        self._input.remember()
        self._input.value = text

    def begin_with(self, text: str) -> None:
        """Have `text` stand there before anything is listed; what stood there comes back with the arrow up."""
        self._input.remember()
        with self._input.prevent(Input.Changed):
            self._input.value = text

    def enter(self) -> None:
        """Begin typing."""
        self._input.remember()
        self._input.can_focus = True
        self.screen.set_focus(self._input)

    def tell(self, shown: int, of: int, error: str = "", reading: str = "", more: str = "") -> None:
        """Show how many rows are left, why the text is not understood, or how its dates are, and what it leaves out."""
        count = f"{shown:,} of {of:,}" if self.text or shown == of else f"{shown:,}, {of - shown:,} rejected or hidden"
        count += f", {more}" if more else ""
        error = "" if self.completions.display else error  # it is not finished yet
        wrong = (f" {error}  ", "$text-error") if error else ""
        read = (f"  → {reading}  ", "$text-success") if reading else ""
        clear = "  esc clear" if self.text and not error and not reading else ""
        self._left = Content.assemble(wrong, read, count, clear)
        self._left_beside_marks = Content.assemble(wrong, read, f"{shown:,} of {of:,}")
        self._show_told()

    def tell_marked(self, count: int, *, goes_along: bool) -> None:
        """Show how many rows are marked, as long as some are."""
        going = ", v ends" if goes_along else ""
        marked = f"● {count:,} marked{going}, esc unmarks" if count else ""
        if marked != self._marked:
            self._marked = marked
            self._show_told()

    def _show_told(self) -> None:
        said = self._left
        if self._marked:
            said = Content.assemble((f"{self._marked}  ", "bold $text-warning"), self._left_beside_marks)
        self.told = said.plain
        self._count.update(said)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Tell the screen."""
        event.stop()
        self.post_message(self.Changed(event.value))
        if self.is_typed_in:
            self._input.offer()
