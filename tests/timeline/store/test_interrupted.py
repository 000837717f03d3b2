"""An interrupt, which may come before any line: what was acknowledged is kept, in the files that it belongs in."""

import sys
from itertools import count
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from tests.timeline.builders import reading
from timeline.edits import EditKind
from timeline.store import Store, open_files

STORY = reading("Silva defected Saturday.", "Guaido spoke Friday.")
EVENT = STORY.events[0].id
FOLDER = str(Path(open_files.__file__).parent)
ALIKE = 2
"""So many times a line is interrupted at most: what a loop does is the same each time."""


class Interrupt:
    """Comes before one of the lines of the store that are run, the `number`th of those that are not run too often."""

    def __init__(self, number: int) -> None:
        self._left = number
        self._runs: dict[tuple[str, int], int] = {}
        self.came = False

    def __enter__(self) -> None:
        sys.settrace(self._called)

    def __exit__(self, *_: object) -> None:
        sys.settrace(None)

    def _called(self, frame: FrameType, _: str, __: Any) -> Any:
        return self._run if frame.f_code.co_filename.startswith(FOLDER) else None

    def _run(self, frame: FrameType, event: str, _: Any) -> Any:
        if event == "line" and not self.came:
            line = frame.f_code.co_filename, frame.f_lineno
            self._runs[line] = self._runs.get(line, 0) + 1
            self._left -= self._runs[line] <= ALIKE
            if self._left < 0:
                self.came = True
                raise KeyboardInterrupt
        return self._run


def work(path: Path, interrupt: Interrupt, acknowledged: list[str]) -> None:
    """Correct an event three times, interrupted once, and leave the timeline in order as a command does."""
    store = Store.open(path)
    try:
        with interrupt:
            for text in ("one", "two"):
                store.edit(EditKind.NOTE, EVENT, text)
                acknowledged.append(text)
    except KeyboardInterrupt:
        store.edit(EditKind.NOTE, EVENT, "after it")
        acknowledged.append("after it")
    finally:
        store.close()


# What is interrupted as it is opened is closed when it is found to be garbage.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("limit", [1, 16_000_000], ids=["compacted after each", "one journal"])
def test_an_interrupt_before_any_line_loses_nothing_and_leaves_one_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: int
) -> None:
    monkeypatch.setattr(open_files, "_JOURNAL_LIMIT", limit)
    begun = tmp_path / "begun.json"
    with Store.open(begun) as store:
        store.add(STORY)
    for number in count():
        path = tmp_path / str(number) / "story.json"
        path.parent.mkdir()
        path.write_bytes(begun.read_bytes())
        interrupt, acknowledged = Interrupt(number), list[str]()
        work(path, interrupt, acknowledged)
        assert {one.name for one in path.parent.iterdir()} <= {"story.json", "story.json.kept"}, number
        with Store.open(path, read_only=True) as store:
            assert not store.notices, number
            kept = [edit.value for edit in store.history()]
        assert [text for text in kept if text in acknowledged] == acknowledged, number
        if not interrupt.came:
            return
