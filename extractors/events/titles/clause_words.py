"""The words of the clause that a title is, without what is told beside it."""

from collections.abc import Set

from extractors.events.context.event_context import EventContext
from extractors.events.titles.branches import branch, inside
from extractors.events.titles.conjuncts import shares_passive
from extractors.events.titles.spines import Spine
from extractors.lexicons import modifiers
from extractors.syntax.clauses import Clause
from extractors.syntax.phrases import Range
from extractors.syntax.relations import AUXILIARIES, Relation
from extractors.syntax.tenses import shared_modal

_OR = frozenset(("or", "nor"))
_SHORT = 2
_PHRASES = frozenset("course example instance addition fact".split())
"""Nouns of phrases that do the same: *of course*, *in addition*."""


class ClauseWords:
    """One spine, with the words of its clause."""

    def __init__(self, context: EventContext, spine: Spine, bounds: Range, *, phrasal: bool = False) -> None:
        """Args: the doc; the verbs that it can't do without; the sentence; whether it is told as a noun's clause."""
        self.context, self.spine, self.bounds, self.phrasal = context, spine, bounds, phrasal
        self.tree = context.tree
        self.path = frozenset(spine.path)
        self.clause = context.syntax.clauses[spine.top]
        self.seat = next((first for first, later in spine.seats.items() if later == spine.top), spine.top)

    def small(self, at: int) -> str:
        """A word that no longer begins its sentence."""
        text = self.context.doc[at].text
        return text if self.tree.pos[at] == "PROPN" or at in self.context.mentions or text == "I" else text.lower()

    def children(self, at: int) -> list[int]:
        """The words of the sentence that hang on one of it."""
        return inside(self.tree, at, self.bounds)

    def whole(self, child: int) -> Set[int]:
        """A word with all that hangs on it; of a verb on the spine only what is told with it."""
        return self.expanded(child) if child in self.path else branch(self.context, child, self.bounds)

    def expanded(self, verb: int) -> set[int]:
        """The words of a clause on the spine, without what is told beside it."""
        seat = self.spine.seats.get(verb)
        if seat is not None:
            own = self.context.syntax.clauses[verb].subject
            subject = branch(self.context, own, self.bounds) if own is not None else set()
            return self.expanded(seat) | self.shared(verb, seat) | (subject - self.path)
        words = {verb}
        for child in self.children(verb):
            if self.tree.relations[child] is Relation.PUNCTUATION:
                continue
            if child in self.path or child in self.spine.seats:
                words |= self.expanded(child) | self._joining(child)
            elif not self._is_beside(verb, child):
                words |= branch(self.context, child, self.bounds)
        return words

    def _joining(self, conjunct: int) -> set[int]:
        """*And* before a conjunct that is told with the first."""
        children = self.children(conjunct) if self.tree.relations[conjunct] is Relation.CONJUNCT else []
        return {at for at in children if self.tree.relations[at] is Relation.COORDINATOR}

    def _is_beside(self, verb: int, child: int) -> bool:
        tree = self.tree
        relation, words = tree.relations[child], branch(self.context, child, self.bounds)
        if words & self.path:
            return False
        if relation is Relation.CONJUNCT:
            alternative = any(tree.lowers[at] in _OR for at in self.children(child))
            return child in self.context.syntax.clauses and not alternative
        if relation in (Relation.PARATAXIS, Relation.COORDINATOR):
            return True
        markers = self.context.syntax.clauses[verb].markers if verb == self.spine.top and not self.phrasal else ()
        if relation is Relation.ADVERB and (self._links(child) or self._opens_apart(child)):
            return True
        if relation is Relation.ADVERB and child + 1 in markers:
            return True  # *shortly after it sank*
        if relation is Relation.OBLIQUE and tree.lowers[child] in _PHRASES and len(words) <= _SHORT:
            return True
        if child in markers:
            return tree.lowers[child] != "to"
        return self._attributes({child, *self.children(child)}, verb)

    def _links(self, at: int) -> bool:
        """*Later* of *later she left*, not of *later than he did*."""
        return self.tree.lowers[at] in modifiers.linking("always") and self.tree.lowers[at + 1 : at + 2] != ["than"]

    def _opens_apart(self, at: int) -> bool:
        comma = at + 1 < self.bounds[1] and self.tree.lowers[at + 1] == ","
        return comma and self.tree.lowers[at] in modifiers.linking("apart")

    def _attributes(self, words: set[int], verb: int) -> bool:
        """*According to the police*, *as she put it*: the line has its source."""
        sayings = self.context.sayings
        numbers = {sayings.cues[at] for at in words if at in sayings.cues}
        return any(start <= verb < end for number in numbers for start, end in sayings.contents.get(number, ()))

    def shared(self, first: int, later: int) -> set[int]:
        """The words of a first conjunct that hold for a later one: *to*, *has*, *was not*."""
        above: Clause = self.context.syntax.clauses[first]
        below: Clause = self.context.syntax.clauses[later]
        modal = shared_modal(self.context.syntax, below)
        if modal is not None:
            return {modal} | ({above.negation} if above.negation is not None else set())
        tensed = self.tree.tags[later] in ("VBD", "VBZ", "VBP")
        if below.auxiliaries or (tensed and not shares_passive(self.context, first, later)):
            return set()
        leading = {at for at in above.markers if self.tree.lowers[at] == "to" or self.tree.tags[first] == "VBG"}
        to = leading if not below.markers else set()  # *of* of *accused of lying and stealing*
        negation = {above.negation} if above.negation is not None and above.auxiliaries else set()
        auxiliaries = {at for at in self.children(first) if self.tree.relations[at] in AUXILIARIES}
        return to | negation | auxiliaries
