"""The installed command on a terminal of its own, and what it wrote there, byte for byte."""

import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from tests.fuzz.harmless import assert_plain
from tests.fuzz.sandbox import Sandbox

COMMAND = Path(sys.executable).with_name("dateline")
PATIENCE = 60
"""Seconds to wait for what must come."""
QUIET = 0.15
"""Seconds without output after which a key counts as answered."""

Step = tuple[bytes, Sequence[bytes]]
"""A pattern of what must be shown, and keys to press then, each when nothing more comes of the one before."""

MEANT = re.compile(
    r"\x1b\[[\d;:]*m"  # colours and styles
    r"|\x1b\[[\d;]*[HABCDGJK]"  # the cursor, erasing
    r"|\x1b\[\?\d+[hl]|\x1b\[\?\d+\$p"  # modes, and whether there are such
    r"|\x1b\[(?:>\d+|<)u"  # keys told in full
    r"|\x1b\]22;[a-z-]*\x07"  # the shape of the pointer
    r"|\r"  # of the line discipline, and of progress bars
)
"""What the program itself means: Textual and Rich write nothing else."""


class Ended(NamedTuple):
    """How the command ended, and all it wrote."""

    status: int
    written: str


def on_terminal(place: Sandbox, *words: str, steps: Sequence[Step] = ()) -> Ended:
    """Run the command there, the app through `steps` and out of it."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 30, 100, 0, 0))
    environment = {**place.environment, "TERM": "xterm-256color", "TEXTUAL_ANIMATIONS": "none"}
    with subprocess.Popen(
        [COMMAND, *words], env=environment, cwd=place.work, stdin=theirs, stdout=theirs, stderr=theirs
    ) as process:
        os.close(theirs)
        try:
            written = answered = b""
            for wanted, keys in steps:
                written += _until(ours, wanted, answered)
                for key in keys:
                    answered = _pressed(ours, key)
                    written += answered
            end = time.monotonic() + PATIENCE
            while steps and process.poll() is None and time.monotonic() < end:
                written += _pressed(ours, b"\x1b") + _pressed(ours, b"q")
            written += _until(ours, b"")
            return Ended(process.wait(PATIENCE), written.decode())
        finally:
            process.kill()
            os.close(ours)


def _pressed(terminal: int, key: bytes) -> bytes:
    """What is written in answer to a key."""
    with suppress(OSError):  # nobody is there any more
        os.write(terminal, key)
    return _until(terminal, None)


def _until(terminal: int, shown: bytes | None, before: bytes = b"") -> bytes:
    """What is written until `shown` matches it; with None until nothing comes any more, with nothing until the end.

    What was written just `before` may match too: what a key leads to can be there before nothing more comes of the key.
    """
    written, end = b"", time.monotonic() + PATIENCE
    while time.monotonic() < end and not (shown and re.search(shown, before + written)):
        if select.select([terminal], [], [], QUIET if shown is None else 1)[0]:
            try:
                piece = os.read(terminal, 65536)
            except OSError:  # Linux says so that the other side is closed
                return written
            if not piece:
                return written
            written += piece
        elif shown is None:
            return written
    assert time.monotonic() < end, written[-2_000:]
    return written


def assert_only_meant(written: str) -> None:
    """Without what the program itself means, nothing is left that commands the terminal."""
    assert "Traceback" not in written
    assert_plain(MEANT.sub("", written))
