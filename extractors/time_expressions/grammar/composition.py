"""Combining pieces: rules are data, applied layer by layer, left to right, the longest first.

Each layer passes once over the sentence and a rule looks at a bounded number of neighbours, so the cost is linear in
the length of the text whatever the text is.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import product

import msgspec

from extractors.time_expressions.grammar.pieces import Piece, Time, Value
from extractors.time_expressions.grammar.wording import Word
from timeline.meaning import Meaning, Range

Run = Sequence[Piece]
Words = Sequence[Word]
Built = tuple[str, Value] | None
Build = Callable[[Run, Words], Built]


class Rule(msgspec.Struct, frozen=True):
    """A run of kinds, and what they make together."""

    id: str
    pattern: tuple[tuple[str, ...], ...]
    """For each neighbour the kinds it may have."""
    build: Build
    """Kind and value of the whole, or None when the words don't allow it."""
    inner: tuple[int, int]
    """The part of the pattern that belongs to the expression: of `since Friday` it is `Friday`."""


Layer = Mapping[str, tuple[Rule, ...]]
"""The rules of a layer by the kind that they begin with, the longest first."""


def rule(id: str, pattern: str, build: Build) -> tuple[Rule, ...]:  # noqa: A002
    """The rules of a pattern: kinds separated by spaces.

    `a|b` is one of two, `a?` may be missing, `the?|a?` may be either or missing. What stands in `[ … ]` is the
    expression, the rest only leads to it.
    """
    inside, choices, marks = "[" not in pattern.split(), [], []
    for part in pattern.split():
        if part in ("[", "]"):
            inside = part == "["
            continue
        kinds = tuple(kind.removesuffix("?") for kind in part.split("|"))
        choices.append((kinds, ()) if "?" in part else (kinds,))
        marks.append(inside)
    return tuple(_chosen(id, build, chosen, marks) for chosen in product(*choices))


def _chosen(id: str, build: Build, chosen: Sequence[tuple[str, ...]], marks: Sequence[bool]) -> Rule:  # noqa: A002
    present = [(kinds, mark) for kinds, mark in zip(chosen, marks, strict=True) if kinds]
    inner = [at for at, (_, mark) in enumerate(present) if mark]
    return Rule(id, tuple(kinds for kinds, _ in present), build, (inner[0], inner[-1] + 1))


def layer(*rules: Sequence[Rule]) -> Layer:
    """A layer of rules; of two that are equally long the one that is named first comes first."""
    ordered = sorted((one for group in rules for one in group), key=lambda one: -len(one.pattern))
    kinds = dict.fromkeys(kind for one in ordered for kind in one.pattern[0])
    return {kind: tuple(one for one in ordered if kind in one.pattern[0]) for kind in kinds}


def compose(pieces: list[Piece], words: Words, layers: Sequence[Layer]) -> list[Piece]:
    """The pieces after all layers."""
    for one in layers:
        pieces = list(_pass(pieces, words, one))
    return pieces


def _pass(pieces: list[Piece], words: Words, rules: Layer) -> Iterator[Piece]:
    at = 0
    while at < len(pieces):
        made = None
        for one in rules.get(pieces[at].kind, ()):
            made = _apply(one, pieces, at, words)
            if made is not None:
                break
        if made is None:
            yield pieces[at]
            at += 1
        else:
            yield from made[0]
            at += made[1]


def _ends(value: Value, inner: Sequence[Piece]) -> tuple[Piece, ...]:
    """The two times of a span: TimeML marks each of them."""
    if not isinstance(value, Time) or not isinstance(value.meaning, Range):
        return ()
    times = tuple(piece for piece in inner if piece.kind == "time")
    start, end = value.meaning.start, value.meaning.end
    if len(times) == len(("start", "end")) and start is not None and end is not None:
        return _meaning(times[0], start), _meaning(times[1], end)  # `March` of `March to June 1918` is of 1918
    return next((piece.ends for piece in inner if piece.ends), ()) or _sides(value.meaning, inner)


def _meaning(piece: Piece, meaning: Meaning) -> Piece:
    assert isinstance(piece.value, Time)
    return msgspec.structs.replace(piece, value=msgspec.structs.replace(piece.value, meaning=meaning))


def _sides(span: Range, inner: Sequence[Piece]) -> tuple[Piece, ...]:
    """The sides of a span that is one name: `1704 – 1787`, `April 24 and 25`."""
    joint = next((piece for piece in inner if piece.kind in _JOINTS), None)
    if joint is None or span.start is None or span.end is None:
        return ()
    sides = (span.start, inner[0].start, joint.start), (span.end, joint.end, inner[-1].end)
    return tuple(Piece("time", Time(meaning), start, end) for meaning, start, end in sides if start < end)


_JOINTS = frozenset(("-", "–", "and", "to"))


def _apply(one: Rule, pieces: list[Piece], at: int, words: Words) -> tuple[list[Piece], int] | None:
    pattern = one.pattern
    length = len(pattern)
    if at + length > len(pieces):
        return None
    for offset in range(1, length):
        if pieces[at + offset].kind not in pattern[offset]:
            return None
    run = pieces[at : at + length]
    built = one.build(run, words)
    if built is None:
        return None
    first, last = one.inner
    inner = run[first:last]
    rules = (*(name for piece in inner for name in piece.rules), one.id)
    whole = Piece(built[0], built[1], inner[0].start, inner[-1].end, rules, _ends(built[1], inner))
    return [*run[:first], whole, *run[last:]], length
