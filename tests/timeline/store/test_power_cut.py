"""Whatever a kill or a power cut leaves, at any step of writing, is opened, with all that was acknowledged."""

import shutil
from pathlib import Path
from random import Random

import pytest

from tests.timeline.store.power import Disk
from timeline.store import storage
from timeline.store.journal import Change
from timeline.store.storage import JournaledStorage

LENGTHS = (1, 30, 100, 200, 300, 330, 360, 400, 500, 1_000, 9_000)
"""Of notes: with some of them an end would lie in two blocks."""


class Cuts:
    """Looks after each step at what a kill and power cuts leave, and holds it against what was acknowledged."""

    def __init__(self, folder: Path, patch: pytest.MonkeyPatch, seed: int, cuts: int) -> None:
        patch.setattr(storage, "_PAUSE", 0)
        self._left = folder.with_name("left")
        self._chance, self._cuts = Random(seed), cuts
        self.made: list[str] = []
        self.acknowledged = 0
        """So many of them surely are there."""
        self.looks = 0
        self._disk = Disk(folder, patch)
        self._disk.watch(self._look)

    def note(self, storage: JournaledStorage, text: str) -> None:
        self.made.append(text)
        storage.append(Change(put={"notes": {f"{len(self.made):04}": {"text": text}}}))
        self.acknowledged = len(self.made)

    def _look(self) -> None:
        for number in range(1 + self._cuts):
            self._left.mkdir()
            if number:
                self._disk.after_power_cut(self._left, self._chance)
            else:
                self._disk.after_kill(self._left)
            self._check(self._left / "story.json")
            shutil.rmtree(self._left)
            self.looks += 1

    def _check(self, path: Path) -> None:
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
    cuts = Cuts(folder, monkeypatch, seed, cuts=4)
    chance = Random(seed)
    for number in range(21):
        if number % 7 == 0:
            there = JournaledStorage(folder / "story.json")
        cuts.note(there, f"{number} " + "x" * chance.choice(LENGTHS))
        if number % 7 == 4:
            there.compact()
        if number % 7 == 6:
            there.close()
    assert cuts.looks > 400
