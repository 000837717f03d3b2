"""The wall before the screen: every line that any widget paints passes it, wherever its text came from."""

import re

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from timeline.inert import inert

_OUT_OF_LINE = re.compile(r"[\t\r\n]")


class InertLines(LineFilter):
    """Takes out of painted lines what a terminal would obey: they are text and styles, and a link is no style of ours.

    What it takes out has no width, so that columns stay where they were laid out.
    """

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002
        """The line as it goes to the terminal."""
        return [each if _is_inert(each) else _inert(each) for each in segments]


def _is_inert(segment: Segment) -> bool:
    return segment.text.isprintable() and (segment.style is None or segment.style.link is None)


def _inert(segment: Segment) -> Segment:
    style = segment.style.update_link(None) if segment.style is not None and segment.style.link else segment.style
    return Segment(_OUT_OF_LINE.sub("", inert(segment.text)), style)
