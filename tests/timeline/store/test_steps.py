"""What was done together is taken back together, and made again together, whenever that is."""

from pathlib import Path

import pytest

from tests.timeline.store.test_store import SILVA, SPOKE, STORY
from timeline.edits import YES, EditKind
from timeline.soundness import UnsoundError
from timeline.store import Store, StoreError

TOGETHER = [(EditKind.STAR, SILVA, YES, ""), (EditKind.STAR, SPOKE, YES, ""), (EditKind.NOTE, SPOKE, "later", "")]


def starred(store: Store) -> list[bool]:
    return [store.timeline.entry(event).starred for event in (SILVA, SPOKE)]


def test_what_was_done_together_is_one_step_over_restarts(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    with Store.open(path) as store:
        store.add(STORY)
        store.edit(EditKind.NOTE, SILVA, "before")
        made = store.edit_together(TOGETHER)
        assert [edit.step for edit in made] == [made[0].at] * 3
        assert starred(store) == [True, True]
    with Store.open(path) as store:
        assert [edit.value for edit in store.undo()] == [YES, YES, "later"]
        assert starred(store) == [False, False]
        assert store.timeline.entry(SILVA).note == "before"
    with Store.open(path) as store:
        assert [edit.number for edit in store.redo()] == [edit.number for edit in made]
        assert starred(store) == [True, True]
        assert store.redo() == ()
        assert len(store.history()) == 4


def test_two_steps_are_two_and_one_edit_alone_is_marked_as_none(tmp_path: Path) -> None:
    with Store.open(tmp_path / "a.json") as store:
        store.add(STORY)
        for _ in range(2):
            store.edit_together(TOGETHER[:2])
        assert store.edit(EditKind.NOTE, SILVA, "alone").step == ""
        counts = []
        while edits := store.undo():
            counts.append(len(edits))
        assert counts == [1, 2, 2]
        while edits := store.redo():
            counts.append(len(edits))
        assert counts[3:] == [2, 2, 1]


def test_of_what_is_done_together_nothing_is_kept_if_a_part_of_it_is_refused(tmp_path: Path) -> None:
    with Store.open(tmp_path / "a.json") as store:
        store.add(STORY)
        with pytest.raises(KeyError):
            store.edit_together([*TOGETHER, (EditKind.STAR, "nothing", YES, "")])
        assert store.history() == ()


def test_of_two_that_set_the_same_the_later_is_made(tmp_path: Path) -> None:
    with Store.open(tmp_path / "a.json") as store:
        store.add(STORY)
        store.edit_together([(EditKind.NOTE, SILVA, "one", ""), (EditKind.NOTE, SILVA, "two", "")])
        assert [edit.value for edit in store.history()] == ["two"]
        assert not store.timeline.conflicts


def test_a_step_that_is_no_time_is_no_timeline(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    with Store.open(path) as store:
        store.add(STORY)
        step = store.edit_together(TOGETHER)[0].step
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(f'"step":"{step}"', '"step":"now"'), encoding="utf-8")
    with pytest.raises(StoreError) as refused:
        Store.open(path)
    assert isinstance(refused.value.__cause__, UnsoundError)
