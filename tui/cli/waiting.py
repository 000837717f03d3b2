"""Waiting for another dateline that writes to the timeline: as long as a command lives, but not for the app."""

import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from timeline.inert import one_line
from tui.cli.console import tell

if TYPE_CHECKING:
    from psutil import Process

    from timeline.store.locking import BusyError

Opened = TypeVar("Opened")

PATIENCE = 5.0
"""Seconds of waiting for what does not end by itself, and for what nobody knows."""
AGAIN = 30.0
"""Seconds after which it is told again for whom one waits."""
_BETWEEN = 0.1
_SHOWN = 3
"""Words of a command."""

ENDING = frozenset(
    "actor add article attach check edit event import join merge note redo remove repair restore source split tag undo"
    " view".split()
)
"""Commands that write and then end; all others only read, or are the app."""


def when_free(path: Path, open_: Callable[[], Opened], *, for_ever: bool = False) -> Opened:
    """What `open_` gives as soon as nobody else writes to the timeline at `path`; told whom it waits for.

    For a command it waits until that has ended, however long that takes; for everybody if it is to wait `for_ever`.

    Raises:
        StoreError: it cannot be opened, or is being written to by the app, by a command that was stopped, or by nobody
            knows whom.
    """
    from timeline.store.locking import BusyError

    wait = None
    while True:
        try:
            return open_()
        except BusyError as busy:
            wait = wait or _Wait(path, for_ever=for_ever)
            wait.go_on(busy)
            time.sleep(_BETWEEN)


class Writer:
    """A process that holds the lock of a timeline."""

    def __init__(self, process: "Process", words: Sequence[str]) -> None:
        self._process = process
        self._words = _from_program(words)

    @property
    def is_there(self) -> bool:
        """Whether it lives."""
        return self._process.is_running()

    @property
    def ends(self) -> bool:
        """Whether it is a command that is at work."""
        word = next((word for word in self._words[1:] if not word.startswith("-")), "")
        return word in ENDING and not self._is_stopped

    @property
    def told(self) -> str:
        """Which one it is."""
        stopped = ", which is stopped" if self._is_stopped else ""
        return f"process {self._process.pid}: {' '.join(self._words[:_SHOWN])}{stopped}"

    @property
    def _is_stopped(self) -> bool:
        import psutil

        with suppress(psutil.Error, OSError):
            return bool(self._process.status() == psutil.STATUS_STOPPED)
        return False


def writer_of(path: Path) -> Writer | None:
    """Who holds the lock of a timeline; None where the system doesn't tell."""
    import psutil

    from timeline.store.files import lock_of

    lock = str(lock_of(path).resolve())
    for process in psutil.process_iter():
        with suppress(psutil.Error, OSError):
            if any(each.path == lock for each in process.open_files()):
                return Writer(process, process.cmdline())
    return None


class _Wait:
    """One that has begun."""

    def __init__(self, path: Path, *, for_ever: bool) -> None:
        self._path, self._for_ever = path, for_ever
        self._since = self._told = time.monotonic()
        self._until = self._since + PATIENCE
        self._writer = self._who()

    def go_on(self, busy: "BusyError") -> None:
        """Wait on, if there is something to wait for. Raises BusyError."""
        now = time.monotonic()
        if self._writer is not None and not self._writer.is_there:  # another was faster
            self._writer = self._who()
        if self._goes_on:
            self._until = now + PATIENCE
        elif now >= self._until:
            who = f" ({self._writer.told})" if self._writer is not None else ""
            raise type(busy)(f"{busy}{who}") from None
        if now >= self._told + AGAIN:
            self._told = now
            self._tell(f"still waiting, for {now - self._since:.0f} seconds by now,")

    def _who(self) -> Writer | None:
        self._writer = writer_of(self._path)
        self._tell("waiting" if self._goes_on else f"waiting up to {PATIENCE:g} seconds")
        return self._writer

    @property
    def _goes_on(self) -> bool:
        return self._for_ever or (self._writer is not None and self._writer.ends)

    def _tell(self, waiting: str) -> None:
        way = "; ctrl-c ends the wait" if self._goes_on else ""
        tell(_told(waiting, self._path, self._writer) + way)


def tell_who_writes(path: Path, waiting: str) -> None:
    """Tell that something is `waiting` for whoever holds the lock of a timeline, which is not asked for yet."""
    tell(_told(waiting, path, writer_of(path)))


def _told(waiting: str, path: Path, writer: Writer | None) -> str:
    who = writer.told if writer is not None else "which one can't be told"
    return one_line(f"{waiting} for another dateline that writes to {path} ({who})")


def _from_program(words: Sequence[str]) -> list[str]:
    """The words of a command line from the name of the program on, not that of what runs it."""
    named = [Path(word).name for word in words[:1]] + [*words[1:]]
    if len(named) > 1 and named[0].startswith("python"):
        module = named[1] == "-m" and len(named) > 2
        named = [named[2] if module else Path(named[1]).name, *named[3 if module else 2 :]]
    return named
