"""Time expressions as a doc keeps them, spans that carry plain JSON so that docs can be serialized; and as records."""

from collections.abc import Sequence
from typing import Any

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
            ends=_as(span._.time_ends or (), tuple[TimeExpression, ...]),
        )
        for span in doc.spans.get(KEY, ())
    )


def meaning_of(span: Span) -> Meaning:
    """What the words of a time expression mean."""
    meaning: Meaning = _as(span._.time_meaning, Meaning)
    return meaning


def direction_of(span: Span) -> Direction:
    """Which way a time expression points."""
    direction: Direction = _as(span._.time_direction, Direction)
    return direction


def _record(doc: Doc, one: Finding) -> TimeExpression:
    span = doc[one.start : one.end]
    return TimeExpression(
        span.start_char, span.end_char, span.text, one.time.type, one.time.meaning, one.direction, one.rules
    )


def _as(value: Any, type: Any) -> Any:  # noqa: A002, ANN401 - msgspec's own word; a union is no type to mypy
    return msgspec.convert(value, type)
