"""A dictionary of which each version shares most with the one before, so that a change costs the same at any size."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Self, TypeVar, overload

V = TypeVar("V")
D = TypeVar("D")

_MOST = 500
"""So many changes are looked through before they are put into what lies below, which costs a copy of it all."""


class Layered(Mapping[str, V]):
    """Immutable."""

    __slots__ = ("_above", "_below", "_size")

    def __init__(self, below: Mapping[str, V], above: Mapping[str, V | None] | None = None, size: int = -1) -> None:
        """`above` hides what is `below`; None is for what is not there any more."""
        self._below = below
        self._above = above or {}
        self._size = len(below) if size < 0 else size

    @property
    def above(self) -> Mapping[str, V | None]:
        """What was changed since it was put into what lies below; None is for what is not there any more."""
        return self._above

    def changed(self, gone: Iterable[str], fresh: Mapping[str, V]) -> Self:
        """Without those that are `gone`, and with the `fresh` ones."""
        if not self._size:
            return type(self)(dict(fresh))
        size, above = self._size, dict(self._above)
        for key in set(gone):
            size -= key in self
            above[key] = None
        for key, value in fresh.items():
            size += (above[key] is None) if key in above else (key not in self._below)
            above[key] = value
        if len(above) <= _MOST or not isinstance(self._below, dict):
            return type(self)(self._below, above, size)  # what is not in memory is not brought there for that
        merged = dict(self._below)  # a plain copy, by far the fastest way
        for key, changed in above.items():
            if changed is not None:
                merged[key] = changed
            else:
                merged.pop(key, None)
        return type(self)(merged)

    def __getitem__(self, key: str) -> V:
        if not self._above:
            return self._below[key]
        value = self._above[key] if key in self._above else self._below[key]
        if value is None:
            raise KeyError(key)
        return value

    @overload
    def get(self, key: str, /) -> V | None: ...
    @overload
    def get(self, key: str, default: V | D, /) -> V | D: ...
    def get(self, key: str, default: V | D | None = None, /) -> V | D | None:
        """The value of a key. What `Mapping` has takes three times as long, as it goes by an exception."""
        value = self._above[key] if key in self._above else self._below.get(key)
        return default if value is None else value

    def __contains__(self, key: object) -> bool:
        return isinstance(key, str) and (self._above[key] is not None if key in self._above else key in self._below)

    def __iter__(self) -> Iterator[str]:
        yield from (key for key in self._below if key not in self._above)
        yield from (key for key, value in self._above.items() if value is not None)

    def __len__(self) -> int:
        return self._size
