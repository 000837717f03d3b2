"""What the grammar does with a sentence, layer by layer, and why other readings lost: for who writes a date rule.

It goes the same way as `english.find_times`, and looks at each step for rules that would have joined the same words.
"""

from collections.abc import Iterator, Sequence
from enum import StrEnum

import msgspec

from extractors.time_expressions.grammar.composition import Choice, Layer, Rule, Variant, Words, apply, compose
from extractors.time_expressions.grammar.english import LAYERS, first_pieces
from extractors.time_expressions.grammar.pieces import Piece
from extractors.time_expressions.grammar.wording import Wording


class Why(StrEnum):
    """Why a reading lost."""

    LONGEST = "a longer one goes first"
    ORDER = "of two as long the one that is named first in its layer goes first"
    LEFT = "one that begins further left had its words"
    LAYER = "an earlier layer had joined its words"


class Lost(msgspec.Struct, frozen=True):
    """A reading that would have been possible."""

    rule: Rule
    start: int
    end: int
    """Its first word, and the word after its last."""
    why: Why


class Joined(msgspec.Struct, frozen=True):
    """A piece that a rule made in a layer, and the readings that lost to it."""

    rule: Rule
    piece: Piece
    lost: tuple[Lost, ...]


class Stage(msgspec.Struct, frozen=True):
    """A sentence after a layer."""

    layer: str
    pieces: tuple[Piece, ...]
    joined: tuple[Joined, ...]


def trace(tokens: Sequence[Wording]) -> tuple[Stage, ...]:
    """A sentence after each layer of the grammar; the first stage is of its words alone."""
    words = [word for token in tokens for word in token.words]
    pieces = first_pieces(words)
    stages = [Stage("words", tuple(pieces), ())]
    for number, one in enumerate(LAYERS):
        joined = tuple(_joined(pieces, words, one, LAYERS[number + 1 :]))
        pieces = compose(pieces, words, (one,))
        stages.append(Stage(one.name, tuple(pieces), joined))
    return tuple(stages)


def _joined(pieces: list[Piece], words: Words, layer: Layer, later: Sequence[Layer]) -> Iterator[Joined]:
    """What a layer makes of the pieces: its steps again, one by one."""
    at = 0
    while at < len(pieces):
        readings = list(_readings(layer, pieces, at, words))
        if not readings:
            at += 1
            continue
        rule, variant = readings[0]
        made = apply(rule, variant, pieces, at, words)
        assert made is not None
        after = at + made[1]
        lost = [
            *(_lost(reading, pieces, at, _longest_or_order(variant, reading[1])) for reading in readings[1:]),
            *(
                _lost(reading, pieces, inside, Why.LEFT)
                for inside in range(at + 1, after)
                for reading in _readings(layer, pieces, inside, words)
            ),
            *(
                _lost(reading, pieces, inside, Why.LAYER)
                for other in later
                for inside in range(at, after)
                for reading in _readings(other, pieces, inside, words)
            ),
        ]
        first, _ = variant.inner
        yield Joined(rule, made[0][first], tuple(dict.fromkeys(one for one in lost if one.rule is not rule)))
        at = after


def _readings(layer: Layer, pieces: list[Piece], at: int, words: Words) -> Iterator[Choice]:
    """The rules of a layer that make something of the pieces from `at` on, in their order."""
    for rule, variant in layer.choices(pieces, at):
        if apply(rule, variant, pieces, at, words) is not None:
            yield rule, variant


def _longest_or_order(variant: Variant, other: Variant) -> Why:
    return Why.LONGEST if len(other.kinds) < len(variant.kinds) else Why.ORDER


def _lost(reading: Choice, pieces: Sequence[Piece], at: int, why: Why) -> Lost:
    rule, variant = reading
    first, last = variant.inner
    return Lost(rule, pieces[at + first].start, pieces[at + last - 1].end, why)
