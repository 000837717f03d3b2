from pathlib import Path

import pytest

import tui.app
from tests.tui.conftest import MakeApp
from tests.tui.demo import HARBOUR
from timeline.store import StoreError
from tui.app import DatelineApp
from tui.screens.timeline import TimelineScreen


@pytest.fixture(autouse=True)
def _all_are_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tui.app, "SHORT", -1)


async def test_a_long_timeline_is_read_when_there_is_a_screen(make_app: MakeApp) -> None:
    app = make_app(HARBOUR)
    assert not app.session.is_open
    async with app.run_test() as pilot:
        await pilot.pause()
        assert isinstance(app.screen, TimelineScreen)
        assert len(app.screen.events.rows) == 6
        assert app.report.says == ""


async def test_a_long_timeline_that_is_damaged_ends_the_app_with_the_reason(tmp_path: Path) -> None:
    damaged = tmp_path / "harbour.json"
    damaged.write_text("{")
    app = DatelineApp(damaged)
    async with app.run_test() as pilot:
        await pilot.pause()
    assert isinstance(app.return_value, StoreError)
    assert damaged.read_text() == "{"


async def test_nothing_can_be_changed_before_it_is_open(make_app: MakeApp) -> None:
    app = make_app(HARBOUR)
    with pytest.raises(StoreError, match="not open yet"):
        app.session.undo()
