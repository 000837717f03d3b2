"""The publication date of a doc, and when its time expressions are: attributes that are read when they are asked for.

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

from spacy.tokens import Doc, Span

from timeline.dates.confidence import confidence
from timeline.model import TimeExpression
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


def published(doc: Doc) -> dt.date | None:
    """The publication date of a doc; None while nobody knows it."""
    return day(doc.user_data.get(_PUBLISHED))


def _publish(doc: Doc, given: str | dt.date | None) -> None:
    date = day(given)
    if date is None:
        doc.user_data.pop(_PUBLISHED, None)
    else:
        doc.user_data[_PUBLISHED] = date.isoformat()


_ATTRIBUTES: Mapping[str, Callable[[TimeExpression, When], object]] = {
    "time_when": lambda _, when: when,
    "time_value": lambda _, when: when.timex,
    "time_edtf": lambda _, when: when.edtf,
    "time_earliest": lambda _, when: when.earliest,
    "time_latest": lambda _, when: when.latest,
    "time_derivation": lambda _, when: tuple(step.says for step in when.derivation),
    "time_confidence": confidence,
}


def _getter(of: Callable[[TimeExpression, When], object]) -> Callable[[Span], object]:
    def get(span: Span) -> object:
        # What a time counts from is read from all that was found after it, so that nothing here may stand on it.
        from extractors.anchoring.dated_spans import dated  # noqa: PLC0415

        dated_expression = dated(span, published(span.doc))
        return None if dated_expression is None else of(*dated_expression)

    return get


if not Doc.has_extension("published"):
    Doc.set_extension("published", getter=published, setter=_publish)
for _name, _of in _ATTRIBUTES.items():
    if not Span.has_extension(_name):
        Span.set_extension(_name, getter=_getter(_of))
