"""Choosing one of several: which leads of those that are joined, which of two corrections holds."""

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


class OneOfDialog(Dialog[int]):
    """Gives the place of the one that was chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "save", "Choose", show=False, priority=True)]

    def __init__(self, title: str, verb: str, names: Sequence[str], says: str, chosen: int = 0) -> None:
        """Ask.

        Args:
            title: `Join 3 events`.
            verb: what enter does.
            names: what there is to choose from.
            says: what becomes of the others.
            chosen: which one it is to begin with.
        """
        super().__init__(title, f"enter {verb} · ←→ which one · esc cancel")
        self._names = names
        self._says = says
        self._lead = Cycle(names, chosen)
        self._list = Static(markup=False, classes="dialog--line")

    def fields(self) -> list[Widget]:
        """Which one, then all of them."""
        return [labelled("keep", self._lead), self._list, line(self._says, "$secondary", gap=True)]

    def on_mount(self) -> None:
        """Start with which one."""
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
        """That one."""
        self.dismiss(self._lead.chosen)
