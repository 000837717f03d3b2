"""Bytes from files, folders and standard input, never more than fit the limit."""

import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from extractors.reading.errors import Unreadable
from extractors.reading.signatures import refuse_signature

MOST_BYTES = 10_000_000
"""No article is larger: a book has a million characters."""

STDIN = "-"
"""The origin that stands for standard input."""

SUFFIXES = (".txt", ".md", ".markdown", ".html", ".htm", ".xhtml", ".jsonl")
"""What is taken from a folder; a file named by itself is read whatever its suffix."""


def is_address(origin: str) -> bool:
    """Whether an origin is to be fetched, not opened."""
    return origin.lower().startswith(("http://", "https://"))


def without_links(origin: str) -> str:
    """The path of the file itself, where that which was given leads over links; else as it was given."""
    real = os.path.realpath(origin)
    if origin == STDIN or real == os.path.normpath(Path(origin).absolute()) or not Path(real).is_file():
        return origin
    return real if Path(origin).is_absolute() else os.path.relpath(real)


@contextmanager
def opened(origin: str) -> Iterator[BinaryIO]:
    """A file, closed again in the end, or standard input.

    Raises:
        Unreadable: It is missing, closed to us, or not a regular file.
    """
    if origin == STDIN:
        yield sys.stdin.buffer
        return
    with _open(origin) as file:
        yield file


def _open(origin: str) -> BinaryIO:
    try:
        # Without blocking: opening a pipe that nobody writes to would wait for ever.
        number = os.open(origin, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except FileNotFoundError:
        raise Unreadable(*_missing(origin)) from None
    except PermissionError:
        raise Unreadable("cannot be opened: permission denied", "check who may read it") from None
    except (OSError, ValueError) as error:
        raise Unreadable(f"cannot be opened: {_said(error)}") from None
    mode = os.fstat(number).st_mode
    if stat.S_ISFIFO(mode) and _by_shell(origin):
        os.set_blocking(number, True)
    elif not stat.S_ISREG(mode):
        os.close(number)
        raise Unreadable(*_irregular(mode))
    return os.fdopen(number, "rb")


def _by_shell(origin: str) -> bool:
    """Whether a shell made it of `<(pdftotext a.pdf -)`; unlike a named pipe it has a writer."""
    folder = Path(origin).parent.resolve()
    return folder == Path("/dev/fd") or folder.is_relative_to("/proc")


def read_bytes(origin: str) -> bytes:
    """All of a file or of standard input.

    Raises:
        Unreadable: See `opened`; or it is larger than `MOST_BYTES`.
    """
    with opened(origin) as file:
        data = file.read(MOST_BYTES + 1)
    if data is None:  # some files of the system would wait for news
        raise Unreadable("has nothing to read in it now")
    refuse_large(data)
    return data


def refuse_large(data: bytes | bytearray) -> None:
    """Pass over what is within the limit.

    Raises:
        Unreadable: It is not; what is no text at all is told to be that.
    """
    if len(data) > MOST_BYTES:
        refuse_signature(data)
        raise Unreadable(*too_large())


def too_large() -> tuple[str, str]:
    """Reason and advice for what is over the limit."""
    return f"is larger than the limit of {MOST_BYTES // 1_000_000} MB", "split it into articles, or make it JSON lines"


def _missing(origin: str) -> tuple[str, str]:
    if Path(origin).is_symlink():
        return "is a link to a file that is not there", ""
    return "is not there", "check the path"


def _irregular(mode: int) -> tuple[str, str]:
    if stat.S_ISDIR(mode):
        return "is a folder with nothing to read in it", f"files read are {' '.join(SUFFIXES)}"
    return "is not a regular file but a device, pipe or socket", "pipe it in and give - instead"


def _said(error: Exception) -> str:
    return getattr(error, "strerror", None) or str(error)
