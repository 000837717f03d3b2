"""Keys that do what one reaches for, where one is: in an article, on an outlet, beside a row that has a year."""

import datetime as dt

import pytest

from tests.tui.conftest import MakeApp
from tests.tui.demo import HARBOUR, PAST, UNDATED, DraftEvent, extraction
from tests.tui.looking import SMALL, WIDE, timeline_of, to_title
from tests.tui.test_finding import keys
from timeline.edits import REJECTED, EditKind
from timeline.meanings.named import CalendarDate
from timeline.model import Article
from tui.app import DatelineApp
from tui.screens.article import ArticleScreen
from tui.screens.date import DateDialog
from tui.screens.edit import EditDialog
from tui.screens.one_of import OneOfDialog
from tui.screens.sources import SourcesScreen
from tui.screens.typed_date import TypedDateDialog

PEOPLE = extraction(
    "Ann Marchetti and Bob Marchetti met Brevik Chemicals in 2019.",
    (
        DraftEvent(
            "They met",
            "Ann Marchetti and Bob Marchetti met Brevik Chemicals in 2019.",
            "met",
            "2019",
            CalendarDate(2019),
            PAST,
            actors=("Ann Marchetti", "Bob Marchetti", "Theodora Lindqvist"),
        ),
    ),
    title="Meeting",
    publisher="Courier",
    published=dt.date(2019, 1, 28),
)

RAIN = extraction(
    "It rained.",
    (DraftEvent("It rained", "It rained.", "rained"),),
    title="Rain",
    publisher="Courier",
    published=None,
)


async def test_the_event_that_is_read_in_an_article_is_edited_rejected_and_noted_there(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await to_title(pilot, "First ferry sails")
        event = timeline_of(app).row_target
        await pilot.press("o", "e")
        assert isinstance(app.screen, EditDialog)
        await pilot.press("end", *keys(" at last"), "enter", "c", *keys("ask him"), "enter", "r")
        await pilot.pause()
        entry = app.session.timeline.entry(event)
        assert (entry.title, entry.note, entry.review) == ("First ferry sails at last", "ask him", REJECTED)
        assert isinstance(app.screen, ArticleScreen)
        assert "(rejected) First ferry sails at last" in app.screen.told
        await pilot.press("r")
        await pilot.pause()
        assert app.session.timeline.entry(event).review == ""


@pytest.mark.parametrize("key", ["e", "r", "c"])
async def test_where_no_event_is_read_it_is_told_how_to_get_to_one(app: DatelineApp, key: str) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("3", "enter", key)
        await pilot.pause()
        assert isinstance(app.screen, ArticleScreen)
        assert app.report.says == "no event is read: n goes to one"


async def test_a_date_on_an_outlet_is_that_of_its_article(app: DatelineApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("3", "slash", *keys("coast herald"), "enter", "d", *keys("2 mar 2019"), "enter")
        await pilot.pause()
        assert isinstance(app.screen, SourcesScreen)
        article = app.session.timeline.articles[UNDATED.article.id]
        assert article.published is not None
        assert article.published.date == dt.date(2019, 3, 2)


async def test_a_date_on_an_outlet_of_several_articles_asks_which_and_keys_typed_on_command_nothing(
    make_app: MakeApp,
) -> None:
    app = make_app(HARBOUR, PEOPLE, RAIN)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("3")
        screen = app.screen
        assert isinstance(screen, SourcesScreen)
        screen.sources.move_to([row.name for row in screen.sources.rows].index("Courier"))
        await pilot.press("d")
        await pilot.pause()
        assert isinstance(app.screen, OneOfDialog)
        await pilot.press(*keys("23 mar 2026"))
        await pilot.pause()
        assert isinstance(app.screen, OneOfDialog)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, DateDialog)
    assert app.session.history == ()


async def test_a_filter_among_the_sources_goes_to_the_article_not_to_an_outlet_of_its_name(make_app: MakeApp) -> None:
    app = make_app(HARBOUR, UNDATED)
    app.session.edit(EditKind.HEADLINE, HARBOUR.article.id, "Ansel Courier reports")
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("3")
        screen = app.screen
        assert isinstance(screen, SourcesScreen)
        screen.sources.move_to([row.name for row in screen.sources.rows].index("Ansel Courier"))
        await pilot.press("slash", *keys("ansel"), "enter")
        await pilot.pause()
        assert screen.sources.row is not None
        assert isinstance(screen.sources.row.of, Article)


@pytest.mark.parametrize("key", ["t", "A", "d"])
async def test_a_date_without_a_year_is_read_beside_the_row_that_has_one(make_app: MakeApp, key: str) -> None:
    app = make_app(HARBOUR, UNDATED)
    dated = next(one for one in app.session.timeline.entries if one.title == "The ferry sinks")
    app.session.edit(EditKind.DATE, dated.id, "2016")  # in an article that has no date
    async with app.run_test(size=WIDE) as pilot:
        await to_title(pilot, "The ferry sinks")
        await pilot.press(key, *(["tab"] if key == "A" else []), *keys("14 dec"))
        await pilot.pause()
        assert isinstance(app.screen, TypedDateDialog)
        reading = str(app.screen.reading)
        assert "14 Dec 2016" in reading
        assert "it has no year: the nearest to" in reading


async def test_people_of_one_surname_and_all_that_are_no_people_have_their_whole_names(make_app: MakeApp) -> None:
    app = make_app(PEOPLE)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("e")
        await pilot.pause()
        assert isinstance(app.screen, EditDialog)
        labels = [str(each.render()) for each in app.screen.query(".dialog--label")]
        assert labels[-3:] == ["Ann Marchetti", "Bob Marchetti", "Lindqvist"]
