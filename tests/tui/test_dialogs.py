import asyncio
import os
import threading
from collections.abc import Sequence
from pathlib import Path

import pytest
from textual import events
from textual.widgets import Input, Static

from tests.tui.conftest import MakeApp
from tests.tui.demo import DraftEvent, extraction
from tests.tui.test_timeline_screen import SMALL, WIDE, timeline_of, titles, to_title
from timeline.collection import Entry, Timeline
from timeline.edits import EditKind
from timeline.export import FORMATS, Format, export
from timeline.meanings.counted import Weekday
from timeline.store import Store, StoreError
from tui.actions import ACTIONS
from tui.app import DatelineApp
from tui.palette import Commands
from tui.screens.actors import ActorsScreen
from tui.screens.date import HOUR_EXAMPLES, DateDialog
from tui.screens.dialog import KeyLine
from tui.screens.export import ExportDialog
from tui.screens.keys import KeysDialog
from tui.screens.note import NoteDialog
from tui.screens.sources import SourcesScreen
from tui.screens.timeline import TimelineScreen


def date_dialog(app: DatelineApp) -> DateDialog:
    assert isinstance(app.screen, DateDialog)
    return app.screen


def timeline_of_below(app: DatelineApp) -> TimelineScreen:
    below = app.screen_stack[0]
    assert isinstance(below, TimelineScreen)
    return below


def reading(app: DatelineApp) -> str:
    return str(date_dialog(app)._reading.render())


async def test_a_typed_date_is_read_aloud_before_it_is_kept(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await to_title(pilot, "First ferry sails")
        await pilot.press("d", *"2019-02-02")
        assert reading(app) == "→ Sat 2 Feb 2019  day"
        await pilot.press("enter")
        await pilot.pause()
        assert app.report.says == "date of “First ferry sails” → Sat 2 Feb 2019"
        assert app.session.timeline.entries[4].when.edtf == "2019-02-02"
        await pilot.press("u")
        assert app.session.timeline.entries[3].when.is_uncertain


async def test_a_typed_weekday_counts_from_the_article(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await to_title(pilot, "First ferry sails")
        await pilot.press("d", *"sat")
        assert "Sat 26 Jan 2019" in reading(app)


async def test_an_hour_alone_is_of_the_day_that_the_event_has(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await to_title(pilot, "Port Ansel reopens its harbour")
        await pilot.press("d", *"about 5:40")
        await pilot.pause()
        assert "26 Jan 2019" in reading(app)
        assert "05:40" in reading(app)
        assert "“about” is not kept of an hour" in reading(app)
        await pilot.press("ctrl+u", *"05:52", "enter")
        await pilot.pause()
        assert "2019-01-26T05:52:00" in [entry.when.edtf for entry in app.session.timeline.entries]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("5.52", "2019-01-26T05:52:00"),
        ("5.52 am", "2019-01-26T05:52:00"),
        ("after 3 am", "2019-01-26T03:00:00/2019-01-26T23:59:59"),
    ],
)
async def test_an_hour_keeps_the_day_that_the_line_has_though_it_is_uncertain(
    app: DatelineApp, typed: str, kept: str
) -> None:
    async with app.run_test(size=SMALL) as pilot:
        (event,) = (one.id for one in app.session.timeline.entries if one.title.startswith("Port Ansel reopens"))
        await to_title(pilot, "Port Ansel reopens its harbour")
        await pilot.press("d", *"2019-01-26?", "enter")
        await pilot.pause()
        await pilot.press("d")
        await pilot.pause()
        assert HOUR_EXAMPLES in "\n".join(str(line.render()) for line in app.screen.query(Static))
        await pilot.press(*typed)
        await pilot.pause()
        assert "of the day so far: Sat 26 Jan 2019 (uncertain)" in reading(app)
        await pilot.press("enter")
        await pilot.pause()
        assert app.session.timeline.entry(event).when.edtf == kept


async def test_an_hour_of_an_event_without_a_day_says_what_is_missing(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await to_title(pilot, "Port Ansel reopens its harbour")
        await pilot.press("d", *"2019-01", "enter")
        await pilot.pause()
        await pilot.press("d", *"5:40")
        await pilot.pause()
        assert "the event has no certain day" in reading(app)


async def test_what_cannot_be_read_is_said_and_not_kept(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await to_title(pilot, "First ferry sails")
        await pilot.press("d", *"2019-13-01", "enter")
        assert reading(app).startswith("✗")
        assert "2019-13-01" in reading(app)
        await pilot.press("escape")
        assert app.session.timeline.entries[3].when.is_uncertain


async def test_a_date_that_takes_long_to_read_leaves_the_keys_free_and_the_last_text_wins(
    app: DatelineApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer, asked = threading.Event(), list[str]()

    def slow(typed: str) -> str:
        asked.append(typed)
        assert answer.wait(20)
        return "2019-02-02" if typed == "2 fevrier 2019" else "1943"

    monkeypatch.setattr("extractors.typed_dates.other_dates.read_full_date", slow)
    async with app.run_test(size=SMALL) as pilot:
        await to_title(pilot, "First ferry sails")
        await pilot.press("d", *"2 fevrier 2018")
        assert reading(app) == "reading…"
        await pilot.press("backspace", "9")
        assert reading(app) == "reading…"
        await pilot.press("enter")
        assert date_dialog(app)._input.value == "2 fevrier 2019"
        answer.set()
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert asked == ["2 fevrier 2018", "2 fevrier 2019"]
        assert app.report.says == "date of “First ferry sails” → Sat 2 Feb 2019"


async def test_keys_that_come_all_at_once_are_read_before_enter_keeps_them(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await to_title(pilot, "First ferry sails")
        await pilot.press("d")
        for character in "2019-02-02":
            app.post_message(events.Key(character, character))
        app.post_message(events.Key("enter", "\r"))
        await pilot.pause()
        await pilot.pause()
        assert app.report.says == "date of “First ferry sails” → Sat 2 Feb 2019"


async def test_a_pasted_flood_is_refused_and_the_dialog_goes_on(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await to_title(pilot, "First ferry sails")
        await pilot.press("d")
        date_dialog(app)._input.value = "26 jan 2019" + "?" * 1_500
        await pilot.pause()
        assert "too long for a date: 1511 characters" in reading(app)


async def test_a_digit_or_an_arrow_takes_a_candidate(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await to_title(pilot, "First ferry sails")
        await pilot.press("d", "down", "down")
        assert "Wed 30 Jan 2019" in reading(app)
        await pilot.press("backspace", "1")
        assert "Wed 23 Jan 2019" in reading(app)
        await pilot.press("enter")
        await pilot.pause()
        assert app.session.timeline.entries[3].when.edtf == "2019-01-23"


async def test_dating_an_undated_article_from_one_of_its_events_moves_all_of_them(app: DatelineApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        assert "3 events wait" in str(timeline_of(app).banner.render())
        await to_title(pilot, "The ferry sinks")
        await pilot.press("d", *"4 feb 2019")
        assert reading(app) == "→ Mon 4 Feb 2019: 3 events move"
        await pilot.press("enter")
        await pilot.pause()
        dates = {entry.title: entry.when.edtf for entry in app.session.timeline.entries}
        assert dates["Divers find the wreck of the [bold]Marigold[/bold]"] == "2019-02-02"
        assert dates["The ferry sinks"] == "2019-02-04"
        assert dates["Owner declines to comment"] == ""
        assert not timeline_of(app).banner.display
        assert timeline_of(app).entry.title == "The ferry sinks"  # type: ignore[union-attr]


async def test_the_scope_is_chosen_with_tab_and_arrows(app: DatelineApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await to_title(pilot, "First ferry sails")
        await pilot.press("d", *"2019-02-04", "tab", "right")
        assert "events move" in reading(app)
        await pilot.press("escape")
        assert app.session.timeline.articles


async def test_tab_and_right_stay_at_the_article_where_the_event_waits_for_its_date(app: DatelineApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await to_title(pilot, "The ferry sinks")
        await pilot.press("d", *"4 feb 2019", "tab", "right", "right")
        assert reading(app) == "→ Mon 4 Feb 2019: 3 events move"
        await pilot.press("left")
        assert "for this event alone; its article stays without a date" in reading(app)
        await pilot.press("space", "enter")
        await pilot.pause()
        assert [edit.kind for edit in app.session.history] == [EditKind.PUBLISHED]


async def test_sources_flag_undated_articles_and_date_them(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("3")
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, SourcesScreen)
        assert "⚠ no date: d sets" in screen.sources.render_line(1).text
        await pilot.press("d", *"2019-02-04", "enter")
        await pilot.pause()
        assert "Mon 4 Feb 2019" in screen.sources.render_line(2).text
        await pilot.press("1")
        await pilot.pause()
        assert not timeline_of(app).banner.display


@pytest.mark.parametrize("key", ["R", "delete"])
async def test_an_article_is_removed_with_its_events_and_undo_brings_it_back(app: DatelineApp, key: str) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("3", key)
        await pilot.pause()
        assert app.report.says == "“Wreck of the Marigold found” removed"
        assert app.report.hint == "u undo"
        assert isinstance(app.screen, SourcesScreen)
        assert "Wreck" not in app.screen.sources.render_line(0).text
        assert len(app.session.timeline.entries) == 6
        await pilot.press("1")
        await pilot.pause()
        assert len(titles(app)) == 6
        await pilot.press("u")
        assert app.report.says == "undone: “Wreck of the Marigold found” removed"
        assert len(titles(app)) == 10


async def test_a_speaker_is_not_removed(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("3", "G", "R")
        assert app.report.says.startswith("only articles are removed")
        assert len(app.session.timeline.entries) == 10


async def test_enter_on_an_actor_shows_only_its_events(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("2", "slash", *"okoye", "enter")
        await pilot.pause()
        assert isinstance(app.screen, ActorsScreen)
        await pilot.press("enter")
        await pilot.pause()
        assert timeline_of(app).filter.text == 'actor:"Tom Okoye"'
        assert titles(app) == ["First ferry sails"]


async def test_f_on_a_speaker_shows_only_what_was_said_by_it(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("3", "slash", *"coast guard", "enter", "f")
        await pilot.pause()
        assert titles(app) == ["Divers find the wreck of the [bold]Marigold[/bold]"]


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
            may_end.wait(10)
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


def test_the_app_offers_no_picture_of_itself_which_would_be_a_file(app: DatelineApp) -> None:
    """Textual's own palette has that; ours lists the actions of one table."""
    assert not app.ENABLE_COMMAND_PALETTE
    bound = [each.action for bindings in app._bindings.key_to_bindings.values() for each in bindings]
    assert not [action for action in (*bound, *(action.id for action in ACTIONS)) if "screenshot" in action]


async def test_a_name_of_another_format_is_refused(app: DatelineApp, tmp_path: Path) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("x")
        dialog = app.screen
        assert isinstance(dialog, ExportDialog)
        dialog.query_one(Input).value = str(tmp_path / "a.csv")
        await pilot.pause()
        await pilot.press("enter")
        assert "would hold Markdown: choose CSV" in str(dialog._says.render())


async def test_enter_typed_twice_in_a_note_saves_it_once(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("c", "a", "b")
        dialog = app.screen
        assert isinstance(dialog, NoteDialog)
        dialog.dismiss("ab")
        dialog.dismiss("ab")
        await pilot.pause()
        assert [edit.value for edit in app.session._store.history()] == ["ab"]


async def test_export_into_a_missing_folder_says_why_and_stays(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("x")
        dialog = app.screen
        assert isinstance(dialog, ExportDialog)
        dialog.query_one(Input).value = "/nowhere/at/all.md"
        await pilot.pause()
        await pilot.press("enter")
        assert "No such file or directory" in str(dialog._says.render())


async def test_keys_are_searched_and_run(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("question_mark", *"star the event", "enter")
        await pilot.pause()
        assert app.report.says == "★ “Union’s treasurer resigns”"


async def test_keys_of_other_screens_are_listed_but_not_run(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("question_mark", *"next event in the text", "enter")
        assert isinstance(app.screen, KeysDialog)


async def test_the_palette_offers_first_what_its_screen_alone_has_and_last_how_one_moves(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL):
        hits = [hit async for hit in Commands(app.screen).discover()]
    labels = [str(hit.prompt) for hit in hits]
    assert labels[0] == "Accept  a"
    assert labels.index("Filter  /") < labels.index("Down  j")


async def test_the_palette_runs_commands_of_the_screen_below(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("colon", *"star the event")
        await pilot.pause(0.5)
        await pilot.press("enter")
        await pilot.pause()
        assert app.report.says == "★ “Union’s treasurer resigns”"


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


async def test_evidence_can_be_selected_with_the_mouse(app: DatelineApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        page = timeline_of(app).page
        await pilot.mouse_down(page, offset=(2, 0))
        await pilot.hover(page, offset=(10, 0))
        await pilot.mouse_up(page, offset=(10, 0))
        assert (app.screen.get_selected_text() or "").strip().startswith("Union")


async def test_a_person_dates_an_event_before_christ_and_goes_there(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await to_title(pilot, "First ferry sails")
        await pilot.press("d", *"44 bc")
        assert reading(app) == "→ 44 BC  year"
        await pilot.press("enter")
        await pilot.pause()
        assert app.session.timeline.entries[0].when.edtf == "-0043"
        await pilot.press("end", "t", *"44 bc", "enter")
        await pilot.pause()
        assert timeline_of(app).entry.title == "First ferry sails"  # type: ignore[union-attr]
        await pilot.press("/", *"date:<1ad", "enter")
        await pilot.pause()
        assert titles(app) == ["First ferry sails"]


async def test_a_date_with_two_readings_is_refused_in_the_app_with_both(app: DatelineApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await to_title(pilot, "First ferry sails")
        await pilot.press("d", *"<3/4/2019", "enter")
        assert "could be Wed 3 Apr 2019 or Mon 4 Mar 2019" in reading(app)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
@pytest.mark.parametrize(
    ("key", "told"), [("c", "esc"), ("x", "enter write  tab next field"), ("d", "esc"), ("f", "esc close")]
)
async def test_below_a_dialog_stand_its_own_keys_in_the_place_of_those_of_the_list(
    app: DatelineApp, size: tuple[int, int], key: str, told: str
) -> None:
    async with app.run_test(size=size) as pilot:
        await pilot.press(key)
        await pilot.pause()
        keys = app.screen.query_one(".dialog--keys")
        assert keys.region == (0, size[1] - 1, size[0], 1)
        assert told in str(keys.render())
        assert "Quit" not in str(keys.render())


async def test_what_moves_with_the_date_of_an_article_is_told_from_when_to_when_before_it_is_kept(
    app: DatelineApp,
) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("3", "j", "d", *"4 feb 2019")
        await pilot.pause()
        moves = str(date_dialog(app)._moves.render()).splitlines()
        assert reading(app) == f"→ Mon 4 Feb 2019: {len(moves)} events move"
        assert "Sat 26 Jan 2019 → Sat 2 Feb 2019  Port Ansel reopens its harbour" in moves
        await pilot.press("backspace")
        await pilot.pause()
        assert not date_dialog(app)._moving.display


@pytest.mark.parametrize(("height", "lines"), [(24, 5), (40, 13)])
async def test_of_many_events_that_move_as_many_are_told_as_there_is_room_for(
    make_app: MakeApp, height: int, lines: int
) -> None:
    drafts = [
        DraftEvent(f"Boat {at} sails", f"Boat {at} sailed on Monday.", "sailed", "Monday", Weekday(0))
        for at in range(15)
    ]
    boats = extraction(
        "\n\n".join(draft.sentence for draft in drafts), drafts, title="Boats", publisher="Log", published=None
    )
    app = make_app(boats)
    async with app.run_test(size=(80, height)) as pilot:
        await pilot.press("3", "d", *"4 feb 2019")
        await pilot.pause()
        moves = str(date_dialog(app)._moves.render()).splitlines()
        assert len(moves) == lines
        assert moves[-1] == f"and {16 - lines} more"


async def test_a_dialog_names_no_key_that_does_nothing_in_it_and_cuts_none(app: DatelineApp) -> None:
    async with app.run_test(size=(40, 12)) as pilot:
        await to_title(pilot, "Port Ansel reopens its harbour")
        for key, told in (("number_sign", "enter save  esc cancel"), ("d", "enter save  tab ←→ scope  esc cancel")):
            await pilot.press(key)
            await pilot.pause()
            assert app.screen.query_one(KeyLine).render_line(0).text.strip() == told
            await pilot.press("escape")
        await to_title(pilot, "First ferry sails")
        await pilot.press("d")
        await pilot.pause()
        assert app.screen.query_one(KeyLine).render_line(0).text.strip() == "enter save  ↑↓ candidates  esc cancel"
