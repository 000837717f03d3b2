"""Tags of several lines at once, and where notes and tags are seen."""

import pytest

from tests.tui.looking import SMALL, lines, timeline_of
from tui.app import DatelineApp
from tui.screens.edit import EditDialog
from tui.widgets.event_list import EventList, added_by_person


def listed(app: DatelineApp) -> EventList:
    return timeline_of(app).events


async def test_marked_rows_are_tagged_at_once_and_one_undo_takes_it_back(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        wanted = [entry.id for entry in listed(app).rows[:3]]
        await pilot.press("space", "j", "space", "j", "space", "number_sign")
        await pilot.pause()
        assert isinstance(app.screen, EditDialog)
        await pilot.press(*"ferry, quay", "enter")
        await pilot.pause()
        tags = {entry.id: entry.tags for entry in app.session.timeline.entries if entry.tags}
        assert tags == dict.fromkeys(wanted, ("ferry", "quay"))
        assert listed(app).marked == []
        await pilot.press("u")
        await pilot.pause()
        assert not any(entry.tags for entry in app.session.timeline.entries)


async def test_of_marked_rows_the_tags_that_all_have_are_shown_and_can_be_taken_off(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        first, second = (entry.id for entry in listed(app).rows[:2])
        await pilot.press("number_sign", *"ferry, quay", "enter", "j", "number_sign", *"ferry", "enter")
        await pilot.press("space", "k", "space", "number_sign", "ctrl+u", *"inquiry", "enter")
        await pilot.pause()
        timeline = app.session.timeline
        assert [timeline.entry(one).tags for one in (first, second)] == [("inquiry", "quay"), ("inquiry",)]


async def test_a_note_and_tags_are_seen_behind_the_title_at_80_columns(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("number_sign", *"ferry", "enter", "c", *"ask the port", "enter")
        await pilot.pause()
        row = listed(app).rows[0]
        assert (row.tags, row.note) == (("ferry",), "ask the port")
        first, *others = lines(app)
        assert "¶" in first
        assert "#" in first
        assert not any("¶" in line or "#" in line for line in others)


@pytest.mark.parametrize(
    ("note", "tags", "room", "shown"),
    [
        ("", (), 40, ""),
        ("", (), -3, ""),
        ("ask", (), 40, " ¶"),
        ("ask", ("ferry", "two words"), 40, " ¶ #ferry #two words"),
        ("", ("ferry",), 7, " #ferry"),
        ("", ("ferry",), 6, " #"),
        ("ask", ("ferry",), -3, " ¶#"),
    ],
)
def test_tags_have_the_room_that_the_title_leaves_else_a_sign(
    note: str, tags: tuple[str, ...], room: int, shown: str
) -> None:
    assert added_by_person(note, tags, room) == shown
