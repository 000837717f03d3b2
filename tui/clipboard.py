"""An event as one line of Markdown, for pasting, and the desktop's own clipboard."""

import os
import shutil
import subprocess
import sys

from timeline.collection import Entry, Timeline
from timeline.dates.edtf import describe
from timeline.export.commonmark import escape, link
from timeline.inert import inert
from timeline.outlets import web_address
from tui.widgets.event_list import said_by

_TOOLS = {
    "darwin": (("pbcopy",),),
    "WAYLAND_DISPLAY": (("wl-copy",),),
    "DISPLAY": (("xclip", "-selection", "clipboard"), ("xsel", "--clipboard", "--input")),
}
"""What copies on a system, or on a desktop that a variable of this name tells of."""
_SECONDS = 2


def copied(text: str) -> bool:
    """Whether a tool of the desktop has taken the text: a terminal that is asked to copy never says whether it did."""
    found = (_TOOLS[name] for name in _TOOLS if name == sys.platform or os.environ.get(name))
    return any(_copied_by(tool, inert(text)) for tools in found for tool in tools if shutil.which(tool[0]))


def _copied_by(tool: tuple[str, ...], text: str) -> bool:
    try:
        done = subprocess.run(tool, input=text.encode(), stdout=subprocess.DEVNULL, timeout=_SECONDS, check=False)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def markdown_line(entry: Entry, timeline: Timeline) -> str:
    """`- **Sat 26 Jan 2019**: title (who says so; [article](<url>))`, with what Markdown would read escaped."""
    article = timeline.articles.get(entry.assertions[0].article)
    cited = link(article.title or article.name, web_address(article)) if article else ""
    source = "; ".join(part for part in (escape(said_by(entry, timeline)), cited) if part)
    return f"- **{escape(describe(entry.when))}**: {escape(entry.title)} ({source})"
