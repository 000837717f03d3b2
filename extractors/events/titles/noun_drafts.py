"""Drafts of nouns with what a clause says of them: *people killed in the fire*, *a raid in which six died*."""

from collections.abc import Mapping, Set

from extractors.events.roles import subject_of
from extractors.events.titles.branches import branch
from extractors.events.titles.clause_words import ClauseWords
from extractors.events.titles.drafts import Draft
from extractors.events.titles.led import Led, LedClause
from extractors.events.titles.noun_words import noun_words
from extractors.events.titles.reduced import named_before, was_done
from extractors.events.titles.relatives import turned
from extractors.lexicons import nouns
from extractors.syntax.relations import NOUN_CLAUSES, Relation
from extractors.syntax.tenses import Modality
from extractors.syntax.trees import BE

_RELATIVE = frozenset("who which that whom whose".split())
_OPEN = frozenset(
    "no any every each anyone everyone anybody everybody nobody none few only all most much many more less as so such "
    "same first last".split()
)
"""Before a relative clause, these say of nobody in particular that they do it: *anyone who enters*."""
_FAR = 6
_GIVEN = frozenset("CD DT PDT PRP$ WDT WP$ POS".split())
"""Tags of what says of a noun which ones or how many there are."""


class NounDrafting(ClauseWords):
    """One spine, with the noun that its clause says more of."""

    def is_meant(self) -> bool:
        """Whether the title is a noun with its clause: *people killed in the fire*, *a raid in which six died*."""
        relation = self.context.syntax.clauses[self.seat].relation
        if relation not in NOUN_CLAUSES:
            return False
        subject = self.clause.subject if self.seat == self.spine.top else None
        understood = subject_of(self.context, self.clause)
        noun = self.context.syntax.clauses[self.seat].attached
        if not self.context.is_finite(self.spine.top) or noun is None or understood != noun:
            return True
        if subject is not None and self.tree.lowers[subject] not in _RELATIVE:
            return True
        lowers = {self.tree.lowers[at] for at in (noun, *self.children(noun))}
        before = min(branch(self.context, self.seat, self.bounds) | {self.bounds[1]}) - 1
        while before > noun and self.tree.relations[before] is Relation.PUNCTUATION:
            before -= 1
        if noun < before < self._end_of_name(noun) or (before > noun and self._are_places(noun + 1, before, subject)):
            before = noun
        if self._is_of_some(noun):
            return True
        # *The share of pupils who failed*: a parse can't say whether pupils or a share failed.
        return before != noun or self.tree.pos[noun] == "PRON" or bool(lowers & _OPEN)

    def _is_of_some(self, noun: int) -> bool:
        """*Pupils who are ill*, *the nine who voted*: what a clause says of them is not told of pupils, nor of nine."""
        tree = self.tree
        first = min(branch(self.context, self.seat, self.bounds))
        if tree.lowers[first - 1] in (",", "—", "–") or noun in self.context.mentions:
            return False
        if tree.tags[noun] == "CD":
            return noun not in self.context.timed and tree.pos[noun - 1] != "PROPN"
        group = self.context.groups.get(self.spine.top)
        bare = tree.tags[noun] in ("NNS", "NN") and not any(tree.tags[at] in _GIVEN for at in self.children(noun))
        state = self.clause.predicate is not None or tree.lowers[self.spine.top] in BE
        return bare and (state or (group is not None and group.modality is not Modality.INDICATIVE))

    def _are_places(self, start: int, last: int, pronoun: int | None) -> bool:
        """*Of Skerra, Zembla*, of *the mayor of Skerra, Zembla, who resigned*: no place does what *who* does."""
        if pronoun is None or self.tree.lowers[pronoun] != "who":
            return False
        nouns = [at for at in range(start, last + 1) if self.tree.is_nominal(at)]
        named = {at for at in nouns if at in self.context.mentions}
        runs = {at for one in named for at in range(*self.context.mentions[one][1])}
        nobody = not any(self.context.mentions[at][0] in self.context.people for at in named)
        return bool(named) and nobody and all(at in runs for at in nouns)

    def _end_of_name(self, noun: int) -> int:
        """Behind *Zembla* of *the Republic of Zembla*, *the town of Zembla*."""
        end: int = self.context.mentions.get(noun, ("", (noun, noun + 1)))[1][1]
        place = self.tree.lemmas[noun] in nouns.places() and self.tree.lowers[noun + 1 : noun + 2] == ["of"]
        if end > noun + 1 or not place:
            return end
        return max(
            (self.context.mentions[at][1][1] for at in self.children(noun) if at in self.context.mentions), default=end
        )

    def _noun(self) -> int | None:
        """What a clause says more of; of nouns joined, with articles of their own, the one that it stands behind."""
        noun = self.context.syntax.clauses[self.seat].attached
        if noun is None:
            return None
        first = min(branch(self.context, self.seat, self.bounds))
        beside = first - 1
        if first - noun > _FAR and self.tree.tags[first] in ("WDT", "WP") and self.tree.is_nominal(beside):
            return beside  # a parse seldom finds so far what is right before *that*
        joined = (at for at in self.children(noun) if self.tree.relations[at] is Relation.CONJUNCT and at < self.seat)
        nearest = max(joined, default=noun)
        own = any(self.tree.tags[at] == "DT" for at in self.children(nearest))
        return nearest if own else noun

    def draft(self, *, turns: bool) -> Draft | None:
        """The noun with its clause, or that as a sentence; None where it is not clear of what it says more."""
        noun = self._noun()
        if noun is None or not self.tree.is_nominal(noun):
            return None
        phrase = noun_words(self.context, noun, self.spine.top, self.bounds)
        words = phrase | self.expanded(self.seat)
        how = LedClause(self.context, self.spine, noun, phrase, words - phrase, self.bounds) if turns else None
        sentence = None if how is None else how.sentence()
        if sentence is not None:
            return self._led_draft(sentence, noun)
        order = turned(self.context, self.spine, noun, phrase, self.bounds) if turns else None
        if order is not None:
            first = min(phrase)
            small = {first: self.small(first)} if self.tree.tags[first] in ("DT", "CD") else {}
            fixed = self.path | {noun, order[0]}
            return Draft(order, fixed, self.bounds, self.spine.top, self.clause.subject, small, turned=True, seam=first)
        done = was_done(self.context, self.spine, noun, phrase, self.bounds)
        if done is not None:
            return self._done_draft(noun, phrase, words - phrase, done)
        return Draft(tuple(sorted(words)), self.path | {noun}, self.bounds, self.spine.top, noun)

    def _led_draft(self, how: Led, noun: int) -> Draft:
        """*Lind had surgery for an illness* of *an illness for which Lind had surgery*."""
        subject = self.clause.subject
        fixed = self.path | {at for at in (how.words[0], noun, how.seam, subject) if at is not None and at in how.words}
        return Draft(how.words, fixed, self.bounds, self.spine.top, subject, how.replaced, turned=True, seam=how.seam)

    def _done_draft(self, noun: int, phrase: Set[int], body: Set[int], done: Mapping[int, str]) -> Draft:
        """*Findings were published* of *findings published in May*, told of a name, if they have one."""
        name = named_before(self.context, noun, min(phrase))
        first = phrase if name is None else noun_words(self.context, name, noun, self.bounds)
        order = (*sorted(first), *sorted(body - first))
        fixed = self.path | {noun if name is None else name, *done}
        return Draft(order, fixed, self.bounds, self.spine.top, noun, done, turned=True, seam=min(done))
