"""Corrections from the command line, and the log of all of them."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from tests.timeline.builders import MONDAY, by_metadata, reading
from timeline.edits import EditKind
from timeline.store import Store
from tui.session import Session

STORY = reading("Ann Lee left on Saturday.", "It rained on Friday.", published=by_metadata(MONDAY), name="rain")
FIRST, SECOND = (event.id for event in STORY.events)
Run = Callable[..., Result]


def told(run: Run) -> list[str]:
    return [line.partition("  ")[2] for line in run("log").stdout.splitlines()]


def test_each_correction_is_a_sentence_with_who_made_it_and_what_was_there_before(run: Run) -> None:
    for words in (
        [FIRST, "--date", "sunday"],
        [FIRST, "--date", "2019-01"],
        [FIRST, "--date", ""],
        [FIRST[:8], "--note", "ask her", "--star"],
        [FIRST, "--note", "asked her", "--no-star", "--hide"],
        [FIRST, "--note", "", "--no-hide"],
        ["rain", "--date", "29 jan 2019"],
        ["rain", "--date", ""],
    ):
        assert run("edit", *words).exit_code == 0
    run("undo")
    title = "“Ann Lee left on Saturday”"
    assert told(run) == [
        f"Ilse dated {title} Sun 27 Jan 2019, before: Sat 26 Jan 2019",
        f"Ilse dated {title} Jan 2019, before: Sun 27 Jan 2019",
        f"Ilse gave {title} back the date that was read, before: Jan 2019",
        f"Ilse noted on {title}: ask her",
        f"Ilse starred {title}",
        f"Ilse noted on {title}: asked her, before: ask her",
        f"Ilse took the star from {title}",
        f"Ilse hid {title}",
        f"Ilse took the note from {title}, before: asked her",
        f"Ilse showed {title} again",
        "Ilse dated the article “rain” Tue 29 Jan 2019, before: Mon 28 Jan 2019",
        "Ilse took the date from the article “rain”, before: Tue 29 Jan 2019 (taken back)",
    ]


def test_what_was_removed_is_still_called_by_its_name(run: Run) -> None:
    run("edit", SECOND, "--star")
    run("remove", "rain")
    assert told(run) == ["Ilse starred “It rained on Friday”", "Ilse removed the article “rain”"]


def test_the_log_for_programs_has_all_that_is_kept(run: Run) -> None:
    run("edit", FIRST, "--date", "2019-01")
    (line,) = run("log", "--json").stdout.splitlines()
    kept = json.loads(line)
    assert kept["at"]
    assert {key: kept[key] for key in ("number", "kind", "target", "value", "before", "author", "undone")} == {
        "number": 1,
        "kind": "date",
        "target": FIRST,
        "value": "2019-01",
        "before": "2019-01-26",
        "author": "Ilse",
        "undone": False,
    }


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ((FIRST,), "say what to correct"),
        ((FIRST, "--date", "30 feb 2019"), "--date: "),
        (("rain", "--note", "x"), "an article has neither note nor star"),
        (("nothing", "--star"), "there is no event or article “nothing”"),
    ],
)
def test_what_cannot_be_corrected_is_told_and_changes_nothing(run: Run, words: tuple[str, ...], says: str) -> None:
    refused = run("edit", *words)
    assert refused.exit_code in (1, 2)
    assert says in refused.stderr
    assert told(run) == []


def test_the_author_is_the_login_where_none_was_chosen(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DATELINE_AUTHOR", raising=False)
    monkeypatch.setattr("getpass.getuser", lambda: "alee")
    session = Session(path)
    session.open()
    session.edit(EditKind.STAR, FIRST, "yes")
    session.close()
    with Store.open(path, read_only=True) as store:
        assert [edit.author for edit in store.history()] == ["alee"]


@pytest.mark.parametrize("is_login", [True, False])
def test_a_person_called_as_the_program_is_not_taken_for_it(
    run: Run, path: Path, monkeypatch: pytest.MonkeyPatch, *, is_login: bool
) -> None:
    if is_login:
        monkeypatch.delenv("DATELINE_AUTHOR", raising=False)
        monkeypatch.setattr("getpass.getuser", lambda: "dateline")
    else:
        monkeypatch.setenv("DATELINE_AUTHOR", " dateline ")
    run("note", FIRST, "mine")
    with Store.open(path, read_only=True) as store:
        assert [edit.author for edit in store.history()] == ["dateline (person)"]


def test_what_one_key_of_the_app_did_is_taken_back_and_made_again_by_one_command(run: Run, path: Path) -> None:
    with Store.open(path) as store:
        store.edit_together([(EditKind.STAR, event, "yes", "") for event in (FIRST, SECOND)])
    assert run("undo").stdout.count("taken back: ") == 2
    assert run("undo").exit_code == 1
    assert run("redo").stdout.count("made again: ") == 2
    with Store.open(path) as store:
        assert all(entry.starred for entry in store.timeline.entries)
