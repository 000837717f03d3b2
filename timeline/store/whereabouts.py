"""Where in a long snapshot the rows of its first lines stand, so that these are read without looking at all others.

That is found in a file as dateline lays it out: a row a line, in the order of their keys. It holds of that very file
alone, says nothing that does not stand there, and may be lost at any time: then all rows are looked at.
"""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import msgspec

from timeline.store.identity import Identity
from timeline.store.snapshot import META

_LITTLE, _MUCH = 1 << 12, 1 << 18
"""Bytes that are looked through at a time: where the next row is near, and where all of the file is gone through."""
_TABLE, _ROW, _END = b'\n "', b'\n  "', b"\n },"
"""What a table and a row begin with, and what a table ends with."""
_OF_ARTICLES = ("actors", "articles", "assertions", "events", "sources")

Span = tuple[int, int]
"""From which byte to which, that one not included."""
Rows = dict[str, msgspec.Raw]


class Needed(msgspec.Struct, frozen=True):
    """What the first lines are made of."""

    articles: frozenset[str]
    """All that tell something up to a day, and those that corrections speak of."""
    until: float | None
    """That day, by its number; None where the first lines are all that there are."""


class Whereabouts(msgspec.Struct, frozen=True):
    """Where what is needed stands in a file."""

    file: Identity
    """The file as it was."""
    ending: bytes
    """Its last row, in which a checksum of all before it stands."""
    needed: Needed
    tables: dict[str, Span]
    """By table, all of its rows."""
    rows: dict[str, tuple[Span, ...]]
    """By table, those of the articles that are needed."""

    @property
    def last(self) -> Span:
        """Where the last row stands."""
        return self.file.size - len(self.ending), self.file.size


class Laid:
    """An open file that may be a snapshot as dateline lays it out."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self.file = Identity.of(os.fstat(descriptor))

    def read(self, start: int, end: int) -> bytes:
        """What stands there."""
        return os.pread(self._descriptor, end - start, start)

    def rows(self, spans: Iterable[Span]) -> Rows:
        """The rows that stand there. Raises MsgspecError where there are none."""
        text = b",".join(part for span in spans if (part := self.read(*span).rstrip(b",")))
        return msgspec.json.decode(b"{" + text + b"}", type=Rows)

    def tables_of(self, where: Whereabouts, tables: Iterable[str]) -> dict[str, Rows]:
        """All rows of these tables, of those that there are. Raises MsgspecError where there are none."""
        return {table: self.rows([where.tables[table]]) for table in tables if table in where.tables}

    def find(self, what: bytes, start: int, end: int, much: int = _LITTLE) -> int | None:
        """Where that begins first, from one byte on and before another; None where it does not."""
        while start < end:
            at = self.read(start, min(start + much, end) + len(what) - 1).find(what)
            if at >= 0:
                return start + at
            start += much
        return None

    def tables(self) -> dict[str, Span]:
        """Where the rows of each table stand. Raises ValueError where it is laid out otherwise."""
        found: dict[str, Span] = {}
        name, begins, at = "", 0, 0
        while (head := self.find(_TABLE, at, self.file.size, _MUCH)) is not None:
            if name:
                found[name] = begins, head - len(_END)
                if self.read(head - len(_END), head) != _END:
                    raise ValueError(f"the table {name} does not end where the next one begins")
            written = self.read(head + 2, head + _LITTLE).partition(b": {")[0]
            name = msgspec.json.decode(written, type=str)
            begins = at = head + 2 + len(written) + len(b": {")
        if name != META:
            raise ValueError("the last table is another one")
        return {**found, name: (begins, self.file.size)}

    def of_article(self, prefix: bytes, table: Span) -> Span:
        """Where the rows of a table stand whose keys begin so."""
        low, high = table
        first = high
        while low < high:
            middle = (low + high) // 2
            at = self.find(_ROW, middle, high)
            if at is not None and self._key(at, prefix) < prefix:
                low = at + 1
            else:
                first, high = (first if at is None else at), middle
        end: int | None = first
        while end is not None and end < table[1] and self._key(end, prefix) == prefix:
            end = self.find(_ROW, end + 1, table[1])
        return first, table[1] if end is None else end

    def _key(self, row: int, prefix: bytes) -> bytes:
        """As much of its key."""
        start = row + len(_ROW)
        return self.read(start, start + len(prefix))


@contextmanager
def laid(path: Path, file: Identity) -> Iterator[Laid | None]:
    """The file at `path`; None where it is another than that. Raises OSError."""
    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_NOCTTY)
    try:
        opened = Laid(descriptor)
        yield opened if opened.file == file else None
    finally:
        os.close(descriptor)


def find(path: Path, file: Identity, needed: Needed) -> Whereabouts | None:
    """Look where what is needed stands in that file; None where it is another by now, or is laid out otherwise."""
    with suppress(OSError, ValueError, msgspec.MsgspecError), laid(path, file) as opened:
        if opened is not None:
            tables = opened.tables()
            rows = {
                table: tuple(
                    opened.of_article((article + ('"' if table == "articles" else "/")).encode(), tables[table])
                    for article in sorted(needed.articles)
                )
                for table in _OF_ARTICLES
                if table in tables
            }
            return Whereabouts(file, opened.read(*tables.pop(META)), needed, tables, rows)
    return None


@contextmanager
def there(path: Path, where: Whereabouts) -> Iterator[Laid | None]:
    """The file of which that holds; None where it is another, or was changed. Raises OSError."""
    with laid(path, where.file) as opened:
        is_same = opened is not None and opened.read(*where.last) == where.ending
        yield opened if is_same else None
