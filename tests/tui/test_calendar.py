"""The calendar of the date dialog: small, and gone about in with the keys that move elsewhere."""

import datetime as dt

import pytest

from tests.tui.looking import SMALL, WIDE, to_title
from tui.app import DatelineApp
from tui.screens.date import DateDialog
from tui.widgets.calendar import Calendar


def dialog(app: DatelineApp) -> DateDialog:
    assert isinstance(app.screen, DateDialog)
    return app.screen


def shown(app: DatelineApp) -> list[str]:
    calendar = app.screen.query_one(Calendar)
    return [calendar.render_line(at).text.rstrip() for at in range(calendar.size.height)]


async def test_the_week_of_a_date_stands_on_one_line_as_it_is_typed(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await to_title(pilot, "Port Ansel reopens its harbour")
        await pilot.press("d")
        await pilot.pause()
        assert shown(app) == ["Jan 2019  Mo 21 Tu 22 We 23 Th 24 Fr 25 Sa‹26›Su 27"]
        await pilot.press(*"31 jan")
        await pilot.pause()
        assert shown(app) == ["Feb 2019  Mo 28▲Tu 29 We 30 Th‹31›Fr  1 Sa  2 Su  3"]


async def test_arrows_go_by_days_and_weeks_page_keys_by_months_and_enter_keeps_the_day(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await to_title(pilot, "Port Ansel reopens its harbour")
        await pilot.press("d", "pagedown")
        await pilot.pause()
        assert dialog(app)._input.value == ""
        assert shown(app) == [
            "           Mo  Tu  We  Th  Fr  Sa  Su   arrows · PgUp PgDn month",
            "Jan 2019    7   8   9  10  11  12  13",
            "           14  15  16  17  18  19  20",
            "           21  22  23  24  25 ‹26› 27",
            "Feb 2019   28▲ 29  30  31   1   2   3",
            "            4   5   6   7   8   9  10",
        ]
        for key, day in (
            ("right", "2019-01-27"),
            ("right", "2019-01-28"),
            ("down", "2019-02-04"),
            ("up", "2019-01-28"),
            ("left", "2019-01-27"),
            ("pageup", "2018-12-27"),
            ("pagedown", "2019-01-27"),
        ):
            await pilot.press(key)
            await pilot.pause()
            assert dialog(app)._input.value == day
        assert dialog(app).reading == "→ Sun 27 Jan 2019  day"
        await pilot.press("enter")
        await pilot.pause()
        assert "2019-01-27" in [entry.when.edtf for entry in app.session.timeline.entries]


async def test_up_and_down_take_candidates_in_the_field_and_weeks_in_the_calendar(app: DatelineApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await to_title(pilot, "First ferry sails")
        await pilot.press("d", "down")
        await pilot.pause()
        assert dialog(app)._input.value == "1"
        await pilot.press("pagedown", "down")
        await pilot.pause()
        assert dialog(app)._input.value == "2019-01-30"


async def test_the_date_of_an_article_is_given_by_calendar_too_and_what_moves_is_told(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("3", "j", "d", "pageup", "left")
        await pilot.pause()
        assert dialog(app).reading.startswith("→ Sun 27 Jan 2019: ")
        await pilot.press("tab", "escape")
        await pilot.pause()
        assert app.session.history == ()


async def test_a_day_is_clicked(app: DatelineApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await to_title(pilot, "Port Ansel reopens its harbour")
        await pilot.press("d", "pagedown")
        await pilot.pause()
        await pilot.click(Calendar, offset=(11, 4))
        await pilot.pause()
        assert dialog(app)._input.value == "2019-01-28"
        await pilot.click(Calendar, offset=(3, 2))
        await pilot.pause()
        assert dialog(app)._input.value == "2019-01-28"


@pytest.mark.parametrize("size", [(40, 12), (60, 20)])
async def test_all_of_it_is_in_view_where_there_is_little_room(app: DatelineApp, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        await to_title(pilot, "Port Ansel reopens its harbour")
        await pilot.press("d", "pagedown", "right")
        await pilot.pause()
        calendar = app.screen.query_one(Calendar)
        assert calendar.region.y > 0
        assert calendar.region.bottom < size[1] - 1
        assert any("27" in line for line in shown(app)[1:])


@pytest.mark.parametrize(
    ("day", "keys", "then"),
    [
        (dt.date(2019, 1, 31), ["pagedown"], dt.date(2019, 2, 28)),
        (dt.date(2018, 12, 31), ["pagedown", "pageup"], dt.date(2018, 12, 31)),
        (dt.date(9999, 12, 31), ["right", "down", "pagedown"], dt.date(9999, 12, 31)),
        (dt.date(1, 1, 1), ["left", "up", "pageup"], dt.date(1, 1, 1)),
    ],
)
def test_it_ends_where_the_calendar_does(day: dt.date, keys: list[str], then: dt.date) -> None:
    calendar = Calendar(day, None)
    for key in keys:
        if key.startswith("page"):
            calendar.action_months(1 if key == "pagedown" else -1)
        else:
            calendar.action_days({"left": -1, "right": 1, "up": -7, "down": 7}[key])
    assert calendar.day == then
    assert calendar.render()
