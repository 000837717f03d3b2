"""The screen of what was done: sentences, their filter, and the ways from there."""

from collections.abc import Iterable
from typing import Any

import pytest
from textual.pilot import Pilot

from tests.tui.looking import SMALL, WIDE, page_of, timeline_of, titles, to_title
from timeline.edits import Edit, EditKind
from timeline.store import StoreError
from tui.app import DatelineApp
from tui.screens.actors import ActorsScreen
from tui.screens.article import ArticleScreen
from tui.screens.history import HistoryScreen
from tui.screens.review import ReviewScreen
from tui.screens.sources import SourcesScreen
from tui.steps import Steps, steps_to


def history_of(app: DatelineApp) -> HistoryScreen:
    assert isinstance(app.screen, HistoryScreen)
    return app.screen


def rows(app: DatelineApp) -> list[str]:
    """What each row says, without when."""
    listed = history_of(app).edits
    lines = [listed.render_line(y).text.rstrip() for y in range(listed.virtual_size.height)]
    return [" ".join(line[9:].split()) for line in lines if line[4:5] == ":"]


async def do(pilot: Pilot[Any], *keys: str) -> None:
    await pilot.press(*keys)
    await pilot.pause()


async def test_what_was_done_is_told_in_sentences_the_last_first(app: DatelineApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await do(pilot, "s", "j", "H", "u", "U")
        assert rows(app) == [
            "hid “Crane drivers walk out” taken back",
            "starred “Union’s treasurer resigns”",
        ]
        assert "It was taken back" in page_of(app)
        await do(pilot, "escape")
        assert titles(app)


async def test_the_filter_finds_what_was_done(app: DatelineApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await do(pilot, "s", "j", "H", "U", "slash", *"starred", "enter")
        assert len(rows(app)) == 1
        assert history_of(app).filter.told == "1 of 2  esc clear"
        await do(pilot, "escape")
        assert len(rows(app)) == 2
        await do(pilot, "slash", *"nobody", "enter")
        assert history_of(app).why_empty().startswith("Nothing that was done has nobody in it")


async def test_what_was_taken_back_before_a_step_that_is_refused_is_shown(
    app: DatelineApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await do(pilot, "s", "j", "s", "j", "s", "U")
        undo, calls = app.session.undo, iter(range(9))

        def refused() -> str | None:
            if next(calls):
                raise StoreError("no more can be taken back")
            return undo()

        monkeypatch.setattr(app.session, "undo", refused)
        await do(pilot, "G", "t")
        assert app.report.says == "no more can be taken back"
        assert [row.endswith("taken back") for row in rows(app)] == [True, False, False]


async def test_enter_goes_to_what_a_correction_changed(app: DatelineApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await to_title(pilot, "First ferry sails")
        await do(pilot, "s", "g", "U", "enter")
        assert timeline_of(app).entry is not None
        assert timeline_of(app).entry.title == "First ferry sails"  # type: ignore[union-attr]


async def test_a_filter_that_hides_it_is_cleared_and_that_is_told(app: DatelineApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await to_title(pilot, "First ferry sails")
        await do(pilot, "s", "slash", *"treasurer", "enter", "U", "enter")
        assert timeline_of(app).filter.text == ""
        assert timeline_of(app).entry.title == "First ferry sails"  # type: ignore[union-attr]
        assert app.report.says == "the filter was cleared, which hid it"


async def test_it_goes_to_an_actor_and_to_an_article_on_their_screens(app: DatelineApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await do(pilot, "2", "e", *"x", "enter", "3", "e", *"y", "enter", "1", "U", "enter")
        assert isinstance(app.screen, SourcesScreen)
        await do(pilot, "U", "j", "enter")
        assert isinstance(app.screen, ActorsScreen)


async def test_what_was_hidden_is_not_gone_to(app: DatelineApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await do(pilot, "H", "U", "enter")
        assert isinstance(app.screen, HistoryScreen)
        assert app.report.says == "what it changed is not there any more: t takes that back"


async def test_all_that_was_done_after_a_row_is_taken_back_and_made_again(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await do(pilot, "s", "j", "s", "j", "s", "j", "s", "U", "G", "t")
        assert sum(entry.starred for entry in app.session.timeline.entries) == 1
        assert app.report.says == "3 changes taken back"
        await do(pilot, "g", "t")
        assert sum(entry.starred for entry in app.session.timeline.entries) == 4
        assert app.report.says == "3 changes made again"
        await do(pilot, "t")
        assert app.report.says == "nothing was done after it"
        assert history_of(app).edits.cursor == 0


async def test_what_lies_on_another_branch_is_not_made_again(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await do(pilot, "s", "u", "H", "U", "G", "t")
        assert app.report.says == "something else was done since it was taken back: it can only be done anew"
        assert [edit.undone for edit in app.session.history] == [True, False]


async def test_without_corrections_it_says_so(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await do(pilot, "U")
        assert history_of(app).empty.display
        await do(pilot, "enter", "t", "e", "escape")
        assert timeline_of(app)


def log(undone: Iterable[int], after: Iterable[int]) -> list[Edit]:
    """Edits 1, 2, 3 … with what each was made after."""
    gone = set(undone)
    return [
        Edit(number=number, kind=EditKind.STAR, target="x", value="yes", undone=number in gone, after=before)
        for number, before in enumerate(after, 1)
    ]


@pytest.mark.parametrize(
    ("number", "undone", "after", "steps"),
    [
        (3, (), (0, 1, 2), Steps()),
        (1, (), (0, 1, 2), Steps(undos=2)),
        (3, (1, 2, 3), (0, 1, 2), Steps(redos=3)),
        (2, (2, 3), (0, 1, 2), Steps(redos=1)),
        (2, (2,), (0, 1, 1), None),
        (2, (2, 3), (0, 1, 1), None),
        (3, (2, 3), (0, 1, 1), Steps(redos=1)),
    ],
)
def test_the_way_to_an_edit_is_counted(
    number: int, undone: tuple[int, ...], after: tuple[int, ...], steps: Steps | None
) -> None:
    assert steps_to(number, log(undone, after)) == steps


async def test_a_line_leaves_the_scrollbar_its_cell(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await do(pilot, *["s", "u"] * 15, "U")
        listed = history_of(app).edits
        assert listed.show_vertical_scrollbar
        assert {listed.render_line(y).text[-12:] for y in range(1, listed.size.height)} == {" taken back "}


async def test_a_number_leads_to_its_screen_and_not_to_the_history_that_was_looked_at_there(app: DatelineApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("4", "U", "1", "4")
        await pilot.pause()
        assert isinstance(app.screen, ReviewScreen)
        await pilot.press("U", "4")
        await pilot.pause()
        assert isinstance(app.screen, ReviewScreen)


async def test_an_article_stays_open_while_one_looks_elsewhere_and_its_number_leads_back_to_the_list(
    app: DatelineApp,
) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("o", "2", "1")
        await pilot.pause()
        assert type(app.screen) is ArticleScreen
        await pilot.press("1")
        await pilot.pause()
        timeline_of(app)
