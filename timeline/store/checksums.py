"""Checksums, by which bytes that are not those that were written are known.

They tell an accident, and a hand at an editor. Against somebody who means to deceive they do nothing: who can change
the file can write its checksum too.
"""

import hashlib
import zlib


class Checksum:
    """Thirty-two hexadecimal digits of all that is put in, one part after the other."""

    def __init__(self, *parts: bytes | memoryview) -> None:
        self._digest = hashlib.blake2b(digest_size=16)
        for part in parts:
            self.add(part)

    def add(self, part: bytes | memoryview) -> None:
        """Put in what comes next."""
        self._digest.update(part)

    def __str__(self) -> str:
        return self._digest.hexdigest()


def sealed(text: bytes) -> bytes:
    """`text` as a line, with a short checksum before it."""
    return b"%08x %s\n" % (zlib.crc32(text), text)


def unsealed(line: bytes) -> bytes | None:
    """The text of a line, given without its end, if it is that which was written."""
    short, _, text = line.partition(b" ")
    return text if short == b"%08x" % zlib.crc32(text) else None
