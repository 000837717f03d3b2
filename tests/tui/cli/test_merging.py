"""Timelines of two people, from the command line."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from extractors.reading import ReadError, inputs
from extractors.reading.articles import articles
from tests.timeline.builders import MONDAY, by_metadata, reading
from timeline.edits import EditKind
from timeline.store import Store
from tui.cli import app
from tui.detail import detail
from tui.session import Session

STORY = reading("Ann Lee left on Saturday.", "It rained on Friday.", published=by_metadata(MONDAY), name="rain")
FIRST, SECOND = (event.id for event in STORY.events)
Run = Callable[..., Result]


@pytest.fixture
def path(path: Path) -> Path:
    with Store.open(path) as store:
        store.edit(EditKind.NOTE, FIRST, "ask her")
    return path


@pytest.fixture
def run(path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setenv("DATELINE_TIMELINE", str(path))
    monkeypatch.setenv("DATELINE_AUTHOR", "Ilse")
    return lambda *words: CliRunner().invoke(app, [str(word) for word in words])


# Merging


@pytest.fixture
def theirs(path: Path) -> Path:
    """A copy in which somebody has gone on, and read another article."""
    theirs = path.with_name("theirs.json")
    theirs.write_bytes(path.read_bytes())
    with Store.open(theirs) as store:
        store.sign("Orr")
        store.add(reading("Ben Orr came on Friday.", published=by_metadata(MONDAY), name="orr"))
        store.edit(EditKind.STAR, SECOND, "yes")
    return theirs


def told(run: Run) -> list[str]:
    return [line.partition("  ")[2] for line in run("log").stdout.splitlines()]


def test_what_another_added_and_corrected_is_there_once_and_taken_back_in_one_step(
    run: Run, path: Path, theirs: Path
) -> None:
    before = run("list").stdout
    assert run("merge", theirs).stdout == "merged: 1 new article, 1 correction (dateline undo takes it back)\n"
    assert "Ben Orr came" in run("list").stdout
    assert run("merge", theirs).stdout == "merged: nothing new\n"
    assert told(run)[1:] == [
        "Orr starred “It rained on Friday”",
        "Ilse merged “theirs.json”: 1 new article, 1 correction",
    ]
    assert "merged “theirs.json”" in run("undo").stdout
    assert run("list").stdout == before
    assert told(run)[1:] == ["Ilse merged “theirs.json”: 1 new article, 1 correction (taken back)"]
    with Store.open(path) as store:
        store.redo()
    assert told(run)[1] == "Orr starred “It rained on Friday”"
    assert run("check").stdout == "whole: 2 articles, 3 events, 3 corrections\n"


def test_undo_and_redo_of_a_merge_name_what_was_added_by_itself_since_and_stays(
    run: Run, path: Path, theirs: Path
) -> None:
    brought = reading("Ben Orr came on Friday.", published=by_metadata(MONDAY), name="orr")
    run("merge", theirs)
    with Store.open(path) as store:
        assert store.add(brought).outcome == "unchanged"
    assert (
        run("undo").stdout.rstrip().endswith("1 new article, 1 correction; “orr” stays: it was added by itself since")
    )
    assert "Ben Orr came on Friday" in run("list").stdout
    assert run("redo").stdout.rstrip().endswith("1 new article, 1 correction; “orr” was there already")
    session = Session(path)
    session.open()
    assert str(session.undo()).endswith("; “orr” stays: it was added by itself since")
    session.close()


def test_undo_of_a_merge_names_nothing_that_it_takes_out(run: Run, theirs: Path) -> None:
    run("merge", theirs)
    assert run("undo").stdout.rstrip().endswith("1 new article, 1 correction")
    assert run("redo").stdout.rstrip().endswith("1 new article, 1 correction")


def test_lines_are_merged_as_the_timeline_that_they_are_of(run: Run, theirs: Path) -> None:
    lines = theirs.with_name("theirs.jsonl")
    run("export", "-o", lines, "-t", theirs)
    assert run("merge", lines).stdout.startswith("merged: 1 new article, 1 correction")
    assert run("merge", theirs).stdout == "merged: nothing new\n"


def test_a_timeline_is_not_merged_with_itself_or_with_what_is_none(run: Run, path: Path, tmp_path: Path) -> None:
    (tmp_path / "other.json").write_text("{}")
    for words, says in (((path,), "itself"), (("other.json",), "no such"), ((tmp_path / "other.json",), "no timeline")):
        refused = run("merge", *words)
        assert refused.exit_code == 1
        assert says in refused.stderr


# Conflicts


@pytest.fixture
def disputed(run: Run, path: Path, theirs: Path) -> Run:
    """Two people have dated one event, and noted the same on another."""
    for date, author, one in (("2019-01-20", "Ilse", path), ("2019-01-21", "Orr", theirs)):
        with Store.open(one) as store:
            store.sign(author)
            store.edit(EditKind.DATE, FIRST, date)
            store.edit(EditKind.NOTE, SECOND, "the same")
    return run


def test_two_dates_for_one_event_are_listed_until_a_person_settles_them(disputed: Run, theirs: Path) -> None:
    run = disputed
    none = run("conflicts")
    assert none.stdout == ""
    assert "dateline list is:conflicting" in none.stderr
    merged = run("merge", theirs)
    assert "note: 1 conflict between corrections of two people; dateline conflicts lists them" in merged.stderr
    assert "note: 1 conflict" in run("check").stderr
    lines = [line.split("  ") for line in run("conflicts").stdout.replace("\n    ", " ").splitlines()]
    assert [(line[0], line[2]) for line in lines] == [
        (FIRST, "Ilse dated “Ann Lee left on Saturday” Sun 20 Jan 2019, before: Sat 26 Jan 2019"),
        (FIRST, "Orr dated “Ann Lee left on Saturday” Mon 21 Jan 2019, before: Sat 26 Jan 2019 (in force)"),
    ]
    assert sum("(in conflict with another)" in line for line in told(run)) == 2
    assert [line.split("\t")[0] for line in run("list", "is:conflict").stdout.splitlines()] == [FIRST]
    with Store.open(theirs.with_name("story.json")) as store:
        blocks = detail(store.timeline.entry(FIRST), store.timeline, 80, plain=True)
        shown = [block for block in blocks if "dated" in block.text.plain]
        assert [block.label for block in shown] == ["DISPUTE", ""]
        assert shown[1].text.plain.endswith("before: Sat 26 Jan 2019 (in force)")
        assert store.timeline.conflicts_of(store.timeline.entry(SECOND)) == ()
        kept = store.timeline
        store.edit(EditKind.DATE, FIRST, "2019-01-20")
        assert store.timeline.conflicts_of(store.timeline.entry(FIRST)) == ()
        store.undo()
        assert store.timeline.conflicts == kept.conflicts
    (both,) = [json.loads(line) for line in run("conflicts", "--json").stdout.splitlines()]
    assert [edit["author"] for edit in both] == ["Ilse", "Orr"]
    run("edit", FIRST, "--date", "2019-01-20")
    assert run("conflicts").stdout == ""
    run("undo")
    assert len(run("conflicts").stdout.splitlines()) >= 2


def test_a_conflict_is_the_same_for_both_and_settled_for_both(disputed: Run, path: Path, theirs: Path) -> None:
    run = disputed
    run("merge", theirs)
    run("merge", path, "-t", theirs)
    assert run("conflicts").stdout == run("conflicts", "-t", theirs).stdout != ""
    run("edit", FIRST, "--date", "2019-01-20", "-t", theirs)
    run("merge", theirs)
    assert run("conflicts").stdout == run("conflicts", "-t", theirs).stdout == ""


# Lines


def test_lines_are_exported_and_imported_with_nothing_lost(run: Run, path: Path) -> None:
    lines, other = path.with_name("story.jsonl"), path.with_name("other.json")
    assert run("export", "-o", lines).exit_code == 0
    assert run("export", "-f", "jsonl").stdout == lines.read_text()
    assert run("import", lines, "-t", other).stdout == "imported: 1 article, 2 events, 1 correction\n"
    assert run("export", "-f", "jsonl", "-t", other).stdout == lines.read_text()


def test_lines_are_of_all_the_timeline(run: Run) -> None:
    refused = run("export", "-f", "jsonl", "is:starred")
    assert refused.exit_code == 2
    assert "without a filter" in refused.stderr


def test_lines_that_are_imported_into_a_timeline_that_is_there_are_merged_with_it(run: Run, theirs: Path) -> None:
    lines = theirs.with_name("theirs.jsonl")
    run("export", "-o", lines, "-t", theirs)
    assert run("import", lines).stdout.startswith("merged: 1 new article, 1 correction")
    assert run("import", lines).stdout == "merged: nothing new\n"


def test_the_app_takes_a_merge_back_and_makes_it_again(run: Run, path: Path, theirs: Path) -> None:
    run("merge", theirs)
    session = Session(path)
    session.open()
    shown = []
    for step in (session.undo, session.redo):
        assert step() == "merge of “theirs.json”"
        shown.append(len(session.timeline.entries))
    session.close()
    assert shown == [2, 3]


@pytest.mark.parametrize(
    ("content", "says"),
    [("{", "line 1: "), ('{"text": "An article."}\n', "line 1: it lacks the field “table”"), (None, "no such file")],
)
def test_what_is_no_timeline_in_lines_makes_none(run: Run, path: Path, content: str | None, says: str) -> None:
    lines, other = path.with_name("other.jsonl"), path.with_name("other.json")
    if content is not None:
        lines.write_text(content)
    refused = run("import", lines, "-t", other)
    assert refused.exit_code == 1
    assert says in refused.stderr
    assert not other.exists()


@pytest.mark.parametrize(
    ("form", "read", "imported"),
    [
        ("markdown", "is what dateline exported of a timeline", "only lines are taken in"),
        ("csv", "is what dateline exported of a timeline", "only lines are taken in"),
        ("json", "is what dateline exported of a timeline", "only lines are taken in"),
        ("jsonl", "dateline import FILE", ""),
        ("", "is a timeline of dateline", "take it in with dateline merge"),
    ],
)
def test_what_dateline_wrote_itself_is_no_article_and_what_to_do_with_it_is_told(
    run: Run, path: Path, form: str, read: str, imported: str
) -> None:
    written = path.with_name("written.jsonl" if form == "jsonl" else "written.md")
    written.write_text(run("export", "-f", form).stdout if form else path.read_text())
    (one,) = inputs(str(written))
    with pytest.raises(ReadError, match=read):
        raise one if isinstance(one, ReadError) else AssertionError(articles(one))
    if imported:
        assert imported in run("import", written, "-t", path.with_name("other.json")).stderr
