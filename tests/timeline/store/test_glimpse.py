import json
import os
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
from timeline.store.identity import identity
from timeline.store.known_inputs import KnownInputs
from timeline.store.storage import JournaledStorage
from timeline.store.whereabouts import Whereabouts, find


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


def whereabouts(path: Path) -> Whereabouts:
    needed, file = glimpse.glimpse(path).needed, identity(path)
    assert needed is not None
    assert file is not None
    where = find(path, file, needed)
    assert where is not None
    return msgspec.json.decode(msgspec.json.encode(where), type=Whereabouts)


@given(st.lists(EDITS, max_size=6), st.integers(1, 8))
def test_first_lines_are_the_same_where_it_is_known_where_they_stand(edits: Sequence[Edit], lines: int) -> None:
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr(glimpse, "LINES", lines)
        path = Path(folder) / "story.json"
        write(path, edits)
        looked_at = glimpse.glimpse(path).timeline
        known = glimpse.glimpse_there(path, whereabouts(path)).timeline
        assert looked_at is not None
        assert known is not None
        assert known.entries == looked_at.entries
        assert [known.sources_of(one) for one in known.entries] == [
            looked_at.sources_of(one) for one in looked_at.entries
        ]


@given(st.lists(EDITS, max_size=4), st.lists(EDITS, max_size=4), st.integers(1, 8))
def test_what_first_lines_need_after_more_corrections_is_known_without_looking_at_all(
    before: Sequence[Edit], later: Sequence[Edit], lines: int
) -> None:
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr(glimpse, "LINES", lines)
        path = Path(folder) / "story.json"
        write(path, before)
        needed = glimpse.glimpse(path).needed
        write(path, [*before, *later])
        assert needed is not None
        with Store.open(path, read_only=True) as store:
            every, file = store.timeline.entries, store.snapshot
            assert file is not None
            where = glimpse.where_now(path, file, needed, store.history(), store.timeline)
        assert where is not None
        first = glimpse.glimpse_there(path, where).timeline
        assert first is not None
        assert first.entries == every[: len(first.entries)]
        assert len(first.entries) >= min(lines, len(every)) - len(before) - len(later)


def test_no_other_rows_are_read_where_it_is_known_where_first_lines_stand(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(glimpse, "LINES", 1)
    path = tmp_path / "story.json"
    write(path)
    where = whereabouts(path)
    monkeypatch.setattr(glimpse, "read_ahead", None)
    first = glimpse.glimpse_there(path, where).timeline
    assert first is not None
    assert set(first.articles) == where.needed.articles
    assert len(where.needed.articles) < len(POOL)


@pytest.mark.parametrize("how", ["another file", "touched", "another ending", "a journal", "gone", "nonsense"])
def test_where_first_lines_stood_counts_for_nothing_in_another_state_of_the_file(tmp_path: Path, how: str) -> None:
    path = tmp_path / "story.json"
    write(path)
    where = whereabouts(path)
    match how:
        case "another file":
            write(path)
        case "touched":
            os.utime(path, ns=(1, 1))
        case "another ending":
            where = replace(where, ending=where.ending.replace(b'"schema":', b'"schemb":'))
        case "a journal":
            journal_of(path).touch()
        case "gone":
            path.unlink()
        case _:
            where = replace(where, rows={"articles": ((5, 90),)})
    assert glimpse.glimpse_there(path, where).timeline is None


@pytest.mark.parametrize("order", [1, -1])
@pytest.mark.parametrize("indent", [None, 1, 2])
def test_where_first_lines_stand_in_what_others_laid_out_is_known_rightly_or_not_at_all(
    tmp_path: Path, indent: int | None, order: int
) -> None:
    path = tmp_path / "story.json"
    write(path)
    needed = glimpse.glimpse(path).needed
    assert needed is not None
    tables = {name: dict([*rows.items()][::order]) for name, rows in json.loads(path.read_text()).items()}
    path.write_text(json.dumps(tables, indent=indent))
    with Store.open(path, read_only=True) as store:
        file = store.snapshot
        assert file is not None
        every = store.timeline.entries
        where = glimpse.where_now(path, file, needed, store.history(), store.timeline)
    if indent == 1 and order == 1:  # as dateline has it
        assert where is not None
    if where is not None:
        first = glimpse.glimpse_there(path, where).timeline
        assert first is not None
        assert first.entries == every[: len(first.entries)]
