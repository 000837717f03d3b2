"""What one key did, to however many rows, one key takes back."""

from tests.tui.looking import SMALL, WIDE, timeline_of
from timeline.edits import REJECTED
from tui.app import DatelineApp


async def test_rejecting_marked_rows_is_taken_back_at_once_and_after_a_restart(app: DatelineApp) -> None:
    path = app.session.path
    async with app.run_test(size=SMALL) as pilot:
        rows = list(timeline_of(app).events.rows)
        await pilot.press("v", "j", "j", "r")
        await pilot.pause()
        assert len(timeline_of(app).events.rows) == len(rows) - 3
        await pilot.press("u")
        await pilot.pause()
        assert list(timeline_of(app).events.rows) == rows
        assert app.report.says.startswith("undone: 3 corrections: ")
        await pilot.press("ctrl+r")
    again = DatelineApp(path)
    async with again.run_test(size=SMALL) as pilot:
        assert sum(edit.value == REJECTED for edit in again.session.history) == 3
        await pilot.press("u")
        await pilot.pause()
        assert [entry.id for entry in timeline_of(again).events.rows] == [entry.id for entry in rows]


async def test_a_line_is_joined_of_three_and_parted_by_one_key_each(app: DatelineApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        rows = list(timeline_of(app).events.rows)
        await pilot.press("v", "j", "j", "m", "enter")
        await pilot.pause()
        assert len(timeline_of(app).events.rows) == len(rows) - 2
        await pilot.press("u")
        await pilot.pause()
        assert list(timeline_of(app).events.rows) == rows


async def test_what_is_changed_in_one_dialog_is_one_step(app: DatelineApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        before = timeline_of(app).events.row
        await pilot.press("e", "end", *" indeed", "tab", "right", "enter")
        await pilot.pause()
        assert len(app.session.history) == 2
        await pilot.press("u")
        await pilot.pause()
        assert timeline_of(app).events.row == before


async def test_to_go_back_to_an_edit_counts_steps(app: DatelineApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("s", "v", "j", "j", "a", "U", "j", "j", "j", "t")
        await pilot.pause()
        assert [edit.undone for edit in app.session.history] == [False, True, True, True]
        assert app.report.says.startswith("taken back: 3 corrections: ")
        await pilot.press("g", "t")
        await pilot.pause()
        assert not any(edit.undone for edit in app.session.history)
