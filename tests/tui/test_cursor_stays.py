"""The cursor and what is around it stay where a person works: no key acts on another row than they look at."""

from collections import Counter

import pytest

from tests.tui.chronicle import sailings
from tests.tui.conftest import MakeApp
from tests.tui.looking import SMALL, timeline_of, to_title
from tui.app import DatelineApp
from tui.density import Days, Window, dense_part, dense_still


def spans(*days: int) -> Counter[Days]:
    return Counter(Days(day, day) for day in days)


def here(app: DatelineApp) -> str:
    row = timeline_of(app).events.row
    return row.title if row is not None else ""


async def test_the_next_row_is_below_the_cursor_when_its_own_leaves_the_list(make_app: MakeApp) -> None:
    app = make_app(sailings())
    async with app.run_test(size=SMALL) as pilot:
        for key in ("r", "H"):
            await to_title(pilot, "Boat 20 sails")
            folded = timeline_of(app).events.headings.all[0]
            await pilot.press(key)
            await pilot.pause()
            assert here(app) == "Boat 21 sails"
            assert timeline_of(app).events.headings.all[0] == folded
            await pilot.press("u")
            await pilot.pause()


async def test_the_row_before_is_below_the_cursor_when_the_last_one_leaves_the_list(make_app: MakeApp) -> None:
    app = make_app(sailings())
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("G", "k")
        rows = [row.title for row in timeline_of(app).events.rows]
        await pilot.press("j", "r")
        await pilot.pause()
        assert here(app) == rows[-2]


def test_the_days_of_the_story_stay_while_they_hold_nearly_as_much_as_others_would() -> None:
    before = spans(*range(1_000, 1_008), *range(4_000, 4_100))
    window = dense_part(before)
    after = before - spans(4_050, 4_060) + spans(1_012)
    assert dense_part(after) != window
    assert dense_still(window, after) == window


def test_the_days_of_the_story_are_others_when_much_of_it_comes_to_lie_outside() -> None:
    window = dense_part(spans(*range(1_000, 1_008), *range(4_000, 4_100)))
    moved = spans(*range(1_000, 1_008), *range(4_060, 4_160))
    assert dense_still(window, moved) == dense_part(moved) != window


def test_the_days_of_the_story_are_all_days_where_none_lies_far_off() -> None:
    assert dense_still(Window(1_000, 1_100), spans(*range(1_001, 1_120))) == dense_part(spans(*range(1_001, 1_120)))


@pytest.mark.parametrize(("lost", "stays"), [(1, True), (2, True), (3, False)])
def test_the_days_of_the_story_stay_as_long_as_two_fewer_of_a_few_lie_in_them(lost: int, *, stays: bool) -> None:
    told = spans(*range(1_000, 1_005), *range(4_000, 4_040))
    before = Window(4_000 + lost, 4_042)
    assert (dense_still(before, told) == before) is stays
