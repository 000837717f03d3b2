"""HTML to plain paragraphs and metadata, by trafilatura and htmldate."""

import logging
import re
import warnings
from collections.abc import Iterator
from typing import Any

import trafilatura
from htmldate import find_date
from lxml.html import HtmlElement

from extractors.reading.cleaning import clean, clean_line
from extractors.reading.document import Document, Stated
from extractors.reading.errors import Unreadable
from extractors.reading.written_dates import written_date

for _library in ("trafilatura", "htmldate"):
    # They log to the person's screen what is told in better words below.
    logging.getLogger(_library).addHandler(logging.NullHandler())

_LOOKS_LIKE = re.compile(
    r"\s*+(?:<\?xml[^>]{0,300}\?>\s*+)?+(?:<!--(?:(?!-->).)*+-->\s*+)*+<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)

# The latest date is fixed: the same page must give the same answer under every clock. The extensive search is off
# because it takes a copyright year for a date.
_SEARCH: dict[str, Any] = {"extensive_search": False, "deferred_url_extractor": True, "max_date": "2199-12-31"}

_INVISIBLE = str.maketrans("", "", "\u00ad\u200b\u2060\ufeff")
"""Hints for breaking lines, which pages sow into words."""

_OVERLONG_TAG = re.compile(r"<[^<>]{20000,}>?")
"""An embedded image, or an attack: libxml2 needs time by the square of the number of attributes."""

_MARKERS = re.compile(r"^(?:- |\| )", re.MULTILINE)
_JSON_DATE = re.compile(r'"(date(?:Published|Created|Modified)|uploadDate)"\s*:\s*"([^"]{8,40})"')
_UPDATE = re.compile(r"modif|updat|revis", re.IGNORECASE)
_NO_DATE = re.compile(r"copyright|expir", re.IGNORECASE)
_LONGEST_BYLINE = 200
"""Characters: a longer paragraph is text, and a longer value names nobody."""
_IN_UTC = re.compile(r"T\d\d:\d\d[\d:.,]*(?:Z|[+-]00:?00)\s*$")
_APPARATUS = "references reference reflist mw-editsection navbox catlinks mw-references-wrap".split()
"""Classes of what a wiki sets beside its text: lists of references, marks of citations, links to edit a section."""


def looks_like_html(text: str) -> bool:
    """Whether a text of unknown format starts as a page does."""
    return bool(_LOOKS_LIKE.match(text[:4096]))


def read_html(markup: str, address: str = "") -> Document:
    """The article in a page, blank lines between its paragraphs, without navigation, scripts and comments.

    Raises:
        Unreadable: There is no article text in it.
    """
    with warnings.catch_warnings():
        # dateutil warns the person of time zones that it does not know; the day is read all the same.
        warnings.simplefilter("ignore")
        return _read(markup, address)


def _read(markup: str, address: str) -> Document:
    tree = trafilatura.load_html(_OVERLONG_TAG.sub("", markup))
    wiki = tree is not None and _is_wiki(tree)
    if tree is not None:
        _clean_words(tree)
        _drop_apparatus(tree)
    extracted = None if tree is None else _extracted(tree, address)
    text = _paragraphs(extracted.text or "") if extracted else ""
    if tree is None or extracted is None or not text:
        raise Unreadable("holds no article text", "pages that need a browser show it only there: save its text")
    title = clean_line(extracted.title or "")
    return Document(
        text=text.removeprefix(f"{title}\n\n"),
        title=title,
        publisher=extracted.sitename or "",
        authors=tuple(filter(None, map(str.strip, (extracted.author or "").split(";")))),
        url=address or extracted.url or "",
        language=(tree.get("lang") or "").split("-")[0].lower(),
        published=None if wiki else _stated(tree, extracted.date, update=False),
        updated=None if wiki else _stated(tree, find_date(tree, original_date=False, url="", **_SEARCH), update=True),
    )


def _is_wiki(tree: HtmlElement) -> bool:
    """Whether a page is a wiki's, whose dates are those of its making and not of what it tells."""
    return bool(tree.xpath("//meta[@name='generator'][starts-with(@content, 'MediaWiki')]")) or bool(
        tree.xpath("//body[contains(concat(' ', normalize-space(@class), ' '), ' mediawiki ')]")
    )


def _drop_apparatus(tree: HtmlElement) -> None:
    for name in _APPARATUS:
        for element in tree.xpath(f".//*[contains(concat(' ', normalize-space(@class), ' '), ' {name} ')]"):
            element.drop_tree()


def _clean_words(tree: HtmlElement) -> None:
    """Clean the words of a page, their character references decoded: trafilatura refuses all of it for one control."""
    for element in tree.iter():
        if element.text and isinstance(element.tag, str) and element.tag not in {"script", "style"}:
            element.text = clean(element.text)
        if element.tail:
            element.tail = clean(element.tail)


def _extracted(tree: HtmlElement, address: str) -> trafilatura.settings.Document | None:
    extracted = trafilatura.bare_extraction(
        tree,
        url=address or None,
        include_comments=False,
        with_metadata=True,
        date_extraction_params={"original_date": True, **_SEARCH},
    )
    return extracted if isinstance(extracted, trafilatura.settings.Document) else None


def _paragraphs(text: str) -> str:
    """Lines as paragraphs, without the marks of lists and tables."""
    return re.sub(r"\n\s*", "\n\n", _MARKERS.sub("", clean(text).translate(_INVISIBLE)).strip())


def _stated(tree: HtmlElement, date: str | None, *, update: bool) -> Stated | None:
    """A date that htmldate proposes, if a field can be named that states it: it also takes dates from running text."""
    for field, value in _fields(tree) if date else ():
        if bool(_UPDATE.search(field)) == update and (written := written_date(value)) and written.isoformat() == date:
            return Stated(written, field, in_utc=not update and bool(_IN_UTC.search(value)))
    return None


def _fields(tree: HtmlElement) -> Iterator[tuple[str, str]]:
    for meta in tree.iterfind(".//meta[@content]"):
        field = meta.get("property") or meta.get("name") or meta.get("itemprop") or meta.get("http-equiv") or ""
        if not _NO_DATE.search(field):
            yield field, meta.get("content", "")
    for script in tree.iterfind(".//script[@type='application/ld+json']"):
        yield from _JSON_DATE.findall(script.text or "")
    for element in tree.iterfind(".//time"):
        if not _in_running_text(element):
            field = " ".join(filter(None, (element.get("itemprop"), element.get("class"))))
            yield f"time {field}".strip(), element.get("datetime") or element.text_content()
    for element in tree.xpath(".//*[@itemprop or @class or @id]"):
        field = " ".join(filter(None, (element.get("itemprop"), element.get("class"), element.get("id"))))
        if re.search(r"date|publish|posted|time", field, re.IGNORECASE) and not _NO_DATE.search(field):
            value = element.text_content().strip()
            if len(value) <= _LONGEST_BYLINE:
                yield field, value


def _in_running_text(element: HtmlElement) -> bool:
    paragraph = next(element.iterancestors("p"), None)
    return paragraph is not None and len(paragraph.text_content()) > _LONGEST_BYLINE
