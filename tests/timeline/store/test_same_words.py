"""Articles of the same words: of two outlets or two days they are two, unless they come from one place."""

import datetime as dt
import itertools
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.timeline.builders import MONDAY, by_metadata, by_person, person, reading
from timeline.edits import EditKind
from timeline.logs.conflicts import conflicts
from timeline.model import Extraction
from timeline.store import Store
from timeline.store.contents import Contents
from timeline.store.merging import merged

WEEK = dt.timedelta(days=7)
ORIGINS = itertools.count()


def printed(
    publisher: str = "", day: dt.date | None = MONDAY, origin: str = "", *, given: bool = False, more: str = ""
) -> Extraction:
    published = None if day is None else by_person(day) if given else by_metadata(day)
    one = reading(
        "Ann Lee left Oslund on Saturday.",
        f"A ferry sank off Corran on Friday.{more}",
        published=published,
        publisher=publisher,
        actors=[person("Ann Lee")],
    )
    return replace(one, article=replace(one.article, origin=origin or f"file-{next(ORIGINS)}.txt"))


HERALD = printed("The Herald", origin="herald.txt")
LEDGER = printed("Daily Ledger", origin="ledger.txt")
COURIER = printed("Courier", origin="courier.txt")
SANK = HERALD.events[1].id


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "story.json") as store:
        yield store


def test_two_outlets_that_print_the_same_words_are_two_articles(store: Store) -> None:
    store.add(HERALD)
    added = store.add(LEDGER)
    assert added.outcome == "new"
    assert "the words of The Herald of 2019-01-28 too" in added.says
    assert {one.publisher for one in store.timeline.articles.values()} == {"The Herald", "Daily Ledger"}
    assert len(store.timeline.entries) == 4


def test_a_notice_of_each_year_is_an_article_of_each(store: Store) -> None:
    for number in range(3):
        assert store.add(printed("The Herald", MONDAY + number * WEEK)).outcome == "new"
    days = {one.published.date for one in store.timeline.articles.values() if one.published}
    assert days == {MONDAY, MONDAY + WEEK, MONDAY + 2 * WEEK}
    assert {entry.when.edtf for entry in store.timeline.entries} >= {"2019-01-25", "2019-02-01", "2019-02-08"}


def test_adding_each_of_them_again_changes_nothing(store: Store) -> None:
    for one in (HERALD, LEDGER):
        store.add(one)
    before = store.timeline.entries
    assert [store.add(one).outcome for one in (LEDGER, HERALD, LEDGER)] == ["unchanged"] * 3
    assert store.timeline.entries == before


def test_each_of_them_is_itself_after_it_was_opened_again(tmp_path: Path) -> None:
    path = tmp_path / "story.json"
    with Store.open(path) as store:
        kept = [store.add(one).article for one in (HERALD, LEDGER)]
    with Store.open(path) as store:
        assert [store.add(one).article for one in (HERALD, LEDGER)] == kept
        assert len(store.timeline.articles) == 2


def test_a_correction_is_of_one_of_them_alone_and_stays_with_it(store: Store) -> None:
    store.add(HERALD)
    own = store.add(LEDGER).article
    (sank,) = (one for one in store.timeline.of_articles({own}) if "ferry" in one.title)
    store.edit(EditKind.TITLE, sank.id, "The ferry went down")
    store.add(replace(LEDGER, extractor="en-2"))
    assert store.timeline.entry(sank.id).title == "The ferry went down"
    assert store.timeline.entry(SANK).title == "A ferry sank off Corran on Friday"


def test_one_without_outlet_or_day_is_the_one_that_is_there(store: Store) -> None:
    store.add(HERALD)
    store.add(printed("The Herald", day=None))
    store.add(printed("", day=MONDAY))
    assert len(store.timeline.articles) == 1


def test_the_same_file_read_otherwise_is_the_same_article(store: Store) -> None:
    store.add(HERALD)
    again = printed("Herald on Sunday", MONDAY + WEEK, "/srv/clips/../clips/herald.txt")
    store.add(replace(again, article=replace(again.article, origin="herald.txt")))
    (only,) = store.timeline.articles.values()
    assert only.publisher == "Herald on Sunday"


@pytest.mark.parametrize("day", [MONDAY, MONDAY + WEEK])
def test_the_day_as_it_was_read_and_as_a_person_corrected_it_are_both_its_own(store: Store, day: dt.date) -> None:
    first = store.add(HERALD).article
    store.edit(EditKind.PUBLISHED, first, (MONDAY + WEEK).isoformat())
    assert store.add(printed("The Herald", day)).article == first


def test_one_that_was_removed_comes_back_and_not_another_in_its_place(store: Store) -> None:
    store.add(HERALD)
    own = store.add(LEDGER).article
    store.edit(EditKind.REMOVE, own, "yes")
    store.add(COURIER)
    assert {one.publisher for one in store.timeline.articles.values()} == {"The Herald", "Courier"}
    assert store.add(LEDGER).article == own


def test_a_changed_text_of_one_of_them_takes_its_place_alone(store: Store) -> None:
    store.add(HERALD)
    own = store.add(LEDGER).article
    (sank,) = (one for one in store.timeline.of_articles({own}) if "ferry" in one.title)
    store.edit(EditKind.NOTE, sank.id, "ours")
    added = store.add(printed("Daily Ledger", origin="ledger.txt", more=" Divers came."))
    assert added.outcome == "updated"
    assert {one.publisher for one in store.timeline.articles.values()} == {"The Herald", "Daily Ledger"}
    assert [entry.note for entry in store.timeline.of_articles({added.article}) if entry.note] == ["ours"]
    assert store.add(LEDGER).outcome == "outdated"
    assert store.add(HERALD).outcome == "unchanged"


def test_an_earlier_text_of_one_outlet_may_be_the_text_of_another(store: Store) -> None:
    store.add(HERALD)
    store.add(printed("The Herald", origin="herald.txt", more=" Divers came."))
    assert store.add(HERALD).outcome == "outdated"
    assert store.add(LEDGER).outcome == "new"
    assert len(store.timeline.articles) == 2


def test_a_timeline_with_both_is_sound_and_read_again(tmp_path: Path) -> None:
    path = tmp_path / "story.json"
    with Store.open(path) as store:
        for one in (HERALD, LEDGER, printed("The Herald", MONDAY + WEEK)):
            store.add(one)
        entries = store.timeline.entries
    with Store.open(path) as store:
        assert store.timeline.entries == entries


def kept(path: Path, *articles: Extraction) -> Contents:
    with Store.open(path) as store:
        for one in articles:
            store.add(one)
        for entry in store.timeline.entries:
            if "ferry" in entry.title:
                store.edit(
                    EditKind.NOTE, entry.id, f"of {store.timeline.articles[entry.assertions[0].article].publisher}"
                )
        return store.contents()


def told(contents: Contents) -> dict[str, tuple[str, list[str]]]:
    """By article, outlet and note."""
    notes = {edit.target: edit.value for edit in contents.log if edit.kind is EditKind.NOTE}
    return {
        key: (one.article.publisher, [notes[event.id] for event in one.events if event.id in notes])
        for key, one in contents.extractions.items()
    }


def test_two_people_who_have_one_of_them_each_have_both_after_a_merge(tmp_path: Path) -> None:
    mine, theirs = kept(tmp_path / "mine.json", HERALD), kept(tmp_path / "theirs.json", LEDGER)
    both, other_way = merged(mine, theirs), merged(theirs, mine)
    assert told(both) == told(other_way)
    assert sorted(told(both).values()) == [("Daily Ledger", ["of Daily Ledger"]), ("The Herald", ["of The Herald"])]
    assert both.extractions == other_way.extractions


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
def test_in_whatever_order_three_are_merged_each_article_is_there_once(tmp_path: Path, order: tuple[int, ...]) -> None:
    three = [
        kept(tmp_path / "one.json", HERALD, COURIER),
        kept(tmp_path / "two.json", COURIER, LEDGER),
        kept(tmp_path / "three.json", LEDGER, HERALD),
    ]
    first, second, third = (three[number] for number in order)
    whole = merged(merged(first, second), third)
    assert told(whole) == told(merged(third, merged(second, first)))
    assert sorted(outlet for outlet, _ in told(whole).values()) == ["Courier", "Daily Ledger", "The Herald"]
    again = merged(whole, first)
    assert again.extractions == whole.extractions
    assert len(again.log) == len(whole.log)


def test_a_merge_that_called_an_article_otherwise_is_taken_back(tmp_path: Path) -> None:
    theirs = kept(tmp_path / "theirs.json", COURIER)
    with Store.open(tmp_path / "mine.json") as store:
        store.add(HERALD)
        store.edit(EditKind.NOTE, SANK, "mine")
        before = store.timeline.entries
        store.merge(theirs, "theirs.json")
        assert {entry.note for entry in store.timeline.entries if "ferry" in entry.title} == {"mine", "of Courier"}
        store.undo()
        assert store.timeline.entries == before
        store.redo()
        assert len(store.timeline.articles) == 2


def test_two_days_that_people_gave_with_one_article_are_for_them_to_decide(tmp_path: Path) -> None:
    mine = kept(tmp_path / "mine.json", printed(day=MONDAY, given=True))
    theirs = kept(tmp_path / "theirs.json", printed(day=MONDAY + WEEK, given=True))
    both = merged(mine, theirs)
    assert len(both.extractions) == 1
    assert [{edit.kind for edit in one.edits} for one in conflicts(both.log)] == [{EditKind.PUBLISHED}]
