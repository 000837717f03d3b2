"""An article whose text was changed takes the place of its earlier text, with the corrections."""

import datetime as dt
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.timeline.builders import MONDAY, by_metadata, by_person, reading
from tests.timeline.store.later_texts import (
    ACCENTED,
    APART,
    CHANGED,
    LEFT,
    RAINED,
    SENTENCES,
    SPOKE,
    STORY,
    article,
    of_number,
    titles,
)
from timeline.edits import EditKind
from timeline.model import Extraction
from timeline.store import Store
from timeline.store.earlier import MOST_KNOWN, MOST_TEXTS, texts_of
from timeline.store.lines import contents_of, lines_of


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "story.json"


def test_one_word_changed_is_an_update_and_corrections_hold_for_what_tells_the_same(path: Path) -> None:
    with Store.open(path) as store:
        store.add(STORY)
        for event in (LEFT, SPOKE, RAINED):
            store.edit(EditKind.NOTE, event, f"a note on {event}")
        added = store.add(CHANGED)
        assert (added.article, added.events, added.outcome) == (CHANGED.article.id, 5, "updated")
        assert added.says == "its text was changed (1 word), 3 corrections carried over"
        assert titles(store) == sorted(one.title for one in CHANGED.assertions)
        assert [store.timeline.entry(one.event).note for one in CHANGED.assertions[:3]] == [
            f"a note on {event}" for event in (LEFT, SPOKE, RAINED)
        ]
        history, entries = store.history(), store.timeline.entries
    with Store.open(path) as store:
        assert (store.history(), store.timeline.entries) == (history, entries)
        assert store.timeline.orphans == ()
        assert store.contents().earlier[STORY.article.id].text == STORY.article.text
        assert store.undo()
        assert store.timeline.entry(RAINED).note == f"a note on {RAINED}"
        assert store.undo()
        assert store.timeline.entry(RAINED).note == ""


def test_sentences_put_before_and_taken_out_move_corrections_and_leave_those_of_what_is_gone_aside(path: Path) -> None:
    later = article("Nobody knew of it today.", SENTENCES[0], *SENTENCES[2:], "There is more to come.")
    with Store.open(path) as store:
        store.add(STORY)
        for event in (LEFT, SPOKE, RAINED):
            store.edit(EditKind.STAR, event, "yes")
        says = store.add(later).says
        assert "2 corrections carried over, 1 correction of what it doesn't tell any more kept aside" in says
        starred = [entry.title for entry in store.timeline.entries if entry.starred]
        assert sorted(starred) == sorted(sentence.rstrip(".") for sentence in (SENTENCES[0], SENTENCES[2]))
        assert [edit.target for edit in store.timeline.orphans] == [SPOKE]


def test_the_earlier_text_added_again_changes_nothing(path: Path) -> None:
    with Store.open(path) as store:
        store.add(STORY)
        store.add(CHANGED)
        before = store.contents().rows()
        again = store.add(STORY)
        assert (again.article, again.outcome) == (CHANGED.article.id, "outdated")
        assert store.add(CHANGED).outcome == "unchanged"
        assert store.contents().rows() == before


def test_a_text_that_says_it_is_older_does_not_take_the_place_of_a_newer_one(path: Path) -> None:
    newer = replace(CHANGED, article=replace(CHANGED.article, updated=MONDAY.replace(day=30)))
    with Store.open(path) as store:
        store.add(newer)
        assert store.add(STORY).outcome == "outdated"
        assert list(store.timeline.articles) == [newer.article.id]
        assert store.contents().earlier[STORY.article.id].text == STORY.article.text


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            article(url="https://courier.example/1"),
            article(*SENTENCES[:4], "It rained.", url="https://courier.example/2"),
        ),
        (article(title="Harbour", publisher="Courier"), article(*SENTENCES[:4], title="Mill", publisher="Courier")),
        (
            article(title="Rain", publisher="Courier"),
            article(*SENTENCES[:4], "It snowed.", title="Rain", publisher="Post"),
        ),
        (article(url="https://courier.example/1"), article("A crane fell on Friday.", url="https://courier.example/1")),
        (article(name="one"), article(*SENTENCES[:4], "It snowed.", name="other")),
    ],
    ids=["other addresses", "other titles of one outlet and day", "other outlets", "other news there", "other files"],
)
def test_another_article_stays_apart(path: Path, one: Extraction, other: Extraction) -> None:
    with Store.open(path) as store:
        store.add(one)
        assert store.add(other).outcome == "new"
        assert len(store.timeline.articles) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            article(url="https://courier.example/1"),
            article(*SENTENCES[:4], "It snowed.", url="http://www.courier.example/1/#top"),
        ),
        (
            article(title="Rain", publisher="Courier"),
            article(*SENTENCES, "It snowed.", title="Rain", publisher="Courier"),
        ),
    ],
    ids=["one address", "one title, outlet and day"],
)
def test_a_changed_text_of_the_same_is_an_update(path: Path, one: Extraction, other: Extraction) -> None:
    with Store.open(path) as store:
        store.add(one)
        assert store.add(other).outcome == "updated"
        assert list(store.timeline.articles) == [other.article.id]


def test_what_a_person_says_of_the_article_holds_for_its_later_text(path: Path) -> None:
    with Store.open(path) as store:
        store.add(STORY)
        store.edit(EditKind.PUBLISHED, STORY.article.id, "2019-02-04")
        store.edit(EditKind.REMOVE, STORY.article.id, "yes")
        store.add(CHANGED)
        published = store.timeline.articles[CHANGED.article.id].published
        assert published == by_person(MONDAY.replace(month=2, day=4))


def test_the_last_texts_are_kept(path: Path) -> None:
    texts = [article(SENTENCES[0].replace("three", str(number)), *SENTENCES[1:]) for number in range(MOST_TEXTS + 3)]
    with Store.open(path) as store:
        for text in texts:
            store.add(text)
        kept = texts_of(store.contents().earlier, texts[-1].article.id)
    assert [key for key, _ in kept] == [text.article.id for text in reversed(texts[:-1])]
    assert [one.text for _, one in kept] == [
        *(text.article.text for text in reversed(texts[2:-1])),
        *2 * [""],
    ]


def test_lines_hold_earlier_texts(path: Path) -> None:
    with Store.open(path) as store:
        store.add(STORY)
        store.edit(EditKind.STAR, LEFT, "yes")
        store.add(CHANGED)
        contents = store.contents()
    assert contents_of("".join(lines_of(contents)).encode()).rows() == contents.rows()


def test_of_texts_that_are_long_past_it_is_only_known_that_they_were(path: Path) -> None:
    with Store.open(path) as store:
        for number in range(MOST_KNOWN + 4):
            store.add(of_number(number))
        earlier = store.contents().earlier
        assert sum(bool(one.ids) for one in earlier.values()) == MOST_KNOWN
        assert store.add(of_number(0)).outcome == "outdated"


@pytest.mark.parametrize("day", ["", "2019-01-28"], ids=["undated", "older"])
def test_the_earlier_text_comes_back_when_the_later_one_was_removed(path: Path, day: str) -> None:
    published = by_metadata(MONDAY) if day else None
    texts = [reading(*SENTENCES, name="story", published=published), CHANGED]
    texts[1] = replace(CHANGED, article=replace(CHANGED.article, published=by_metadata(dt.date(2019, 2, 1))))
    with Store.open(path) as store:
        store.add(texts[0])
        store.edit(EditKind.NOTE, texts[0].assertions[1].event, "hers")
        store.add(texts[1])
        assert store.add(texts[0]).outcome == "outdated"
        store.edit(EditKind.REMOVE, texts[1].article.id, "yes")
        assert store.add(texts[0]).outcome == "updated"
        assert list(store.timeline.articles) == [texts[0].article.id]
        assert [entry.note for entry in store.timeline.entries if entry.note] == ["hers"]
        assert store.add(texts[0]).outcome == "unchanged"
        kinds = [store.undo()[0].kind for _ in range(3)]
        assert kinds == [EditKind.REMOVE, EditKind.MERGE, EditKind.REMOVE]
        assert list(store.timeline.articles) == [texts[1].article.id]
    with Store.open(path) as store:
        assert list(store.timeline.articles) == [texts[1].article.id]


@pytest.mark.parametrize(("first", "again"), [(ACCENTED, APART), (APART, ACCENTED)])
def test_a_text_whose_letters_are_put_together_otherwise_is_the_same(
    path: Path, first: Extraction, again: Extraction
) -> None:
    with Store.open(path) as store:
        store.add(first)
        store.edit(EditKind.NOTE, first.events[0].id, "a note")
        added = store.add(again)
        assert (added.article, added.outcome, added.says) == (first.article.id, "unchanged", "")
        assert [one.article for one in store.extractions()] == [first.article]
        assert len(store.history()) == 1
        store.edit(EditKind.REMOVE, first.article.id, "yes")
        assert store.add(again).outcome == "new"
        dated = replace(again, article=replace(again.article, published=by_person(dt.date(2019, 2, 4))))
        assert store.add(dated).outcome == "replaced"
        assert store.add(dated).outcome == "unchanged"
        assert {one.published.date for one in store.timeline.articles.values() if one.published} == {
            dt.date(2019, 2, 4)
        }
