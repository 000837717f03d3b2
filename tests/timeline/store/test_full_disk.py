import multiprocessing
import resource
import signal
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from tests.timeline.builders import reading
from timeline.edits import EditKind
from timeline.store import Store, StoreError

STORY = reading("Silva defected Saturday.", "Guaido spoke Friday.")
ROOM = 40_000
"""Bytes that a file may have before the system refuses to write more."""


def fill(path: Path, said: Connection) -> None:
    """Note more and more in a process for which no file may outgrow `ROOM`, and go on after that fails."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (ROOM, ROOM))
    store = Store.open(path)
    store.add(STORY)
    event = STORY.events[0].id
    kept = 0
    try:
        for number in range(1, 1_000):
            store.edit(EditKind.NOTE, event, f"{number}: " + "x" * 5_000)
            kept = number
    except StoreError as error:
        said.send(str(error))
    said.send((kept, store.timeline.entry(event).note[:3]))
    store.edit(EditKind.STAR, event, "yes")  # what is short still fits
    try:
        store.close()
    except StoreError as error:
        said.send(str(error))


def test_a_full_disk_refuses_the_change_and_keeps_what_was_acknowledged(tmp_path: Path) -> None:
    path = tmp_path / "story.json"
    context = multiprocessing.get_context("spawn")
    ear, mouth = context.Pipe(duplex=False)
    process = context.Process(target=fill, args=(path, mouth))
    process.start()
    mouth.close()
    refusal, (kept, note) = ear.recv(), ear.recv()
    assert "story.json" in refusal
    assert "What was kept before is safe" in refusal
    assert kept > 3
    assert note == f"{kept}: "
    process.join()
    assert process.exitcode == 0
    with Store.open(path) as store:
        assert [edit.number for edit in store.history()] == list(range(1, kept + 2))
        assert store.timeline.entry(STORY.events[0].id).starred
    assert [file.name for file in tmp_path.iterdir()] == ["story.json"]


def test_a_snapshot_that_cannot_be_written_leaves_the_journal_in_force(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "story.json"
    store = Store.open(path)
    store.add(STORY)
    with monkeypatch.context() as broken:
        broken.setattr(Path, "replace", _no_room)
        with pytest.raises(
            StoreError, match=r"No space left on device\. Every change is kept: leave story\.json\.journal"
        ):
            store.close()
    assert sorted(file.name for file in tmp_path.iterdir()) == ["story.json", "story.json.journal"]
    with Store.open(path) as again:
        assert len(again.timeline.entries) == 2


def _no_room(_path: Path, _target: Path) -> Path:
    raise OSError(28, "No space left on device")
