"""How fast the app starts and answers, and what it takes: measured from outside, through a real terminal.

`python -m benchmarks.app [EVENTS ...]`. The start is given as a ratio to that of a bare Textual app (a text and a
footer) in the same run, so that machines can be compared.
"""

import datetime as dt
import fcntl
import os
import pty
import select
import statistics
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir
from typing import Any, NamedTuple

import psutil

from tests.timeline.builders import by_metadata, person, reading
from timeline.store.rows import rows_of
from timeline.store.storage import JournaledStorage

WIDTH, HEIGHT = 120, 40
ROWS = HEIGHT - 4
"""Lines of the list: all but header, filter, status and footer."""
BARE = """
from textual.app import App
from textual.widgets import Footer, Static

class Bare(App):
    BINDINGS = [("q", "quit", "Quit")]

    def compose(self):
        yield Static("Ready")
        yield Footer()

Bare().run()
"""
DATELINE = "from tui.cli import main; main()"
BENCH = Path(gettempdir(), "dateline-bench")
COMPILED = {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(BENCH), "DATELINE_STATE": str(BENCH / "state")}
"""All modules compiled before they are measured, as they are when installed; no place of a person's is opened."""
PATIENCE = 30
"""Seconds without output after which the app counts as stuck."""
IDLE = 2
"""Seconds in which nothing is computed, after which all is done."""
QUIET = 0.1
"""Seconds without output after which a repaint is over."""


class Repaint(NamedTuple):
    """What a key brings: milliseconds until the first bytes (the list) and the last (the page), and how many bytes."""

    first: float
    last: float
    size: int


class Terminal:
    """A program in a terminal of its own."""

    def __init__(self, program: str, *arguments: str) -> None:
        self._leader, follower = pty.openpty()
        fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", HEIGHT, WIDTH, 0, 0))
        environment = os.environ | {"TERM": "xterm-256color", "COLORTERM": "truecolor"} | COMPILED
        command = [sys.executable, "-c", program, *arguments]
        self.began = time.perf_counter()
        self.process = subprocess.Popen(
            command, stdin=follower, stdout=follower, stderr=follower, env=environment, start_new_session=True
        )
        os.close(follower)

    def seconds_until(self, shown: str) -> float:
        """Seconds from the start to the output of `shown`."""
        output = b""
        while shown.encode() not in output:
            output = output[-100:] + self._read()
        return time.perf_counter() - self.began

    def press(self, key: str, shows: str = "") -> Repaint:
        """Type, and wait until `shows` is shown and nothing more is painted."""
        began = time.perf_counter()
        os.write(self._leader, key.encode())
        output, first, last = b"", 0.0, 0.0
        while shows.encode() not in output or select.select([self._leader], [], [], QUIET)[0]:
            output += self._read()
            last = (time.perf_counter() - began) * 1000
            first = first or last
        return Repaint(first, last, len(output))

    def _read(self) -> bytes:
        if not select.select([self._leader], [], [], PATIENCE)[0]:
            raise TimeoutError("nothing more is painted")
        return os.read(self._leader, 65536)

    @property
    def megabytes(self) -> int:
        """Resident memory."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(status.partition("VmRSS:")[2].split()[0]) // 1024

    @property
    def computed(self) -> float:
        """Seconds of processor time that it took so far."""
        times = psutil.Process(self.process.pid).cpu_times()
        return times.user + times.system

    def settle(self) -> float:
        """Wait until nothing more is done; seconds of processor time that went by till then."""
        before = last = self.computed
        while True:
            time.sleep(IDLE)
            if (now := self.computed) - last < IDLE / 50:
                return now - before
            last = now

    def quit(self) -> None:
        """Quit it by its key, and wait until it has ended."""
        os.write(self._leader, b"q")
        with suppress(OSError):  # that is how its terminal says that it is gone
            while self.process.poll() is None:
                self._read()
        self.process.wait()

    def close(self) -> None:
        self.process.kill()
        self.process.wait()
        os.close(self._leader)


@contextmanager
def running(program: str, *arguments: str) -> Iterator[Terminal]:
    terminal = Terminal(program, *arguments)
    try:
        yield terminal
    finally:
        terminal.close()


def write_timeline(path: Path, events: int) -> None:
    """Ten events an article, by one of five hundred people each; a “z” in one of ten, a “k” in every other outlet."""
    tables: dict[str, dict[str, Any]] = {}
    towns = "Alder Birch Cedar Damson Elder Fir Gorse Hazel Ivy Juniper".split()
    for number in range(events // 10):
        people = [person(f"Rosa Quill{(number * 10 + i) % 500:03}") for i in range(10)]
        day = dt.date(1990, 1, 1) + dt.timedelta(days=number)
        said = (
            f"{one.name} opened the harbour bridge at {town} on Friday, report {number} of the council says."
            for one, town in zip(people, towns, strict=True)
        )
        article = reading(
            *said, published=by_metadata(day), publisher="Kew News" if number % 2 else "Courier", actors=people
        )
        for table, rows in rows_of(article).items():
            tables.setdefault(table, {}).update(rows)
    JournaledStorage(path).write(tables)


def start(shown: str, program: str, *arguments: str) -> float:
    """Seconds from the start until `shown` is."""
    with running(program, *arguments) as terminal:
        return terminal.seconds_until(shown)


def leave(shown: str, *arguments: str) -> None:
    """Have the app begin, and quit it as a person does, so that it keeps what it keeps from one session to the next."""
    with running(DATELINE, *arguments) as app:
        app.seconds_until(shown)
        app.quit()


def figures(path: Path, events: int, times: int) -> Iterator[tuple[str, str]]:
    """What is measured, and how it is in the app with so many events."""
    listed = f"{events:,} of {events:,}"
    for program in (BARE, DATELINE):  # compiles
        start("Quit", program, str(path))
    bare, first, page, complete = [], [], [], []
    unknown = [start("opened the harbour", DATELINE, str(path)) for _ in range(times)]
    leave(listed, str(path))
    for _ in range(times):
        bare.append(start("Quit", BARE))
        first.append(start(" Timeline ", DATELINE, str(path)))
        page.append(start("opened the harbour", DATELINE, str(path)))
        complete.append(start(listed, DATELINE, str(path)))
    base = statistics.median(bare)
    yield "bare Textual app", f"{base * 1000:.0f} ms"
    yield "first paint", f"{statistics.median(first) / base:.1f} × bare"
    yield "first lines", f"{statistics.median(page) / base:.1f} × bare"
    yield "first lines, never left", f"{statistics.median(unknown) / base:.1f} × bare"
    yield "complete", f"{statistics.median(complete) / base:.1f} × bare"
    with running(DATELINE, str(path)) as app:
        app.seconds_until(listed)
        yield "computed after that", f"{app.settle():.1f} s"
        yield "idle memory", f"{app.megabytes} MB"
        in_view = [app.press("j", "\x1b") for _ in range(ROWS - 1)][5:]
        scrolling = [app.press("j", "\x1b") for _ in range(ROWS)]
        yield "key to repaint", _spread([key.first for key in in_view + scrolling])
        yield "key to whole page", _spread([key.last for key in in_view + scrolling])
        yield "bytes a key, in view", f"{statistics.median(key.size for key in in_view):,.0f}"
        yield "bytes a key, scrolling", f"{statistics.median(key.size for key in scrolling):,.0f}"
        app.press("/", "\x1b")
        for name, letter, matches in (("first word", "z", 10), ("a word", "z", 10), ("a name", "k", 2)):
            answer = app.press(letter, f"{events // matches:,} of {events:,}")
            yield f"filter, {name}", f"{answer.last:.0f} ms"
            app.press("\x7f", listed)
        yield "memory after filtering", f"{app.megabytes} MB"


def _spread(times: Sequence[float]) -> str:
    return f"median {statistics.median(times):.1f}, 95th percentile {sorted(times)[int(len(times) * 0.95)]:.1f} ms"


def main() -> None:
    for events in [int(argument) for argument in sys.argv[1:]] or [10_000, 100_000]:
        print(f"{events:,} events, {WIDTH}×{HEIGHT}")
        with TemporaryDirectory() as folder:
            path = Path(folder, "synthetic.json")
            write_timeline(path, events)
            print(f"  {'file':24} {path.stat().st_size / 1e6:.0f} MB")
            for name, figure in figures(path, events, times=3):
                print(f"  {name:24} {figure}", flush=True)


if __name__ == "__main__":
    main()
