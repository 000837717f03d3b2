"""The text of an event: how far its clause goes, and the words by which it can be read alone, its subject included."""

from collections.abc import Collection

from extractors.events.reading import Reading
from extractors.events.roles import subject_of
from extractors.events.selection import Told
from extractors.syntax.clauses import Clause
from extractors.syntax.phrases import Range, phrase
from extractors.syntax.relations import NOUN_CLAUSES, Relation

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


class Extents:
    """The clauses of a doc as ranges, each with those below it that tell no event of their own."""

    def __init__(self, reading: Reading, told: Collection[Told]) -> None:
        self.reading = reading
        self.told = {one.verb for one in told if one.trigger == one.verb}
        self.whole: dict[int, Range] = {}
        order = reading.tree.order
        for verb in reversed([at for at in order if at in reading.syntax.clauses]):
            self._read(reading.syntax.clauses[verb])

    def clause(self, told: Told) -> Range:
        """The clause of an event; of a thing that happens and is no object of its verb, the words for that thing."""
        verb = told.verb
        if verb not in self.whole or (verb not in told.stands_for and verb != told.trigger):
            return self._with_time(told, *phrase(self.reading.syntax, told.trigger, coordinated=False))
        start, end = self._with_time(told, *self.whole[verb])
        first, last = self.reading.sentence(told.trigger)
        start, end = max(start, first), min(end, last)
        above = self._embedder(verb)
        if above is not None and above not in self.told:
            start = min(start, max(first, self.whole[above][0]))
        return self._trimmed(start, end)

    def _with_time(self, told: Told, start: int, end: int) -> Range:
        """The range with the time behind it, its own or one that it breaks off at, which may hang on another clause."""
        after = next((at for at in range(end, len(self.reading.doc)) if not self.reading.doc[at].is_space), end)
        behind = self.reading.time_starts.get(after)
        if behind is not None and self.reading.tree.relations[end - 1] is Relation.CASE:
            end = behind
        if told.time is not None:
            span = self.reading.times[told.time]
            end = span.end if end <= span.start <= end + _NEAR else end
        return start, end

    def title(self, told: Told) -> tuple[Range, ...]:
        """The runs of text that say by themselves what an event is."""
        start, end = self.clause(told)
        clause = self.reading.syntax.clauses.get(told.verb)
        if clause is None or told.trigger != told.verb:
            return ((start, end),)
        above = self._embedder(told.verb)
        if above is not None and above in self.told:
            return (self._trimmed(min(start, self.whole[above][0]), end),)
        subject = subject_of(self.reading, clause)
        if (
            subject is None
            or start <= subject < end
            or (clause.subject is not None and clause.relation not in NOUN_CLAUSES)
        ):
            return ((start, end),)
        lead = phrase(self.reading.syntax, subject)
        if clause.subject is not None and clause.subject == start:
            start += 1  # *who*
        return (lead, (start, end)) if lead[1] <= start < end else ((start, end),)

    def _embedder(self, verb: int) -> int | None:
        above = self.reading.embeddings.get(verb)
        return above.verb if above is not None and above.verb in self.whole else None

    def _read(self, clause: Clause) -> None:
        start, end = self._own(clause)
        for below in self.reading.syntax.below.get(clause.verb, ()):
            if below in self.whole and self._belongs(self.reading.syntax.clauses[below]):
                first, last = self.whole[below]
                start, end = min(start, first), max(end, last)
        self.whole[clause.verb] = (start, end)

    def _own(self, clause: Clause) -> Range:
        runs = self.reading.syntax.runs.get(clause.verb, [(clause.verb, clause.verb + 1)])
        return runs[0][0], runs[-1][1]

    def _belongs(self, clause: Clause) -> bool:
        """Whether a clause is read with the one above it, rather than beside it."""
        if clause.relation in _APART:
            return False
        if clause.relation is not Relation.ADVERBIAL or clause.verb not in self.told:
            return True
        return clause.verb in self.reading.embeddings or bool(_SETTING & self.reading.markers(clause))

    def _trimmed(self, start: int, end: int) -> Range:
        tree = self.reading.tree
        while (
            start < end - 1 and (tree.relations[start] in _EDGES or self._leads(start)) and not self._opens(start, end)
        ):
            start += 1
        while end > start + 1 and (tree.relations[end - 1] is Relation.PUNCTUATION or self._dangles(end)):
            end -= 1
        return start, end

    def _dangles(self, end: int) -> bool:
        """Whether a range ends in a preposition whose noun is outside."""
        tree = self.reading.tree
        return tree.relations[end - 1] is Relation.CASE and tree.heads[end - 1] >= end

    def _leads(self, at: int) -> bool:
        tree = self.reading.tree
        return (
            tree.lowers[at] in _LEADS
            and tree.tags[at] in ("IN", "WRB", "CC")
            and tree.relations[at] is not Relation.CASE
        )

    def _opens(self, at: int, end: int) -> bool:
        """Whether a quotation mark is closed again inside."""
        lowers = self.reading.tree.lowers
        return lowers[at] in _OPENING and any(lower in _CLOSING for lower in lowers[at + 1 : end - 1])
