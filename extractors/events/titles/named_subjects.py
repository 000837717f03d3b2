"""Names beside a subject that is told by what it is: *Rosa Lind* of *the mayor's sister, Rosa Lind, resigned*.

Of 21 such lines in 15 articles where editors told of the same subject, they have the name in 20: who reads a list knows
nobody by *the mayor's sister*. So such a name is put back where what is left has room for it. Of objects and other
nouns editors keep it as often as they drop it.
"""

from collections.abc import Mapping
from functools import cached_property

from msgspec.structs import replace

from extractors.events.context.event_context import EventContext
from extractors.events.titles.branches import branch, is_apart
from extractors.events.titles.drafts import Draft
from extractors.syntax.relations import SUBJECTS, Relation

_HIGHEST = 3
"""Nouns on nouns that are climbed through."""


class NamedSubjects:
    """The names beside the subjects of one doc."""

    def __init__(self, context: EventContext) -> None:
        self.context = context

    def told(self, draft: Draft) -> Draft:
        """A draft with the name beside its subject, where that has gone and reads on into what is left."""
        at = self._by_subject.get(-1 if draft.subject is None else draft.subject)
        if at is None or at in draft.words or draft.subject not in draft.words or draft.seam is not None:
            return draft
        name = sorted(branch(self.context, at, draft.bounds))
        before = [place for place, word in enumerate(draft.words) if word < name[0]]
        place = before[-1] + 1 if before else 0
        whole = name[-1] - name[0] < len(name) + self._marks(name[0], name[-1])
        if not whole or draft.subject not in draft.words[:place] or place == len(draft.words):
            return draft
        after = draft.words[place]
        beside = name[-1] < after and after - name[-1] - 1 == self._marks(name[-1], after)
        return replace(draft, words=(*draft.words[:place], *name, *draft.words[place:])) if beside else draft

    def _marks(self, start: int, end: int) -> int:
        """How many marks stand between two words."""
        relations = self.context.tree.relations
        return sum(relations[at] is Relation.PUNCTUATION for at in range(start + 1, end))

    @cached_property
    def _by_subject(self) -> Mapping[int, int]:
        tree, found = self.context.tree, dict[int, int]()
        for at, relation in enumerate(tree.relations):
            subject = self._subject(at) if relation is Relation.APPOSITION else None
            if subject is not None and is_apart(self.context, branch(self.context, at, self.context.sentence(at))):
                found[subject] = at
        return found

    def _subject(self, at: int) -> int | None:
        """The subject that a name stands beside, or beside the last noun of: *the owner of the ferry, Rosa Lind*."""
        tree, noun = self.context.tree, self.context.tree.heads[at]
        if tree.pos[at] != "PROPN" or at not in self.context.mentions or noun > at:
            return None
        for _ in range(_HIGHEST):
            if tree.relations[noun] is not Relation.NOUN_MODIFIER:
                break
            noun = tree.heads[noun]
        return noun if tree.pos[noun] == "NOUN" and tree.relations[noun] in SUBJECTS else None
