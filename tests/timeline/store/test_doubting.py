"""What a person accepted waits for review again when its date or its words change under it, however they do."""

import datetime as dt
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.timeline.builders import MONDAY, by_metadata, by_person, reading
from timeline.edits import PROGRAM, EditKind
from timeline.history import sentence
from timeline.logs.portable import portable
from timeline.model import Extraction
from timeline.outlets import outlet_of
from timeline.store import Store
from timeline.store.contents import Contents
from timeline.store.merging import merged

SENTENCES = ("Silva left the harbour on Saturday.", "Orr spoke at the mill on Friday.", "The ferry is called Aurora.")
LATER = MONDAY + dt.timedelta(weeks=2)


def read(*sentences: str, extractor: str = "en-1") -> Extraction:
    return reading(*(sentences or SENTENCES), published=by_metadata(MONDAY), extractor=extractor, name="story")


STORY = read()
LEFT, SPOKE, CALLED = (one.event for one in STORY.assertions)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "story.json"


def accept(store: Store, *events: str) -> None:
    for event in events:
        store.edit(EditKind.REVIEW, event, "accepted")


def reviews(store: Store, *events: str) -> list[str]:
    return [store.timeline.entry(event).review for event in events or (LEFT, SPOKE, CALLED)]


def test_an_accepted_line_whose_article_a_person_dates_anew_waits_and_one_undo_takes_both_back(path: Path) -> None:
    with Store.open(path) as store:
        store.sign("Ann")
        store.add(STORY)
        accept(store, LEFT, CALLED)
        made = store.edit_together([(EditKind.PUBLISHED, STORY.article.id, LATER.isoformat(), "")])
        assert reviews(store) == ["changed", "", "accepted"]
        assert [edit.author for edit in made] == ["Ann", PROGRAM]
        assert sentence(made[1], store.timeline).endswith("back to review, as it is told otherwise now")
    with Store.open(path) as store:
        assert reviews(store) == ["changed", "", "accepted"]
        assert len(store.undo()) == 2
        assert reviews(store) == ["accepted", "", "accepted"]
        assert [edit.kind for edit in store.redo()] == [EditKind.PUBLISHED, EditKind.REVIEW]
        assert reviews(store) == ["changed", "", "accepted"]
        accept(store, LEFT)
        assert store.add(STORY).outcome == "unchanged"
        assert reviews(store) == ["accepted", "", "accepted"]


def test_an_accepted_line_that_a_person_dated_stays_accepted_when_its_article_is_dated_anew(path: Path) -> None:
    with Store.open(path) as store:
        store.add(STORY)
        store.edit(EditKind.DATE, LEFT, "2019-01-20")
        accept(store, LEFT, SPOKE)
        store.edit(EditKind.REVIEW, CALLED, "rejected")
        store.edit(EditKind.PUBLISHED, STORY.article.id, LATER.isoformat())
        assert reviews(store) == ["accepted", "changed", "rejected"]


def test_a_date_given_with_an_article_later_puts_accepted_lines_back_to_review(path: Path) -> None:
    undated = replace(STORY, article=replace(STORY.article, published=None))
    with Store.open(path) as store:
        store.add(reading(*SENTENCES, name="story"))
        accept(store, LEFT, SPOKE, CALLED)
        given = replace(undated, article=replace(undated.article, published=by_person(MONDAY)))
        assert "2 lines that you had looked at" in store.add(given).says
        assert reviews(store) == ["changed", "changed", "accepted"]
        store.undo()
        assert reviews(store) == ["accepted"] * 3


@pytest.mark.parametrize(
    ("field", "value", "own", "review"),
    [
        ("title", "Silva leaves", (), "changed"),
        ("status", "planned", (), "changed"),
        ("title", "Silva leaves", (EditKind.TITLE, LEFT, "Silva went"), "accepted"),
        ("status", "planned", (EditKind.STATUS, LEFT, "occurred"), "accepted"),
        ("status", "planned", (EditKind.TITLE, LEFT, "Silva went"), "changed"),
    ],
)
def test_an_accepted_line_that_a_later_extractor_reads_otherwise_waits_unless_a_person_set_what_changed(
    path: Path, field: str, value: str, own: tuple[EditKind, str, str] | tuple[()], review: str
) -> None:
    first, *others = STORY.assertions
    later = replace(STORY, extractor="en-2", assertions=(replace(first, **{field: value}), *others))
    with Store.open(path) as store:
        store.add(STORY)
        if own:
            store.edit(*own)
        accept(store, LEFT, SPOKE)
        store.add(later)
        assert reviews(store, LEFT, SPOKE) == [review, "accepted"]


def told_by_itself(one: Extraction) -> Extraction:
    """As it is read where no outlet is named: the article is its source."""
    outlet = outlet_of(one.article)
    return replace(one, sources=(outlet,), assertions=tuple(replace(a, source=outlet.id) for a in one.assertions))


def test_a_text_that_was_changed_elsewhere_is_of_the_same_outlet(path: Path) -> None:
    with Store.open(path) as store:
        store.add(told_by_itself(STORY))
        accept(store, LEFT, SPOKE)
        assert store.add(told_by_itself(read(*SENTENCES[:2], "The ferry is called Borea."))).outcome == "updated"
        assert [entry.review for entry in store.timeline.entries if entry.review] == ["accepted", "accepted"]


def test_a_publisher_that_becomes_known_doubts_nothing(path: Path) -> None:
    with Store.open(path) as store:
        store.add(STORY)
        accept(store, LEFT)
        store.add(reading(*SENTENCES, published=by_metadata(MONDAY), name="story", publisher="Courier"))
        assert [one.name for one in store.timeline.sources.values()] == ["Courier"]
        assert reviews(store, LEFT) == ["accepted"]


def two(tmp_path: Path) -> tuple[Store, Store]:
    ann, ben = (Store.open(tmp_path / f"{name}.json") for name in ("ann", "ben"))
    ann.sign("Ann")
    ben.sign("Ben")
    ann.add(STORY)
    ben.add(STORY)
    return ann, ben


def both_ways(ann: Contents, ben: Contents) -> Contents:
    both = merged(ann, ben)
    assert portable(both.log) == portable(merged(ben, ann).log)
    for other in (ann, ben, both):
        assert merged(both, other).rows() == both.rows()
    return both


def test_what_one_accepted_waits_where_the_other_dated_the_article_anew(tmp_path: Path) -> None:
    ann, ben = two(tmp_path)
    accept(ann, LEFT, CALLED)
    ben.edit(EditKind.PUBLISHED, STORY.article.id, LATER.isoformat())
    both_ways(ann.contents(), ben.contents())
    before = reviews(ann)
    assert ann.merge(ben.contents(), "ben.json").says == "1 correction, 1 line for review again"
    assert reviews(ann) == ["changed", "", "accepted"]
    accept(ann, LEFT)
    assert not ann.merge(ben.contents(), "ben.json").is_anything
    assert reviews(ann) == ["accepted", "", "accepted"]
    ben.merge(ann.contents(), "ann.json")
    assert reviews(ben) == ["accepted", "", "accepted"]
    ann.undo()
    assert [edit.kind for edit in ann.undo()] == [EditKind.MERGE]
    assert reviews(ann) == before
    ann.close()
    ben.close()


def test_what_one_sent_out_of_review_stays_so_when_the_same_is_merged_again(tmp_path: Path) -> None:
    ann, ben = two(tmp_path)
    ben.edit(EditKind.TITLE, LEFT, "Silva goes")
    ann.edit(EditKind.PUBLISHED, STORY.article.id, LATER.isoformat())
    ann.merge(ben.contents(), "ben.json")
    assert reviews(ann, LEFT) == ["changed"]
    ann.edit(EditKind.REVIEW, LEFT, "")
    assert not ann.merge(ben.contents(), "ben.json").is_anything
    assert reviews(ann, LEFT) == [""]
    ann.close()
    ben.close()


def test_what_both_accepted_waits_where_only_their_readings_together_date_it(tmp_path: Path) -> None:
    undated = reading(*SENTENCES, name="story")
    first, *others = undated.assertions
    timeless = replace(undated, assertions=(replace(first, time=None), *others))
    with Store.open(tmp_path / "both.json") as store:
        store.add(timeless)
        accept(store, LEFT)
        begun = store.contents()
    ann, ben = (Store.open(tmp_path / f"{name}.json") for name in ("ann", "ben"))
    for store in (ann, ben):
        store.take(begun)
    ann.add(replace(undated, extractor="en-2"))
    ben.add(replace(timeless, article=replace(timeless.article, published=by_metadata(MONDAY))))
    assert reviews(ann, LEFT) == reviews(ben, LEFT) == ["accepted"]
    both_ways(ann.contents(), ben.contents())
    ann.merge(ben.contents(), "ben.json")
    assert reviews(ann, LEFT) == ["changed"]
    ann.close()
    ben.close()


def test_who_accepted_it_as_it_is_dated_now_has_said_so(tmp_path: Path) -> None:
    ann, ben = two(tmp_path)
    accept(ann, LEFT)
    ben.edit(EditKind.PUBLISHED, STORY.article.id, LATER.isoformat())
    accept(ben, LEFT)
    ann.merge(ben.contents(), "ben.json")
    assert reviews(ann, LEFT) == ["accepted"]
    ann.close()
    ben.close()


@pytest.mark.parametrize("first", ["Silva left the old harbour on Saturday.", SENTENCES[0]])
def test_what_one_accepted_waits_where_the_other_has_another_text_or_reading(tmp_path: Path, first: str) -> None:
    other = read(first, *SENTENCES[1:])
    told, *others = other.assertions
    other = replace(other, extractor="en-2", assertions=(replace(told, title="Silva sails"), *others))
    other = replace(other, article=replace(other.article, updated=LATER))
    ann, ben = (Store.open(tmp_path / f"{name}.json") for name in ("ann", "ben"))
    ann.add(STORY)
    accept(ann, LEFT, SPOKE)
    ben.add(other)
    both_ways(ann.contents(), ben.contents())
    ann.merge(ben.contents(), "ben.json")
    left, spoke, _ = (one.event for one in other.assertions)
    assert reviews(ann, left, spoke) == ["changed", "accepted"]
    (doubt,) = [edit for edit in ann.history() if edit.author == PROGRAM]
    assert doubt.before == STORY.assertions[0].title
    ann.close()
    ben.close()
