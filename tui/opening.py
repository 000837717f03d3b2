"""Opening a timeline while the app is looked at: its first lines, all of it, and what others write to it meanwhile."""

import time
from collections.abc import Callable
from typing import NamedTuple

from textual.app import App

from timeline.counts import counted
from timeline.store import StoreError
from tui.session import Session
from tui.settling import settle
from tui.widgets.status_line import Level, Report

PAINTED = 0.02
"""Seconds after which the first lines of a long timeline are on the screen."""
CHECKED, PAUSE = 0.008, 0.004
"""Seconds for which a long timeline is checked at a time, and between them, so that a key is answered as ever."""
FOLLOW = 0.5
"""Seconds after which an app that only reads looks whether another process has written."""

TAKEN_OVER = "the other dateline is closed: you can make changes here now"


class Shown(NamedTuple):
    """How the person sees what is opened."""

    tell: Callable[[Report], None]
    sync: Callable[[], None]
    """Have every screen in view show the timeline as it is now."""


class Opening:
    """Opens the timeline of one app."""

    def __init__(
        self, app: App[StoreError], session: Session, shown: Shown, faults: Report, *, tells_arrivals: bool
    ) -> None:
        """Be ready to open it.

        Args:
            app: the app, which waits and ends.
            session: its timeline.
            shown: how the person sees it.
            faults: what they should be told at first.
            tells_arrivals: whether they are told what came in while they were away.
        """
        self._app, self._session, self._shown = app, session, shown
        self._faults, self._tells_arrivals = faults, tells_arrivals

    def begin(self) -> None:
        """Open a long timeline, and say so if nothing can be changed."""
        if self._session.is_open:
            self._tell_how_found()
        else:
            self._shown.tell(Report(f"opening {self._session.path.name}…"))
            self._app.screen.call_after_refresh(self._glimpse)

    def _glimpse(self) -> None:
        """Show the first lines of a long timeline, to be read while all of it is; keys wait until that is done."""
        if self._session.glimpse():
            self._shown.sync()
            self._app.set_timer(PAINTED, self._open)
        else:
            self._open()

    def _open(self) -> None:
        try:
            self._session.open(unread=True)
        except StoreError as refused:
            self._app.exit(refused)
            return
        self._shown.tell(Report(""))
        self._shown.sync()
        self._tell_how_found()

    def _check(self) -> None:
        """Read and check a little of what was not looked at yet, and go on with that until all is."""
        try:
            is_checked = self._session.check(CHECKED)
        except StoreError as refused:
            self._app.exit(refused)
            return
        if is_checked:
            settle()
        else:
            self._app.set_timer(PAUSE, self._check)

    def _tell_how_found(self) -> None:
        settle()
        self._check()
        if self._session.read_only:
            self._shown.tell(Report(f"read-only: {self._session.read_only}", Level.WARNING))
            self._app.set_timer(FOLLOW, self._follow)
        elif self._session.notices:
            self._shown.tell(Report("; ".join(self._session.notices), Level.WARNING))
        elif self._faults.says:
            self._shown.tell(self._faults)
        elif self._tells_arrivals:
            self._app.screen.call_after_refresh(self._tell_arrivals)

    def _tell_arrivals(self) -> None:
        """Say what came in while the person was away."""
        from tui.arrivals import known  # noqa: PLC0415

        if came := known(self._session.path).since_left(self._session.timeline.articles.keys()):
            says = f"{counted(len(came), 'article')} came in since you were here"
            self._shown.tell(Report(says, hint="is:new lists what is told there"))

    def _follow(self) -> None:
        """Show what another process writes meanwhile, and look again later: much later where looking takes long.

        When it has ended, this one may write, and says so.
        """
        began = time.monotonic()
        if self._session.take_over():
            self._shown.sync()
            self._app.refresh_bindings()  # the hints have keys now that change something
            self._shown.tell(Report("; ".join((TAKEN_OVER, *self._session.notices)), Level.DONE))
            self._check()
            return
        if self._session.follow():
            self._shown.sync()
            self._check()
        self._app.set_timer(FOLLOW + 10 * (time.monotonic() - began), self._follow)
