"""Sources joined and split where they are listed, and on the command line."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from tests.tui.demo import HARBOUR, UNDATED
from tests.tui.test_places import timeline_file
from tests.tui.test_timeline_screen import WIDE, page_of
from timeline.model import Source, SourceKind
from tui.app import DatelineApp
from tui.cli import app as commands
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
