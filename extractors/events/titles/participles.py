"""Participles told as sentences: *Lind left, taking the files* is *Lind took the files* too.

So only where grammar says who does it and that it has happened: the clause above tells of the past, and of somebody who
acts; or a conjunction of time joins the two. *The ramp fell, killing two* stays as it is: it may be the fall that
killed.
"""

from collections.abc import Mapping, Set
from functools import cached_property

from msgspec.structs import replace

from extractors.events.event_context import EventContext
from extractors.events.titles.branches import branch, is_apart, is_negative
from extractors.events.titles.drafts import Draft
from extractors.events.titles.noun_words import noun_words
from extractors.lexicons import verbs
from extractors.lexicons.forms import forms
from extractors.mentions.records import Being, Count, MentionForm
from extractors.syntax.clauses import Clause
from extractors.syntax.embedding import AHEAD
from extractors.syntax.phrases import Range
from extractors.syntax.relations import AUXILIARIES, SUBJECTS, Relation
from extractors.syntax.tenses import Form, Modality, Tense
from timeline.model import Polarity

_JOINING = frozenset("before after while when by".split())
"""What is told behind one of these is as true as what is told before it."""
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
        forms_of = self._finite(clause, subject)
        if not forms_of or not self._has_happened(clause) or not self._acts(clause, subject):
            return None
        words = branch(self.context, verb, bounds) - set(clause.markers) - self._told_beside(verb, bounds)
        if is_negative(self.context.tree, words & set(self.context.tree.children[verb])):
            return None
        first = self._subject_words(subject, verb, bounds)
        gone = {at for at in words if forms_of.get(at) == ""}
        body = sorted(words - gone - first)
        kept = frozenset({verb, subject, *forms_of.keys()} - gone)
        draft = Draft((*sorted(first), *body), kept, bounds, verb, subject, forms_of)
        return replace(draft, seam=body[0]) if body else None

    def _has_happened(self, clause: Clause) -> bool:
        """Whether the clause above tells of the past, and this one is no less true."""
        context = self.context
        above = context.groups.get(-1 if clause.parent is None else clause.parent)
        joining = context.markers(clause)
        plain = clause.relation is Relation.ADVERBIAL and clause.negation is None and joining <= _JOINING
        plain = plain and not any(context.tree.tags[at] in ("DT", "PRP$") for at in context.tree.children[clause.verb])
        if above is None or not plain or context.quoted[clause.verb] or clause.verb in context.embeddings:
            return False
        if above.embeds in AHEAD:
            return False  # *after passing Skerra, the storm was forecast to turn*
        told = above.form is Form.FINITE and above.tense is Tense.PAST and above.modality is Modality.INDICATIVE
        return told and above.polarity is Polarity.POSITIVE and not above.conditional and above.embedding is None

    def _acts(self, clause: Clause, subject: int) -> bool:
        """Whether it is surely the subject that does it: not *was hit by a car, killing him*, nor *saw it leaving*."""
        context = self.context
        acts = self._beings.get(subject, (Being.UNKNOWN, Count.ONE))[0] in _ACTING
        passive = clause.parent is not None and context.syntax.clauses[clause.parent].passive
        if clause.markers:
            return acts or not passive  # *her sentence was commuted after serving nine years*
        below = {context.tree.relations[at] for at in context.tree.children[clause.verb]}
        if context.tree.lemmas[clause.verb] in verbs.resulting() or not (
            clause.auxiliaries or below & _WHOLE
        ):  # *mourning, starting Tuesday*
            return False
        apart = is_apart(context, branch(context, clause.verb, context.sentence(clause.verb)))
        return apart and not passive and acts

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
            return {verb: past_of(tree.lowers[verb], tree.lemmas[verb])} if tree.lowers[verb] != "being" else {}
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
    if (known := forms().pasts.get(lemma)) is not None:
        return known
    if lemma.endswith(("ee", "ie", "ye", "oe")):
        return f"{lemma}d"
    return f"{stem[:-1]}ied" if stem.endswith("y") and stem[-2:-1] not in "aeiou" else f"{stem}ed"
