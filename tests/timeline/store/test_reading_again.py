"""Corrections hold when an article is read again by another extractor, or are kept until a person places them."""

import datetime as dt
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.timeline.builders import MONDAY, by_metadata, person, reading, triggered_elsewhere
from timeline.edits import PROGRAM, EditKind
from timeline.history import sentence
from timeline.model import Extraction
from timeline.store import Store

STORY = reading(
    "Ann Lee left Oslund on Saturday.",
    "A ferry sank off Corran on Friday.",
    "The court heard the owner.",
    published=by_metadata(MONDAY),
    actors=[person("Ann Lee")],
    name="story",
)
LEFT, SANK, HEARD = (event.id for event in STORY.events)
AGAIN = triggered_elsewhere(STORY)
LEFT_AGAIN, SANK_AGAIN, _ = (event.id for event in AGAIN.events)


def without(extraction: Extraction, event: str) -> Extraction:
    return replace(
        extraction,
        events=tuple(one for one in extraction.events if one.id != event),
        assertions=tuple(one for one in extraction.assertions if one.event != event),
    )


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "story.json"
    with Store.open(path) as store:
        store.add(STORY)
        store.sign("ann")
        store.edit(EditKind.TITLE, LEFT, "She left")
        store.edit(EditKind.TAG, LEFT, "yes", "harbour")
        store.edit(EditKind.JOIN, HEARD, SANK)
    return path


def test_corrections_hold_on_the_event_as_it_is_read_again(path: Path) -> None:
    with Store.open(path) as store:
        store.add(AGAIN)
        view = store.timeline
        assert (view.entry(LEFT_AGAIN).title, view.entry(LEFT_AGAIN).tags) == ("She left", ("harbour",))
        assert len(view.entry(SANK_AGAIN).assertions) == 2
        assert view.orphans == ()
        assert store.add(AGAIN).outcome == "unchanged"
    with Store.open(path) as store:
        assert store.timeline.entries == view.entries


def test_what_they_were_carried_over_to_is_told_and_taken_back(path: Path) -> None:
    with Store.open(path) as store:
        store.add(without(AGAIN, AGAIN.events[2].id))
        (told,) = (edit for edit in store.history() if edit.kind is EditKind.ATTACH and edit.target == LEFT)
        assert sentence(told, store.timeline) == f"{PROGRAM} carried the corrections of “She left” over to “She left”"
        for _ in STORY.events:
            store.undo()
        assert {edit.target for edit in store.timeline.orphans} == {LEFT, HEARD}


def test_a_correction_whose_event_is_gone_is_kept_with_what_that_was_until_it_is_found(path: Path) -> None:
    with Store.open(path) as store:
        store.add(without(STORY, LEFT))
        assert [edit.kind for edit in store.timeline.orphans] == [EditKind.TITLE, EditKind.TAG]
        lost = store.timeline.lost(LEFT)
        assert lost is not None
        assert (lost.title, lost.sentence) == ("Ann Lee left Oslund on Saturday", "Ann Lee left Oslund on Saturday.")
        assert store.add(without(STORY, LEFT)).outcome == "unchanged"
        assert sentence(store.timeline.orphans[0], store.timeline).startswith("ann gave an event the title “She left”")
        store.add(AGAIN)
        assert store.timeline.entry(LEFT_AGAIN).title == "She left"
        assert store.timeline.lost(LEFT) is None or store.timeline.orphans == ()


def test_what_was_lost_and_is_there_again_needs_nobody(path: Path) -> None:
    with Store.open(path) as store:
        store.add(without(STORY, LEFT))
        store.add(replace(STORY, extractor="en-2"))
        assert store.timeline.entry(LEFT).title == "She left"
        assert store.timeline.lost(LEFT) is None
        store.add(AGAIN)
        store.add(replace(STORY, extractor="en-3"))
        assert store.timeline.entry(LEFT).title == "She left"
        assert store.timeline.orphans == ()


def test_what_was_only_taken_back_is_nothing_to_keep(path: Path) -> None:
    with Store.open(path) as store:
        store.edit(EditKind.STAR, SANK, "yes")
        store.edit(EditKind.STAR, SANK, "")
        store.edit(EditKind.JOIN, HEARD, "")
        store.add(without(STORY, SANK))
        assert store.timeline.orphans == ()
        assert store.timeline.lost(SANK) is None


def test_a_person_attaches_what_was_lost_to_another_event(path: Path) -> None:
    with Store.open(path) as store:
        store.add(without(STORY, LEFT))
        store.edit(EditKind.ATTACH, LEFT, SANK)
        assert store.timeline.orphans == ()
        assert store.timeline.entry(SANK).title == "She left"
        store.undo()
        assert store.timeline.entry(SANK).title == "A ferry sank off Corran on Friday"


def test_the_same_words_of_another_day_are_told_to_have_moved(tmp_path: Path) -> None:
    later = MONDAY + dt.timedelta(days=7)
    with Store.open(tmp_path / "story.json") as store:
        store.add(reading("A ferry sank on Friday.", published=by_metadata(MONDAY)))
        again = store.add(reading("A ferry sank on Friday.", published=by_metadata(later)))
    assert again.outcome == "replaced"
    assert later.isoformat() in again.says
