"""An event by hand: its title, its date, and the words of an article that tell of it, if any do."""

import datetime as dt

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from timeline.edit_values import EventByHand
from timeline.model import Article
from tui.screens.dialog import labelled
from tui.screens.typed_date import TypedDateDialog, told
from tui.widgets.line_input import LineInput


class AddEventDialog(TypedDateDialog[EventByHand]):
    """Gives the event; without a date it is undated."""

    def __init__(
        self, article: Article | None = None, passage: str = "", date: str = "", beside: dt.date | None = None
    ) -> None:
        """Ask.

        Args:
            article: where it is told; None for what a person knows.
            passage: the words that tell of it, as they stand there.
            date: the words among them that are a time, to begin with.
            beside: a day from which a date without a year is counted, where the article has none.
        """
        super().__init__("Add an event", "enter add · tab next field · esc cancel", "when; empty for undated")
        self._article = article
        self._passage = passage
        self._beside = beside
        self._headline = LineInput(" ".join(passage.split()), placeholder="what happened, in one line", compact=True)
        self._input.value = date

    def fields(self) -> list[Widget]:
        """The words, the title, the date and how it is read."""
        told = Static(Content(" ".join(self._passage.split())), markup=False, classes="dialog--line")
        return [
            *([labelled("text", told)] if self._passage else []),
            labelled("title", self._headline),
            labelled("date", self._input),
            labelled("", self._reading),
        ]

    def on_mount(self) -> None:
        """Start with the title."""
        self._headline.focus()
        self.read()

    def understood(self, text: str, *, quick: bool) -> tuple[EventByHand, str]:
        """An event on the date that is typed, counted from the article's own, or from one beside it."""
        from extractors.typed_dates.reading import read_typed_date  # noqa: PLC0415

        published = self._article.published if self._article else None
        when = read_typed_date(text, anchor=published.date if published else self._beside, quick=quick)
        return self._event(when.edtf), told(when)

    def action_save(self) -> None:
        """Add it; with an empty date it is undated."""
        if not (self._headline.value.strip() or self._passage):
            self.say("✗ say what happened first, or esc to leave", "$text-error")
        elif not self._input.value.strip():
            self.dismiss(self._event(""))
        elif self._read_as is not None:
            self.dismiss(self._event(self._read_as.date))
        else:
            super().action_save()

    def _event(self, date: str) -> EventByHand:
        title = self._headline.value.strip() or " ".join(self._passage.split())
        return EventByHand(
            title=title, date=date, article=self._article.id if self._article else "", passage=self._passage
        )
