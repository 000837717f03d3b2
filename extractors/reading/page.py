"""HTML to plain paragraphs and metadata, by trafilatura and htmldate."""

import copy
import logging
import re
import warnings
from collections.abc import Iterator
from typing import Any

import msgspec
import trafilatura
from htmldate import find_date
from lxml.html import HtmlElement, document_fromstring

from extractors.reading.cleaning import clean, clean_line
from extractors.reading.document import Document, Stated
from extractors.reading.errors import Unreadable
from extractors.reading.linked_data import linked_dates, scripts
from extractors.reading.page_parts import (
    IN_UTC,
    DayWords,
    heading,
    is_over_days,
    left_out,
    mark_days,
    own_times,
    paragraphs,
    posts_of_days,
    stories,
    teasers,
    times_of,
    words_by_day,
)
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

_NO_TEXT = ("holds no article text", "pages that need a browser show it only there: save its text")
_MARKERS = re.compile(r"^(?:- |\| )", re.MULTILINE)
_UPDATE = re.compile(r"modif|updat|revis", re.IGNORECASE)
_NO_DATE = re.compile(r"copyright|expir", re.IGNORECASE)
_LONGEST_BYLINE = 200
"""Characters: a longer paragraph is text, and a longer value names nobody."""
_SHORT = 300
"""Of a text not longer than this trafilatura takes the paragraphs with all that is around them for one."""
_APPARATUS = "references reference reflist mw-editsection navbox catlinks mw-references-wrap".split()
"""Classes of what a wiki sets beside its text: lists of references, marks of citations, links to edit a section."""


def looks_like_html(text: str) -> bool:
    """Whether a text of unknown format starts as a page does."""
    return bool(_LOOKS_LIKE.match(text[:4096]))


def read_page(markup: str, address: str = "") -> list[Document]:
    """The articles in a page, blank lines between their paragraphs, without navigation, scripts and comments.

    They are several where it says so, and where its posts were written over several days (a document a day). A page
    of which nothing tells which words are of which day is one document that nothing but a person can date.

    Raises:
        Unreadable: There is no article text in it.
    """
    with warnings.catch_warnings():
        # dateutil warns the person of time zones that it does not know; the day is read all the same.
        warnings.simplefilter("ignore")
        tree = _tree(markup)
        if tree is None:
            raise Unreadable(*_NO_TEXT)
        whole = _whole(tree, address)
        if _is_wiki(tree):
            return [msgspec.structs.replace(whole, published=None, updated=None)]
        return _divided(markup, address, whole) or [_undated(whole) if _is_over_days(tree) else whole]


def _whole(tree: HtmlElement, address: str) -> Document:
    extracted = _extracted(tree, address)
    text = _paragraphs(extracted.text or "") if extracted else ""
    if extracted is None or not text:
        raise Unreadable(*_NO_TEXT)
    title = clean_line(extracted.title or "")
    return Document(
        text=text.removeprefix(f"{title}\n\n"),
        title=title,
        publisher=extracted.sitename or "",
        authors=tuple(filter(None, map(str.strip, (extracted.author or "").split(";")))),
        url=address or extracted.url or "",
        language=(tree.get("lang") or "").split("-")[0].lower(),
        published=_day_of(tree, update=False),
        updated=_day_of(tree, update=True),
    )


def _day_of(tree: HtmlElement, *, update: bool) -> Stated | None:
    """When a page says that it was published, or changed: its head first, then its linked data, then its body."""
    described = scripts(tree)
    texts = [script.text for script in described]
    for script in described:
        script.text = None  # htmldate takes the first date that stands in one, whosever it is
    stated = _stated(tree, find_date(tree, original_date=not update, url="", **_SEARCH), update=update)
    for script, words in zip(described, texts, strict=True):
        script.text = words
    linked = _linked(tree, update=update)
    in_head = stated is not None and stated.field in {field for field, _ in _metas(tree)}
    if linked is not None and not in_head:
        return linked
    return stated if update else _own(tree, stated)


def _linked(tree: HtmlElement, *, update: bool) -> Stated | None:
    found = [
        Stated(written, field, in_utc=not update and bool(IN_UTC.search(value)))
        for field, value in linked_dates(tree, update=update)
        if (written := written_date(value))
    ]
    return found[0] if len({stated.date for stated in found}) == 1 else None


def _own(tree: HtmlElement, stated: Stated | None) -> Stated | None:
    """What a page states, unless only a `<time>` of what it embeds or teases, an older post for one, states it."""
    if stated is None or not stated.field.startswith("time"):
        return stated
    own = own_times(tree, teasers(tree))
    if stated.date in {each.date for each in own}:
        return stated
    return own[0] if len({each.date for each in own}) == 1 else None


def _divided(markup: str, address: str, whole: Document) -> list[Document]:
    """A document for each article or day of a page that holds several; empty where it holds one."""
    tree = _tree(markup)
    assert tree is not None
    found = [] if _is_live(tree) else stories(tree)
    if not found:
        return _by_days(tree, address, whole)
    notices = [f"is one of {len(found)} articles on its page, each read by itself"]
    if short := left_out(tree, found):
        notices.append(f"beside it stands what is too short for an article: {', '.join(f'“{one}”' for one in short)}")
    page = msgspec.structs.replace(whole, published=_of_page(tree, whole), updated=None, notices=tuple(notices))
    numbered = enumerate(found, 1)
    return [document for number, story in numbered for document in _read_story(story, number, address, page)]


def _of_page(tree: HtmlElement, whole: Document) -> Stated | None:
    """The day of a page with several articles, which is not that of one of them."""
    around = own_times(tree, list(tree.iter("article")))
    if len({stated.date for stated in around}) == 1:
        return around[0]
    inside = {stated.date for _, stated in times_of(tree)}
    return whole.published if whole.published and whole.published.date not in inside else None


def _read_story(story: HtmlElement, number: int, address: str, page: Document) -> list[Document]:
    words, title, own = paragraphs(story), heading(story), own_times(story)
    short = sum(map(len, words)) < _SHORT
    text = "\n\n".join(words) if short else _text_of(_alone(story), address)
    document = msgspec.structs.replace(
        page,
        text=text.removeprefix(f"{title}\n\n"),
        title=title,
        published=own[0] if own else page.published,
        part=f"article {number}",
    )
    return _by_days(_alone(story), address, document) or [_undated(document) if is_over_days(story) else document]


def _by_days(tree: HtmlElement, address: str, whole: Document) -> list[Document]:
    """A document for each day of a page or an article; empty where it is of one. The tree is changed."""
    if len({stated.date for _, stated in times_of(tree)}) < 2:
        return []
    days = mark_days(tree)
    divided = words_by_day(_text_of(tree, address), days)
    notice = f"is one of {len(divided)} days on its page, each read by itself"
    return [_document_of(piece, whole, notice) for piece in divided]


def _document_of(piece: DayWords, whole: Document, notice: str) -> Document:
    lines = piece.lines[1:] if piece.lines[0] == whole.title else piece.lines
    part = f"posts of {piece.day.date}" if piece.day else "the rest"
    return msgspec.structs.replace(
        whole,
        text="\n\n".join(lines or piece.lines),
        published=piece.day,
        updated=None,
        part=", ".join(filter(None, (whole.part, part))),
        dateless=piece.day is None,
        notices=(notice,),
    )


def _text_of(tree: HtmlElement, address: str) -> str:
    found = _extracted(tree, address)
    return _paragraphs(found.text or "") if found else ""


def _alone(element: HtmlElement) -> HtmlElement:
    """A page that holds nothing but an element."""
    page = document_fromstring("<html><body></body></html>")
    page.body.append(copy.deepcopy(element))
    return page


def _undated(document: Document) -> Document:
    notice = (
        "was written over several days, and its page does not tell what is of which day: “today” and the like stay open"
    )
    return msgspec.structs.replace(document, published=None, updated=None, dateless=True, notices=(notice,))


def _is_over_days(tree: HtmlElement) -> bool:
    return is_over_days(tree) or posts_of_days(_linked_data(tree))


def _is_live(tree: HtmlElement) -> bool:
    return any('"LiveBlogPosting"' in data for data in _linked_data(tree))


def _linked_data(tree: HtmlElement) -> Iterator[str]:
    return (script.text or "" for script in scripts(tree))


def _tree(markup: str) -> HtmlElement | None:
    tree = trafilatura.load_html(_OVERLONG_TAG.sub("", markup))
    if tree is not None:
        _clean_words(tree)
        _drop_apparatus(tree)
    return tree


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
            return Stated(written, field, in_utc=not update and bool(IN_UTC.search(value)))
    return None


def _metas(tree: HtmlElement) -> Iterator[tuple[str, str]]:
    for meta in tree.iterfind(".//meta[@content]"):
        field = meta.get("property") or meta.get("name") or meta.get("itemprop") or meta.get("http-equiv") or ""
        if not _NO_DATE.search(field):
            yield field, meta.get("content", "")


def _fields(tree: HtmlElement) -> Iterator[tuple[str, str]]:
    yield from _metas(tree)
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
