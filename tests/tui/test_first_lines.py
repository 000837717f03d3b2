"""The first lines of a long timeline, found where they stood when it was left."""

from pathlib import Path

import pytest

from tests.tui.demo import HARBOUR, UNDATED
from timeline.edits import EditKind
from timeline.store import Store, glimpse
from timeline.store.ahead import Ahead, read_ahead
from tui.places import state_folder
from tui.session import Session


@pytest.fixture
def timeline(tmp_path: Path) -> Path:
    path = tmp_path / "harbour.json"
    with Store.open(path) as store:
        store.add(HARBOUR)
        store.add(UNDATED)
    return path


@pytest.fixture
def looked_at(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Every timeline of which all rows were looked at for its first lines."""
    paths: list[Path] = []
    look = read_ahead

    def look_at_all(path: Path) -> Ahead | None:
        paths.append(path)
        return look(path)

    monkeypatch.setattr(glimpse, "read_ahead", look_at_all)
    return paths


def session(path: Path, *, remembers: bool = True) -> Session:
    """Of a timeline that is opened as a long one is, its first lines first."""
    begun = Session(path, remembers=remembers)
    assert begun.glimpse()
    first = begun.timeline.entries
    begun.open(unread=True)
    assert first == begun.timeline.entries[: len(first)]
    return begun


def test_they_are_looked_for_once(timeline: Path, looked_at: list[Path]) -> None:
    session(timeline).close()
    assert len(looked_at) == 1
    session(timeline).close()
    assert len(looked_at) == 1


def test_they_are_known_after_corrections_too(timeline: Path, looked_at: list[Path]) -> None:
    begun = session(timeline)
    first = begun.timeline.entries[0]
    begun.edit(EditKind.DATE, first.id, "2031-05-02")
    begun.star(begun.timeline.entries[1])
    begun.close()
    again = session(timeline)
    assert len(looked_at) == 1
    assert again.timeline.entries[0].id != first.id
    again.undo()
    again.undo()
    again.close()
    assert session(timeline).timeline.entries[0].id == first.id
    assert len(looked_at) == 1


def test_they_are_looked_for_again_when_something_else_was_added_or_changed(
    timeline: Path, looked_at: list[Path], tmp_path: Path
) -> None:
    with Store.open(tmp_path / "other.json") as store:
        store.add(HARBOUR)
    other = session(tmp_path / "other.json")
    other.add(UNDATED)
    other.close()
    session(tmp_path / "other.json").close()
    assert len(looked_at) == 2
    session(timeline).close()
    with Store.open(timeline) as store:
        store.edit(EditKind.STAR, HARBOUR.events[0].id, "yes")
    session(timeline).close()
    assert len(looked_at) == 4


def test_nothing_of_what_a_timeline_tells_is_kept(timeline: Path) -> None:
    session(timeline).close()
    (kept,) = (state_folder() / "first-lines").iterdir()
    titles = [HARBOUR.article.title, *(one.title for one in HARBOUR.assertions)]
    assert not any(title in kept.read_text() for title in titles)


@pytest.mark.parametrize("text", ["", "{", "[]", '{"timeline": "", "where": 1}'])
def test_what_is_kept_and_damaged_is_as_if_it_were_not_there(timeline: Path, looked_at: list[Path], text: str) -> None:
    session(timeline).close()
    (kept,) = (state_folder() / "first-lines").iterdir()
    kept.write_text(text)
    session(timeline).close()
    assert len(looked_at) == 2


def test_nothing_is_kept_for_somebody_who_has_no_place(timeline: Path, looked_at: list[Path]) -> None:
    session(timeline, remembers=False).close()
    assert not state_folder().exists()
    session(timeline, remembers=False).close()
    assert len(looked_at) == 2
