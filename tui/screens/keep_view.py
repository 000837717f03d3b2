"""Keeping the filter under a name."""

from collections.abc import Mapping

from textual import on
from textual.widget import Widget
from textual.widgets import Input

from tui.screens.dialog import Dialog, labelled, line
from tui.views import IN_NAMES, NAME, ViewsError, keep_view, view_name
from tui.widgets.line_input import LineInput

YOURS = "Views are yours: they are there in all your timelines, and nobody gets them with a timeline."
"""Whose they are."""


class KeepViewDialog(Dialog[str]):
    """Asks for a name; gives it once the filter is kept."""

    def __init__(self, text: str, views: Mapping[str, str], why_not: str = "") -> None:
        """Ask for the name of `text`. Where it can't be kept, `why_not` is told, and takes no letter for a command."""
        super().__init__("Keep the filter as a view", "enter keep · esc cancel")
        self._text = text
        self._views = views
        self._why_not = why_not
        self._input = LineInput(placeholder="a name, such as doubtful", compact=True)
        self._says = line()

    def fields(self) -> list[Widget]:
        """The filter, its name, and what is there already."""
        return [labelled("filter", line(self._text)), labelled("name @", self._input), self._says]

    def on_mount(self) -> None:
        """Start with the name."""
        self._input.focus()
        self._tell()

    @on(Input.Changed)
    def _tell(self) -> None:
        name = view_name(self._input.value)
        if self._why_not:
            self._says.update(self._why_not)
        elif name in self._views:
            self._says.update(f"@{name} is kept already, and is replaced: {self._views[name]}")
        elif name and not NAME.fullmatch(name):
            self._says.update(f"a name has {IN_NAMES}")
        else:
            finds = f"then @{name or 'name'} finds the same, here, on the command line and in exports"
            self._says.update(f"{finds}. {YOURS}")

    @on(Input.Submitted)
    def _keep(self) -> None:
        if self._why_not:
            return
        name = view_name(self._input.value)
        try:
            keep_view(name, self._text)
        except ViewsError as refused:
            self._says.update(str(refused))
        else:
            self.dismiss(name)
