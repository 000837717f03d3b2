"""A timeline that was edited outside dateline: told, read, and changed again once a person has accepted it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace
from typer.testing import CliRunner, Result

from tests.timeline.builders import MONDAY, by_metadata, reading
from timeline.edits import EditKind
from timeline.store import Store
from timeline.store.checksums import sealed
from timeline.store.kept import kept_states
from tui.cli import app
from tui.session import Session

STORY = reading("Ann Lee left on Saturday.", published=by_metadata(MONDAY))
Run = Callable[..., Result]


@pytest.fixture
def path(path: Path) -> Path:
    with Store.open(path) as store:
        store.edit(EditKind.NOTE, STORY.events[0].id, "ask her")
    return path


def test_a_whole_timeline_is_told_to_be_whole(run: Run) -> None:
    checked = run("check")
    assert checked.exit_code == 0
    assert checked.stdout == "whole: 1 article, 1 event, 1 correction\n"
    assert checked.stderr == ""


def test_one_edited_by_hand_is_read_and_told_and_changed_only_when_it_is_accepted(run: Run, path: Path) -> None:
    path.write_text(path.read_text().replace("ask her", "ask him"))
    edited = path.read_bytes()
    listed = run("list")
    assert listed.exit_code == 0
    assert "Ann Lee left" in listed.stdout
    assert "was edited outside dateline" in listed.stderr
    for refused in (run("undo"), run("check")):
        assert refused.exit_code == 1
        assert f"dateline check --accept -t {path}" in refused.stderr
    assert path.read_bytes() == edited
    accepted = run("check", "--accept")
    assert (accepted.exit_code, accepted.stdout) == (0, "accepted: 1 article, 1 event, 1 correction\n")
    assert run("check").exit_code == 0
    assert run("undo").exit_code == 0


def test_of_a_whole_timeline_there_is_nothing_to_accept(run: Run, path: Path) -> None:
    before = path.read_bytes()
    assert run("check", "--accept").stdout == "whole: 1 article, 1 event, 1 correction\n"
    assert path.read_bytes() == before


def test_one_that_does_not_hold_together_is_not_accepted(run: Run, path: Path) -> None:
    path.write_text(path.read_text().replace('"source":"', '"source":"x'))
    edited = path.read_bytes()
    refused = run("check", "--accept")
    assert refused.exit_code == 1
    assert "there is no source" in refused.stderr
    assert path.read_bytes() == edited


def test_the_app_opens_one_that_was_edited_for_reading_and_says_why(path: Path) -> None:
    path.write_text(path.read_text().replace("ask her", "ask him"))
    session = Session(path)
    session.open()
    assert "was edited outside dateline" in session.read_only
    assert session.timeline.entries[0].note == "ask him"
    session.close()


def test_a_date_that_this_version_finds_otherwise_is_told(run: Run, path: Path) -> None:
    (first,) = STORY.assertions
    other = replace(STORY, assertions=(replace(first, when=reading("It rained on Friday.").assertions[0].when),))
    with Store.open(path) as store:
        store.add(replace(other, extractor="en-2"))
    checked = run("check")
    assert checked.exit_code == 0
    assert f"event {first.event} has the date" in checked.stderr


def test_a_damaged_timeline_is_repaired_as_the_refusal_says(run: Run, path: Path) -> None:
    path.write_text(path.read_text().replace('"number":1', '"number"'))
    refused = run("list")
    assert refused.exit_code == 1
    assert f"dateline repair -t {path}" in refused.stderr
    repaired = run("repair")
    assert repaired.exit_code == 0
    assert repaired.stdout == (
        "repaired: 1 article, 1 event, 0 corrections; what was there is now story.json.rescued-1.json\n"
    )
    assert "edits, row 1: it can't be read" in repaired.stderr
    assert "is added again" not in repaired.stderr, "no article brings a correction back"
    assert run("list").exit_code == 0
    assert run("repair").stdout == "there is nothing to repair\n"


@pytest.mark.parametrize("command", ["list", "check", "log"])
def test_a_timeline_of_which_only_the_journal_is_left_is_not_said_to_be_new(
    run: Run, tmp_path: Path, command: str
) -> None:
    (tmp_path / "story.json").rename(tmp_path / "elsewhere.json")
    (tmp_path / "story.json.journal").write_bytes(sealed(b'{"continues":3,"schema":3,"follows":""}'))
    refused = run(command)
    assert refused.exit_code == 1
    assert "older than the journal beside it" in refused.stderr


def test_where_no_earlier_state_is_kept_restore_says_so(tmp_path: Path) -> None:
    path = tmp_path / "new.json"
    Store.open(path).close()
    ran = CliRunner().invoke(app, ["restore", "--timeline", str(path)])
    assert (ran.exit_code, ran.stdout.startswith("no earlier state of")) == (0, True)


def test_a_backup_is_made_and_restored(run: Run, tmp_path: Path) -> None:
    assert run("backup", str(tmp_path / "copy.json")).exit_code == 0
    assert run("undo").exit_code == 0
    days = run("restore").stdout
    assert days.endswith("  1 article, 1 correction\n")
    restored = run("restore", str(tmp_path / "copy.json"))
    assert restored.stdout.endswith("; what was there is now story.json.rescued-1.json\n")
    assert run("undo").exit_code == 0
    assert run("restore", days.partition(" ")[0]).exit_code == 0
    assert run("backup", str(tmp_path / "copy.json")).exit_code == 1
    assert run("restore", "2001-01-01").exit_code == 1
    assert run("restore", str(tmp_path / "story.json")).stderr == "dateline: that is the timeline itself\n"


def test_of_many_rows_that_are_gone_alike_repair_tells_in_one_line(run: Run, path: Path) -> None:
    with Store.open(path) as store:
        store.add(reading("Orr spoke.", "It rained.", "Nobody came."))
        store.edit(EditKind.NOTE, STORY.events[0].id, "kept")
    damaged = path.read_text()
    path.write_text(damaged.replace('"trigger":[', '"trigger":[['))
    for state in kept_states(path):
        state.unlink()
    repaired = run("repair")
    lines = [line for line in repaired.stderr.splitlines() if line.startswith("assertions")]
    assert any("3 rows of " in line for line in lines)
    assert "is added again" in repaired.stderr
    assert not any(line.count("assertions") > 1 for line in lines)
