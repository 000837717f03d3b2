"""An article as it was read, with its events marked in the text."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.content import Content

from timeline.model import Article, Assertion
from timeline.paragraphs import paragraphs
from tui import evidence
from tui.actions import Area, bindings
from tui.citations import published
from tui.screens.view import View
from tui.widgets.hints import Hints
from tui.widgets.page import Block, Page

HEAD = 2
"""Blocks above the text, beside its notices: title and date."""


class ArticleScreen(View):
    """The text, the evidence of one event highlighted and in view."""

    BINDINGS = bindings(Area.ARTICLE)

    def __init__(self, article_id: str, event_id: str = "", words: Sequence[str] = ()) -> None:
        super().__init__()
        self._words = words
        self._article_id = article_id
        self._event_id = event_id
        self.page = Page(classes="article")

    def compose(self) -> ComposeResult:
        """The text, status, hints."""
        yield self.page
        yield self.status
        yield Hints()

    def on_mount(self) -> None:
        """Read."""
        self.page.focus()
        self.call_after_refresh(self.to_evidence)

    @property
    def article(self) -> Article:
        """What is read."""
        return self.timeline.articles[self._article_id]

    @property
    def assertions(self) -> list[Assertion]:
        """What the article says, in the order of the text."""
        entries = self.timeline.entries
        own = [each for entry in entries for each in entry.assertions if each.article == self._article_id]
        return sorted(own, key=lambda each: each.trigger)

    @property
    def current(self) -> Assertion | None:
        """What is highlighted."""
        return next((each for each in self.assertions if each.event == self._event_id), None)

    def show_timeline(self) -> None:
        """Show the article as it stands; one that is gone, closes."""
        if self._article_id not in self.timeline.articles:
            self.dismiss()
            return
        self.page.replace(self._blocks())

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
        marks = [
            evidence.Mark(*each.trigger, evidence.TRIGGER, "*", "*") for each in self.assertions if each is not current
        ]
        marks += evidence.marks(article, current) if current else []
        spans = paragraphs(article.text)
        text = [evidence.marked(article.text, span, marks, plain=self.plain, words=self._words) for span in spans]
        return head + [Block(paragraph, gap=True) for paragraph in text]

    def to_evidence(self) -> None:
        """Bring the highlighted sentence into view."""
        if current := self.current:
            start = current.evidence[0]
            for number, (first, last) in enumerate(paragraphs(self.article.text)):
                if first <= start < last:
                    self.page.scroll_to_text(number + HEAD + len(self.article.notices), start - first)

    def action_close(self) -> None:
        """Back."""
        self.dismiss()

    def action_article_date(self) -> None:
        """Set the article's own date."""
        self.host.date_article(self.article)

    def action_next_event(self) -> None:
        """The next event in the text."""
        self._to_event(1)

    def action_previous_event(self) -> None:
        """The previous event in the text."""
        self._to_event(-1)

    def _to_event(self, step: int) -> None:
        events = [each.event for each in self.assertions]
        if not events:
            return
        here = events.index(self._event_id) if self._event_id in events else (-1 if step > 0 else len(events))
        self._event_id = events[max(0, min(here + step, len(events) - 1))]
        self.page.replace(self._blocks())
        self.to_evidence()
