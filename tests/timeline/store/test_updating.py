"""An article whose text was changed takes the place of its earlier text, with the corrections."""

import datetime as dt
import unicodedata
import zlib
from base64 import b64encode
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace

from tests.timeline.builders import MONDAY, by_metadata, by_person, reading
from timeline.edits import EditKind
from timeline.history import sentence, told_then
from timeline.model import Extraction
from timeline.query import select
from timeline.soundness import UnsoundError
from timeline.store import Store, StoreError, packing
from timeline.store.asides import Aside
from timeline.store.earlier import MOST_KNOWN, MOST_TEXTS, texts_of
from timeline.store.lines import contents_of, lines_of
from timeline.store.merging import merged
from timeline.store.packing import unpacked

SENTENCES = (
    "Silva left the harbour on Saturday with three of her ministers.",
    "Orr spoke of a new beginning on Friday in front of the old mill.",
    "It rained last week on all of the islands in the bay.",
    "Nobody in the town hall would say how much of the money was left.",
    "The ferry to the northern shore goes every hour as it always did.",
)


def article(*sentences: str, name: str = "story", url: str = "", title: str = "", publisher: str = "") -> Extraction:
    read = reading(
        *(sentences or SENTENCES), published=by_metadata(MONDAY), name=name, title=title, publisher=publisher
    )
    return replace(read, article=replace(read.article, url=url, origin="" if url or title else read.article.origin))


STORY = article()
LEFT, SPOKE, RAINED, *_ = (assertion.event for assertion in STORY.assertions)
CHANGED = article(SENTENCES[0].replace("three", "four"), *SENTENCES[1:])


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "story.json"


ACCENTED = article(*(sentence.replace("e", "é") for sentence in SENTENCES))
APART = article(*(unicodedata.normalize("NFD", sentence.replace("e", "é")) for sentence in SENTENCES))
"""The same as another program writes it."""


def titles(store: Store) -> list[str]:
    return sorted(entry.title for entry in store.timeline.entries)


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


def test_of_two_people_of_whom_one_has_a_later_text_both_get_it_with_the_corrections_of_both(tmp_path: Path) -> None:
    with Store.open(tmp_path / "begun.json") as store:
        store.add(STORY)
        begun = store.contents()
    with Store.open(tmp_path / "anns.json") as store:
        store.take(begun)
        store.edit(EditKind.NOTE, LEFT, "hers")
        store.add(CHANGED)
        ann = store.contents()
    with Store.open(tmp_path / "bens.json") as store:
        store.take(begun)
        store.edit(EditKind.STAR, SPOKE, "yes")
        ben = store.contents()
        store.merge(ann, "anns.json")
        both = store.contents()
        assert [entry.note for entry in store.timeline.entries if entry.note] == ["hers"]
        assert [entry.title for entry in store.timeline.entries if entry.starred] == [SENTENCES[1].rstrip(".")]
        assert store.timeline.orphans == ()
        assert not store.merge(ann, "anns.json").is_anything
        store.undo()
        assert store.contents().extractions == ben.extractions
        assert [entry.title for entry in store.timeline.entries if entry.starred] == [SENTENCES[1].rstrip(".")]
        store.redo()
        assert store.contents().extractions == both.extractions
    assert merged(ann, ben).extractions == merged(ben, ann).extractions == both.extractions


def test_two_people_who_read_different_texts_have_one_article_whoever_merges(tmp_path: Path) -> None:
    sides = []
    for name, text in (("ann", STORY), ("ben", CHANGED)):
        with Store.open(tmp_path / f"{name}.json") as store:
            store.sign(name)
            store.add(text)
            store.edit(EditKind.NOTE, text.assertions[1].event, name)
            sides.append(store.contents())
    one, other = merged(*sides), merged(*reversed(sides))
    assert len(one.extractions) == 1
    assert one.extractions == other.extractions
    assert [(edit.target, edit.value) for edit in one.log] == [(edit.target, edit.value) for edit in other.log]
    assert len({edit.target for edit in one.log}) == 1


def test_two_people_who_read_two_texts_in_another_order_agree_on_one(tmp_path: Path) -> None:
    sides = []
    for name, texts in (("ann", (STORY, CHANGED)), ("ben", (CHANGED, STORY))):
        with Store.open(tmp_path / f"{name}.json") as store:
            for text in texts:
                store.add(text)
            sides.append(store.contents())
    one, other = merged(*sides), merged(*reversed(sides))
    assert len(one.extractions) == 1
    assert (one.extractions, one.earlier) == (other.extractions, other.earlier)


def test_what_is_told_in_other_words_is_known_again_and_what_is_gone_is_kept_with_what_it_was(path: Path) -> None:
    later = article(SENTENCES[0], "Orr has spoken of a new beginning on Friday, at the old mill.", *SENTENCES[3:])
    with Store.open(path) as store:
        store.add(STORY)
        for event in (SPOKE, RAINED):
            store.edit(EditKind.NOTE, event, "a note")
        says = store.add(later).says
        assert "1 correction carried over, 1 correction of what it doesn't tell any more kept aside" in says
        assert [entry.title for entry in store.timeline.entries if entry.note] == [later.assertions[1].title]
        (lost,) = [edit for edit in store.history() if edit.kind is EditKind.LOST]
        assert lost.target == RAINED
        assert "It rained last week" in lost.value


def review_of(store: Store, event: str) -> str:
    return store.timeline.entry(event).review


def told(store: Store) -> list[str]:
    then = told_then(store.history())
    return [sentence(edit, store.timeline, then) for edit in store.history()]


def test_what_was_accepted_and_is_told_otherwise_waits_for_review_and_the_log_has_it(
    path: Path,
) -> None:
    with Store.open(path) as store:
        store.add(STORY)
        for event in (LEFT, SPOKE):
            store.edit(EditKind.REVIEW, event, "accepted")
        added = store.add(CHANGED)
        assert "1 line that you had looked at told otherwise now" in added.says
        left, spoke, *_ = (one.event for one in CHANGED.assertions)
        assert (review_of(store, left), review_of(store, spoke)) == ("changed", "accepted")
        was, now = (one.assertions[0].title for one in (STORY, CHANGED))
        assert told(store) == [
            f"somebody accepted “{was}”",
            f"somebody accepted “{STORY.assertions[1].title}”",
            f"dateline put “{now}” back to review, as it is told otherwise now, before: “{was}”",
            f"somebody took in a later text of “story.txt”: {added.says}",
        ]
        found = select(store.timeline, "is:unreviewed")
        assert left in {entry.id for entry in found}
        assert spoke not in {entry.id for entry in found}
        store.edit(EditKind.REVIEW, left, "accepted")
        assert told(store)[-1] == f"somebody accepted “{now}”"
        assert told(store)[0] == f"somebody accepted “{was}”"
        history = store.history()
    with Store.open(path) as store:
        assert store.history() == history
        assert review_of(store, left) == "accepted"
        assert store.add(CHANGED).outcome == "unchanged"
        assert store.history() == history


@pytest.mark.parametrize(
    ("kind", "value", "review"),
    [
        (EditKind.DATE, "2019-01-25", "changed"),
        (EditKind.TITLE, "Silva took three along", "changed"),
        (EditKind.STATUS, "alleged", "changed"),
        (EditKind.REVIEW, "rejected", "rejected"),
        (EditKind.STAR, "yes", ""),
        (EditKind.NOTE, "ask her", ""),
    ],
)
def test_what_a_person_said_of_a_sentence_waits_when_it_is_another_and_marks_do_not(
    path: Path, kind: EditKind, value: str, review: str
) -> None:
    with Store.open(path) as store:
        store.add(STORY)
        store.edit(kind, LEFT, value)
        store.add(CHANGED)
        assert review_of(store, CHANGED.assertions[0].event) == review


def test_a_line_with_which_what_was_changed_is_told_waits_for_review(path: Path) -> None:
    other = article("Two ministers were missed on Friday.", name="other")
    with Store.open(path) as store:
        store.add(STORY)
        store.add(other)
        (lead,) = (one.event for one in other.assertions)
        store.edit(EditKind.JOIN, LEFT, lead)
        store.edit(EditKind.REVIEW, lead, "accepted")
        store.add(CHANGED)
        assert review_of(store, lead) == "changed"


def test_a_text_that_was_changed_elsewhere_leaves_what_was_accepted(path: Path) -> None:
    with Store.open(path) as store:
        store.add(STORY)
        for one in STORY.assertions[:4]:
            store.edit(EditKind.REVIEW, one.event, "accepted")
        last = article(*SENTENCES[:4], SENTENCES[4].replace("hour", "day"), "It snowed.")
        says = store.add(last).says
        assert "review" not in says
        assert [review_of(store, one.event) for one in last.assertions[:4]] == ["accepted"] * 4


@pytest.mark.parametrize(
    "other",
    [
        "./clips/fire.txt",
        "fire.txt",
        "/srv/lee/news/clips/fire.txt",
        "../news/clips/fire.txt",
        "old/../clips/fire.txt",
    ],
)
def test_a_file_is_one_however_its_path_is_spelled(path: Path, other: str) -> None:
    first, later = (
        replace(one, article=replace(one.article, origin=origin))
        for one, origin in ((STORY, "clips/fire.txt"), (CHANGED, other))
    )
    with Store.open(path) as store:
        store.add(first)
        assert store.add(later).outcome == "updated"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The old mill burned down on Monday.", "The old mill burned on Monday."),
        ("Ann Lee resigned.", "Ann Lee has resigned."),
        (
            "A ferry sank off Corran on Friday; two are missing.",
            "On Friday a ferry sank off Corran: three are missing.",
        ),
    ],
)
def test_a_short_text_that_is_changed_in_its_file_is_an_update(path: Path, before: str, after: str) -> None:
    with Store.open(path) as store:
        store.add(article(before))
        assert store.add(article(after)).outcome == "updated"


def test_another_short_text_in_one_file_is_another_article_and_told(path: Path) -> None:
    with Store.open(path) as store:
        first = store.add(article("A ferry sank off Corran on Friday.")).article
        added = store.add(article("The bank closed its doors on Monday, and nobody knew why."))
        assert added.outcome == "new"
        assert (
            f"another text than was read from there before, and kept beside it (dateline remove {first}" in added.says
        )


def test_a_row_in_the_place_of_another_short_one_is_another(path: Path) -> None:
    rows = [
        replace(one, article=replace(one.article, origin="feed.jsonl, line 1"))
        for one in (article("An earthquake shook Corran on Friday."), article("An earthquake shook Oslund on Friday."))
    ]
    with Store.open(path) as store:
        assert [store.add(one).outcome for one in rows] == ["new", "new"]


@pytest.mark.parametrize("other", ["drafts/fire.txt", "/srv/lee/fire.txt", "clips/fire.md", "campfire.txt"])
def test_files_of_other_folders_and_names_are_others(path: Path, other: str) -> None:
    first, later = (
        replace(one, article=replace(one.article, origin=origin))
        for one, origin in ((STORY, "clips/fire.txt"), (CHANGED, other))
    )
    with Store.open(path) as store:
        store.add(first)
        assert store.add(later).outcome == "new"


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


def of_number(number: int) -> Extraction:
    return article(SENTENCES[0].replace("three", str(number)), *SENTENCES[1:])


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
