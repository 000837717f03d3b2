"""The app beside other programs that write to the same timeline."""

import asyncio
import multiprocessing
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

import tui.opening
from tests.timeline.builders import MONDAY, by_metadata, reading
from tests.tui.demo import HARBOUR
from tests.tui.looking import WIDE
from timeline.edits import EditKind
from timeline.store import Store, StoreError
from tui.app import DatelineApp
from tui.screens.timeline import TimelineScreen
from tui.widgets.hints import Hints
from tui.widgets.status_line import Level, Report

OTHER = reading("Orr spoke today.", published=by_metadata(MONDAY))
EVENT = HARBOUR.events[0].id
CONTEXT = multiprocessing.get_context("spawn")


def hold(path: Path, said: Connection) -> None:
    """Write to a timeline in a process of its own, and close it when told to."""
    with Store.open(path) as store:
        store.edit(EditKind.STAR, EVENT, "yes")
        said.send("held")
        said.recv()


def hints(app: DatelineApp) -> list[str]:
    return [hint.label for hint in app.screen.query_one(Hints).hints()]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "harbour.json"
    with Store.open(path) as store:
        store.add(HARBOUR)
    return path


async def test_an_app_that_only_reads_shows_at_once_what_another_writes(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tui.opening, "FOLLOW", 0.01)
    with Store.open(path) as writer:
        app = DatelineApp(path)
        async with app.run_test() as pilot:
            await pilot.pause()
            assert "being written to by another dateline" in app.report.says
            assert isinstance(app.screen, TimelineScreen)
            assert len(app.screen.events.rows) == 6
            writer.edit(EditKind.STAR, EVENT, "yes")
            writer.add(OTHER)
            async with asyncio.timeout(60):
                while len(app.screen.events.rows) == 6:
                    await asyncio.sleep(0.01)
                    await pilot.pause()
            assert app.session.timeline.entry(EVENT).starred
            assert len(app.screen.events.rows) == 7


@pytest.mark.parametrize("key", ["d", "e", "c", "A", "i", "s", "a"])
async def test_a_key_that_would_change_what_is_only_read_says_so_at_once(path: Path, key: str) -> None:
    with Store.open(path):
        app = DatelineApp(path)
        async with app.run_test() as pilot:
            await pilot.pause()
            app.tell(Report(""))
            await pilot.press(key)
            await pilot.pause()
            assert isinstance(app.screen, TimelineScreen)
            reason = "it is being written to by another dateline; close that one first"
            assert app.report.says == f"read-only: {reason}"


@pytest.mark.parametrize("is_killed", [False, True], ids=["closed", "killed"])
async def test_an_app_that_only_reads_goes_on_as_the_one_that_writes_once_the_other_is_gone(
    path: Path, monkeypatch: pytest.MonkeyPatch, *, is_killed: bool
) -> None:
    monkeypatch.setattr(tui.opening, "FOLLOW", 0.01)
    ear, mouth = CONTEXT.Pipe()
    other = CONTEXT.Process(target=hold, args=(path, mouth))
    other.start()
    try:
        assert await asyncio.to_thread(ear.recv) == "held"
        app = DatelineApp(path)
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            assert app.session.read_only
            assert "Date" not in hints(app)
            if is_killed:
                other.kill()
            else:
                ear.send("close")
            async with asyncio.timeout(60):
                while app.session.read_only:
                    await asyncio.sleep(0.01)
            await pilot.pause()
            assert app.report.says.startswith("the other dateline is closed: you can make changes here now")
            assert "Date" in hints(app)
            assert app.session.timeline.entry(EVENT).starred
            await pilot.press("s")
            await pilot.pause()
    finally:
        other.kill()
        other.join()
    with Store.open(path, read_only=True) as store:
        assert len(store.history()) == 2


async def test_an_app_that_only_reads_makes_no_new_timeline_where_the_old_one_is_gone(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tui.opening, "FOLLOW", 0.01)
    writer = Store.open(path)
    app = DatelineApp(path)
    async with app.run_test() as pilot:
        writer.close()
        path.unlink()
        await pilot.pause(0.1)
        assert app.session.read_only
        assert not path.exists()


async def test_an_app_whose_file_was_replaced_says_at_each_change_and_at_its_end_where_they_are(path: Path) -> None:
    theirs = path.with_name("theirs.json")
    with Store.open(theirs) as store:
        store.add(OTHER)
    content = theirs.read_bytes()
    app = DatelineApp(path)
    async with app.run_test() as pilot:
        await pilot.pause()
        theirs.replace(path)
        for key in ("s", "u"):
            await pilot.press(key)
            await pilot.pause()
            assert "harbour.json was deleted, replaced or changed by another program" in app.report.says
            assert "harbour.json.rescued-1.json" in app.report.says
    assert isinstance(app.return_value, StoreError)
    assert path.read_bytes() == content
    with Store.open(path.with_name("harbour.json.rescued-1.json"), read_only=True) as store:
        assert [(edit.kind, edit.undone) for edit in store.history()] == [(EditKind.STAR, True)]


async def test_a_key_merges_what_was_rescued_into_what_is_there_now_and_undo_takes_it_back(path: Path) -> None:
    theirs = path.with_name("theirs.json")
    with Store.open(theirs) as store:
        store.add(OTHER)
    app = DatelineApp(path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "Merge" not in hints(app)
        theirs.replace(path)
        await pilot.press("s")
        await pilot.pause()
        starred = next(entry.id for entry in app.session.timeline.entries if entry.starred)
        assert app.report.hint == "I merges it into what is there now"
        assert "Merge" in hints(app)
        await pilot.press("I")
        await pilot.pause()
        assert app.report.says.startswith("harbour.json.rescued-1.json merged into harbour.json: 1 new article")
        assert len(app.session.timeline.entries) == 7
        assert app.session.timeline.entry(starred).starred
        assert "Merge" not in hints(app)
        await pilot.press("u")
        await pilot.pause()
        assert [entry.title for entry in app.session.timeline.entries] == ["Orr spoke today"]
        await pilot.press("ctrl+r")
        await pilot.pause()
    assert app.return_value is None
    with Store.open(path, read_only=True) as store:
        assert len(store.timeline.entries) == 7
    with Store.open(path.with_name("harbour.json.rescued-1.json")) as rescued:
        assert rescued.timeline.entry(starred).starred


async def test_where_another_writes_to_what_is_there_now_merging_says_so_and_loses_nothing(path: Path) -> None:
    theirs = path.with_name("theirs.json")
    with Store.open(theirs) as store:
        store.add(OTHER)
    app = DatelineApp(path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        theirs.replace(path)
        await pilot.press("s")
        with Store.open(path):
            await pilot.press("I")
            await pilot.pause()
            assert "being written to by another dateline" in app.report.says
        assert app.session.rescued
        await pilot.press("I")
        await pilot.pause()
        assert not app.session.rescued
        assert len(app.session.timeline.entries) == 7


async def test_what_is_no_timeline_any_more_is_not_merged_with(path: Path) -> None:
    app = DatelineApp(path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        path.unlink()
        path.write_text("{")
        await pilot.press("s", "I")
        await pilot.pause()
        assert app.report.level is Level.ERROR
        assert app.session.rescued
        assert path.read_text() == "{"


async def test_a_timeline_that_another_process_writes_to_is_read_only(app: DatelineApp) -> None:
    second = DatelineApp(app.session.path)
    async with second.run_test(size=WIDE) as pilot:
        assert second.report.says.startswith("read-only")
        await pilot.press("s")
        assert second.report.says.startswith("read-only")
        assert not second.session.timeline.entries[0].starred
        await pilot.press("i")
        assert second.report.says.startswith("read-only")
        await pilot.press("number_sign")
        assert second.report.says.startswith("read-only")
        assert second.screen is second.screen_stack[0]
