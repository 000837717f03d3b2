"""The line above the footer: what was just done, and how the reading goes."""

import re
from enum import StrEnum
from typing import NamedTuple

from rich.cells import cell_len
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from tui.widgets.fitting import fit

_NAME = re.compile("(?<=“)[^“”]+(?=”)")
_SHORTEST = 12
"""Cells that a name keeps."""


class Level(StrEnum):
    """How an action went."""

    DONE = "✓"
    PLAIN = " "
    WARNING = "!"
    ERROR = "✗"


_STYLE = {Level.DONE: "$text-success", Level.PLAIN: "", Level.WARNING: "$text-warning", Level.ERROR: "$text-error"}


class Report(NamedTuple):
    """What the person is told."""

    says: str
    level: Level = Level.PLAIN
    hint: str = ""
    """What can be done about it, such as `u undo`."""


class StatusLine(Widget):
    """The last report, and the progress of the reading."""

    DEFAULT_CSS = """
    StatusLine { height: 1; padding: 0 1; }
    """

    report: reactive[Report] = reactive(Report(""))
    progress: reactive[str] = reactive("")

    def render(self) -> Content:
        """Report left, progress right."""
        width = self.size.width
        progress = Content.styled(self.progress, "$text-accent")
        says, level, hint = self.report
        room = max(0, width - progress.cell_length - 1)
        tail = Content.styled(f"   {hint}" if hint else "", "$secondary")
        mark = f"{level.value} " if says else ""
        told = with_short_names(" ".join(says.split()), room - tail.cell_length - len(mark))
        text = Content.styled(mark + told, _STYLE[level])
        text = text.truncate(max(0, room - tail.cell_length), ellipsis=True) + tail
        return text.truncate(room).extend_right(max(0, room - text.cell_length) + 1) + progress


def with_short_names(says: str, room: int) -> str:
    """A sentence in so many cells, with the longest names in it cut first: what was done to them is told to the end."""
    while cell_len(says) > room:
        longest = max(_NAME.finditer(says), key=lambda name: cell_len(name[0]), default=None)
        if longest is None or cell_len(longest[0]) <= _SHORTEST:
            break
        name = fit(longest[0], cell_len(longest[0]) - 1).rstrip()
        says = says[: longest.start()] + name + says[longest.end() :]
    return says
