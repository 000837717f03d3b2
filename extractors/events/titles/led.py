"""Clauses of a noun that more than a bare pronoun leads, as sentences.

*An illness for which Lind had surgery* is *Lind had surgery for an illness*, *a ship whose crew had left* is *the crew
of a ship had left*, *at the harbour, where Lind was cheered* is *Lind was cheered at the harbour*, and *the day that
she left* tells that she left.
"""

from collections.abc import Mapping, Set
from dataclasses import dataclass

import msgspec

from extractors.events.context.event_context import EventContext
from extractors.events.titles.branches import branch, inside, is_negative
from extractors.events.titles.spines import Spine
from extractors.lexicons import nouns
from extractors.syntax.clauses import Clause
from extractors.syntax.phrases import Range
from extractors.syntax.relations import Relation

_PRONOUNS = frozenset("which whom".split())
_TOLD = frozenset("fact day week month year night morning evening moment time".split())
"""What a clause says of these is so: *the fact that he left*, *the day he left*."""
_PLACING = frozenset("in at on near inside outside aboard".split())
_ENOUGH = 4
"""Words of a sentence that has lost where it happened."""
_OF_NOBODY = frozenset("any no every each few only all most first last ever never whatever whichever".split())
_BEFORE_IT = frozenset("that when on which".split())


class Led(msgspec.Struct, frozen=True):
    """The words of a clause of a noun in the order of a sentence."""

    words: tuple[int, ...]
    replaced: Mapping[int, str] = msgspec.field(default_factory=dict)
    seam: int | None = None


@dataclass(frozen=True)
class LedClause:
    """A clause of a noun."""

    context: EventContext
    spine: Spine
    noun: int
    """What the clause says more of."""
    phrase: Set[int]
    """The words of the noun, without its clause."""
    words: Set[int]
    """Those of its clause."""
    bounds: Range
    """The sentence."""

    @property
    def clause(self) -> Clause:
        """Its clause."""
        return self.context.syntax.clauses[self.spine.top]

    def sentence(self) -> Led | None:
        """It as a sentence; None where no word leads it that shows how."""
        tree, subject = self.context.tree, self.clause.subject
        whole = subject is not None and max(self.phrase) < subject and self.context.is_finite(self.spine.top)
        if subject is None or not whole or self.spine.seats or not self._is_told():
            return None
        leading = sorted(at for at in self.words if at < subject)
        if not leading or leading[0] <= max(self.phrase):
            return self._alone(subject)
        first, second = leading[0], tree.lowers[leading[0] + 1]
        if tree.lowers[first] == "whose" and tree.heads[first] == subject:
            return self._of_it(self.words - {first}, subject)
        if tree.tags[first] in ("IN", "TO") and second in _PRONOUNS:
            return self._behind(self.words - {first, first + 1}, first)
        if tree.lowers[first] == "where" and tree.lemmas[self.noun] not in _TOLD:
            return self._there(self.words - {first})
        return self._alone(subject)

    def _is_told(self) -> bool:
        tree, subject = self.context.tree, self.clause.subject
        if subject is None or tree.lowers[subject] in _PRONOUNS or tree.pos[self.noun] == "PRON":
            return False
        beside = {tree.lowers[at] for at in (*self.phrase, *inside(tree, self.spine.top, self.bounds))}
        return tree.lemmas[self.noun] not in nouns.supposed() and not _OF_NOBODY & beside

    def _behind(self, words: Set[int], case: int) -> Led | None:
        """*Lind had surgery for an illness*: the noun with its preposition, before what is told below."""
        if is_negative(self.context.tree, self.phrase | words):
            return None
        clauses = self.context.syntax.clauses
        below = (at for at in inside(self.context.tree, self.spine.top, self.bounds) if at > self.spine.top)
        starts = (min(branch(self.context, at, self.bounds)) for at in below if at in words and at in clauses)
        start = min(starts, default=self.bounds[1])
        before, after = sorted(at for at in words if at < start), sorted(at for at in words if at >= start)
        small = {case: self.context.tree.lowers[case], **self._small(min(self.phrase))}
        return Led((*before, case, *sorted(self.phrase), *after), small, seam=case)

    def _there(self, words: Set[int]) -> Led | None:
        """*Lind was cheered at the harbour*, by the preposition that the harbour has; with another one it goes."""
        tree = self.context.tree
        if tree.tags[max(words)] in ("IN", "TO"):
            return None  # *where it came from*
        below = (at for at in inside(tree, self.noun, self.bounds) if tree.relations[at] is Relation.CASE)
        cases = [at for at in below if at < min(self.phrase)]
        if len(cases) == 1 and tree.lowers[cases[0]] in _PLACING:
            return self._behind(words, cases[0])
        apart = tree.lowers[min(words) - 2] == "," or tree.pos[self.noun] == "PROPN"
        return Led(tuple(sorted(words))) if apart and len(words) >= _ENOUGH else None

    def _of_it(self, words: Set[int], subject: int) -> Led | None:
        """*The crew of a ship had left*."""
        owned = branch(self.context, subject, self.bounds) & words
        if max(owned) > self.spine.top:
            return None
        first, noun = min(owned), min(self.phrase)
        name = self._small(noun).get(noun, self.context.doc[noun].text)
        replaced = {first: f"the {self.context.doc[first].text}", noun: f"of {name}"}
        rest = sorted(words - owned)
        return Led((*sorted(owned), *sorted(self.phrase), *rest), replaced, seam=rest[0])

    def _alone(self, subject: int) -> Led | None:
        """*She left* of *the day that she left*, *the fact that she left*."""
        tree = self.context.tree
        if tree.lemmas[self.noun] not in _TOLD:
            return None
        before = {at for at in self.words if at < subject and tree.lowers[at] in _BEFORE_IT}
        missing = any(at in before for at in self.clause.objects)
        joined = any(tree.tags[at] == "CC" for at in self.words)  # *no memory of the day he left or of the ship*
        return None if missing or joined else Led(tuple(sorted(self.words - before)))

    def _small(self, at: int) -> dict[int, str]:
        """A word that no longer begins its sentence."""
        return {at: self.context.doc[at].text.lower()} if self.context.tree.tags[at] in ("DT", "CD") else {}
