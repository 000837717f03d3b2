"""A way through the app in three minutes: what one could do next, which a person does with their own keys."""

import re
from collections.abc import Callable, Sequence
from typing import ClassVar, NamedTuple, cast

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.css.query import NoMatches
from textual.widgets import Static

from timeline.edits import EditKind
from tui.actions import BY_BINDING
from tui.app import DatelineApp
from tui.screens.article import ArticleScreen
from tui.screens.events import EventsScreen
from tui.screens.history import HistoryScreen
from tui.screens.keys import KeysDialog
from tui.screens.review import ReviewScreen
from tui.screens.view import View
from tui.widgets.status_line import Level, Report

LOOK = 0.2
"""Seconds after which it is looked again whether a step was done."""
_KEY = re.compile(r"\{(\w+\.\w+)\}")


class Step(NamedTuple):
    """Something to do."""

    says: str
    """With the name of a binding in braces for its key."""
    is_done: Callable[[DatelineApp], bool]

    @property
    def told(self) -> Content:
        """What to do, with the keys as they are with this person."""
        parts = _KEY.split(self.says)
        shown = [(BY_BINDING[part].key, "bold $text-accent") if at % 2 else (part, "") for at, part in enumerate(parts)]
        return Content.assemble(*shown)


def _timeline(app: DatelineApp) -> EventsScreen | None:
    screen = app.screen
    return screen if isinstance(screen, EventsScreen) and not isinstance(screen, ReviewScreen) else None


def _went_down(app: DatelineApp) -> bool:
    return (screen := _timeline(app)) is not None and screen.events.cursor >= 3


def _reads(app: DatelineApp) -> bool:
    return isinstance(app.screen, ArticleScreen)


def _steps_on(app: DatelineApp) -> bool:
    screen = app.screen
    if not isinstance(screen, ArticleScreen) or (current := screen.pane.current) is None:
        return False
    return current is not screen.pane.assertions[0] and current.event != screen.pane.opened_at


def _is_back(app: DatelineApp) -> bool:
    return _timeline(app) is not None


def _has_filtered(app: DatelineApp) -> bool:
    return (screen := _timeline(app)) is not None and bool(screen.filter.text) and not screen.filter.is_typed_in


def _has_dated(app: DatelineApp) -> bool:
    return any(edit.kind is EditKind.DATE for edit in app.session.history)


def _has_taken_back(app: DatelineApp) -> bool:
    return any(edit.undone for edit in app.session.history)


def _shows_an_actor(app: DatelineApp) -> bool:
    return (screen := _timeline(app)) is not None and "actor:" in screen.filter.text


def _is_unfiltered(app: DatelineApp) -> bool:
    return (screen := _timeline(app)) is not None and not screen.filter.text


def _has_reviewed(app: DatelineApp) -> bool:
    return any(edit.kind is EditKind.REVIEW and not edit.undone for edit in app.session.history)


STEPS: Sequence[Step] = (
    Step(
        "What the articles tell, in order of time; beside or below, why it has this date and who says so. "
        "Go down a few lines: {motion.down}, and up: {motion.up}",
        _went_down,
    ),
    Step("Each line leads back to its sentence. {timeline.article} opens the article there", _reads),
    Step("All its events are bold, its times and who is quoted coloured. {article.next_event} steps on", _steps_on),
    Step("h or ← goes back to the list", _is_back),
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
        lambda app: isinstance(app.screen, HistoryScreen),
    ),
    Step("{app.keys} lists every key, what can be done here first", lambda app: isinstance(app.screen, KeysDialog)),
)


class TourLine(Static):
    """What to do next, above the status line."""

    DEFAULT_CSS = """
    TourLine { height: auto; padding: 0 1; background: $primary-muted; color: $text; }
    """

    def __init__(self) -> None:
        super().__init__(markup=False)


class TourApp(DatelineApp):
    """The app, with a tour through it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave_tour", "Leave the tour", show=False, priority=True)
    ]
    at = 0
    """The step that is to be done."""

    @property
    def is_over(self) -> bool:
        """Whether the last step was done, or the person left."""
        return self.at >= len(STEPS)

    def on_mount(self) -> None:
        """Begin."""
        self.set_interval(LOOK, self.look)

    def look(self) -> None:
        """Go on if the step was done, and show what to do now on the screen that is in view."""
        if self.is_over or not self.screen_stack or not self.session.is_open:
            return
        if STEPS[self.at].is_done(self):
            self._go_on()
        self._paint()

    def _go_on(self) -> None:
        self.at += 1
        if self.is_over:
            self.tell(Report("that was the tour: i reads articles of your own, x writes a file", Level.DONE))

    def _paint(self) -> None:
        for screen in self.screen_stack:
            if isinstance(screen, View) and screen.status.is_mounted:
                line = _line_of(screen)
                line.display = not self.is_over
                if not self.is_over:
                    step = (f"{self.at + 1} of {len(STEPS)}  ", "$secondary")
                    line.update(Content.assemble(step, STEPS[self.at].told, ("   esc leaves the tour", "$secondary")))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Once it is over, esc is what it is without it."""
        return not (action == "leave_tour" and self.is_over) and super().check_action(action, parameters)

    def action_leave_tour(self) -> None:
        """Go on without it."""
        self.at = len(STEPS)
        self._paint()
        self.tell(Report("you left the tour; ? lists every key"))


def _line_of(screen: View) -> TourLine:
    try:
        return screen.query_one(TourLine)
    except NoMatches:
        line = TourLine()
        screen.mount(line, before=cast("Static", screen.status))
        return line
