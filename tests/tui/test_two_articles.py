"""Two articles beside each other, each stepped through by itself."""

from pathlib import Path

from tests.tui.conftest import MakeApp
from tests.tui.demo import HARBOUR, UNDATED
from tests.tui.looking import SMALL, WIDE
from tests.tui.two_reports import COURIER, HERALD, joined
from timeline.edits import YES, EditKind
from tui.app import DatelineApp
from tui.screens.article import ArticleScreen
from tui.screens.articles import ArticlesDialog


def reading(app: DatelineApp) -> ArticleScreen:
    assert isinstance(app.screen, ArticleScreen)
    return app.screen


async def test_two_articles_are_read_beside_each_other_and_each_is_stepped_through_by_itself(
    make_app: MakeApp,
) -> None:
    app = make_app(HARBOUR, UNDATED)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("3", "enter", "p", "enter")
        await pilot.pause()
        first, second = reading(app).panes
        assert first.display
        assert second.display
        assert first.region.width + second.region.width == 120
        assert abs(first.region.width - second.region.width) <= 1
        assert first.article is not second.article
        assert second.page.has_focus
        await pilot.press("n", "n")
        await pilot.pause()
        assert second.told.startswith("2 of")
        assert first.current is None
        await pilot.press("tab", "n")
        await pilot.pause()
        assert first.told.startswith("1 of")
        assert second.told.startswith("2 of")


async def test_escape_closes_the_one_that_has_the_focus_and_then_the_other(make_app: MakeApp) -> None:
    app = make_app(HARBOUR, UNDATED)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("3", "enter", "p", "enter", "tab", "escape")
        await pilot.pause()
        (left,) = reading(app).panes
        assert left.page.has_focus
        assert left.region.width == 120
        await pilot.press("n", "escape")
        await pilot.pause()
        assert not isinstance(app.screen, ArticleScreen)


async def test_where_there_is_no_room_one_is_seen_at_a_time(make_app: MakeApp) -> None:
    app = make_app(HARBOUR, UNDATED)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("3", "enter", "p", "enter")
        await pilot.pause()
        first, second = reading(app).panes
        assert (first.display, second.display) == (False, True)
        await pilot.press("tab")
        await pilot.pause()
        assert (first.display, second.display) == (True, False)
        assert first.page.has_focus
        await pilot.resize_terminal(*WIDE)
        await pilot.pause()
        assert (first.display, second.display) == (True, True)


async def test_what_tells_of_the_same_event_is_offered_first_and_opened_there(tmp_path: Path) -> None:
    app = DatelineApp(joined(tmp_path / "two.json", COURIER, HERALD, HARBOUR))
    async with app.run_test(size=WIDE) as pilot:
        app.screen.select(COURIER.events[0].id)  # type: ignore[attr-defined]
        await pilot.press("o", "p")
        await pilot.pause()
        dialog = app.screen
        assert isinstance(dialog, ArticlesDialog)
        assert dialog.listed[0].article.publisher == "Coast Herald"
        await pilot.press("enter")
        await pilot.pause()
        assert reading(app).pane.current is not None
        assert reading(app).pane.told.startswith("1 of 1")


async def test_another_one_takes_the_place_of_the_second(tmp_path: Path) -> None:
    app = DatelineApp(joined(tmp_path / "two.json", COURIER, HERALD, HARBOUR))
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("3", "enter", "p", "enter", "tab", "p", "down", "enter")
        await pilot.pause()
        assert len(reading(app).panes) == 2
        assert len({pane.article_id for pane in reading(app).panes}) == 2


async def test_an_article_that_is_gone_leaves_the_other_one_open(make_app: MakeApp) -> None:
    app = make_app(HARBOUR, UNDATED)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("3", "enter", "p", "enter")
        await pilot.pause()
        first, second = reading(app).panes
        app.session.edit(EditKind.REMOVE, second.article_id, YES)
        app.sync()
        await pilot.pause()
        assert reading(app).panes == [first]
        app.session.edit(EditKind.REMOVE, first.article_id, YES)
        app.sync()
        await pilot.pause()
        assert not isinstance(app.screen, ArticleScreen)


async def test_an_only_article_has_none_beside_it(make_app: MakeApp) -> None:
    app = make_app(HARBOUR)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("3", "enter", "p", "enter", "escape", "tab")
        await pilot.pause()
        assert len(reading(app).panes) == 1
