"""A filter as it was understood, and the entries of a timeline that it lets through."""

from collections.abc import Iterator
from dataclasses import dataclass

from timeline.blocks import Block
from timeline.collection import Entry, Timeline
from timeline.indexes import LineSet, chosen, index_of
from timeline.query.terms import Term, all_of


@dataclass(frozen=True)
class Query:
    """A filter as it was understood: terms that must all hold; without any, it lets everything through."""

    terms: tuple[Term, ...]
    asks_for_left_out: bool
    """Whether it says anything of hidden or rejected events; if not, they are left out."""
    readings: tuple[tuple[str, str], ...] = ()
    """Dates in words, and how they were read, to be told to the person: `3 weeks ago`, `7–13 Jan 2019`."""
    words: tuple[str, ...] = ()
    """What stands in the text of those that it lets through, to be marked there."""

    def matches(self, entry: Entry, timeline: Timeline) -> bool:
        """Whether it lets an entry of `timeline` through. For many entries, `select` is faster."""
        shown = self.asks_for_left_out or not entry.left_out
        return shown and all(term.test(timeline)(entry) for term in self.terms)

    def select(self, timeline: Timeline) -> tuple[Entry, ...]:
        """The entries that it lets through, in their order."""
        found: list[Entry] = []
        for block, lines in self.lines(timeline):
            found.extend(block if lines == index_of(block).all else chosen(block, lines))
        return tuple(found)

    def lines(self, timeline: Timeline) -> Iterator[tuple[Block[Entry], LineSet]]:
        """The same by block."""
        for block, lines in self.lines_with_left_out(timeline):
            left_out = 0 if self.asks_for_left_out or not lines else index_of(block).left_out
            yield block, lines & ~left_out

    def left_out(self, timeline: Timeline) -> tuple[Entry, ...]:
        """The entries that it would let through if they were not hidden or rejected."""
        if self.asks_for_left_out:
            return ()
        find = all_of(self.terms).find(timeline)
        apart = ((block, index_of(block).left_out) for block in timeline.entries.blocks)
        return tuple(entry for block, lines in apart if lines for entry in chosen(block, find(block) & lines))

    def lines_with_left_out(self, timeline: Timeline) -> Iterator[tuple[Block[Entry], LineSet]]:
        """What it would let through, by block, if it asked for those that are left out too."""
        find = all_of(self.terms).find(timeline)
        return ((block, find(block)) for block in timeline.entries.blocks)

    def describe(self) -> str:
        """The filter in words."""
        return ", ".join(term.says for term in self.terms) or "all events"
