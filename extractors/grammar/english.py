"""The English date grammar: all layers in the order they are applied."""

from collections.abc import Sequence

from spacy.tokens import Token

from extractors.grammar.calendar_rules import DATES, NAMES, PARTS, TIMES
from extractors.grammar.composition import compose
from extractors.grammar.pieces import Piece, may_tell_time, read_pieces
from extractors.grammar.relative_rules import AMOUNTS, CLOCKS, NUMBERS, SHIFTS, SIGNALS

LAYERS = ((*NAMES, *NUMBERS), DATES, AMOUNTS, TIMES, SHIFTS, PARTS, CLOCKS, SIGNALS)


def find_times(tokens: Sequence[Token]) -> list[Piece]:
    """The time expressions of one sentence, in order: pieces whose value is a `Time`."""
    if not may_tell_time(tokens):
        return []
    return [piece for piece in compose(read_pieces(tokens), tokens, LAYERS) if piece.kind == "time"]
