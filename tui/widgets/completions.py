"""What the filter could go on with, below the word that is being typed, in a frame that says what it covers."""

from collections.abc import Sequence

from rich.cells import cell_len
from textual.content import Content
from textual.widgets import Static

from timeline.query.completing import Completion

_WIDEST = 48
"""Cells of what is offered; a longer one is cut."""


class Completions(Static):
    """A few lines over the list; one of them is chosen."""

    DEFAULT_CSS = """
    Completions { overlay: screen; constrain: inside inside; display: none; width: auto; height: auto;
                  background: $panel; padding: 0 1; border: round $primary; border-top: none; }
    """

    def __init__(self) -> None:
        super().__init__(markup=False)
        self._offered: Sequence[Completion] = ()
        self._chosen = 0

    @property
    def chosen(self) -> Completion | None:
        """What the person would get; None where nothing is offered."""
        return self._offered[self._chosen] if self._offered else None

    def offer(self, completions: Sequence[Completion], column: int) -> None:
        """Show what there is, the first one chosen, from a column of the screen on."""
        self._offered, self._chosen = completions, 0
        self.display = bool(completions)
        if completions:
            self.styles.offset = (max(0, column - 1), 0)
            self._paint()

    def move(self, step: int) -> None:
        """Choose another one, round and round."""
        if self._offered:
            self._chosen = (self._chosen + step) % len(self._offered)
            self._paint()

    def _paint(self) -> None:
        wide = min(_WIDEST, max(cell_len(one.text) for one in self._offered))
        about = max(cell_len(one.about) for one in self._offered)
        lines = []
        for at, one in enumerate(self._offered):
            text = Content(one.text).truncate(wide, ellipsis=True).pad_right(max(0, wide - cell_len(one.text)))
            told = one.about.rjust(about) if one.about[:1].isdigit() else one.about.ljust(about)
            line = Content.assemble(text, "  ", (told, "$secondary"))
            lines.append(line.stylize("reverse") if at == self._chosen else line)
        self.update(Content("\n").join(lines))
