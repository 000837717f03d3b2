"""Time expressions as a doc keeps them, spans that carry plain JSON so that docs can be serialized; and as records."""

from collections.abc import Sequence

import msgspec
from spacy.tokens import Doc, Span

from extractors.time_expressions.grammar.comparisons import Finding
from timeline.meanings import Meaning
from timeline.model import Direction, TimeExpression, TimexType

KEY = "time_expressions"
"""Where the spans are: `doc.spans[KEY]`."""

for _name in ("time_meaning", "time_direction", "time_rules", "time_ends"):
    if not Span.has_extension(_name):
        Span.set_extension(_name, default=None)


class _Meant(msgspec.Struct):
    """A meaning. In a struct, for msgspec would look through the union of all meanings at each conversion to it."""

    meaning: Meaning


def keep(doc: Doc, findings: Sequence[Finding]) -> None:
    """Keep in the spans of `doc` what was found in it."""
    doc.spans[KEY] = [Span(doc, one.start, one.end, label=one.time.type) for one in findings]
    for span, one in zip(doc.spans[KEY], findings, strict=True):
        span._.time_meaning = msgspec.to_builtins(one.time.meaning)
        span._.time_direction = msgspec.to_builtins(one.direction)
        span._.time_rules = list(one.rules)
        span._.time_ends = [msgspec.to_builtins(_record(doc, end)) for end in one.ends]


def time_expressions(doc: Doc) -> tuple[TimeExpression, ...]:
    """The time expressions of a processed doc as records."""
    text = doc.text
    return tuple(
        TimeExpression(
            start=span.start_char,
            end=span.end_char,
            text=text[span.start_char : span.end_char],
            type=TimexType(span.label_),
            meaning=meaning_of(span),
            direction=direction_of(span),
            rules=tuple(span._.time_rules),
            ends=tuple(msgspec.convert(end, TimeExpression) for end in span._.time_ends or ()),
        )
        for span in doc.spans.get(KEY, ())
    )


def meaning_of(span: Span) -> Meaning:
    """What the words of a time expression mean."""
    return msgspec.convert({"meaning": span._.time_meaning}, _Meant).meaning


def direction_of(span: Span) -> Direction:
    """Which way a time expression points."""
    return msgspec.convert(span._.time_direction, Direction)


def _record(doc: Doc, one: Finding) -> TimeExpression:
    span = doc[one.start : one.end]
    return TimeExpression(
        span.start_char, span.end_char, span.text, one.time.type, one.time.meaning, one.direction, one.rules
    )
