"""An event as one line of Markdown, for pasting."""

from timeline.collection import Entry, Timeline
from timeline.dates.edtf import describe
from timeline.export.commonmark import escape, link
from timeline.export.selection import web_address
from tui.widgets.event_list import said_by


def markdown_line(entry: Entry, timeline: Timeline) -> str:
    """`- **Sat 26 Jan 2019**: title (who says so; [article](<url>))`, with what Markdown would read escaped."""
    article = timeline.articles.get(entry.assertions[0].article)
    cited = link(article.title or article.name, web_address(article)) if article else ""
    source = "; ".join(part for part in (escape(said_by(entry, timeline)), cited) if part)
    return f"- **{escape(describe(entry.when))}**: {escape(entry.title)} ({source})"
