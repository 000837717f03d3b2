"""One input in, its articles out."""

import datetime as dt
from collections.abc import Iterator
from io import BytesIO
from pathlib import PurePath
from urllib.parse import unquote, urlsplit

import msgspec

from extractors.reading.cleaning import clean, clean_document, clean_line, clean_name
from extractors.reading.document import Document
from extractors.reading.encoding import Decoded, declared_in_html, decode
from extractors.reading.errors import ReadError, Unreadable
from extractors.reading.fetching import Page, fetch
from extractors.reading.files import STDIN, is_address
from extractors.reading.inputs import AddressInput, FileInput, Input, PageInput, RowInput, rows_of
from extractors.reading.json_lines import read_row
from extractors.reading.languages import ENGLISH, language_name, language_of, other_part
from extractors.reading.layouts import by_layout
from extractors.reading.markdown import read_markdown
from extractors.reading.openings import by_opening
from extractors.reading.page import looks_like_html, read_page
from extractors.reading.plain import read_plain
from extractors.reading.publication import publication
from timeline.model import Article, article_id


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


def articles(one: Input, *, published: dt.date | None = None, publisher: str = "", language: str = "") -> list[Article]:
    """The articles that an input holds: one, or those of a page that holds several.

    Args:
        one: What is to be read; an address must have been fetched.
        published: The publication date that a person gives; it is believed before the article's own.
        publisher: The outlet that a person gives, likewise.
        language: The code of the language that a person says it is in, likewise.

    Raises:
        ReadError: It cannot be read.
    """
    try:
        documents = [clean_document(document) for document in _documents(one)]
    except Unreadable as error:
        raise ReadError(one.place, error.reason, error.advice) from None
    read = [document for document in documents if document.text.strip()]
    if not read:
        raise ReadError(one.place, "is empty: it holds no words")
    return [_article(one, document, published, publisher, language) for document in read]


def _article(one: Input, document: Document, published: dt.date | None, publisher: str, language: str) -> Article:
    part = f", {document.part}" if document.part else ""
    found = language or language_of(document.text, document.language)
    return Article(
        id=article_id(document.text),
        name=(document.name or clean_name(_name(one.origin))) + part,
        text=document.text,
        title=document.title,
        publisher=clean_line(publisher) or document.publisher,
        authors=document.authors,
        url=document.url,
        origin=clean_name(one.place) + part,
        language=found,
        published=publication(document, published),
        updated=document.updated.date if document.updated else None,
        notices=(*document.notices, *(() if language else _of_language(document.text, found))),
    )


def _of_language(text: str, language: str) -> Iterator[str]:
    if language != ENGLISH:
        yield (
            f"is in {language_name(language)}, and dateline reads English so far: it is kept without events"
            " (--language en reads it as English)"
        )
    elif part := other_part(text):
        yield f"is in {language_name(part)} in part: what was found there is not to be relied on"


def _documents(one: Input) -> list[Document]:
    match one:
        case FileInput(origin, data):
            return _file(origin, data)
        case RowInput():
            return [read_row(one.data)]
        case PageInput():
            return _page(Page(one.data, one.address, one.media, one.charset))
        case AddressInput():
            raise Unreadable("has not been fetched")


def _file(origin: str, data: bytes) -> list[Document]:
    suffix = PurePath(origin).suffix.lower()
    return _read(decode(data, declared_in_html(data)), suffix, html=suffix in {".html", ".htm", ".xhtml"})


def _page(page: Page) -> list[Document]:
    decoded = decode(page.data, page.charset or declared_in_html(page.data))
    suffix = ".md" if "markdown" in page.media else PurePath(urlsplit(page.address).path).suffix.lower()
    return _read(decoded, suffix, html="html" in page.media, address=page.address)


def _read(decoded: Decoded, suffix: str, *, html: bool, address: str = "") -> list[Document]:
    """A text as what it is: a page if it is called one or begins as one.

    Raises:
        Unreadable: It is something else than an article.
    """
    text = decoded.text
    if format_ := by_opening(text):
        raise format_.refusal()
    if html or looks_like_html(text):
        documents = read_page(text, address)
    else:
        text = clean(text)
        if format_ := by_layout(text, suffix):
            raise format_.refusal()
        document = read_markdown(text) if suffix in {".md", ".markdown"} else read_plain(text)
        documents = [msgspec.structs.replace(document, url=address or document.url)]
    return [msgspec.structs.replace(one, notices=(*decoded.notices, *one.notices)) for one in documents]


def _name(origin: str) -> str:
    """What a person calls it: a file's stem, the last part of an address."""
    if origin == STDIN:
        return "stdin"
    if is_address(origin):
        parts = urlsplit(origin)
        return PurePath(unquote(parts.path)).stem or parts.netloc
    return PurePath(origin).stem
