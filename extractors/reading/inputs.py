"""What there is to read, as it comes in: the bytes of a file, the rows of a file, an address.

Nothing in it is looked into here, so that a process that supervises the reading can take inputs safely and hand them to
one that reads.
"""

from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator
from typing import BinaryIO

import msgspec

from extractors.reading.cleaning import clean_name
from extractors.reading.errors import ReadError, Unreadable
from extractors.reading.files import MOST_BYTES, is_address, opened, read_bytes, too_large, without_links
from extractors.reading.signatures import refuse_binary
from extractors.reading.unmarked import unmarked

_OF_A_TIMELINE = b'{"table":'


class FileInput(msgspec.Struct, frozen=True, tag="file"):
    """A file, or standard input, that holds one article."""

    origin: str
    """As given, cleaned: a path, or `-`."""
    data: bytes

    @property
    def place(self) -> str:
        """What a person is told."""
        return self.origin


class RowInput(msgspec.Struct, frozen=True, tag="row"):
    """A row of JSON lines, which is one article."""

    origin: str
    """What holds it: a path, an address, or `-`."""
    number: int
    data: bytes

    @property
    def place(self) -> str:
        """What a person is told, such as `news.jsonl, line 7`."""
        return f"{self.origin}, line {self.number}"


class AddressInput(msgspec.Struct, frozen=True, tag="address"):
    """An http(s) address that is to be fetched; see `extractors.reading.articles.fetched`."""

    origin: str
    rows: bool = False
    """Whether it holds JSON lines, whatever the server says."""

    @property
    def place(self) -> str:
        """What a person is told."""
        return self.origin


class PageInput(msgspec.Struct, frozen=True, tag="page"):
    """What an address answered; the fields are those of `extractors.reading.fetching.Page`."""

    origin: str
    """The address as given."""
    data: bytes
    address: str
    media: str
    charset: str

    @property
    def place(self) -> str:
        """What a person is told."""
        return self.origin


Input = FileInput | RowInput | AddressInput | PageInput
"""One thing to read."""


def inputs(origin: str, *, rows: bool = False) -> Iterator[Input | ReadError]:
    """What is to be read at a path, at an address, or on standard input; in place of what cannot be taken in, why.

    Args:
        origin: A path, an http(s) address, or `-`; folders are for `expand`.
        rows: Whether it holds JSON lines, whatever its name.
    """
    try:
        if is_address(origin):
            yield AddressInput(clean_name(origin), rows)
        elif rows or origin.lower().endswith(".jsonl"):
            with opened(origin) as file:
                yield from rows_of(file, origin)
        else:
            data = read_bytes(origin)
            yield FileInput(clean_name(without_links(origin)), data)
    except Unreadable as error:
        yield ReadError(origin, error.reason, error.advice)
    except OSError as error:
        yield ReadError(origin, f"cannot be read: {error.strerror or error}")


def rows_of(file: BinaryIO, origin: str) -> Iterator[RowInput | ReadError]:
    """The rows of JSON lines, empty ones left out; what is wrong with a row ends that row alone.

    A file whose first line is no text is told to be none, once; so is a timeline as lines.
    """
    name, number = clean_name(origin), 0
    while line := file.readline(MOST_BYTES + 1):
        number += 1
        if number == 1 and (refusal := _no_rows(line)):
            yield ReadError(name, refusal.reason, refusal.advice)
            return
        row = RowInput(name, number, line)
        if len(line) > MOST_BYTES:
            while not line.endswith(b"\n") and (line := file.readline(MOST_BYTES)):
                pass
            yield ReadError(row.place, *too_large())
        elif line.strip():
            yield row


def _no_rows(line: bytes) -> Unreadable | None:
    if line.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) or unmarked(line):
        return Unreadable("is UTF-16, and rows are read as UTF-8", "`iconv -f UTF-16 -t UTF-8` makes it that")
    try:
        refuse_binary(line)
    except Unreadable as refusal:
        return refusal
    if line.lstrip().startswith(_OF_A_TIMELINE):
        from extractors.reading.openings import LINES  # noqa: PLC0415 - rows of articles need none of it

        return LINES.refusal()
    return None
