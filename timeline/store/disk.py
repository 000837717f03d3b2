"""Reading and making the files of a timeline; a failure is a StoreError that says which file, why, and what to do."""

import os
import shutil
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from io import BufferedWriter
from pathlib import Path
from typing import BinaryIO

_OWNER_ONLY = 0o600
"""Permissions of what is new: a timeline holds private notes."""

_BEGINNING = 4096
"""Bytes of a file that are looked at before all of it is read."""

MARK = b"\xef\xbb\xbf"
"""What some editors put before UTF-8."""

_KINDS = {
    stat.S_IFLNK: "a symbolic link",
    stat.S_IFDIR: "a folder",
    stat.S_IFSOCK: "a socket",
    stat.S_IFIFO: "a pipe",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a disk",
}


def ways_back(path: Path) -> str:
    """What to do about a damaged timeline."""
    return (
        f"It was left as it is. dateline repair -t {path} keeps all of it that can be read; dateline restore -t {path} "
        "lists earlier states to go back to"
    )


class StoreError(Exception):
    """A timeline file that cannot be opened or written; the message says which file, why, and what to do."""


def refuse_irregular(path: Path, *, follow: bool = False) -> None:
    """Pass over a regular file, or none at all.

    Raises:
        StoreError: it is something else, which might make a reader wait for ever; a link too, unless to `follow` it.
    """
    try:
        kind = stat.S_IFMT((path.stat() if follow else path.lstat()).st_mode)
    except OSError:
        return  # missing, or in a closed folder: opening it says so
    if kind != stat.S_IFREG:
        what = _KINDS.get(kind, "something else")
        raise StoreError(f"{path} is {what}, and a timeline is kept in a file; choose another name")


def refuse_read_only(path: Path) -> None:
    """Pass over a timeline that may be changed where it is.

    Root may write anywhere; yet what nobody may write to by its permissions is meant to stay as it is.

    Raises:
        StoreError: the file may not be written to, or nothing be made in its folder; the message says why.
    """
    for place, what in ((path, "it"), (path.parent, "its folder")):
        try:
            mode = place.stat().st_mode
        except OSError:
            continue
        if not mode & 0o222:
            why = f"nobody may write to {what} ({stat.filemode(mode)}; chmod u+w {place} changes that)"
        elif not os.access(place, os.W_OK):
            why = f"you may not write to {what} ({stat.filemode(mode)})"
        else:
            continue
        raise StoreError(f"{path} cannot be changed: {why}")


def read_file(path: Path, *, begins: bytes = b"") -> bytes | None:
    """All of a file; None where there is none. What does not begin as it should is not read to its end.

    A mark of UTF-8 is no part of what should begin so.

    Raises:
        StoreError: it is no regular file, or cannot be read.
    """
    refuse_irregular(path)
    with reading(path):
        try:
            # Without blocking, in case it is a pipe by now.
            descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_NOCTTY)
        except FileNotFoundError:
            return None
        with os.fdopen(descriptor, "rb", buffering=0) as file:
            beginning = file.read(_BEGINNING) or b""
            marked = MARK if begins and beginning.startswith(MARK) else b""
            text = beginning.removeprefix(marked)
            if text.strip() and not text.lstrip().startswith(begins):
                return beginning
            try:
                file.seek(len(marked))
                return file.read() or b""
            except (MemoryError, OverflowError):
                raise StoreError(f"{path} is larger than the memory of this machine; choose another file") from None


def make_file(path: Path, mode: int = _OWNER_ONLY) -> BinaryIO:
    """A new file, opened for writing without a buffer, with these permissions whatever the umask. Raises OSError."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _OWNER_ONLY)
    try:
        os.fchmod(descriptor, mode)
    except BaseException:
        os.close(descriptor)
        path.unlink(missing_ok=True)
        raise
    return os.fdopen(descriptor, "wb", buffering=0)


def name_too(path: Path, other: Path) -> None:
    """Give a file another name, under which it stays when its own is given to another file.

    Where a file system has no hard links a copy has it, which is on the disk when this returns. Raises OSError.
    """
    try:
        os.link(path, other, follow_symlinks=False)
    except FileExistsError:
        raise
    except OSError:
        with path.open("rb") as content, BufferedWriter(make_file(other)) as copy:
            shutil.copyfileobj(content, copy)
            copy.flush()
            os.fsync(copy.fileno())
        shutil.copystat(path, other)


@contextmanager
def reading(path: Path) -> Iterator[None]:
    """Turn a failure of the file system to read `path` into a StoreError."""
    try:
        yield
    except OSError as error:
        raise StoreError(f"{path} cannot be read: {error.strerror or error}") from error


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Turn a failure of the file system to write `path` into a StoreError."""
    try:
        yield
    except OSError as error:
        raise StoreError(
            f"{path} cannot be written: {error.strerror or error}. What was kept before is safe; see to the disk's "
            "free space and the folder's permissions"
        ) from error


def sync_folder(folder: Path) -> None:
    """Make the names of new, renamed and removed files durable."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
