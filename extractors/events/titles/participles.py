"""Participles told as sentences: *Lind left, taking the files* is *Lind took the files* too.

So only where grammar says who does it and that it has happened: the clause above tells of the past, and of somebody who
acts; or a conjunction of time joins the two. *The ramp fell, killing two* stays as it is: it may be the fall that
killed.
"""

from collections.abc import Mapping, Set
from functools import cached_property

from msgspec.structs import replace

from extractors.events.context.event_context import EventContext
from extractors.events.titles.branches import branch, is_apart, is_negative
from extractors.events.titles.drafts import Draft
from extractors.events.titles.noun_words import noun_words
from extractors.lexicons import modifiers, verbs
from extractors.lexicons.effects import Effect
from extractors.lexicons.forms import forms
from extractors.mentions.records import Being, Count, MentionForm
from extractors.syntax.clauses import Clause
from extractors.syntax.embedding import AHEAD
from extractors.syntax.eventive import happens
from extractors.syntax.phrases import Range
from extractors.syntax.relations import AUXILIARIES, SUBJECTS, Relation
from extractors.syntax.tenses import Form, Modality, Tense
from timeline.model import Polarity

_JOINING = frozenset("before after while when by".split())
"""What is told behind one of these is as true as what is told before it."""
_UNSURE = frozenset(("being", "lying"))
"""*Lied* or *lay*."""
_WHOLE = frozenset({Relation.OBJECT, Relation.COMPLEMENT, Relation.PREDICATE})
_ACTING = frozenset({Being.PERSON, Being.BODY, Being.PLACE})


class Participles:
    """The participles of one doc."""

    def __init__(self, context: EventContext) -> None:
        self.context = context

    def draft(self, verb: int, bounds: Range) -> Draft | None:
        """The clause of a participle as a sentence; None where it is not sure who does it, or that it has happened."""
        clause = self.context.syntax.clauses[verb]
        subject = clause.understood_subject
        if clause.subject is not None or subject is None or not bounds[0] <= subject < bounds[1]:
            return None
        forms_of, first_one = self._finite(clause, subject), self._first_of_pair(clause)
        if not forms_of or not self._has_happened(clause, first_one) or not self._acts(clause, first_one, subject):
            return None
        words = branch(self.context, verb, bounds) - set(clause.markers) - self._told_beside(verb, bounds)
        words -= {at for at in self.context.tree.children[verb] if self._joins(at)}
        if is_negative(self.context.tree, words & set(self.context.tree.children[verb])):
            return None
        first = self._subject_words(subject, verb, bounds)
        gone = {at for at in words if forms_of.get(at) == ""}
        body = sorted(words - gone - first)
        kept = frozenset({verb, subject, *forms_of.keys()} - gone)
        draft = Draft((*sorted(first), *body), kept, bounds, verb, subject, forms_of)
        return replace(draft, seam=body[0]) if body else None

    def _first_of_pair(self, clause: Clause) -> Clause:
        """*Taking the files* for *and burning them*."""
        first = self.context.syntax.clauses.get(-1 if clause.parent is None else clause.parent)
        joined = clause.relation is Relation.CONJUNCT and clause.attached == clause.parent and not clause.markers
        both = first is not None and {self.context.tree.tags[one.verb] for one in (first, clause)} == {"VBG"}
        return first if first is not None and joined and both else clause

    def _joins(self, at: int) -> bool:
        """*And*, and *later* or *then* behind it."""
        tree = self.context.tree
        later = tree.relations[at] is Relation.ADVERB and tree.lowers[at] in modifiers.linking("always")
        return later or tree.relations[at] is Relation.COORDINATOR

    def _has_happened(self, clause: Clause, first: Clause) -> bool:
        """Whether the clause above tells of the past, and this one is no less true."""
        context = self.context
        above = context.groups.get(self._above(first))
        joining = context.markers(first)
        plain = first.relation is Relation.ADVERBIAL and joining <= _JOINING
        plain = plain and clause.negation is None and first.negation is None
        plain = plain and not any(context.tree.tags[at] in ("DT", "PRP$") for at in context.tree.children[clause.verb])
        if above is None or not plain or context.quoted[clause.verb] or clause.verb in context.embeddings:
            return False
        if above.embeds in AHEAD:
            return False  # *after passing Skerra, the storm was forecast to turn*
        told = above.form is Form.FINITE and above.tense is Tense.PAST and above.modality is Modality.INDICATIVE
        return told and above.polarity is Polarity.POSITIVE and not above.conditional and above.embedding is None

    def _above(self, clause: Clause) -> int:
        """The verb above; of *went there to study, before moving on* it is *went*, whatever a parse says."""
        above = -1 if clause.parent is None else clause.parent
        aim = self.context.syntax.clauses.get(above)
        moved = clause.markers and is_apart(self.context, branch(self.context, clause.verb, self._sentence(clause)))
        if not moved or aim is None or aim.relation is not Relation.ADVERBIAL or aim.parent is None:
            return above
        group = self.context.groups.get(above)
        return aim.parent if group is not None and group.form is Form.INFINITIVE else above

    def _sentence(self, clause: Clause) -> Range:
        return self.context.sentence(clause.verb)

    def _acts(self, clause: Clause, first: Clause, subject: int) -> bool:
        """Whether it is surely the subject that does it: not *was hit by a car, killing him*, nor *saw it leaving*."""
        context = self.context
        acts = self._beings.get(subject, (Being.UNKNOWN, Count.ONE))[0] in _ACTING
        above = self._above(first)
        passive = above in context.syntax.clauses and context.syntax.clauses[above].passive
        if clause.markers:
            return acts or not passive  # *her sentence was commuted after serving nine years*
        below = {context.tree.relations[at] for at in context.tree.children[clause.verb]}
        if context.tree.lemmas[clause.verb] in verbs.resulting() or not (
            clause.auxiliaries or below & _WHOLE
        ):  # *mourning, starting Tuesday*
            return False
        if not is_apart(context, branch(context, first.verb, self._sentence(clause))):
            return False
        known = not any(context.tree.tags[at] == "PRP" for at in clause.objects)
        done = not passive or (bool(clause.auxiliaries) and known)  # *was arrested, having fled the town*
        return done and (acts or (not passive and self._is_of_a_blow(clause, above, subject)))

    def _is_of_a_blow(self, clause: Clause, above: int, subject: int) -> bool:
        """*Killed nine* of *a storm hit the town, killing nine*: whoever was killed was killed by what happened."""
        tree = self.context.tree
        harms = happens(tree, subject) and tree.lemma_in(clause.verb, verbs.harming()) is not None
        if not harms or tree.lemma_in(above, verbs.leaning()) is not None:
            return False  # *a shooting followed another, killing three*
        ends = self.context.groups[above].embeds is Effect.END if above in self.context.groups else True
        return not ends and not any(happens(tree, at) for at in range(subject + 1, clause.verb) if tree.is_nominal(at))

    def _told_beside(self, verb: int, bounds: Range) -> Set[int]:
        """*And wounding three* of *killing nine and wounding three*: a line of its own."""
        tree, clauses = self.context.tree, self.context.syntax.clauses
        joined = (at for at in tree.children[verb] if tree.relations[at] is Relation.CONJUNCT and at in clauses)
        return {word for at in joined for word in branch(self.context, at, bounds)}

    def _subject_words(self, subject: int, verb: int, bounds: Range) -> Set[int]:
        """The words of the subject, with those of a second one that a parse gives its verb: *one truck and a car*."""
        tree = self.context.tree
        beside = (at for at in tree.children[tree.heads[subject]] if tree.relations[at] in SUBJECTS and at < verb)
        subjects = {subject, *(at for at in beside if bounds[0] <= at and tree.relations[subject] in SUBJECTS)}
        first = min(noun_words(self.context, min(subjects), verb, bounds))
        between = {at for at in range(first, max(subjects)) if tree.relations[at] is not Relation.PUNCTUATION}
        return noun_words(self.context, max(subjects), verb, bounds) | (between if len(subjects) > 1 else set())

    def _finite(self, clause: Clause, subject: int) -> Mapping[int, str]:
        """The participle, or its auxiliary, in the past; empty where it has another form."""
        tree, verb = self.context.tree, clause.verb
        helping = [at for at in clause.auxiliaries if tree.relations[at] in AUXILIARIES]
        lowers = [tree.lowers[at] for at in helping]
        if not helping and tree.tags[verb] == "VBG":
            known = tree.lowers[verb] not in _UNSURE
            return {verb: past_of(tree.lowers[verb], tree.lemmas[verb])} if known else {}
        if lowers == ["having"] and tree.tags[verb] in ("VBN", "VBD"):
            return {helping[0]: "had"}
        if lowers == ["being"] and tree.tags[verb] in ("VBN", "VBD"):
            count = self._beings.get(subject, (Being.UNKNOWN, Count.EITHER))[1]
            return {helping[0]: "were" if count is Count.MANY else "was"} if count is not Count.EITHER else {}
        return {}

    @cached_property
    def _beings(self) -> Mapping[int, tuple[Being, Count]]:
        """By noun what it means, of a pronoun what that means."""
        found = self.context.cast.mentions
        by_cluster = {one.cluster: one.being for one in found if one.form is not MentionForm.PRONOUN}
        return {one.head: (by_cluster.get(one.cluster, one.being), one.count) for one in found}


def past_of(participle: str, lemma: str) -> str:
    """The past of a verb by its present participle: *stopped* of *stopping*, *took* of *taking*."""
    stem = participle.removesuffix("ing")
    if lemma in forms().unchanged_past:
        return lemma
    if (known := forms().pasts.get(lemma) or forms().pasts_besides.get(lemma)) is not None:
        return known
    if lemma.endswith(("ee", "ie", "ye", "oe")):
        return f"{lemma}d"
    return f"{stem[:-1]}ied" if stem.endswith("y") and stem[-2:-1] not in "aeiou" else f"{stem}ed"
