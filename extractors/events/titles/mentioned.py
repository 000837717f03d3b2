"""Who and what an article mentions, as titles look it up: by word, by cluster, by what pronoun somebody goes by.

`dateline_mentions` finds what each mention takes up; without that component there are none.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from functools import cached_property

from extractors.events.context.event_context import EventContext
from extractors.mentions import mentions
from extractors.mentions.records import Being, Count, DocMention, MentionForm

GENDERED = {**dict.fromkeys(("he", "his", "him"), "he"), **dict.fromkeys(("she", "her"), "she")}
"""The pronouns that say of whom they are, each with the one that stands for its kind."""
_PLURAL = frozenset("NNS NNPS DT".split())
"""Tags of nouns for several; *20* and *more* mean nobody alone."""
_OFTEN = 6
"""Mentions of whoever an article is about."""


class Mentioned:
    """The mentions of one doc."""

    def __init__(self, context: EventContext) -> None:
        self.context = context
        self._by_pronoun: dict[int, dict[str, int]] = {}
        self._roots: dict[int, tuple[DocMention, bool]] = {}

    @cached_property
    def all(self) -> tuple[DocMention, ...]:
        """All of them, in the order of their numbers."""
        return mentions(self.context.doc)

    def people_between(self, start: int, end: int) -> list[tuple[int, int]]:
        """Where somebody is mentioned in a stretch of words, and in which cluster."""
        return _between(self._people, start, end)

    def groups_between(self, start: int, end: int) -> list[tuple[int, int]]:
        """Where several are mentioned in a stretch of words, and in which cluster."""
        return _between(self._groups, start, end)

    @cached_property
    def _people(self) -> list[tuple[int, int]]:
        people = (one for one in self.all if one.being is Being.PERSON and one.count is not Count.MANY)
        return sorted((one.head, one.cluster) for one in people)

    @cached_property
    def _groups(self) -> list[tuple[int, int]]:
        tags = self.context.tree.tags
        counted = (one for one in self.all if one.count is Count.MANY)
        groups = (one for one in counted if one.being is not Being.UNKNOWN or one.members or tags[one.head] in _PLURAL)
        return sorted((one.head, one.cluster) for one in groups if one.head not in self.context.timed)

    @cached_property
    def hero(self) -> int | None:
        """Whom an article is about: somebody told of again and again, and twice as often as anybody else."""
        counts = Counter(cluster for _, cluster in self._people).most_common(2)
        if not counts or counts[0][1] < _OFTEN or (len(counts) > 1 and counts[0][1] < 2 * counts[1][1]):
            return None
        return counts[0][0]

    @cached_property
    def second_body(self) -> int:
        """Where another body is named than the first one; behind the last word, if none is."""
        named = [one for one in self.all if one.form is MentionForm.NAME and one.being is Being.BODY]
        return next((one.head for one in named if one.cluster != named[0].cluster), len(self.context.tree))

    @cached_property
    def pronouns(self) -> dict[int, int]:
        """The numbers of the pronouns, by word."""
        return {one.head: n for n, one in enumerate(self.all) if one.form is MentionForm.PRONOUN}

    @cached_property
    def heads(self) -> dict[int, int]:
        """The numbers of all of them, by the word at the head."""
        return {one.head: n for n, one in enumerate(self.all)}

    @cached_property
    def joined(self) -> dict[int, int]:
        """By the head of the first of several that are joined all of them."""
        return {one.head: n for n, one in enumerate(self.all) if one.members}

    @cached_property
    def clusters(self) -> dict[int, list[DocMention]]:
        """The mentions of each cluster, which mean the same."""
        clusters: dict[int, list[DocMention]] = {}
        for one in self.all:
            clusters.setdefault(one.cluster, []).append(one)
        return clusters

    def root(self, number: int) -> tuple[DocMention, bool]:
        """The last of a chain, and whether each pronoun of it is surely meant."""
        path: dict[int, DocMention] = {}
        known = self._roots.get(number)
        while known is None:
            one = path[number] = self.all[number]
            above = one.antecedent if one.form is MentionForm.PRONOUN else None
            if above is None or above in path:
                known = one, True
            else:
                number, known = above, self._roots.get(above)
        meant, sure = known
        for place, one in reversed(path.items()):
            sure = sure and (one.sure or one.form is not MentionForm.PRONOUN)
            self._roots[place] = meant, sure
        return meant, sure

    def chain(self, number: int | None) -> Iterator[DocMention]:
        """A pronoun, what it takes up, what that takes up, up to the first that is no pronoun."""
        seen: set[int] = set()
        while number is not None and number not in seen:
            seen.add(number)
            one = self.all[number]
            yield one
            number = one.antecedent if one.form is MentionForm.PRONOUN else None

    def going_by(self, cluster: int, end: int) -> set[str]:
        """The pronouns that somebody is meant by before a word."""
        return {pronoun for pronoun, first in self._gendered(cluster).items() if first < end}

    def _gendered(self, cluster: int) -> dict[str, int]:
        """By pronoun the first word at which it surely means somebody."""
        if cluster not in self._by_pronoun:
            words = ((self.context.tree.lowers[one.head], one.head) for one in self.clusters[cluster] if one.sure)
            found = [(GENDERED[word], at) for word, at in words if word in GENDERED]
            self._by_pronoun[cluster] = dict(sorted(found, reverse=True))
        return self._by_pronoun[cluster]


def _between(places: list[tuple[int, int]], start: int, end: int) -> list[tuple[int, int]]:
    return places[bisect_left(places, (start, 0)) : bisect_left(places, (end, 0))]
