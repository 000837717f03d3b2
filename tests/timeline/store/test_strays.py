"""A timeline that was renamed after a kill has its changes in a journal of its old name: nothing is lost in silence."""

from pathlib import Path
from shutil import copy

import pytest

from tests.timeline.builders import reading
from timeline.edits import EditKind
from timeline.store import Store, StoreError
from timeline.store.files import journal_of

STORY = reading("A ferry sank on Friday.")


@pytest.fixture
def killed(tmp_path: Path) -> Path:
    """A timeline as a kill leaves it, with a change in the journal."""
    path = tmp_path / "open" / "story.json"
    path.parent.mkdir()
    with Store.open(path) as store:
        store.add(STORY)
    left = tmp_path / "story.json"
    with Store.open(path) as store:
        store.edit(EditKind.STAR, STORY.events[0].id, "yes")
        copy(path, left)
        copy(journal_of(path), journal_of(left))
    return left


def test_a_timeline_renamed_without_its_journal_is_refused_with_the_way_back(killed: Path) -> None:
    renamed = killed.rename(killed.with_name("renamed.json"))
    with pytest.raises(StoreError, match=r"without its journal.* Rename it to renamed\.json\.journal"):
        Store.open(renamed)
    journal_of(killed).rename(journal_of(renamed))
    with Store.open(renamed) as store:
        assert [entry.starred for entry in store.timeline.entries] == [True]


def test_a_damaged_journal_is_missed_too(killed: Path) -> None:
    renamed = killed.rename(killed.with_name("renamed.json"))
    content = bytearray(journal_of(killed).read_bytes())
    content[-200] ^= 1
    journal_of(killed).write_bytes(content)
    with pytest.raises(StoreError, match=r"without its journal"):
        Store.open(renamed)


def test_a_journal_of_another_timeline_is_none_of_its_business(killed: Path) -> None:
    other = killed.with_name("other.json")
    with Store.open(other) as store:
        store.add(reading("The mill burned."))
    killed.unlink()
    with Store.open(other) as store:
        assert len(store.timeline.entries) == 1


def test_a_copy_beside_a_timeline_that_is_still_there_opens(killed: Path) -> None:
    aside = Path(copy(killed, killed.with_name("copy.json")))
    with Store.open(aside) as store:
        assert len(store.timeline.entries) == 1
