"""The screen of an article, and of two beside each other where there is room."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.events import Resize

from timeline.collection import Entry
from timeline.edits import REJECTED
from tui.actions import Area, bindings
from tui.changes import Change
from tui.screens.article_pane import ArticlePane
from tui.screens.view import View
from tui.widgets.page import Page
from tui.widgets.status_line import Report
from tui.words import Words

BESIDE = 120
"""Columns from which two articles stand beside each other; in fewer, one is seen at a time."""


class ArticleScreen(View):
    """One article or two; what is done is done in the one that has the focus."""

    BINDINGS = bindings(Area.ARTICLE)

    def __init__(self, article_id: str, event_id: str = "", words: Sequence[str] = ()) -> None:
        super().__init__()
        self._found = words
        self.panes = [ArticlePane(self, article_id, event_id, words)]
        self.pane = self.panes[0]
        """The one in which things are done."""
        self._body = Horizontal(*self.panes)

    def compose(self) -> ComposeResult:
        """The articles, status, hints."""
        yield self._body
        yield self.status
        yield self.hints()

    @property
    def page(self) -> Page:
        """The text that is read."""
        return self.pane.page

    @property
    def told(self) -> str:
        """What the first line says."""
        return self.pane.told

    @property
    def words(self) -> Words:
        """The words of the text that is read."""
        return self.pane.words

    def show_timeline(self) -> None:
        """Show the articles as they stand; one that is gone, closes."""
        for pane in tuple(self.panes):
            if pane.is_gone:
                self._close(pane)
            elif pane.is_mounted:
                pane.show()

    def on_resize(self, event: Resize) -> None:
        """Both, or one."""
        self._arrange(event.size.width)

    def on_descendant_focus(self) -> None:
        """Do things where the focus is."""
        focused = [pane for pane in self.panes if pane.page.has_focus]
        self.pane = focused[0] if focused else self.pane

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing is done to an article that is gone, until the screen is."""
        return not (self.pane.is_gone and action != "close") and super().check_action(action, parameters)

    def _arrange(self, width: int) -> None:
        paired = len(self.panes) > 1
        for pane in self.panes:
            pane.display = width >= BESIDE or pane is self.pane
            pane.set_class(paired, "-paired")
            pane.set_class(pane is not self.panes[0], "-beside")

    def _close(self, pane: ArticlePane) -> None:
        if len(self.panes) == 1:
            self.dismiss()
            return
        self.panes.remove(pane)
        self.pane = self.panes[0]
        pane.remove()
        self._arrange(self.size.width)
        self.pane.page.focus()

    def action_beside(self) -> None:
        """Another article beside this one, in the place of the one that is there."""
        from tui.screens.articles import ArticlesDialog  # noqa: PLC0415

        event = self.pane.current.event if self.pane.current is not None else ""

        async def open_beside(article_id: str | None) -> None:
            if article_id is None or self.pane.is_gone:
                return
            told = self.timeline.entry(self.timeline.line_of(event)).assertions if event else ()
            same = next((one.event for one in told if one.article == article_id), "")
            other, others = (
                ArticlePane(self, article_id, same, self._found),
                [p for p in self.panes if p is not self.pane],
            )
            await self._body.mount(other)
            self.panes = [self.pane, other]
            self.pane = other
            for pane in others:
                pane.remove()
            self._arrange(self.size.width)
            other.page.focus()

        self.app.push_screen(ArticlesDialog(self.timeline, self.pane.article_id, event), open_beside)

    def action_next_pane(self) -> None:
        """To the other article."""
        if len(self.panes) > 1:
            self.pane = next(pane for pane in self.panes if pane is not self.pane)
            self._arrange(self.size.width)
            self.pane.page.focus()

    def action_close(self) -> None:
        """Leave the words, or the article."""
        if self.pane.is_gone or not self.pane.leave_words():
            self._close(self.pane)

    def action_next_word(self) -> None:
        """To the next word."""
        self.pane.to_word(1)

    def action_previous_word(self) -> None:
        """To the previous word."""
        self.pane.to_word(-1)

    def action_mark_words(self) -> None:
        """Mark words from here, or leave off."""
        self.pane.mark_words()

    def action_add_event(self) -> None:
        """Add an event that the marked words tell of."""
        self.pane.add_event()

    def action_outside(self) -> None:
        """Open the original in the browser."""
        self.host.open_outside(self.pane.article)

    @property
    def entry(self) -> Entry | None:
        """The line of the event that is read; where none is, that is told."""
        current = self.pane.current
        if current is None:
            self.host.tell(Report("no event is read: n goes to one", hint="v and w mark words for one of your own"))
            return None
        return self.timeline.entry(self.timeline.line_of(current.event))

    def action_edit(self) -> None:
        """Correct the facts of the event that is read."""
        from tui.screens.event_facts import event_dialog  # noqa: PLC0415

        entry = self.entry
        if entry is None:
            return

        def keep(changes: tuple[Change, ...] | None) -> None:
            if changes:
                self.host.change(lambda: self.session.edit_all([(entry.id, change) for change in changes]))

        self.app.push_screen(event_dialog(entry, self.timeline, plain=self.plain), keep)

    def action_reject(self) -> None:
        """It is no event."""
        if (entry := self.entry) is not None:
            self.host.change(lambda: self.session.review(entry, REJECTED))

    def action_note(self) -> None:
        """Write a note on the event that is read."""
        from tui.screens.note import NoteDialog, keep_note  # noqa: PLC0415

        if (entry := self.entry) is not None:
            self.app.push_screen(NoteDialog(entry.title, entry.note), keep_note(self.host, entry))

    def action_article_date(self) -> None:
        """Set the article's own date."""
        self.host.date_article(self.pane.article)

    def action_next_event(self) -> None:
        """The next event in the text."""
        self.pane.to_event(1)

    def action_previous_event(self) -> None:
        """The previous event in the text."""
        self.pane.to_event(-1)
