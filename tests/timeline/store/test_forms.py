"""Timelines in the form of each schema that was ever written are opened, and of none that is newer."""

import json
import shutil
from pathlib import Path

import pytest

from timeline.edits import EditKind
from timeline.store import Store, StoreError
from timeline.store.snapshot import SCHEMA

FORMS = Path(__file__).with_name("forms")


@pytest.fixture(params=sorted(int(form.name) for form in FORMS.iterdir()))
def path(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A timeline with a journal, as a killed program left it: two corrections, and one taken back."""
    for file in (FORMS / str(request.param)).iterdir():
        shutil.copy(file, tmp_path)
    return tmp_path / "story.json"


def test_there_is_a_timeline_of_each_form() -> None:
    assert sorted(int(form.name) for form in FORMS.iterdir()) == list(range(1, SCHEMA + 1))


def test_it_is_read_with_its_journal_and_stays_as_it_is(path: Path) -> None:
    before = {file: file.read_bytes() for file in path.parent.iterdir()}
    with Store.open(path, read_only=True) as store:
        assert store.notices == ()
        assert [entry.title for entry in store.timeline.entries] == [
            "Ann Lee met Orr on Friday",
            "Ann Lee left on Saturday",
        ]
        assert [(edit.kind, edit.undone) for edit in store.history()] == [
            (EditKind.NOTE, False),
            (EditKind.STAR, False),
            (EditKind.DATE, True),
        ]
    assert {file: file.read_bytes() for file in path.parent.iterdir()} == before


def test_it_is_brought_into_the_present_form_by_a_change_and_says_the_same(path: Path) -> None:
    with Store.open(path, read_only=True) as store:
        entries, history = store.timeline.entries, store.history()
    with Store.open(path) as store:
        assert store.timeline.entries == entries
        edit = store.edit(EditKind.HIDE, entries[0].id, "yes")
    about = json.loads(path.read_bytes())["meta"]["timeline"]
    assert (about["schema"], about["revision"]) == (SCHEMA, 6)
    assert about["checksum"]
    with Store.open(path, read_only=True) as store:
        assert store.history() == (*history, edit)


def test_a_newer_form_is_refused_by_saying_so(path: Path) -> None:
    Store.open(path).close()
    tables = json.loads(path.read_bytes())
    tables["meta"]["timeline"] |= {"schema": SCHEMA + 1, "new": "field"}
    path.write_text(json.dumps(tables))
    with pytest.raises(StoreError, match=rf"its schema is {SCHEMA + 1}, this one reads 1 to {SCHEMA}.*update dateline"):
        Store.open(path)


@pytest.mark.parametrize("indent", [None, 4])
def test_a_file_in_an_earlier_order_of_tables_is_known_however_it_is_laid_out(path: Path, indent: int | None) -> None:
    path.with_name("story.json.journal").unlink()
    tables = json.loads(path.read_bytes())
    if not tables["meta"]["timeline"].get("checksum"):
        pytest.skip("it has no checksum")
    assert [*tables][:-1] == sorted(set(tables) - {"meta"})
    path.write_text(json.dumps(tables, indent=indent))
    with Store.open(path) as store:
        assert store.notices == ()
