"""The changes of a damaged journal: all that are as they were written, and those in which a single bit has flipped."""

from collections.abc import Iterator
from contextlib import suppress

import msgspec

from timeline.store.checksums import unsealed
from timeline.store.journal import Header
from timeline.store.reading_journal import RawChange, read_journal
from timeline.store.snapshot import DamageError

_LONGEST = 20_000
"""Bytes in which a flipped bit is looked for: the search takes time with their square."""


def changes_in(content: bytes) -> tuple[Header | None, list[RawChange], int]:
    """The first line, if it is known, the changes, and how many lines are beyond help."""
    with suppress(DamageError):  # what was being written when the power went is no loss
        written = read_journal(content)
        return written.header, list(written.changes), 0
    header, changes, lost = None, [], 0
    for text in _texts_in(content) if content else ():
        try:
            if text is not None and text.startswith(b'{"continues"'):
                header = msgspec.json.decode(text, type=Header)
            elif text is not None and not text.startswith(b'{"ends"'):
                changes.append(msgspec.json.decode(text, type=RawChange))
            lost += text is None
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
            lost += 1
    return header, changes, lost


def _texts_in(content: bytes) -> Iterator[bytes | None]:
    """What each line says; None in the place of lines that nobody can read."""
    damaged: list[bytes] = []
    for line in [*content.removesuffix(b"\n").split(b"\n"), None]:
        text = None if line is None else unsealed(line)
        if line is not None and text is None:
            damaged.append(line)
            continue
        if damaged:
            yield from _mended(b"\n".join(damaged)) or [None] * len(damaged)
            damaged = []
        if text is not None:
            yield text


def _mended(piece: bytes) -> list[bytes | None]:
    """The texts of one line or more, with the one bit turned back that makes them whole; none if no bit does."""
    if len(piece) <= _LONGEST:
        turned = bytearray(piece)
        for place in range(len(piece)):
            for bit in range(8):
                turned[place] ^= 1 << bit
                texts = [unsealed(line) for line in bytes(turned).removesuffix(b"\n").split(b"\n")]
                if None not in texts:
                    return texts
                turned[place] ^= 1 << bit
    return []
