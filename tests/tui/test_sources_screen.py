"""Sources joined and split where they are listed, and on the command line."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from tests.tui.demo import HARBOUR, UNDATED
from tests.tui.looking import SMALL, WIDE, page_of, timeline_of, titles
from tests.tui.test_places import timeline_file
from timeline.model import Source, SourceKind
from tui.app import DatelineApp
from tui.cli import app as commands
from tui.screens.actors import ActorsScreen
from tui.screens.sources import SourcesScreen


def names(screen: SourcesScreen) -> list[str]:
    return [row.name for row in screen.sources.rows if isinstance(row.of, Source)]


async def test_sources_are_joined_and_split_where_they_are_listed(app: DatelineApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("3")
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, SourcesScreen)
        before = names(screen)
        speakers = [row for row in screen.sources.rows if row.kind == SourceKind.SPEAKER]
        screen.sources.move_to(screen.sources.rows.index(speakers[0]))
        await pilot.press("space", "j", "space", "m", "enter")
        await pilot.pause()
        assert names(screen) == [name for name in before if name != speakers[1].name]
        assert f"ALSO    {speakers[1].name}" in page_of(app)
        assert app.report.says == f"said that “{speakers[1].name}” and “{speakers[0].name}” are one source"
        await pilot.press("S")
        await pilot.pause()
        assert names(screen) == before


async def test_articles_are_not_joined(app: DatelineApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("3", "space", "j", "space", "m")
        await pilot.pause()
        assert app.report.says == "articles are not joined, only sources: V unmarks"


def test_the_command_line_joins_splits_and_lists_sources(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_TIMELINE", str(timeline_file(tmp_path, HARBOUR, UNDATED)))

    def run(*words: str) -> str:
        result = CliRunner().invoke(commands, list(words))
        assert result.exit_code == 0, result.output
        return result.stdout

    listed = run("source", "list").splitlines()
    first, second, *_ = (line.split("\t")[1] for line in listed)
    run("source", "join", first, second)
    assert len(run("source", "list").splitlines()) == len(listed) - 1
    run("source", "split", first)
    assert run("source", "list").splitlines() == listed
    refused = CliRunner().invoke(commands, ["source", "split", first])
    assert refused.exit_code == 2
    assert f"nothing was joined to {first}" in refused.stderr


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
