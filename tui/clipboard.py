"""An event as one line of Markdown, for pasting."""

import re

from timeline.collection import Entry, Timeline
from timeline.edtf import describe
from tui.widgets.event_list import said_by

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~])")


def markdown_line(entry: Entry, timeline: Timeline) -> str:
    """`- **Sat 26 Jan 2019**: title (who says so; [article](url))`, with what Markdown would read as markup escaped."""
    said = said_by(entry, timeline)
    article = timeline.articles.get(entry.assertions[0].article)
    cited = ""
    if article is not None:
        name = _escaped(article.title or article.name)
        cited = f"[{name}](<{_address(article.url)}>)" if article.url else name
    source = "; ".join(part for part in (_escaped(said), cited) if part)
    return f"- **{describe(entry.when)}**: {_escaped(entry.title)} ({source})"


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))


def _address(url: str) -> str:
    return url.replace("<", "%3C").replace(">", "%3E").replace("\n", "")
