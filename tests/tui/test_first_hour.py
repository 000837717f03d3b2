"""What stopped somebody who opened the app for the first time."""

from typing import Any

import pytest
from rich.cells import cell_len
from textual.pilot import Pilot
from textual.widgets import Static

from tests.tui.chronicle import chronicle, sailings
from tests.tui.conftest import MakeApp
from tests.tui.demo import HARBOUR
from tests.tui.looking import SMALL, WIDE, timeline_of
from tests.tui.test_finding import keys
from timeline.dates.edtf import describe
from timeline.edits import EditKind
from timeline.history import sentence
from tui.actions import ACTIONS, Action, Area
from tui.app import DatelineApp
from tui.screens.add_event import AddEventDialog
from tui.screens.article import ArticleScreen
from tui.screens.facets import FacetsDialog
from tui.screens.keys import KeysDialog
from tui.screens.one_of import OneOfDialog
from tui.widgets.hints import Hints
from tui.widgets.upright import Upright


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


async def test_the_row_that_is_marked_is_the_one_that_the_cursor_stays_on_and_its_name_is_told(
    app: DatelineApp,
) -> None:
    async with app.run_test(size=SMALL) as pilot:
        events = timeline_of(app).events
        first = events.rows[0]
        await pilot.press("space")
        await pilot.pause()
        assert events.row is first
        assert events.marked == [first]
        assert events.render_line(events.line_of(0)).text.startswith("◉")
        assert app.report.says == f"1 marked: “{first.title}”"
        await pilot.press("j", "space", "space")
        await pilot.pause()
        assert app.report.says == f"1 marked: “{events.rows[1].title}” no longer"
        await pilot.press("k", "space")
        await pilot.pause()
        assert app.report.says == "nothing marked"


async def test_a_marked_row_is_seen_as_marked_where_the_cursor_is_elsewhere(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        events = timeline_of(app).events

        def ground(row: int) -> object:
            return next(iter(events.render_line(events.line_of(row)))).style.bgcolor  # type: ignore[union-attr]

        await pilot.press("space", "j", "j")
        await pilot.pause()
        assert ground(0) != ground(1)


async def test_what_is_typed_for_an_event_by_hand_takes_the_place_of_the_words_of_the_article(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("o", "v", "w", "a", *keys("Dockers strike"), "enter")
        await pilot.pause()
        assert "Dockers strike" in [entry.title for entry in app.session.timeline.entries]


def footer(app: DatelineApp) -> list[str]:
    return [hint.label for hint in app.screen.query_one(Hints).hints()]


async def test_the_footer_of_80_columns_names_accepting_and_rejecting(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL):
        assert {"Date", "Edit", "Accept", "Reject"} <= set(footer(app))


async def test_the_footer_of_the_actors_names_marking_and_joining(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("2")
        await pilot.pause()
        assert {"Mark", "Join"} <= set(footer(app))


async def asked(pilot: Pilot[Any], text: str = "") -> KeysDialog:
    await pilot.press("question_mark", *keys(text))
    await pilot.pause()
    assert isinstance(pilot.app.screen, KeysDialog)
    return pilot.app.screen


async def test_the_keys_begin_with_those_that_only_this_screen_has(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        assert (await asked(pilot))._list.rows[0].action.area is Area.TIMELINE
        await pilot.press("escape", "3")
        assert (await asked(pilot))._list.rows[0].action.area is Area.SOURCES


async def test_what_a_key_of_this_screen_does_is_told_whole_at_80_columns(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        dialog = await asked(pilot, "nobody has looked")
        assert "at yet and is doubtful" in dialog._list.render_line(0).text


async def test_a_key_is_found_by_words_in_any_order(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        found = [row.action.id for row in (await asked(pilot, "hand event"))._list.rows]
        assert "add_event" in found


async def test_a_search_for_keys_that_finds_none_says_so(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        dialog = await asked(pilot, "xyzzy")
        assert dialog._none.display
        assert "xyzzy" in str(dialog._none.render())


async def test_end_and_home_go_through_the_keys(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        dialog = await asked(pilot)
        await pilot.press("end")
        assert dialog._list.cursor == len(dialog._list.rows) - 1
        await pilot.press("home")
        assert dialog._list.cursor == 0


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: f"{action.area.name}.{action.id}")
def test_what_a_key_does_fits_its_line_at_80_columns(action: Action) -> None:
    assert cell_len(action.tooltip) <= 58


async def test_a_month_is_found_by_its_name_among_what_the_list_can_be_narrowed_to(make_app: MakeApp) -> None:
    app = make_app(sailings())
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("f", *keys("march 2019"), "enter")
        await pilot.pause()
        assert timeline_of(app).filter.text == "date:2019-03"


async def test_a_list_of_values_says_how_many_are_not_shown_and_when_none_is_called_so(make_app: MakeApp) -> None:
    app = make_app(chronicle(f"20{year}-03-11" for year in range(10, 20)))
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("f")
        await pilot.pause()
        dialog = app.screen
        assert isinstance(dialog, FacetsDialog)
        hints = [heading.hint for heading in dialog._list.headings.all]
        assert "10 more: type to find them" in hints
        await pilot.press(*keys("xyzzy"))
        await pilot.pause()
        assert dialog._none.display


async def test_an_event_that_no_article_tells_of_is_added_from_the_timeline(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("A", *keys("Ferry inquiry opens"), "tab", *keys("2 may 2018"), "enter")
        await pilot.pause()
        added = timeline_of(app).entry
        assert added is not None
        assert (added.title, describe(added.when)) == ("Ferry inquiry opens", "Wed 2 May 2018")
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press("escape", "d", "escape", "e", "escape", "o")
        await pilot.pause()
        await pilot.press("escape", "u")
        await pilot.pause()
        assert "Ferry inquiry opens" not in [entry.title for entry in app.session.timeline.entries]


async def test_an_event_by_hand_needs_to_be_told(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("A", "enter")
        await pilot.pause()
        assert isinstance(app.screen, AddEventDialog)
        assert "say what happened" in str(app.screen._reading.render())


async def test_a_filter_that_finds_nothing_says_where_months_and_actors_are_listed(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("slash", *keys("march 2017"), "enter")
        await pilot.pause()
        assert "f lists the months, actors and outlets" in str(timeline_of(app).empty.render())


async def test_while_words_are_marked_it_is_told_which_key_goes_which_way(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("o", "v")
        await pilot.pause()
        assert isinstance(app.screen, ArticleScreen)
        assert "w next word · b previous word" in app.screen.told


async def test_without_a_filter_it_is_told_why_not_all_events_are_listed(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("r", "r")
        await pilot.pause()
        assert timeline_of(app).filter.told == "8, 2 rejected or hidden"
        await pilot.press("u", "u")
        await pilot.pause()
        assert timeline_of(app).filter.told == "10 of 10"


async def test_the_keys_page_says_what_brackets_mean(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("question_mark")
        await pilot.pause()
        assert isinstance(app.screen, KeysDialog)
        assert any("[ ] filled in from the article" in str(told.render()) for told in app.screen.query(Static))


async def test_an_empty_timeline_offers_only_what_can_be_done_in_one(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=WIDE) as pilot:
        assert set(footer(app)) == {"Import", "Add event", "Keys", "Quit"}
        await pilot.press("d")
        await pilot.pause()
        assert app.report.says == "d does nothing here"
        app.session.add(HARBOUR)
        app.sync()
        await pilot.pause()
        assert {"Date", "Edit", "Export"} <= set(footer(app))


@pytest.mark.parametrize("screen", ["2", "3", "4"])
async def test_the_other_screens_of_an_empty_timeline_offer_nothing_to_do_with_rows(
    make_app: MakeApp, screen: str
) -> None:
    app = make_app()
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press(screen)
        await pilot.pause()
        assert set(footer(app)) <= {"Import", "Add event", "Keys", "Quit"}


async def test_a_filter_that_finds_nothing_can_be_typed_anew(app: DatelineApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("slash", *keys("zzz"), "enter")
        await pilot.pause()
        assert "Filter" in footer(app)
        assert "Date" not in footer(app)


async def test_the_row_that_is_kept_of_those_joined_is_chosen_up_and_down_in_the_list_of_them(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("space", "j", "space", "m", "down")
        await pilot.pause()
        dialog = app.screen
        assert isinstance(dialog, OneOfDialog)
        box = dialog.query_one(".dialog")
        assert "↑↓ which one" in str(box.border_subtitle)
        second = app.session.timeline.entries[1]
        lines = str(dialog.query_one(Upright).render()).splitlines()
        assert [line.startswith("▌") for line in lines] == [False, True]
        assert second.title in lines[1]


async def test_a_title_with_words_of_somebody_is_quoted_with_single_marks_within(app: DatelineApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        first = app.session.timeline.entries[0]
        app.session.edit(EditKind.TITLE, first.id, "[Lind]: “We sank”")
        app.sync()
        await pilot.press("space")
        await pilot.pause()
        assert app.report.says == "1 marked: “[Lind]: ‘We sank’”"
        await pilot.press("V", "s")
        await pilot.pause()
        assert app.report.says == "★ “[Lind]: ‘We sank’”"
        assert "“[Lind]: ‘We sank’”" in sentence(app.session.history[-1], app.session.timeline)
