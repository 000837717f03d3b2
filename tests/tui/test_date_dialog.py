"""How a date is typed, read aloud, and kept."""

import datetime as dt
import threading

import pytest
from textual import events
from textual.widgets import Static

from tests.tui.conftest import MakeApp
from tests.tui.demo import FUTURE, DraftEvent, extraction
from tests.tui.looking import SMALL, WIDE, timeline_of, titles, to_title, until
from timeline.edits import EditKind
from timeline.meanings.composed import Bounded
from timeline.meanings.counted import Weekday
from timeline.meanings.named import CalendarDate
from timeline.when import Bound
from tui.app import DatelineApp
from tui.moves import moves
from tui.screens.date import HOUR_EXAMPLES, DateDialog
from tui.widgets.calendar import Calendar


def date_dialog(app: DatelineApp) -> DateDialog:
    assert isinstance(app.screen, DateDialog)
    return app.screen


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


@pytest.mark.parametrize("away", [("tab",), ("tab", "right"), ("pagedown",)])
async def test_letters_typed_beside_the_field_are_a_date(app: DatelineApp, away: tuple[str, ...]) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await to_title(pilot, "First ferry sails")
        await pilot.press("d", *away, *"july 2018")
        await pilot.pause()
        assert date_dialog(app)._input.value == "july 2018"
        assert "Jul 2018" in reading(app)


async def test_the_calendar_of_an_undated_article_begins_in_the_story(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("3", "d")
        await pilot.pause()
        assert str(date_dialog(app).query_one(Calendar).render()).startswith("Jan 2019")


async def test_what_reads_the_same_from_any_day_does_not_move(make_app: MakeApp) -> None:
    sentence = "The pier will close by 2030, and a ferry sails on Sunday."
    by_2030 = Bounded(Bound.BY, CalendarDate(2030))
    drafts = (
        DraftEvent("The pier closes", sentence, "close", "2030", by_2030, FUTURE),
        DraftEvent("A ferry sails", sentence, "sails", "Sunday", Weekday(6), FUTURE),
    )
    app = make_app(extraction(sentence, drafts, title="Pier", publisher="Ansel Courier", published=None))
    (article,) = app.session.timeline.articles.values()
    found = moves(app.session.timeline, article, dt.date(2019, 1, 28))
    assert [move.title for move in found] == ["A ferry sails"]


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
        assert answer.wait(60)
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
        await until(lambda: app.report.says == "date of “First ferry sails” → Sat 2 Feb 2019")


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
