"""Finding: completion, history and views in the filter line."""

import datetime as dt
from pathlib import Path

import msgspec
import pytest
from textual.events import Key
from textual.widgets import Static

from tests.tui.conftest import MakeApp
from tests.tui.demo import HARBOUR, UNDATED, DraftEvent, extraction
from tests.tui.looking import SMALL, WIDE, timeline_of, titles
from timeline.model import Participant, Role
from tui.app import DatelineApp
from tui.screens.events import narrowed
from tui.screens.facets import FacetsDialog
from tui.screens.keep_view import YOURS, KeepViewDialog
from tui.views import keep_view, kept_views
from tui.widgets.row_list import RowList


def keys(text: str) -> list[str]:
    named = {" ": "space", ":": "colon", "@": "at", ".": "full_stop", "-": "minus"}
    return [named.get(character, character) for character in text]


async def test_a_tab_takes_what_is_offered_for_a_field_and_then_for_its_value(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("slash", *keys("act"), "tab", *keys("va"), "tab")
        await pilot.pause()
        assert timeline_of(app).filter.text == 'actor:"Ilse Varga"'
        assert titles(app) == ["Port authority loses nearly a third of its trade"]


async def test_another_one_is_chosen_of_what_is_offered(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("slash", *keys("s"), "ctrl+n", "tab")
        await pilot.pause()
        assert timeline_of(app).filter.text == "source:"


async def test_what_is_offered_shows_how_many_events_it_finds_and_goes_with_the_typing(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("slash", *keys("said:"))
        await pilot.pause()
        offered = timeline_of(app).filter.completions
        assert offered.display
        assert offered.chosen is not None
        assert offered.chosen.about == "1"
        await pilot.press("enter")
        await pilot.pause()
        assert not offered.display


async def test_earlier_filters_come_back_with_the_arrow_up(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("slash", *keys("ferry"), "enter", "slash", "escape", *keys("strike"), "enter")
        await pilot.press("slash", "up", "up")
        await pilot.pause()
        assert timeline_of(app).filter.text == "ferry"
        await pilot.press("down")
        await pilot.pause()
        assert timeline_of(app).filter.text == "strike"
        await pilot.press("down")
        await pilot.pause()
        assert timeline_of(app).events.has_focus


async def test_a_filter_that_a_key_has_cleared_comes_back_with_the_arrow_up(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("2", "enter")
        await pilot.pause()
        text = timeline_of(app).filter.text
        assert text.startswith("actor:")
        await pilot.press("F", "slash", "up")
        await pilot.pause()
        assert timeline_of(app).filter.text == text


async def test_a_filter_is_kept_as_a_view_and_found_by_its_name(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("slash", *keys("ferry"), "enter", "w", *keys("boats"), "enter")
        await pilot.pause()
        assert kept_views() == {"boats": "ferry"}
        found = titles(app)
        await pilot.press("escape", "slash", *keys("@bo"), "tab", "enter")
        await pilot.pause()
        assert timeline_of(app).filter.text == "@boats"
        assert titles(app) == found


async def test_without_a_filter_there_is_no_view_to_keep_and_no_letter_of_its_name_is_a_command(
    app: DatelineApp,
) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("w", *keys("harbour"), "enter")
        await pilot.pause()
        assert isinstance(app.screen, KeepViewDialog)
        assert "there is no filter to keep" in str(app.screen._says.render())
        await pilot.press("escape")
        await pilot.pause()
        assert timeline_of(app)
        assert not app.session.history
        assert kept_views() == {}


async def test_a_view_may_be_called_with_several_words_in_any_letters(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("slash", *keys("ferry"), "enter", "w", *keys("Über Boats"), "enter")
        await pilot.pause()
        assert kept_views() == {"über-boats": "ferry"}
        assert app.report.says == "@über-boats stands for ferry"
        assert app.report.hint == "in all your timelines"
        await pilot.press("slash", "escape", *keys("@Über-boats"), "enter")
        await pilot.pause()
        assert "ferry" in titles(app)[0]


async def test_a_name_that_is_none_keeps_nothing(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("slash", *keys("ferry"), "enter", "w", *keys("a!b"), "enter")
        await pilot.pause()
        assert kept_views() == {}


@pytest.mark.parametrize("brackets", [1, 9_999])
async def test_a_views_file_that_is_damaged_is_told_and_changes_no_list(
    make_app: MakeApp, tmp_path: Path, brackets: int
) -> None:
    keep_view("boats", "ferry")
    (tmp_path / "config" / "views.toml").write_text("boats = " + "[" * brackets, encoding="utf-8")
    app = make_app(HARBOUR, UNDATED)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("slash", *keys("@boats"), "enter")
        await pilot.pause()
        assert "is no TOML" in app.report.says
        assert len(titles(app)) == 10


async def test_facets_narrow_the_list_by_what_its_events_have(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("f", *keys("okoye"), "down", "enter")
        await pilot.pause()
        assert timeline_of(app).filter.text == 'said:"Tom Okoye"'
        assert titles(app) == ["First ferry sails"]


async def test_a_view_that_is_kept_is_found_among_the_facets_with_what_it_stands_for(app: DatelineApp) -> None:
    keep_view("boats", "ferry is:planned")
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("f")
        await pilot.pause()
        assert isinstance(app.screen, FacetsDialog)
        assert app.screen.listed[0].shown == "@boats · ferry is:planned"
        await pilot.press(*keys("boats"), "enter")
        await pilot.pause()
        assert timeline_of(app).filter.text == "@boats"
        assert titles(app) == ["First ferry sails"]


async def test_a_state_is_found_among_the_facets_by_its_mark_and_by_what_the_keys_page_calls_it(
    app: DatelineApp,
) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("s", "f")
        await pilot.pause()
        dialog = app.screen
        assert isinstance(dialog, FacetsDialog)
        assert [facet.term for facet in dialog.find("★").rows] == ["is:starred"]
        await pilot.press(*keys("looked at"), "enter")
        await pilot.pause()
        assert timeline_of(app).filter.text == "is:unreviewed"


async def test_facets_count_what_the_list_shows(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("slash", *keys("is:planned"), "enter", "f")
        await pilot.pause()
        assert isinstance(app.screen, FacetsDialog)
        counted = {facet.term: facet.number for facet in app.screen.listed}
        assert counted["is:planned"] == 3
        assert counted['said:"Tom Okoye"'] == 1
        assert 'actor:"Port Ansel"' not in counted


async def test_a_star_adds_what_the_event_has_to_the_filter_that_is_there(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("slash", *keys("ferry or strike"), "enter", "asterisk", *keys("2019"), "enter")
        await pilot.pause()
        assert timeline_of(app).filter.text.startswith("(ferry or strike) date:20")


async def test_a_star_on_an_actor_or_a_source_adds_them_to_the_filter_of_the_timeline(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("slash", *keys("port"), "enter", "2", "slash", *keys("varga"), "enter", "asterisk")
        await pilot.pause()
        assert timeline_of(app).filter.text == 'port actor:"Ilse Varga"'
        await pilot.press("3", "slash", *keys("courier outlet"), "enter", "asterisk")
        await pilot.pause()
        assert timeline_of(app).filter.text == 'port actor:"Ilse Varga" source:"Ansel Courier"'
        assert titles(app)


async def test_what_was_looked_for_is_marked_in_the_list_and_in_the_text(app: DatelineApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("slash", *keys("FERRY"), "enter")
        await pilot.pause()
        screen = timeline_of(app)
        line = screen.events.render_line(screen.events.line_of(1))
        assert "ferry" in [segment.text for segment in line if segment.style and segment.style.underline]
        marked = [s.text for strip in screen.page.lines for s in strip if s.style and s.style.underline]
        assert "ferry" in marked


@pytest.mark.parametrize(
    ("text", "then"),
    [
        ("", "is:planned"),
        ("ferry", "ferry is:planned"),
        ("a OR b", "(a OR b) is:planned"),
        ("orb", "orb is:planned"),
        ("is:planned", "is:planned"),
        ("ferry is:planned", "ferry is:planned"),
        ("ferry or is:planned", "(ferry or is:planned) is:planned"),
        ('((a or b) "c or d")', '((a or b) "c or d") is:planned'),
        ("-is:planned", "-is:planned is:planned"),
    ],
)
def test_a_term_that_is_added_holds_for_all_of_the_filter(text: str, then: str) -> None:
    assert narrowed(text, "is:planned") == then


async def test_the_list_comes_back_when_one_filters_from_a_page_that_has_all_the_room(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("backslash", "slash", *keys("ferry"))
        await pilot.pause()
        assert timeline_of(app).events.size.height > 3
        assert timeline_of(app).filter.is_typed_in
        await pilot.press("enter", "backslash", "3", "f")
        await pilot.pause()
        assert timeline_of(app).events.size.height > 3
        assert timeline_of(app).events.has_focus


async def test_what_is_shown_of_another_screen_begins_with_its_first_row_also_after_a_change(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("G", "3", "d", *keys("1 may 2019"), "enter", "j", "f")
        await pilot.pause()
        assert len(timeline_of(app).events.rows) > 1
        assert timeline_of(app).events.cursor == 0


async def test_a_tab_that_was_typed_ahead_completes_what_was_typed_before_it(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("slash")
        for key in ("a", "c", "tab", "enter"):
            app.post_message(Key(key, key if len(key) == 1 else None))
        await pilot.pause()
        assert timeline_of(app).filter.text == "actor:"
        assert not timeline_of(app).filter.completions.display


async def test_what_is_not_finished_is_no_error_while_something_is_offered(app: DatelineApp) -> None:
    async with app.run_test(size=(120, 24)) as pilot:
        await pilot.press("slash", *keys("is:pl"))
        await pilot.pause()
        bar = timeline_of(app).filter
        assert "is not one of" not in bar.told
        await pilot.press("x")
        await pilot.pause()
        assert "is not one of" in bar.told


async def test_where_a_view_is_kept_it_is_told_whose_it_is(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("slash", *keys("ferry"), "enter", "w", *keys("boats"))
        await pilot.pause()
        assert YOURS in " ".join(str(one.render()) for one in app.screen.query(Static))
        await pilot.press("enter", "f")
        await pilot.pause()
        dialog = app.screen
        assert isinstance(dialog, FacetsDialog)
        (listed,) = (one for one in dialog.query("*") if isinstance(one, RowList))
        assert any("for every timeline" in heading.text for heading in listed.headings.all)


async def test_an_actor_is_shown_with_what_they_say_of_others(make_app: MakeApp) -> None:
    told = "Nora Feld opened the lock. The pumps failed on Saturday, Nora Feld said."
    drafts = (
        DraftEvent("Nora Feld opens the lock", "Nora Feld opened the lock.", "opened", actors=("Nora Feld",)),
        DraftEvent("The pumps failed", "The pumps failed on Saturday, Nora Feld said.", "failed", speaker="Nora Feld"),
    )
    read = extraction(told, drafts, title="Lock", publisher="Canal Post", published=dt.date(2019, 1, 28))
    app = make_app(read, HARBOUR)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("slash", *keys("lock or pumps"), "enter", "2", "slash", *keys("feld"), "enter", "enter")
        await pilot.pause()
        assert timeline_of(app).filter.text == '(actor:"Nora Feld" or said:"Nora Feld")'
        assert sorted(titles(app)) == ["Nora Feld opens the lock", "The pumps failed"]
        await pilot.press("slash", "ctrl+u", *keys("pumps"), "enter", "2", "asterisk")
        await pilot.pause()
        assert titles(app) == ["The pumps failed"]


@pytest.mark.parametrize(("key", "says"), [("D", "told differently"), ("M", "one with another")])
async def test_a_key_that_finds_nothing_says_so_in_words(app: DatelineApp, key: str, says: str) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(key)
        await pilot.pause()
        assert says in timeline_of(app).why_empty()
        assert "is:" not in timeline_of(app).why_empty()


async def test_two_actors_of_one_name_are_offered_once_as_the_filter_finds_both(make_app: MakeApp) -> None:
    drafts = [DraftEvent(f"Boat {at} sails", f"Boat {at} sailed.", "sailed", actors=("Ilse Varga",)) for at in range(2)]
    both = [extraction(draft.sentence, [draft], title=draft.title, publisher="Log", published=None) for draft in drafts]
    apart = [
        msgspec.structs.replace(
            one,
            actors=tuple(msgspec.structs.replace(actor, id=f"{actor.id}-{at}") for actor in one.actors),
            assertions=tuple(
                msgspec.structs.replace(told, participants=(Participant(f"ilse-varga-{at}", Role.AGENT),))
                for told in one.assertions
            ),
        )
        for at, one in enumerate(both)
    ]
    app = make_app(*apart)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("slash", *keys("actor:i"))
        await pilot.pause()
        offered = timeline_of(app).completions("actor:i")
        assert [(one.text, one.about) for one in offered] == [('"Ilse Varga"', "2")]
