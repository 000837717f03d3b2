"""When each time expression of a doc is: what the attributes of its spans (`time_expressions`) ask for."""

import datetime as dt
from collections.abc import Mapping
from weakref import WeakKeyDictionary

import msgspec
from spacy.tokens import Doc, Span
from spacy.tokens.span_group import SpanGroup

from extractors.anchoring.linked_times import linked_times
from extractors.time_expressions.records import KEY
from timeline.dates.article_dates import resolve_expression
from timeline.model import Article, Basis, Published, TimeExpression
from timeline.when import When


class _LinkedDoc(msgspec.Struct, frozen=True):
    """The time expressions of a doc, and what they were read from."""

    group: SpanGroup | None
    size: int
    beside: tuple[object, object]
    """Who says what, and the events, which may be read later than the times."""
    article: Article
    places: Mapping[tuple[int, int], int]
    """Index of each expression by its characters."""


_read: WeakKeyDictionary[Doc, _LinkedDoc] = WeakKeyDictionary()
"""Kept beside the doc, since linking looks at all expressions at once, and each span is asked alone."""


def dated(span: Span, published: dt.date | None) -> tuple[TimeExpression, When] | None:
    """A time expression, and when it is under this publication date of its doc; None for any other span."""
    read = _reading(span.doc)
    place = read.places.get((span.start_char, span.end_char))
    if place is None:
        return None
    dating = None if published is None else Published(published, Basis.PERSON)
    article = msgspec.structs.replace(read.article, published=dating)
    return article.time_expressions[place], resolve_expression(article, place)


def _reading(doc: Doc) -> _LinkedDoc:
    group, beside = doc.spans.get(KEY), (doc._.dateline_attributions, doc._.dateline_events)
    size = 0 if group is None else len(group)
    known = _read.get(doc)
    if (
        known is None
        or known.group is not group
        or known.size != size
        or any(one is not other for one, other in zip(known.beside, beside, strict=True))
    ):
        times = linked_times(doc)
        places = {(one.start, one.end): place for place, one in enumerate(times)}
        article = Article(id="", name="", text="", time_expressions=times)
        known = _read[doc] = _LinkedDoc(group, size, beside, article, places)
    return known
