"""Killing a process that changes a timeline, and looking at what it leaves."""

import multiprocessing
import signal
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path

from tests.timeline.store import every_kind, two_people, writer
from timeline.store import Store

Said = list[tuple[str, str | int]]
Work = Callable[[Path, int, Connection], None]
"""What a process does to a timeline, the number of the first thing, and where it says what it did."""


def killed(path: Path, first: int, after: int, delay: float, work: Work = writer.write) -> Said:
    """What a writer said it did until it was killed, so many changes and a moment after it began."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([writer.__name__, two_people.__name__, every_kind.__name__])
    ear, mouth = context.Pipe(duplex=False)
    process = context.Process(target=work, args=(path, first, mouth))
    process.start()
    mouth.close()
    said = [ear.recv() for _ in range(after)]
    process.join(delay)
    process.kill()
    process.join()
    assert process.exitcode == -signal.SIGKILL
    with suppress(EOFError):
        while True:
            said.append(ear.recv())
    ear.close()
    process.close()
    return said


def assert_all_is_there(path: Path, said: Said, before: int = 0) -> None:
    """All that was said to be done is, and the timeline is whole; it had that many edits before."""
    with Store.open(path, read_only=True) as store:
        timeline, undone = store.timeline, {edit.number: edit.undone for edit in store.history()}
    assert {which for kind, which in said if kind == "article"} <= timeline.articles.keys()
    assert {which for kind, which in said if kind == "edit"} <= undone.keys()
    assert all(undone[int(which)] for kind, which in said if kind == "undone")
    assert len(timeline.entries) == 2 * len(timeline.articles)
    assert list(undone) == list(range(1, len(undone) + 1))
    assert len(undone) >= before
    assert timeline.orphans == ()
