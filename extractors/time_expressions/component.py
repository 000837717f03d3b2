"""Time expressions: a spaCy component that finds them and says what they mean, before any date is known.

`nlp.add_pipe("dateline_time_expressions")` fills `doc.spans["time_expressions"]`, labelled with the TIMEX3 type, and
`time_expressions(doc)` gives them as records. When they are is told by their
attributes (`attributes.py`).
"""

from collections.abc import Iterator, Sequence

import msgspec
from spacy.language import Language
from spacy.tokens import Doc, Span

from extractors.component import Component
from extractors.sentences import sentences
from extractors.time_expressions.attributes import day
from extractors.time_expressions.countries import Countries
from extractors.time_expressions.direction import Directions
from extractors.time_expressions.grammar.anniversary_rules import ANNIVERSARY
from extractors.time_expressions.grammar.comparisons import Finding, day_of_sentence, settle
from extractors.time_expressions.grammar.composition import with_meaning
from extractors.time_expressions.grammar.english import find_times
from extractors.time_expressions.grammar.pieces import Piece, Time
from extractors.time_expressions.grammar.wording import wording
from extractors.time_expressions.naming_times import in_title, names_a_thing, tells_a_kind
from extractors.time_expressions.records import KEY, keep, time_expressions
from timeline.meanings import Meaning
from timeline.meanings.composed import About, PartOfDay, PartOfPeriod, Range
from timeline.meanings.counted import Period, Shift, Trailing
from timeline.meanings.named import YearPart
from timeline.meanings.placeless import Duration
from timeline.meanings.units import Anchor, DayPart, Unit
from timeline.model import Direction, Sense, TimexType

__all__ = ["KEY", "TimeExpressions", "time_expressions"]


class TimeExpressions(Component[Finding]):
    """Finds time expressions in each sentence."""

    def __init__(self, published: str | None = None) -> None:
        """The publication date of docs that have none of their own, as `2019-01-28`."""
        self.published = day(published)

    def __call__(self, doc: Doc) -> Doc:
        """Date `doc` where nobody has, and annotate it."""
        if doc._.published is None:
            doc._.published = self.published
        return super().__call__(doc)

    def set_annotations(self, doc: Doc, records: Sequence[Finding]) -> None:
        """Set `doc.spans["time_expressions"]`."""
        keep(doc, records)

    def match(self, doc: Doc) -> list[Finding]:
        """What is found, without changing `doc`."""
        findings: list[Finding] = []
        directions, countries = Directions(doc), Countries(doc)
        for sentence in sentences(doc):
            of_sentence = []
            words = [token.text for token in sentence]
            for piece in _parted(find_times([wording(word) for word in words]), sentence.start, directions):
                if _only_names(words, piece.start, piece.end):
                    continue
                piece = _told_of(piece, countries, sentence)  # noqa: PLW2901 - the same, with its country
                first, last = sentence.start + piece.start, sentence.start + piece.end
                if _is_end(piece) and directions.sets_new_day(first):
                    piece = _at_its_end(piece)  # noqa: PLW2901 - the same, as a day by itself
                bare = _is_bare(piece) and ANNIVERSARY not in piece.rules
                direction = directions.read(first, last) if bare else Direction()
                if _is_ahead(piece):
                    direction = directions.of_verb(first, last)
                elif _is_of_now(piece):
                    direction = directions.of_a_part(first, last)
                if _is_last_night(piece, words) and directions.of_verb(first, last).sense is Sense.FUTURE:
                    piece = _tonight(piece)  # noqa: PLW2901 - the same, as its verb tells it
                told = directions.of_verb(first, last) if _is_this_week(piece) else direction
                direction = told if told.sense is Sense.PAST else direction
                took = direction.sense is Sense.PAST or directions.tells_how_long(first, last)
                if _is_ahead(piece) and took:
                    piece = _done_in(piece)  # noqa: PLW2901 - the same, as its verb tells it
                of_sentence.append(_finding(piece, sentence.start, direction))
            findings.extend(day_of_sentence(of_sentence))
        return settle(findings)


def _parted(pieces: Sequence[Piece], offset: int, directions: Directions) -> Iterator[Piece]:
    """The times of a sentence; the two days of *moved from 3 March to 10 April* are no span."""
    for piece in pieces:
        assert isinstance(piece.value, Time)
        span = isinstance(piece.value.meaning, Range) and len(piece.ends) > 1
        if span and directions.moves_from(offset + piece.start):
            yield from piece.ends
        else:
            yield piece


def _only_names(words: Sequence[str], start: int, end: int) -> bool:
    return in_title(words, start, end) or tells_a_kind(words, end) or names_a_thing(words, start, end)


def _finding(piece: Piece, offset: int, direction: Direction) -> Finding:
    assert isinstance(piece.value, Time)
    ends = tuple(_finding(end, offset, direction) for end in piece.ends)
    return Finding(offset + piece.start, offset + piece.end, piece.value, direction, piece.rules, ends)


def _told_of(piece: Piece, countries: Countries, sentence: Span) -> Piece:
    """A time and its ends, with the countries that it is told of."""
    assert isinstance(piece.value, Time)
    told = countries.told(piece.value.meaning, sentence)
    ends = tuple(_told_of(end, countries, sentence) for end in piece.ends)
    return (
        piece
        if told == piece.value.meaning and ends == piece.ends
        else msgspec.structs.replace(with_meaning(piece, told), ends=ends)
    )


def _is_end(piece: Piece) -> bool:
    """Whether it is the end of something whose beginning is not told: *until Friday*."""
    assert isinstance(piece.value, Time)
    meaning = piece.value.meaning
    return isinstance(meaning, Range) and meaning.start is None and meaning.end is not None


def _at_its_end(piece: Piece) -> Piece:
    """*Put off until Friday*: it is to be then, and does not last until then."""
    assert isinstance(piece.value, Time)
    meaning = piece.value.meaning
    assert isinstance(meaning, Range)
    assert meaning.end is not None
    return with_meaning(piece, meaning.end)


def _done_in(piece: Piece) -> Piece:
    """*Opens in two years* lies ahead, *was built in two years* is how long it took."""
    assert isinstance(piece.value, Time)
    match piece.value.meaning:
        case Trailing(1, unit) if piece.rules[-1] == "period":  # *quit the next month*
            return msgspec.structs.replace(piece, value=Time(Shift(1, unit, Anchor.NARRATIVE)))
        case Trailing(count, unit):  # *spent the next two years in jail*
            return msgspec.structs.replace(piece, value=Time(Duration(unit, count), TimexType.DURATION))
        case Shift(count, unit):
            took: Meaning = Duration(unit, count)
        case About(modifier, Shift(count, unit)):
            took = About(modifier, Duration(unit, count))
        case _:
            return piece
    return msgspec.structs.replace(piece, value=Time(took, TimexType.DURATION), start=piece.start + 1)


def _is_ahead(piece: Piece) -> bool:
    """Whether it is *in two years* or *the next two years*, of which the verb tells what it means."""
    assert isinstance(piece.value, Time)
    if piece.rules[-1:] == ("in",):
        return piece.value.type is TimexType.DATE
    return isinstance(piece.value.meaning, Trailing) and piece.value.meaning.count > 0


def _is_of_now(piece: Piece) -> bool:
    """Whether it is *the end of the month*: of which month its verb tells."""
    assert isinstance(piece.value, Time)
    match piece.value.meaning:
        case PartOfPeriod(_, Period(_, 0)) | Range(_, PartOfPeriod(_, Period(_, 0))) | YearPart(_, None, 0):
            return True
        case _:
            return False


def _is_this_week(piece: Piece) -> bool:
    """Whether it is *this week*, which is over where a past is told of it on its first day."""
    assert isinstance(piece.value, Time)
    return piece.value.meaning == Period(Unit.WEEK, 0)


def _is_last_night(piece: Piece, words: Sequence[str]) -> bool:
    """Whether it is *overnight*: the night before publication, unless it lies ahead."""
    assert isinstance(piece.value, Time)
    night = piece.value.meaning == PartOfDay(DayPart.NIGHT, Period(Unit.DAY, -1))
    return night and words[piece.start].lower() == "overnight"


def _tonight(piece: Piece) -> Piece:
    """*Will freeze overnight*: in the night to come."""
    return with_meaning(piece, PartOfDay(DayPart.NIGHT, Period(Unit.DAY, 0)))


def _is_bare(piece: Piece) -> bool:
    """Whether nothing in the expression itself says which way it points."""
    assert isinstance(piece.value, Time)
    return piece.value.meaning.is_bare()


@Language.factory("dateline_time_expressions", assigns=["doc.spans"], default_config={"published": None})
def make_time_expressions(nlp: Language, name: str, *, published: str | None) -> TimeExpressions:  # noqa: ARG001 - a spaCy factory
    """The component, for `nlp.add_pipe("dateline_time_expressions")`."""
    return TimeExpressions(published)
