"""What all full screens share: a way to the app's timeline, and a line that tells what was done."""

from typing import cast

from textual.await_complete import AwaitComplete
from textual.screen import Screen

from timeline.collection import Timeline
from tui.density import Window, counted, dense_still
from tui.host import Host
from tui.session import Session
from tui.widgets.hints import Hints
from tui.widgets.status_line import Report, StatusLine

WIDE = 100
"""From so many columns on the page stands beside the list, and is shown in full."""


class View(Screen[None]):
    """A screen that shows the timeline and follows its changes."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: Timeline | None = None
        self._is_left = False
        self._story: tuple[Timeline, Window | None] | None = None
        self.status = StatusLine()

    @property
    def host(self) -> Host:
        """The app."""
        return cast("Host", self.app)

    @property
    def session(self) -> Session:
        """The open timeline file."""
        return self.host.session

    @property
    def timeline(self) -> Timeline:
        """What is in it now."""
        return self.host.session.timeline

    @property
    def story(self) -> Window | None:
        """The days that most of the timeline lies in; found once for each state of it."""
        if self._story is None or self._story[0] is not self.timeline:
            before = self._story[1] if self._story is not None else None
            self._story = self.timeline, dense_still(before, counted(self.timeline.entries))
        return self._story[1]

    @property
    def plain(self) -> bool:
        """Whether marks must be written, because there is no colour."""
        return self.app.no_color

    def hints(self) -> Hints:
        """The footer: where nothing can be changed it offers nothing that would."""
        return Hints(lambda: bool(self.session.read_only))

    def on_mount(self) -> None:
        """Follow what the app tells."""
        self.watch(self.app, "report", self._on_report)
        self.watch(self.app, "progress", self._on_progress)
        self.sync()

    def on_screen_resume(self) -> None:
        """Catch up with what changed meanwhile."""
        self.sync()

    def dismiss(self, result: None = None) -> AwaitComplete:
        """Close, once, and only where it is on top: else Textual would close what is."""
        if self._is_left or self.app.screen_stack[-1:] != [self]:
            return AwaitComplete()
        self._is_left = True
        return super().dismiss(result)

    def sync(self) -> None:
        """Show the timeline as it is now, if there is one and it is not what is shown."""
        timeline = self.timeline
        if self.session.has_lines and timeline is not self._shown and self.is_mounted:
            self._shown = timeline
            self.show_timeline()

    def show_timeline(self) -> None:
        """Show another state of the timeline; for subclasses."""

    def _on_report(self, report: Report) -> None:
        self.status.report = report

    def _on_progress(self, progress: str) -> None:
        self.status.progress = progress
