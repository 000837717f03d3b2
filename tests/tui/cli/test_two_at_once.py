"""A command waits for another one that writes to the timeline, a little for the app, and says for whom."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from types import SimpleNamespace
from typing import IO

import pytest
from typer.testing import Result

from tests.timeline.builders import MONDAY, by_metadata, reading
from timeline.store import Store
from timeline.store.files import lock_of
from tui.cli import app, waiting

STORY = reading("Ann Lee left on Saturday.", published=by_metadata(MONDAY), name="rain")
EVENT = STORY.events[0].id
Run = Callable[..., Result]


def waits(monkeypatch: pytest.MonkeyPatch, then: Callable[[], object], times: int = 1) -> None:
    """Have something done once a command has waited so many times."""
    left = count(times, -1)

    def sleep(seconds: float) -> None:
        time.sleep(seconds)
        if next(left) == 1:
            then()

    monkeypatch.setattr(waiting, "time", SimpleNamespace(monotonic=time.monotonic, sleep=sleep))


def test_a_second_writer_waits_for_the_first_and_says_for_whom(
    run: Run, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = Store.open(path)
    waits(monkeypatch, first.close)
    second = run("note", EVENT, "hers")
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
    waits(monkeypatch, other.stdin.close, times=7)
    second = run("note", EVENT, "hers")
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


ADDING = """
from tui.cli import main
from tui.cli.by_turns import ByTurns

begin = ByTurns.__init__

def look(turns, given):
    begin(turns, given)
    print("looked", flush=True)

ByTurns.__init__ = look
main()
"""


@pytest.fixture
def adding(path: Path) -> Iterator["subprocess.Popen[str]"]:
    """An `add` that has looked at the timeline, and waits for the article that is written to it."""
    yield from begun("add", "-", "-t", str(path))


@pytest.fixture
def adding_rows(path: Path) -> Iterator["subprocess.Popen[str]"]:
    """The same of one that reads row by row."""
    yield from begun("add", "-", "--jsonl", "-t", str(path))


def begun(*words: str) -> Iterator["subprocess.Popen[str]"]:
    pipe = subprocess.PIPE
    command = [sys.executable, "-c", ADDING, *words]
    with subprocess.Popen(command, text=True, stdin=pipe, stdout=pipe, stderr=pipe) as adding:
        assert adding.stdout
        assert adding.stdout.readline() == "looked\n"
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


def waits_at_the_end(told: IO[str]) -> str:
    """What is told once nothing is left to be read; while something was it may have been told for whom it waits."""
    return next(line for line in told if line.endswith("; ctrl-c ends the wait\n"))


def test_of_what_is_read_without_an_end_it_is_told_at_once_that_it_waits_and_for_whom(
    path: Path, adding_rows: "subprocess.Popen[str]"
) -> None:
    """The end of the input is not there to be waited for, as behind `tail -f`."""
    adding = adding_rows
    assert adding.stdin
    assert adding.stderr
    with Store.open(path):
        for _ in range(2):
            adding.stdin.write('{"text": "The ferry sank on Sunday. Nobody was hurt.", "id": "ferry"}\n')
            adding.stdin.flush()
        told = adding.stderr.readline()
        assert f"not kept yet: waiting for another dateline that writes to {path} (process {os.getpid()}" in told
        adding.send_signal(signal.SIGINT)
        _, told = adding.communicate()
    assert "could not be kept; dateline add reads it again" in told
    assert adding.returncode == 130


def test_what_was_read_waits_for_whoever_opened_the_timeline_meanwhile(
    path: Path, adding: "subprocess.Popen[str]"
) -> None:
    with Store.open(path):
        assert adding.stdin
        assert adding.stderr
        adding.stdin.write("The ferry sank on Sunday. Nobody was hurt.\n")
        adding.stdin.close()
        adding.stdin = None
        told = waits_at_the_end(adding.stderr)
        assert f"waiting for another dateline that writes to {path} (process {os.getpid()}" in told
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
        assert "waiting for" in waits_at_the_end(adding.stderr)
        adding.send_signal(signal.SIGINT)
        _, told = adding.communicate()
    assert "of what was read 1 article could not be kept; dateline add reads it again" in told
    assert "Traceback" not in told
