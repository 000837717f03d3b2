"""A disk that fails at any one step, with a timeline that is worked on and opened again."""

import errno
import os
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from tests.timeline.builders import reading
from timeline.edits import EditKind
from timeline.store import Store, StoreError
from timeline.store import store as store_module

STORY = reading("Silva defected Saturday.", "Guaido spoke Friday.")
EVENT = STORY.events[0].id


class Faults:
    """Lets so many calls to the file system through, fails the next `length`, and lets the rest through."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, length: int) -> None:
        self._length = length
        self._calls = 0
        self._first: int | None = None
        for place, name in (
            (os, "fsync"),
            (os, "fchmod"),
            (os, "open"),
            (Path, "open"),
            (Path, "replace"),
            (Path, "unlink"),
        ):
            monkeypatch.setattr(place, name, self._failing(getattr(place, name)))

    def begin(self, after: int) -> None:
        self._calls, self._first = 0, after

    def end(self) -> bool:
        """Fail no more; whether a call was failed."""
        first, self._first = self._first, None
        return first is not None and self._calls > first

    def _failing(self, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any, **options: Any) -> Any:
            if self._first is not None:
                self._calls += 1
                if self._first < self._calls <= self._first + self._length:
                    raise OSError(errno.EIO, os.strerror(errno.EIO))
            return real(*arguments, **options)

        return call


def worked(path: Path, faults: Faults, after: int) -> tuple[dict[int, str], bool]:
    """The notes that were acknowledged by number, and whether the disk failed a step meanwhile."""
    store = Store.open(path)
    store.add(STORY)
    acknowledged: dict[int, str] = {}
    faults.begin(after)
    for number in range(6):
        try:
            edit = store.edit(EditKind.NOTE, EVENT, f"note {number}")
        except StoreError:
            continue
        acknowledged[edit.number] = edit.value
    failed = faults.end()
    store._storage.close()  # killed: nothing is put in order
    assert store._lock
    store._lock.release()
    return acknowledged, failed


@pytest.mark.parametrize("length", [1, 2, 3])
@pytest.mark.parametrize("limit", [1, 400])
def test_what_was_acknowledged_is_there_whichever_step_failed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, length: int, limit: int
) -> None:
    monkeypatch.setattr(store_module, "_JOURNAL_LIMIT", limit)
    faults = Faults(monkeypatch, length)
    for after in count():
        path = tmp_path / f"{after}.json"
        acknowledged, failed = worked(path, faults, after)
        with Store.open(path, read_only=True) as store:
            kept = {edit.number: edit.value for edit in store.history()}
        assert acknowledged.items() <= kept.items(), f"lost after failing call {after}"
        if not failed:
            break
        assert len(acknowledged) >= 5 or length > 1, f"refused too much after failing call {after}"
    assert after > 20
