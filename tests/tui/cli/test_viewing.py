"""`dateline view`: filters that are kept under a name."""

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from tests.tui.demo import HARBOUR
from timeline.query.language import FIELDS
from timeline.store import Store
from tui.cli import app

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    path = tmp_path / "harbour.json"
    with Store.open(path) as store:
        store.add(HARBOUR)
    monkeypatch.setenv("DATELINE_TIMELINE", str(path))
    return lambda *words: CliRunner().invoke(app, list(words))


def test_a_filter_that_is_kept_is_found_by_its_name_in_lists_and_exports(run: Run) -> None:
    kept = run("view", "boats", "ferry")
    assert kept.stderr == "@boats stands for: ferry\n"
    assert run("list", "@boats").stdout == run("list", "ferry").stdout != ""
    assert run("export", "@boats", "-f", "csv").stdout == run("export", "ferry", "-f", "csv").stdout


def test_a_view_that_takes_the_place_of_another_says_of_which(run: Run) -> None:
    run("view", "boats", "ferry")
    assert run("view", "boats", "ferry").stderr == "@boats stands for: ferry\n"
    assert run("view", "boats", "strike").stderr == "@boats stands for: strike, and no longer for: ferry\n"


def test_views_are_listed_shown_and_forgotten(run: Run) -> None:
    run("view", "boats", "ferry")
    run("view", "@later", "@boats", "is:planned")
    assert run("view").stdout == "@boats\tferry\n@later\t@boats is:planned\n"
    assert run("view", "later").stdout == "@boats is:planned\n"
    assert run("view", "boats", "--delete").stderr == "@boats is forgotten; it was: ferry\n"
    assert run("view").stdout == "@later\t@boats is:planned\n"


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (("view", "late"), "there is no view @late: none is kept yet"),
        (("view", "late", "is:gone"), "“gone” is not one of"),
        (("view", "late", "@late"), "there is no view “@late”"),
        (("view", "a/b", "ferry"), "“a/b” is no name for a view"),
        (("list", "@late"), "there is no view “@late”"),
        (("view", "late", "\udcff"), "the filter has bytes in it that are no text"),
    ],
)
def test_what_can_be_no_view_is_refused_with_its_reason(run: Run, words: tuple[str, ...], reason: str) -> None:
    refused = run(*words)
    assert refused.exit_code != 0
    assert reason in refused.stderr


def test_a_view_with_a_control_character_leaves_the_others_to_be_read(run: Run) -> None:
    run("view", "boats", "ferry")
    run("view", "odd", "a\x7f")
    assert run("list", "@boats").exit_code == 0


@pytest.mark.parametrize("text", ["a = " + "[" * 10_000, "#" * 1_000_001], ids=["deep", "large"])
def test_a_views_file_that_is_too_deep_or_too_large_is_refused(run: Run, tmp_path: Path, text: str) -> None:
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "views.toml").write_text(text, encoding="utf-8")
    refused = run("view")
    assert refused.exit_code == 2
    assert "is nested too deeply" in refused.stderr or "more than 1,000,000 bytes" in refused.stderr


def test_a_views_file_that_is_damaged_stops_only_what_asks_for_a_view(run: Run, tmp_path: Path) -> None:
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "views.toml").write_text("boats = 3\n", encoding="utf-8")
    assert "something under “boats” that is no view" in run("list", "@boats").stderr
    assert run("list", "ferry").exit_code == 0


def test_the_help_of_whatever_takes_a_filter_names_every_field(run: Run) -> None:
    for command in ("list", "export", "view"):
        told = run(command, "--help").stdout
        assert [field for field in FIELDS if f"{field}:" not in told] == []
