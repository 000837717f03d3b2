"""A journal: a file to which each change is added as one line, on the disk before it counts as made.

A line is a short checksum and JSON. The first says which snapshot the journal continues; each change has a number and
the checksum of what it follows, the snapshot or the change before, so that none can be missing or out of place. The
last line marks the end; it is cut off, and a change written with a new end. It is not written over: a kill between two
pages of memory would leave the tail of the old end behind half a line. And it lies within one block of the disk, for
which a line may have spaces behind it: when the power goes, blocks of the last write have come to the disk in any
order, and the old end is there, or not, but never half of it. What is left then is known (`torn.py`).
"""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

import msgspec

from timeline.store.checksums import Checksum, sealed
from timeline.store.disk import StoreError, make_file, sync_folder, writing
from timeline.store.identity import Identity, identity
from timeline.store.snapshot import SCHEMA, Revision
from timeline.store.torn import BLOCK


class Change(msgspec.Struct, frozen=True, omit_defaults=True):
    """Rows to drop and rows to put, in one step that happens wholly or not at all."""

    put: Mapping[str, Mapping[str, Any]] = {}
    drop: Mapping[str, list[str]] = {}


class Header(msgspec.Struct, frozen=True):
    """The first line."""

    continues: Revision
    """Number of the last change in the snapshot."""
    schema: int = 1
    follows: str = ""
    """Checksum of the snapshot."""


class _Record(msgspec.Struct, frozen=True, omit_defaults=True):
    number: Revision
    follows: str
    put: Mapping[str, Mapping[str, Any]] = {}
    drop: Mapping[str, list[str]] = {}


class End(msgspec.Struct, frozen=True):
    """The last line."""

    ends: Revision
    """Number of the last change."""
    follows: str


class _Last(NamedTuple):
    """What a journal ends with. One value, as an interrupt may come between any two."""

    number: Revision
    """Of the last change."""
    checksum: str
    end: int
    """Where the mark of the end stands, and the next change will."""


class Journal:
    """The journal in the file `path`, to be written. Every method raises StoreError when it cannot be."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file: BinaryIO | None = None
        self._broken = False
        self._last = _Last(0, "", 0)

    @property
    def is_open(self) -> bool:
        """Whether changes can be added."""
        return self._file is not None

    @property
    def size(self) -> int:
        """Bytes written since it was begun."""
        return self._last.end if self._file else 0

    @property
    def is_ours(self) -> bool:
        """Whether the file of that name is the one that is open, and holds what was written and nothing else."""
        if self._file is None:
            return False
        own = Identity.of(os.fstat(self._file.fileno()))
        return own.is_same_file(identity(self.path)) and own.size == self._last.end + len(_end(self._last))

    @property
    def number(self) -> int:
        """Of the last change, once it is begun."""
        return self._last.number

    def begin(self, continues: int, follows: str, mode: int) -> None:
        """Create the file with its first line and these permissions."""
        header = msgspec.json.encode(Header(continues, SCHEMA, follows))
        with writing(self.path):
            file = make_file(self.path, mode)
            try:
                self._broken, self._last = False, _Last(0, "", 0)
                self._write(file, header, continues, follows)
                sync_folder(self.path.parent)
                self._file = file
            except BaseException:
                file.close()
                self.remove()
                raise

    def append(self, change: Change) -> None:
        """Add a change; it is on the disk when this returns, and leaves no trace when this raises."""
        if self._broken or self._file is None:
            raise StoreError(
                f"{self.path}: an earlier change could not be written. What was kept before it is safe; see to the "
                "disk and open the timeline again"
            )
        number = self._last.number + 1
        record = _Record(number, self._last.checksum, change.put, change.drop)
        text = msgspec.json.encode(record, order="sorted")
        text += b" " * _spaces(self._last.end + len(sealed(text)), number)
        with writing(self.path):
            self._write(self._file, text, number, str(Checksum(text)))

    def remove(self) -> None:
        """Remove the file."""
        self.close()
        with writing(self.path):
            self.path.unlink(missing_ok=True)
            sync_folder(self.path.parent)

    def close(self) -> None:
        """Leave the file as it is."""
        file, self._file = self._file, None
        if file is not None:
            file.close()

    def _write(self, file: BinaryIO, text: bytes, number: int, last: str) -> None:
        """Put a line in place of the end, and a new end behind it."""
        line, before = sealed(text), self._last
        try:
            if self.is_ours:  # what another program has written is not cut off, so that it is noticed
                file.truncate(before.end)
            _put(file, line + end_of(number, last), before.end)
            self._last = _Last(number, last, before.end + len(line))
        except BaseException:
            self._broken, self._last = True, before
            file.truncate(before.end)
            if before.end:
                _put(file, _end(before), before.end)
            else:
                os.fsync(file.fileno())
            self._broken = False
            raise


def _end(last: _Last) -> bytes:
    return end_of(last.number, last.checksum)


def end_of(number: int, last: str) -> bytes:
    """The last line, behind a change of that number and checksum."""
    return sealed(msgspec.json.encode(End(number, last)))


def _spaces(place: int, number: int) -> int:
    """How many it takes so that the end behind a change, which would stand at `place`, lies within one block."""
    before = place % BLOCK
    return BLOCK - before if before + len(end_of(number, str(Checksum()))) > BLOCK else 0


def _put(file: BinaryIO, content: bytes, place: int) -> None:
    """Write all of `content` there; it is on the disk when this returns."""
    file.seek(place)
    left = memoryview(content)
    while left:
        left = left[file.write(left) :]
    os.fsync(file.fileno())
