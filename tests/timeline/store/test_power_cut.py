"""Whatever a kill or a power cut leaves, at any step of writing, is opened, with all that was acknowledged."""

import errno
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from random import Random
from typing import Any

import pytest

from tests.timeline.builders import reading
from tests.timeline.store.power import Disk
from timeline.edits import EditKind
from timeline.store import Store, StoreError, storage
from timeline.store.backups import backup, restore
from timeline.store.journal import Change
from timeline.store.kept import kept_states
from timeline.store.storage import JournaledStorage

LENGTHS = (1, 30, 100, 200, 300, 330, 360, 400, 500, 1_000, 9_000)
"""Of notes: with some of them an end would lie in two blocks."""


class Cuts:
    """Looks after each step at what a kill and power cuts leave."""

    def __init__(self, folder: Path, patch: pytest.MonkeyPatch, seed: int, check: Callable[[Path], None]) -> None:
        patch.setattr(storage, "_PAUSE", 0)
        self._left, self._check = folder.with_name("left"), check
        self._chance = Random(seed)
        self.looks = 0
        self._disk = Disk(folder, patch)
        self._disk.watch(self._look)

    def _look(self) -> None:
        for number in range(5):
            self._left.mkdir()
            if number:
                self._disk.after_power_cut(self._left, self._chance)
            else:
                self._disk.after_kill(self._left)
            self._check(self._left / "story.json")
            shutil.rmtree(self._left)
            self.looks += 1


class Notes:
    """Those that are made, held against those that are there."""

    def __init__(self) -> None:
        self.made: list[str] = []
        self.acknowledged = 0
        """So many of them surely are there."""

    def note(self, storage: JournaledStorage, text: str) -> None:
        self.made.append(text)
        storage.append(Change(put={"notes": {f"{len(self.made):04}": {"text": text}}}))
        self.acknowledged = len(self.made)

    def check(self, path: Path) -> None:
        there = JournaledStorage(path)
        tables = there.read() or {}
        notes = [row["text"] for _, row in sorted(tables.get("notes", {}).items())]
        assert len(notes) >= self.acknowledged
        assert notes == self.made[: len(notes)]
        there.compact()
        assert {**(there.read() or {}), "meta": 0} == {**tables, "meta": 0}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "disk"
    folder.mkdir()
    return folder


@pytest.mark.parametrize("seed", range(4))
def test_notes_that_were_acknowledged_are_there(folder: Path, monkeypatch: pytest.MonkeyPatch, seed: int) -> None:
    notes = Notes()
    cuts = Cuts(folder, monkeypatch, seed, notes.check)
    chance = Random(seed)
    for number in range(21):
        if number % 7 == 0:
            there = JournaledStorage(folder / "story.json")
        notes.note(there, f"{number} " + "x" * chance.choice(LENGTHS))
        if number % 7 == 4:
            there.compact()
        if number % 7 == 6:
            there.close()
    assert cuts.looks > 400


STORY = reading("Silva defected Saturday.", "Guaido spoke Friday.")
OLD, NEW = ["one"], ["one", "two", "three"]


def noted(path: Path, *notes: str, is_killed: bool = False) -> None:
    store = Store.open(path)
    store.add(STORY)
    for note in notes:
        store.edit(EditKind.NOTE, STORY.events[0].id, note)
    if is_killed:
        store._files.storage.close()
        store._files.let_go()
    else:
        store.close()


def states(folder: Path) -> Iterator[list[str]]:
    """The notes in each timeline of a folder that can be opened."""
    for journal in folder.glob("*.rescued-?.journal"):
        journal.rename(journal.with_name(f"{journal.stem}.json.journal"))
    for path in sorted(folder.glob("*.json")):
        with suppress(StoreError), Store.open(path, read_only=True) as store:
            yield [edit.value for edit in store.history()]


@pytest.mark.parametrize("is_killed", [False, True])
@pytest.mark.parametrize("links", [False, True])
def test_no_state_is_gone_while_an_earlier_one_is_put_in_its_place(
    folder: Path, monkeypatch: pytest.MonkeyPatch, *, links: bool, is_killed: bool
) -> None:
    path = folder / "story.json"
    noted(path, "one")
    earlier = folder / "earlier.json"
    backup(path, earlier)
    noted(path, "two", "three", is_killed=is_killed)
    if not links:
        monkeypatch.setattr(os, "link", _unsupported)

    def check(left: Path) -> None:
        with Store.open(left, read_only=True) as store:
            assert [edit.value for edit in store.history()] in (OLD, NEW)
        found = list(states(left.parent))
        assert NEW in found

    cuts = Cuts(folder, monkeypatch, 14, check)
    restore(path, earlier)
    assert cuts.looks > 30


@pytest.mark.parametrize("links", [False, True])
def test_a_kept_state_is_whole_or_the_one_before(folder: Path, monkeypatch: pytest.MonkeyPatch, *, links: bool) -> None:
    path = folder / "story.json"
    noted(path, "one")
    noted(path, "two")
    if not links:
        monkeypatch.setattr(os, "link", _unsupported)

    def check(left: Path) -> None:
        for kept in kept_states(left):
            with Store.open(kept, read_only=True) as store:
                assert [edit.value for edit in store.history()] in (["one"], ["one", "two"])

    cuts = Cuts(folder, monkeypatch, 14, check)
    noted(path, "three")
    assert cuts.looks > 60


def _unsupported(*_: Any, **__: Any) -> None:
    raise OSError(errno.EPERM, os.strerror(errno.EPERM))
