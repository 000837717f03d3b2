"""A timeline whose articles are read when they are looked at is the same as one that is read at once."""

from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.timeline.builders import reading, told_together
from tests.timeline.query.test_indexes import EDITS, POOL, TERMS
from tests.timeline.store.test_glimpse import write
from timeline.edits import Edit, EditKind
from timeline.entry import MarkedEntry
from timeline.model import Extraction
from timeline.query import select
from timeline.store import Store, StoreError
from timeline.store.rows import rows_of
from timeline.store.storage import JournaledStorage
from timeline.store.unread import UnreadArticles

EVENT = POOL[0].events[0].id
OTHER = told_together(reading("A ferry sank on Friday.", "The Merel sank.", name="ferry"))

Rows = dict[str, dict[str, Any]]


@given(st.lists(EDITS, max_size=6), st.lists(EDITS, max_size=3), TERMS)
def test_whatever_is_done_it_is_as_if_all_had_been_read_at_once(
    edits: Sequence[Edit], more: Sequence[Edit], words: str
) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "story.json"
        write(path, edits)
        with Store.open(path, read_only=True) as whole, Store.open(path, read_only=True, unread=True) as parts:
            for part in ("entries", "articles", "actors", "sources", "orphans", "conflicts", "read_articles"):
                assert getattr(parts.timeline, part) == getattr(whole.timeline, part)
            assert select(parts.timeline, words) == select(whole.timeline, words)
            assert [one.id for one in parts.timeline.heads()] == [one.id for one in whole.timeline.heads()]
            assert parts.check()
            assert parts.extractions() == whole.extractions()
        for opened_so in (True, False):
            with Store.open(path, unread=opened_so) as store:
                store.add(OTHER)
                for one in more:
                    try:
                        store.edit(one.kind, one.target, one.value)
                    except (KeyError, ValueError):
                        continue
                shown = store.timeline
                lines = tuple((entry.id, entry.title, entry.assertions, entry.set_by_person) for entry in shown.entries)
            with Store.open(path, read_only=True) as again:
                assert again.timeline.entries == shown.entries
                assert len(lines) == len(again.timeline.entries)


@pytest.mark.parametrize("opened_so", [True, False])
def test_a_merge_and_its_way_back_are_the_same(tmp_path: Path, opened_so: bool) -> None:
    path, other = tmp_path / "story.json", tmp_path / "other.json"
    write(path)
    with Store.open(other) as theirs:
        theirs.add(OTHER)
        contents = theirs.contents()
    with Store.open(path, unread=opened_so) as store:
        before = store.timeline.entries
        store.merge(contents, "other")
        assert len(store.timeline.entries) == len(before) + 1
        both = tuple(store.timeline.entries)
        store.undo()
        assert store.timeline.entries == before
        store.redo()
        assert store.timeline.entries == both
    with Store.open(path, read_only=True) as again:
        assert again.timeline.entries == both


def test_no_article_is_read_before_it_is_looked_at_and_none_twice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "story.json")
    read: list[str] = []
    first_read = UnreadArticles._first_read

    def noted(articles: UnreadArticles, article: str) -> Extraction:
        read.append(article)
        return first_read(articles, article)

    monkeypatch.setattr(UnreadArticles, "_first_read", noted)
    with Store.open(tmp_path / "story.json", read_only=True, unread=True) as store:
        lines = store.timeline.entries
        assert {line.when.edtf for line in lines}
        assert read == []
        line = store.timeline.entry(EVENT)
        assert line.title == "Silva defected Saturday"
        assert read == [POOL[0].article.id]
        assert store.check()
        assert sorted(read) == sorted(one.article.id for one in POOL)
        assert all(line.title for line in lines)
        assert len(read) == len(POOL)


def test_a_line_that_is_only_marked_is_not_read_for_that(tmp_path: Path) -> None:
    write(tmp_path / "story.json")
    marks = [(EditKind.STAR, "yes", ""), (EditKind.TAG, "yes", "harbour"), (EditKind.REVIEW, "rejected", "")]
    with Store.open(tmp_path / "story.json") as store:
        for kind, value, part in marks:
            store.edit(kind, EVENT, value, part)
    with Store.open(tmp_path / "story.json", read_only=True, unread=True) as store:
        line = store.timeline.entry(EVENT)
        assert isinstance(line, MarkedEntry)
        assert (line.starred, line.tags, line.left_out, line.note) == (True, ("harbour",), True, "")
        assert line.title == "Silva defected Saturday"
        with Store.open(tmp_path / "story.json", read_only=True) as whole:
            assert line == whole.timeline.entry(EVENT)


def test_a_little_is_checked_at_a_time(tmp_path: Path) -> None:
    write(tmp_path / "story.json")
    with Store.open(tmp_path / "story.json", read_only=True, unread=True) as store:
        steps = 1
        while not store.check(0):
            steps += 1
        assert steps == len(POOL) + 1


def no_such_source(rows: Rows) -> None:
    key = next(key for key in rows["assertions"] if key.startswith(POOL[1].article.id))
    rows["assertions"][key]["source"] = "nobody"


def no_such_article(rows: Rows) -> None:
    rows["actors"]["elsewhere/silva"] = {**rows["actors"][f"{POOL[0].article.id}/silva"], "article": "elsewhere"}


def another_text(rows: Rows) -> None:
    rows["articles"][POOL[1].article.id]["text"] = "Short."


def no_text(rows: Rows) -> None:
    rows["articles"][POOL[1].article.id]["text"] = 3


def one_id_twice(rows: Rows) -> None:
    first, second = (one.assertions[0].id for one in POOL[:2])
    article, event = POOL[1].article.id, POOL[1].events[0].id
    rows["assertions"][f"{article}/{first}"] = {**rows["assertions"].pop(f"{article}/{second}"), "id": first}
    rows["events"][f"{article}/{event}"]["assertions"] = [first]


FAULTS = [no_such_source, no_such_article, another_text, no_text, one_id_twice]


def sealed(path: Path, fault: Callable[[Rows], None]) -> str:
    """Write a timeline with a fault in it as if dateline had written it so; what it is refused for as a whole."""
    rows: Rows = {}
    for one in POOL:
        for table, own in rows_of(one).items():
            rows.setdefault(table, {}).update(msgspec.to_builtins(own))
    fault(rows)
    JournaledStorage(path).put_in_place(rows, 1)
    with pytest.raises(StoreError) as refused:
        Store.open(path, read_only=True)
    return str(refused.value)


@pytest.mark.parametrize("fault", FAULTS)
def test_what_is_damaged_is_refused_in_the_same_words_when_it_is_checked(
    tmp_path: Path, fault: Callable[[Rows], None]
) -> None:
    says = sealed(tmp_path / "story.json", fault)
    with Store.open(tmp_path / "story.json", read_only=True, unread=True) as store:
        for _ in range(2):
            with pytest.raises(StoreError) as refused:
                store.check()
            assert str(refused.value) == says


@pytest.mark.parametrize("fault", FAULTS)
def test_no_change_is_kept_beside_what_is_damaged(tmp_path: Path, fault: Callable[[Rows], None]) -> None:
    path = tmp_path / "story.json"
    says = sealed(path, fault)
    before = path.read_bytes()
    with Store.open(path, unread=True) as store:
        for change in (lambda: store.edit(EditKind.NOTE, EVENT, "a note"), lambda: store.add(OTHER)):
            with pytest.raises(StoreError) as refused:
                change()
            assert str(refused.value) == says
        assert store.history() == ()
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("fault", [no_such_source, another_text, no_text])
def test_what_is_damaged_is_not_shown(tmp_path: Path, fault: Callable[[Rows], None]) -> None:
    says = sealed(tmp_path / "story.json", fault)
    with Store.open(tmp_path / "story.json", read_only=True, unread=True) as store:
        assert store.timeline.entry(EVENT).title
        with pytest.raises(StoreError) as refused:
            _ = store.timeline.entry(POOL[1].events[0].id).title
        assert str(refused.value) == says


def test_what_others_changed_is_read_at_once(tmp_path: Path) -> None:
    path = tmp_path / "story.json"
    sealed(path, no_such_source)
    path.write_bytes(path.read_bytes().replace(b"en-1", b"en-2", 1))
    with pytest.raises(StoreError, match="nobody"):
        Store.open(path, read_only=True, unread=True)
