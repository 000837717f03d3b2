"""Annotated articles as files of a folder: each has its own, named by the article."""

import re
from pathlib import Path

from tui.writing import InTheWayError, write_whole

_LONGEST_NAME = 200
"""Bytes of a name, so that a number and a suffix still go into the 255 of most file systems."""


class Folder:
    """A folder that articles are written into; what is there already is never written over."""

    def __init__(self, path: Path) -> None:
        """Make the folder if need be. Raises `OSError` if that can't be."""
        path.mkdir(parents=True, exist_ok=True)
        self._path = path
        self._taken: set[Path] = set()
        self._last: dict[str, int] = {}

    def write(self, name: str, suffix: str, text: str) -> Path:
        """Write an article's document to a file of its own: `NAME.tml`, or `NAME-2.tml` where that is another's.

        A file that holds this very text, as after the same command before, is left as it is.

        Raises:
            OSError: It can't be written; no part of it is left.
        """
        stem = file_stem(name)
        number = self._last.get(stem, 0) + 1
        while True:
            path = self._path / (f"{stem}-{number}{suffix}" if number > 1 else f"{stem}{suffix}")
            if path not in self._taken and _kept(path, text):
                self._taken.add(path)
                self._last[stem] = number
                return path
            number += 1


def file_stem(name: str) -> str:
    """`name` as a file's name: no folders, no spaces or signs that a shell or a system would take for its own."""
    safe = re.sub(r"[^\w.()+,@=-]+", "_", name).lstrip(".-")
    return safe.encode()[:_LONGEST_NAME].decode(errors="ignore") or "article"


def _kept(path: Path, text: str) -> bool:
    """Whether `path` now holds `text`: False if there is something else."""
    try:
        write_whole(path, text, files_only=True)
    except InTheWayError:
        data = text.encode()
        return path.is_file() and path.stat().st_size == len(data) and path.read_bytes() == data
    return True
