"""What the linked data of a page (JSON-LD of schema.org) say of the article itself.

A page's scripts describe its site, its videos and its comments as well, each with dates of its own. Only those of an
article count, or of the page where no article is described; and only where all of them agree.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from lxml.html import HtmlElement

_PAGES = frozenset("WebPage ItemPage VideoObject AudioObject PodcastEpisode CreativeWork".split())
"""What a page may be besides an article."""
_HOLDING = ("@graph", "mainEntity", "mainEntityOfPage")
"""Where what a page is about may stand; what else is nested is of something beside it."""
_PUBLISHED = ("datePublished", "uploadDate", "dateCreated")
_MODIFIED = ("dateModified",)
_DEEPEST = 6
_MOST = 1_000


class LinkedDate(NamedTuple):
    """A field and what it holds."""

    field: str
    value: str


def scripts(tree: HtmlElement) -> list[HtmlElement]:
    """The scripts of a page that hold linked data."""
    return list(tree.iterfind(".//script[@type='application/ld+json']"))


def linked_dates(tree: HtmlElement, *, update: bool) -> list[LinkedDate]:
    """When the article was published, or changed, by each description of it; of the page where there is none of it."""
    nodes = [node for script in scripts(tree) for node in _nodes(_read(script.text or ""), _DEEPEST)][:_MOST]
    described = [node for node in nodes if any(_is_article(kind) for kind in _kinds(node))]
    described = described or [node for node in nodes if not _PAGES.isdisjoint(_kinds(node))]
    return [found for node in described if (found := _date(node, _MODIFIED if update else _PUBLISHED)) is not None]


def _read(text: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):  # pages hold all kinds of text there
        return None


def _nodes(found: object, deepest: int) -> Iterator[Mapping[str, Any]]:
    if deepest and isinstance(found, list):
        for one in found:
            yield from _nodes(one, deepest - 1)
    elif deepest and isinstance(found, dict):
        yield found
        for key in _HOLDING:
            yield from _nodes(found.get(key), deepest - 1)


def _kinds(node: Mapping[str, Any]) -> list[str]:
    kinds = node.get("@type")
    return [kind for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)]


def _is_article(kind: str) -> bool:
    return kind.endswith(("Article", "Posting")) or kind == "Report"


def _date(node: Mapping[str, Any], fields: tuple[str, ...]) -> LinkedDate | None:
    values = ((field, node.get(field)) for field in fields)
    return next((LinkedDate(field, value) for field, value in values if isinstance(value, str)), None)
