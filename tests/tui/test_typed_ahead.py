"""What is typed or clicked faster than the app follows breaks nothing; `benchmarks/app_fuzz.py` found each."""

from textual.events import Key

from tests.tui.test_timeline_screen import SMALL, timeline_of
from tui.app import DatelineApp
from tui.palette import Palette


async def test_the_palette_that_is_closed_twice_is_closed_once(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("colon")
        await pilot.pause()
        palette = app.screen
        assert isinstance(palette, Palette)
        palette.dismiss()
        palette.dismiss()
        await pilot.pause()
        assert timeline_of(app)


async def test_a_key_that_comes_when_the_app_is_closing_is_nothing(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL):
        pass
    app.on_key(Key("j", "j"))
    assert app.screen_stack == []
