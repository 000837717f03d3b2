"""JSON lines: one article a row, `{"id", "text", "date", "title", "url", "publisher"}`, all but `text` optional."""

import datetime as dt
from collections.abc import Iterator
from typing import BinaryIO

import msgspec

from extractors.reading.cleaning import clean, clean_line
from extractors.reading.document import Document, Stated
from extractors.reading.errors import ReadError, Unreadable
from extractors.reading.files import MOST_BYTES, too_large


class Row(msgspec.Struct):
    """A row as it is written; further keys are ignored."""

    text: str
    id: str | int | None = None
    date: str | None = None
    title: str | None = None
    url: str | None = None
    publisher: str | None = None


_DECODER = msgspec.json.Decoder(Row)


def read_rows(file: BinaryIO, origin: str) -> Iterator[tuple[str, Document | ReadError]]:
    """Each row with its own origin, such as `news.jsonl, line 7`; what is wrong with a row ends that row alone."""
    number = 0
    while line := file.readline(MOST_BYTES + 1):
        number += 1
        place = f"{origin}, line {number}"
        too_long = len(line) > MOST_BYTES
        while too_long and not line.endswith(b"\n") and (line := file.readline(MOST_BYTES)):
            pass
        if not too_long and not line.strip():
            continue
        try:
            yield place, _document(b"" if too_long else line)
        except Unreadable as error:
            yield place, ReadError(place, error.reason, error.advice)


def _document(line: bytes) -> Document:
    if not line:
        raise Unreadable(*too_large())
    try:
        row = _DECODER.decode(line.removeprefix(b"\xef\xbb\xbf"))
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise Unreadable(
            f"is no row of an article: {error}", 'a row looks like {"text": "…", "date": "2019-01-28"}'
        ) from None
    text = clean(row.text)
    if not text.strip():
        raise Unreadable("has an empty text")
    return Document(
        text=text,
        name=clean_line("" if row.id is None else str(row.id)),
        title=clean_line(row.title or ""),
        publisher=clean_line(row.publisher or ""),
        url=clean_line(row.url or ""),
        published=Stated(_date(row.date), "date") if row.date else None,
    )


def _date(written: str) -> dt.date:
    """A date or date-time in ISO 8601; of a date-time the day as written, in its own time zone."""
    try:
        return dt.datetime.fromisoformat(written.strip()).date()
    except ValueError:
        raise Unreadable(f"has a date that is none: {clean_line(written)!r}", "write it as 2019-01-28") from None
