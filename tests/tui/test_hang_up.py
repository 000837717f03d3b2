"""The app when its terminal goes, or it is to end: it does at once, and leaves one plain file, free for others."""

import os
import pty
import resource
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import psutil
import pytest

from tests.tui.conftest import MakeApp
from tests.tui.demo import HARBOUR
from timeline.store import Store

PROGRAM = """
import signal, sys, time
from pathlib import Path
if "deaf" in sys.argv[2:]:
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
from tui.app import DatelineApp
from tui.widgets.status_line import Report
def begin(app):
    app.tell(Report("computing"))
    app.set_timer(0.1, compute)
def compute():
    Path(sys.argv[1]).with_suffix(".computing").touch()
    until = time.monotonic() + float(sys.argv[-1])
    while time.monotonic() < until:
        pass
DatelineApp.action_theme = begin
app = DatelineApp(Path(sys.argv[1]))
app.run()
sys.exit(app.return_code)
"""


LONGEST_SILENCE = 60
"""Seconds."""
FIRST_LINE = b"treasurer"
"""What is on the screen once a key can star it; the footer is there before."""


@pytest.fixture
def timeline(make_app: MakeApp, tmp_path: Path) -> Path:
    make_app(HARBOUR).session.close()
    return tmp_path / "harbour.json"


@contextmanager
def opened(timeline: Path, *words: str, stdin: int | None = None) -> "Iterator[tuple[subprocess.Popen[bytes], int]]":
    """The app in a terminal of its own, and the other side of that."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(timeline), *words],
        stdin=theirs if stdin is None else stdin,
        stdout=theirs,
        stderr=theirs,
        env={**os.environ, "TERM": "xterm-256color", "COLUMNS": "80", "LINES": "24"},
        preexec_fn=lambda: os.login_tty(theirs) if stdin is None else None,  # noqa: PLW1509 - no threads here
    ) as process:
        os.close(theirs)
        try:
            yield process, ours
        finally:
            process.kill()


def read_until(terminal: int, *texts: bytes) -> bytes:
    """What the app writes, until it has written all that; fails after a minute of silence."""
    written = b""
    while not all(text in written for text in texts):
        assert select.select([terminal], [], [], LONGEST_SILENCE)[0], f"wrote {written[-200:]!r} and no more"
        written += os.read(terminal, 65536)
    return written


def ended(process: "subprocess.Popen[bytes]", timeline: Path) -> tuple[int, list[str], bool]:
    """Its status, the journals that it leaves, and whether the first event is starred."""
    status = process.wait(timeout=LONGEST_SILENCE)
    journals = [path.name for path in timeline.parent.iterdir() if path.suffix == ".journal"]
    with Store.open(timeline) as store:
        return status, journals, store.timeline.entries[0].starred


def is_starred_and_shown(timeline: Path) -> bool:
    """Whether the first event has its star, and nothing that was typed later was done to it."""
    with Store.open(timeline) as store:
        first = store.timeline.entries[0]
        return first.starred and not first.hidden


def test_a_terminal_that_hangs_up_unheard_ends_the_app(timeline: Path) -> None:
    with opened(timeline, "deaf") as (process, terminal):
        read_until(terminal, b"Quit", FIRST_LINE)
        os.write(terminal, b"s")
        read_until(terminal, "★".encode())
        os.close(terminal)
        assert ended(process, timeline) == (129, [], True)


def test_a_terminal_that_hangs_up_while_the_app_writes_ends_it(timeline: Path) -> None:
    with opened(timeline, "deaf") as (process, terminal):
        read_until(terminal, b"Quit", FIRST_LINE)
        os.write(terminal, b"s")
        read_until(terminal, "★".encode())
        os.write(terminal, b"j1k23" * 200)
        os.close(terminal)
        assert ended(process, timeline) == (129, [], True)


def test_an_input_that_is_at_its_end_ends_the_app(timeline: Path) -> None:
    nothing = os.open(os.devnull, os.O_RDONLY)
    with opened(timeline, stdin=nothing) as (process, terminal):
        os.close(nothing)
        with suppress(OSError):  # it has ended
            read_until(terminal, b"what it never writes")
        assert ended(process, timeline) == (129, [], False)
        os.close(terminal)


@pytest.mark.parametrize(("name", "status"), [("SIGHUP", 129), ("SIGTERM", 143), ("SIGINT", 130)])
def test_a_signal_to_end_ends_the_app_saved_and_leaves_the_terminal_as_it_was(
    timeline: Path, name: str, status: int
) -> None:
    with opened(timeline) as (process, terminal):
        read_until(terminal, b"Quit", FIRST_LINE)
        os.write(terminal, b"s")
        read_until(terminal, "★".encode())
        process.send_signal(signal.Signals[name])
        read_until(terminal, b"\x1b[?1049l")  # back from the other screen
        assert ended(process, timeline) == (status, [], True)
        os.close(terminal)


SOON = 2
"""Seconds of computing in which a process ends that has one on the clock, however busy the machine is."""
LONG, SHORT = "60", "1.2"
"""Seconds for which the app computes: longer than it may when it is to end, and not so long."""


def computed(process: "subprocess.Popen[bytes]") -> float:
    """Seconds that a process has computed so far."""
    times = psutil.Process(process.pid).cpu_times()
    return times.user + times.system


def ended_at(process: "subprocess.Popen[bytes]") -> float:
    """Seconds that it has computed once it has ended."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    process.wait(timeout=LONGEST_SILENCE)
    now = resource.getrusage(resource.RUSAGE_CHILDREN)
    return now.ru_utime + now.ru_stime - before.ru_utime - before.ru_stime


def begin_to_compute(terminal: int, timeline: Path) -> None:
    """Put a star on an event, and have something computed; then type more."""
    read_until(terminal, b"Quit", FIRST_LINE)
    os.write(terminal, b"s")
    read_until(terminal, "★".encode())
    os.write(terminal, b"T")
    read_until(terminal, b"computing")
    while not timeline.with_suffix(".computing").exists():
        time.sleep(0.01)
    os.write(terminal, b"sHcnote\r" + b"jk" * 300 + b"gsH")
    time.sleep(0.2)


@pytest.mark.parametrize("seconds", [LONG, SHORT])
@pytest.mark.parametrize(("name", "status"), [("SIGHUP", 129), ("SIGTERM", 143)])
def test_a_signal_to_end_waits_for_nothing_that_is_computed(
    timeline: Path, name: str, status: int, seconds: str
) -> None:
    with opened(timeline, seconds) as (process, terminal):
        begin_to_compute(terminal, timeline)
        before = computed(process)
        process.send_signal(signal.Signals[name])
        read_until(terminal, b"\x1b[?1049l")
        assert ended_at(process) - before < SOON
        assert process.returncode == status
        os.close(terminal)
    assert is_starred_and_shown(timeline)


@pytest.mark.parametrize("seconds", [LONG, SHORT])
def test_what_was_typed_before_the_terminal_went_is_not_obeyed_any_more(timeline: Path, seconds: str) -> None:
    with opened(timeline, "deaf", seconds) as (process, terminal):
        begin_to_compute(terminal, timeline)
        before = computed(process)
        os.close(terminal)
        assert ended_at(process) - before < SOON
        assert process.returncode == 129
    assert is_starred_and_shown(timeline)
