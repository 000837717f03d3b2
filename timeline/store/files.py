"""The files of a timeline: the snapshot, and those beside it, by their names and by what is in them."""

import os
import re
from itertools import count
from pathlib import Path

import msgspec

from timeline.store.disk import MARK

TABLES = ("actors", "articles", "aside", "assertions", "earlier", "edits", "events", "inputs", "meta", "sources")

_BEGINNING = 4096
"""So many bytes tell whether a file is worth reading whole."""

_FIRST_LINES = re.compile(rf'\{{\n "({"|".join(TABLES)})": \{{\n'.encode())
"""Of a timeline as it is written here."""

_SHORTEST = 24
"""Bytes that its first lines take at most."""

_FIRST_LINE_OF_JOURNAL = re.compile(rb'[0-9a-f]{8} \{"(continues|schema)":')


def journal_of(path: Path) -> Path:
    """Where the journal of the timeline at `path` is, while it is open or was killed."""
    return path.with_name(f"{path.name}.journal")


def lock_of(path: Path) -> Path:
    """The file by which one writer at a time holds the timeline at `path`."""
    return path.with_name(f"{path.name}.lock")


def new_of(path: Path) -> Path:
    """Where the next snapshot of the timeline at `path` is written before it takes its place."""
    return path.with_name(f"{path.name}.new")


def kept_in(path: Path) -> Path:
    """The folder of earlier states of the timeline at `path`."""
    return path.with_name(f"{path.name}.kept")


TORN = ".torn"
"""Ending of a journal that is kept though the timeline has all of it that could be read."""


def rescued_of(path: Path, suffix: str) -> Path:
    """A free name beside the timeline at `path` for what is not in it and must not be lost."""
    names = (path.with_name(f"{path.name}.rescued-{number}{suffix}") for number in count(1))
    return next(name for name in names if not os.path.lexists(name))


_BESIDE = {
    ".journal": "the journal of a timeline",
    ".lock": "the lock of a timeline",
    ".new": "a timeline's next state",
}


def part_of_timeline(path: Path) -> str:
    """What a file is for a timeline, or will be once that is opened: `the journal of a timeline`; empty for others.

    It is known by its name beside a timeline, and by its content under any name, damaged or not.

    Raises:
        OSError: it can't be read, so that nobody knows.
    """
    if what := named_beside(path):
        return what
    if holds_timeline(path):
        return "a timeline"
    if _FIRST_LINE_OF_JOURNAL.match(_beginning(path)):
        return "the journal of a timeline"
    if not os.path.lexists(path) and lock_of(path).exists():
        return "a timeline that is being made"
    return ""


def named_beside(path: Path) -> str:
    """What a file of that name is for the timeline that it stands beside; empty where there is none.

    Raises:
        OSError: that can't be read.
    """
    for suffix, what in _BESIDE.items():
        if path.name.lower().endswith(suffix) and holds_timeline(path.with_name(path.name[: -len(suffix)])):
            return what
    return ""


def begins_as_timeline(content: bytes) -> bool:
    """Whether it begins as a timeline that was written here, or as one that was cut short does."""
    known = _FIRST_LINES.match(content)
    return known is not None or (len(content) < _SHORTEST and content.startswith(b"{"))


def holds_timeline(path: Path) -> bool:
    """Whether a file is a timeline of any version, damaged rows or not, and even if it is cut short.

    Raises:
        OSError: it can't be read.
    """
    beginning = _beginning(path)
    if _FIRST_LINES.match(beginning):
        return True
    if not beginning.lstrip().startswith(b"{"):
        return False
    try:
        tables = msgspec.json.decode(path.read_bytes().removeprefix(MARK), type=dict[str, msgspec.Raw])
        return "timeline" in msgspec.json.decode(tables.get("meta", b"{}"), type=dict[str, msgspec.Raw])
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError, MemoryError):
        return False


def _beginning(path: Path) -> bytes:
    """The first bytes of a regular file; none of what is none."""
    if not path.is_file():
        return b""
    with path.open("rb") as file:
        return file.read(_BEGINNING).removeprefix(MARK)
