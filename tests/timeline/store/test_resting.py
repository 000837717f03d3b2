"""A timeline that is let go of while articles are read, and held again: what others did meanwhile counts."""

import shutil
from pathlib import Path

import pytest

from tests.timeline.builders import reading
from timeline.edits import EditKind
from timeline.store import Store
from timeline.store.locking import BusyError

STORY = reading("Silva defected Saturday.", "Guaido spoke Friday.")
EVENT = STORY.events[0].id
OTHER = reading("A ferry sank on Friday.", name="ferry")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "story.json"
    with Store.open(path) as store:
        store.add(STORY)
    return path


def notes(path: Path) -> list[str]:
    with Store.open(path, read_only=True) as store:
        return [edit.value for edit in store.history()]


def resting(path: Path, *made: str) -> Store:
    store = Store.open(path)
    for note in made:
        store.edit(EditKind.NOTE, EVENT, note)
    store.rest()
    return store


@pytest.mark.parametrize("made", [(), ("before",)])
def test_it_goes_on_where_it_was_if_nobody_wrote(path: Path, made: tuple[str, ...]) -> None:
    store = resting(path, *made)
    assert notes(path) == list(made)
    assert store.resume()
    with pytest.raises(BusyError):
        Store.open(path)
    store.edit(EditKind.NOTE, EVENT, "after")
    store.close()
    assert notes(path) == [*made, "after"]
    assert [file.name for file in path.parent.iterdir() if file.is_file()] == [path.name]


@pytest.mark.parametrize("made", [(), ("before",)])
def test_what_others_wrote_is_seen(path: Path, made: tuple[str, ...]) -> None:
    store = resting(path, *made)
    with Store.open(path) as other:
        other.edit(EditKind.NOTE, EVENT, "theirs")
    assert not store.resume()
    store.leave()
    assert notes(path) == [*made, "theirs"]
    with Store.open(path) as again:
        again.add(OTHER)


def test_what_others_write_now_is_waited_for(path: Path) -> None:
    store = resting(path, "before")
    with Store.open(path), pytest.raises(BusyError):
        store.resume()
    store.leave()


def test_others_that_were_killed_left_what_they_wrote(path: Path) -> None:
    store = resting(path)
    other = Store.open(path)
    other.edit(EditKind.NOTE, EVENT, "theirs")
    other.rest()
    other.leave()
    assert not store.resume()
    assert notes(path) == ["theirs"]


def test_what_was_made_is_there_after_a_kill_while_it_rests(path: Path) -> None:
    resting(path, "before").leave()
    assert notes(path) == ["before"]


def test_a_revision_that_was_put_in_its_place_is_kept_and_so_is_what_is_made(path: Path) -> None:
    another = Path(shutil.copy(path, path.with_name("another.json")))
    with Store.open(another) as elsewhere:
        elsewhere.edit(EditKind.NOTE, EVENT, "of another machine")
    store = resting(path, "before")
    another.replace(path)
    assert store.resume()
    store.edit(EditKind.NOTE, EVENT, "after")
    store.close()
    assert store.rescued
    assert notes(store.path) == ["before", "after"]
    assert notes(path) == ["of another machine"]
