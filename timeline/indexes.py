"""What is known of the lines of a block: which of them has what, so that a filter need not look at each of them.

A set of lines of a block is a whole number, with a bit for each: that of the first line is the lowest. So two sets have
in common what `&` gives. What is found out about a block stays with it, and a correction makes a new one of few blocks.
"""

import math
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence, Set
from functools import cached_property
from itertools import compress
from typing import NamedTuple, TypeVar

from timeline.blocks import Block
from timeline.dates.edtf import members, parse, span_of
from timeline.entry import Entry
from timeline.when import When

V = TypeVar("V")
LineSet = int
"""Some of the lines of a block."""

_FEW = 8
"""Fewer lines than one in so many are looked up one by one."""
_UTF_8 = "utf-8", "surrogatepass"
"""What is typed may have halves of characters, which break nothing."""


class Days(NamedTuple):
    """A time by the numbers of its first and last day; endless where it is open."""

    first: float
    last: float

    def overlaps(self, other: "Days") -> bool:
        """Whether they have a day in common."""
        return self.first <= other.last and other.first <= self.last


class BlockIndex:
    """Of one block. What is not asked for is not found out."""

    def __init__(self, block: Block[Entry]) -> None:
        self._block = tuple(block)
        self._is_ready = False
        self._texts = b""
        """Of all lines, in UTF-8: as a string a single “ among them would double what it takes in memory."""
        self.all: LineSet = (1 << len(block)) - 1

    @cached_property
    def left_out(self) -> LineSet:
        """That a person hid or rejected."""
        return lines_where([entry.left_out for entry in self._block])

    def with_actors(self, actors: Set[str]) -> LineSet:
        """In which one of these actors takes part."""
        return _any_of(self.actors, actors)

    def of_sources(self, sources: Set[str]) -> LineSet:
        """For which one of these sources vouches."""
        return _any_of(self.sources, sources)

    def in_articles(self, articles: Set[str]) -> LineSet:
        """That one of these articles tells."""
        return _any_of(self._articles, articles)

    def of_status(self, statuses: Set[str]) -> LineSet:
        """That have one of these statuses."""
        return _any_of(self._statuses, statuses)

    def in_days(self, wanted: Sequence[Days]) -> LineSet:
        """Whose time, or another that they could have, has a day in common with one of these."""
        if not any(self._whole.overlaps(days) for days in wanted):
            return 0
        return lines_where([any(one.overlaps(days) for one in own for days in wanted) for own in self.days])

    def with_words(self, words: Iterable[str], texts: Callable[[], Iterable[str]]) -> LineSet:
        """In whose text one of these folded words stands; `texts` gives that of each, when it is first asked for."""
        self._texts = self._texts or "\n".join(texts()).encode(*_UTF_8)
        found = 0
        for word in words:
            if word.encode(*_UTF_8) in self._texts:
                found |= lines_where([word in text for text in self._texts.decode(*_UTF_8).split("\n")])
        return found

    def prepare(self, texts: Callable[[], Iterable[str]]) -> bool:
        """Find out now what takes time, before it is asked for; whether that had not been done."""
        if self._is_ready:
            return False
        self._is_ready = True
        self.with_words((), texts)
        for asked in ("left_out", "actors", "sources", "places", "tags", "_articles", "_statuses", "_whole"):
            getattr(self, asked)
        return True

    @cached_property
    def actors(self) -> Mapping[str, LineSet]:
        """In which lines each takes part."""
        return _by_key(map(actors_of, self._block))

    @cached_property
    def sources(self) -> Mapping[str, LineSet]:
        """For which each vouches."""
        return _by_key(map(sources_of, self._block))

    @cached_property
    def places(self) -> Mapping[str, LineSet]:
        """Which a person put there."""
        return _by_key(map(places_of, self._block))

    @cached_property
    def tags(self) -> Mapping[str, LineSet]:
        """Which a person tagged so."""
        return _by_key(map(tags_of, self._block))

    @cached_property
    def _articles(self) -> Mapping[str, LineSet]:
        return _by_key(entry.told_in for entry in self._block)

    @cached_property
    def _statuses(self) -> Mapping[str, LineSet]:
        return _by_key((entry.status,) for entry in self._block)

    @cached_property
    def days(self) -> Sequence[tuple[Days, ...]]:
        """Those of each line, or of each time that it could have."""
        known = {
            id(entry.when): entry.when for entry in self._block
        }  # many have one that is not only equal but the same
        days = {key: days_in(when) for key, when in known.items()}
        return [days[id(entry.when)] for entry in self._block]

    @cached_property
    def _whole(self) -> Days:
        """From the first to the last of all days; of none it has no day in common with any."""
        known = [days for own in set(self.days) for days in own]
        return Days(min((d.first for d in known), default=math.inf), max((d.last for d in known), default=-math.inf))


def index_of(block: Block[Entry]) -> BlockIndex:
    """The index of a block, made when it is first asked for."""
    return block.once(BlockIndex)


def actors_of(entry: Entry) -> Collection[str]:
    """Who takes part in it."""
    return {one.actor for one in entry.participants}


def sources_of(entry: Entry) -> Collection[str]:
    """Who vouches for it."""
    return {one.source for one in entry.assertions}


def places_of(entry: Entry) -> Collection[str]:
    """Where a person put it."""
    return (entry.place,) if entry.place else ()


def tags_of(entry: Entry) -> Collection[str]:
    """How a person tagged it."""
    return entry.tags


def lines_where(hits: Sequence[bool]) -> LineSet:
    """The lines for which it is true."""
    return int("0" + "".join(["1" if hit else "0" for hit in reversed(hits)]), 2)


def chosen(block: Sequence[V], lines: LineSet) -> Iterator[V]:
    """The entries of these lines, in their order, or what there is for each."""
    count = lines.bit_count()
    if count == len(block):
        return iter(block)
    return compress(block, map(int, reversed(f"{lines:b}"))) if count * _FEW > len(block) else _each(block, lines)


def _each(block: Sequence[V], lines: LineSet) -> Iterator[V]:
    while lines:
        lowest = lines & -lines
        yield block[lowest.bit_length() - 1]
        lines ^= lowest


def _by_key(keys: Iterable[Collection[str]]) -> dict[str, LineSet]:
    found: dict[str, LineSet] = {}
    for at, own in enumerate(keys):
        for key in own:
            found[key] = found.get(key, 0) | 1 << at
    return found


def _any_of(lines: Mapping[str, LineSet], keys: Set[str]) -> LineSet:
    fewer, others = sorted((lines.keys(), keys), key=len)
    found = 0
    for key in fewer:
        if key in others:
            found |= lines[key]
    return found


def days_in(when: When) -> tuple[Days, ...]:
    """Those of a time, or of each that it could be; none if it is not known."""
    if when.is_open:
        return ()
    if when.edtf.startswith("["):
        return tuple(days_of(member) for member in members(when.edtf))
    return (_closed(*span_of(when)),)


def days_of(edtf: str) -> Days:
    """Those of an EDTF string. Raises ValueError if it is none."""
    span = parse(edtf)
    return _closed(span.first, span.last)


def _closed(first: int | None, last: int | None) -> Days:
    return Days(-math.inf if first is None else first, math.inf if last is None else last)
