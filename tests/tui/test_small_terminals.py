"""That one can go on in a terminal of 40 columns and 12 rows."""

import pytest
from textual.widget import Widget
from textual.widgets import Input

from tests.tui.conftest import MakeApp
from tests.tui.demo import HARBOUR
from tui.app import DatelineApp
from tui.screens.keys import KeyList
from tui.screens.typed_date import TypedDateDialog
from tui.widgets.choice import Choice
from tui.widgets.header import Header
from tui.widgets.hints import Hints
from tui.widgets.lines_input import LinesInput

TINY = (40, 12)


@pytest.fixture
def app(make_app: MakeApp) -> DatelineApp:
    return make_app(HARBOUR)


def is_in_view(widget: Widget) -> bool:
    """Whether all of its first line is on the screen."""
    seen = widget.screen.find_widget(widget)
    return seen.region.intersection(seen.clip).height > 0


@pytest.mark.parametrize("key", ["d", "e", "c", "number_sign", "A", "i", "x", "f", "t", "question_mark"])
async def test_what_is_typed_into_is_in_view_when_a_box_opens(app: DatelineApp, key: str) -> None:
    async with app.run_test(size=TINY) as pilot:
        await pilot.press(key)
        await pilot.pause()
        focused = app.screen.focused
        assert isinstance(focused, Input | LinesInput)
        assert is_in_view(focused)


async def test_how_a_date_is_read_is_in_view_with_what_is_typed(app: DatelineApp) -> None:
    async with app.run_test(size=TINY) as pilot:
        await pilot.press("d", *"3 mar")
        await pilot.pause()
        assert isinstance(app.screen, TypedDateDialog)
        assert is_in_view(app.screen._input)
        assert is_in_view(app.screen._reading)


async def test_no_hint_is_cut_while_one_filters(app: DatelineApp) -> None:
    async with app.run_test(size=TINY) as pilot:
        await pilot.press("slash")
        await pilot.pause()
        assert app.screen.query_one(Hints).render_line(0).text.strip() == "enter To the list  esc Clear"


async def test_the_keys_have_more_room_than_their_marks(app: DatelineApp) -> None:
    async with app.run_test(size=TINY) as pilot:
        await pilot.press("question_mark")
        await pilot.pause()
        assert app.screen.query_one(KeyList).size.height >= 6


async def test_options_for_which_there_is_no_room_are_told_one_at_a_time(app: DatelineApp) -> None:
    async with app.run_test(size=TINY) as pilot:
        await pilot.press("x", "tab", "right")
        await pilot.pause()
        assert isinstance(app.screen.focused, Choice)
        assert str(app.screen.focused.render()) == "‹ JSON ›  2 of 3"
        await pilot.click(app.screen.focused)
        assert app.screen.focused.chosen == 2


async def test_each_tab_is_told_by_its_key_and_can_be_clicked(app: DatelineApp) -> None:
    async with app.run_test(size=TINY) as pilot:
        told = str(app.screen.query_one(Header).render())
        assert told.startswith(" 1 Timeline   2   3   4 ")
        await pilot.click(Header, offset=(told.index("4"), 0))
        await pilot.pause()
        assert str(app.screen.query_one(Header).render()).startswith(" 1   2   3   4 Review ")
