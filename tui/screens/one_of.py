"""Choosing one of several: which leads of those that are joined, which of two corrections holds."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget

from tui.screens.dialog import Dialog, labelled, line
from tui.widgets.choice import Choice
from tui.widgets.upright import Upright


class OneOfDialog(Dialog[int]):
    """Gives the place of the one that was chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "save", "Choose", show=False, priority=True)]

    def __init__(
        self, title: str, verb: str, names: Sequence[str], says: str, chosen: int = 0, *, label: str = "keep"
    ) -> None:
        """Ask.

        Args:
            title: `Join 3 events`.
            verb: what enter does.
            names: what there is to choose from.
            says: what becomes of the others.
            chosen: which one it is to begin with.
            label: what stands before them.
        """
        super().__init__(title, f"enter {verb} · ↑↓ which one · esc cancel")
        self._says = says
        self._label = label
        self._lead = Upright(names, chosen)
        self._whole = line(gap=True)
        """All of the one that is chosen, where its line has no room for it."""

    def fields(self) -> list[Widget]:
        """Which one, and what becomes of the others."""
        return [labelled(self._label, self._lead), self._whole, line(self._says, "$secondary", gap=True)]

    def on_mount(self) -> None:
        """Start with which one."""
        self._lead.focus()
        self._show_whole()

    @on(Choice.Changed)
    def _show_whole(self) -> None:
        self.call_after_refresh(self._tell_whole)

    def on_resize(self) -> None:
        """Another width has room for less, or for more."""
        self._show_whole()

    def _tell_whole(self) -> None:
        self._whole.display = self._lead.cuts
        self._whole.update(Content(self._lead.options[self._lead.chosen]))

    def action_save(self) -> None:
        """That one."""
        self.dismiss(self._lead.chosen)
