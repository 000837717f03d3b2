"""What is typed or clicked faster than the app follows breaks nothing; `benchmarks/app_fuzz.py` found each."""

import asyncio

from textual.command import CommandList
from textual.events import Key

from tests.tui.looking import SMALL, timeline_of, until
from timeline.edits import YES, EditKind
from tui.app import DatelineApp
from tui.palette import Palette
from tui.screens.actors import ActorsScreen
from tui.screens.article import ArticleScreen
from tui.screens.export import ExportDialog
from tui.screens.history import HistoryScreen


async def test_the_palette_that_is_closed_twice_is_closed_once(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("colon")
        await pilot.pause()
        palette = app.screen
        assert isinstance(palette, Palette)
        palette.dismiss()
        palette.dismiss()
        await pilot.pause()
        assert timeline_of(app)


async def test_a_key_that_comes_when_the_app_is_closing_is_nothing(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL):
        pass
    app.on_key(Key("j", "j"))
    await app.on_event(Key("ctrl+d", None))
    assert app.screen_stack == []


async def test_nothing_is_done_to_an_article_that_is_gone_and_its_screen_is_closed_once(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("o")
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, ArticleScreen)
        app.session.edit(EditKind.REMOVE, screen.pane.article_id, YES)
        for key in ("O", "n", "w", "v", "a", "d", "p"):
            await pilot.press(key)
        app.sync()
        screen.sync()
        screen.action_close()
        await pilot.pause()
        assert timeline_of(app)


async def test_keys_that_come_before_an_article_is_there_break_nothing(app: DatelineApp) -> None:
    async with app.run_test(size=(120, 30)) as pilot:
        for key in ("o", "n", "N", "w", "v", "a", "escape", "p", "enter", "n", "tab", "p", "N", "d", "escape", "U"):
            app.post_message(Key(key, key if len(key) == 1 else None))
        await until(lambda: isinstance(app.screen, HistoryScreen))  # so none of them still waits for its turn
        await pilot.press("escape")
        await until(lambda: isinstance(app.screen, ArticleScreen))
        app.open_article(next(iter(app.session.timeline.articles)))
        screen = app.screen
        assert isinstance(screen, ArticleScreen)
        for step in (
            screen.action_next_event,
            screen.action_next_word,
            screen.action_mark_words,
            screen.action_next_pane,
        ):
            step()
        assert screen.active_bindings
        await pilot.pause()
        assert isinstance(app.screen, ArticleScreen)


async def test_a_page_up_in_a_palette_whose_list_is_not_laid_out_yet_is_nothing(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("colon")
        await pilot.pause()
        palette = app.screen
        assert isinstance(palette, Palette)
        palette.query_one(CommandList)._index_to_line.clear()
        palette._action_command_list("page_up")
        await pilot.press("escape")
        await pilot.pause()
        assert timeline_of(app)


async def test_a_palette_that_is_closed_while_it_searches_searches_no_more(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL):
        for key in ("colon", "a", "f", "escape", "colon", "t", "escape", "2"):
            app.post_message(Key(key, key if len(key) == 1 else None))
        await until(lambda: app.current_mode == "actors")
        assert app.screen_stack == [app.screen]


async def test_a_palette_before_which_another_screen_comes_is_closed_when_one_is_back(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("2")
        await pilot.pause()
        assert isinstance(app.screen, ActorsScreen)
        actors = app.screen
        app.action_commands()
        actors.action_choose()
        await until(lambda: app.current_mode == "timeline")
        await pilot.pause()
        assert "actor:" in timeline_of(app).filter.text
        await pilot.press("2")
        await until(lambda: isinstance(app.screen, ActorsScreen))
        await pilot.press("j")
        assert app.current_mode == "actors"


async def test_a_history_from_which_one_went_to_another_screen_closes_nothing_there(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("s", "U")
        await pilot.pause()
        history = app.screen
        assert isinstance(history, HistoryScreen)
        app.action_actors()
        history.go_in()
        await pilot.pause()
        assert app.screen_stack == [timeline_of(app)]
        await pilot.press("escape", "escape")
        await pilot.pause()
        assert timeline_of(app)
        await pilot.press("2")
        await pilot.pause()
        assert isinstance(app.screen, ActorsScreen)


async def test_the_palette_bears_a_terminal_of_a_few_cells(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("colon")
        await pilot.pause()
        for width in (9, 5, 3, 1, 80):
            await pilot.resize_terminal(width, 10)
            await pilot.pause()
        assert isinstance(app.screen, Palette)


async def test_what_is_exported_is_there_when_a_screen_is_left_faster_than_the_next_one_catches_up(
    app: DatelineApp,
) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("3")
        await pilot.pause()
        gone = next(iter(app.session.timeline.articles))
        app.session.edit(EditKind.REMOVE, gone, YES)
        app.action_timeline()
        app.action_export()
        await pilot.pause()
        assert isinstance(app.screen, ExportDialog)
        await pilot.press("escape")
        await pilot.pause()
        assert timeline_of(app)


async def test_what_is_typed_into_the_filter_of_a_screen_that_just_came_stays_there(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        app.post_message(Key("2", "2"))
        while not isinstance(app.screen, ActorsScreen):
            await asyncio.sleep(0)
        for key in ("slash", "o", "k", "e"):
            app.post_message(Key(key, "/" if key == "slash" else key))
        await until(lambda: isinstance(app.screen, ActorsScreen) and app.screen.filter.text == "oke")
        await pilot.pause()
        assert isinstance(app.screen, ActorsScreen)
        assert app.screen.filter.is_typed_in


async def test_what_is_typed_behind_a_key_that_opens_a_dialog_goes_to_the_dialog(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL):
        second = timeline_of(app).events.rows[1].id
        for key in ("j", "c", "s", "t", "a", "r", "enter"):
            app.post_message(Key(key, key if len(key) == 1 else None))
        await until(lambda: app.session.timeline.entry(second).note == "star")
        assert [edit.kind for edit in app.session.history] == [EditKind.NOTE]
