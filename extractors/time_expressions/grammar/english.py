"""The English date grammar: all layers in the order they are applied."""

from collections.abc import Sequence

import msgspec

from extractors.time_expressions.grammar.alternative_rules import ALTERNATIVES
from extractors.time_expressions.grammar.amount_rules import AMOUNTS, BARE, HEDGES
from extractors.time_expressions.grammar.anniversary_rules import ANNIVERSARIES
from extractors.time_expressions.grammar.apart_rules import APART, BEYOND, OF_TOLD_YEAR
from extractors.time_expressions.grammar.bound_rules import BOUNDS, across
from extractors.time_expressions.grammar.business_rules import BUSINESS_YEARS, REACHING
from extractors.time_expressions.grammar.calendar_rules import DATES, NAMES, TIMES
from extractors.time_expressions.grammar.composition import Words, compose
from extractors.time_expressions.grammar.counted_rules import SHIFTS
from extractors.time_expressions.grammar.day_part_rules import DAY_PART_SETS, DAY_PARTS, LONE_PARTS
from extractors.time_expressions.grammar.figure_rules import FIGURES, RUNS, STAMPS
from extractors.time_expressions.grammar.named_day_rules import HAPPENINGS, HOLIDAYS, named_day
from extractors.time_expressions.grammar.number_rules import COMPOUNDS, NUMBERS, YEARS
from extractors.time_expressions.grammar.ordinal_rules import FIRST_OF_SEVERAL, FIRSTS
from extractors.time_expressions.grammar.part_rules import ABOUT, CLOCKS, EDGES, PARTS
from extractors.time_expressions.grammar.pieces import Piece
from extractors.time_expressions.grammar.relative_rules import PERIODS, TOLD
from extractors.time_expressions.grammar.set_rules import SETS, VAGUE
from extractors.time_expressions.grammar.shared_day_rules import SHARED_DAYS
from extractors.time_expressions.grammar.shared_year_rules import (
    SHARED_DECADES,
    SHARED_MONTHS,
    SHARED_OF_THREE,
    SHARED_OF_TWO,
    SHARED_PORTIONS,
    SHARED_UNITS,
    SHARED_UNITS_AT_THE_END,
)
from extractors.time_expressions.grammar.span_rules import SPANS
from extractors.time_expressions.grammar.story_weekday_rules import STORY_WEEKDAYS
from extractors.time_expressions.grammar.stretch_rules import SOME_DAY, STRETCHES, WEEKDAYS_AGO
from extractors.time_expressions.grammar.wording import Word, Wording
from extractors.time_expressions.grammar.year_rules import PORTIONS, YEAR_PARTS

LAYERS = (
    *(COMPOUNDS, NUMBERS, YEARS, RUNS, NAMES, FIGURES, STAMPS, *SHARED_DAYS, SHARED_MONTHS, DATES, BUSINESS_YEARS),
    *(HAPPENINGS, HOLIDAYS, SHARED_UNITS, SHARED_UNITS_AT_THE_END, PORTIONS, SHARED_DECADES, SHARED_PORTIONS),
    *(YEAR_PARTS, AMOUNTS, HEDGES, BARE, DAY_PART_SETS, WEEKDAYS_AGO, SETS, BEYOND, PERIODS, TIMES, DAY_PARTS),
    *(REACHING, STRETCHES, PARTS, FIRST_OF_SEVERAL, FIRSTS, APART, TOLD, STORY_WEEKDAYS, LONE_PARTS),
    *(
        SHIFTS,
        ANNIVERSARIES,
        SOME_DAY,
        OF_TOLD_YEAR,
        EDGES,
        VAGUE,
        CLOCKS,
        ABOUT,
        SHARED_OF_THREE,
        SHARED_OF_TWO,
        ALTERNATIVES,
    ),
    *(SPANS, BOUNDS),
)


def find_times(tokens: Sequence[Wording]) -> list[Piece]:
    """The time expressions of one sentence, in order: pieces whose value is a `Time`, counted in tokens."""
    if not any(token.tells_time for token in tokens):
        return []
    words: list[Word] = []
    places: list[int] = []
    for place, token in enumerate(tokens):
        words.extend(token.words)
        places.extend([place] * len(token.words))
    found = across(compose(first_pieces(words), words, LAYERS), words)
    return [_in_tokens(piece, places) for piece in found if piece.kind == "time"]


def _in_tokens(piece: Piece, places: Sequence[int]) -> Piece:
    ends = tuple(_in_tokens(end, places) for end in piece.ends)
    if len(ends) > 1 and ends[0].end > ends[1].start:  # `1990-94` in one token
        ends = ()
    return msgspec.structs.replace(piece, start=places[piece.start], end=places[piece.end - 1] + 1, ends=ends)


def first_pieces(words: Words) -> list[Piece]:
    """One piece a word; the words of a day that has a name are one."""
    pieces: list[Piece] = []
    while (at := pieces[-1].end if pieces else 0) < len(words):
        word = words[at]
        pieces.append(named_day(words, at) or Piece(word.kind, word.value, at, at + 1))
    return pieces
