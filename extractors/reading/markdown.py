"""Markdown to plain paragraphs: marks and link targets go, words stay; front matter becomes metadata."""

import re
from collections.abc import Iterator

from lxml import html
from lxml.etree import LxmlError
from markdown_it import MarkdownIt
from markdown_it.token import Token

from extractors.reading.document import Document, Stated
from extractors.reading.mastheads import masthead
from extractors.reading.plain import without_citations
from extractors.reading.written_dates import written_date

_FRONT = re.compile(r"---[ \t]*\n(?P<keys>.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_KEY = re.compile(r"(?P<key>[A-Za-z_-]+)[ \t]*:[ \t]*(?P<value>.*)")
_FIELDS = {
    "title": ("title", "headline"),
    "publisher": ("publisher", "source", "site", "sitename", "outlet"),
    "authors": ("author", "authors", "byline", "by"),
    "url": ("url", "link", "canonical", "permalink"),
    "language": ("lang", "language"),
    "published": ("date", "published", "publish_date", "pubdate", "created"),
    "updated": ("updated", "lastmod", "modified"),
}


def read_markdown(text: str) -> Document:
    """The paragraphs of a Markdown text, blank lines between them; a heading that opens it is its title."""
    front = _FRONT.match(text)
    stated = _keys(front["keys"]) if front else {}
    tokens = MarkdownIt("commonmark").enable("table").parse(text[front.end() :] if front else text)
    heading = _opening_heading(tokens)
    title = stated.get("title") or (_words(tokens[1]) if heading else "")
    body = without_citations("\n\n".join(_paragraphs(tokens[3:] if heading else tokens)))
    return Document(
        text=body,
        title=title,
        publisher=stated.get("publisher") or masthead(body, title).outlet,
        authors=tuple(filter(None, map(str.strip, stated.get("authors", "").split(",")))),
        url=stated.get("url", ""),
        language=stated.get("language", ""),
        published=_date(stated, "published"),
        updated=_date(stated, "updated"),
    )


def _keys(front: str) -> dict[str, str]:
    """Simple `key: value` lines, with lists as `[a, b]` or as lines of `- a` below their key."""
    given: dict[str, str] = {}
    key = ""
    for line in front.splitlines():
        if match := _KEY.match(line):
            key, value = match["key"].lower(), match["value"].strip()
        elif key and line.lstrip().startswith("- "):
            value = ", ".join(filter(None, (given.get(key), _bare(line.lstrip()[2:]))))
        else:
            continue
        given[key] = ", ".join(map(_bare, value.split(","))) if value.startswith("[") else _bare(value)
    names = {field: next((name for name in names if given.get(name)), "") for field, names in _FIELDS.items()}
    return {field: given[name] for field, name in names.items() if name}


def _bare(value: str) -> str:
    return value.strip().strip("[]").strip().strip("\"'")


def _date(stated: dict[str, str], field: str) -> Stated | None:
    date = written_date(stated.get(field, ""))
    return Stated(date, f"front matter: {stated[field]}") if date else None


def _opening_heading(tokens: list[Token]) -> bool:
    return bool(tokens) and tokens[0].type == "heading_open" and tokens[0].tag == "h1"


def _paragraphs(tokens: list[Token]) -> Iterator[str]:
    row: list[str] | None = None
    """The cells of the row of a table that is being read: a row is one paragraph."""
    for token in tokens:
        words = ""
        if token.type == "tr_open":
            row = []
        elif token.type == "tr_close":
            words, row = " | ".join(filter(None, row or ())), None
        elif token.type == "inline" and row is not None:
            row.append(_words(token).strip())
        elif token.type == "inline":
            words = _words(token)
        elif token.type in {"fence", "code_block"}:
            words = token.content
        elif token.type == "html_block":
            words = _text_of(token.content)
        if words.strip():
            yield words.strip()


def _words(inline: Token) -> str:
    parts = []
    for token in inline.children or ():
        if token.type in {"text", "code_inline", "text_special"}:
            parts.append(token.content)
        elif token.type in {"softbreak", "hardbreak"}:
            parts.append(" " if token.type == "softbreak" else "\n")
    return "".join(parts)


def _text_of(markup: str) -> str:
    try:
        tree = html.fragment_fromstring(markup, create_parent="div")
    except (LxmlError, ValueError):
        return ""
    for unseen in tree.xpath(".//script | .//style"):
        unseen.drop_tree()
    return " ".join(tree.text_content().split())
