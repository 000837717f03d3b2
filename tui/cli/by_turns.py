"""A timeline that is written to by turns: others may read and change it while articles are read for it."""

import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from timeline.inert import one_line
from tui.cli.console import fail
from tui.cli.options import opened_store, telling_failures
from tui.cli.waiting import tell_who_writes, when_free

if TYPE_CHECKING:
    from timeline.store import Store

_PAUSE = 1.0
"""Seconds at least between two turns."""
_SHARE = 9
"""So many times as long as a turn took the next one is waited for: it may be one in a long timeline."""


class ByTurns:
    """A timeline as it was at the end of the last turn; nobody holds it between two of them."""

    def __init__(self, given: Path | None) -> None:
        """For `by_turns`."""
        self._given = given
        self.store: Store = opened_store(given, new=True)
        self.store.rest()
        self._due = time.monotonic() + _PAUSE
        self._is_cut_short = False
        """Whether a turn was, so that files may say more than memory."""
        self._is_told = False
        """Whether it was told that another turn has to wait."""

    def tell_who_writes(self) -> None:
        """Tell once, until the next turn, for whom it waits: what is read without an end would else wait unheard."""
        if not self._is_told:
            self._is_told = True
            tell_who_writes(self.store.path, "what is read is not kept yet: waiting")

    @property
    def is_due(self) -> bool:
        """Whether it is time for the next one."""
        return time.monotonic() >= self._due

    @contextmanager
    def turn(self, *, waits: bool) -> Iterator["Store"]:
        """Hold the timeline as it is now. If somebody else does, wait until they have ended, whoever it is, or don't.

        Raises:
            BusyError: somebody else has it, and this is not to wait.
        """
        began = time.monotonic()
        self._hold(waits=waits)
        self._is_told, self._is_cut_short = False, True
        try:
            with telling_failures():
                yield self.store
            self._is_cut_short = False
        finally:
            self.store.rest()
        ended = time.monotonic()
        self._due = ended + max(_PAUSE, _SHARE * (ended - began))

    def _hold(self, *, waits: bool) -> None:
        from timeline.store.locking import BusyError

        with telling_failures(but=() if waits else BusyError):
            resume = self.store.resume
            is_as_it_was = when_free(self.store.path, resume, for_ever=True) if waits else resume()
        if not is_as_it_was or self._is_cut_short:
            self.store.rest()
            self.store.leave()
            self.store = opened_store(self._given, new=True, for_ever=True)
            self._is_cut_short = False

    def end(self) -> None:
        """Leave the timeline as one file, unless somebody else has it: they have seen to that."""
        from timeline.store.locking import BusyError

        with telling_failures(), suppress(BusyError):
            if self.store.resume():
                self.store.close()
        self.store.leave()
        if self.store.rescued:
            raise fail(one_line(f"{self.store.rescued}. {self.store.way_back}"))


@contextmanager
def by_turns(given: Path | None) -> Iterator[ByTurns]:
    """The timeline, made if it is new; ends the command with a word if it can't be used."""
    turns = ByTurns(given)
    try:
        yield turns
    finally:
        turns.end()
