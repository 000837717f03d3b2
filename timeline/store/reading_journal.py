"""What stands in a journal. Three things are told apart.

- One with its end is whole;
- one that is torn has all changes that ever counted as made, and is left by a kill or a power cut (`torn.py`);
- anything else is damage.
"""

from contextlib import suppress
from typing import Any

import msgspec

from timeline.inert import one_line
from timeline.store.checksums import Checksum, unsealed
from timeline.store.damage import in_words
from timeline.store.journal import End, Header
from timeline.store.snapshot import SCHEMA, DamageError, RawTables, Revision
from timeline.store.torn import is_torn


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


class Written(msgspec.Struct, frozen=True):
    """A journal as it was read."""

    header: Header | None
    """None where it was torn before its first line was written."""
    changes: tuple[RawChange, ...] = ()
    is_torn: bool = False
    lacks_blocks: bool = False
    """Whether zeros stand in its last change, which a disk may have made of one that was whole: nothing tells that."""

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
        if not is_torn(rest, 0, is_after_end=False, next_end=_ENDS):
            raise _damaged(content, 1)
        return Written(None, is_torn=True)
    header = _decoded(texts[0], Header, 1)
    if header.schema > SCHEMA:
        return Written(header)
    ends = header.schema > 1 and len(texts) > 1 and texts[-1].startswith(_ENDS)
    changes = _changes(header, texts[1 : -1 if ends else None])
    number = header.continues + len(changes)
    if ends:
        end = _decoded(texts[-1], End, len(texts))
        if (end.ends, end.follows) != (number, str(Checksum(texts[-2])) if changes else header.follows):
            raise DamageError(f"line {len(texts)}: it ends change {end.ends}, which does not stand before it")
    place = len(content) - len(rest)
    if rest and not is_torn(rest, place, is_after_end=ends, next_end=b"%b%d," % (_ENDS, number + 1)):
        raise _damaged(content, len(texts) + 1)
    return Written(
        header,
        tuple(changes),
        is_torn=bool(rest) or not (ends or header.schema == 1),
        lacks_blocks=b"\0" in rest and not ends,
    )


def header_of(content: bytes) -> Header | None:
    """The first line of a journal, whatever became of the rest; None where it can't be read."""
    with suppress(msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        text = unsealed(content.partition(b"\n")[0])
        return None if text is None else msgspec.json.decode(text, type=Header)
    return None


_ENDS = b'{"ends":'
"""How the last line begins."""


def _texts_in(content: bytes) -> tuple[list[bytes], bytes]:
    """What the lines say before the first one that is not as it was written, and all from that on."""
    texts: list[bytes] = []
    place = 0
    for line in content.split(b"\n"):
        text = unsealed(line)  # the last one may be without its end
        if text is None:
            break
        texts.append(text)
        place += len(line) + 1
    return texts, content[place:]


def _changes(header: Header, texts: list[bytes]) -> list[RawChange]:
    """What these lines say, one behind the other; nothing tells that in schema 1."""
    changes: list[RawChange] = []
    last = header.follows
    for at, text in enumerate(texts, 2):
        change = _decoded(text, RawChange, at)
        if header.schema > 1 and (change.number, change.follows) != (header.continues + at - 1, last):
            raise DamageError(f"line {at}: it is change {change.number}, and does not follow what stands before it")
        last = str(Checksum(text))
        changes.append(change)
    return changes


def _damaged(content: bytes, line: int) -> DamageError:
    lines = content.count(b"\n")
    return DamageError(f"line {line} of {lines} is damaged")


def _decoded(text: bytes, kind: type[msgspec.Struct], at: int) -> Any:  # noqa: ANN401 - of that kind
    try:
        return msgspec.json.decode(text, type=kind)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        field, says = in_words(error)
        raise DamageError(f"line {at}{', ' if field else ''}{field}: {one_line(says)}") from error
