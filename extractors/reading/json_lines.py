"""JSON lines: one article a row, `{"id", "text", "date", "title", "url", "publisher"}`, all but `text` optional."""

import datetime as dt

import msgspec

from extractors.reading.cleaning import clean_line
from extractors.reading.document import Document, Stated
from extractors.reading.encoding import decode
from extractors.reading.errors import Unreadable


class Row(msgspec.Struct):
    """A row as it is written; further keys are ignored."""

    text: str
    id: str | int | None = None
    date: str | None = None
    title: str | None = None
    url: str | None = None
    publisher: str | None = None


_DECODER = msgspec.json.Decoder(Row)


def read_row(line: bytes) -> Document:
    """The document of one line.

    Raises:
        Unreadable: It is no such row, or holds no text.
    """
    line, notices = _in_utf_8(line)
    try:
        row = _DECODER.decode(line.removeprefix(b"\xef\xbb\xbf"))
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise Unreadable(
            f"is no row of an article: {error}", 'a row looks like {"text": "…", "date": "2019-01-28"}'
        ) from None
    if not row.text.strip():
        raise Unreadable("has an empty text")
    return Document(
        text=row.text,
        name="" if row.id is None else str(row.id),
        title=row.title or "",
        publisher=row.publisher or "",
        url=row.url or "",
        published=Stated(_date(row.date), "date") if row.date else None,
        notices=notices,
    )


def _in_utf_8(line: bytes) -> tuple[bytes, tuple[str, ...]]:
    """A row with what its stray bytes must have been, and what to tell of them: not where, as it is told which row."""
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        decoded = decode(line)
        return decoded.text.encode(), tuple(notice.replace(" in line 1", "") for notice in decoded.notices)
    return line, ()


def _date(written: str) -> dt.date:
    """A date or date-time in ISO 8601; of a date-time the day as written, in its own time zone."""
    try:
        return dt.datetime.fromisoformat(written.strip()).date()
    except ValueError:
        raise Unreadable(f"has a date that is none: {clean_line(written)!r}", "write it as 2019-01-28") from None
