"""Rows that are marked: what is seen marked is what is acted on, and a mark is never forgotten silently."""

import pytest

from tests.tui.looking import SMALL, WIDE, timeline_of
from timeline.edits import ACCEPTED, REJECTED
from tui.app import DatelineApp
from tui.screens.dialog import Dialog


async def test_a_range_goes_along_with_the_cursor_and_what_it_reaches_is_acted_on(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        wanted = [entry.id for entry in timeline_of(app).events.rows[:4]]
        await pilot.press("v", "j", "j", "j")
        await pilot.pause()
        assert [entry.id for entry in timeline_of(app).events.marked] == wanted
        seen = [timeline_of(app).events.render_line(y).text[0] for y in range(5)]
        assert seen == ["●", "●", "●", "◉", " "]
        assert "4 marked" in timeline_of(app).filter.told
        await pilot.press("r")
        await pilot.pause()
        assert [one for one in wanted if app.session.timeline.entry(one).review == REJECTED] == wanted


async def test_a_range_goes_back_with_the_cursor_and_ends_where_it_is_told_to(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("j", "v", "j", "j", "k", "v", "j", "j")
        await pilot.pause()
        rows = timeline_of(app).events.rows
        assert timeline_of(app).events.marked == list(rows[1:3])


async def test_space_keeps_a_range_as_far_as_it_is(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("v", "j", "space", "j", "j", "space")
        await pilot.pause()
        rows = timeline_of(app).events.rows
        assert timeline_of(app).events.marked == [rows[0], rows[1], rows[3]]


async def test_a_range_from_a_row_marked_before_stays_where_it_was_made(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("space", "j", "j", "v", "j", "a")
        await pilot.pause()
        accepted = [entry.review == ACCEPTED for entry in timeline_of(app).events.rows[:4]]
        assert accepted == [True, True, True, False]


async def test_how_many_are_marked_stands_in_view_as_long_as_some_are(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        screen = timeline_of(app)
        await pilot.press("space", "j", "j", "slash", *"ferry", "enter", "escape", "u")
        await pilot.pause()
        assert "1 marked, esc unmarks" in screen.filter.told
        await pilot.press("escape")
        await pilot.pause()
        assert screen.events.marked == []
        assert "marked" not in screen.filter.told


async def test_esc_unmarks_before_it_clears_the_filter(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        screen = timeline_of(app)
        await pilot.press("slash", *"ferry", "enter", "space", "escape")
        await pilot.pause()
        assert (screen.events.marked, screen.filter.text) == ([], "ferry")
        await pilot.press("escape")
        await pilot.pause()
        assert screen.filter.text == ""


@pytest.mark.parametrize("key", ["d", "e", "c"])
async def test_what_is_asked_for_one_row_says_that_it_is_not_for_the_marked_ones(app: DatelineApp, key: str) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("space", "j", "space", "j", key)
        await pilot.pause()
        assert isinstance(app.screen, Dialog)
        assert app.screen.remark == "for this row alone, and not for what is marked (2 rows)"
        await pilot.press("escape", "V", "space", key)
        await pilot.pause()
        assert isinstance(app.screen, Dialog)
        assert app.screen.remark == ""


async def test_a_range_whose_first_row_leaves_the_list_marks_nothing(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("v", "slash", *"ferry", "enter")
        await pilot.pause()
        assert timeline_of(app).events.marked == []
