"""Two timelines as one: the same whoever merges, nothing new the second time, and one step to take back."""

import itertools
import json
import re
import shutil
from contextlib import suppress
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.timeline.builders import MONDAY, by_metadata, by_person, person, reading, told_together, triggered_elsewhere
from timeline.edits import PROGRAM, EditKind
from timeline.logs.conflicts import conflicts
from timeline.logs.portable import Row, portable
from timeline.model import Extraction
from timeline.store import Store, StoreError
from timeline.store.contents import Contents
from timeline.store.merging import merged
from timeline.store.repairing import repair
from timeline.store.snapshot import RawTables


def article(
    number: int, extractor: str = "en-1", *, dated: bool = True, publisher: str = "", word: str = "old"
) -> Extraction:
    return reading(
        f"Silva left on Saturday {number}.",
        f"Orr spoke on Friday, and in front of the {word} mill, of what was to come if nobody did anything about it.",
        published=by_metadata(MONDAY) if dated else None,
        publisher=publisher,
        actors=[person("Silva"), person("Orr")],
        name=f"article {number}",
        extractor=extractor,
    )


def printed_by(publisher: str) -> Extraction:
    """The words of another, in the paper of another outlet."""
    one = article(1, "en-2", publisher=publisher)
    return replace(one, article=replace(one.article, origin=f"{publisher}.txt"))


ARTICLES = [
    *(article(number, extractor) for number in range(3) for extractor in ("en-1", "en-2")),
    article(0, "en-1", dated=False),
    article(1, "en-10", publisher="Courier"),
    article(2, word="new"),
    printed_by("Herald"),
    printed_by("Ledger"),
    told_together(article(1, "en-3")),
    triggered_elsewhere(article(0)),
]
EVENTS = sorted({event.id for one in ARTICLES for event in one.events})
IDS = sorted({one.article.id for one in ARTICLES})
_EVENT = st.sampled_from(EVENTS)
_YES = st.sampled_from(["yes", ""])
EDITS = st.one_of(
    st.tuples(st.just(EditKind.NOTE), _EVENT, st.sampled_from(["hers", "his", ""]), st.just("")),
    st.tuples(st.just(EditKind.STAR), _EVENT, _YES, st.just("")),
    st.tuples(st.just(EditKind.TAG), _EVENT, _YES, st.sampled_from(["harbour", "inquiry"])),
    st.tuples(st.sampled_from([EditKind.JOIN, EditKind.ATTACH]), _EVENT, _EVENT, st.just("")),
    st.tuples(st.just(EditKind.ORDER), _EVENT, _EVENT.map("before {}".format), st.just("")),
    st.tuples(st.just(EditKind.ROLE), _EVENT, st.sampled_from(["victim", "none"]), st.just("silva")),
    st.tuples(st.just(EditKind.ACTOR_JOIN), st.just("silva"), st.just("orr"), st.just("")),
    st.tuples(st.just(EditKind.SOURCE_JOIN), st.just("cnn"), st.just("courier"), st.just("")),
    st.tuples(st.just(EditKind.REMOVE), st.sampled_from(IDS), _YES, st.just("")),
    st.tuples(st.just(EditKind.REVIEW), _EVENT, st.sampled_from(["accepted", "rejected", ""]), st.just("")),
    st.tuples(st.just(EditKind.PUBLISHED), st.sampled_from(IDS), st.sampled_from(["2019-02-11", ""]), st.just("")),
)
CHANGES = st.lists(st.one_of(st.sampled_from(ARTICLES), EDITS, EDITS, st.sampled_from(["undo", "redo"])), max_size=7)
numbers = itertools.count()


def changed(store: Store, changes: list[object]) -> None:
    for change in changes:
        if isinstance(change, Extraction):
            store.add(change)
        elif isinstance(change, tuple):
            with suppress(KeyError, ValueError):
                store.edit(*change)
        else:
            getattr(store, str(change))()


def made(folder: Path, author: str, *of: Contents | list[object]) -> Contents:
    """A timeline of that person, from what another one is or what was done."""
    with Store.open(folder / f"{next(numbers)}.json") as store:
        store.sign(author)
        for one in of:
            if isinstance(one, Contents):
                store.take(one)
            else:
                changed(store, one)
        return store.contents()


def said(contents: Contents) -> tuple[dict[str, Extraction], dict[str, Row]]:
    """All that two people share: articles, and corrections without the merges and what came before them.

    And without what became of events that were read otherwise: that is said when it is found.
    """
    rows: dict[str, Row] = {
        name: {key: value for key, value in row.items() if key != "after"}
        for name, row in portable(contents.log).items()
        if row["kind"] != EditKind.MERGE and row.get("author") != PROGRAM
    }
    return dict(contents.extractions), rows


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("merging")


@settings(max_examples=20, deadline=None)
@given(CHANGES, CHANGES, CHANGES, CHANGES)
def test_merging_is_the_same_whoever_does_it_in_whatever_order(
    folder: Path, shared: list[object], anns: list[object], bens: list[object], cleos: list[object]
) -> None:
    begun = made(folder, "ann", shared)
    ann, ben, cleo = (made(folder, name, begun, own) for name, own in (("ann", anns), ("ben", bens), ("cleo", cleos)))
    both = merged(ann, ben)
    assert said(both) == said(merged(ben, ann))
    assert portable(both.log).keys() == portable(merged(ben, ann).log).keys()
    assert said(merged(both, cleo)) == said(merged(ann, merged(ben, cleo)))
    for other in (ann, ben, both):
        assert merged(both, other).rows() == both.rows()
    assert Contents.of(raw(both)).rows() == both.rows()


def raw(contents: Contents) -> RawTables:
    return msgspec.json.decode(msgspec.json.encode(contents.rows()), type=RawTables)


def test_the_words_of_one_file_by_another_outlet_are_one_article_however_often_they_are_merged(folder: Path) -> None:
    ann, ben = (made(folder, name, [article(1, publisher=name)]) for name in ("Courier", "Herald"))
    both = merged(ann, ben)
    assert both.extractions.keys() == ann.extractions.keys()
    assert said(both) == said(merged(ben, ann))
    for other in (ann, ben, both):
        assert merged(both, other).rows() == both.rows()


@settings(max_examples=20, deadline=None)
@given(CHANGES, CHANGES, CHANGES, st.lists(EDITS, max_size=3))
def test_a_merge_is_taken_back_and_made_again_in_one_step(
    folder: Path, shared: list[object], anns: list[object], bens: list[object], later: list[object]
) -> None:
    begun = made(folder, "ann", shared)
    ann, ben = (made(folder, name, begun, own) for name, own in (("ann", anns), ("ben", bens)))
    path = folder / f"{next(numbers)}.json"
    with Store.open(path) as store:
        store.take(ann)
        if not store.merge(ben, "ben.json").is_anything:
            assert store.contents().rows() == ann.rows()
            return
        with_ben, shown = store.contents(), store.timeline
        with Store.open(path, read_only=True) as reader:
            assert reader.contents().rows() == with_ben.rows()
            assert reader.timeline.entries == shown.entries
        assert not store.merge(ben, "ben.json").is_anything
        assert store.contents().rows() == with_ben.rows()
        changed(store, later)
        while (edits := store.undo()) and edits[0].kind is not EditKind.MERGE:
            pass
    with Store.open(path) as store:
        assert {name: row for name, row in portable(store.history()).items() if name in portable(ann.log)} == portable(
            ann.log
        )
        assert {edit for edit in store.history() if not edit.undone} == {edit for edit in ann.log if not edit.undone}
        assert store.contents().extractions == ann.extractions
        if not later:
            assert [edit.kind for edit in store.redo()] == [EditKind.MERGE]
            assert said(store.contents()) == said(with_ben)
            for part in ("entries", "articles", "actors", "sources", "orphans"):
                assert getattr(store.timeline, part) == getattr(shown, part)


def test_an_article_that_both_have_is_there_once_as_the_later_extractor_read_it(folder: Path) -> None:
    old, new = article(1, "en-9", publisher="Courier"), article(1, "en-10", dated=False)
    ann, ben = made(folder, "ann", [old]), made(folder, "ben", [new])
    (both,) = merged(ann, ben).extractions.values()
    assert both.extractor == "en-10"
    assert both.article.publisher == "Courier"
    assert [source.id for source in both.sources] == ["courier"]
    assert both.article.published == by_metadata(MONDAY)
    assert [one.when.edtf for one in both.assertions] == [one.when.edtf for one in old.assertions]


def test_an_edit_that_one_took_back_is_taken_back_for_both_until_it_is_made_again(folder: Path) -> None:
    star = (EditKind.STAR, ARTICLES[0].events[0].id, "yes")
    ann = made(folder, "ann", [ARTICLES[0], star])
    ben = made(folder, "ben", ann, ["undo"])
    assert [edit.undone for edit in merged(ann, ben).log] == [True]
    again = made(folder, "ben", ben, ["redo"])
    assert [edit.undone for edit in merged(merged(ann, ben), again).log] == [False]


def test_what_is_added_after_a_merge_that_brought_it_stays_when_that_is_taken_back(folder: Path) -> None:
    ben = made(folder, "ben", [ARTICLES[0], ARTICLES[2]])
    with Store.open(folder / "added.json") as store:
        store.merge(ben, "ben.json")
        assert store.add(ARTICLES[0]).outcome == "unchanged"
        store.undo()
        assert list(store.timeline.articles) == [ARTICLES[0].article.id]
    with Store.open(folder / "added.json", read_only=True) as store:
        assert list(store.timeline.articles) == [ARTICLES[0].article.id]


def test_records_that_do_not_fit_each_other_are_refused_and_nothing_is_changed(folder: Path) -> None:
    mine, other = ARTICLES[0], ARTICLES[2]
    stolen = mine.assertions[0].id
    first, second = other.assertions
    forged = replace(
        other,
        events=(replace(other.events[0], assertions=(stolen,)), other.events[1]),
        assertions=(replace(first, id=stolen), second),
    )
    theirs = made(folder, "ben", [forged])
    with Store.open(folder / "forged.json") as store:
        store.add(mine)
        with pytest.raises(ValueError, match="another article has one of this id"):
            store.merge(theirs, "ben.json")
        assert list(store.timeline.articles) == [mine.article.id]
        assert store.history() == ()


def test_a_timeline_is_repaired_with_a_merge_that_can_be_made_again_if_all_of_it_is_left(folder: Path) -> None:
    star = (EditKind.STAR, ARTICLES[0].events[0].id, "yes")
    ben = made(folder, "ben", [ARTICLES[0], star])
    path = folder / "repaired.json"
    with Store.open(path) as store:
        store.add(ARTICLES[2])
        store.merge(ben, "ben.json")
        store.undo()
    content = path.read_text()
    for broken, merges in (
        (content.replace('"actors": {', '"actors" {', 1), 1),
        (re.sub(r'("aside": \{\n[^\n]*"edits":)', r"\1?", content), 0),
        (re.sub(r'("aside": \{\n[^\n]*"at":")[^"]+', r"\1soon", content), 0),
        (re.sub(r'("aside": \{\n[^\n]*"text":")[^"]+', r"\1another", content), 0),
    ):
        assert broken != content
        path.write_text(broken)
        shutil.rmtree(path.with_name("repaired.json.kept"), ignore_errors=True)
        repair(path)
        with Store.open(path) as store:
            assert [edit.kind for edit in store.history()] == merges * [EditKind.MERGE]
            store.redo()
            assert len(store.timeline.articles) == 1 + merges


def test_a_merge_whose_other_side_is_gone_is_refused_with_its_row(folder: Path) -> None:
    path = folder / "gone.json"
    with Store.open(path) as store:
        store.merge(made(folder, "ben", [ARTICLES[0]]), "ben.json")
    tables = json.loads(path.read_text())
    del tables["aside"]
    path.write_text(json.dumps(tables))
    with pytest.raises(StoreError, match="edits, row “1”: what this merge changed is not kept with it"):
        Store.open(path, accept=True)


def test_corrections_hold_on_the_events_as_the_later_extractor_read_them_whoever_merges(folder: Path) -> None:
    old, new = article(0), triggered_elsewhere(article(0))
    ann = made(folder, "ann", [old, (EditKind.NOTE, old.events[0].id, "hers", "")])
    ben = made(folder, "ben", [new])
    assert portable(merged(ann, ben).log).keys() == portable(merged(ben, ann).log).keys()
    with Store.open(folder / "as-read-later.json") as store:
        store.take(ben)
        store.merge(ann, "anns.json")
        assert [(entry.id, entry.note) for entry in store.timeline.entries if entry.note] == [
            (new.events[0].id, "hers")
        ]


def test_two_dates_that_people_gave_with_an_article_are_a_conflict_and_neither_is_lost(folder: Path) -> None:
    dated = [article(0, dated=False), article(0, dated=False)]
    days = [MONDAY, MONDAY.replace(day=29)]
    sides = [
        made(folder, "x", [replace(one, article=replace(one.article, published=by_person(day)))])
        for one, day in zip(dated, days, strict=True)
    ]
    one, other = merged(*sides), merged(*reversed(sides))
    assert portable(one.log) == portable(other.log)
    (conflict,) = conflicts(one.log)
    assert [edit.value for edit in conflict.edits] == [day.isoformat() for day in days]
    with Store.open(folder / "given-dates.json") as store:
        store.take(sides[0])
        store.merge(sides[1], "his.json")
        assert not store.merge(sides[1], "his.json").is_anything
        (shown,) = store.timeline.articles.values()
        assert shown.published == by_person(days[1])
        store.sign("ann")
        store.edit(EditKind.PUBLISHED, shown.id, days[0].isoformat())
        store.merge(sides[1], "his.json")
        assert conflicts(store.history()) == []
        assert store.timeline.articles[shown.id].published == by_person(days[0])


def test_what_a_merge_brought_is_the_same_aside_and_read_again(folder: Path) -> None:
    event = ARTICLES[0].events[0].id
    ben = made(folder, "ben", [ARTICLES[0], *((EditKind.NOTE, event, text) for text in ("first", "second"))])
    path = folder / "aside.json"
    with Store.open(path) as store:
        store.merge(ben, "ben.json")
        store.undo()
        kept = store.contents()
    with Store.open(path, read_only=True) as reader:
        assert reader.contents().asides == kept.asides


def test_a_merge_that_brought_another_text_is_taken_back_whole_though_that_was_added_again(tmp_path: Path) -> None:
    texts = sorted((article(2), article(2, word="new")), key=lambda one: one.article.id)
    with Store.open(tmp_path / "theirs.json") as store:
        store.add(texts[1])
        theirs = store.contents()
    with Store.open(tmp_path / "mine.json") as store:
        store.add(texts[0])
        store.merge(theirs, "theirs.json")
        assert list(store.articles) == [texts[1].article.id]
        assert store.add(texts[1]).outcome == "unchanged"
        (step,) = store.undo()
        assert list(store.articles) == [texts[0].article.id]
        assert store.stays(step) == ()
        assert store.add(texts[0]).outcome == "unchanged"
        store.redo()
        assert list(store.articles) == [texts[1].article.id]


def test_a_merge_is_not_made_again_over_another_text_that_was_added_since_but_anew(tmp_path: Path) -> None:
    with Store.open(tmp_path / "theirs.json") as store:
        store.add(article(1))
        store.add(article(2))
        theirs = store.contents()
    with Store.open(tmp_path / "mine.json") as store:
        store.merge(theirs, "theirs.json")
        store.undo()
        store.add(article(2, word="new"))
        with pytest.raises(StoreError, match=r"is there in another text than it would bring\. Merge it anew"):
            store.redo()
        assert list(store.articles) == [article(2, word="new").article.id]
        store.merge(theirs, "theirs.json")
        assert sorted(one.article.name for one in store.extractions()) == ["article 1", "article 2"]
