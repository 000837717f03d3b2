"""When a time expression is, as attributes of its span: read when they are asked for, from the doc's publication date.

`doc._.published = "2019-01-28"` dates a doc, at any time; what counts from an unknown date stays open. Of each span of
`doc.spans["time_expressions"]`, and of the like span of any other group:

- `span._.time_when`: the whole record, None for a span that is no time expression
- `span._.time_value`, `span._.time_edtf`: TIMEX3 and EDTF; the latter is empty where no calendar date is known
- `span._.time_earliest`, `span._.time_latest`: the days it spans; None on an open side
- `span._.time_derivation`: the steps from the words to the date, in words
- `span._.time_confidence`: how often such are read right; None where it stays open
"""

import datetime as dt
from collections.abc import Callable, Mapping
from weakref import WeakKeyDictionary

import msgspec
from spacy.tokens import Doc, Span
from spacy.tokens.span_group import SpanGroup

from extractors.anchoring.linked_times import linked_times
from extractors.time_expressions.records import KEY
from timeline.dates.confidence import Confidence, confidence
from timeline.dates.resolve import resolve_expression
from timeline.model import Article, Basis, Published, TimeExpression
from timeline.when import When

_PUBLISHED = "dateline_published"
"""Where a doc keeps its publication date, as ISO text: `doc.user_data` is written with the doc."""


def day(given: str | dt.date | None) -> dt.date | None:
    """A day as it is given to a doc or a component. Raises ValueError for text that is no ISO date."""
    if isinstance(given, dt.datetime):
        return given.date()
    if not isinstance(given, str):
        return given
    try:
        return dt.date.fromisoformat(given)
    except ValueError:
        raise ValueError(f"“{given}” is no publication date such as 2019-01-28") from None


class _Read(msgspec.Struct, frozen=True):
    """The time expressions of a doc, and what they were read from."""

    group: SpanGroup | None
    size: int
    beside: tuple[object, object]
    """Who says what, and the events, which may be read later than the times."""
    article: Article
    places: Mapping[tuple[int, int], int]
    """Index of each expression by its characters."""


_read: WeakKeyDictionary[Doc, _Read] = WeakKeyDictionary()
"""Kept beside the doc, since linking looks at all expressions at once, and each span is asked alone."""


def when(span: Span) -> When | None:
    """When a time expression is, under the publication date of its doc; None for any other span."""
    found = _dated(span)
    return None if found is None else found[1]


def _confidence(span: Span) -> Confidence | None:
    found = _dated(span)
    return None if found is None else confidence(*found)


def _dated(span: Span) -> tuple[TimeExpression, When] | None:
    read = _reading(span.doc)
    place = read.places.get((span.start_char, span.end_char))
    if place is None:
        return None
    date = _published(span.doc)
    published = None if date is None else Published(date, Basis.PERSON)
    article = msgspec.structs.replace(read.article, published=published)
    return article.time_expressions[place], resolve_expression(article, place)


def _reading(doc: Doc) -> _Read:
    group, beside = doc.spans.get(KEY), (doc._.attribution_speakers, doc._.dateline_events)
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
        known = _read[doc] = _Read(group, size, beside, article, places)
    return known


def _published(doc: Doc) -> dt.date | None:
    return day(doc.user_data.get(_PUBLISHED))


def _publish(doc: Doc, given: str | dt.date | None) -> None:
    date = day(given)
    if date is None:
        doc.user_data.pop(_PUBLISHED, None)
    else:
        doc.user_data[_PUBLISHED] = date.isoformat()


_ATTRIBUTES: Mapping[str, Callable[[When], object]] = {
    "time_when": lambda when: when,
    "time_value": lambda when: when.timex,
    "time_edtf": lambda when: when.edtf,
    "time_earliest": lambda when: when.earliest,
    "time_latest": lambda when: when.latest,
    "time_derivation": lambda when: tuple(step.says for step in when.derivation),
}


def _getter(of: Callable[[When], object]) -> Callable[[Span], object]:
    def get(span: Span) -> object:
        found = when(span)
        return None if found is None else of(found)

    return get


if not Doc.has_extension("published"):
    Doc.set_extension("published", getter=_published, setter=_publish)
_getters = {name: _getter(of) for name, of in _ATTRIBUTES.items()} | {"time_confidence": _confidence}
for _name, _get in _getters.items():
    if not Span.has_extension(_name):
        Span.set_extension(_name, getter=_get)
