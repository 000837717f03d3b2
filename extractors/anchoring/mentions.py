"""Mentions of events: who and what they name, and whether two may be mentions of the same event."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Doc

from extractors import actors
from extractors.anchoring.kinship import akin, roots
from extractors.lexicons import words
from extractors.syntax.clauses import Syntax, is_reporting
from extractors.syntax.relations import Relation
from timeline.model import ActorKind

_NEW = frozenset(
    "a an another any each every either some many several few first second third next last previous earlier later "
    "other former latest".split()
)
"""Before a noun: the event is one more than those that were told of."""
_OF_A_PERSON = frozenset("he him his she her hers".split())
_OF_NO_PERSON = frozenset("it its".split())
_ON_NOUNS = frozenset({Relation.POSSESSOR, Relation.NOUN_MODIFIER, Relation.COMPOUND})
_AROUND = frozenset({Relation.OBLIQUE, Relation.AGENT, Relation.RECIPIENT})


@dataclass(frozen=True)
class Mentions:
    """The mentions of one doc."""

    doc: Doc
    syntax: Syntax
    timed: frozenset[int]
    """The tokens of time expressions."""

    @cached_property
    def _actors(self) -> Mapping[int, tuple[str, str]]:
        """Id and kind of the actor that each token is a mention of."""
        found = self.doc.spans.get(actors.KEY, ())
        return {at: (span.id_, span.label_) for span in found for at in range(span.start, span.end)}

    def can_be_told_again(self, head: int) -> bool:
        """Whether a mention says enough to know it again: not *he said*, *it was*, *a vote*."""
        tree = self.syntax.tree
        if head in self.syntax.clauses:
            clause = self.syntax.clauses[head]
            light = tree.lemma_in(head, words("events", "carriers", "light")) is not None
            reports = is_reporting(tree, head) and not (clause.objects or clause.passive)
            return not light and clause.negation is None and not reports
        return not any(tree.lowers[child] in _NEW for child in tree.children[head])

    def may_be_same(self, one: int, other: int) -> bool:
        """Whether a mention and another, by their heads, can be of one event."""
        if not akin(self._roots(one), self._roots(other)):
            return False
        clauses = self.syntax.clauses
        if one in clauses and other in clauses:
            pairs = zip(self._sides(one), self._sides(other), strict=True)
            return all(left is None or right is None or self._may_name_same(left, right) for left, right in pairs)
        named, around = self._parts(one), self._parts(other, around=True)
        return not around or all(any(self._may_name_same(left, right) for right in around) for left in named)

    def _roots(self, head: int) -> frozenset[str]:
        tree, clause = self.syntax.tree, self.syntax.clauses.get(head)
        particle = tree.lowers[clause.particle] if clause is not None and clause.particle is not None else ""
        if particle:
            return frozenset((f"{tree.lemmas[head]}{particle}", f"{tree.lemmas[head]}-{particle}"))
        own = roots(tree.lemmas[head])
        return own if clause is not None else own | roots(tree.lowers[head])

    def _sides(self, verb: int) -> tuple[int | None, int | None]:
        """Who acts and who is acted on, whichever is the subject."""
        clause = self.syntax.clauses[verb]
        if clause.passive:
            return clause.agent, clause.understood_subject
        return clause.understood_subject, clause.objects[0] if clause.objects else None

    def _parts(self, head: int, *, around: bool = False) -> list[int]:
        """Whom and what a mention names; `around` it too, as the place is in *attacked a village near Dorra*."""
        return [at for at in self._beside(head, around=around) if at not in self.timed]

    def _beside(self, head: int, *, around: bool) -> list[int]:
        tree = self.syntax.tree
        if head in self.syntax.clauses:
            sides = [at for at in self._sides(head) if at is not None]
            return [*sides, *(at for at in tree.children[head] if around and tree.relations[at] in _AROUND)]
        named = [at for at in tree.children[head] if tree.relations[at] in _ON_NOUNS]
        named = [at for at in named if tree.relations[at] is not Relation.COMPOUND or at in self._actors]
        owner = self.syntax.owners[head]
        if not around or owner < 0:
            return named
        above = (*self._sides(owner), *(at for at in tree.children[owner] if tree.relations[at] in _AROUND))
        return [*named, *(at for at in above if at is not None and at != head)]

    def _may_name_same(self, one: int, other: int) -> bool:
        tree = self.syntax.tree
        left, right = self._actors.get(one), self._actors.get(other)
        if left is not None and right is not None:
            return left[0] == right[0]
        if "PRON" in (tree.pos[one], tree.pos[other]) or {one, other} & self._pronouns:
            return self._fits_pronoun(one, other) and self._fits_pronoun(other, one)
        if left is not None or right is not None:
            common = other if left is not None else one
            return tree.tags[common] == "NN"
        return tree.lemmas[one] == tree.lemmas[other]

    @cached_property
    def _pronouns(self) -> frozenset[int]:
        """*His* and *its* too, which schemes take for determiners."""
        return frozenset(at for at, tag in enumerate(self.syntax.tree.tags) if tag in ("PRP", "PRP$"))

    def _fits_pronoun(self, pronoun: int, other: int) -> bool:
        lower, actor = self.syntax.tree.lowers[pronoun], self._actors.get(other)
        kind = "" if actor is None else actor[1]
        if lower in _OF_A_PERSON:
            other_lower = self.syntax.tree.lowers[other]
            return kind not in (ActorKind.COUNTRY, ActorKind.GROUP) and other_lower not in _OF_NO_PERSON
        return lower not in _OF_NO_PERSON or kind != ActorKind.PERSON
