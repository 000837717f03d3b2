"""What actors and sources have to do with the timeline: when, in which roles, with whom, and against whom."""

from pathlib import Path

import pytest

from tests.timeline.test_collection import build
from tests.tui.chronicle import chronicle
from tests.tui.conftest import MakeApp
from tests.tui.demo import HARBOUR, DraftEvent, extraction
from tests.tui.looking import SMALL, WIDE, page_of, timeline_of, titles, to_title
from tests.tui.two_reports import COURIER, HERALD, joined
from timeline.edits import EditKind
from timeline.model import Role
from timeline.store import Store
from tui.activity import period, sparkline
from tui.app import DatelineApp
from tui.density import Window
from tui.screens.actors import ActorsScreen
from tui.screens.sources import SourcesScreen
from tui.widgets.headings import Heading


async def test_an_actor_has_its_days_its_roles_and_those_it_is_with(make_app: MakeApp) -> None:
    told = "Ilse Varga met Tom Okoye."
    meeting = extraction(
        told,
        [DraftEvent("A meeting", told, "met", actors=("Ilse Varga", "Tom Okoye"))],
        title="A meeting",
        publisher="Courier",
        published=None,
    )
    app = make_app(HARBOUR, meeting)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("2", "slash", *"varga", "enter")
        await pilot.pause()
        said = page_of(app)
        assert "EVENTS  2  21 Jan 2019 – 27 Jan 2019" in said
        assert "ROLES   acts 2" in said
        assert "WITH    Tom Okoye 1" in said
        assert "TOLD BY Mayor Ilse Varga 1, Courier 1" in said


async def test_actors_are_found_by_what_they_are_too(app: DatelineApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("2", "slash", *"person", "enter")
        await pilot.pause()
        assert isinstance(app.screen, ActorsScreen)
        assert len(app.screen.actors.rows) == 3


async def test_articles_outlets_and_those_who_are_quoted_stand_below_headings_with_their_number(
    app: DatelineApp,
) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("3")
        await pilot.pause()
        assert isinstance(app.screen, SourcesScreen)
        sources = app.screen.sources
        lines = [sources.at_line(line) for line in range(12)]
        headings = [(one.text, one.number) for one in lines if isinstance(one, Heading)]
        assert headings == [("Articles", 2), ("Outlets", 2), ("Who is quoted", 3)]


async def test_a_source_tells_how_often_others_tell_otherwise(tmp_path: Path) -> None:
    app = DatelineApp(joined(tmp_path / "two.json", COURIER, HERALD))
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("3", "slash", *"varga", "enter")
        await pilot.pause()
        assert "SHARED 1 event told by others too, 1 otherwise" in " ".join(page_of(app).split())


def test_a_sparkline_shows_when_events_are(tmp_path: Path) -> None:
    with Store.open(joined(tmp_path / "t.json", COURIER)) as store:
        (entry,) = store.timeline.entries
    day = entry.when.earliest
    assert day is not None
    assert sparkline([entry], Window(day.toordinal() - 2, day.toordinal() + 2), 5) == "  ▇  "
    assert sparkline([entry], Window(day.toordinal() - 2, day.toordinal() + 2), 5, most=49) == "  ▁  "
    assert sparkline([entry], None, 3) == "   "
    assert period([entry]) == "26 Jan 2019"


async def test_who_takes_part_and_how_is_corrected_with_the_other_facts(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await to_title(pilot, "First ferry sails")
        await pilot.press("e", *["tab"] * 6, "right", "enter")
        await pilot.pause()
        entry = next(each for each in app.session.timeline.entries if each.title == "First ferry sails")
        assert [one.role for one in entry.participants] == [Role.AFFECTED]


async def test_who_takes_no_part_is_left_out(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await to_title(pilot, "First ferry sails")
        await pilot.press("e", *["tab"] * 6, "left", "enter")
        await pilot.pause()
        entry = next(each for each in app.session.timeline.entries if each.title == "First ferry sails")
        assert entry.participants == ()


@pytest.fixture
def a_day(tmp_path: Path) -> DatelineApp:
    """Three events of one day, and one of another."""
    days = ["2019-03-11", "2019-03-11", "2019-03-11", "2019-03-12"]
    path = tmp_path / "day.json"
    with Store.open(path) as store:
        store.add(chronicle(days))
    return DatelineApp(path)


async def test_an_event_is_moved_within_its_day_and_the_cursor_goes_with_it(a_day: DatelineApp) -> None:
    async with a_day.run_test(size=SMALL) as pilot:
        await pilot.press("J", "J")
        await pilot.pause()
        assert titles(a_day) == ["Boat 1 sails", "Boat 2 sails", "Boat 0 sails", "Boat 3 sails"]
        assert timeline_of(a_day).events.cursor == 2
        await pilot.press("K")
        await pilot.pause()
        assert titles(a_day)[1] == "Boat 0 sails"
        await pilot.press("u", "u", "u")
        await pilot.pause()
        assert titles(a_day)[0] == "Boat 0 sails"


async def test_an_event_is_not_moved_into_another_day(a_day: DatelineApp) -> None:
    async with a_day.run_test(size=SMALL) as pilot:
        await pilot.press("j", "j", "J")
        await pilot.pause()
        assert "start on their day" in a_day.report.says
        event = a_day.session.timeline.entries[2].id
        assert a_day.session.timeline.edits_on(event).value(EditKind.ORDER) == ""


@pytest.mark.parametrize(
    ("dates", "told"),
    [
        (("1974", "2019-01-26"), "1974 – 26 Jan 2019"),
        (("2018-05", "2018-05"), "May 2018"),
        (("2019-01-26", "2019-03"), "26 Jan 2019 – Mar 2019"),
        (("2019-01-26", "2019-01-26"), "26 Jan 2019"),
    ],
)
def test_a_period_is_told_no_finer_than_it_is_known(dates: tuple[str, ...], told: str) -> None:
    assert period(build([chronicle(dates)]).entries) == told
