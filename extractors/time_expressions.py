"""Time expressions: a spaCy component that finds them and says what they mean, before any date is known.

`nlp.add_pipe("dateline_time_expressions")` fills `doc.spans["time_expressions"]`, labelled with the TIMEX3 type. Each
span carries `span._.time_meaning`, `span._.time_direction` and `span._.time_rules`, plain JSON, so that docs can be
serialized; `time_expressions(doc)` gives them as records.
"""

from typing import Any

import msgspec
from spacy.language import Language
from spacy.tokens import Doc, Span

from extractors.grammar.direction import Directions
from extractors.grammar.english import find_times
from extractors.grammar.pieces import Piece, Time
from extractors.sentences import sentences
from timeline.meaning import CalendarDate, Meaning, Season, Weekday
from timeline.model import Direction, TimeExpression, TimexType

KEY = "time_expressions"
"""Where the spans are: `doc.spans[KEY]`."""

for _name in ("time_meaning", "time_direction", "time_rules"):
    if not Span.has_extension(_name):
        Span.set_extension(_name, default=None)


class TimeExpressions:
    """Finds time expressions in each sentence."""

    def __call__(self, doc: Doc) -> Doc:
        """Set `doc.spans["time_expressions"]`."""
        self.set_annotations(doc, self.match(doc))
        return doc

    def match(self, doc: Doc) -> list[tuple[Span, Time, Direction, tuple[str, ...]]]:
        """What is found, without changing `doc`."""
        found = []
        directions = Directions(doc)
        for sentence in sentences(doc):
            tokens = [token for token in sentence if not token.is_space]
            pieces = find_times(tokens)
            for piece in pieces:
                assert isinstance(piece.value, Time)
                first, last = tokens[piece.start].i, tokens[piece.end - 1].i + 1
                span = Span(doc, first, last, label=piece.value.type)
                direction = directions.read(first, last) if _is_bare(piece) else Direction()
                found.append((span, piece.value, direction, piece.rules))
        return found

    def set_annotations(self, doc: Doc, found: list[tuple[Span, Time, Direction, tuple[str, ...]]]) -> None:
        """Keep what was found in the spans of `doc`."""
        doc.spans[KEY] = [span for span, *_ in found]
        for span, time, direction, rules in found:
            span._.time_meaning = msgspec.to_builtins(time.meaning)
            span._.time_direction = msgspec.to_builtins(direction)
            span._.time_rules = list(rules)


def time_expressions(doc: Doc) -> tuple[TimeExpression, ...]:
    """The time expressions of a processed doc as records."""
    return tuple(
        TimeExpression(
            span.start_char,
            span.end_char,
            span.text,
            TimexType(span.label_),
            _as(span._.time_meaning, Meaning),
            _as(span._.time_direction, Direction),
            tuple(span._.time_rules),
        )
        for span in doc.spans.get(KEY, ())
    )


def _as(value: Any, type: Any) -> Any:  # noqa: A002, ANN401 - msgspec's own word; a union is no type to mypy
    return msgspec.convert(value, type)


def _is_bare(piece: Piece) -> bool:
    """Whether nothing in the expression itself says which way it points."""
    assert isinstance(piece.value, Time)
    return _has_bare(piece.value.meaning)


def _has_bare(meaning: Meaning | msgspec.Struct | None) -> bool:
    match meaning:
        case Weekday(offset=None) | Weekday(offset=0) | CalendarDate(year=None) | Season(year=None, offset=None):
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
