"""Joining what was marked: what becomes one, and which of them leads."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from tui.screens.dialog import Dialog, labelled, line
from tui.widgets.choice import Choice
from tui.widgets.cycle import Cycle

_LISTED = 12


class JoinDialog(Dialog[int]):
    """Gives the place of the one that leads."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "save", "Join", show=False, priority=True)]

    def __init__(self, what: str, names: Sequence[str], says: str) -> None:
        """Ask.

        Args:
            what: `3 events`.
            names: what they are called, the likeliest to lead first.
            says: what becomes of the others.
        """
        super().__init__(f"Join {what}", "enter join · ←→ which leads · esc cancel")
        self._names = names
        self._says = says
        self._lead = Cycle(names)
        self._list = Static(markup=False, classes="dialog--line")

    def fields(self) -> list[Widget]:
        """Which leads, then all of them."""
        return [labelled("keep", self._lead), self._list, line(self._says, "$secondary", gap=True)]

    def on_mount(self) -> None:
        """Start with which leads."""
        self._lead.focus()
        self._show()

    @on(Choice.Changed)
    def _show(self) -> None:
        lead = self._lead.chosen
        shown = [
            Content.styled(f"{'▌' if at == lead else ' '} {name}\n", "bold" if at == lead else "")
            for at, name in enumerate(self._names[:_LISTED])
        ]
        if len(self._names) > _LISTED:
            shown.append(Content.styled(f"  and {len(self._names) - _LISTED} more", "$secondary"))
        self._list.update(Content.assemble(*shown))

    def action_save(self) -> None:
        """Join them."""
        self.dismiss(self._lead.chosen)
