"""Correcting what is known of an event, an actor or a source: a field for each fact; enter keeps what is another."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from timeline.edits import YES, EditKind
from tui.changes import Change
from tui.screens.dialog import Dialog, labelled
from tui.widgets.choice import Choice
from tui.widgets.cycle import Cycle
from tui.widgets.line_input import LineInput


@dataclass(frozen=True)
class Field:
    """A fact as it is now."""

    label: str
    kind: EditKind
    value: str
    options: Mapping[str, str] = field(default_factory=dict)
    """What it may be, and how each is called; empty for any text, which of tags is all of them, with commas."""

    placeholder: str = "as read"
    part: str = ""
    """What of the thing it is a fact of, where there are several: the actor whose role it is."""

    def widget(self) -> Widget:
        """Where it is changed."""
        if self.options:
            return Cycle(tuple(self.options.values()), list(self.options).index(self.value))
        return LineInput(self.value, placeholder=self.placeholder, compact=True, select_on_focus=False)

    def changes(self, widget: Widget) -> Iterator[Change]:
        """What a person made of it."""
        new = list(self.options)[widget.chosen] if isinstance(widget, Choice) else getattr(widget, "value", "").strip()
        if self.kind is EditKind.TAG:
            before, after = _tags(self.value), _tags(new)
            yield from (Change(EditKind.TAG, YES, tag) for tag in after if tag not in before)
            yield from (Change(EditKind.TAG, "", tag) for tag in before if tag not in after)
        elif new != self.value:
            yield Change(self.kind, new, self.part)


def _tags(text: str) -> list[str]:
    return list(dict.fromkeys(tag for part in text.split(",") if (tag := " ".join(part.split()).lower())))


class EditDialog(Dialog[tuple[Change, ...]]):
    """The facts of one thing, one a line."""

    DEFAULT_CSS = """
    EditDialog .dialog--evidence { max-height: 5; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "save", "Save", show=False)]

    def __init__(self, title: str, fields: Sequence[Field], about: Content | None = None) -> None:
        """Show facts.

        Args:
            title: what they are facts of.
            fields: what can be changed.
            about: what they are judged by, such as the sentence.
        """
        told = (
            "tab next field" if len(fields) > 1 else "",
            "←→ choose" if any(fact.options for fact in fields) else "",
        )
        super().__init__(title, " · ".join(filter(None, ("enter save", *told, "esc cancel"))))
        self._about = about
        self._facts = [(fact, fact.widget()) for fact in fields]

    def fields(self) -> list[Widget]:
        """The sentence, then the facts."""
        shown: list[Widget] = []
        if self._about is not None:
            shown.append(labelled("text", Static(self._about, markup=False, classes="dialog--line dialog--evidence")))
        return shown + [labelled(fact.label, widget) for fact, widget in self._facts]

    def on_mount(self) -> None:
        """Start in the first field."""
        self._facts[0][1].focus()

    @on(Input.Submitted)
    def action_save(self) -> None:
        """Keep what is another than before; enter comes by way of the field, after what was typed before it."""
        self.dismiss(tuple(change for fact, widget in self._facts for change in fact.changes(widget)))
