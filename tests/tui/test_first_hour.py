"""What stopped somebody who opened the app for the first time."""

from tests.tui.chronicle import sailings
from tests.tui.conftest import MakeApp
from tests.tui.test_finding import keys
from tests.tui.test_timeline_screen import SMALL, timeline_of
from tui.app import DatelineApp


async def test_tab_from_a_page_that_has_all_the_room_shows_the_list_again(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("enter", "tab")
        await pilot.pause()
        screen = timeline_of(app)
        assert not screen.has_class("-reading")
        assert screen.events.has_focus


async def test_the_row_under_the_cursor_is_in_view_when_a_filter_is_cleared(make_app: MakeApp) -> None:
    app = make_app(sailings())
    async with app.run_test(size=SMALL) as pilot:
        events = timeline_of(app).events
        await pilot.press("G")
        last = events.row
        assert last is not None
        await pilot.press("slash", *keys(f'"{last.title}"'), "enter", "escape")
        await pilot.pause()
        assert events.row == last
        line = events.line_of(events.cursor)
        assert events.scroll_offset.y <= line < events.scroll_offset.y + events.size.height
