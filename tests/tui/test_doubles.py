"""Events of two articles that may be one: where they are shown, and what one does with them."""

import datetime as dt
import gc
import warnings
from typing import Any

import pytest
from textual.pilot import Pilot
from typer.testing import CliRunner

from tests.tui.conftest import MakeApp
from tests.tui.demo import HARBOUR, UNDATED, DraftEvent, extraction
from tests.tui.looking import SMALL, WIDE, page, timeline_of, titles
from timeline.meanings.counted import Weekday
from timeline.model import Extraction
from tui.app import DatelineApp
from tui.cli import app as commands
from tui.screens.events import EventsScreen
from tui.screens.facets import FacetList


def report(sentence: str, publisher: str) -> Extraction:
    """An article that tells of one sinking."""
    draft = DraftEvent(sentence.rstrip("."), sentence, "sank", "Saturday", Weekday(5), actors=("Marigold",))
    return extraction(sentence, (draft,), title=f"{publisher} 1", publisher=publisher, published=dt.date(2019, 1, 28))


COURIER = report("The Marigold sank on Saturday with 12 people.", "Ansel Courier")
HERALD = report("Off Skerra the Marigold sank on Saturday with 15 people.", "Coast Herald")


@pytest.fixture
def app(make_app: MakeApp) -> DatelineApp:
    return make_app(COURIER, HERALD)


def listed(app: DatelineApp) -> str:
    """The lines of the list as they are seen."""
    events = timeline_of(app).events
    return "\n".join(events.render_line(line).text for line in range(events.size.height))


async def found(app: DatelineApp, pilot: Pilot[Any]) -> None:
    """Wait until they were looked for and are shown."""
    for _ in range(200):
        if app.proposing.found and "≈" in listed(app):
            break
        await pilot.pause(0.05)
    await pilot.pause()


async def test_two_that_may_be_one_are_told_with_the_figures_that_differ(app: DatelineApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await found(app, pilot)
        told = " ".join(page(app).split())
        assert "PERHAPS one with “" in told
        assert "12 people here, 15 people there" in told or "15 people here, 12 people there" in told
        events = timeline_of(app).events
        assert all("≈" in events.render_line(events.line_of(row)).text for row in (0, 1))


async def test_below_a_narrow_list_a_line_tells_it(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await found(app, pilot)
        assert page(app).startswith("≈ perhaps one with “")


async def test_the_pair_waits_for_review_once_and_m_joins_it(app: DatelineApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("4")
        await found(app, pilot)
        assert len(titles(app)) == 1
        await pilot.press("m", "enter")
        await pilot.pause()
        (entry,) = app.session.timeline.entries
        assert len(entry.assertions) == 2
        await pilot.press("u")
        await pilot.pause()
        assert len(app.session.timeline.entries) == 2


async def test_a_join_taken_back_in_review_leaves_the_cursor_on_its_row(make_app: MakeApp) -> None:
    app = make_app(COURIER, HERALD, UNDATED)
    async with app.run_test(size=WIDE) as pilot:
        await found(app, pilot)
        await pilot.press("4", "g")
        await pilot.pause()
        here = timeline_of(app).row_target
        assert listed(app).splitlines()[0].startswith("▌≈")
        await pilot.press("m", "enter")
        await pilot.pause()
        assert "≈" not in listed(app)
        await pilot.press("u")
        await pilot.pause()
        assert timeline_of(app).row_target == here


async def test_an_event_that_is_accepted_is_one_by_itself_and_waits_no_more(app: DatelineApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("4")
        await found(app, pilot)
        await pilot.press("a")
        await pilot.pause()
        assert not titles(app)
        assert len(app.session.timeline.entries) == 2


async def test_what_is_marked_is_joined_rather_than_what_may_be_one(app: DatelineApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await found(app, pilot)
        await pilot.press("space", "m")
        await pilot.pause()
        assert app.report.says == "mark two or more events with space first"


async def test_where_the_other_article_is_taken_out_nothing_is_proposed(app: DatelineApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await found(app, pilot)
        app.session.remove(app.session.timeline.articles[COURIER.article.id])
        app.sync()
        await pilot.pause()
        assert "PERHAPS" not in page(app)


async def test_a_key_lists_what_may_be_one_until_a_person_has_looked_at_it(make_app: MakeApp) -> None:
    app = make_app(COURIER, HERALD, HARBOUR)
    async with app.run_test(size=WIDE) as pilot:
        await found(app, pilot)
        await pilot.press("M")
        await pilot.pause()
        assert timeline_of(app).filter.text == "is:doubled"
        assert len(titles(app)) == 2
        await pilot.press("a")
        await pilot.pause()
        assert len(titles(app)) == 1  # the other one still may be one with it


async def test_a_long_timeline_is_looked_through_when_the_filter_asks(
    app: DatelineApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(EventsScreen, "PROPOSES_AMONG", 2)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("slash", *"is", "colon", *"doubled", "enter")
        await found(app, pilot)
        assert len(titles(app)) == 2
        assert app.report.says == "2 events may be one with another"


async def test_what_may_be_one_is_counted_where_the_list_can_be_narrowed(app: DatelineApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await found(app, pilot)
        offered = {one.text: one.about for one in timeline_of(app).completions("is:dou")}
        assert offered == {"doubled": "2"}
        await pilot.press("f", *"doubl")
        await pilot.pause()
        assert [row.term for row in app.screen.query_one(FacetList).rows] == ["is:doubled"]


def test_the_command_line_finds_the_same(app: DatelineApp) -> None:
    app.session.close()
    listed = CliRunner().invoke(commands, ["list", "-t", str(app.session.path), "is:doubled"]).stdout
    assert len(listed.splitlines()) == 2


async def test_changes_that_come_at_once_leave_no_search_that_never_began(app: DatelineApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        with warnings.catch_warnings(record=True) as told:
            warnings.simplefilter("always")
            for _ in range(3):
                timeline_of(app).show_timeline()
            await pilot.pause()
            gc.collect()
        assert not [str(one.message) for one in told if "never awaited" in str(one.message)]
