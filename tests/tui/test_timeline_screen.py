from pathlib import Path
from typing import Any

import msgspec
import pytest
from textual.events import Key, Paste

from tests.tui.chronicle import chronicle
from tests.tui.conftest import MakeApp
from tests.tui.demo import HARBOUR
from tests.tui.looking import SMALL, WIDE, lines, page, timeline_of, titles, to_title, until
from timeline.edits import EditKind
from timeline.model import Extraction
from timeline.store import Store
from tui.app import DatelineApp
from tui.screens.article import ArticleScreen
from tui.widgets.header import Header


async def test_the_page_of_a_row_is_made_once(app: DatelineApp, monkeypatch: pytest.MonkeyPatch) -> None:
    async with app.run_test(size=WIDE) as pilot:
        made: list[str] = []
        monkeypatch.setattr(timeline_of(app), "show_page", lambda: made.append(timeline_of(app).row_target))
        await pilot.press("j", "slash", "f", "e")
        await pilot.pause()
        second = titles(app)[0]
        assert len(made) == 3
        assert made[-1] == next(entry.id for entry in app.session.timeline.entries if entry.title == second)


async def test_events_stand_in_order_of_time_with_undated_ones_last(app: DatelineApp) -> None:
    async with app.run_test(size=WIDE):
        assert titles(app)[:4] == [
            "Union’s treasurer resigns",
            "Crane drivers walk out",
            "Port authority loses nearly a third of its trade",
            "First ferry sails",
        ]
        assert titles(app)[-1] == "Owner declines to comment"


async def test_a_row_says_when_what_and_who_says_so(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL):
        shown = lines(app)
        assert shown[0] == "▌  2017            ~ Union’s treasurer resigns                   Ansel Courier"
        assert shown[3] == "        23 Jan Wed ? ◇ First ferry sails                             Tom Okoye"
        assert "“next week”     ? ◇ Inquiry begins" in shown[8]


async def test_a_date_is_printed_once_per_day(make_app: MakeApp) -> None:
    twice = HARBOUR.assertions[0]
    again = msgspec.structs.replace(twice, id="x", event="y", trigger=(0, 4), title="Another thing")
    event = msgspec.structs.replace(HARBOUR.events[0], id="y", assertions=("x",))
    both = msgspec.structs.replace(HARBOUR, assertions=(*HARBOUR.assertions, again), events=(*HARBOUR.events, event))
    app = make_app(both)
    async with app.run_test(size=SMALL):
        assert sum("26 Jan Sat" in line for line in lines(app)) == 1


@pytest.mark.parametrize(("width", "early", "late"), [(80, "06:40 ", "14:15 "), (40, "", "")])
async def test_hours_stand_before_what_happened_and_in_their_order_as_far_as_there_is_room(
    make_app: MakeApp, width: int, early: str, late: str
) -> None:
    extraction = chronicle(["2019-01-26", "2019-01-26", "2019-01-27"])
    app = make_app(extraction)
    async with app.run_test(size=(width, 24)) as pilot:
        for event, hour in zip(extraction.events, ("14:15", "06:40"), strict=False):
            app.session.edit(EditKind.DATE, event.id, f"2019-01-26T{hour}:00")
        timeline_of(app).list_rows()
        await pilot.press("g")
        first, second, _ = lines(app)
        assert first.startswith(f"▌  2019 26 Jan Sat   {early}Boat 1")
        assert second[20:].lstrip().startswith(f"{late}Boat 0")


async def test_narrow_terminals_drop_who_says_so_and_the_page(app: DatelineApp) -> None:
    async with app.run_test(size=(50, 20)):
        assert "Ansel Courier" not in lines(app)[0]
        assert "Union’s treasurer resigns" in lines(app)[0]
        assert not timeline_of(app).page.display


async def test_markup_in_articles_is_text(app: DatelineApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await to_title(pilot, "Divers find the wreck of the [bold]Marigold[/bold]")
        assert "[bold]Marigold[/bold] on Saturday" in page(app)
        assert any("[bold]" in line for line in lines(app))


async def test_the_detail_explains_the_date_and_lists_the_other_ones(app: DatelineApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await to_title(pilot, "First ferry sails")
        told = page(app)
        assert "Wed 23 Jan 2019 or Wed 30 Jan 2019" in told
        assert "“Wednesday” → the Wednesday before" in " ".join(told.split())
        assert "[2] Wed 30 Jan 2019" in told
        assert "Tom Okoye via Ansel Courier" in told
        assert "Mon 28 Jan 2019, from its metadata" in told


@pytest.mark.parametrize(
    ("keys", "row"),
    [
        (["j", "down", "j"], 3),
        (["G"], 9),
        (["end", "k", "up"], 7),
        (["G", "g"], 0),
        (["G", "home"], 0),
        (["pagedown"], 9),
        (["G", "pageup"], 0),
        (["j", "j", "ctrl+u"], 0),
        (["right_square_bracket", "right_square_bracket"], 2),
        (["j", "j", "j", "left_square_bracket"], 2),
        (["n"], 3),
        (["n", "n"], 6),
        (["G", "N", "N"], 7),
    ],
)
async def test_moving(app: DatelineApp, keys: list[str], row: int) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*keys)
        assert timeline_of(app).events.cursor == row


async def test_where_no_other_day_is_listed_that_is_said_and_the_cursor_stays(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("G", "k", "right_square_bracket")
        await pilot.pause()
        assert timeline_of(app).events.cursor == len(titles(app)) - 2
        assert app.report.says == "no later day in the list"
        await pilot.press("g", "left_square_bracket")
        await pilot.pause()
        assert app.report.says == "no earlier day in the list"


async def test_filtering_as_one_types_then_escape_clears_one_level(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("slash", *"ferry")
        await pilot.pause()
        assert titles(app) == ["First ferry sails", "The ferry sinks"]
        await pilot.press("enter", "j")
        assert timeline_of(app).entry is not None
        assert timeline_of(app).events.cursor == 1
        await pilot.press("escape")
        await pilot.pause()
        assert len(titles(app)) == 10
        assert timeline_of(app).entry.title == "The ferry sinks"  # type: ignore[union-attr]


async def test_the_cursor_is_on_the_first_hit_where_its_row_is_none_and_goes_back_when_the_filter_goes(
    app: DatelineApp,
) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await to_title(pilot, titles(app)[-1])
        events, last = timeline_of(app).events, titles(app)[-1]
        await pilot.press("slash", *"ferry", "enter")
        await pilot.pause()
        assert titles(app) == ["First ferry sails", "The ferry sinks"]
        assert events.cursor == 0
        await pilot.press("escape")
        await pilot.pause()
        assert events.row.title == last  # type: ignore[union-attr]


async def test_the_cursor_goes_back_from_a_filter_that_finds_nothing(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("j", "j", "j")
        row = timeline_of(app).entry
        await pilot.press("slash", *"zeppelin", "enter")
        await pilot.pause()
        assert titles(app) == []
        await pilot.press("escape")
        await pilot.pause()
        assert row is not None
        assert timeline_of(app).entry == row


async def test_a_term_that_is_not_understood_changes_nothing(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("slash", *"ferry")
        await pilot.press(*" date:2019-13")
        await pilot.pause()
        assert titles(app) == ["First ferry sails", "The ferry sinks"]
        assert "13" in str(timeline_of(app).filter._count.render())


async def test_a_date_in_words_is_read_back_while_it_filters(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("slash", *'date:"since 1990"')
        await pilot.pause()
        assert "→ since 1990" in str(timeline_of(app).filter._count.render())


async def test_letters_are_text_while_filtering(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("slash", *"quits")
        assert timeline_of(app).filter.text == "quits"
        assert "No event matches quits" in str(timeline_of(app).empty.render())


async def test_what_is_typed_ahead_after_a_slash_is_filter_text(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("s")
        for key in ("slash", *"harbour", "slash", "u"):
            app.post_message(Key(key, {"slash": "/"}.get(key, key)))
        await until(lambda: timeline_of(app).filter.text == "harbour/u")
        assert app.session.timeline.entries[0].starred


async def test_what_is_typed_ahead_after_enter_in_the_filter_is_a_command(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("slash")
        for key in (*"harbour", "enter", "s"):
            app.post_message(Key(key, key))
        await until(lambda: [entry.starred for entry in timeline_of(app).rows.rows if entry.starred] == [True])
        assert timeline_of(app).filter.text == "harbour"


async def test_enter_opens_the_detail_on_a_small_terminal_then_the_article(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("enter")
        assert timeline_of(app).has_class("-reading")
        assert "SOURCE" in page(app)
        await pilot.press("o")
        assert isinstance(app.screen, ArticleScreen)
        await pilot.press("escape", "escape")
        assert not timeline_of(app).has_class("-reading")


async def test_the_cursor_stays_on_its_event_when_the_list_is_rebuilt(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await to_title(pilot, "First ferry sails")
        await pilot.press("d", "2", "enter")
        await pilot.pause()
        assert timeline_of(app).entry.title == "First ferry sails"  # type: ignore[union-attr]
        assert titles(app).index("First ferry sails") == 4


async def test_star_hide_and_note_are_told_and_undone(app: DatelineApp, tmp_path: Path) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("s")
        assert app.report.says == "★ “Union’s treasurer resigns”"
        assert lines(app)[0].startswith("▌★ 2017")
        await pilot.press("c", *"ask her", "enter")
        await pilot.pause()
        assert app.session.timeline.entries[0].note == "ask her"
        await pilot.press("H")
        await pilot.pause()
        assert titles(app)[0] == "Crane drivers walk out"
        await pilot.press("u", "u")
        assert titles(app)[0] == "Union’s treasurer resigns"
        assert app.session.timeline.entries[0].note == ""
        await pilot.press("ctrl+r")
        assert app.session.timeline.entries[0].note == "ask her"
        await pilot.press("u", "u", "u")
        assert app.report.says == "nothing to undo"
    with Store.open(tmp_path / "harbour.json") as store:
        assert not store.timeline.entries[0].starred


async def test_copying_an_event_as_markdown(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await to_title(pilot, "Divers find the wreck of the [bold]Marigold[/bold]")
        await pilot.press("y")
        assert app.clipboard.startswith("- **undated**: Divers find the wreck of the [bold]")


async def test_what_of_an_event_is_copied_is_chosen_by_seeing_it(app: DatelineApp) -> None:
    sentence = "“Port Ansel reopened its harbour on Saturday after the longest dock strike in the city’s history.”"
    cited = (
        "Ansel Courier, “Harbour reopens after dock strike”, Mon 28 Jan 2019, https://courier.example/harbour-reopens"
    )
    wanted = [f"{sentence} ({cited})", cited, "Port Ansel reopens its harbour", "2019-01-26"]
    async with app.run_test(size=SMALL) as pilot:
        await to_title(pilot, "Port Ansel reopens its harbour")
        for steps, text in enumerate(wanted, 1):
            await pilot.press("Y", *["down"] * steps, "enter")
            await app.workers.wait_for_complete()
            await pilot.pause()
            assert app.clipboard == text
        assert "date of “Port Ansel reopens its harbour”" in app.report.says
        await pilot.press("Y", "escape")
        assert app.clipboard == "2019-01-26"


async def test_of_an_event_by_hand_no_article_is_copied(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("A", *"Ferry toll", "tab", *"2019-01-02", "enter")
        await pilot.pause()
        await pilot.press("Y", "down", "down", "enter")
        await app.workers.wait_for_complete()
        assert app.clipboard == "2019-01-02"


async def test_going_to_a_date(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("t", *"2019-01-22", "enter")
        await pilot.pause()
        assert timeline_of(app).entry.title.startswith("Port authority")  # type: ignore[union-attr]


async def test_an_empty_timeline_says_the_next_key(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=SMALL):
        assert "i reads articles" in str(timeline_of(app).empty.render())


def many(count: int) -> Extraction:
    """So many events at the same place of one article."""
    lead, event = HARBOUR.assertions[0], HARBOUR.events[0]
    replace = msgspec.structs.replace
    return replace(
        HARBOUR,
        assertions=tuple(replace(lead, id=f"a{n}", event=f"e{n}", title=f"Event {n}") for n in range(count)),
        events=tuple(replace(event, id=f"e{n}", assertions=(f"a{n}",)) for n in range(count)),
    )


async def test_only_lines_in_view_are_rendered_however_many_events_there_are(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = make_app(many(5_000))
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        events = timeline_of(app).events
        await pilot.press("G", "g")
        await pilot.pause()  # what a slow machine has still to draw is drawn before it is counted
        rendered: list[int] = []
        render = events.render_row

        def counted(index: int, width: int, *, top: bool) -> Any:
            rendered.append(index)
            return render(index, width, top=top)

        monkeypatch.setattr(events, "render_row", counted)
        await pilot.press("G")
        await pilot.press("j", "k", "k")
        await pilot.pause()
        assert events.cursor == 4_997
        assert 0 < len(set(rendered)) <= events.size.height + 1
        assert min(rendered) > 4_900


async def test_an_unfinished_term_leaves_the_list_as_the_finished_ones_have_it(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("slash", *"harbour ")
        before = titles(app)
        for key in "is:planed":
            await pilot.press(key)
        await pilot.pause()
        assert titles(app) == before
        assert "“planed” is not one of" in str(timeline_of(app).filter._count.render())


async def test_going_to_a_date_passes_what_began_long_before(make_app: MakeApp) -> None:
    app = make_app(HARBOUR)
    async with app.run_test(size=SMALL) as pilot:
        await to_title(pilot, "Union’s treasurer resigns")
        await pilot.press("d", *"since 2009", "enter")
        await pilot.press("t", *"26 jan 2019", "enter")
        await pilot.pause()
        assert timeline_of(app).entry.title.startswith("Port authority")  # type: ignore[union-attr]


async def test_enter_goes_on_from_the_detail_to_the_article(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("enter", "enter")
        assert isinstance(app.screen, ArticleScreen)


async def test_undo_goes_to_what_it_changed(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await to_title(pilot, "First ferry sails")
        await pilot.press("s", "g", "u")
        await pilot.pause()
        assert timeline_of(app).entry.title == "First ferry sails"  # type: ignore[union-attr]


async def test_a_key_that_does_nothing_says_so(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("Z")
        await pilot.pause()
        assert app.report.says == "Z does nothing here"
        await pilot.press("slash", "z")
        await pilot.pause()
        assert timeline_of(app).filter.text == "z"


async def test_all_lines_of_what_is_pasted_are_filter_text(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("slash")
        timeline_of(app).filter._input.post_message(Paste("ferry\nharbour\n"))
        await pilot.pause()
        assert timeline_of(app).filter.text == "ferry harbour"


async def test_nothing_is_called_copied_that_no_tool_has_taken(
    app: DatelineApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("y")
        await pilot.pause()
        assert app.report.says.startswith("sent to the terminal")


@pytest.mark.parametrize(
    ("width", "told"),
    [
        (120, "harbour.json · 10 events · 2 articles"),
        (80, "harbour.json · 10 events"),
        (66, "harbour.json"),
        (60, "harbour.js…"),
    ],
)
async def test_the_first_line_cuts_no_word_but_a_long_name(app: DatelineApp, width: int, told: str) -> None:
    async with app.run_test(size=(width, 24)) as pilot:
        await pilot.pause()
        assert str(app.screen.query_one(Header).render()).rpartition("4 Review ")[2].strip() == told
