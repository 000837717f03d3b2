import os
from pathlib import Path
from typing import Any

import msgspec
import pytest

import tui.timeline_app
from tests.tui.conftest import MakeApp
from tests.tui.demo import HARBOUR, UNDATED
from tests.tui.looking import until
from timeline.model import Extraction
from timeline.store import StoreError
from timeline.store.rows import rows_of
from timeline.store.storage import JournaledStorage
from tui.app import DatelineApp
from tui.screens.timeline import TimelineScreen
from tui.session import Session


@pytest.fixture(autouse=True)
def _all_are_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tui.timeline_app, "SHORT", -1)


async def test_a_long_timeline_is_read_when_there_is_a_screen(make_app: MakeApp) -> None:
    app = make_app(HARBOUR)
    assert not app.session.is_open
    async with app.run_test() as pilot:
        await until(lambda: app.session.is_open)
        await pilot.pause()
        assert isinstance(app.screen, TimelineScreen)
        assert len(app.screen.events.rows) == 6
        assert app.report.says == ""


async def test_the_first_lines_of_a_long_timeline_are_there_before_it_is_open(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[tuple[bool, int, str]] = []
    app = make_app(HARBOUR)

    def not_yet(*, unread: bool) -> None:
        assert unread
        assert isinstance(app.screen, TimelineScreen)
        shown.append((app.session.is_open, len(app.screen.events.rows), app.report.says))

    monkeypatch.setattr(app.session, "open", not_yet)
    async with app.run_test() as pilot:
        await until(lambda: bool(shown))
        assert shown == [(False, 6, "opening harbour.json…")]
        await pilot.press("s")
        assert app.report.says == "read-only: it is not open yet"


async def test_a_long_timeline_that_is_damaged_ends_the_app_with_the_reason(tmp_path: Path) -> None:
    damaged = tmp_path / "harbour.json"
    damaged.write_text("{")
    app = DatelineApp(damaged)
    async with app.run_test() as pilot:
        await pilot.pause()
    assert isinstance(app.return_value, StoreError)
    assert damaged.read_text() == "{"


@pytest.mark.parametrize("damaged", [HARBOUR, UNDATED])
async def test_what_is_found_damaged_only_when_it_is_read_ends_the_app_with_the_reason(
    tmp_path: Path, damaged: Extraction
) -> None:
    """Of what is looked at first, and of what is not."""
    path = tmp_path / "harbour.json"
    rows: dict[str, dict[str, Any]] = {}
    for one in (HARBOUR, UNDATED):
        for table, own in rows_of(one).items():
            rows.setdefault(table, {}).update(msgspec.to_builtins(own))
    rows["articles"][damaged.article.id]["text"] = "Short."
    JournaledStorage(path).put_in_place(rows, 1)
    before = path.read_bytes()
    app = DatelineApp(path)
    async with app.run_test() as pilot:
        await until(lambda: app.return_value is not None)
        await pilot.pause()
    assert isinstance(app.return_value, StoreError)
    assert f"harbour.json is damaged: articles, row “{damaged.article.id}”" in str(app.return_value)
    assert path.read_bytes() == before


async def test_nothing_can_be_changed_before_it_is_open(make_app: MakeApp) -> None:
    app = make_app(HARBOUR)
    with pytest.raises(StoreError, match="not open yet"):
        app.session.undo()


async def test_a_timeline_that_nobody_may_write_to_is_opened_for_reading_and_says_why(make_app: MakeApp) -> None:
    path = make_app(HARBOUR).session.path
    path.chmod(0o444)
    before = path.read_bytes()
    app = DatelineApp(path)
    async with app.run_test() as pilot:
        await until(lambda: app.session.is_open)
        assert "nobody may write to it (-r--r--r--; chmod u+w" in app.report.says
        await pilot.press("s")
        assert app.report.says.startswith("read-only: ")
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize("name", ["pipe", "folder"])
def test_what_is_no_file_is_refused_before_there_is_a_screen(tmp_path: Path, name: str) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "folder").mkdir()
    session = Session(tmp_path / name)
    with pytest.raises(StoreError, match=f"{name} is a {name}"):
        session.open()


async def test_a_lock_that_cannot_be_removed_is_told_when_the_app_ends(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    unlink = Path.unlink

    def denied(self: Path, missing_ok: bool = False) -> None:
        if self.name.endswith(".lock"):
            raise PermissionError(13, "Permission denied")
        unlink(self, missing_ok)

    app = make_app(HARBOUR)
    async with app.run_test() as pilot:
        await until(lambda: app.session.is_open)
        await pilot.press("s")
        monkeypatch.setattr(Path, "unlink", denied)
    assert isinstance(app.return_value, StoreError)
    assert "harbour.json.lock cannot be removed: Permission denied. Every change is kept" in str(app.return_value)
    assert "journal" not in str(app.return_value)
