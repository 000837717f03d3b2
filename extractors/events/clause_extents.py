"""The text of an event: how far its clause goes."""

from collections.abc import Collection

from extractors.events.candidates.event_candidates import EventCandidate
from extractors.events.context.event_context import EventContext
from extractors.syntax.clauses import Clause
from extractors.syntax.phrases import Range, phrase
from extractors.syntax.relations import Relation
from timeline.model import Tie

_EDGES = frozenset({Relation.PUNCTUATION, Relation.COORDINATOR})
_LEADS = frozenset(
    "that while as although though because but and so whereas than since where when after before until".split()
)
_SETTING = frozenset("when before after until since".split())
"""These set a time for the clause above, which can't be read without it."""
_APART = frozenset({Relation.CONJUNCT, Relation.PARATAXIS})
_NEAR = 1
"""Words between a clause and its time: *on*."""
_OPENING, _CLOSING = frozenset('“"‘'), frozenset('”"’')


class ClauseExtents:
    """The clauses of a doc as ranges, each with those below it that tell no event of their own."""

    def __init__(self, context: EventContext, candidates: Collection[EventCandidate]) -> None:
        self.context = context
        self.verbs = {one.verb for one in candidates if one.trigger == one.verb}
        self.whole: dict[int, Range] = {}
        order = context.tree.order
        for verb in reversed([at for at in order if at in context.syntax.clauses]):
            self._read(context.syntax.clauses[verb])

    def clause(self, candidate: EventCandidate) -> Range:
        """The clause of an event; of a thing that happens and is no object of its verb, the words for that thing."""
        verb = candidate.verb
        if verb not in self.whole or (verb not in candidate.stands_for and verb != candidate.trigger):
            return self._with_time(candidate, *phrase(self.context.syntax, candidate.trigger, coordinated=False))
        start, end = self._with_time(candidate, *self.whole[verb])
        first, last = self.context.sentence(candidate.trigger)
        start, end = max(start, first), min(end, last)
        above = self._embedder(verb)
        if above is not None and above not in self.verbs:
            start = min(start, max(first, self.whole[above][0]))
        return self._trimmed(start, end)

    def _with_time(self, candidate: EventCandidate, start: int, end: int) -> Range:
        """The range with the time behind it, its own or one that it breaks off at, which may hang on another clause."""
        after = next((at for at in range(end, len(self.context.doc)) if not self.context.doc[at].is_space), end)
        behind = self.context.time_starts.get(after)
        if behind is not None and self.context.tree.relations[end - 1] is Relation.CASE:
            end = behind
        if candidate.time is not None and candidate.tie is Tie.OWN:
            span = self.context.times[candidate.time]
            end = span.end if end <= span.start <= end + _NEAR else end
        return start, end

    def _embedder(self, verb: int) -> int | None:
        above = self.context.embeddings.get(verb)
        return above.verb if above is not None and above.verb in self.whole else None

    def _read(self, clause: Clause) -> None:
        start, end = self._own(clause)
        for below in self.context.syntax.below.get(clause.verb, ()):
            if below in self.whole and self._belongs(self.context.syntax.clauses[below]):
                first, last = self.whole[below]
                start, end = min(start, first), max(end, last)
        self.whole[clause.verb] = (start, end)

    def _own(self, clause: Clause) -> Range:
        runs = self.context.syntax.runs.get(clause.verb, [(clause.verb, clause.verb + 1)])
        return runs[0][0], runs[-1][1]

    def _belongs(self, clause: Clause) -> bool:
        """Whether a clause is read with the one above it, rather than beside it."""
        if clause.relation in _APART:
            return False
        if clause.relation is not Relation.ADVERBIAL or clause.verb not in self.verbs:
            return True
        return clause.verb in self.context.embeddings or bool(_SETTING & self.context.markers(clause))

    def _trimmed(self, start: int, end: int) -> Range:
        tree = self.context.tree
        while (
            start < end - 1 and (tree.relations[start] in _EDGES or self._leads(start)) and not self._opens(start, end)
        ):
            start += 1
        while end > start + 1 and (tree.relations[end - 1] is Relation.PUNCTUATION or self._dangles(end)):
            end -= 1
        return start, end

    def _dangles(self, end: int) -> bool:
        """Whether a range ends in a preposition whose noun is outside."""
        tree = self.context.tree
        return tree.relations[end - 1] is Relation.CASE and tree.heads[end - 1] >= end

    def _leads(self, at: int) -> bool:
        tree = self.context.tree
        return (
            tree.lowers[at] in _LEADS
            and tree.tags[at] in ("IN", "WRB", "CC")
            and tree.relations[at] is not Relation.CASE
        )

    def _opens(self, at: int, end: int) -> bool:
        """Whether a quotation mark is closed again inside."""
        lowers = self.context.tree.lowers
        return lowers[at] in _OPENING and any(lower in _CLOSING for lower in lowers[at + 1 : end - 1])
