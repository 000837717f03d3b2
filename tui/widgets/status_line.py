"""The line above the footer: what was just done, and how the reading goes."""

from enum import StrEnum
from typing import NamedTuple

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget


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
        text = Content.styled(mark + " ".join(says.split()), _STYLE[level])
        text = text.truncate(max(0, room - tail.cell_length), ellipsis=True) + tail
        return text.truncate(room).extend_right(max(0, room - text.cell_length) + 1) + progress
