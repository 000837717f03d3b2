"""Files that others replace, delete, rename, link or write to while the timeline is open: no edit is lost."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import filelock
import pytest

from tests.timeline.builders import MONDAY, by_metadata, reading
from timeline.edits import EditKind
from timeline.store import Store, StoreError

STORY = reading("Ann Lee left on Saturday.", published=by_metadata(MONDAY))
OTHER = reading("Orr spoke today.", published=by_metadata(MONDAY))
EVENT = STORY.events[0].id


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "story.json"
    with Store.open(path) as store:
        store.add(STORY)
    return path


def journal(path: Path) -> Path:
    return path.with_name("story.json.journal")


def notes(path: Path) -> list[str]:
    with Store.open(path, read_only=True) as store:
        assert store.notices == ()
        return [edit.value for edit in store.history()]


def replaced(path: Path) -> None:
    """As a sync client does it: another machine's revision is put in place."""
    theirs = path.with_name("theirs.json")
    with Store.open(theirs) as store:
        store.add(OTHER)
    theirs.replace(path)


def deleted(path: Path) -> None:
    path.unlink()


def renamed(path: Path) -> None:
    path.rename(path.with_name("renamed.json"))


def changed_in_place(path: Path) -> None:
    path.write_text(path.read_text().replace("Ann Lee", "Ann Leo"))


def without_journal(path: Path) -> None:
    journal(path).unlink(missing_ok=True)


def with_journal_written_to(path: Path) -> None:
    with journal(path).open("ab") as file:
        file.write(b"x" * 5_000)


def with_another_journal(path: Path) -> None:
    content = journal(path).read_bytes()
    journal(path).unlink()
    journal(path).write_bytes(content)


Befalls = Callable[[Path], None]
OF_SNAPSHOT: tuple[Befalls, ...] = (replaced, deleted, renamed, changed_in_place)
OF_JOURNAL: tuple[Befalls, ...] = (without_journal, with_journal_written_to, with_another_journal)


@pytest.mark.parametrize("begun", [False, True])
@pytest.mark.parametrize("befalls", OF_SNAPSHOT)
def test_an_edit_after_the_file_was_taken_is_kept_beside_it_and_told(path: Path, befalls: Befalls, begun: bool) -> None:
    store = Store.open(path)
    if begun:
        store.edit(EditKind.NOTE, EVENT, "before")
    befalls(path)
    theirs = path.read_bytes() if path.exists() else None
    store.edit(EditKind.NOTE, EVENT, "after")
    store.edit(EditKind.NOTE, EVENT, "more")
    rescued = path.with_name("story.json.rescued-1.json")
    assert store.rescued.startswith("story.json was deleted, replaced or changed by another program")
    assert rescued.name in store.rescued
    assert str(rescued) in store.way_back
    assert notes(rescued) == [*["before"] * begun, "after", "more"], "on the disk before it is acknowledged"
    store.close()
    assert notes(rescued) == [*["before"] * begun, "after", "more"]
    assert (path.read_bytes() if path.exists() else None) == theirs
    assert not journal(path).exists()
    assert not path.with_name("story.json.lock").exists()
    assert not rescued.with_name(f"{rescued.name}.lock").exists()


@pytest.mark.parametrize("befalls", [*OF_SNAPSHOT, *OF_JOURNAL])
def test_what_was_acknowledged_before_is_rescued_on_closing(path: Path, befalls: Befalls) -> None:
    store = Store.open(path)
    store.edit(EditKind.NOTE, EVENT, "before")
    befalls(path)
    store.close()
    assert store.rescued
    assert notes(path.with_name("story.json.rescued-1.json")) == ["before"]


@pytest.mark.parametrize("befalls", OF_JOURNAL)
def test_an_edit_after_the_journal_was_taken_is_kept(path: Path, befalls: Befalls) -> None:
    store = Store.open(path)
    store.edit(EditKind.NOTE, EVENT, "before")
    befalls(path)
    store.edit(EditKind.NOTE, EVENT, "after")
    store.close()
    assert notes(path.with_name("story.json.rescued-1.json")) == ["before", "after"]


def test_a_file_that_is_touched_linked_or_put_back_as_it_was_is_still_the_timeline(path: Path) -> None:
    with Store.open(path) as store:
        store.edit(EditKind.NOTE, EVENT, "first")
        os.utime(path, (1, 1))
        store.edit(EditKind.NOTE, EVENT, "second")
        shutil.copy(path, path.with_name("copy"))
        path.with_name("copy").replace(path)
        store.edit(EditKind.NOTE, EVENT, "third")
        path.with_name("link.json").hardlink_to(path)
        journal(path).with_name("link.journal").hardlink_to(journal(path))
        store.edit(EditKind.NOTE, EVENT, "fourth")
        assert store.rescued == ""
    assert notes(path) == ["first", "second", "third", "fourth"]


def test_a_file_that_was_taken_stays_so_however_often_it_is_looked_at(path: Path) -> None:
    with Store.open(path) as store:
        store.edit(EditKind.NOTE, EVENT, "before")
        replaced(path)
        for _ in range(2):
            with pytest.raises(StoreError, match="replaced or changed"):
                store._files.storage.compact()
        store.edit(EditKind.NOTE, EVENT, "after")
    assert notes(path.with_name("story.json.rescued-1.json")) == ["before", "after"]


def test_a_timeline_that_nothing_is_changed_in_is_left_to_who_took_it(path: Path) -> None:
    store = Store.open(path)
    replaced(path)
    theirs = path.read_bytes()
    store.close()
    assert path.read_bytes() == theirs
    assert store.rescued == ""


def test_a_lock_that_was_deleted_is_taken_again(path: Path) -> None:
    with Store.open(path) as store:
        path.with_name("story.json.lock").unlink()
        store.edit(EditKind.NOTE, EVENT, "mine")
        with pytest.raises(StoreError, match="being written to by another"):
            Store.open(path)
    assert notes(path) == ["mine"]
    assert sorted(file.name for file in path.parent.iterdir()) == ["story.json", "story.json.kept"]


def test_of_two_writers_whose_lock_was_deleted_neither_loses_anything(path: Path) -> None:
    first = Store.open(path)
    first.edit(EditKind.NOTE, EVENT, "mine")
    path.with_name("story.json.lock").unlink()
    second = Store.open(path)
    second.edit(EditKind.NOTE, EVENT, "theirs")
    first.edit(EditKind.NOTE, EVENT, "mine again")
    second.edit(EditKind.NOTE, EVENT, "theirs again")
    second.close()
    first.close()
    assert notes(path) == ["mine", "theirs", "theirs again"]
    assert notes(path.with_name("story.json.rescued-1.json")) == ["mine", "mine again"]


class NoLock:
    """A lock on a file system that grants it to everybody."""

    def __init__(self, file: object, **_: object) -> None:
        self.lock_file = str(file)

    def acquire(self, **_: object) -> None:
        Path(self.lock_file).touch()

    def release(self) -> None:
        pass


def test_where_locks_hold_nobody_the_second_writer_takes_the_file_and_the_first_is_rescued(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(filelock, "FileLock", NoLock)
    first, second = Store.open(path), Store.open(path)
    first.edit(EditKind.NOTE, EVENT, "first")
    second.edit(EditKind.NOTE, EVENT, "second")
    first.edit(EditKind.NOTE, EVENT, "first again")
    first.close()
    second.close()
    kept = [*notes(path), *notes(path.with_name("story.json.rescued-1.json"))]
    assert sorted(kept) == ["first", "first again", "second"]
