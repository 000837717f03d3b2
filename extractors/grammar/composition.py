"""Combining pieces: rules are data, applied layer by layer, left to right, the longest first.

Each layer passes once over the sentence and a rule looks at a bounded number of neighbours, so the cost is linear in
the length of the text whatever the text is.
"""

from collections.abc import Callable, Sequence

import msgspec
from spacy.tokens import Token

from extractors.grammar.pieces import Piece, Value

Build = Callable[[Sequence[Piece], Sequence[Token]], tuple[str, Value] | None]


class Rule(msgspec.Struct, frozen=True):
    """A run of kinds, and what they make together."""

    id: str
    pattern: tuple[tuple[str, ...], ...]
    """For each neighbour the kinds it may have."""
    build: Build
    """Kind and value of the whole, or None when the words don't allow it."""
    inner: tuple[int, int | None] = (0, None)
    """The part of the pattern that belongs to the expression: `since Friday` is `Friday`."""


def rule(id: str, pattern: str, build: Build, inner: tuple[int, int | None] = (0, None)) -> Rule:  # noqa: A002
    """A rule from its pattern as written: kinds separated by spaces, alternatives by `|`."""
    return Rule(id, tuple(tuple(part.split("|")) for part in pattern.split()), build, inner)


def compose(pieces: list[Piece], tokens: Sequence[Token], layers: Sequence[Sequence[Rule]]) -> list[Piece]:
    """The pieces after all layers."""
    for layer in layers:
        pieces = _pass(pieces, tokens, sorted(layer, key=lambda r: -len(r.pattern)))
    return pieces


def _pass(pieces: list[Piece], tokens: Sequence[Token], layer: Sequence[Rule]) -> list[Piece]:
    done: list[Piece] = []
    at = 0
    while at < len(pieces):
        made = next(filter(None, (_apply(r, pieces, at, tokens) for r in layer)), None)
        if made is None:
            done.append(pieces[at])
            at += 1
        else:
            whole, length = made
            done.extend(whole)
            at += length
    return done


def _apply(r: Rule, pieces: list[Piece], at: int, tokens: Sequence[Token]) -> tuple[list[Piece], int] | None:
    run = pieces[at : at + len(r.pattern)]
    if len(run) < len(r.pattern) or any(p.kind not in kinds for p, kinds in zip(run, r.pattern, strict=True)):
        return None
    built = r.build(run, tokens)
    if built is None:
        return None
    first, last = r.inner
    inner = run[first:last]
    after = run[len(run) if last is None else last :]
    rules = (*(name for p in inner for name in p.rules), r.id)
    whole = Piece(built[0], built[1], inner[0].start, inner[-1].end, rules)
    return [*run[:first], whole, *after], len(run)
