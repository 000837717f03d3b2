"""What is exported from the app, and over what it is never written."""

import asyncio
import os
import threading
from collections.abc import Sequence
from pathlib import Path

import pytest
from textual.widgets import Input

from tests.tui.looking import SMALL, timeline_of
from timeline.collection import Entry, Timeline
from timeline.export import FORMATS, Format, export
from timeline.store import Store
from tui.app import DatelineApp
from tui.screens.export import ExportDialog
from tui.screens.timeline import TimelineScreen


def timeline_of_below(app: DatelineApp) -> TimelineScreen:
    below = app.screen_stack[0]
    assert isinstance(below, TimelineScreen)
    return below


async def test_export_writes_what_the_list_shows(
    app: DatelineApp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("slash", *"ferry", "enter", "x")
        assert isinstance(app.screen, ExportDialog)
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert app.report.says == "wrote 2 events to harbour-chronology.md"
        shown = timeline_of(app).events.rows
        assert (tmp_path / "harbour-chronology.md").read_text() == export(app.session.timeline, shown, "markdown")


async def test_keys_go_on_while_a_long_list_is_written_and_who_leaves_before_has_no_file(
    app: DatelineApp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("tui.screens.export.WRITTEN_AHEAD", 1)
    may_end, begun = threading.Event(), threading.Event()
    write = Format.write

    def slow(form: Format, timeline: Timeline, entries: Sequence[Entry], *, notes: bool = False) -> str:
        if len(entries) > 1:
            begun.set()
            may_end.wait(60)
        return write(form, timeline, entries, notes=notes)

    monkeypatch.setattr(Format, "write", slow)
    async with app.run_test(size=SMALL) as pilot:
        for keys in ("escape",), ():
            await pilot.press("x")
            await pilot.pause()
            await pilot.press("enter", "enter")
            await asyncio.to_thread(begun.wait, 10)
            await pilot.press(*keys)
            may_end.set()
            await app.workers.wait_for_complete()
            await pilot.pause()
            assert (tmp_path / "harbour-chronology.md").exists() is not bool(keys)
            may_end.clear()
            begun.clear()
        assert app.report.says == "wrote 10 events to harbour-chronology.md"


async def test_marked_rows_are_exported_alone_where_that_is_chosen(
    app: DatelineApp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("space", "j", "j", "space", "x")
        await pilot.pause()
        marked = timeline_of_below(app).events.marked
        await pilot.press("tab", "tab", "right", "enter")
        await pilot.pause()
        assert app.report.says == "wrote 2 events to harbour-chronology.md"
        assert (tmp_path / "harbour-chronology.md").read_text() == export(app.session.timeline, marked, "markdown")


@pytest.mark.parametrize("keys", ["2", "3", "U"])
async def test_where_no_events_are_listed_all_of_them_are_exported(app: DatelineApp, keys: str) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("2", keys, "x")
        await pilot.pause()
        assert isinstance(app.screen, ExportDialog)
        assert str(app.screen._scope.render()) == "(•) all: 10"


async def test_notes_are_exported_only_where_they_are_asked_for(
    app: DatelineApp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("c", *"mine", "enter", "x", "enter")
        await pilot.pause()
        assert "mine" not in (tmp_path / "harbour-chronology.md").read_text()
        await pilot.press("x")
        app.screen.query_one(Input).value = "with-notes.md"
        await pilot.press("tab", "tab", "tab", "right", "enter")
        await pilot.pause()
        assert "- Note: mine" in (tmp_path / "with-notes.md").read_text()
        await pilot.press("x", "tab", "right")
        await pilot.pause()
        assert isinstance(app.screen, ExportDialog)
        assert not app.screen._notes_row.display


async def test_export_replaces_a_file_only_when_asked_twice(
    app: DatelineApp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    mine = tmp_path / "harbour-chronology.csv"
    mine.write_text("mine")
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("x")
        dialog = app.screen
        assert isinstance(dialog, ExportDialog)
        await pilot.press("tab")
        for _ in FORMATS:
            if dialog._path.value != "harbour-chronology.csv":
                await pilot.press("left")
                await pilot.pause()
        assert dialog._path.value == "harbour-chronology.csv"
        await pilot.press("enter")
        assert "enter again replaces it" in str(dialog._says.render())
        assert mine.read_text() == "mine"
        await pilot.press("enter")
        await pilot.pause()
        assert mine.read_text() != "mine"
        assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".harbour.csv")] == []


async def test_export_never_replaces_a_timeline(app: DatelineApp, tmp_path: Path) -> None:
    other = tmp_path / "other.json"
    other.write_bytes(app.session.path.read_bytes())
    kept = other.read_bytes()
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("x")
        dialog = app.screen
        assert isinstance(dialog, ExportDialog)
        dialog.query_one(Input).value = str(other)
        await pilot.pause()
        await pilot.press("tab", "right", "enter", "enter")
        assert "it is a timeline, which this would destroy" in str(dialog._says.render())
    assert other.read_bytes() == kept


@pytest.mark.parametrize("name", ["harbour.json", "harbour.json.journal", "harbour.json.lock", "link.md", "pipe.md"])
async def test_export_never_replaces_the_files_of_its_own_timeline_nor_a_link_or_a_pipe(
    app: DatelineApp, tmp_path: Path, name: str
) -> None:
    (tmp_path / "mine.md").write_text("mine")
    (tmp_path / "link.md").symlink_to("mine.md")
    os.mkfifo(tmp_path / "pipe.md")
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("s", "x")
        dialog = app.screen
        assert isinstance(dialog, ExportDialog)
        dialog.query_one(Input).value = str(tmp_path / name)
        await pilot.pause()
        await pilot.press("tab", *["right"] * name.endswith(".json"), "enter", "enter")
        await pilot.pause()
        assert "✗" in str(dialog._says.render())
    assert (tmp_path / "mine.md").read_text() == "mine"
    with Store.open(app.session.path) as store:
        assert [entry.starred for entry in store.timeline.entries].count(True) == 1


async def test_a_name_of_another_format_is_refused(app: DatelineApp, tmp_path: Path) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("x")
        dialog = app.screen
        assert isinstance(dialog, ExportDialog)
        dialog.query_one(Input).value = str(tmp_path / "a.csv")
        await pilot.pause()
        await pilot.press("enter")
        assert "would hold Markdown: choose CSV" in str(dialog._says.render())


async def test_export_into_a_missing_folder_says_why_and_stays(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("x")
        dialog = app.screen
        assert isinstance(dialog, ExportDialog)
        dialog.query_one(Input).value = "/nowhere/at/all.md"
        await pilot.pause()
        await pilot.press("enter")
        assert "No such file or directory" in str(dialog._says.render())
