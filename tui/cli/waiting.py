"""Waiting for another dateline that writes to the timeline: an `add` is over soon, and two are started at once."""

import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from timeline.inert import one_line
from tui.cli.console import tell

if TYPE_CHECKING:
    from timeline.store import Store

PATIENCE = 5.0
"""Seconds; a longer wait is for the person to decide."""
_BETWEEN = 0.1
_SHOWN = 3
"""Words of a command."""


def when_free(path: Path, open_: "Callable[[], Store]") -> "Store":
    """The timeline at `path`, as soon as nobody else writes to it; told whom it waits for.

    Raises:
        StoreError: it cannot be opened, or somebody writes to it all that time.
    """
    from timeline.store.locking import BusyError

    until, who = time.monotonic() + PATIENCE, ""
    while True:
        try:
            return open_()
        except BusyError as busy:
            if time.monotonic() >= until:
                raise BusyError(f"{busy}{f' ({who})' if who else ''}") from None
            if not who:
                who = writer_of(path) or "which one can't be told"
                tell(one_line(f"waiting up to {PATIENCE:g} seconds for another dateline that writes to {path} ({who})"))
            time.sleep(_BETWEEN)


def writer_of(path: Path) -> str:
    """The process that holds the lock of a timeline, with its command; empty where the system doesn't tell."""
    import psutil

    from timeline.store.files import lock_of

    lock = str(lock_of(path).resolve())
    for process in psutil.process_iter():
        with suppress(psutil.Error, OSError):
            if any(each.path == lock for each in process.open_files()):
                return f"process {process.pid}: {_command(process.cmdline())}"
    return ""


def _command(words: list[str]) -> str:
    named = [Path(word).name for word in words[:1]] + words[1:]
    if len(named) > 1 and named[0].startswith("python"):
        named = [Path(named[1]).name, *named[2:]]
    return " ".join(named[:_SHOWN])
