"""Later texts are steps of the log, which are taken back and made again."""

import zlib
from base64 import b64encode
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace

from tests.timeline.store.later_texts import CHANGED, LEFT, SENTENCES, SPOKE, STORY, article, of_number
from timeline.edits import EditKind
from timeline.history import sentence
from timeline.soundness import UnsoundError
from timeline.store import Store, StoreError, packing
from timeline.store.asides import Aside
from timeline.store.lines import contents_of, lines_of
from timeline.store.packing import unpacked


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "story.json"


def test_a_later_text_is_a_step_of_the_log_that_is_taken_back_and_made_again(path: Path) -> None:
    with Store.open(path) as store:
        store.sign("ann")
        store.add(STORY)
        store.edit(EditKind.NOTE, LEFT, "hers")
        store.edit(EditKind.TITLE, SPOKE, "Orr spoke")
        before = store.timeline
        store.add(CHANGED)
        after = store.timeline
        (edit,) = (one for one in store.history() if one.kind is EditKind.MERGE)
        assert sentence(edit, after).startswith("ann took in a later text of “story.txt”: its text was changed")
        store.undo()
        assert (store.timeline.entries, store.timeline.articles) == (before.entries, before.articles)
    with Store.open(path) as store:
        assert store.timeline.entries == before.entries
        store.redo()
        assert (store.timeline.entries, store.timeline.articles) == (after.entries, after.articles)
    with Store.open(path) as store:
        assert store.timeline.entries == after.entries
        for _ in range(3):
            store.undo()
        assert [entry.note for entry in store.timeline.entries if entry.note] == []
        assert list(store.timeline.articles) == [STORY.article.id]


def test_several_texts_and_what_was_corrected_between_them_are_taken_back_one_by_one(path: Path) -> None:
    texts = [article(SENTENCES[0].replace("three", word), *SENTENCES[1:]) for word in ("three", "four", "five", "six")]
    with Store.open(path) as store:
        seen = []
        for number, text in enumerate(texts):
            store.add(text)
            seen.append((store.timeline.entries, list(store.timeline.articles)))
            store.edit(EditKind.NOTE, text.assertions[1].event, f"note {number}")
            seen.append((store.timeline.entries, list(store.timeline.articles)))
        history = store.history()
        for one in reversed(seen[:-1]):
            store.undo()
            assert (store.timeline.entries, list(store.timeline.articles)) == one
        assert store.undo() == ()
        for one in seen[1:]:
            store.redo()
            assert (store.timeline.entries, list(store.timeline.articles)) == one
        assert [edit.value for edit in store.history()] == [edit.value for edit in history]
    with Store.open(path) as store:
        assert (store.timeline.entries, list(store.timeline.articles)) == seen[-1]


def test_a_later_text_that_was_taken_back_comes_when_it_is_added_again(path: Path) -> None:
    with Store.open(path) as store:
        store.add(STORY)
        store.add(CHANGED)
        store.undo()
        assert store.add(STORY).outcome == "unchanged"
        assert store.add(CHANGED).outcome == "updated"
        assert store.add(STORY).outcome == "outdated"
        store.undo()
        assert list(store.timeline.articles) == [STORY.article.id]


def test_a_later_text_that_is_read_anew_is_still_taken_back_whole(path: Path) -> None:
    with Store.open(path) as store:
        store.add(STORY)
        store.add(CHANGED)
        store.add(CHANGED)
        store.add(replace(CHANGED, extractor="en-2"))
        store.undo()
        assert list(store.timeline.articles) == [STORY.article.id]


def test_a_merge_before_a_later_text_is_taken_back_after_it(path: Path, tmp_path: Path) -> None:
    with Store.open(tmp_path / "theirs.json") as store:
        store.sign("ben")
        store.add(STORY)
        store.edit(EditKind.NOTE, SPOKE, "his")
        theirs = store.contents()
    with Store.open(path) as store:
        store.merge(theirs, "theirs.json")
        merged_view = store.timeline.entries
        store.add(CHANGED)
        store.undo()
        assert store.timeline.entries == merged_view
        store.undo()
        assert store.timeline.entries == ()
        store.redo()
        store.redo()
        assert list(store.timeline.articles) == [CHANGED.article.id]


def take_all_back(store: Store) -> None:
    while store.undo():
        pass


def sizes(store: Store) -> list[int]:
    return [len(msgspec.json.encode(one)) for one in store.contents().asides.values()]


def test_all_later_texts_and_merges_are_taken_back_and_made_again_however_many_came_after(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Store.open(tmp_path / "theirs.json") as store:
        store.add(article("The bank closed its doors on Monday, and nobody knew why.", name="bank"))
        theirs = store.contents()
    monkeypatch.setattr(packing, "MOST", 30_000)
    views = []
    with Store.open(path) as store:
        store.add(of_number(0))
        store.edit(EditKind.NOTE, of_number(0).assertions[1].event, "hers")
        views.append(store.timeline.entries)
        store.merge(theirs, "theirs.json")
        views.append(store.timeline.entries)
        for number in range(1, 40):
            store.add(of_number(number))
            views.append(store.timeline.entries)
        assert sum(size > 3_000 for size in sizes(store)) < 8
    with Store.open(path) as store:
        assert store.timeline.entries == views[-1]
        for view in views[-2::-1]:
            assert store.undo()
            assert store.timeline.entries == view
        assert [edit.value for edit in store.undo()] == ["hers"]
        store.redo()
    with Store.open(path) as store:
        for view in views[1:]:
            assert store.redo()
            assert store.timeline.entries == view
    with Store.open(path) as store:
        assert contents_of("".join(lines_of(store.contents())).encode()).rows() == store.contents().rows()


def test_an_article_of_a_merge_that_is_packed_stays_where_it_was_added_since(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bank = article("The bank closed its doors on Monday, and nobody knew why.", name="bank")
    with Store.open(tmp_path / "theirs.json") as store:
        store.add(bank)
        theirs = store.contents()
    monkeypatch.setattr(packing, "MOST", 1)
    with Store.open(path) as store:
        store.merge(theirs, "theirs.json")
        store.add(of_number(0))
        store.add(of_number(1))
        store.add(bank)
    with Store.open(path) as store:
        store.undo()
        (merge,) = store.undo()
        assert merge.kind is EditKind.MERGE
        assert store.stays(merge) == (bank.article.id,)
        assert bank.article.id in store.articles


def test_what_an_earlier_version_kept_no_more_of_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packing, "MOST", 1)
    with Store.open(path) as store:
        for number in range(3):
            store.add(of_number(number))
        for name, aside in store._asides.items():
            if aside.packed:
                store._asides[name] = Aside({}, {}, is_of_text=True, is_settled=True)
        store.undo()
        assert store.extractions()[0].article.text == of_number(1).article.text
        with pytest.raises(
            StoreError, match=r"later text of “story\.txt” can't be taken back, nor what was done before"
        ):
            store.undo()


@pytest.mark.parametrize("packed", ["", "x", "eNo=", b64encode(zlib.compress(b"{}")).decode()])
def test_what_is_packed_and_damaged_is_refused_when_it_is_needed(
    path: Path, monkeypatch: pytest.MonkeyPatch, packed: str
) -> None:
    monkeypatch.setattr(packing, "MOST", 1)
    with Store.open(path) as store:
        for number in range(3):
            store.add(of_number(number))
        for name, aside in store._asides.items():
            if aside.packed:
                damaged = packed or aside.packed[:-40]
                store._asides[name] = replace(aside, packed=damaged)
                with pytest.raises(UnsoundError, match=r"aside, row .*, packed: it can't be unpacked"):
                    unpacked(name, store._asides[name])
        store.undo()
        with pytest.raises(StoreError, match="can't be turned: aside, row"):
            store.undo()
        store.redo()
