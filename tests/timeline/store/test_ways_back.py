"""Earlier states that are kept, backups, and what can be saved of a damaged timeline."""

import datetime as dt
import json
import os
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from msgspec.structs import replace

from tests.timeline.builders import MONDAY, by_metadata, person, reading
from tests.timeline.store.changing import cut_and_repaired
from timeline.edits import EditKind
from timeline.model import Attribution
from timeline.outlets import outlet_of
from timeline.speakers import speaker_of
from timeline.store import Store, StoreError, kept
from timeline.store.backups import backup, named_state, restore
from timeline.store.kept import DAYS, kept_states
from timeline.store.repairing import repair
from timeline.store.snapshot import SCHEMA

ANN = person("Ann Lee")
STORY = reading("Ann Lee left on Saturday.", "It rained on Friday.", published=by_metadata(MONDAY), actors=[ANN])
OTHER = reading("Orr spoke today.", "Nobody listened.", published=by_metadata(MONDAY))
EVENT = STORY.events[0].id


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A timeline of two articles, with two states before it that are kept as one."""
    path = tmp_path / "story.json"
    for number, article in enumerate((STORY, OTHER)):
        with Store.open(path) as store:
            store.add(article)
            store.edit(EditKind.NOTE, EVENT, f"note {number}")
    return path


def notes(path: Path) -> list[str]:
    with Store.open(path, read_only=True) as store:
        return [edit.value for edit in store.history()]


def noted(path: Path, note: str) -> None:
    with Store.open(path) as store:
        store.edit(EditKind.NOTE, EVENT, note)


def killed(path: Path, *texts: str) -> Path:
    """The journal of a writer that was killed after these notes."""
    store = Store.open(path)
    for text in texts:
        store.edit(EditKind.NOTE, EVENT, text)
    store._files.storage.close()
    assert store._files.lock
    store._files.lock.release()
    return path.with_name("story.json.journal")


def aged(path: Path, days: int) -> None:
    """The file, written so many days ago."""
    then = dt.datetime(2026, 11, 20, 12, tzinfo=dt.UTC) - dt.timedelta(days=days)
    os.utime(path, (then.timestamp(), then.timestamp()))


def test_a_timeline_of_one_session_is_a_single_file(tmp_path: Path) -> None:
    with Store.open(tmp_path / "story.json") as store:
        store.add(STORY)
        store.edit(EditKind.NOTE, EVENT, "a")
    assert [file.name for file in tmp_path.iterdir()] == ["story.json"]


def test_the_state_before_is_kept(path: Path) -> None:
    (state,) = kept_states(path)
    assert notes(state) == ["note 0"]
    noted(path, "note 2")
    (state,) = kept_states(path)
    assert notes(state) == ["note 0", "note 1"]


def test_one_state_a_day_is_kept_for_seven_days(path: Path) -> None:
    kept_states(path)[0].unlink()
    for days in range(12, 0, -1):
        aged(path, days)
        noted(path, f"day {days}")
    states = kept_states(path)
    assert [state.stem for state in states] == [f"2026-11-{day:02}" for day in range(19, 12, -1)]
    assert [notes(state)[-1] for state in states] == [f"day {days}" for days in range(2, 9)]


@pytest.mark.parametrize("days", [3_000, -3_000], ids=["long ago", "yet to come"])
def test_the_state_before_is_kept_whatever_day_its_file_says(path: Path, days: int) -> None:
    for each in range(9, 0, -1):
        aged(path, each)
        noted(path, f"day {each}")
    aged(path, days)
    noted(path, "today")
    aged(path, 0)
    states = {state.stem: notes(state)[-1] for state in kept_states(path)}
    assert len(states) == DAYS
    assert "day 1" in states.values()


def test_what_is_kept_is_bounded_in_bytes_but_for_the_state_before(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "MOST", 3 * path.stat().st_size)
    for days in range(6, 0, -1):
        aged(path, days)
        noted(path, f"day {days}")
    assert 1 <= len(kept_states(path)) <= 3
    monkeypatch.setattr(kept, "MOST", 1)
    noted(path, "today")
    (state,) = kept_states(path)
    assert notes(state)[-1] == "day 1"


def test_what_cannot_be_kept_does_not_keep_a_change_from_being_saved(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(kept, "kept_in", refused)
    noted(path, "note 2")
    assert notes(path) == ["note 0", "note 1", "note 2"]


def test_a_folder_of_states_that_is_a_link_is_not_followed(path: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    path.with_name("story.json.kept").rename(mine)
    (mine / "2019-01-01.json").write_text("mine")
    before = sorted((file, file.read_bytes()) for file in mine.iterdir())
    path.with_name("story.json.kept").symlink_to(mine)
    noted(path, "note 2")
    assert sorted((file, file.read_bytes()) for file in mine.iterdir()) == before
    assert kept_states(path) == []
    assert notes(path)[-1] == "note 2"


def test_a_timeline_goes_back_to_a_day_and_forth_again(path: Path) -> None:
    (state,) = kept_states(path)
    (later,) = restore(path, named_state(path, state.stem))
    assert notes(path) == ["note 0"]
    assert notes(later) == ["note 0", "note 1"]
    restore(path, later)
    assert notes(path) == ["note 0", "note 1"]


def test_a_backup_of_an_open_timeline_has_all_that_was_acknowledged(path: Path, tmp_path: Path) -> None:
    to = tmp_path / "copy.json"
    with Store.open(path) as store:
        store.edit(EditKind.NOTE, EVENT, "just now")
        backup(path, to)
        assert notes(to) == ["note 0", "note 1", "just now"]
        with pytest.raises(StoreError, match="exists already"):
            backup(path, to)
        with pytest.raises(StoreError, match="being written to by another"):
            restore(path, to)
    noted(path, "later")
    restore(path, to)
    assert notes(path) == ["note 0", "note 1", "just now"]


def test_what_is_no_timeline_is_not_restored(path: Path, tmp_path: Path) -> None:
    before = path.read_bytes()
    other = tmp_path / "other.json"
    other.write_text("{}")
    for wanted in (other, tmp_path / "2019-01-01"):
        with pytest.raises(StoreError):
            restore(path, wanted)
    assert path.read_bytes() == before


Break = Callable[[str], str]


@pytest.mark.parametrize(
    ("damage", "articles", "edits", "lost"),
    [
        (lambda text: text[: text.index('"meta"')], 2, 2, 0),
        (lambda text: text.replace('"title":"Orr spoke', '"title"Orr spoke'), 2, 2, 2),
        (lambda text: text.replace('"number":1,', '"number":', 1), 2, 2, 1),
        (lambda text: text.replace('"note 0"', '"note 0', 1), 2, 2, 1),
        (lambda text: text.replace('"note 1"', '"note 1'), 2, 1, 1),
        (lambda text: text.replace('"assertions": {', '"assert {'), 2, 2, 0),
        (lambda text: text.replace(f'"source":"{OTHER.article.id}"', '"source":"nobody"', 1), 2, 2, 1),
        (lambda text: text.replace(f'"{STORY.article.id}": {{', f'"{STORY.article.id}": ', 1), 2, 2, 1),
        (lambda text: text.replace(f'"{OTHER.article.id}": {{', f'"{OTHER.article.id}": ', 1), 1, 2, 1),
        (lambda text: text[: len(text) // 3], 1, 2, 1),
    ],
)
def test_all_that_can_be_read_is_saved_and_the_rest_is_named(
    path: Path, damage: Break, articles: int, edits: int, lost: int
) -> None:
    damaged = damage(path.read_text())
    assert damaged != path.read_text()
    path.write_text(damaged)
    repaired = repair(path)
    assert (repaired.articles, repaired.edits) == (articles, edits)
    assert len(repaired.lost) >= lost
    (aside,) = repaired.aside
    assert aside.read_text() == damaged
    with Store.open(path) as store:
        assert store.notices == ()
        assert len(store.timeline.articles) == articles
        store.undo()


def test_a_flipped_bit_in_a_journal_is_turned_back(path: Path) -> None:
    journal = killed(path, "first", "second")
    whole, chance = journal.read_bytes(), Random(14)
    before = path.read_bytes()
    for _ in range(40):
        path.write_bytes(before)
        flipped = bytearray(whole)
        flipped[chance.randrange(len(whole))] ^= 1 << chance.randrange(8)
        journal.write_bytes(flipped)
        with pytest.raises(StoreError, match="dateline repair"):
            Store.open(path)
        assert repair(path).lost == ()
        assert notes(path) == ["note 0", "note 1", "first", "second"]


def test_a_change_that_is_missing_loses_no_other(path: Path) -> None:
    journal = killed(path, "first", "second", "third")
    lines = journal.read_bytes().splitlines(keepends=True)
    journal.write_bytes(b"".join(lines[:2] + lines[3:]))
    with pytest.raises(StoreError, match="does not follow"):
        Store.open(path)
    repair(path)
    assert notes(path) == ["note 0", "note 1", "first", "third"]


def test_a_journal_is_repaired_onto_the_state_that_it_continues(path: Path) -> None:
    (state,) = kept_states(path)
    old = state.read_bytes()
    noted(path, "note 2")
    journal = killed(path, "last")
    path.write_bytes(old)
    with pytest.raises(StoreError, match="is older than the journal"):
        Store.open(path)
    assert len(repair(path).aside) == 2
    assert not journal.exists()
    assert notes(path)[-1] == "last"


def test_a_timeline_of_a_newer_dateline_is_not_repaired(path: Path) -> None:
    newer = path.read_text().replace(f'"schema":{SCHEMA}', f'"schema":{SCHEMA + 1}')
    path.write_text(newer)
    with pytest.raises(StoreError, match="newer dateline"):
        repair(path)
    assert path.read_text() == newer


def test_what_has_nothing_of_a_timeline_in_it_stays_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "story.json"
    path.write_text(json.dumps({"a": 1}))
    with pytest.raises(StoreError, match="nothing of a timeline"):
        repair(path)
    assert [file.name for file in tmp_path.iterdir()] == ["story.json"]


def events(path: Path) -> int:
    with Store.open(path, read_only=True) as store:
        return sum(len(one.events) for one in store.extractions())


def test_wherever_a_timeline_is_cut_off_no_event_is_lost_that_was_kept(tmp_path: Path) -> None:
    assert not any(cut_and_repaired(tmp_path, step=97))


def test_an_article_that_was_read_again_is_taken_as_it_was_before_where_nothing_is_left_of_it(path: Path) -> None:
    with Store.open(path) as store:
        store.add(replace(STORY, extractor="en-2"))
    text = path.read_text()
    path.write_text(text[: text.index('"assertions"')])
    repaired = repair(path)
    assert events(path) == len(STORY.events) + len(OTHER.events)
    (says,) = [one.says for one in repaired.lost if one.key == STORY.article.id]
    assert "read it otherwise" in says


def test_sources_that_are_cut_off_are_told_again_by_the_article_that_quotes_them(tmp_path: Path) -> None:
    path = tmp_path / "story.json"
    attribution = Attribution(speaker="Ann Lee", vouches=True, source=(), cue=(), content=())
    one = reading("Orr spoke today.", "Nobody listened.", published=by_metadata(MONDAY))
    article = replace(one.article, attributions=(attribution,))
    speaker = speaker_of(article, attribution)
    assert speaker is not None
    outlet = outlet_of(article)
    said = [replace(each, source=who.id) for each, who in zip(one.assertions, (outlet, speaker), strict=True)]
    with Store.open(path) as store:
        store.add(replace(one, article=article, assertions=tuple(said), sources=(outlet, speaker)))
    text = path.read_text()
    path.write_text(text[: text.index('"sources"')] + text[text.index('"assertions"') :])
    assert repair(path).lost == ()
    with Store.open(path) as store:
        (extraction,) = store.extractions()
    assert {each.id: each.name for each in extraction.sources} == {outlet.id: "article", speaker.id: "Ann Lee"}
    assert len(extraction.events) == len(one.events)


def test_an_article_that_is_its_own_source_since_an_earlier_text_is_so_again(tmp_path: Path) -> None:
    path = tmp_path / "story.json"
    with Store.open(path) as store:
        for place in ("hall", "room"):
            second = f"But nobody listened to him or to anybody else who had come to the {place}."
            one = reading("Orr spoke today of what the town could do with its old mill.", second, name="hall")
            outlet = outlet_of(one.article)
            said = tuple(replace(each, source=outlet.id) for each in one.assertions)
            outcome = store.add(replace(one, assertions=said, sources=(outlet,))).outcome
    assert outcome == "updated"
    text = path.read_text()
    path.write_text(text[: text.index('"sources": {')] + text[text.index('"assertions": {') :])
    assert repair(path).lost == ()
    with Store.open(path) as store:
        (extraction,) = store.extractions()
    assert len(extraction.events) == 2
    assert [one.name for one in extraction.sources] == ["hall"]


def test_a_merge_and_an_earlier_text_that_are_cut_off_are_taken_from_the_kept_state(path: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.json"
    with Store.open(other) as store:
        store.add(reading("Lee left on Friday.", published=by_metadata(MONDAY), name="third"))
    with Store.open(path) as store, Store.open(other, read_only=True) as theirs:
        store.merge(theirs.contents(), "other")
    noted(path, "after the merge")
    noted(path, "and again")
    with Store.open(path) as store:
        before = [edit.kind for edit in store.history()]
    text = path.read_text()
    path.write_text(text[: text.index('"aside"')])
    repair(path)
    with Store.open(path) as store:
        assert [edit.kind for edit in store.history()] == before
        assert len(store.timeline.articles) == 3


def test_a_repair_names_no_change_as_lost_that_never_counted_as_made(path: Path) -> None:
    journal = killed(path, "in the journal", "being written when the power went")
    content = journal.read_bytes()
    journal.write_bytes(content[: content.rindex(b'"number"')] + bytes(600))
    snapshot = bytearray(path.read_bytes())
    snapshot[snapshot.index(b"It rained") + 4] = 0xFF  # no text any more
    path.write_bytes(snapshot)
    repaired = repair(path)
    assert not [one for one in repaired.lost if one.table == "journal"]
    assert notes(path)[-1] == "in the journal"
