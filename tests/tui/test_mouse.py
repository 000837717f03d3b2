"""What the mouse does that keys do too: dragging the edge of the page, and turning the wheel on the strip."""

from pathlib import Path

import pytest
from textual import events

from tests.tui.chronicle import sailings
from tests.tui.conftest import MakeApp
from tests.tui.demo import HARBOUR, UNDATED
from tests.tui.looking import SMALL, WIDE, timeline_of
from tests.tui.test_places import opened, timeline_file
from tui.app import DatelineApp
from tui.screens.browse import BrowseScreen
from tui.widgets.density_strip import DensityStrip


@pytest.mark.parametrize(("size", "edge", "to"), [(WIDE, (0, 5), (-14, 5)), (SMALL, (5, 0), (5, -5))])
async def test_the_edge_of_the_page_is_dragged_on_all_screens_at_once(
    make_app: MakeApp, size: tuple[int, int], edge: tuple[int, int], to: tuple[int, int]
) -> None:
    app = make_app(HARBOUR, UNDATED)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        page = timeline_of(app).page
        before = page.outer_size
        await pilot.mouse_down(page, offset=edge)
        await pilot.hover(page, offset=to)
        await pilot.pause()
        await pilot.mouse_up(page, offset=edge)
        await pilot.pause()
        now = page.outer_size
        dragged = now.width - before.width if size == WIDE else now.height - before.height
        assert dragged == pytest.approx(14 if size == WIDE else 5, abs=1)
        await pilot.hover(page, offset=(4, 4))
        await pilot.pause()
        assert page.outer_size == now
        await pilot.press("2")
        await pilot.pause()
        assert isinstance(app.screen, BrowseScreen)
        assert app.screen.page.outer_size.height >= now.height
        assert app.screen.page.outer_size.width == now.width


async def test_keys_do_the_same_and_the_room_is_remembered(tmp_path: Path) -> None:
    path = timeline_file(tmp_path, HARBOUR)
    app = opened(path)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        before = timeline_of(app).page.outer_size.width
        await pilot.press("less_than_sign", "less_than_sign", "less_than_sign", "greater_than_sign")
        await pilot.pause()
        wider = timeline_of(app).page.outer_size.width
        assert wider == pytest.approx(before + 12, abs=2)
    app = opened(path)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        assert timeline_of(app).page.outer_size.width == wider
        await pilot.press("backslash")
        await pilot.pause()
        assert timeline_of(app).page.outer_size.width == 120
        await pilot.press("backslash")
        await pilot.pause()
        assert timeline_of(app).page.outer_size.width == wider
        await pilot.press("F")
        await pilot.pause()
        assert timeline_of(app).page.outer_size.width == before


async def test_the_page_never_takes_all_and_never_goes(make_app: MakeApp) -> None:
    app = make_app(HARBOUR)
    async with app.run_test(size=WIDE) as pilot:
        for key, share in (("less_than_sign", 0.8), ("greater_than_sign", 0.2)):
            await pilot.press(*[key] * 30)
            await pilot.pause()
            assert timeline_of(app).page.outer_size.width == pytest.approx(120 * share, abs=1)


def wheel(strip: DensityStrip, kind: type[events.MouseEvent], x: int, *, shift: bool = False) -> None:
    turned = kind(strip, x, 0, 0, 0, 0, shift, False, False, screen_x=x, screen_y=1)
    strip.post_message(turned)


async def test_the_wheel_zooms_the_strip_where_the_mouse_is_and_with_shift_moves_it(make_app: MakeApp) -> None:
    app = make_app(sailings())
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        strip = timeline_of(app).strip
        whole = strip.window
        assert whole is not None
        wheel(strip, events.MouseScrollUp, 100)
        await pilot.pause()
        near = strip.window
        assert near is not None
        assert near.length < whole.length
        assert abs(near.last - whole.last) < abs(near.first - whole.first)
        wheel(strip, events.MouseScrollDown, 100, shift=True)
        await pilot.pause()
        later = strip.window
        assert later is not None
        assert later.first > near.first
        assert later.length == near.length
        wheel(strip, events.MouseScrollDown, 100)
        await pilot.pause()
        assert strip.window is not None
        assert strip.window.length > near.length
        assert timeline_of(app).events.scroll_offset.y == 0


async def test_evidence_can_be_selected_with_the_mouse(app: DatelineApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        page = timeline_of(app).page
        await pilot.mouse_down(page, offset=(2, 0))
        await pilot.hover(page, offset=(10, 0))
        await pilot.mouse_up(page, offset=(10, 0))
        assert (app.screen.get_selected_text() or "").strip().startswith("Union")
