"""Drafts of clauses: their subject, their verb, what follows, then what stood before.

A subject that the clause shares, or that a relative pronoun stands for, is taken from where it stands. Where grammar
does not say who does it, there is no draft.
"""

from collections.abc import Set
from functools import cached_property

from extractors.events.candidates.states import is_counted
from extractors.events.context.event_context import EventContext
from extractors.events.roles import subject_of
from extractors.events.titles.branches import branch
from extractors.events.titles.clause_words import ClauseWords
from extractors.events.titles.drafts import Draft
from extractors.events.titles.noun_drafts import NounDrafting
from extractors.events.titles.noun_words import HANGING, is_of_a_number, noun_words
from extractors.events.titles.relatives import meant_by
from extractors.events.titles.spines import Spine
from extractors.syntax.clauses import is_reporting
from extractors.syntax.eventive import happens
from extractors.syntax.phrases import Range
from extractors.syntax.relations import SUBJECTS, Relation
from extractors.syntax.trees import BE

_EITHER = frozenset("since after before until as with following during".split())
_MOVED = frozenset(
    {Relation.OBLIQUE, Relation.ADVERBIAL, Relation.COMPLEMENT, Relation.OPEN_COMPLEMENT, Relation.PARATAXIS}
)
_BOUNDING = frozenset("only least most fewer more less".split())
_STAYING = frozenset("of among amongst under out like unlike".split())
"""Prepositions of what can't stand behind the news."""
_PAIRING = frozenset("both either neither not".split())


def clause_draft(context: EventContext, spine: Spine, bounds: Range, *, turns: bool = True) -> Draft | None:
    """The clause of a spine as a draft; None where it is not clear who does it.

    Args:
        context: the doc.
        spine: the verbs that it can't do without.
        bounds: the sentence.
        turns: whether *a boat that Lind built* becomes *Lind built a boat*.
    """
    noun = NounDrafting(context, spine, bounds, phrasal=True)
    return noun.draft(turns=turns) if noun.is_meant() else _ClauseDrafting(context, spine, bounds).draft()


class _ClauseDrafting(ClauseWords):
    """One spine, with the clause that it makes."""

    def draft(self) -> Draft | None:
        subject = self._subject()
        if (
            subject is None
            or not self.bounds[0] <= subject < self.bounds[1]
            or not self.context.is_finite(self.spine.top)
        ):
            return None
        return self._existence(subject) or self._finite_draft(subject)

    @cached_property
    def own(self) -> int | None:
        """The subject of the clause itself; no time where there is another, nor who says so."""
        subject = self.clause.subject
        if subject is None or not (self._is_aside(subject) or self._is_fronted(subject)):
            return subject
        others = (at for at in self.children(self.spine.top) if self.tree.relations[at] in SUBJECTS)
        return next((at for at in others if not self._is_aside(at) and at != subject), subject)

    def _is_fronted(self, noun: int) -> bool:
        """*Since the storm*, which a parse takes for a subject beside *ferries* of *since the storm, ferries wait*."""
        children = self.children(self.spine.top)
        later = [at for at in children if self.tree.relations[at] in SUBJECTS and at > noun]
        behind = max(branch(self.context, noun, self.bounds)) + 1
        if not later or self.tree.lowers[behind : behind + 1] != [","]:
            return False
        return any(at < noun and self.tree.lowers[at] in _EITHER for at in self.clause.markers)

    def _is_aside(self, at: int) -> bool:
        cases = (one for one in self.children(at) if self.tree.relations[one] is Relation.CASE)
        return at in self.context.timed or any(one < at and self.tree.lowers[one] == "according" for one in cases)

    def _subject(self) -> int | None:
        """Who does it: of a later conjunct, whoever does what it is joined to."""
        if self.seat == self.spine.top and self.own != self.clause.subject:
            return self.own
        shared = self.seat not in (self.spine.top, self.clause.parent)
        subject = subject_of(self.context, self.context.syntax.clauses[self.seat] if shared else self.clause)
        if subject is None or subject == self.own:
            return subject
        pronoun = self.context.syntax.clauses[self.seat].subject
        return self._said_to_be(subject if pronoun is None else meant_by(self.context, pronoun, subject, self.bounds))

    def _said_to_be(self, noun: int) -> int:
        """*Rosa Lind* of *Rosa Lind is a captain who saved nine*."""
        first = self.tree.heads[noun] if self.tree.relations[noun] is Relation.CONJUNCT else noun
        clause = self.context.syntax.clauses.get(self.tree.heads[first])
        if self.tree.relations[first] is not Relation.PREDICATE or clause is None or clause.subject is None:
            return noun
        plain = not clause.auxiliaries and clause.negation is None and not clause.markers
        return clause.subject if plain and self.tree.is_nominal(clause.subject) else noun

    def _finite_draft(self, subject: int) -> Draft:
        own = self.own
        body = self.expanded(self.spine.top)
        if self.seat != self.spine.top:
            body |= self.shared(self.seat, self.spine.top)
        if own is not None:
            body -= branch(self.context, own, self.bounds) - {self.spine.top}
        if own != self.clause.subject and self.clause.subject is not None:
            body -= branch(self.context, self.clause.subject, self.bounds) - {self.spine.top}
        first: Set[int] = branch(self.context, subject, self.bounds)
        if subject != own:
            first = noun_words(self.context, subject, self.spine.top, self.bounds)
        first |= self._name_of(subject)
        first -= {self.spine.top} | self._hanging(subject, min(first, default=subject))
        if subject == own and self._is_inverted(subject):
            return Draft(tuple(sorted(first | body)), self.path | {subject}, self.bounds, self.spine.top, subject)
        body -= self._told_before(subject) | self._told_behind(body)
        edge = min(subject, self.spine.top)
        if subject == own:
            edge = min(edge, min(first, default=edge))
        moved = self._moved(body, edge)
        named, case = self._names_subject(moved, min(first, default=edge))
        moved, first, body = moved - named - case, first | named, body - case
        front = {at for at in body - moved if at < edge} if subject == own else set()
        front -= self._misread(front, subject)
        rest = sorted(body - moved - front)
        words = (*sorted(front), *sorted(first - body), *rest, *sorted(moved))
        replaced = {at: self._before_moved(at) + self.small(at) for at in sorted(moved)[:1]}
        seam = rest[0] if rest and subject != own else None
        beside = (at for at in self.children(subject) if self.tree.relations[at] is Relation.APPOSITION)
        apart = frozenset(at for at in beside if at in first and seam is not None)
        return Draft(
            words, self.path | {subject}, self.bounds, self.spine.top, subject, replaced, seam=seam, beside=apart
        )

    def _name_of(self, noun: int) -> set[int]:
        """*Otto bin* of *Otto bin Rask*, on whatever a parse hangs it."""
        actor, run = self.context.mentions.get(noun, ("", (noun, noun + 1)))
        within = run[0] >= self.bounds[0] and actor in self.context.people
        return {at for at in range(*run) if self.tree.relations[at] is not Relation.PUNCTUATION} if within else set()

    def _hanging(self, subject: int, start: int) -> set[int]:
        """The small words that a subject stands behind: *and* of *and Lind left*, not of *neither Lind nor Rask*."""
        found = (
            at
            for at in self.children(subject)
            if self.tree.relations[at] in HANGING and not is_of_a_number(self.tree, at, self.bounds)
        )
        loose = (at for at in found if self.tree.lowers[at] not in _PAIRING)
        return {at for at in loose if at == start or self.tree.relations[at] is not Relation.COORDINATOR}

    def _told_before(self, subject: int) -> set[int]:
        """*The bridge was closed* of *the bridge was closed, ferries were late*: a sentence of its own."""
        clauses, quoted = self.context.syntax.clauses, self.context.quoted
        beside = (at for at in self.children(self.spine.top) if at < subject and at in clauses and not quoted[at])
        beside = (at for at in beside if at not in self.path and self.context.is_finite(at))
        own = [at for at in beside if clauses[at].subject is not None and not clauses[at].markers]
        told = {at for one in own if self.tree.relations[one] in _MOVED for at in self.whole(one)}
        joins = (at for at in range(max(told, default=subject), subject) if self.tree.tags[at] == "CC")
        before = next(joins, self.bounds[0])
        return told | set(range(self.bounds[0], before))  # *of nine, six voted* before *and on Friday Lind said so*

    def _told_behind(self, body: Set[int]) -> set[int]:
        """*In Corran* of *was born in 1940 and went to school, in Corran*: what follows a clause left out is of it."""
        clauses, after = self.context.syntax.clauses, max(self.path)
        joined = (at for at in self.children(self.spine.top) if self.tree.relations[at] is Relation.CONJUNCT)
        apart = (at for at in joined if at in clauses and at > after and at not in body)
        start = next(apart, self.bounds[1])
        return {at for at in body if at > start and at not in self.path}

    def _names_subject(self, moved: Set[int], edge: int) -> tuple[Set[int], Set[int]]:
        """*The ferry*, and *after*, of *after the ferry Merel sank*, where a parse takes *after* for a preposition."""
        noun = edge - 1
        case = [at for at in self.children(noun) if self.tree.relations[at] is Relation.CASE] if noun in moved else []
        named = self.tree.pos[edge] == "PROPN" and self.tree.is_nominal(noun)
        if not case or self.tree.lowers[case[0]] not in _EITHER or not named:
            return set(), set()
        return branch(self.context, noun, self.bounds) - set(case), set(case)

    def _misread(self, front: set[int], subject: int) -> set[int]:
        """*Since the storm, ferries have been late*, where a parse takes *since* for a conjunction."""
        markers = [at for at in self.clause.markers if self.tree.lowers[at] in _EITHER and at < subject]
        nouns = (at for at in self.children(self.spine.top) if at in front and self.tree.is_nominal(at))
        found = [at for at in nouns if markers and at > markers[0] and at != subject]
        return {at for noun in found for at in branch(self.context, noun, self.bounds)} - self.path - {subject}

    def _before_moved(self, at: int) -> str:
        """A comma before a participle that stood in front: *the mayor resigned, pressed by the council*."""
        tree, top = self.tree, self.spine.top
        if is_reporting(tree, top) and self.context.quoted[at] and not self.context.quoted[top]:
            marked = at > 0 and tree.lowers[at - 1] in ('"', "“", "``")
            return "" if marked else ": "  # *Lind said at the harbour: it sank*
        clausal = tree.tags[at].startswith("VB") and at in self.context.syntax.clauses
        describes = tree.tags[at] == "JJ" and tree.heads[at] == top and len(branch(self.context, at, self.bounds)) > 1
        return ", " if clausal or (describes and at not in self.context.timed) else ""

    def _is_inverted(self, subject: int) -> bool:
        """*Never had he left*, *there were not enough*: the order is part of what is said."""
        there = any(
            self.tree.relations[at] is Relation.EXPLETIVE for at in self.children(self.spine.top) if at < subject
        )
        return there or any(at < subject for at in self.clause.auxiliaries)

    def _existence(self, subject: int) -> Draft | None:
        """*There was an explosion at the port* is *an explosion at the port*; not *there will be* one, nor *guards*."""
        if not (happens(self.tree, subject) or is_counted(self.context, subject)):
            return None
        if any(self.tree.lowers[at] in _BOUNDING for at in range(self.spine.top + 1, subject)):
            return None  # *there were only nine deaths*
        there = [at for at in self.children(self.spine.top) if self.tree.lowers[at] == "there"]
        plain = not self.clause.auxiliaries and self.clause.negation is None and len(self.path) == 1
        if not there or not plain or self.tree.lowers[self.spine.top] not in BE or self.spine.seats:
            return None
        aside = (at for at in self.children(self.spine.top) if at < there[0])
        aside = (at for at in aside if self.tree.relations[at] is not Relation.OBLIQUE)
        gone = {at for one in aside for at in branch(self.context, one, self.bounds)}
        words = self.expanded(self.spine.top) - {self.spine.top, *there} - gone
        lead = branch(self.context, subject, self.bounds)
        ordered = (*sorted(lead), *sorted(words - lead))
        return Draft(ordered, frozenset({subject}), self.bounds, self.spine.top, subject)

    def _moved(self, body: set[int], edge: int) -> set[int]:
        """What stood before its subject, and can as well follow: *in Skerra* of *in Skerra, the mayor resigned*."""
        children = (at for at in self.children(self.spine.top) if at < edge and at in body)
        fronted = [child for child in children if self.tree.relations[child] in _MOVED and not self._is_bare(child)]
        fronted = [child for child in fronted if not self._stays(child)]
        return {at for child in fronted for at in self.whole(child) if at < edge} & body

    def _stays(self, child: int) -> bool:
        """*Under Lind, the museum grew*: behind another noun, it would be read with that."""
        cases = {self.tree.lowers[at] for at in self.children(child) if self.tree.relations[at] is Relation.CASE}
        last = max(branch(self.context, child, self.bounds))
        apart = self.tree.lowers[last + 1 : last + 2] == [","]
        told = branch(self.context, self.spine.top, self.bounds) - self.context.timed
        if "of" in cases and any(self.tree.tags[at] == "CD" for at in sorted(told)[-2:]):
            return False  # *Lind chose two of the nine*
        return apart and self.tree.relations[child] is Relation.OBLIQUE and bool(cases & _STAYING)

    def _is_bare(self, child: int) -> bool:
        """*The ferry Merel* of *the ferry Merel, Lorne sank*, where a parse takes the place for what sank."""
        cases = any(self.tree.relations[at] in (Relation.CASE, Relation.MARKER) for at in self.children(child))
        plain = self.tree.relations[child] is Relation.OBLIQUE and self.tree.pos[child] in ("NOUN", "PROPN")
        words = branch(self.context, child, self.bounds)
        apart = self.tree.lowers[min(max(words) + 1, len(self.tree) - 1)] == ","
        return plain and apart and not cases and self.context.timed.isdisjoint(words)
