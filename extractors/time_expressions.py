"""Time expressions: a spaCy component that finds them and says what they mean, before any date is known.

`nlp.add_pipe("dateline_time_expressions")` fills `doc.spans["time_expressions"]`, labelled with the TIMEX3 type, and
`time_expressions(doc)` gives them as records. When they are is told by the attributes of `extractors.dated_spans`.
"""

import msgspec
from spacy.language import Language
from spacy.tokens import Doc

from extractors import dated_spans
from extractors.grammar.comparisons import Finding, day_of_sentence, settle
from extractors.grammar.direction import Directions
from extractors.grammar.english import find_times
from extractors.grammar.pieces import Piece, Time
from extractors.grammar.wording import wording
from extractors.sentences import sentences
from extractors.time_records import KEY, keep, time_expressions
from timeline.meaning import About, CalendarDate, Duration, Holiday, Meaning, Period, Season, Shift, Weekday, YearPart
from timeline.model import Direction, Sense, TimexType

__all__ = ["KEY", "TimeExpressions", "time_expressions"]


class TimeExpressions:
    """Finds time expressions in each sentence."""

    def __init__(self, published: str | None = None) -> None:
        """The publication date of docs that have none of their own, as `2019-01-28`."""
        self.published = dated_spans.day(published)

    def __call__(self, doc: Doc) -> Doc:
        """Set `doc.spans["time_expressions"]`."""
        if doc._.published is None:
            doc._.published = self.published
        keep(doc, self.match(doc))
        return doc

    def match(self, doc: Doc) -> list[Finding]:
        """What is found, without changing `doc`."""
        found: list[Finding] = []
        directions = Directions(doc)
        for sentence in sentences(doc):
            told = []
            for piece in find_times([wording(token.text) for token in sentence]):
                first, last = sentence.start + piece.start, sentence.start + piece.end
                direction = directions.read(first, last) if _is_bare(piece) or _is_ahead(piece) else Direction()
                told.append(_finding(_done_in(piece, direction), sentence.start, direction))
            found.extend(day_of_sentence(told))
        return settle(found)


def _finding(piece: Piece, offset: int, direction: Direction) -> Finding:
    assert isinstance(piece.value, Time)
    ends = tuple(_finding(end, offset, direction) for end in piece.ends)
    return Finding(offset + piece.start, offset + piece.end, piece.value, direction, piece.rules, ends)


def _done_in(piece: Piece, direction: Direction) -> Piece:
    """*Opens in two years* lies ahead, *was built in two years* is how long it took."""
    if not _is_ahead(piece) or direction.sense is not Sense.PAST:
        return piece
    assert isinstance(piece.value, Time)
    ahead = piece.value.meaning
    shift = ahead.base if isinstance(ahead, About) else ahead
    assert isinstance(shift, Shift)
    took: Meaning = Duration(shift.unit, shift.count)
    if isinstance(ahead, About):
        took = About(ahead.modifier, took)
    return msgspec.structs.replace(piece, value=Time(took, TimexType.DURATION), start=piece.start + 1)


def _is_ahead(piece: Piece) -> bool:
    """Whether it is *in two years*, of which the verb tells what it means."""
    assert isinstance(piece.value, Time)
    return piece.rules[-1:] == ("in",) and piece.value.type is TimexType.DATE


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


@Language.factory("dateline_time_expressions", assigns=["doc.spans"], default_config={"published": None})
def make_time_expressions(nlp: Language, name: str, *, published: str | None) -> TimeExpressions:  # noqa: ARG001 - a spaCy factory
    """The component, for `nlp.add_pipe("dateline_time_expressions")`."""
    return TimeExpressions(published)
