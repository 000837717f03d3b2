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


async def test_a_filter_that_was_emptied_or_came_from_a_list_is_among_the_earlier_ones(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        timeline_of(app).show_only("is:planned", also=True)
        await pilot.press("slash", "backspace", *keys("x"), "up")
        await pilot.pause()
        assert timeline_of(app).filter.text == "is:planned"
        await pilot.press("escape", "up")
        await pilot.pause()
        assert timeline_of(app).filter.text == "is:planned"


async def test_typing_goes_on_behind_an_earlier_filter(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("slash", *keys("ferry"), "enter", "escape", "slash", "up", *keys(" boat"))
        await pilot.pause()
        assert timeline_of(app).filter.text == "ferry boat"


async def test_the_first_mark_says_how_to_go_on(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("space")
        await pilot.pause()
        assert app.report.hint == "m joins it with what you mark next"


async def test_what_is_typed_for_an_event_by_hand_takes_the_place_of_the_words_of_the_article(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("o", "v", "w", "a", *keys("Dockers strike"), "enter")
        await pilot.pause()
        assert "Dockers strike" in [entry.title for entry in app.session.timeline.entries]
