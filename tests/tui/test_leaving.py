"""A timeline is opened whole or not at all, and left with everything written down."""

from pathlib import Path

import pytest

from tests.tui.looking import SMALL
from timeline.store import Store, StoreError
from tui.app import DatelineApp


async def test_leaving_writes_everything_down(app: DatelineApp, tmp_path: Path) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("s", "q")
    with Store.open(tmp_path / "harbour.json") as store:
        assert store.timeline.entries[0].starred


def test_a_damaged_file_is_refused_and_left_alone(tmp_path: Path) -> None:
    damaged = tmp_path / "harbour.json"
    damaged.write_text('{"events": ')
    with pytest.raises(StoreError, match=r"harbour\.json"):
        DatelineApp(damaged)
    assert damaged.read_text() == '{"events": '
