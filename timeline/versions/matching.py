"""Which mentions of an edited article tell of the same events as those of its earlier text, all taken together.

What stayed word for word is the same. Between that, of all ways to pair mentions in their order the one is taken for
which most speaks in total (after Needleman and Wunsch 1970). A pair of it is sure if no way without it comes near, and
if enough speaks against something else being told in its place. What is left is paired once more, wherever it stands:
sentences move.
"""

from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from timeline.mentions import Mention
from timeline.versions.evidence import likeness, sameness
from timeline.versions.telling import Telling

MARGIN = 2.0
"""By how much, in powers of two, a way to pair all mentions must beat every one that doesn't have a pair."""
SAME = 1.5
"""How much must speak for one event rather than another in its place: three times as much."""
_MOST = 400
"""Mentions of an edited stretch that are compared, each with each; the time goes with their square."""


class Pair(NamedTuple):
    """Two mentions that may tell of one event, by their keys."""

    before: str
    after: str
    margin: float
    sameness: float

    @property
    def is_sure(self) -> bool:
        """Whether corrections of one may hold on the other unasked."""
        return self.margin >= MARGIN and self.sameness >= SAME


def matched(before: Mapping[str, Mention], after: Mapping[str, Mention]) -> Iterator[Pair]:
    """Pairs of mentions of an earlier text and a later one, none in two; some the likeliest only, and not sure."""
    old, new = (_Side.of(side) for side in (before, after))
    sure: list[Pair] = []
    i = j = 0
    for block in SequenceMatcher(None, old.told, new.told, autojunk=False).get_matching_blocks():
        sure += [pair for pair in _aligned(old.part(i, block.a), new.part(j, block.b)) if pair.is_sure]
        i, j = block.a + block.size, block.b + block.size
        stayed = zip(old.keys[block.a : i], new.keys[block.b : j], strict=True)
        sure += [Pair(one, other, float("inf"), float("inf")) for one, other in stayed]
    yield from sure
    yield from _aligned(old.without({pair.before for pair in sure}), new.without({pair.after for pair in sure}))


class _Side(NamedTuple):
    """The mentions of one text in their order."""

    keys: Sequence[str]
    mentions: Sequence[Mention]

    @classmethod
    def of(cls, mentions: Mapping[str, Mention]) -> "_Side":
        keys = sorted(mentions, key=lambda key: (mentions[key].at, key))
        return cls(keys, [mentions[key] for key in keys])

    @property
    def told(self) -> list[tuple[str, str]]:
        return [(mention.sentence, mention.trigger) for mention in self.mentions]

    def part(self, start: int, end: int) -> "_Side":
        return _Side(self.keys[start:end], self.mentions[start:end])

    def without(self, keys: set[str]) -> "_Side":
        return _Side.of({key: one for key, one in zip(*self, strict=True) if key not in keys})


def _aligned(old: _Side, new: _Side) -> Iterator[Pair]:
    """The pairs of the best way to pair mentions in their order."""
    if not old.keys or not new.keys or max(len(old.keys), len(new.keys)) > _MOST:
        return
    ones, others = ([Telling.of(mention) for mention in side.mentions] for side in (old, new))
    scores = [[likeness(one, other) for other in others] for one in ones]
    upto = _totals(scores)
    beyond = [row[::-1] for row in _totals([row[::-1] for row in scores[::-1]])[::-1]]
    for i, row in enumerate(scores):
        alone = max(first + last for first, last in zip(upto[i], beyond[i + 1], strict=True))
        paired = [(upto[i][j] + score + beyond[i + 1][j + 1], j) for j, score in enumerate(row)]
        (best, j), (next_best, _) = sorted([*paired, (alone, len(row))], reverse=True)[:2]
        if j < len(row):
            yield Pair(old.keys[i], new.keys[j], best - next_best, sameness(ones[i], others[j]))


def _totals(scores: Sequence[Sequence[float]]) -> list[list[float]]:
    """By how many rows and columns from the first: the best total of pairs in their order, any of them left out."""
    rows = [[0.0] * (len(scores[0]) + 1)]
    for row in scores:
        above, now = rows[-1], [0.0]
        for j, score in enumerate(row):
            now.append(max(above[j + 1], now[j], above[j] + score))
        rows.append(now)
    return rows
