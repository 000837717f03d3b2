"""Titles that are too long without what is least missed, by what was learned of the titles that people give.

The rules of `pruning.py` take one kind of branch after the other, and stop where nobody can tell by its kind whether
one is missed. What is left may still hold branches that grammar can do without (`sparable.py`): which of those an
editor would rather keep depends on what they say. What goes is the choice that most likely leaves out fewest of an
editor's words.
"""

from collections.abc import Callable, Iterable, Mapping, Set
from heapq import heappop, heappush
from itertools import count

from extractors.events.context.event_context import EventContext
from extractors.events.titles.branch_network import BranchChances
from extractors.events.titles.drafts import Draft
from extractors.events.titles.pruning import LONG, LONGER, LONGEST
from extractors.events.titles.sparable import Branch, sparable

AIMS = ((LONG, 0.4), (LONGER, 0.5), (LONGEST, 0.6))
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
        known = {draft.words: branches}
        found = self._chances.chances(draft, branches)
        chances = {one.at: chance for one, chance in zip(branches, found, strict=True)}
        for most, sure in AIMS:
            if self.length(draft) <= most or not branches:
                break
            likely = {at: chance for at, chance in chances.items() if chance <= sure}
            shorter = self._shorter(draft, likely, most, known)
            if shorter is not None:
                return shorter
        return draft

    def _shorter(
        self, draft: Draft, chances: Mapping[int, float], most: int, known: dict[tuple[int, ...], list[Branch]]
    ) -> Draft | None:
        """The draft without the choice of branches by which it is short enough and that costs least.

        Args:
            draft: what is told.
            chances: how likely what can go is kept, by the word it hangs by.
            most: characters.
            known: what can go from drafts that were looked at.
        """
        going = [one for one in known[draft.words] if one.at in chances]
        if not going or self.length(draft.without(set[int]().union(*(one.words for one in going)))) > most:
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
            if rest.words not in known:
                known[rest.words] = list(sparable(self.context, rest))
            for one in known[rest.words]:
                shorter = rest.without(one.words)
                if one.at in chances and shorter.words not in seen and self.length(shorter) >= least:
                    seen.add(shorter.words)
                    lost = chances[one.at] * self._telling(one.words)
                    heappush(waiting, (cost + lost, next(order), shorter))
        return None

    def _telling(self, words: Set[int]) -> int:
        """How many of some words tell something."""
        return sum(self.context.tree.pos[at] in _TELLING for at in words)
