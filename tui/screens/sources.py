"""Where it all comes from: articles, the outlets that published them, and the speakers they quote."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from rich.segment import Segment
from textual.content import Content

from timeline.collection import Entry
from timeline.correcting.notebook import NOTEBOOK
from timeline.counts import counted
from timeline.dates.edtf import describe_edtf
from timeline.edits import EditKind
from timeline.logs.conflicts import Conflict
from timeline.model import Article, Source, SourceKind, fold
from timeline.query import term
from timeline.quoting import quoted
from tui.actions import Area, bindings
from tui.activity import Bars, of_source, when_blocks
from tui.changes import Change
from tui.citations import published
from tui.disputes import dispute_blocks
from tui.screens.actors import event_lines, spark_width
from tui.screens.correcting import CorrectingScreen, Joining
from tui.screens.edit import EditDialog, Field
from tui.widgets.fitting import fit
from tui.widgets.headings import Heading
from tui.widgets.page import Block
from tui.widgets.row_list import RowList
from tui.widgets.status_line import Report

_HEADINGS = {
    "article": "Articles",
    SourceKind.OUTLET.value: "Outlets",
    SourceKind.SPEAKER.value: "Who is quoted",
    SourceKind.UNNAMED.value: "Quoted without a name",
}


class SourceRow(NamedTuple):
    """An article, or one who vouches for events."""

    of: Article | Source
    entries: Sequence[Entry]

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

    bars = Bars((), None)
    """When each is active."""

    def render_row(self, index: int, width: int, *, top: bool) -> Iterable[Segment]:  # noqa: ARG002
        """Name, date of an article, when there are events, and how many."""
        row = self._rows[index]
        spark = spark_width(width)
        date = 17 if isinstance(row.of, Article) else 0
        yield Segment(" " + fit(row.name, max(8, width - 11 - date - spark)) + " ")
        if isinstance(row.of, Article):
            dated = row.of.published
            told = "⚠ no date: d sets" if dated is None else describe_edtf(dated.date.isoformat())
            yield Segment(fit(told, date), self.style("rows--mark" if dated is None else "rows--accent"))
        yield Segment(self.bars.of(row.entries, spark) + " ", self.style("rows--accent"))
        yield Segment(f"{len(row.entries):>6,} ", self.style("rows--accent"))


class SourcesScreen(CorrectingScreen):
    """Articles and sources."""

    MODE = "sources"
    PLACEHOLDER = "all articles and sources"
    BINDINGS = bindings(Area.CORRECTING, Area.SOURCES)

    def __init__(self) -> None:
        self.sources = SourceList()
        super().__init__(self.sources)

    def apply_filter(self) -> None:
        """List what has the text in its name."""
        wanted = fold(self.filter.text.strip())
        rows = list(self._all())
        shown = [row for row in rows if wanted in fold(f"{row.name} {row.kind}")]
        kinds = [row.kind for row in shown]
        headings = [Heading(kinds.index(kind), _HEADINGS[kind], kinds.count(kind)) for kind in dict.fromkeys(kinds)]
        self.sources.bars = Bars((row.entries for row in shown), self.story)
        self.sources.show(shown, headings)
        self.filter.tell(len(shown), len(rows))

    def _all(self) -> Iterator[SourceRow]:
        timeline = self.timeline
        per_article: dict[str, list[Entry]] = {}
        for entry in timeline.entries:
            for article in entry.told_in:
                per_article.setdefault(article, []).append(entry)
        read = (article for article in timeline.heads() if article.id != NOTEBOOK)
        articles = [SourceRow(article, per_article.get(article.id, ())) for article in read]
        yield from sorted(articles, key=_place)
        sources = [SourceRow(source, timeline.of_source(source.id)) for source in timeline.sources.values()]
        order = list(SourceKind)
        yield from sorted(
            (row for row in sources if row.entries),
            key=lambda row: (order.index(SourceKind(row.kind)), -len(row.entries), fold(row.name)),
        )

    def filter_typed(self) -> None:
        """The first article that is found is what is looked for, unless the cursor is on one."""
        super().filter_typed()
        if self.filter.text and self.article is None:
            self.sources.move_to(0)
            self._brought_to = self._here

    def select(self, row_id: str) -> bool:
        """Put the cursor on an article or source; whether it is listed."""
        ids = ((row.of.id, self.sources.row_id(row)) for row in self.sources.rows)
        index = next((index for index, own in enumerate(ids) if row_id in own), None)
        if index is not None:
            self.sources.move_to(index)
        return index is not None

    @property
    def article(self) -> Article | None:
        """The article under the cursor, if it is one."""
        row = self.sources.row
        return self.timeline.articles.get(row.of.id) if row is not None and isinstance(row.of, Article) else None

    def blocks(self) -> list[Block]:
        """The article or source and its events."""
        row = self.sources.row
        if row is None:
            return []
        blocks = [Block(Content.styled(row.name, "bold")), Block(Content(row.kind))]
        blocks += dispute_blocks(self.disputes(), self.timeline)
        if isinstance(row.of, Source):
            also = [self.timeline.name_of(one) for one in self.timeline.joined_to_source(row.of.id)]
            blocks += [Block(Content(", ".join(also)), "ALSO", gap=True)] if also else []
            blocks += of_source(row.of.id, self.timeline, self.story, self.page.text_width)
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
        blocks += when_blocks(row.entries, self.story, self.page.text_width)
        return blocks + event_lines(row.entries)

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

    @property
    def row_target(self) -> str:
        """The id of the article or source."""
        return self.sources.row.of.id if self.sources.row else ""

    def editing(self) -> EditDialog | None:
        """Title and outlet of an article, name and kind of a source."""
        row = self.sources.row
        if row is None:
            return None
        of = row.of
        fields = (
            (
                Field("name", EditKind.SOURCE_NAME, of.name),
                Field("kind", EditKind.SOURCE_KIND, of.kind.value, {kind.value: kind.value for kind in SourceKind}),
            )
            if isinstance(of, Source)
            else (Field("title", EditKind.HEADLINE, of.title), Field("outlet", EditKind.OUTLET, of.publisher))
        )
        return EditDialog(quoted(row.name), fields)

    def joining(self) -> Joining:
        """The marked sources."""
        marked = [row for row in self.sources.marked if isinstance(row.of, Source)]
        says = "What the others said is said by it, and it is found by their names; S splits them again."
        names = [f"{row.name}  {row.kind}, {counted(len(row.entries), 'event')}" for row in marked]
        return Joining(EditKind.SOURCE_JOIN, "sources", [row.of.id for row in marked], names, says)

    def action_join(self) -> None:
        """Make one of the marked sources; articles are told together only where their events are joined."""
        if any(isinstance(row.of, Article) for row in self.sources.marked):
            self.host.tell(Report("articles are not joined, only sources: V unmarks"))
        else:
            super().action_join()

    def splitting(self) -> Sequence[tuple[str, Change]]:
        """Those that were joined to the source."""
        return [(one, Change(EditKind.SOURCE_JOIN, "")) for one in self.timeline.joined_to_source(self.row_target)]

    def disputes(self) -> Sequence[Conflict]:
        """Of the article or the source."""
        return self.timeline.conflicts.get(self.sources.row.of.id, ()) if self.sources.row else ()

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
        self.host.show_only(term(field, row.name), also=also)

    def action_article_date(self) -> None:
        """Set the article's own date; of an outlet or a speaker that of one of their articles."""
        articles = self._articles_here()
        if len(articles) == 1:
            self.host.date_article(articles[0])
            return
        from tui.screens.one_of import OneOfDialog  # noqa: PLC0415

        def chosen(at: int | None) -> None:
            if at is not None:
                self.host.date_article(articles[at])

        names = [f"{one.title or one.name}  {published(one)}" for one in articles]
        dialog = OneOfDialog("The date of which article?", "choose", names, "Its relative events move.", label="of")
        self.app.push_screen(dialog, chosen)

    def _articles_here(self) -> list[Article]:
        """The article under the cursor, or those in which the source under it vouches for something."""
        row = self.sources.row
        if row is None or self.article is not None:
            return [self.article] if self.article is not None else []
        told = (one for entry in row.entries for one in entry.assertions if one.source == row.of.id)
        found = dict.fromkeys(one.article for one in told)
        return [self.timeline.articles[one] for one in found if one in self.timeline.articles and one != NOTEBOOK]

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
