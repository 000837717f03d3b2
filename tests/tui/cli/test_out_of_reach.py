"""Paths at which no timeline can be: each command says why, and none that there is no timeline *yet*."""

import gc
from pathlib import Path

import pytest
from typer.testing import CliRunner

from tests.timeline.builders import reading
from timeline.store import Store
from tui.cli import app
from tui.cli.browsing import browse, out_of_reach

COMMANDS = (("list",), ("check",), ("repair",), ("restore",), ("backup", "copy.json"), ("export",), ("log",))
LOOP = "is a symbolic link that leads back to itself"


@pytest.fixture
def places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two links that lead to each other, one that leads nowhere yet, a text, and a timeline."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "loop.json").symlink_to("back.json")
    (tmp_path / "back.json").symlink_to("loop.json")
    (tmp_path / "ahead.json").symlink_to("new.json")
    (tmp_path / "text.txt").write_text("It rained.")
    with Store.open(tmp_path / "story.json") as store:
        store.add(reading("It rained."))
    return tmp_path


@pytest.mark.usefixtures("places")
@pytest.mark.parametrize("command", [*COMMANDS, ("merge", "story.json"), ("add", "text.txt")], ids=" ".join)
@pytest.mark.parametrize(
    ("timeline", "why"),
    [
        ("loop.json", LOOP),
        ("text.txt/story.json", "would lie in a file, which is no folder"),
        (f"{'x' * 300}.json", "cannot be opened: File name too long"),
    ],
)
def test_a_path_at_which_no_timeline_can_be_is_refused_with_its_reason(
    command: tuple[str, ...], timeline: str, why: str
) -> None:
    refused = CliRunner().invoke(app, [*command, "-t", timeline])
    assert (refused.exit_code, refused.stderr) == (1, f"dateline: {timeline} {why}\n")


@pytest.mark.usefixtures("places")
def test_another_timeline_that_is_a_circle_of_links_is_not_merged() -> None:
    refused = CliRunner().invoke(app, ["merge", "loop.json", "-t", "story.json"])
    assert (refused.exit_code, refused.stderr) == (1, f"dateline: loop.json {LOOP}\n")


def test_the_app_is_not_opened_on_a_circle_of_links(places: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert browse(places / "loop.json") == 1
    assert capsys.readouterr().err == f"dateline: {places / 'loop.json'} {LOOP}\n"
    assert gc.isenabled()


def test_where_a_link_leads_to_nothing_a_timeline_may_be_made(places: Path) -> None:
    assert [out_of_reach(places / name) for name in ("ahead.json", "new.json", "story.json")] == ["", "", ""]


@pytest.mark.usefixtures("places")
def test_nothing_is_repaired_or_restored_where_there_is_nothing() -> None:
    assert "there is no timeline at" in CliRunner().invoke(app, ["repair", "-t", "none.json"]).stderr
    Path("folder").mkdir()
    refused = CliRunner().invoke(app, ["restore", "-t", "folder"])
    assert (refused.exit_code, "is a folder, and a timeline is kept in a file" in refused.stderr) == (1, True)
