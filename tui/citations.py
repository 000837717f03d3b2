"""An article as a page names it: title, date and where it is found."""

from textual.content import Content

from timeline.dates.edtf import describe_edtf
from timeline.model import BASES, Article
from timeline.quoting import quoted
from tui.widgets.page import FAINT, WARNING


def published(article: Article) -> str:
    """An article's date and what it rests on."""
    if article.published is None:
        return "no date"
    return f"{describe_edtf(article.published.date.isoformat())}, {BASES[article.published.basis]}"


def citation(article: Article) -> Content:
    """Title, date and where it is found, a line each."""
    where = article.url or article.origin
    return Content.assemble(
        (quoted(article.title or article.name), "italic"),
        (f"\n{published(article)}", WARNING if article.published is None else FAINT),
        (f"\n{where}" if where else "", FAINT),
    )
