"""What somebody says, in a title that is too long: *Lind: the pier is closed* for *Lind told the council that it is*.

Only where the verb tells no more than that somebody says so, once and in fact, and nothing else is told of that.
"""

from collections.abc import Set

from msgspec.structs import replace

from extractors.events.context.event_context import EventContext
from extractors.events.titles.branches import branch, inside, is_negative
from extractors.events.titles.drafts import Draft
from extractors.events.titles.needs import is_somebody
from extractors.events.titles.speech import OWN
from extractors.lexicons import nouns, verbs
from extractors.lexicons.modifiers import altering_adverbs
from extractors.syntax.relations import SUBJECTS, Relation
from extractors.syntax.tenses import Tense

_GOING = frozenset({Relation.ADVERB, Relation.OBLIQUE, Relation.PARTICLE})
_SPOKEN_TO = frozenset({Relation.OBJECT, Relation.RECIPIENT})
_WITH_HEARERS = frozenset(("tell",))
_ASKING = frozenset("if whether how why what who whom when where which".split())
_TOLD = frozenset((Tense.PAST, Tense.PRESENT))
_MOST_AHEAD = 8
"""Words of whoever speaks: more say too much to stand before a colon."""


def as_said(context: EventContext, draft: Draft) -> Draft | None:
    """A draft with a colon for its verb; None where that verb tells more, or somebody is not said to say so."""
    tree, top, subject = context.tree, draft.top, draft.subject
    clause = context.syntax.clauses.get(top)
    if clause is None or subject is None or draft.turned or draft.seam is not None or top not in draft.kept:
        return None
    if tree.relations[subject] not in SUBJECTS or tree.heads[subject] != top or not _only_says(context, top):
        return None
    below = [at for at in inside(tree, top, draft.bounds) if at in draft.kept and tree.relations[at] not in SUBJECTS]
    contents = [at for at in below if tree.relations[at] is Relation.COMPLEMENT and at > top]
    if len(contents) != 1:
        return None
    speaker = branch(context, subject, draft.bounds) & draft.kept
    said = _said(context, contents[0], branch(context, contents[0], draft.bounds) & draft.kept)
    rest = [at for at in below if at != contents[0]]
    if tree.lemmas[top] in _WITH_HEARERS and all(tree.relations[at] not in _SPOKEN_TO for at in rest):
        return None  # *told the ferry was late*, of which the ferry may be whom it was told
    if (
        not said
        or len(speaker) > _MOST_AHEAD
        or max(speaker) > top
        or not all(can_go(context, at, draft) for at in rest)
    ):
        return None
    if any(tree.tags[at] == "CD" for at in speaker) or _leans(context, min(said)):
        return None
    first = min(said)
    words = tuple(at for at in draft.words if at in speaker or at in said)
    ordered = all(at < first for at in words if at in speaker)
    return replace(draft, words=words, said=first) if ordered else None


def _leans(context: EventContext, first: int) -> bool:
    """*She will leave* behind *Lind*: a colon sets it apart from whom it means."""
    tree = context.tree
    own = tree.lowers[first] in OWN and context.quoted[first]
    return tree.tags[first] == "CC" or (tree.tags[first] in ("PRP", "PRP$") and not own)


def _only_says(context: EventContext, verb: int) -> bool:
    """Whether a verb tells that somebody says something, and has said so."""
    known = context.tree.lemma_in(verb, verbs.replaced_by_colons()) is not None
    return known and is_told_plainly(context, verb)


def is_told_plainly(context: EventContext, verb: int) -> bool:
    """Whether a verb tells what was or is done: not *may say*, *did not say*, *was told*, *would say if*."""
    group, clause = context.groups.get(verb), context.syntax.clauses[verb]
    plain = group is not None and group.tense in _TOLD and not group.conditional and clause.negation is None
    modal = any(context.tree.tags[at] == "MD" for at in clause.auxiliaries)
    return plain and not modal and not clause.passive


def _said(context: EventContext, verb: int, words: Set[int]) -> Set[int]:
    """What is said, without *that* before it; empty where that is no sentence of its own."""
    tree, clause = context.tree, context.syntax.clauses.get(verb)
    if clause is None or not context.is_finite(verb) or clause.subject is None or clause.subject not in words:
        return frozenset()
    if any(tree.lowers[at] in _ASKING for at in (min(words), *clause.markers)):
        return frozenset()
    return words - {at for at in clause.markers if tree.lowers[at] == "that"}


def can_go(context: EventContext, at: int, draft: Draft) -> bool:
    """Whether the saying is told without a word below it: to whom, where, how often."""
    tree = context.tree
    words = branch(context, at, draft.bounds)
    addressed = at in context.mentions or is_somebody(context, at) or tree.lemmas[at] in nouns.bodies()
    spoken_to = addressed and tree.relations[at] in _SPOKEN_TO
    kind = tree.relations[at] in _GOING or spoken_to or tree.lowers[at] in ("has", "have", "had")
    alters = any(tree.lowers[one] in altering_adverbs() for one in words)
    return kind and not alters and not is_negative(tree, words) and words.isdisjoint(draft.fixed)
