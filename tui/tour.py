"""A way through the app in three minutes: what one could do next, which a person does with their own keys."""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple, Protocol, cast

from textual.content import Content
from textual.css.query import NoMatches
from textual.screen import Screen
from textual.widgets import Static

from timeline.edits import EditKind
from tui.actions import BY_BINDING
from tui.host import Host
from tui.screens.article import ArticleScreen
from tui.screens.browse import BrowseScreen
from tui.screens.events import EventsScreen
from tui.screens.history import HistoryScreen
from tui.screens.keys import KeysDialog
from tui.screens.review import ReviewScreen
from tui.screens.view import View
from tui.widgets.status_line import Level, Report

LOOK = 0.2
"""Seconds after which it is looked again whether a step was done."""
_KEY = re.compile(r"\{(\w+\.\w+)\}")


class Toured(Host, Protocol):
    """The app, as the tour sees it."""

    @property
    def screen(self) -> Screen[object]:
        """What is in view."""

    @property
    def all_screens(self) -> Iterable[Screen[object]]:
        """What is in view, below that, and in other modes."""


class Look(NamedTuple):
    """What is looked at to know whether a step was done."""

    screen: Screen[object]
    edits: Sequence[EditKind]
    """Kinds of the corrections that were made since the tour began, and hold."""
    taken_back: int
    """How many corrections were taken back since then."""


class Step(NamedTuple):
    """Something to do."""

    says: str
    """With the name of a binding in braces for its key."""
    is_done: Callable[[Look], bool]

    @property
    def told(self) -> Content:
        """What to do, with the keys as they are with this person."""
        parts = _KEY.split(self.says)
        shown = [(BY_BINDING[part].key, "bold $text-accent") if at % 2 else (part, "") for at, part in enumerate(parts)]
        return Content.assemble(*shown)


def _timeline(look: Look) -> EventsScreen | None:
    screen = look.screen
    return screen if isinstance(screen, EventsScreen) and not isinstance(screen, ReviewScreen) else None


def _went_down(look: Look) -> bool:
    return (screen := _timeline(look)) is not None and screen.events.cursor >= 3


def _reads(look: Look) -> bool:
    return isinstance(look.screen, ArticleScreen)


def _steps_on(look: Look) -> bool:
    screen = look.screen
    if not isinstance(screen, ArticleScreen) or (current := screen.pane.current) is None:
        return False
    return current is not screen.pane.assertions[0] and current.event != screen.pane.opened_at


def _is_back(look: Look) -> bool:
    return _timeline(look) is not None


def _has_filtered(look: Look) -> bool:
    return (screen := _timeline(look)) is not None and bool(screen.filter.text) and not screen.filter.is_typed_in


def _has_dated(look: Look) -> bool:
    return EditKind.DATE in look.edits


def _has_taken_back(look: Look) -> bool:
    return look.taken_back > 0


def _shows_an_actor(look: Look) -> bool:
    return (screen := _timeline(look)) is not None and "actor:" in screen.filter.text


def _is_unfiltered(look: Look) -> bool:
    return (screen := _timeline(look)) is not None and not screen.filter.text


def _has_reviewed(look: Look) -> bool:
    return EditKind.REVIEW in look.edits


STEPS: Sequence[Step] = (
    Step(
        "What the articles tell, in order of time; beside or below, why it has this date and who says so. "
        "Go down a few lines: {motion.down}, and up: {motion.up}",
        _went_down,
    ),
    Step("Each line leads back to its sentence. {timeline.article} opens the article there", _reads),
    Step("All its events are bold, its times and who is quoted coloured. {article.next_event} steps on", _steps_on),
    Step("esc goes back to the list, as h and ← do", _is_back),
    Step("{browse.filter} narrows the list as you type: a word, such as ferry, then enter", _has_filtered),
    Step(
        "Nobody reads all dates right. {timeline.date} corrects one: type, such as 2 mar 2017 or 2017-03, "
        "see how it is read, enter keeps it",
        _has_dated,
    ),
    Step("{app.undo} takes it back: any correction, on any later day", _has_taken_back),
    Step("{app.actors} shows who takes part, and when; enter lists what somebody did", _shows_an_actor),
    Step("{app.afresh} has all as at first: no filter, nothing folded open", _is_unfiltered),
    Step(
        "{app.review} has what is doubtful, with its sentence: {timeline.accept} if it is right, "
        "{timeline.reject} if it is no event",
        _has_reviewed,
    ),
    Step(
        "{app.history} tells all that was done, by whom and when",
        lambda look: isinstance(look.screen, HistoryScreen),
    ),
    Step("{app.keys} lists every key, what can be done here first", lambda look: isinstance(look.screen, KeysDialog)),
)


class TourLine(Static):
    """What to do next, above the status line."""

    DEFAULT_CSS = """
    TourLine { height: auto; padding: 0 1; background: $primary-muted; color: $text; }
    """

    def __init__(self) -> None:
        super().__init__(markup=False)


class Tour:
    """The way through the app; `look` is to be called again and again."""

    def __init__(self, app: Toured) -> None:
        """Begin with the first step: what was done before it does not count."""
        self._app = app
        self._made = len(app.session.history)
        self._undone = self._count_undone()
        self.at = 0
        """The step that is to be done."""
        self._is_told = False
        """Whether it was said that this was all."""

    @property
    def is_over(self) -> bool:
        """Whether the last step was done, or the person left."""
        return self.at >= len(STEPS)

    @property
    def is_left_by_escape(self) -> bool:
        """Whether esc has nothing else to do: it goes back from a page or an article, and clears a filter."""
        screen = self._app.screen
        return not self.is_over and isinstance(screen, BrowseScreen) and not screen.goes_back

    def look(self) -> None:
        """Go on if the step was done, and show what to do now on the screen that is in view."""
        if self.is_over and not self._is_told and isinstance(self._app.screen, View):
            self._is_told = True  # and no sooner: the last step opens a dialog over the line that tells it
            self._app.tell(Report("that was the tour: i reads articles of your own, x writes a file", Level.DONE))
        if self.is_over or not self._app.session.is_open:
            return
        if STEPS[self.at].is_done(self._seen()):
            self.at += 1
        self._paint()

    def leave(self) -> None:
        """Go on without it."""
        self.at, self._is_told = len(STEPS), True
        self._paint()

    def _seen(self) -> Look:
        history = self._app.session.history
        edits = [edit.kind for edit in history[self._made :] if not edit.undone]
        return Look(self._app.screen, edits, self._count_undone() - self._undone)

    def _count_undone(self) -> int:
        return sum(1 for edit in self._app.session.history if edit.undone)

    def _paint(self) -> None:
        for screen in self._app.all_screens:
            if isinstance(screen, View) and screen.status.is_mounted:
                line = _line_of(screen)
                line.display = not self.is_over
                if not self.is_over:
                    step = (f"{self.at + 1} of {len(STEPS)}  ", "$secondary")
                    leaves = ("   on the list esc leaves the tour", "$secondary")
                    line.update(Content.assemble(step, STEPS[self.at].told, leaves))


def _line_of(screen: View) -> TourLine:
    try:
        return screen.query_one(TourLine)
    except NoMatches:
        line = TourLine()
        screen.mount(line, before=cast("Static", screen.status))
        return line
