"""Adding what was added before: read again only if it, how it is read, or what reads it is another."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from extractors.worker.readers import Readers
from timeline.store import Store
from tui.cli import app

pytestmark = pytest.mark.usefixtures("lasting")

Run = Callable[..., Result]


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The places of the inputs that were read since it was last cleared."""
    places: list[str] = []
    real: Any = Readers._read

    def watched(self: Readers, one: Any, task: Any) -> Any:
        places.append(Path(one.place).name)
        return real(self, one, task)

    monkeypatch.setattr(Readers, "_read", watched)
    return places


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, read: list[str]) -> Run:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATELINE_TIMELINE", str(tmp_path / "own.json"))
    for name in ("ferry", "mill"):
        (tmp_path / f"{name}.txt").write_text(f"The {name} burned down on Saturday. Nobody was hurt.\n")
    (tmp_path / "rows.jsonl").write_text(
        '{"text": "The bridge fell on Friday."}\n{"text": "It was rebuilt in 2020."}\n'
    )

    def invoke(*words: str) -> Result:
        read.clear()
        return CliRunner().invoke(app, words)

    return invoke


def test_what_was_read_is_not_read_again_and_counts_as_unchanged(run: Run, read: list[str], tmp_path: Path) -> None:
    first = run("add", "ferry.txt", "mill.txt", "rows.jsonl")
    assert len(read) == 4
    before = (tmp_path / "own.json").read_bytes()
    again = run("add", "ferry.txt", "mill.txt", "rows.jsonl")
    assert read == []
    assert again.stdout == first.stdout.replace("4 new", "4 unchanged")
    assert again.stderr == first.stderr
    assert (tmp_path / "own.json").read_bytes() == before


def test_an_add_that_was_interrupted_goes_on_where_it_was(run: Run, read: list[str]) -> None:
    run("add", "ferry.txt")
    assert "2 articles read (1 new, 1 unchanged)" in run("add", "ferry.txt", "mill.txt").stdout
    assert read == ["mill.txt"]


def test_what_is_to_be_read_otherwise_or_is_another_is_read(run: Run, read: list[str], tmp_path: Path) -> None:
    run("add", "ferry.txt")
    assert "1 replaced" in run("add", "ferry.txt", "--date", "2019-01-28").stdout
    assert read == ["ferry.txt"]
    run("add", "ferry.txt")
    assert read == ["ferry.txt"], "what is kept is no longer what this gave"
    run("add", "ferry.txt", "--date", "2019-01-28")
    assert read == []
    (tmp_path / "ferry.txt").write_text("The ferry burned down on Sunday.\n")
    run("add", "ferry.txt", "--date", "2019-01-28")
    assert read == ["ferry.txt"]


def test_another_version_of_what_reads_reads_again(run: Run, read: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    run("add", "ferry.txt")
    monkeypatch.setattr("tui.known_inputs.reading_version", lambda _: "another")
    run("add", "ferry.txt")
    assert read == ["ferry.txt"]


def test_an_article_that_was_removed_is_read_and_comes_back(run: Run, tmp_path: Path) -> None:
    run("add", "ferry.txt")
    run("remove", "ferry")
    assert "1 new" in run("add", "ferry.txt").stdout
    with Store.open(tmp_path / "own.json", read_only=True) as store:
        assert len(store.timeline.articles) == 1
    run("undo")
    assert "1 new" in run("add", "ferry.txt").stdout


def test_an_input_that_fails_is_tried_again(run: Run, read: list[str], tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("\n")
    assert run("add", "empty.txt").exit_code == 1
    assert run("add", "empty.txt").exit_code == 1
    assert read == ["empty.txt"]


def test_a_text_with_a_word_changed_is_an_update_of_its_article_with_the_corrections(run: Run, tmp_path: Path) -> None:
    story = "The mill on the river burned down on Saturday. Ann Lee left the town on Friday, and nobody knows why.\n"
    (tmp_path / "mill.txt").write_text(story)
    run("add", "mill.txt", "--date", "2019-01-28")
    event = next(line.split("\t")[0] for line in run("list").stdout.splitlines() if "burned" in line)
    run("edit", event, "--note", "ask her")
    (tmp_path / "mill.txt").write_text(story.replace("river", "lake"))
    again = run("add", "mill.txt", "--date", "2019-01-28")
    assert again.stdout.startswith("1 article read (1 updated)")
    assert "note: mill: its text was changed (1 word), 1 correction carried over\n" in again.stderr
    assert len(run("list").stdout.splitlines()) == 2
    assert "ask her" in run("show", run("list", "burned").stdout.split("\t")[0]).stdout
    assert "earlier 1 text (show --earlier)" in run("show", "mill").stdout
    assert run("show", "mill", "--earlier").stdout == "2019-01-28\n\n" + story
    (tmp_path / "old.txt").write_text(story)
    old = run("add", "old.txt", "--date", "2019-01-28")
    assert "(1 outdated)" in old.stdout
    assert "old: it is an earlier text of an article that is there" in old.stderr
    assert run("add", "old.txt", "mill.txt", "--date", "2019-01-28").stdout.startswith("2 articles read (2 unchanged)")
    article = old.stderr.partition("dateline remove ")[2].split()[0]
    run("remove", article)
    assert run("add", "old.txt", "--date", "2019-01-28").stdout.startswith("1 article read (1 updated)")
    assert "river" in run("list", "burned").stdout


def test_a_correction_goes_to_no_other_event_that_took_its_place_but_that_is_offered(run: Run, tmp_path: Path) -> None:
    story = "The union sued the owner of the mill on Friday. Ann Lee left the town on Saturday, and nobody knows why.\n"
    (tmp_path / "mill.txt").write_text(story)
    run("add", "mill.txt", "--date", "2019-01-28")
    run("edit", run("list", "union").stdout.split("\t")[0], "--note", "ask them")
    (tmp_path / "mill.txt").write_text(story.replace("sued", "met"))
    again = run("add", "mill.txt", "--date", "2019-01-28")
    assert "1 correction of what it doesn't tell any more kept aside" in again.stderr
    met = run("list", "union").stdout.split("\t")[0]
    assert "ask them" not in run("show", met).stdout
    assert f"most like it now: {met} The union met" in run("orphans").stdout
