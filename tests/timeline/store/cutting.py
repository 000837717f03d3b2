"""Power cuts at each step of work on a timeline, and what of it must be there after each of them."""

import shutil
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from tests.timeline.store.power import Disk
from timeline.store import StoreError, storage
from timeline.store.journal import Change
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
        self.failures: list[str] = []
        """What did not hold after one."""
        self._disk = Disk(folder, patch)
        self._disk.watch(self._look)

    def _look(self) -> None:
        for number in range(5):
            self._left.mkdir()
            if number:
                self._disk.after_power_cut(self._left, self._chance)
            else:
                self._disk.after_kill(self._left)
            try:
                self._check(self._left / "story.json")
            except (AssertionError, StoreError) as error:
                self.failures.append(f"{type(error).__name__}: {error}")
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


def cut_while_noting(folder: Path, patch: pytest.MonkeyPatch, seed: int) -> Cuts:
    """Three sessions of notes of many lengths, one of which is killed; nothing is lost, nor called damaged."""
    notes = Notes()
    cuts = Cuts(folder, patch, seed, notes.check)
    chance = Random(seed)
    for number in range(21):
        if number % 7 == 0:
            there = JournaledStorage(folder / "story.json")
        notes.note(there, f"{number} " + "x" * chance.choice(LENGTHS))
        if number % 7 == 4:
            there.compact()
        if number % 7 == 6:
            there.close()
    return cuts
