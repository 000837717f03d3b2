"""A snapshot as bytes, one row a line so that two versions of a file can be compared; and back.

Its last table is `meta`, with a checksum of all that stands before it.
"""

import json
from collections.abc import Callable, Generator, Iterator, Mapping
from threading import Thread
from typing import Annotated, Any

import msgspec
from msgspec.structs import replace

from timeline.store.checksums import Checksum
from timeline.store.damage import in_words

RawTables = dict[str, dict[str, msgspec.Raw]]
"""By table and key, rows as JSON that is not decoded yet."""

SCHEMA = 3
"""Version of the layout of the files; older ones are read, a newer one is refused.

1: neither checksums nor numbers. 2: a snapshot has a checksum; changes in a journal have numbers, and name what they
follow. 3: an edit says how often it was taken back, and what it replaces; there are more kinds, some with a part.
"""

META = "meta"
META_KEY = "timeline"

Revision = Annotated[int, msgspec.Meta(ge=0, le=2**53)]
"""How many changes were ever made."""


class DamageError(ValueError):
    """Bytes that are no tables; the message says where and why, in words."""


class About(msgspec.Struct, frozen=True):
    """The row of `meta`: which state of which timeline this is."""

    revision: Revision
    schema: int
    checksum: str = ""
    """Of this row and all that stands before it; none in schema 1."""


def lines(tables: Mapping[str, Mapping[str, Any]], revision: int) -> Generator[bytes, None, About]:
    """The bytes of a snapshot, tables and rows in order; returns what it says of itself."""
    body = Checksum()
    for part in _body(tables):
        body.add(part)
        yield part
    about = About(revision, SCHEMA)
    about = replace(about, checksum=_seal(body, about))
    yield from (b"," if tables else b"", _ending(about))
    return about


def tables_in(content: bytes, known: RawTables | None = None) -> RawTables:
    """The tables of a snapshot, `meta` among them, laid out by us or by somebody else; `known` if they were decoded.

    Raises:
        DamageError: they are no tables, or one of two rows of a key would be passed over.
    """
    try:
        tables = msgspec.json.decode(content, type=RawTables) if known is None else known
        if content.count(b"\n") != _lines_of(tables):
            # As nobody knows how it is laid out, only a reader that sees every key can tell whether one stands twice.
            json.loads(content, object_pairs_hook=_refuse_twice, parse_int=len, parse_float=len)
    except msgspec.ValidationError as error:
        raise DamageError(_which_table(content) or in_words(error)[1]) from error
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise DamageError(in_words(error)[1]) from error
    return tables


class Body:
    """All that stands before `meta` in a snapshot; from when it is begun its checksum is computed beside all else."""

    def __init__(self, content: bytes) -> None:
        start = max(content.rfind(_META_OPENS), 0)
        self.ending = content[start:]
        """`meta`, where it stands as dateline lays it out."""
        self._sum = Checksum()
        end = start - 1 if content[start - 1 : start] == b"," else start
        self._adding = Thread(target=self._sum.add, args=(memoryview(content)[:end],), daemon=True)

    def begin(self) -> None:
        """Compute its checksum, if that was not begun, while something else is done."""
        if self._adding.ident is None:
            self._adding.start()

    def checksum(self) -> Checksum:
        """That of it."""
        self.begin()
        self._adding.join()
        return self._sum


def is_as_written(body: Body, tables: Mapping[str, Mapping[str, msgspec.Raw]], about: About) -> bool:
    """Whether a snapshot, with these tables beside `meta`, says what dateline wrote, however it is laid out.

    Of schema 1 nobody can tell, and it passes.
    """
    if about.schema == 1 and not about.checksum:
        return True
    if body.ending == _ending(about):
        return _seal(body.checksum(), about) == about.checksum
    try:
        plain = {name: {key: msgspec.json.decode(row) for key, row in rows.items()} for name, rows in tables.items()}
        # Earlier versions had the tables by their names.
        return any(_seal(Checksum(*_body(plain, order)), about) == about.checksum for order in (_place, None))
    except (msgspec.MsgspecError, UnicodeError, RecursionError):
        return False


_FIRST = ("edits", "articles", "actors", "sources", "assertions", "events")
"""Tables in their order: of a file that is cut off, the beginning is left. So what can't be read anew comes first, and
what another table needs, before it."""


def _place(table: str) -> tuple[int, str]:
    return (_FIRST.index(table) if table in _FIRST else len(_FIRST), table)


def _body(tables: Mapping[str, Mapping[str, Any]], order: Callable[[str], Any] | None = _place) -> Iterator[bytes]:
    """All that stands before `meta`."""
    encode = msgspec.json.Encoder(order="sorted").encode
    opening = b"{"
    for table in sorted(tables, key=order):
        yield opening + b"\n " + encode(table) + b": {"
        separator = b""
        for key, row in sorted(tables[table].items()):
            yield separator + b"\n  " + encode(key) + b": " + encode(row)
            separator = b","
        yield b"\n }"
        opening = b","
    if not tables:
        yield opening


_META_OPENS = f'\n "{META}": {{\n  "{META_KEY}": '.encode()


def _ending(about: About) -> bytes:
    return _META_OPENS + msgspec.json.encode(about, order="sorted") + b"\n }\n}\n"


def _seal(body: Checksum, about: About) -> str:
    """Of the body and of all else that `meta` says."""
    return str(Checksum(str(body).encode(), msgspec.json.encode(replace(about, checksum=""), order="sorted")))


def _lines_of(tables: RawTables) -> int:
    """How many lines `lines` makes of them; with a row that stands twice there is one more."""
    return 2 + sum(2 + len(rows) for rows in tables.values())


def _refuse_twice(pairs: list[tuple[str, object]]) -> None:
    keys = [key for key, _ in pairs]
    if len(set(keys)) != len(keys):
        twice = next(key for key in keys if keys.count(key) > 1)
        raise DamageError(f"the key “{twice}” stands twice in one record or table: keep the one that is right")


def _which_table(content: bytes) -> str:
    """The table that is none, and what it is; empty where all of it is something else."""
    try:
        for table, rows in msgspec.json.decode(content, type=dict[str, msgspec.Raw]).items():
            try:
                msgspec.json.decode(rows, type=dict[str, msgspec.Raw])
            except msgspec.ValidationError as error:
                return f"{table}: {in_words(error)[1]}"
    except msgspec.ValidationError:
        pass
    return ""
