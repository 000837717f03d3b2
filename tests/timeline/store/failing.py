"""A disk that fails at any one step, or a signal that comes then, while a timeline is worked on."""

import errno
import io
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.timeline.builders import reading
from timeline.edits import EditKind
from timeline.store import Store, StoreError

STORY = reading("Silva defected Saturday.", "Guaido spoke Friday.")
EVENT = STORY.events[0].id


def eio() -> BaseException:
    return OSError(errno.EIO, os.strerror(errno.EIO))


def enospc() -> BaseException:
    return OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def interrupt() -> BaseException:
    """What SIGINT makes of the call that it comes in."""
    return KeyboardInterrupt()


class Faults:
    """Lets so many calls to the file system through, fails the next `length`, and lets the rest through."""

    def __init__(self, patch: pytest.MonkeyPatch, length: int, error: Callable[[], BaseException] = eio) -> None:
        self._length = length
        self._error = error
        self._calls = 0
        self._first: int | None = None
        for place, name in (
            (os, "fsync"),
            (os, "fchmod"),
            (os, "open"),
            (os, "link"),
            (Path, "open"),
            (Path, "replace"),
            (Path, "unlink"),
        ):
            patch.setattr(place, name, self._failing(getattr(place, name)))
        patch.setattr("timeline.store.disk.os.fdopen", self._opened)

    def begin(self, after: int) -> None:
        self._calls, self._first = 0, after

    def end(self) -> bool:
        """Fail no more; whether a call was failed."""
        first, self._first = self._first, None
        return first is not None and self._calls > first

    def fail_if_due(self) -> None:
        if self._first is not None:
            self._calls += 1
            if self._first < self._calls <= self._first + self._length:
                raise self._error()

    def _failing(self, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any, **options: Any) -> Any:
            self.fail_if_due()
            return real(*arguments, **options)

        return call

    def _opened(self, descriptor: int, mode: str, buffering: int = -1) -> Any:
        raw = _File(descriptor, mode, self)
        return raw if buffering == 0 else io.BufferedReader(raw)


class _File(io.FileIO):
    """One in which half of what is written may come to the disk before the rest fails."""

    def __init__(self, descriptor: int, mode: str, faults: Faults) -> None:
        super().__init__(descriptor, mode)
        self._faults = faults

    def write(self, content: Any) -> int:
        try:
            self._faults.fail_if_due()
        except BaseException:
            super().write(bytes(content)[: len(content) // 2])
            raise
        return super().write(content)


def worked(path: Path, faults: Faults, after: int) -> tuple[dict[int, str], bool]:
    """The notes that were acknowledged by number, and whether the disk failed a step meanwhile."""
    store = Store.open(path)
    store.add(STORY)
    acknowledged: dict[int, str] = {}
    faults.begin(after)
    for number in range(6):
        try:
            edit = store.edit(EditKind.NOTE, EVENT, f"note {number}")
        except (StoreError, KeyboardInterrupt):
            continue
        acknowledged[edit.number] = edit.value
    failed = faults.end()
    store._files.storage.close()  # killed: nothing is put in order
    assert store._files.lock
    store._files.lock.release()
    return acknowledged, failed


def kept(path: Path) -> dict[int, str]:
    """The notes that are there when it is opened again, by number."""
    with Store.open(path, read_only=True) as store:
        return {edit.number: edit.value for edit in store.history()}
