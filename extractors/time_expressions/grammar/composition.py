"""Combining pieces: rules are data, applied layer by layer, left to right, the longest first.

Each layer passes once over the sentence and a rule looks at a bounded number of neighbours, so the cost is linear in
the length of the text whatever the text is.
"""

from collections.abc import Callable, Mapping, Sequence
from itertools import product
from typing import NamedTuple, cast

import msgspec

from extractors.time_expressions.grammar.pieces import BINDERS, CARRIES, WORD, Kind, Piece, Time, Value
from extractors.time_expressions.grammar.wording import Word
from timeline.meanings import Meaning
from timeline.meanings.composed import Bounded, FirstUnits, Range, Reaching
from timeline.meanings.counted import Period, Shift
from timeline.meanings.placeless import Duration
from timeline.meanings.units import Anchor, Unit
from timeline.model import TimexType

Run = Sequence[Piece]
Words = Sequence[Word]
Built = tuple[Kind, Value] | None
Build = Callable[[Run, Words], Built]


class Rule(msgspec.Struct, frozen=True):
    """Runs of kinds, and what they make together."""

    id: str
    pattern: str
    """Kinds separated by spaces: `a|b` is one of two, `a?` may be missing, `the?|a?` may be either or missing.

    A plain word, which is of no kind to other rules, stands in quotes: `the 'turn' of the unit`.
    What stands in `[ … ]` is the expression, the rest only leads to it: of `since [ time ]` it is the time.
    """
    build: Build
    """Kind and value of the whole, or None when the words don't allow it."""
    example: str
    """Words that it makes one piece of; tests hold it to that."""
    variants: "tuple[Variant, ...]"


class Variant(msgspec.Struct, frozen=True):
    """One run of kinds that the pattern of a rule allows, with what is optional in it decided."""

    kinds: tuple[tuple[Kind, ...], ...]
    """For each neighbour the kinds it may have."""
    words: tuple[tuple[int, frozenset[str]], ...]
    """Of each neighbour that is a plain word which words it may be."""
    inner: tuple[int, int]
    """The neighbours that belong to the expression."""


class Layer(msgspec.Struct, frozen=True):
    """Rules that are applied together, after those of the layers before."""

    name: str
    rules: tuple[Rule, ...]
    variants: "Mapping[Kind, Mapping[Kind | None, tuple[Choice, ...]]]"
    """By the kind that they begin with and the one behind it, None where that is of no matter to any; the longest
    first, and of two that are equally long the one that is named first."""

    def choices(self, pieces: Sequence[Piece], at: int) -> "tuple[Choice, ...]":
        """What may begin at a piece, by its kind and that of the next one."""
        by_next = self.variants.get(pieces[at].kind)
        if by_next is None:
            return ()
        found = by_next.get(pieces[at + 1].kind) if at + 1 < len(pieces) else None
        return by_next[None] if found is None else found


Choice = tuple[Rule, Variant]


def rule(id: str, pattern: str, build: Build, example: str) -> Rule:  # noqa: A002 - the field of the struct
    """A rule. Raises ValueError where its pattern names no kind of piece."""
    inside, choices, marks = "[" not in pattern.split(), [], []
    for part in pattern.split():
        if part in ("[", "]"):
            inside = part == "["
            continue
        one = _neighbour([name.removesuffix("?") for name in part.split("|")], id, pattern)
        choices.append((one, None) if "?" in part else (one,))
        marks.append(inside)
    return Rule(id, pattern, build, example, tuple(_variant(chosen, marks) for chosen in product(*choices)))


class _Neighbour(NamedTuple):
    """What may stand at one place of a pattern."""

    kinds: tuple[Kind, ...]
    words: frozenset[str] = frozenset()


def _neighbour(names: Sequence[str], rule: str, pattern: str) -> _Neighbour:
    quoted = [name for name in names if len(name) > len("''") and name[0] == name[-1] == "'"]
    words, kinds = frozenset(name[1:-1] for name in quoted), tuple(name for name in names if name not in quoted)
    unknown = next((name for name in kinds if name not in CARRIES), None)
    if unknown is not None:
        raise ValueError(f"the rule “{rule}” ({pattern}) names “{unknown}”, which is no kind of piece")
    if words and (kinds or not words.isdisjoint(BINDERS)):
        raise ValueError(f"the rule “{rule}” ({pattern}) has a small word in quotes, or a kind beside words in quotes")
    return _Neighbour((WORD,), words) if words else _Neighbour(cast("tuple[Kind, ...]", kinds))


def _variant(chosen: Sequence[_Neighbour | None], marks: Sequence[bool]) -> Variant:
    present = [(one, mark) for one, mark in zip(chosen, marks, strict=True) if one is not None]
    inner = [at for at, (_, mark) in enumerate(present) if mark]
    words = tuple((at, one.words) for at, (one, _) in enumerate(present) if one.words)
    return Variant(tuple(one.kinds for one, _ in present), words, (inner[0], inner[-1] + 1))


def layer(name: str, *rules: Rule) -> Layer:
    """A layer of rules."""
    ordered = sorted(
        ((one, variant) for one in rules for variant in one.variants), key=lambda pair: -len(pair[1].kinds)
    )
    first = dict.fromkeys(kind for _, variant in ordered for kind in variant.kinds[0])
    by_kind = {kind: _by_next([pair for pair in ordered if kind in pair[1].kinds[0]]) for kind in first}
    return Layer(name, rules, by_kind)


def _by_next(choices: Sequence[Choice]) -> dict[Kind | None, tuple[Choice, ...]]:
    """Variants by the kind of their second piece; those of one piece stand under each."""
    second = dict.fromkeys(kind for _, variant in choices for kinds in variant.kinds[1:2] for kind in kinds)
    alone = tuple(pair for pair in choices if len(pair[1].kinds) == 1)
    found: dict[Kind | None, tuple[Choice, ...]] = {
        kind: tuple(pair for pair in choices if len(pair[1].kinds) == 1 or kind in pair[1].kinds[1]) for kind in second
    }
    return {**found, None: alone}


def compose(pieces: list[Piece], words: Words, layers: Sequence[Layer]) -> list[Piece]:
    """The pieces after all layers."""
    for one in layers:
        if not one.variants.keys().isdisjoint([piece.kind for piece in pieces]):
            pieces = _pass(pieces, words, one)
    return pieces


def _pass(pieces: list[Piece], words: Words, rules: Layer) -> list[Piece]:
    passed: list[Piece] = []
    done = 0
    for at in [at for at, piece in enumerate(pieces) if piece.kind in rules.variants]:
        if at < done:
            continue
        for one, variant in rules.choices(pieces, at):
            made = apply(one, variant, pieces, at, words)
            if made is not None:
                passed += [*pieces[done:at], *made[0]]
                done = at + made[1]
                break
    return passed + pieces[done:]


def apply(
    one: Rule, variant: Variant, pieces: Sequence[Piece], at: int, words: Words
) -> tuple[list[Piece], int] | None:
    """What a rule makes of the pieces from `at` on, and of how many of them; None where it makes nothing."""
    kinds = variant.kinds
    length = len(kinds)
    if at + length > len(pieces):
        return None
    for offset in range(1, length):
        if pieces[at + offset].kind not in kinds[offset]:
            return None
    for offset, allowed in variant.words:
        if words[pieces[at + offset].start].lower not in allowed:
            return None
    run = pieces[at : at + length]
    built = one.build(run, words)
    if built is None:
        return None
    kind, value = built
    assert isinstance(value, CARRIES[kind]), f"“{one.id}” makes “{kind}” of {value!r}"
    first, last = variant.inner
    inner = run[first:last]
    rules = (*(name for piece in inner for name in piece.rules), one.id)
    whole = Piece(kind, value, inner[0].start, inner[-1].end, rules, _ends(value, inner))
    return [*run[:first], whole, *run[last:]], length


def _ends(value: Value, inner: Sequence[Piece]) -> tuple[Piece, ...]:
    """The two times of a span: TimeML marks each of them."""
    span = value.meaning if isinstance(value, Time) else None
    if isinstance(span, Bounded):
        span = span.base
    if isinstance(span, Reaching | FirstUnits):
        return _length_and_date(span, inner)
    if not isinstance(span, Range):
        return ()
    times = tuple(piece for piece in inner if piece.kind == "time")
    start, end = span.start, span.end
    if len(times) == len(("start", "end")) and start is not None and end is not None:
        return with_meaning(times[0], start), with_meaning(times[1], end)  # `March` of `March to June 1918` is of 1918
    return next((piece.ends for piece in inner if piece.ends), ()) or _sides(span, inner)


def _length_and_date(span: Reaching | FirstUnits, inner: Sequence[Piece]) -> tuple[Piece, ...]:
    """`the three months`, and `June` to which they reach; of a quarter or a year that is told of that one."""
    of = [at for at, piece in enumerate(inner) if piece.is_of("of", "in")]
    start = of[-1] + 1 if of and isinstance(span, FirstUnits) else len(inner) - 1
    lead = start - 1
    if lead < 1:
        return ()
    told = isinstance(span, Reaching) and span.unit is Unit.QUARTER and inner[lead - 1].kind == "unit"
    length = Time(Duration(span.unit, abs(span.count)), TimexType.DURATION)
    first = Time(Shift(0, Unit.QUARTER, Anchor.NARRATIVE)) if told else length
    of_story = isinstance(span.base, Period) and span.base.offset is None
    base = Time(Shift(0, span.base.unit, Anchor.NARRATIVE) if of_story and isinstance(span.base, Period) else span.base)
    return (
        Piece("time", first, inner[0].start, inner[lead - 1].end),
        Piece("time", base, inner[start].start, inner[-1].end),
    )


def with_meaning(piece: Piece, meaning: Meaning) -> Piece:
    """A finished time that means something else."""
    assert isinstance(piece.value, Time)
    return msgspec.structs.replace(piece, value=msgspec.structs.replace(piece.value, meaning=meaning))


_JOINTS: frozenset[Kind] = frozenset(("-", "–", "and", "to"))


def _sides(span: Range, inner: Sequence[Piece]) -> tuple[Piece, ...]:
    """The sides of a span that is one name: `1704 – 1787`, `April 24 and 25`."""
    joint = next((piece for piece in inner if piece.kind in _JOINTS), None)
    if joint is None or span.start is None or span.end is None:
        return ()
    sides = (span.start, inner[0].start, joint.start), (span.end, joint.end, inner[-1].end)
    return tuple(Piece("time", Time(meaning), start, end) for meaning, start, end in sides if start < end)
