"""An article as it was read, with its events marked in the text: one, or one of two beside each other."""

from collections.abc import Iterator, Sequence

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from timeline.counts import counted
from timeline.dates.edtf import describe
from timeline.edit_values import EventByHand
from timeline.edits import REJECTED
from timeline.model import Article, Assertion
from timeline.paragraphs import paragraphs
from timeline.when import When
from tui import evidence
from tui.citations import published
from tui.margin import margin
from tui.screens.view import View
from tui.widgets.page import Block, Page
from tui.widgets.status_line import Report
from tui.words import Words

MARGIN_FROM = 70
"""Columns from which the dates of paragraphs stand in a margin."""
HEAD = 2
"""Blocks above the text, beside its notices: title and date."""


class ArticlePane(Vertical):
    """The text, the evidence of one event highlighted and in view."""

    DEFAULT_CSS = """
    ArticlePane { width: 1fr; }
    ArticlePane.-beside { border-left: solid $panel; }
    """

    def __init__(self, view: View, article_id: str, event_id: str = "", words: Sequence[str] = ()) -> None:
        """An article on a screen, which keys may reach before this is mounted there."""
        super().__init__()
        self.view = view
        self._found = words
        self._article_id = article_id
        self._event_id = self.opened_at = event_id
        self._told_id = ""
        """Where an article tells one event several times, the time that is read; else the first."""
        self._own: list[Assertion] | None = None
        self._words: Words | None = None
        self._where = Static(classes="where", markup=False)
        self.page = Page(classes="article")

    def compose(self) -> ComposeResult:
        """Which event is read, and the text."""
        yield self._where
        yield self.page

    def on_mount(self) -> None:
        """Read."""
        self.show()
        self.page.focus()
        self.call_after_refresh(self.to_evidence)

    def on_resize(self) -> None:
        """Dates in the margin where there is room."""
        self._show()

    @property
    def article_id(self) -> str:
        """What is read."""
        return self._article_id

    @property
    def article(self) -> Article:
        """What is read."""
        return self.view.timeline.articles[self._article_id]

    @property
    def assertions(self) -> list[Assertion]:
        """What the article says, in the order of the text; found once for each state of the timeline."""
        if self._own is None:
            entries = self.view.timeline.of_articles({self._article_id})
            own = (each for entry in entries for each in entry.assertions if each.article == self._article_id)
            self._own = sorted(own, key=lambda each: each.trigger)
        return self._own

    @property
    def current(self) -> Assertion | None:
        """What is highlighted."""
        told = [each for each in self.assertions if each.event == self._event_id]
        return next((each for each in told if each.id == self._told_id), told[0] if told else None)

    @property
    def is_gone(self) -> bool:
        """Whether the article is not in the timeline any more."""
        return self._article_id not in self.view.timeline.articles

    def show(self) -> None:
        """Show the article as it stands."""
        self._own = None
        self._show()

    def _show(self) -> None:
        if self.is_gone:
            return
        self.page.replace(self._blocks())
        self._where.update(self._told_where())

    @property
    def told(self) -> str:
        """What the first line says."""
        return self._told_where().plain

    def _told_where(self) -> Content:
        """Which event is highlighted, and how many there are; or what is marked."""
        if self.words.is_on:
            says = "a adds an event of what is marked" if self.words.is_marking else "v marks from here"
            return Content.styled(f"{says} · w next word · b previous word · esc leaves", "$text-accent")
        current, count = self.current, len(self.assertions)
        if current is None:
            return Content.styled(
                f"{counted(count, 'event')}, n goes to the first" if count else "no events", "$secondary"
            )
        entry = self.view.timeline.entry(self.view.timeline.line_of(current.event))
        at = self.assertions.index(current) + 1
        date = Content.styled(describe(entry.when), "$text-accent")
        apart = f"({'rejected' if entry.review == REJECTED else 'hidden'}) " if entry.left_out else ""
        return Content.assemble((f"{at} of {count}  ", "$secondary"), date, "  ", (apart, "$text-warning"), entry.title)

    @property
    def words(self) -> Words:
        """A place among the words of the text."""
        if self._words is None:
            self._words = Words(self.article.text)
        return self._words

    def _blocks(self) -> list[Block]:
        article, current = self.article, self.current
        undated = article.published is None
        date = published(article) + (": d sets it, and its relative events move" if undated else "")
        about = f"{article.publisher} · {date}" if article.publisher else date
        head = [
            Block(Content.styled(article.title or article.name, "bold")),
            Block(Content.styled(about, "$text-warning" if undated else "$secondary")),
        ]
        head += [Block(Content.styled(f"⚠ {notice}", "$text-warning")) for notice in article.notices]
        marks = list(self._marks(article, current))
        if self.words.is_on and (marked := self.words.span) is not None:
            marks.append(evidence.Mark(*marked, "reverse", "[", "]"))
        spans = paragraphs(article.text)
        told = list(self._told_when())
        dates = [margin(span, told, article) for span in spans] if self.size.width >= MARGIN_FROM else []
        text = [evidence.marked(article.text, span, marks, plain=self.view.plain, words=self._found) for span in spans]
        if not any(dates):
            return head + [Block(paragraph, gap=True) for paragraph in text]
        blocks = zip(text, dates, strict=True)
        return head + [Block(paragraph, date, gap=True, indent=True) for paragraph, date in blocks]

    def _told_when(self) -> Iterator[tuple[Assertion, When]]:
        """What the article says and nobody rejected; with the date of its line where that is its own, or a person's."""
        timeline = self.view.timeline
        for one in self.assertions:
            entry = timeline.entry(timeline.line_of(one.event))
            if entry.review != REJECTED:
                yield one, entry.when if entry.dated_by_person or entry.lead.id == one.id else one.when

    def _marks(self, article: Article, current: Assertion | None) -> Iterator[evidence.Mark]:
        """All times, all who are quoted, all events; of the current one its sentence."""
        times, quoted = list(article.time_expressions), list(article.attributions)
        if current is not None:
            yield from evidence.marks(article, current)
            times = [time for at, time in enumerate(times) if at != current.time]
            quoted = [one for at, one in enumerate(quoted) if at != current.attribution]
        for time in times:
            yield evidence.Mark(time.start, time.end, evidence.OTHER_TIME, "‹", "›")
        for attribution in quoted:
            for span in attribution.source:
                yield evidence.Mark(*span, evidence.SPEAKER, "⟦", "⟧")
        for each in self.assertions:
            if each is not current:
                yield evidence.Mark(*each.trigger, evidence.TRIGGER, "*", "*")

    def to_evidence(self) -> None:
        """Bring the highlighted sentence into view."""
        if (current := self.current) and (place := self._place(current.evidence[0])):
            self.page.scroll_to_text(*place)

    def _place(self, offset: int) -> tuple[int, int] | None:
        """The block in which a character of the text is, and where in it."""
        for number, (first, last) in enumerate(paragraphs(self.article.text)):
            if first <= offset < last:
                return number + self._above, offset - first
        return None

    @property
    def _above(self) -> int:
        """Blocks above the text."""
        return HEAD + len(self.article.notices)

    def leave_words(self) -> bool:
        """Leave the words that one goes through; whether one did."""
        was_on = self.words.is_on
        self.words.leave()
        self._show()
        return was_on

    def _start(self) -> int:
        """Where one begins to go through the words: at the event that is read, else at the top of the view."""
        if self.current is not None:
            return self.current.trigger[0]
        spans = paragraphs(self.article.text)
        at = self.page.block_in_view - self._above
        return spans[max(0, min(at, len(spans) - 1))][0] if spans else 0

    def to_word(self, step: int) -> None:
        """To another word."""
        self.words.go(step, self._start())
        self._show()
        if place := self._place(self.words.place):
            self.page.show_text(*place)

    def mark_words(self) -> None:
        """Mark words from here, or leave off."""
        self.words.toggle(self._start())
        self._show()

    def add_event(self) -> None:
        """Add an event that the marked words tell of."""
        from tui.screens.add_event import AddEventDialog  # noqa: PLC0415

        article, passage = self.article, self.words.passage(self.view.get_selected_text() or "")
        if not passage:
            self.view.host.tell(
                Report("mark the words that tell of it first: v, then w", hint="or select them with the mouse")
            )
            return
        begins = article.text.find(passage)
        inside = (t.text for t in article.time_expressions if begins <= t.start and t.end <= begins + len(passage))

        def add(event: EventByHand | None) -> None:
            if event is not None:
                self.words.leave()
                self.view.host.change(lambda: self.view.session.add_event(event))
                self._event_id = self.view.session.changed
                self._show()

        self.app.push_screen(AddEventDialog(article, passage, next(inside, "")), add)

    def to_event(self, step: int) -> None:
        """To another event in the text."""
        told, current = self.assertions, self.current
        if not told:
            return
        here = told.index(current) if current is not None else (-1 if step > 0 else len(told))
        there = told[max(0, min(here + step, len(told) - 1))]
        self._event_id, self._told_id = there.event, there.id
        self.words.leave()
        self._show()
        self.to_evidence()
