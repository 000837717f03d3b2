"""An event as it is pasted elsewhere: a line of Markdown, a quotation, a citation; and the desktop's own clipboard."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping

from timeline.collection import Entry, Timeline
from timeline.correcting.notebook import NOTEBOOK
from timeline.dates.edtf import describe, describe_edtf
from timeline.export.commonmark import escape, link
from timeline.inert import inert
from timeline.model import Article
from timeline.outlets import web_address
from timeline.publishing import publisher_of
from timeline.quoting import quoted
from tui.widgets.event_list import said_by

TMUX = "TMUX"
_TOOLS = {
    "darwin": (("pbcopy",),),
    "WAYLAND_DISPLAY": (("wl-copy",),),
    "DISPLAY": (("xclip", "-selection", "clipboard"), ("xsel", "--clipboard", "--input")),
    TMUX: (("tmux", "load-buffer", "-w", "-"), ("tmux", "load-buffer", "-")),
}
"""What copies on a system, on a desktop that a variable of this name tells of, or within tmux.

That hands on to the terminal what it is given itself (`-w`, where it knows that), and by default nothing that a program
within it sends there.
"""
_SECONDS = 2


def copied(text: str) -> str:
    """What has taken the text, by its name in the table; empty for none.

    A terminal that is asked to copy never says whether it did.
    """
    found = (name for name in _TOOLS if name == sys.platform or os.environ.get(name))
    tools = ((name, tool) for name in found for tool in _TOOLS[name] if shutil.which(tool[0]))
    return next((name for name, tool in tools if _copied_by(tool, inert(text))), "")


def _copied_by(tool: tuple[str, ...], text: str) -> bool:
    try:
        nowhere = subprocess.DEVNULL
        done = subprocess.run(  # noqa: S603 - the text is no part of the command
            tool, input=text.encode(), stdout=nowhere, stderr=nowhere, timeout=_SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def copies(entry: Entry, timeline: Timeline) -> Mapping[str, str]:
    """What of an event is copied, by what a person calls it; only what there is."""
    article = timeline.articles.get(entry.lead.article)
    read = article if article is not None and article.id != NOTEBOOK else None
    sentence = " ".join(timeline.evidence_of(entry.lead).split()) if read is not None else ""
    cited = _citation(read, timeline) if read is not None else ""
    found = {
        "Markdown": markdown_line(entry, timeline),
        "quotation": f"{quoted(sentence)} ({cited})" if sentence else "",
        "citation": cited,
        "title": entry.title,
        "date": entry.when.edtf,
    }
    return {name: text for name, text in found.items() if text}


def _citation(article: Article, timeline: Timeline) -> str:
    """`The Quay, “Mayor leaves”, Mon 28 Jan 2019, https://quay.example/news`, as far as it is known."""
    day = describe_edtf(article.published.date.isoformat()) if article.published is not None else ""
    title = quoted(article.title) if article.title else ""
    return ", ".join(filter(None, (publisher_of(article, timeline), title, day, web_address(article))))


def markdown_line(entry: Entry, timeline: Timeline) -> str:
    """`- **Sat 26 Jan 2019**: title (who says so; [article](<url>))`, with what Markdown would read escaped."""
    article = timeline.articles.get(entry.assertions[0].article)
    cited = link(article.title or article.name, web_address(article)) if article else ""
    source = "; ".join(part for part in (escape(said_by(entry, timeline)), cited) if part)
    return f"- **{escape(describe(entry.when))}**: {escape(entry.title)} ({source})"
