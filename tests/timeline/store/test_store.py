import datetime as dt
import gc
import subprocess
import sys
import weakref
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.timeline.builders import MONDAY, by_metadata, by_person, person, reading
from timeline.edits import Edit, EditKind
from timeline.model import Basis, Extraction, Published
from timeline.store import Store, StoreError
from timeline.store.journal import Change
from timeline.store.storage import JournaledStorage

GUAIDO = person("Guaido")
STORY = reading(
    "Silva defected Saturday.",
    "Guaido spoke Friday.",
    published=by_metadata(MONDAY),
    publisher="CNN",
    title="Unrest",
    name="cnn",
    actors=[GUAIDO],
)
WEATHER = reading("It rained today.", "Guaido got wet.", name="weather", actors=[person("Guaido", "Guaidó")])
SILVA, SPOKE = (assertion.event for assertion in STORY.assertions)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "story.json"


def reopened(path: Path) -> Store:
    return Store.open(path, read_only=True)


def files_beside(path: Path) -> list[str]:
    return sorted(file.name for file in path.parent.iterdir())


def assert_same(one: Store, other: Store) -> None:
    for part in ("entries", "articles", "actors", "sources", "orphans"):
        assert getattr(one.timeline, part) == getattr(other.timeline, part)
    assert one.history() == other.history()


def story(published: Published | None, extractor: str = "en-1") -> Extraction:
    return reading(
        "Silva defected Saturday.", "Guaido spoke Friday.", published=published, actors=[GUAIDO], extractor=extractor
    )


def test_timelines_opened_one_after_the_other_are_given_back_by_any_program(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept: list[bool] = []
    gc.enable()  # an app that another test opened may have put it off
    monkeypatch.setattr(gc, "freeze", lambda: kept.append(True))
    with Store.open(path) as store:
        store.add(STORY)
        assert store.timeline.entries
    for read_only in (True, False):
        with Store.open(path, read_only=read_only) as store:
            assert store.timeline.entries
    assert not kept, "the library keeps nothing from the search for garbage"
    assert gc.isenabled()


# Adding


def test_what_was_added_is_there_in_the_next_session(path: Path) -> None:
    with Store.open(path) as store:
        added = store.add(STORY)
        store.add(WEATHER)
        assert_same(store, reopened(path))
    assert (added.article, added.events, added.outcome) == (STORY.article.id, 2, "new")
    with Store.open(path) as again:
        assert_same(again, store)
        assert again.timeline.articles[STORY.article.id] == STORY.article


def test_at_rest_a_timeline_is_one_file(path: Path) -> None:
    with Store.open(path) as store:
        store.add(STORY)
        store.edit(EditKind.STAR, SILVA, "yes")
    assert files_beside(path) == ["story.json"]


def test_opening_and_closing_leaves_nothing_behind_where_there_was_nothing(path: Path) -> None:
    Store.open(path).close()
    assert files_beside(path) == []


def test_adding_the_same_again_writes_nothing(path: Path) -> None:
    with Store.open(path) as store:
        store.add(STORY)
    before = path.stat()
    with Store.open(path) as store:
        assert store.add(STORY).outcome == "unchanged"
        assert store.add(replace(STORY, article=replace(STORY.article, name="copy", origin="x"))).outcome == "unchanged"
        assert files_beside(path) == ["story.json", "story.json.lock"]
    assert (path.stat().st_ino, path.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_the_same_article_under_another_name_is_the_same(path: Path) -> None:
    one, other = (reading("It rained today.", name=name) for name in ("first", "copy"))
    with Store.open(path) as store:
        store.add(one)
        assert store.add(other).outcome == "unchanged"
        assert [source.name for source in store.timeline.sources.values()] == ["first"]


def test_two_records_of_one_id_are_refused_with_nothing_kept(path: Path) -> None:
    story = reading("Silva defected Saturday.", "Guaido spoke Friday.", name="story")
    first, second = story.assertions
    with Store.open(path) as store:
        with pytest.raises(ValueError, match=rf"two records of article “story” have the id {first.id}"):
            store.add(replace(story, assertions=(first, replace(second, id=first.id))))
        assert store.timeline.entries == ()
        assert store.add(story).outcome == "new"


def test_a_better_extraction_replaces_the_old_one_and_the_edits_hold(path: Path) -> None:
    better = replace(
        STORY,
        extractor="en-2",
        events=STORY.events[:1],
        actors=(),
        assertions=(replace(STORY.assertions[0], title="An attaché defected", participants=()),),
    )
    with Store.open(path) as store:
        store.add(STORY)
        store.edit(EditKind.STAR, SILVA, "yes")
        note = store.edit(EditKind.NOTE, SPOKE, "his first speech")
        assert store.add(better).outcome == "replaced"
        for view in (store, reopened(path)):
            assert [entry.title for entry in view.timeline.entries] == ["An attaché defected"]
            assert view.timeline.entry(SILVA).starred
            assert view.timeline.actors == {}
            assert view.timeline.orphans == (note,)
        store.add(replace(STORY, extractor="en-3"))
        assert store.timeline.entry(SPOKE).note == "his first speech"
        assert store.timeline.orphans == ()


def test_an_actor_stays_while_another_article_names_it(path: Path) -> None:
    with Store.open(path) as store:
        store.add(STORY)
        store.add(WEATHER)
        assert store.timeline.actors["guaido"].aliases == ("Guaidó",)
        unnamed = tuple(replace(assertion, participants=()) for assertion in WEATHER.assertions)
        store.add(replace(WEATHER, extractor="en-2", actors=(), assertions=unnamed))
        assert store.timeline.actors["guaido"] == GUAIDO
        assert_same(store, reopened(path))


def test_metadata_that_a_second_reading_lacks_stay(path: Path) -> None:
    plain = reading("Silva defected Saturday.", "Guaido spoke Friday.", actors=[GUAIDO], extractor="en-2")
    with Store.open(path) as store:
        store.add(STORY)
        assert store.add(plain).outcome == "replaced"
        assert store.add(plain).outcome == "unchanged"
        article = store.timeline.articles[STORY.article.id]
        assert (article.title, article.publisher, article.published) == ("Unrest", "CNN", by_metadata(MONDAY))
        assert list(store.timeline.sources) == ["cnn"]
        assert len(store.timeline.of_source("cnn")) == 2
        assert store.timeline.entry(SILVA).when == STORY.assertions[0].when


def test_metadata_that_a_second_reading_brings_are_kept(path: Path) -> None:
    with Store.open(path) as store:
        store.add(story(None))
        assert store.add(STORY).outcome == "replaced"
        assert store.timeline.articles[STORY.article.id].publisher == "CNN"
        assert list(store.timeline.sources) == ["cnn"]


@pytest.mark.parametrize("stronger", list(Basis)[:-1])
def test_a_publication_date_gives_way_only_to_a_basis_as_strong(path: Path, stronger: Basis) -> None:
    weaker = list(Basis)[list(Basis).index(stronger) + 1]
    strong, weak = Published(MONDAY, stronger), Published(MONDAY + dt.timedelta(days=9), weaker)
    with Store.open(path) as store:
        for published, in_force in ((weak, weak), (strong, strong), (weak, strong), (None, strong)):
            store.add(story(published))
            article = store.timeline.articles[STORY.article.id]
            assert article.published == in_force
            dates = [a.when for a in story(in_force).assertions]
            assert [store.timeline.entry(event).when for event in (SILVA, SPOKE)] == dates


def test_a_date_that_a_person_gives_later_replaces_the_earlier_one(path: Path) -> None:
    tuesday = MONDAY + dt.timedelta(days=1)
    with Store.open(path) as store:
        store.add(story(by_person(MONDAY)))
        store.add(story(by_person(tuesday)))
        assert store.timeline.articles[STORY.article.id].published == by_person(tuesday)
        store.edit(EditKind.PUBLISHED, STORY.article.id, "2019-02-03")
        assert store.add(story(by_person(tuesday))).outcome == "unchanged"
        assert store.timeline.articles[STORY.article.id].published == by_person(dt.date(2019, 2, 3))
        assert store.add(story(by_person(MONDAY))).outcome == "replaced"
        assert store.timeline.articles[STORY.article.id].published == by_person(MONDAY)
        assert_same(store, reopened(path))
        store.undo()
        assert store.timeline.articles[STORY.article.id].published == by_person(dt.date(2019, 2, 3))


def test_dating_an_article_later_gives_the_file_of_the_date_given_at_once_but_for_the_log(tmp_path: Path) -> None:
    with Store.open(tmp_path / "later.json") as later, Store.open(tmp_path / "once.json") as once:
        later.add(story(None))
        later.edit(EditKind.PUBLISHED, STORY.article.id, "2019-01-28")
        once.add(story(by_person(MONDAY)))
        assert later.timeline.entries == once.timeline.entries
        assert later.timeline.articles == once.timeline.articles


def test_the_order_of_adding_leaves_no_trace(tmp_path: Path) -> None:
    extractions = [STORY, WEATHER, reading("A third.", actors=[person("Guaido", "Juan")])]
    contents = set()
    for name, order in (("a", extractions), ("b", extractions[::-1])):
        with Store.open(tmp_path / name) as store:
            for extraction in order:
                store.add(extraction)
        contents.add((tmp_path / name).read_bytes())
    assert len(contents) == 1


# Removing


def test_an_article_that_was_removed_is_back_when_it_is_added_again(path: Path) -> None:
    with Store.open(path) as store:
        store.add(STORY)
        store.edit(EditKind.STAR, SILVA, "yes")
        store.edit(EditKind.REMOVE, STORY.article.id, "yes")
        assert not store.timeline.entries
        assert not store.timeline.articles
        assert store.add(STORY).outcome == "new"
        assert store.timeline.entry(SILVA).starred
        assert_same(store, reopened(path))
        store.undo()
        assert store.timeline.entries == ()


def test_adding_a_removed_article_with_a_later_date_is_two_edits_that_undo_one_by_one(path: Path) -> None:
    with Store.open(path) as store:
        store.add(story(None))
        store.edit(EditKind.PUBLISHED, STORY.article.id, "2019-02-03")
        store.edit(EditKind.REMOVE, STORY.article.id, "yes")
        store.add(story(by_person(MONDAY)))
        assert store.timeline.articles[STORY.article.id].published == by_person(MONDAY)
        store.undo()
        assert store.timeline.articles[STORY.article.id].published == by_person(dt.date(2019, 2, 3))
        store.undo()
        assert store.timeline.articles == {}
        store.redo()
        store.redo()
        assert store.timeline.articles[STORY.article.id].published == by_person(MONDAY)


# Editing


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (EditKind.DATE, "32 May"),
        (EditKind.DATE, "2019-13"),
        (EditKind.PUBLISHED, "yesterday"),
        (EditKind.PUBLISHED, "2019-02-30"),
        (EditKind.STAR, "no"),
        (EditKind.NOTE, "half a \ud800 pair"),
    ],
)
def test_a_bad_value_is_refused_and_leaves_no_trace(path: Path, kind: EditKind, value: str) -> None:
    with Store.open(path) as store:
        store.add(STORY)
        with pytest.raises(ValueError, match=r"“|surrogates"):
            store.edit(kind, STORY.article.id if kind is EditKind.PUBLISHED else SILVA, value)
        assert store.history() == ()


@pytest.mark.parametrize(
    ("kind", "target"), [(EditKind.STAR, "none"), (EditKind.STAR, STORY.article.id), (EditKind.REMOVE, SILVA)]
)
def test_an_edit_needs_its_target(path: Path, kind: EditKind, target: str) -> None:
    with Store.open(path) as store:
        store.add(STORY)
        with pytest.raises(KeyError):
            store.edit(kind, target, "yes")
        assert store.history() == ()


def test_undo_and_redo_walk_through_the_log_across_sessions(path: Path) -> None:
    with Store.open(path) as store:
        store.add(STORY)
        store.edit(EditKind.NOTE, SILVA, "one")
        store.edit(EditKind.NOTE, SILVA, "two")
    seen = []
    for action in ("undo", "undo", "undo", "redo", "redo", "redo"):
        with Store.open(path) as store:
            edits: tuple[Edit, ...] = getattr(store, action)()
            seen.append(("".join(edit.value for edit in edits), store.timeline.entry(SILVA).note))
    assert seen == [("two", "one"), ("one", ""), ("", ""), ("one", "one"), ("two", "two"), ("", "two")]


def test_a_new_edit_ends_the_redo_of_older_ones_but_keeps_them_in_the_history(path: Path) -> None:
    with Store.open(path) as store:
        store.add(STORY)
        for note in ("one", "two"):
            store.edit(EditKind.NOTE, SILVA, note)
        store.undo()
        store.edit(EditKind.NOTE, SILVA, "three")
        assert store.redo() == ()
        store.undo()
        assert [edit.value for edit in store.redo()] == ["three"]
        assert [(edit.value, edit.undone) for edit in store.history()] == [
            ("one", False),
            ("two", True),
            ("three", False),
        ]


def test_every_change_gives_a_new_timeline_and_leaves_the_old_one_as_it_was(path: Path) -> None:
    with Store.open(path) as store:
        store.add(STORY)
        before = store.timeline
        store.edit(EditKind.STAR, SILVA, "yes")
        store.add(WEATHER)
        assert len(before.entries) == 2
        assert not before.entry(SILVA).starred
        assert store.timeline is not before


# Opening


def test_a_second_writer_is_refused_at_once_and_a_reader_is_not(path: Path) -> None:
    with Store.open(path) as store:
        store.add(STORY)
        with pytest.raises(StoreError, match=r"story\.json is being written to by another dateline"):
            Store.open(path)
        assert_same(store, reopened(path))
        store.edit(EditKind.STAR, SILVA, "yes")
        assert_same(store, reopened(path))
    Store.open(path).close()


def test_a_reader_cannot_write(path: Path) -> None:
    with Store.open(path) as store:
        store.add(STORY)
    before = path.read_bytes()
    with reopened(path) as reader:
        with pytest.raises(StoreError, match="reading only"):
            reader.edit(EditKind.STAR, SILVA, "yes")
        with pytest.raises(StoreError, match="reading only"):
            reader.add(WEATHER)
        assert reader.history() == ()
        assert len(reader.timeline.entries) == 2
    assert path.read_bytes() == before
    assert files_beside(path) == ["story.json"]


def test_a_reader_needs_a_timeline(path: Path) -> None:
    with pytest.raises(StoreError, match="no such timeline"):
        reopened(path)


def test_a_folder_is_no_timeline(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="is a folder"):
        Store.open(tmp_path)


def test_a_missing_folder_is_made(tmp_path: Path) -> None:
    path = tmp_path / "new" / "folder" / "story.json"
    with Store.open(path) as store:
        store.add(STORY)
    assert files_beside(path) == ["story.json"]


def test_a_place_where_nothing_can_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match=r"story\.json cannot be"):
        Store.open(tmp_path / "file" / "story.json")


@pytest.mark.parametrize(
    "change",
    [
        Change(put={"articles": {"x": {"id": "x"}}}),
        Change(put={"events": {"x/y": {"id": 7}}}),
        Change(put={"edits": {"1": {"number": 1, "kind": "burn", "target": "x", "value": ""}}}),
        Change(put={"edits": {"1": {"number": 1, "kind": "date", "target": "x", "value": "soon"}}}),
    ],
)
def test_rows_that_are_no_records_are_an_error_that_leaves_the_file_alone(path: Path, change: Change) -> None:
    storage = JournaledStorage(path)
    storage.append(change)
    storage.compact()
    before = path.read_bytes()
    with pytest.raises(StoreError, match=r"story\.json is damaged: .* dateline repair"):
        Store.open(path)
    assert path.read_bytes() == before
    assert files_beside(path) == ["story.json"]


def test_the_way_to_open_a_timeline_that_the_documentation_shows_works(tmp_path: Path) -> None:
    documentation = (Path(__file__).parents[3] / "docs" / "architecture.md").read_text(encoding="utf-8")
    program = documentation.partition("```python\n")[2].partition("```")[0]
    assert "TimelineDatabase" in program
    first, second = reading("Silva defected.", name="first"), reading("Guaido spoke.", name="second")
    with Store.open(tmp_path / "timeline.json") as store:
        store.add(first)
    with Store.open(tmp_path / "timeline.json") as store:
        store.add(second)
        printed = subprocess.run(
            [sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, check=True
        ).stdout
    lines = {f"{found.article.id} {found.article.name}" for found in (first, second)}
    assert set(printed.splitlines()) == lines


def test_a_long_journal_is_brought_into_the_snapshot(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("timeline.store.open_files._JOURNAL_LIMIT", 1_000)
    journal = path.with_name("story.json.journal")
    with Store.open(path) as store:
        store.add(STORY)
        for number in range(30):
            store.edit(EditKind.NOTE, SILVA, f"note {number}")
            assert not journal.exists() or journal.stat().st_size < 10_000
            assert_same(store, reopened(path))


@pytest.mark.parametrize("unread", [True, False])
def test_no_version_of_the_lines_stays_in_memory_but_the_first_and_the_last(tmp_path: Path, unread: bool) -> None:
    path = tmp_path / "story.json"
    with Store.open(path) as store:
        store.add(reading("Nobody came.", name="first"))
    with Store.open(path, unread=unread) as store:
        versions = [weakref.ref(store.timeline._lines)]
        for number in range(5):
            extraction = reading(f"Rain fell {number} times.", "It was wet on Friday.", name=f"rain {number}")
            store.add(extraction)
            versions.append(weakref.ref(store.timeline._lines))
            store.edit(EditKind.STAR, extraction.events[0].id, "yes")
            store.undo()
            versions.append(weakref.ref(store.timeline._lines))
        gc.collect()
        assert sum(version() is not None for version in versions) == 2
