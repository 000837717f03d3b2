"""Mentions of events: who and what they name, and whether two may be mentions of the same event."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Doc

from extractors import actors
from extractors.lexicons import kinship, verbs
from extractors.lexicons.places import countries
from extractors.syntax.clauses import Syntax, is_reporting
from extractors.syntax.relations import SUBJECTS, Relation
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


_Sides = tuple[int | None, int | None]
"""Who acts, and who is acted on."""


def _turned(sides: _Sides) -> _Sides:
    """Of *the strike ended*, the strike as what is ended; of what has an object, the same."""
    return (None, sides[0]) if sides[1] is None else sides


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
        mentions = self.doc.spans.get(actors.KEY, ())
        return {at: (span.id_, span.label_) for span in mentions for at in range(span.start, span.end)}

    def can_be_told_again(self, head: int) -> bool:
        """Whether a mention says enough to know it again: not *he said*, *it was*, *a vote*."""
        tree = self.syntax.tree
        if head in self.syntax.clauses:
            clause = self.syntax.clauses[head]
            light = tree.lemma_in(head, verbs.light()) is not None
            reports = is_reporting(tree, head) and not (clause.objects or clause.passive)
            return not light and clause.negation is None and not reports
        return not any(tree.lowers[child] in _NEW for child in tree.children[head])

    def may_be_same(self, one: int, other: int) -> bool:
        """Whether a mention and another of a word of the same family, by their heads, can be of one event."""
        clauses = self.syntax.clauses
        if one in clauses and other in clauses:
            left, right = self.sides(one), self.sides(other)
            ways = [(left, right)]
            acted_on = left[1] is not None or right[1] is not None
            # *Sank the ferry*, *the ferry sank*, *two days after sinking*; not *he left*, *she left*.
            if acted_on or self._leaves_open_who_acts(one) or self._leaves_open_who_acts(other):
                ways += [(_turned(left), right), (left, _turned(right))]
            return any(self._may_agree(*sides) for sides in ways)
        named, around = self._parts(one), self._parts(other, around=True)
        return not around or all(any(self._matches(left, right) for right in around) for left in named)

    def _may_agree(self, one: _Sides, other: _Sides) -> bool:
        pairs = zip(one, other, strict=True)
        return all(left is None or right is None or self._may_name_same(left, right) for left, right in pairs)

    def _leaves_open_who_acts(self, verb: int) -> bool:
        """*Two days after sinking, it was found*: whoever did it, a gerund has the subject of its main clause.

        Grammar shares that as one who acts, though it may be what is acted on.
        """
        clause = self.syntax.clauses[verb]
        return clause.subject is None and clause.relation is Relation.ADVERBIAL and self.syntax.tree.tags[verb] == "VBG"

    def roots(self, head: int) -> frozenset[str]:
        """The verbs that its word may be made of, with its particle: *walk out*, *walkout*."""
        tree = self.syntax.tree
        if head not in self.syntax.clauses:
            return kinship.roots(tree.lemmas[head]) | kinship.roots(tree.lowers[head])
        particle = self.syntax.clauses[head].particle
        if particle is not None:
            return kinship.compounds(tree.lemmas[head], tree.lowers[particle])
        own, next_ = kinship.roots(tree.lemmas[head]), tree.lowers[head + 1] if head + 1 < len(tree) else ""
        # *Walked out on Thursday*: parsers often take the particle for a preposition.
        return own | kinship.compounds(tree.lemmas[head], next_) if next_ in kinship.PARTICLES else own

    def sides(self, verb: int) -> _Sides:
        """Who acts and who is acted on, whichever is the subject."""
        clause = self.syntax.clauses[verb]
        subject = clause.understood_subject
        if subject in self.timed:  # *hours after it fell*: parsers take the hours for a subject too
            subject = next((at for at in self.syntax.tree.children[verb] if self._is_untimed_subject(at)), None)
        if clause.passive:
            return clause.agent, subject
        return subject, clause.objects[0] if clause.objects else None

    def _is_untimed_subject(self, at: int) -> bool:
        return self.syntax.tree.relations[at] in SUBJECTS and at not in self.timed

    def _parts(self, head: int, *, around: bool = False) -> list[int]:
        """Whom and what a mention names; `around` it too, as the place is in *attacked a village near Dorra*."""
        return [at for at in self._beside(head, around=around) if at not in self.timed]

    def _beside(self, head: int, *, around: bool) -> list[int]:
        tree = self.syntax.tree
        if head in self.syntax.clauses:
            sides = [at for at in self.sides(head) if at is not None]
            return [*sides, *(at for at in tree.children[head] if around and tree.relations[at] in _AROUND)]
        named = [at for at in tree.children[head] if tree.relations[at] in _ON_NOUNS or self._is_name_before(at)]
        named = [at for at in named if tree.relations[at] is not Relation.COMPOUND or self._is_name_before(at)]
        owner = self.syntax.owners[head]
        if not around or owner < 0:
            return named
        above = (*self.sides(owner), *(at for at in tree.children[owner] if tree.relations[at] in _AROUND))
        return [*named, *(at for at in above if at is not None and at != head)]

    def _is_name_before(self, at: int) -> bool:
        """*The Paris attack*, *the Russian invasion*."""
        kind = self.syntax.tree.relations[at]
        return kind in (Relation.COMPOUND, Relation.MODIFIER) and self.doc[at].text[:1].isupper()

    def _matches(self, part: int, other: int) -> bool:
        """Whether part of a noun's words is named by another mention too; *the Paris attack* only by *Paris*."""
        if not self._is_name_before(part):
            return self._may_name_same(part, other)
        known, names = self._actors.get(part), [countries().get(self.doc[at].text) for at in (part, other)]
        if (known is not None and known == self._actors.get(other)) or (names[0] is not None and names[0] == names[1]):
            return True
        return self.syntax.tree.lowers[part] == self.syntax.tree.lowers[other]

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
