"""Reading what the program keeps for a person, or they write by hand: of a file, not without end, and without trust."""

import errno
import json
import os
import stat
from pathlib import Path
from typing import Any

MOST = 1_000_000
"""Bytes that settings, themes, views or a place may have."""


def read_own(path: Path, most: int = MOST) -> bytes:
    """All of a file. A pipe or a device, which could make the app wait for ever, is refused, and what is too large.

    Raises:
        OSError: it can't be read.
    """
    with os.fdopen(os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_NOCTTY), "rb") as file:
        about = os.fstat(file.fileno())
        if not stat.S_ISREG(about.st_mode):
            raise OSError(errno.EINVAL, "it is no file")
        if about.st_size > most:
            raise OSError(errno.EFBIG, f"it has more than {most:,} bytes")
        return file.read(most)


def read_toml(path: Path) -> dict[str, Any]:
    """What a TOML file says.

    Raises:
        OSError: it can't be read.
        ValueError: it is no TOML; UnicodeDecodeError where it is no text.
    """
    text = read_own(path).decode()
    import tomllib  # noqa: PLC0415 - few have files of their own

    try:
        return tomllib.loads(text)
    except RecursionError:
        raise ValueError("it is nested too deeply") from None


def in_toml(value: object) -> str:
    """A text, or a list of texts, as TOML has it: as JSON, which only lets a DEL stand that TOML doesn't."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
