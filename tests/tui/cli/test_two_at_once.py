"""A command waits a little for another one that writes to the timeline, and says for whom."""

import os
from collections.abc import Callable
from pathlib import Path
from threading import Timer

import pytest
from typer.testing import Result

from tests.timeline.builders import MONDAY, by_metadata, reading
from timeline.store import Store
from tui.cli import waiting

STORY = reading("Ann Lee left on Saturday.", published=by_metadata(MONDAY), name="rain")
EVENT = STORY.events[0].id
Run = Callable[..., Result]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "story.json"
    with Store.open(path) as store:
        store.add(STORY)
    return path


def test_a_second_writer_waits_for_the_first_and_says_for_whom(run: Run, path: Path) -> None:
    first = Store.open(path)
    timer = Timer(0.5, first.close)
    timer.start()
    second = run("note", EVENT, "hers")
    timer.join()
    assert second.exit_code == 0
    assert f"waiting up to 5 seconds for another dateline that writes to {path} (process {os.getpid()}" in second.stderr
    assert "Ilse noted on" in run("log").stdout


def test_who_writes_all_that_time_is_named(run: Run, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(waiting, "PATIENCE", 0.2)
    with Store.open(path):
        second = run("note", EVENT, "hers")
    assert second.exit_code == 1
    assert "is being written to by another dateline; close that one first" in second.stderr
    assert f"(process {os.getpid()}" in second.stderr


def test_what_only_reads_waits_for_nobody(run: Run, path: Path) -> None:
    with Store.open(path):
        told = run("list")
    assert (told.exit_code, "waiting" in told.stderr) == (0, False)
