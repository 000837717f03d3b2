"""A journal: a file to which each change is added as one line, on the disk before it counts as made.

A line is a short checksum and JSON. The first says which snapshot the journal continues; each change has a number and
the checksum of what it follows, the snapshot or the change before, so that none can be missing or out of place. The
last line marks the end; it is cut off, and a change written with a new end. It is not written over: a kill between two
pages of memory would leave the tail of the old end behind half a line. So three things are told apart:

- a journal with its end is whole;
- one that stops in the middle of a line, or before its end, is *torn*: its writer was killed, or the power went, and
  the change in that line never counted as made;
- anything else is damage.
"""

import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, BinaryIO

import msgspec

from timeline.inert import one_line
from timeline.store.checksums import Checksum, sealed, unsealed
from timeline.store.damage import in_words
from timeline.store.disk import StoreError, make_file, sync_folder, writing
from timeline.store.identity import Identity, identity
from timeline.store.snapshot import SCHEMA, DamageError, RawTables, Revision

_LOST_BLOCK = re.compile(rb"\0{8}")
"""What a power cut leaves of a file that had grown before its content was written."""


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


class RawChange(msgspec.Struct, frozen=True):
    """A change as it was read."""

    put: RawTables = {}
    drop: dict[str, list[str]] = {}
    number: Revision = 0
    follows: str = ""

    def make(self, tables: RawTables) -> None:
        """Make it in `tables`."""
        for table, keys in self.drop.items():
            for key in keys:
                tables.get(table, {}).pop(key, None)
        for table, rows in self.put.items():
            tables.setdefault(table, {}).update(rows)


class _End(msgspec.Struct, frozen=True):
    ends: Revision
    follows: str


class Written(msgspec.Struct, frozen=True):
    """A journal as it was read."""

    header: Header | None
    """None where it was torn before its first line was written."""
    changes: tuple[RawChange, ...] = ()
    is_torn: bool = False

    @property
    def number(self) -> int:
        """Of the last change."""
        return (self.header.continues if self.header else 0) + len(self.changes)


def read_journal(content: bytes) -> Written:
    """What stands in a journal.

    Of a newer schema no more than the header is read.

    Raises:
        DamageError: it is neither whole nor torn, or is none.
    """
    texts, rest = _texts_in(content)
    if not texts:
        return Written(None, is_torn=True)
    header = _decoded(texts[0], Header, 1)
    if header.schema == 1:
        changes = [_decoded(text, RawChange, at) for at, text in enumerate(texts[1:], 2)]
        return Written(header, tuple(changes), is_torn=bool(rest))
    if header.schema > SCHEMA:
        return Written(header)
    ends = len(texts) > 1 and texts[-1].startswith(b'{"ends":')
    last, changes = header.follows, []
    for at, text in enumerate(texts[1 : -1 if ends else None], 2):
        change = _decoded(text, RawChange, at)
        if (change.number, change.follows) != (header.continues + len(changes) + 1, last):
            raise DamageError(f"line {at}: it is change {change.number}, and does not follow what stands before it")
        last = str(Checksum(text))
        changes.append(change)
    if ends:
        end = _decoded(texts[-1], _End, len(texts))
        if (end.ends, end.follows) != (header.continues + len(changes), last):
            raise DamageError(f"line {len(texts)}: it ends change {end.ends}, which does not stand before it")
        if rest.strip(b"\0"):
            raise DamageError(f"line {len(texts) + 1}: something stands after its end")
    return Written(header, tuple(changes), is_torn=not ends or bool(rest))


def _texts_in(content: bytes) -> tuple[list[bytes], bytes]:
    """The intact lines, and what stands after them.

    Raises:
        DamageError: that is not the beginning of a line that was being written.
    """
    lines = content.split(b"\n")
    texts: list[bytes] = []
    for at, line in enumerate(lines, 1):
        text = unsealed(line)
        if text is None:
            rest = b"\n".join(lines[at - 1 :])
            if any(unsealed(later) for later in lines[at:]) or not _is_beginning(rest):
                raise DamageError(f"line {at} of {len(lines) - 1} is damaged")
            return texts, rest
        texts.append(text)
    return texts, b""


def _is_beginning(rest: bytes) -> bool:
    """Whether a line was being written when the power went: it has no end, or blocks of it never came to the disk."""
    return (b"\n" not in rest and unsealed(rest[:-1]) is None) or _LOST_BLOCK.search(rest) is not None


def _decoded(text: bytes, kind: type[msgspec.Struct], at: int) -> Any:  # noqa: ANN401 - of that kind
    try:
        return msgspec.json.decode(text, type=kind)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        field, says = in_words(error)
        raise DamageError(f"line {at}{', ' if field else ''}{field}: {one_line(says)}") from error


class Journal:
    """The journal in the file `path`, to be written. Every method raises StoreError when it cannot be."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file: BinaryIO | None = None
        self._broken = False
        self._number = 0
        self._last = ""
        self._end = 0
        """Where the mark of the end stands, and the next change will."""

    @property
    def is_open(self) -> bool:
        """Whether changes can be added."""
        return self._file is not None

    @property
    def size(self) -> int:
        """Bytes written since it was begun."""
        return self._end if self._file else 0

    @property
    def is_ours(self) -> bool:
        """Whether the file of that name is the one that is open, and holds what was written and nothing else."""
        if self._file is None:
            return False
        own = Identity.of(os.fstat(self._file.fileno()))
        return own.is_same_file(identity(self.path)) and own.size == self._end + len(_end(self._number, self._last))

    @property
    def number(self) -> int:
        """Of the last change, once it is begun."""
        return self._number

    def begin(self, continues: int, follows: str, mode: int) -> None:
        """Create the file with its first line and these permissions."""
        header = msgspec.json.encode(Header(continues, SCHEMA, follows))
        with writing(self.path):
            self._file = make_file(self.path, mode)
            self._broken, self._end = False, 0
            try:
                self._write(self._file, header, continues, follows)
                sync_folder(self.path.parent)
            except BaseException:
                self.remove()
                raise

    def append(self, change: Change) -> None:
        """Add a change; it is on the disk when this returns, and leaves no trace when this raises."""
        if self._broken or self._file is None:
            raise StoreError(
                f"{self.path}: an earlier change could not be written. What was kept before it is safe; see to the "
                "disk and open the timeline again"
            )
        number = self._number + 1
        record = _Record(number, self._last, change.put, change.drop)
        text = msgspec.json.encode(record, order="sorted")
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
        if self._file:
            self._file.close()
            self._file = None

    def _write(self, file: BinaryIO, text: bytes, number: int, last: str) -> None:
        """Put a line in place of the end, and a new end behind it."""
        line = sealed(text)
        try:
            file.truncate(self._end)
            _put(file, line + _end(number, last), self._end)
        except BaseException:
            self._broken = True
            file.truncate(self._end)
            if self._end:
                _put(file, _end(self._number, self._last), self._end)
            else:
                os.fsync(file.fileno())
            self._broken = False
            raise
        self._number, self._last, self._end = number, last, self._end + len(line)


def _end(number: int, last: str) -> bytes:
    return sealed(msgspec.json.encode(_End(number, last)))


def _put(file: BinaryIO, content: bytes, place: int) -> None:
    """Write all of `content` there; it is on the disk when this returns."""
    file.seek(place)
    left = memoryview(content)
    while left:
        left = left[file.write(left) :]
    os.fsync(file.fileno())
