"""The frame of all dialogs: a title, fields, a line of keys; esc leaves and changes nothing."""

from collections.abc import Sequence
from typing import ClassVar, TypeVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Static

Result = TypeVar("Result")


class KeyLine(Widget):
    """The keys of a dialog, as a footer has them: none is cut where there is no room for all."""

    def __init__(self, hints: Sequence[str], *, classes: str) -> None:
        super().__init__(classes=classes)
        self._hints = hints

    def render(self) -> Content:
        """As many as there is room for, the first and the last in any case: what keeps, and what leaves."""
        hints = list(self._hints)
        while len(hints) > 2 and cell_len("  ".join(hints)) > self.content_size.width:
            hints.pop(-2)
        parts: list[tuple[str, str]] = []
        for hint in hints:
            key, _, does = hint.partition(" ")
            parts += [("  " if parts else "", ""), (key, "bold $text-accent"), (f" {does}" if does else "", "")]
        return Content.assemble(*parts)


class Dialog(ModalScreen[Result]):
    """A box over the screen below."""

    DEFAULT_CSS = """
    Dialog { align: center middle; }
    Dialog > .dialog { width: 84; max-width: 100%; height: auto; max-height: 100%; padding: 0 1;
                       background: $surface; border: round $primary; border-title-color: $text-primary;
                       border-title-style: bold; border-subtitle-color: $secondary; }
    Dialog Input { height: 1; padding: 0; border: none; background: $boost; }
    Dialog Static { height: auto; }
    Dialog > .dialog--keys { dock: bottom; height: 1; padding: 0 1; background: $panel; color: $text; }
    Dialog .dialog--gap { margin-top: 1; }
    Dialog .dialog--row { height: auto; }
    Dialog .dialog--label { width: 10; color: $secondary; }
    Dialog .dialog--row > Input, Dialog .dialog--row > .dialog--line { width: 1fr; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "cancel", "Cancel", show=False)]

    def __init__(self, title: str, keys: str) -> None:
        super().__init__()
        self._title = title
        self._keys = keys
        self._answered = False
        self.remark = ""
        """What is to be known before anything is typed; nothing, as a rule."""

    def fields(self) -> list[Widget]:
        """What is in the box, top to bottom; for subclasses."""
        return []

    def compose(self) -> ComposeResult:
        """The box."""
        remark = [line(self.remark, "$text-warning")] if self.remark else []
        box = VerticalScroll(*remark, *self.fields(), classes="dialog", can_focus=False)
        box.border_title = Content(self._title).truncate(78, ellipsis=True)
        box.border_subtitle = Content(self._keys)
        yield box
        # In the place of the footer of the screen below, whose keys are not obeyed here.
        yield KeyLine(self._keys.split(" · "), classes="dialog--keys")

    def on_mount(self) -> None:
        """Have what is typed into in view, also where there is room for a part of the box alone."""
        self.call_after_refresh(self._show_focused)

    def _show_focused(self) -> None:
        if self.focused is not None:
            self.focused.scroll_visible(animate=False)

    def dismiss(self, result: Result | None = None) -> AwaitComplete:
        """Close, once: a second enter that was typed ahead has nothing left to close."""
        if self._answered:
            return AwaitComplete()
        self._answered = True
        return super().dismiss(result)

    def action_cancel(self) -> None:
        """Leave; nothing is changed."""
        self.dismiss(None)


def labelled(label: str, field: Widget) -> Horizontal:
    """A field with what it is for before it."""
    return Horizontal(Static(label, markup=False, classes="dialog--label"), field, classes="dialog--row")


def line(text: str = "", style: str = "", *, gap: bool = False) -> Static:
    """A line of a dialog."""
    return Static(
        Content.styled(text, style), markup=False, classes="dialog--line dialog--gap" if gap else "dialog--line"
    )
