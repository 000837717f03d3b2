"""Files, folders, addresses and streams in, articles out.

Begin here: `read` has the way of one origin, and a file beside it each form of article.
"""

import datetime as dt
from collections.abc import Iterator
from io import BytesIO
from pathlib import PurePath
from urllib.parse import unquote, urlsplit

import msgspec

from extractors.reading.cleaning import clean, clean_name
from extractors.reading.document import Document
from extractors.reading.encoding import declared_in_html, decode
from extractors.reading.errors import ReadError, Unreadable
from extractors.reading.fetching import Page, fetch
from extractors.reading.files import MOST_BYTES, STDIN, SUFFIXES, expand, is_address, opened, read_bytes
from extractors.reading.markdown import read_markdown
from extractors.reading.page import looks_like_html, read_html
from extractors.reading.plain import read_plain
from extractors.reading.publication import publication
from extractors.reading.rows import read_rows
from timeline.model import Article, article_id

__all__ = ["MOST_BYTES", "STDIN", "SUFFIXES", "ReadError", "clean_name", "expand", "is_address", "read"]


def read(
    origin: str, *, published: dt.date | None = None, publisher: str = "", rows: bool = False
) -> Iterator[Article | ReadError]:
    """The articles in a file, at an address, or on standard input; in place of each that cannot be read, why not.

    Args:
        origin: A path, an http(s) address, or `-`; folders are for `expand`.
        published: The publication date that a person gives; it is believed before the article's own.
        publisher: The outlet that a person gives, likewise.
        rows: Whether it holds JSON lines, whatever its name.
    """
    for place, document in _documents(origin, rows=rows):
        if isinstance(document, ReadError):
            yield document
            continue
        yield Article(
            id=article_id(document.text),
            name=document.name or clean_name(_name(origin)),
            text=document.text,
            title=document.title,
            publisher=publisher or document.publisher,
            authors=document.authors,
            url=document.url,
            origin=clean_name(place),
            language=document.language,
            published=publication(document, published),
            updated=document.updated.date if document.updated else None,
        )


def _documents(origin: str, *, rows: bool) -> Iterator[tuple[str, Document | ReadError]]:
    """Each document with its place: the origin, or the row in it."""
    try:
        if is_address(origin):
            page = fetch(origin)
            if rows or page.holds_rows:
                yield from read_rows(BytesIO(page.data), origin)
            else:
                yield origin, _page(page)
        elif rows or origin.lower().endswith(".jsonl"):
            with opened(origin) as file:
                yield from read_rows(file, origin)
        else:
            yield origin, _file(origin)
    except Unreadable as error:
        yield origin, ReadError(origin, error.reason, error.advice)
    except OSError as error:
        yield origin, ReadError(origin, f"cannot be read: {error.strerror or error}")


def _file(origin: str) -> Document:
    data = read_bytes(origin)
    text = decode(data, declared_in_html(data))
    suffix = PurePath(origin).suffix.lower()
    if suffix in {".html", ".htm"} or looks_like_html(text):
        return read_html(text)
    return _refuse_empty(read_markdown(clean(text)) if suffix in {".md", ".markdown"} else read_plain(clean(text)))


def _page(page: Page) -> Document:
    text = decode(page.data, page.charset or declared_in_html(page.data))
    if "html" in page.media or "xml" in page.media or looks_like_html(text):
        return read_html(text, page.address)
    text = clean(text)
    document = read_markdown(text) if "markdown" in page.media else read_plain(text)
    return _refuse_empty(msgspec.structs.replace(document, url=page.address))


def _refuse_empty(document: Document) -> Document:
    if not document.text.strip():
        raise Unreadable("is empty: it holds no words")
    return document


def _name(origin: str) -> str:
    """What a person calls it: a file's stem, the last part of an address."""
    if origin == STDIN:
        return "stdin"
    if is_address(origin):
        parts = urlsplit(origin)
        return PurePath(unquote(parts.path)).stem or parts.netloc
    return PurePath(origin).stem
