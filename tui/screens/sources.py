"""Where it all comes from: articles, the outlets that published them, and the speakers they quote."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from rich.segment import Segment
from textual.content import Content

from timeline.collection import Entry
from timeline.dates.edtf import describe_edtf
from timeline.edits import EditKind
from timeline.model import Article, Source, SourceKind, fold
from tui.actions import Area, bindings
from tui.changes import Change
from tui.citations import published
from tui.screens.actors import event_lines
from tui.screens.browse import BrowseScreen
from tui.screens.edit import EditDialog, Field
from tui.widgets.page import Block
from tui.widgets.row_list import RowList, fit
from tui.widgets.status_line import Report


class SourceRow(NamedTuple):
    """An article, or one who vouches for events."""

    of: Article | Source
    events: int

    @property
    def name(self) -> str:
        """What a person calls it."""
        return (self.of.title or self.of.name) if isinstance(self.of, Article) else self.of.name

    @property
    def kind(self) -> str:
        """`article`, `outlet`, `speaker` or `unnamed`."""
        return "article" if isinstance(self.of, Article) else self.of.kind.value


class SourceList(RowList[SourceRow]):
    """Articles first, those without a date on top; then outlets and speakers."""

    def row_id(self, row: SourceRow) -> str:
        """The kind and the id."""
        return f"{row.kind}:{row.of.id}"

    def render_row(self, index: int, width: int, *, top: bool) -> Iterable[Segment]:  # noqa: ARG002
        """Kind, name, date, number of events."""
        row = self._rows[index]
        yield Segment(" " + fit(row.kind, 9), self.style("rows--dim"))
        yield Segment(fit(row.name, max(8, width - 35)) + " ")
        if not isinstance(row.of, Article):
            yield Segment(" " * 17)
        elif row.of.published is None:
            yield Segment(fit("⚠ no date: d sets", 17), self.style("rows--mark"))
        else:
            yield Segment(fit(describe_edtf(row.of.published.date.isoformat()), 17), self.style("rows--accent"))
        yield Segment(f"{row.events:>6,} ", self.style("rows--accent"))


class SourcesScreen(BrowseScreen):
    """Articles and sources."""

    MODE = "sources"
    PLACEHOLDER = "all articles and sources"
    BINDINGS = bindings(Area.SOURCES)

    def __init__(self) -> None:
        self.sources = SourceList()
        super().__init__(self.sources)

    def apply_filter(self) -> None:
        """List what has the text in its name."""
        wanted = fold(self.filter.text.strip())
        rows = list(self._all())
        shown = [row for row in rows if wanted in fold(f"{row.name} {row.kind}")]
        self.sources.show(shown)
        self.filter.tell(len(shown), len(rows))

    def _all(self) -> Iterator[SourceRow]:
        timeline = self.timeline
        per_article = Counter(
            article for entry in timeline.entries for article in {each.article for each in entry.assertions}
        )
        articles = [SourceRow(article, per_article[article.id]) for article in timeline.articles.values()]
        yield from sorted(articles, key=_place)
        sources = [SourceRow(source, len(timeline.of_source(source.id))) for source in timeline.sources.values()]
        yield from sorted((row for row in sources if row.events), key=lambda row: (-row.events, fold(row.name)))

    def select(self, row_id: str) -> None:
        """Put the cursor on an article or source, if it is listed."""
        index = next((index for index, row in enumerate(self.sources.rows) if row.of.id == row_id), None)
        if index is not None:
            self.sources.move_to(index)

    @property
    def article(self) -> Article | None:
        """The article under the cursor, if it is one."""
        row = self.sources.row
        return row.of if row is not None and isinstance(row.of, Article) else None

    def blocks(self) -> list[Block]:
        """The article or source and its events."""
        row = self.sources.row
        if row is None:
            return []
        blocks = [Block(Content.styled(row.name, "bold")), Block(Content(row.kind))]
        if isinstance(row.of, Source):
            return blocks + event_lines(self.timeline.of_source(row.of.id))
        article = row.of
        style = "$text-warning" if article.published is None else ""
        facts = (
            ("DATE", Content.styled(published(article), style)),
            ("OUTLET", Content(article.publisher)),
            ("BY", Content(", ".join(article.authors))),
            ("FROM", Content(article.url or article.origin)),
            *(("NOTE", Content.styled(notice, "$text-warning")) for notice in article.notices),
        )
        blocks += [Block(text, label) for label, text in facts if text]
        return blocks + event_lines(self._events_of(article))

    def _events_of(self, article: Article) -> tuple[Entry, ...]:
        return tuple(e for e in self.timeline.entries if any(each.article == article.id for each in e.assertions))

    def why_empty(self) -> str:
        """What to do next."""
        if self.filter.text:
            return f"No article or source is called {self.filter.text}\n\nesc clears the filter"
        return "No article has been read yet.\n\ni reads articles: files, folders or web addresses"

    def go_in(self) -> None:
        """Into the article; of a source, only its events."""
        if self.article is not None:
            self.host.open_article(self.article.id)
        else:
            self.action_only()

    def action_edit(self) -> None:
        """Correct title and outlet of an article, name and kind of a source."""
        row = self.sources.row
        if row is None:
            return
        of = row.of
        fields = (
            (
                Field("name", EditKind.SOURCE_NAME, of.name),
                Field("kind", EditKind.SOURCE_KIND, of.kind.value, {kind.value: kind.value for kind in SourceKind}),
            )
            if isinstance(of, Source)
            else (Field("title", EditKind.HEADLINE, of.title), Field("outlet", EditKind.OUTLET, of.publisher))
        )

        def keep(changes: tuple[Change, ...] | None) -> None:
            if changes:
                self.host.change(lambda: self.session.edit_all([(of.id, change) for change in changes]))

        self.app.push_screen(EditDialog(f"“{row.name}”", fields), keep)

    def action_this(self) -> None:
        """Only the events of this row, of those that the timeline's filter leaves."""
        self._only(also=True)

    def action_only(self) -> None:
        """Only the events of this row, in the timeline."""
        self._only(also=False)

    def _only(self, *, also: bool) -> None:
        row = self.sources.row
        if row is None:
            return
        field = "said" if isinstance(row.of, Source) and row.of.kind is not SourceKind.OUTLET else "source"
        self.host.show_only(field, row.name, also=also)

    def action_article_date(self) -> None:
        """Set the article's own date."""
        if self.article is not None:
            self.host.date_article(self.article)
        else:
            self.host.tell(Report("only an article has a date of its own; events are dated in the timeline (1)"))

    def action_remove(self) -> None:
        """Take the article out with its events."""
        if (article := self.article) is not None:
            self.host.change(lambda: self.session.remove(article))
        else:
            self.host.tell(Report("only articles are removed; what they alone tell of goes with them"))


def _place(row: SourceRow) -> tuple[bool, str, str]:
    """Articles without a date first, then by date."""
    assert isinstance(row.of, Article)
    dated = row.of.published
    return dated is not None, dated.date.isoformat() if dated else "", row.of.id
