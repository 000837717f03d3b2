"""A command waits for another one that writes to the timeline, a little for the app, and says for whom."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Timer

import pytest
from typer.testing import Result

from tests.timeline.builders import MONDAY, by_metadata, reading
from timeline.store import Store
from timeline.store.files import lock_of
from tui.cli import app, waiting

STORY = reading("Ann Lee left on Saturday.", published=by_metadata(MONDAY), name="rain")
EVENT = STORY.events[0].id
Run = Callable[..., Result]


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


@pytest.fixture
def other(path: Path) -> Iterator["subprocess.Popen[bytes]"]:
    """A command that waits for what is written to it, and has the timeline meanwhile."""
    program = path.with_name("dateline")
    program.write_text(
        "import sys; from pathlib import Path; from timeline.store import Store\n"
        "with Store.open(Path(sys.argv[3])): sys.stdin.read()\n"
    )
    words = [sys.executable, str(program), "merge", "theirs.json", str(path)]
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as other:
        while not lock_of(path).exists():
            time.sleep(0.01)
        try:
            yield other
        finally:
            other.kill()


def test_a_command_is_waited_for_as_long_as_it_takes_and_that_is_told(
    run: Run, monkeypatch: pytest.MonkeyPatch, other: "subprocess.Popen[bytes]"
) -> None:
    monkeypatch.setattr(waiting, "PATIENCE", 0.2)
    monkeypatch.setattr(waiting, "AGAIN", 0.5)
    assert other.stdin
    timer = Timer(1.5, other.stdin.close)
    timer.start()
    second = run("note", EVENT, "hers")
    timer.join()
    assert second.exit_code == 0
    assert f"(process {other.pid}: dateline merge theirs.json); ctrl-c ends the wait" in second.stderr
    assert "still waiting, for " in second.stderr
    assert "Ilse noted on" in run("log").stdout


@pytest.mark.parametrize("words", [("note", EVENT, "hers"), ("restore", "copy.json")])
def test_a_command_that_was_stopped_is_not_waited_for(
    run: Run,
    path: Path,
    monkeypatch: pytest.MonkeyPatch,
    other: "subprocess.Popen[bytes]",
    words: tuple[str, ...],
) -> None:
    (path.parent / "copy.json").write_bytes(path.read_bytes())
    monkeypatch.chdir(path.parent)
    monkeypatch.setattr(waiting, "PATIENCE", 0.2)
    other.send_signal(signal.SIGSTOP)
    second = run(*words)
    assert second.exit_code == 1
    assert f"close that one first (process {other.pid}: dateline merge theirs.json, which is stopped)" in second.stderr


def test_each_command_is_one_that_writes_and_ends_or_only_reads_or_is_the_app() -> None:
    reading = {"backup", "conflicts", "explain", "export", "extract", "keys", "list", "log", "orphans", "show"}
    named = {
        *(one.name or getattr(one.callback, "__name__", "") for one in app.registered_commands),
        *(group.name for group in app.registered_groups),
    }
    assert named - reading - {"demo", "open", "serve"} == waiting.ENDING


@pytest.fixture
def adding(path: Path) -> Iterator["subprocess.Popen[str]"]:
    """An `add` that has looked at the timeline, and waits for the article that is written to it."""
    words = [sys.executable, "-m", "tui.cli", "add", "-", "-t", str(path)]
    pipe = subprocess.PIPE
    with subprocess.Popen(words, text=True, stdin=pipe, stdout=pipe, stderr=pipe) as adding:
        while not lock_of(path).exists():
            time.sleep(0.001)
        while lock_of(path).exists():
            time.sleep(0.001)
        try:
            yield adding
        finally:
            adding.kill()


def test_an_article_is_corrected_and_another_added_while_one_is_read(
    run: Run, path: Path, adding: "subprocess.Popen[str]"
) -> None:
    noted = run("note", EVENT, "hers")
    assert (noted.exit_code, noted.stderr) == (0, "")
    with Store.open(path) as store:
        store.add(reading("The mill burned down on Friday.", name="mill"))
    said, _ = adding.communicate("The ferry sank on Sunday. Nobody was hurt.\n")
    assert said.startswith("1 article read (1 new)")
    assert [file.name for file in path.parent.glob(f"{path.name}*") if file.is_file()] == [path.name]
    with Store.open(path, read_only=True) as store:
        assert len(store.timeline.articles) == 3
        assert store.timeline.entry(EVENT).note == "hers"


def test_what_was_read_waits_for_whoever_opened_the_timeline_meanwhile(
    path: Path, adding: "subprocess.Popen[str]"
) -> None:
    with Store.open(path):
        assert adding.stdin
        assert adding.stderr
        adding.stdin.write("The ferry sank on Sunday. Nobody was hurt.\n")
        adding.stdin.close()
        adding.stdin = None
        told = adding.stderr.readline()
        assert f"waiting for another dateline that writes to {path} (process {os.getpid()}" in told
        assert "ctrl-c ends the wait" in told
    said, _ = adding.communicate()
    assert said.startswith("1 article read (1 new)")
    with Store.open(path, read_only=True) as store:
        assert len(store.timeline.articles) == 2


def test_who_ends_the_wait_is_told_what_is_not_kept(path: Path, adding: "subprocess.Popen[str]") -> None:
    with Store.open(path):
        assert adding.stdin
        assert adding.stderr
        adding.stdin.write("The ferry sank on Sunday. Nobody was hurt.\n")
        adding.stdin.close()
        adding.stdin = None
        assert "waiting for" in adding.stderr.readline()
        adding.send_signal(signal.SIGINT)
        _, told = adding.communicate()
    assert "of what was read 1 article could not be kept; dateline add reads it again" in told
    assert "Traceback" not in told
