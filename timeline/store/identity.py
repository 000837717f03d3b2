"""Whether a file is still the one that it was, though others may write, replace, rename or delete it."""

import os
from pathlib import Path

import msgspec

from timeline.store.disk import StoreError


class TakenError(StoreError):
    """The files of an open timeline are no longer those that it was opened with; says what happened to them."""


class Identity(msgspec.Struct, frozen=True):
    """A file as the system knows it, whatever its name."""

    device: int
    inode: int
    size: int
    changed: int
    """When its content was, in nanoseconds."""

    @classmethod
    def of(cls, status: os.stat_result) -> "Identity":
        """That of an open file, or of one that was looked at."""
        return cls(status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns)

    def is_same_file(self, other: "Identity | None") -> bool:
        """Whether it is one file, whatever is in it by now."""
        return other is not None and (self.device, self.inode) == (other.device, other.inode)


def identity(path: Path) -> Identity | None:
    """That of the file which has this name now; None if there is none, or it can't be looked at."""
    try:
        return Identity.of(path.lstat())
    except OSError:
        return None
