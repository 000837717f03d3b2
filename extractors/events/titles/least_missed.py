"""Titles that are too long without what is least missed, by what was learned of the titles that people give.

The rules of `pruning.py` take one kind of branch after the other, and stop where nobody can tell by its kind whether
one is missed. What is left may still hold branches that grammar can do without (`sparable.py`): which of those an
editor would rather keep depends on what they say. What goes is the choice that most likely leaves out fewest of an
editor's words.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from heapq import heappop, heappush
from itertools import count

from extractors.events.context.event_context import EventContext
from extractors.events.titles.branch_network import BranchChances
from extractors.events.titles.drafts import Draft
from extractors.events.titles.pruning import LONG, LONGER, LONGEST
from extractors.events.titles.sparable import Branch, sparable

AIMS = ((LONG, 0.5), (LONGER, 0.6), (LONGEST, 0.7))
"""How many characters are aimed at, and how likely what goes for that may at most be kept by an editor."""
_LEAST = 50
"""Characters of one that 100 would have held."""
_LEAST_OF_MANY = 35
"""Characters of any other."""
_MOST_WORDS = 60
"""Words of a draft that is looked at: a longer one has no parse that can be trusted."""
_MOST_CHOICES = 30
"""Sets of branches that are looked at for one title."""
_TELLING = frozenset("NOUN PROPN VERB ADJ ADV NUM".split())


class LeastMissed:
    """Shortens the titles of one doc."""

    def __init__(self, context: EventContext, told: Iterable[int], length: Callable[[Draft], int]) -> None:
        """Args: the doc; the words that have a line of their own; how many characters a draft has."""
        self.context, self.length = context, length
        self._chances = BranchChances(context, frozenset(told))

    def without(self, draft: Draft) -> Draft:
        """The draft without what is least missed, where that makes it short enough; else as it is."""
        if self.length(draft) <= LONG or len(draft.words) > _MOST_WORDS:
            return draft
        branches = list(sparable(self.context, draft))
        found = self._chances.chances(draft, branches)
        chances = {one.at: chance for one, chance in zip(branches, found, strict=True)}
        for most, sure in AIMS:
            if self.length(draft) <= most:
                break
            likely = {at: chance for at, chance in chances.items() if chance <= sure}
            shorter = self._shorter(draft, likely, most)
            if shorter is not None:
                return shorter
        return draft

    def _shorter(self, draft: Draft, chances: Mapping[int, float], most: int) -> Draft | None:
        """The draft without the choice of branches by which it is short enough and that costs least."""
        possible = set[int]().union(*(one.words for one in self._going(draft, chances)))
        if self.length(draft.without(possible)) > most:
            return None
        order, seen = count(), {draft.words}
        least = _LEAST if self.length(draft) <= LONGEST else _LEAST_OF_MANY
        waiting = [(0.0, next(order), draft)]
        for _ in range(_MOST_CHOICES):
            if not waiting:
                break
            cost, _, rest = heappop(waiting)
            if self.length(rest) <= most:
                return rest
            for one in self._going(rest, chances):
                shorter = rest.without(one.words)
                if shorter.words not in seen and self.length(shorter) >= least:
                    seen.add(shorter.words)
                    lost = chances[one.at] * self._telling(one.words)
                    heappush(waiting, (cost + lost, next(order), shorter))
        return None

    def _going(self, draft: Draft, chances: Mapping[int, float]) -> Iterator[Branch]:
        return (one for one in sparable(self.context, draft) if one.at in chances)

    def _telling(self, words: Set[int]) -> int:
        """How many of some words tell something."""
        return sum(self.context.tree.pos[at] in _TELLING for at in words)
