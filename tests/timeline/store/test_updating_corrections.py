"""What was corrected of an earlier text: it holds, waits for review, or is kept beside."""

from pathlib import Path

import pytest

from tests.timeline.store.later_texts import CHANGED, LEFT, RAINED, SENTENCES, SPOKE, STORY, article
from timeline.edits import EditKind
from timeline.history import sentence, told_then
from timeline.query import select
from timeline.store import Store


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "story.json"


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
