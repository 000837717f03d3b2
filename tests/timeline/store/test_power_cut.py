"""Whatever a kill or a power cut leaves, at any step of writing, is opened, with all that was acknowledged."""

import errno
import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from tests.timeline.builders import reading
from tests.timeline.store.cutting import Cuts, cut_while_noting
from timeline.edits import EditKind
from timeline.store import Store, StoreError
from timeline.store.backups import backup, restore
from timeline.store.kept import kept_states


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "disk"
    folder.mkdir()
    return folder


@pytest.mark.parametrize("seed", range(4))
def test_notes_that_were_acknowledged_are_there(folder: Path, monkeypatch: pytest.MonkeyPatch, seed: int) -> None:
    cuts = cut_while_noting(folder, monkeypatch, seed)
    assert cuts.failures == []
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
    assert cuts.failures == []
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
    assert cuts.failures == []
    assert cuts.looks > 60


def _unsupported(*_: Any, **__: Any) -> None:
    raise OSError(errno.EPERM, os.strerror(errno.EPERM))
