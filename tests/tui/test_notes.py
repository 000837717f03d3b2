"""Notes of several lines: written, shown, found, exported."""

import json

import pytest
from textual import events

from tests.tui.looking import SMALL, WIDE, lines, timeline_of, titles
from timeline.export import export
from tui.app import DatelineApp
from tui.screens.dialog import KeyLine
from tui.screens.note import NoteDialog

FIRST = "Union’s treasurer resigns"
NOTE = "ask her why\nand who paid\n\nsee the minutes"


def note(app: DatelineApp) -> str:
    return next(entry.note for entry in app.session.timeline.entries if entry.title == FIRST)


def dialog(app: DatelineApp) -> NoteDialog:
    assert isinstance(app.screen, NoteDialog)
    return app.screen


async def test_down_begins_a_line_and_enter_keeps_all_of_them(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("c", *"ask her", "down", *"who paid")
        assert app.screen.query_one(KeyLine).render_line(0).text.split() == "enter save ↓ new line esc cancel".split()
        assert dialog(app)._input.size.height == 2
        await pilot.press("enter")
        await pilot.pause()
        assert note(app) == "ask her\nwho paid"
        assert app.report.says == f"note on “{FIRST}”"
        await pilot.press("u")
        assert note(app) == ""


async def test_down_within_the_text_goes_down_and_an_empty_last_line_is_not_followed_by_others(
    app: DatelineApp,
) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("c", "down", *"one", "down", *"two", "up", "down", *"!", "down", "down", "down", "enter")
        await pilot.pause()
        assert note(app) == "one\ntwo!"


@pytest.mark.parametrize("key", ["ctrl+j", "shift+enter", "alt+enter"])
async def test_a_line_is_parted_where_the_terminal_knows_another_enter(app: DatelineApp, key: str) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("c", *"onetwo", "left", "left", "left", key, "enter")
        await pilot.pause()
        assert note(app) == "one\ntwo"


async def test_pasted_lines_stay_lines_whatever_ends_them(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("c")
        app.post_message(events.Paste("one  \r\ntwo\0\rthree\n"))
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert note(app) == "one\ntwo\nthree"


async def test_esc_changes_nothing_and_enter_on_the_same_text_neither(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("c", *"one", "enter", "c", *"!", "escape", "c", "enter")
        await pilot.pause()
        assert [edit.value for edit in app.session.history] == ["one"]


async def test_a_long_note_scrolls_in_a_dialog_that_fits_the_terminal(app: DatelineApp) -> None:
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.press("c")
        app.post_message(events.Paste("\n".join(f"line {at}" for at in range(40))))
        await pilot.pause()
        field = dialog(app)._input
        assert field.size.height == 8
        assert field.region.bottom < 12
        await pilot.press("enter")
        await pilot.pause()
        assert note(app).endswith("line 39")


async def test_all_lines_stand_in_the_detail_and_the_row_has_a_mark(app: DatelineApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("c")
        app.post_message(events.Paste(NOTE))
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        page = [strip.text.rstrip() for strip in timeline_of(app).page.lines]
        at = page.index("NOTE    ask her why")
        assert page[at : at + 4] == ["NOTE    ask her why", "        and who paid", "", "        see the minutes"]
        assert "¶" in lines(app)[0]


async def test_below_the_list_a_note_stands_behind_the_sentence(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("c", *"ask her", "down", *"who paid", "enter")
        await pilot.pause()
        page = [strip.text.rstrip() for strip in timeline_of(app).page.lines]
        assert page[-2:] == ["¶ ask her", "who paid"]


async def test_a_note_is_found_across_its_lines_and_what_was_found_is_marked_in_it(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("c", *"ask her", "down", *"who paid", "enter", "slash", *'"her who"', "enter")
        await pilot.pause()
        assert titles(app) == [FIRST]
        blocks = timeline_of(app).blocks()
        assert any(span.style for span in blocks[-1].text.spans if span.start == len("¶ ask "))


async def test_a_note_is_exported_whole(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("c")
        app.post_message(events.Paste(NOTE))
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        timeline = app.session.timeline
        assert json.loads(export(timeline, timeline.entries, "json"))["events"][0]["note"] == NOTE
        markdown = export(timeline, timeline.entries, "markdown", notes=True)
        assert "  - Note: ask her why\\\n    and who paid\\\n    see the minutes\n" in markdown
