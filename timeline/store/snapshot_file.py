"""A snapshot on its way to the disk."""

import os
import stat
from collections.abc import Iterator, Mapping
from contextlib import suppress
from io import BufferedWriter
from pathlib import Path
from typing import Any

from timeline.store.disk import make_file
from timeline.store.identity import Identity
from timeline.store.snapshot import About, lines
from timeline.store.state import NOTHING


def write_snapshot(
    new: Path, tables: Mapping[str, Mapping[str, Any]], number: int, *, like: Path
) -> tuple[Identity, About]:
    """Make a snapshot of that name, on the disk, with the permissions of another file; which it is and what it says.

    Raises:
        OSError: it can't be made, wholly.
    """
    about = NOTHING

    def parts() -> Iterator[bytes]:
        nonlocal about
        about = yield from lines(tables, number)

    with BufferedWriter(make_file(new)) as file:
        _keep_permissions(like, file.fileno())
        file.writelines(parts())
        file.flush()
        os.fsync(file.fileno())
        return Identity.of(os.fstat(file.fileno())), about


def _keep_permissions(path: Path, descriptor: int) -> None:
    """Give the file open as `descriptor` the mode and, where allowed, the owner of `path`, if that exists."""
    with suppress(FileNotFoundError):
        status = path.stat()
        with suppress(PermissionError):
            os.fchown(descriptor, status.st_uid, status.st_gid)
        os.fchmod(descriptor, stat.S_IMODE(status.st_mode))
