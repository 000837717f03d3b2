"""A sequence in order of which each version shares most with the one before: a change costs the same at any size."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate, chain
from typing import Any, Self, TypeVar, overload

V = TypeVar("V")
T = TypeVar("T")
Key = Callable[[V], Any]

_SIZE = 256
"""So many stand in a block when it is made; it is copied with each change in it, and cut in two at twice as many."""


class Block(tuple[V, ...]):
    """Some values that stand together; what is found out about them stays with them."""

    def once(self, find: Callable[["Block[V]"], T]) -> T:
        """What a function of it gives, which is called the first time alone."""
        known: dict[Callable[[Block[V]], T], T] = self.__dict__.setdefault("known", {})
        if find not in known:
            known[find] = find(self)
        return known[find]


class Blocks(Sequence[V]):
    """Immutable; the same as any sequence of the same values."""

    __slots__ = ("_ends", "blocks")

    blocks: Sequence[Block[V]]
    """In their order; none is empty."""

    def __init__(self, values: Iterable[V] = ()) -> None:
        """Of `values` in their order."""
        every = tuple(values)
        self._hold([Block(every[start : start + _SIZE]) for start in range(0, len(every), _SIZE)])

    def _hold(self, blocks: list[Block[V]]) -> None:
        self.blocks = blocks
        self._ends = list(accumulate(map(len, blocks)))

    def changed(self, gone: Iterable[V], fresh: Iterable[V], before: Key[V], after: Key[V]) -> Self:
        """Without those that are `gone`, and with the `fresh` ones in their places.

        All stand in the order of `before`, and those that stay in that of `after` too; no two have the same key.
        """
        blocks = list(self.blocks)
        for value in gone:
            at, place = _place(blocks, before(value), before)
            old = blocks[at]
            left = Block(old[:place] + old[place + 1 :])
            blocks[at : at + 1] = [left] if left else []
        for value in fresh:
            at, place = _place(blocks, after(value), after)
            block: tuple[V, ...] = blocks[at] if blocks else ()
            more = (*block[:place], value, *block[place:])
            half = len(more) // 2
            blocks[at : at + 1] = map(Block, [more] if len(more) < 2 * _SIZE else [more[:half], more[half:]])
        new = type(self)()
        new._hold(blocks)
        return new

    @overload
    def __getitem__(self, at: int) -> V: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[V, ...]: ...
    def __getitem__(self, at: int | slice) -> V | tuple[V, ...]:
        if isinstance(at, slice):
            first, last, step = at.indices(len(self))
            if step != 1:
                return tuple(self[place] for place in range(first, last, step))
            number = bisect_right(self._ends, first)
            skipped = self._ends[number - 1] if number else 0
            blocks = self.blocks[number : bisect_left(self._ends, last) + 1]
            return tuple(chain.from_iterable(blocks))[first - skipped : max(last - skipped, 0)]
        place = at + len(self) if at < 0 else at
        if not 0 <= place < len(self):
            raise IndexError(at)
        number = bisect_right(self._ends, place)
        return self.blocks[number][place - self._ends[number]]

    def __iter__(self) -> Iterator[V]:
        return chain.from_iterable(self.blocks)

    def __len__(self) -> int:
        return self._ends[-1] if self._ends else 0

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Sequence) or len(self) != len(other):
            return False
        return all(one is another or one == another for one, another in zip(self, other, strict=True))

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return f"Blocks({list(self)!r})"


def _place(blocks: Sequence[tuple[V, ...]], key: Any, by: Key[V]) -> tuple[int, int]:  # noqa: ANN401 - of any order
    """The block in which a key stands, or would stand, and its place there."""
    at = bisect_left(blocks, key, key=lambda block: by(block[-1]))
    at = max(0, min(at, len(blocks) - 1))
    return at, bisect_left(blocks[at], key, key=by) if blocks else 0
