"""Folders: which of their files are read, and what is told of all the others.

Files are taken by the suffixes of articles, in all folders below. Left out without a word is what is no clipping: what
is hidden (its name begins with a dot), the folder of parts that a browser saves beside a page, and timelines of
dateline with their journals. Every other file is named with what it is.
"""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from extractors.reading.errors import ReadError, Unreadable
from extractors.reading.files import STDIN, SUFFIXES, is_address, opened

_PARTS = ("_files", "-Dateien", "_fichiers", "_archivos")
"""What browsers add to the name of a page for the folder of its pictures, style sheets and programs."""
_PAGES = (".html", ".htm", ".xhtml")
_BESIDE_TIMELINE = (".json.journal", ".json.lock")
_BEGINNING = 200_000
"""Characters that are looked at to say what a file is: what it is shows in its first pages."""
_NO_ARTICLE = ("has not the name of an article", "give it by itself, and it is read whatever its name")


def expand(origins: Iterable[str]) -> Iterator[str]:
    """The origins with each folder replaced by the files in it that are taken, sorted.

    A folder that holds nothing to read, or cannot be listed, stays, so that reading it says why.
    """
    for origin in origins:
        if _is_folder(origin):
            yield from [path for path, taken in _files_under(origin) if taken] or [origin]
        else:
            yield origin


def passed_over(origins: Iterable[str]) -> Iterator[ReadError]:
    """Each file in the folders among the origins that `expand` does not take, with what it is."""
    for origin in filter(_is_folder, origins):
        for path, taken in _files_under(origin):
            if not taken and (error := _told(path)):
                yield error


def _is_folder(origin: str) -> bool:
    if is_address(origin) or origin == STDIN:
        return False
    try:
        return Path(origin).is_dir()
    except OSError:  # a name too long, a closed folder around it: opening it says why
        return False


def _files_under(folder: str) -> list[tuple[str, bool]]:
    """The files below a folder, sorted, each with whether it is taken; folders that cannot be listed are."""
    found: list[tuple[str, bool]] = []
    closed: list[OSError] = []
    for parent, folders, files in os.walk(folder, onerror=closed.append):
        folders[:] = [name for name in folders if not name.startswith(".") and not _is_of_page(name, files)]
        linked = [name for name in folders if Path(parent, name).is_symlink()]
        named = [name for name in files if not name.startswith(".") and not name.endswith(_BESIDE_TIMELINE)]
        found += [(str(Path(parent, name)), name.lower().endswith(SUFFIXES)) for name in named]
        found += [(str(Path(parent, name)), False) for name in linked]
    found += [(str(error.filename), True) for error in closed]
    return sorted(found, key=lambda each: Path(each[0]).parts)


def _is_of_page(folder: str, files: list[str]) -> bool:
    """Whether a folder holds the parts of a page beside it."""
    stems = {folder.removesuffix(suffix) for suffix in _PARTS if folder.endswith(suffix)}
    return any(f"{stem}{suffix}" in files for stem in stems for suffix in _PAGES)


def _told(path: str) -> ReadError | None:
    """What a file is that is not taken; None for what is no clipping."""
    # A folder that holds nothing but articles needs none of these.
    from extractors.reading.encoding import decode  # noqa: PLC0415
    from extractors.reading.layouts import by_layout  # noqa: PLC0415
    from extractors.reading.openings import TIMELINE, by_opening  # noqa: PLC0415

    if Path(path).is_dir():
        return ReadError(path, "is a link to a folder, which is not followed", "give the folder itself")
    try:
        with opened(path) as file:
            text = decode(file.read(_BEGINNING)).text
    except Unreadable as refusal:
        return ReadError(path, refusal.reason, refusal.advice)
    except OSError as error:
        return ReadError(path, f"cannot be read: {error.strerror or error}")
    format_ = by_opening(text) or by_layout(text, Path(path).suffix.lower())
    if format_ is TIMELINE:
        return None
    known = format_.refusal() if format_ else Unreadable(*_NO_ARTICLE)
    return ReadError(path, known.reason, known.advice)
