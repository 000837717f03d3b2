"""One input in, its article out."""

import datetime as dt
from collections.abc import Iterator
from io import BytesIO
from pathlib import PurePath
from urllib.parse import unquote, urlsplit

import msgspec

from extractors.reading.cleaning import clean, clean_document, clean_line, clean_name
from extractors.reading.document import Document
from extractors.reading.encoding import declared_in_html, decode
from extractors.reading.errors import ReadError, Unreadable
from extractors.reading.fetching import Page, fetch
from extractors.reading.files import STDIN, is_address
from extractors.reading.inputs import AddressInput, FileInput, Input, PageInput, RowInput, inputs, rows_of
from extractors.reading.json_lines import read_row
from extractors.reading.layouts import by_layout
from extractors.reading.markdown import read_markdown
from extractors.reading.openings import by_opening
from extractors.reading.page import looks_like_html, read_html
from extractors.reading.plain import read_plain
from extractors.reading.publication import publication
from timeline.model import Article, article_id


def read(
    origin: str, *, published: dt.date | None = None, publisher: str = "", rows: bool = False
) -> Iterator[Article | ReadError]:
    """See `extractors.reading.read`."""
    for taken in inputs(origin, rows=rows):
        for one in fetched(taken) if isinstance(taken, AddressInput) else (taken,):
            try:
                yield one if isinstance(one, ReadError) else article(one, published=published, publisher=publisher)
            except ReadError as error:
                yield error


def fetched(one: AddressInput) -> Iterator[Input | ReadError]:
    """What an address answers: a page, or rows; or why there is nothing to read."""
    try:
        page = fetch(one.origin)
    except Unreadable as error:
        yield ReadError(one.place, error.reason, error.advice)
        return
    if one.rows or page.holds_rows:
        yield from rows_of(BytesIO(page.data), one.origin)
    else:
        yield PageInput(one.origin, page.data, page.address, page.media, page.charset)


def article(one: Input, *, published: dt.date | None = None, publisher: str = "") -> Article:
    """The article that an input holds.

    Args:
        one: What is to be read; an address must have been fetched.
        published: The publication date that a person gives; it is believed before the article's own.
        publisher: The outlet that a person gives, likewise.

    Raises:
        ReadError: It cannot be read.
    """
    try:
        document = clean_document(_document(one))
    except Unreadable as error:
        raise ReadError(one.place, error.reason, error.advice) from None
    if not document.text.strip():
        raise ReadError(one.place, "is empty: it holds no words")
    return Article(
        id=article_id(document.text),
        name=document.name or clean_name(_name(one.origin)),
        text=document.text,
        title=document.title,
        publisher=clean_line(publisher) or document.publisher,
        authors=document.authors,
        url=document.url,
        origin=clean_name(one.place),
        language=document.language,
        published=publication(document, published),
        updated=document.updated.date if document.updated else None,
    )


def _document(one: Input) -> Document:
    match one:
        case FileInput(origin, data):
            return _file(origin, data)
        case RowInput():
            return read_row(one.data)
        case PageInput():
            return _page(Page(one.data, one.address, one.media, one.charset))
        case AddressInput():
            raise Unreadable("has not been fetched")


def _file(origin: str, data: bytes) -> Document:
    suffix = PurePath(origin).suffix.lower()
    return _read(decode(data, declared_in_html(data)), suffix, html=suffix in {".html", ".htm", ".xhtml"})


def _page(page: Page) -> Document:
    text = decode(page.data, page.charset or declared_in_html(page.data))
    suffix = ".md" if "markdown" in page.media else PurePath(urlsplit(page.address).path).suffix.lower()
    return _read(text, suffix, html="html" in page.media, address=page.address)


def _read(text: str, suffix: str, *, html: bool, address: str = "") -> Document:
    """A text as what it is: a page if it is called one or begins as one.

    Raises:
        Unreadable: It is something else than an article.
    """
    if format_ := by_opening(text):
        raise format_.refusal()
    if html or looks_like_html(text):
        return read_html(text, address)
    text = clean(text)
    if format_ := by_layout(text, suffix):
        raise format_.refusal()
    document = read_markdown(text) if suffix in {".md", ".markdown"} else read_plain(text)
    return msgspec.structs.replace(document, url=address or document.url)


def _name(origin: str) -> str:
    """What a person calls it: a file's stem, the last part of an address."""
    if origin == STDIN:
        return "stdin"
    if is_address(origin):
        parts = urlsplit(origin)
        return PurePath(unquote(parts.path)).stem or parts.netloc
    return PurePath(origin).stem
