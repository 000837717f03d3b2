from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.timeline.builders import MONDAY, by_metadata, reading
from tests.timeline.query.test_indexes import EDITS, POOL
from timeline.edits import Edit, EditKind
from timeline.store import Store, glimpse, storage
from timeline.store.contents import Contents
from timeline.store.files import journal_of
from timeline.store.known_inputs import KnownInputs
from timeline.store.storage import JournaledStorage


def write(path: Path, edits: Sequence[Edit] = ()) -> None:
    log = tuple(replace(one, number=number) for number, one in enumerate(edits, 1))
    contents = Contents({one.article.id: one for one in POOL}, log, KnownInputs({}))
    JournaledStorage(path).put_in_place(contents.rows(), 1)


@given(st.lists(EDITS, max_size=6), st.integers(1, 8))
def test_what_is_glimpsed_at_are_the_first_lines_as_they_will_be(edits: Sequence[Edit], lines: int) -> None:
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr(glimpse, "LINES", lines)
        path = Path(folder) / "story.json"
        write(path, edits)
        first = glimpse.glimpse(path).timeline
        assert first is not None
        with Store.open(path, read_only=True) as store:
            every = store.timeline.entries
        assert first.entries == every[: len(first.entries)]


def test_as_many_lines_are_there_as_a_screen_has(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(glimpse, "LINES", 3)
    write(tmp_path / "story.json")
    first = glimpse.glimpse(tmp_path / "story.json").timeline
    assert first is not None
    assert 3 <= len(first.entries) < sum(len(one.events) for one in POOL)


def test_only_articles_of_the_first_lines_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(glimpse, "LINES", 1)
    path = tmp_path / "story.json"
    late = reading("Nobody came today.", published=by_metadata(MONDAY.replace(year=2030)))
    with Store.open(path) as store:
        for one in (*POOL, late):
            store.add(one)
    tables = msgspec.json.decode(path.read_bytes())
    tables["articles"][late.article.id]["text"] = 1
    path.write_bytes(msgspec.json.encode(tables))
    first = glimpse.glimpse(path).timeline
    assert first is not None
    assert late.article.id not in first.articles


def test_what_was_read_for_the_first_lines_is_not_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "story.json"
    write(path)
    ahead = glimpse.glimpse(path).ahead
    read: list[Path] = []
    monkeypatch.setattr(storage, "read_file", lambda path, **_: read.append(path))
    with Store.open(path, read_only=True, ahead=ahead) as store:
        assert len(store.timeline.articles) == len(POOL)
    assert read == [journal_of(path)]


def test_what_was_written_since_the_first_lines_were_read_is_opened(tmp_path: Path) -> None:
    path = tmp_path / "story.json"
    write(path)
    ahead = glimpse.glimpse(path).ahead
    event = POOL[0].events[0].id
    with Store.open(path) as store:
        store.edit(EditKind.STAR, event, "yes")
    with Store.open(path, read_only=True, ahead=ahead) as again:
        assert again.timeline.entry(event).starred


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"meta": {}}', b'{"assertions": {"a/b": {"article": "a"}}}'])
def test_of_what_is_damaged_there_is_no_glimpse(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "story.json"
    path.write_bytes(content)
    assert glimpse.glimpse(path).timeline is None
    assert glimpse.glimpse(tmp_path / "missing.json").timeline is None


def test_changes_that_are_in_a_journal_are_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "story.json"
    write(path)
    with Store.open(path) as store:
        store.edit(EditKind.STAR, POOL[0].events[0].id, "yes")
        assert glimpse.glimpse(path).timeline is None
    assert glimpse.glimpse(path).timeline is not None
