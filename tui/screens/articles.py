"""Which article to read beside another: first those that tell of the same, then those of days near it."""

from collections.abc import Iterable
from typing import NamedTuple

from rich.segment import Segment

from timeline.collection import Timeline
from timeline.correcting.notebook import NOTEBOOK
from timeline.dates.edtf import describe_edtf
from timeline.model import Article, fold
from tui.screens.find import FindDialog, Found
from tui.widgets.fitting import fit
from tui.widgets.headings import Heading
from tui.widgets.row_list import RowList

_DATE = 17
"""Cells of a date in words."""


class ArticleRow(NamedTuple):
    """An article that can be read."""

    article: Article
    tells_same: bool
    """Whether it tells of the event that is read, too."""

    @property
    def name(self) -> str:
        """What a person calls it."""
        return self.article.title or self.article.name


class ArticleList(RowList[ArticleRow]):
    """Title, outlet and date."""

    def row_id(self, row: ArticleRow) -> str:
        """The article's id."""
        return row.article.id

    def render_row(self, index: int, width: int, *, top: bool) -> Iterable[Segment]:  # noqa: ARG002
        """One article."""
        article = self._rows[index].article
        outlet = min(20, width // 4)
        date = describe_edtf(article.published.date.isoformat()) if article.published else "no date"
        yield Segment(" " + fit(self._rows[index].name, max(8, width - _DATE - outlet - 2)) + " ")
        yield Segment(" " + fit(article.publisher, outlet - 3) + "  ", self.style("rows--dim"))
        yield Segment(fit(date, _DATE), self.style("rows--accent"))


class ArticlesDialog(FindDialog[ArticleRow, str]):
    """Gives the id of the article that was chosen."""

    DEFAULT_CSS = """
    ArticlesDialog ArticleList { height: auto; max-height: 18; }
    """

    def __init__(self, timeline: Timeline, beside: str, event: str = "") -> None:
        """Ask.

        Args:
            timeline: which articles there are.
            beside: the one that is read.
            event: the event of which that tells there; empty for none.
        """
        super().__init__("Which article beside this one?", "type to search · ↑↓ enter read · esc close", ArticleList())
        same = {one.article for one in timeline.entry(timeline.line_of(event)).assertions} if event else set()
        here = timeline.articles[beside].published
        rows = [
            ArticleRow(article, article.id in same)
            for article in timeline.heads()
            if article.id not in (beside, NOTEBOOK)
        ]

        def place(row: ArticleRow) -> tuple[bool, bool, int, str]:
            published = row.article.published
            far = abs((published.date - here.date).days) if published and here else 0
            return not row.tells_same, published is None, far, fold(row.name)

        self._all = sorted(rows, key=place)

    def find(self, wanted: str) -> Found:
        """Those with the text in title, outlet or name."""
        rows = [row for row in self._all if wanted in fold(f"{row.name} {row.article.publisher} {row.article.name}")]
        same = sum(row.tells_same for row in rows)
        headings = [Heading(0, "Tell of this event too", same), Heading(same, "Others", len(rows) - same)]
        return Found(rows, [heading for heading in headings if heading.number] if same else ())

    def answer(self, row: ArticleRow) -> str:
        """Its id."""
        return row.article.id
