"""An article that is too much is refused alone, by every command that reads, and leaves no process behind."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic, sleep

import psutil
import pytest
from typer.testing import CliRunner, Result

from tui.cli import app

TEXT = "A ferry sank off Corran on Saturday and twelve people were killed."
SOON = 30
"""Seconds in which a process ends that was told to."""
TOO_LONG = "takes more than 1 s to read (split it into smaller articles, or give each more with --limit 2s)"

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATELINE_TIMELINE", str(tmp_path / "own" / "timeline.json"))
    return lambda *words, stdin="": CliRunner().invoke(app, list(words), input=stdin)


def rows(*texts: str) -> str:
    return "".join(json.dumps({"id": f"r{at}", "text": text}) + "\n" for at, text in enumerate(texts))


@pytest.mark.usefixtures("troubled")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_rows_after_one_that_takes_too_much_are_read(run: Run, tmp_path: Path, jobs: str) -> None:
    (tmp_path / "news.jsonl").write_text(rows(TEXT, "BURN", TEXT, "CRASH", TEXT))
    told = run("extract", "news.jsonl", "--limit", "1s", "--jobs", jobs)
    assert told.exit_code == 1
    assert [json.loads(line)["id"] for line in told.stdout.splitlines()] == ["r0", "r2", "r4"]
    assert told.stderr.splitlines() == [
        f"not read: news.jsonl, line 2: {TOO_LONG}",
        "not read: news.jsonl, line 4: ended the process that read it: SIGSEGV (please report it)",
    ]


@pytest.mark.usefixtures("troubled")
def test_files_after_one_that_takes_too_much_are_added(run: Run, tmp_path: Path) -> None:
    for name, text in (("a", TEXT), ("b", "HOARD"), ("c", f"{TEXT} The company closed.")):
        (tmp_path / f"{name}.txt").write_text(text)
    told = run("add", ".", "--limit", "60s,300MB")
    assert told.exit_code == 1
    assert told.stdout.startswith("2 articles read (2 new)")
    assert "not read: b.txt: needs more than 300 MB of memory (split it" in told.stderr
    assert "1 input not read" in told.stderr


@pytest.mark.usefixtures("troubled")
def test_standard_input_is_held_to_the_limit(run: Run) -> None:
    told = run("explain", "-", "--limit", "1s", stdin="BURN")
    assert told.exit_code == 1
    assert told.stderr == f"not read: -: {TOO_LONG}\n"


@pytest.mark.parametrize("command", ["add", "explain", "extract"])
def test_a_limit_that_is_none_is_wrong_use(run: Run, tmp_path: Path, command: str) -> None:
    told = run(command, "a.txt", "--limit", "60 parsecs")
    assert told.exit_code == 2
    assert told.stderr == "dateline: --limit: “60parsecs” is no limit; one looks like 60s, 5min, 2GB, or 5min,2GB\n"
    assert not (tmp_path / "own").exists()


def test_a_text_that_takes_longer_than_it_may_is_refused_whatever_it_is(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(" ".join(f"{number}. {TEXT}" for number in range(20_000)))
    (tmp_path / "b.txt").write_text(TEXT)
    told = run("extract", "a.txt", "b.txt", "--limit", "1s")
    assert told.stderr == f"not read: a.txt: {TOO_LONG}\n"
    assert [json.loads(line)["id"] for line in told.stdout.splitlines()] == ["b"]


@pytest.fixture
def busy(tmp_path: Path) -> "Iterator[tuple[subprocess.Popen[bytes], list[psutil.Process]]]":
    """A command that reads in two processes, and these."""
    (tmp_path / "rows.jsonl").write_text(rows(*(f"{number}. {TEXT}" for number in range(50_000))))
    command = [sys.executable, "-c", "from tui.cli import main; main()", "extract", "rows.jsonl", "--jobs", "2"]
    with subprocess.Popen(
        command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    ) as process:
        assert process.stdout
        process.stdout.readline()
        children: list[psutil.Process] = []
        while len(children) < 2:  # a second one may be started later than the first has read something
            children = psutil.Process(process.pid).children(recursive=True)
        yield process, children
        process.kill()


Busy = tuple["subprocess.Popen[bytes]", list[psutil.Process]]


def are_gone(children: list[psutil.Process]) -> bool:
    """Whether none of them runs any more, or soon does not."""
    until = monotonic() + SOON
    while monotonic() < until:
        if not any(child.is_running() and child.status() != psutil.STATUS_ZOMBIE for child in children):
            return True
        sleep(0.02)
    return False


@pytest.mark.skipif(not hasattr(os, "killpg"), reason="no groups of processes here")
def test_an_interrupt_from_the_keyboard_ends_all_processes_without_a_word(busy: Busy) -> None:
    process, children = busy
    assert len(children) == 2
    os.killpg(process.pid, signal.SIGINT)
    assert process.stdout
    assert process.stderr
    process.stdout.read()
    assert process.stderr.read() == b""
    assert process.wait() == 130
    assert not any(child.is_running() for child in children)


@pytest.mark.parametrize("name", ["SIGTERM", "SIGKILL"])
def test_processes_that_read_end_with_the_command_however_it_ends(busy: Busy, name: str) -> None:
    process, children = busy
    process.send_signal(signal.Signals[name])
    process.communicate()
    assert are_gone(children)
