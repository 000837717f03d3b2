"""Time expressions: a spaCy component that finds them and says what they mean, before any date is known.

`nlp.add_pipe("dateline_time_expressions")` fills `doc.spans["time_expressions"]`, labelled with the TIMEX3 type. Each
span carries `span._.time_meaning`, `span._.time_direction` and `span._.time_rules`, plain JSON, so that docs can be
serialized; `time_expressions(doc)` gives them as records.
"""

from collections.abc import Sequence
from typing import Any

import msgspec
from spacy.language import Language
from spacy.tokens import Doc, Span

from extractors.grammar.comparisons import Finding, day_of_sentence, settle
from extractors.grammar.direction import Directions
from extractors.grammar.english import find_times
from extractors.grammar.pieces import Piece, Time
from extractors.grammar.wording import wording
from extractors.sentences import sentences
from timeline.meaning import CalendarDate, Holiday, Meaning, Period, Season, Weekday, YearPart
from timeline.model import Direction, TimeExpression, TimexType

KEY = "time_expressions"
"""Where the spans are: `doc.spans[KEY]`."""

for _name in ("time_meaning", "time_direction", "time_rules", "time_ends"):
    if not Span.has_extension(_name):
        Span.set_extension(_name, default=None)


class TimeExpressions:
    """Finds time expressions in each sentence."""

    def __call__(self, doc: Doc) -> Doc:
        """Set `doc.spans["time_expressions"]`."""
        self.set_annotations(doc, self.match(doc))
        return doc

    def match(self, doc: Doc) -> list[Finding]:
        """What is found, without changing `doc`."""
        found: list[Finding] = []
        directions = Directions(doc)
        for sentence in sentences(doc):
            told = []
            for piece in find_times([wording(token.text) for token in sentence]):
                first, last = sentence.start + piece.start, sentence.start + piece.end
                direction = directions.read(first, last) if _is_bare(piece) else Direction()
                told.append(_finding(piece, sentence.start, direction))
            found.extend(day_of_sentence(told))
        return settle(found)

    def set_annotations(self, doc: Doc, found: list[Finding]) -> None:
        """Keep what was found in the spans of `doc`."""
        doc.spans[KEY] = [Span(doc, one.start, one.end, label=one.time.type) for one in found]
        for span, one in zip(doc.spans[KEY], found, strict=True):
            span._.time_meaning = msgspec.to_builtins(one.time.meaning)
            span._.time_direction = msgspec.to_builtins(one.direction)
            span._.time_rules = list(one.rules)
            span._.time_ends = [msgspec.to_builtins(end) for end in one.ends]


def time_expressions(doc: Doc) -> tuple[TimeExpression, ...]:
    """The time expressions of a processed doc as records."""
    return tuple(
        msgspec.structs.replace(
            _record(
                span,
                Time(_as(span._.time_meaning, Meaning), TimexType(span.label_)),
                _as(span._.time_direction, Direction),
                span._.time_rules,
            ),
            ends=tuple(_end(doc, _as(end, Finding)) for end in span._.time_ends or ()),
        )
        for span in doc.spans.get(KEY, ())
    )


def _record(span: Span, time: Time, direction: Direction, rules: Sequence[str]) -> TimeExpression:
    return TimeExpression(span.start_char, span.end_char, span.text, time.type, time.meaning, direction, tuple(rules))


def _end(doc: Doc, one: Finding) -> TimeExpression:
    return _record(doc[one.start : one.end], one.time, one.direction, one.rules)


def _finding(piece: Piece, offset: int, direction: Direction) -> Finding:
    assert isinstance(piece.value, Time)
    ends = tuple(_finding(end, offset, direction) for end in piece.ends)
    return Finding(offset + piece.start, offset + piece.end, piece.value, direction, piece.rules, ends)


def _as(value: Any, type: Any) -> Any:  # noqa: A002, ANN401 - msgspec's own word; a union is no type to mypy
    return msgspec.convert(value, type)


def _is_bare(piece: Piece) -> bool:
    """Whether nothing in the expression itself says which way it points."""
    assert isinstance(piece.value, Time)
    return _has_bare(piece.value.meaning)


def _has_bare(meaning: Meaning | msgspec.Struct | None) -> bool:
    match meaning:
        case Weekday(offset=None) | Weekday(offset=0) | CalendarDate(year=None, years=None):
            return True
        case Season(year=None, offset=None) | Holiday(year=None, offset=None) | YearPart(year=None, years=None):
            return True
        case Period(offset=None):
            return True
        case None:
            return False
        case _:
            parts = (getattr(meaning, field, None) for field in ("base", "start", "end"))
            return any(_has_bare(part) for part in parts if isinstance(part, msgspec.Struct))


@Language.factory("dateline_time_expressions", assigns=["doc.spans"])
def make_time_expressions(nlp: Language, name: str) -> TimeExpressions:  # noqa: ARG001 - a spaCy factory
    """The component, for `nlp.add_pipe("dateline_time_expressions")`."""
    return TimeExpressions()
