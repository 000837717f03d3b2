"""Clauses on nouns that tell news beside what they say of the noun: *the boat, which sank*."""

from collections.abc import Collection

from extractors.events.context.event_context import EventContext
from extractors.syntax.clauses import Clause
from extractors.syntax.relations import Relation
from extractors.syntax.tenses import Aspect, Form, Tense
from extractors.verb_groups import VerbGroup

_WHICH = frozenset({Relation.NUMBER, Relation.POSSESSOR, Relation.CONJUNCT, Relation.APPOSITION})
_RELATIVE = frozenset("who which that".split())
_DETERMINING = frozenset("DT CD PRP$ PDT JJR RBR JJS".split())


def tells_of_noun(context: EventContext, clause: Clause, group: VerbGroup, telling: Collection[int]) -> bool:
    """Whether a clause on a noun tells of the past, and of somebody or something in particular, or is a headline."""
    if _is_headline(context, clause, group):
        return True
    if not _tells_more(context, group) or _is_rhetoric(context, clause, telling):
        return False
    return not _is_of_whoever(context, clause, telling)


def _is_headline(context: EventContext, clause: Clause, group: VerbGroup) -> bool:
    """*Two killed in crash*: a participle on a noun that nothing is above."""
    noun = clause.attached
    return noun is not None and context.tree.heads[noun] == noun and group.form is Form.PAST_PARTICIPLE


def _tells_more(context: EventContext, group: VerbGroup) -> bool:
    """*The boat, which sank*, *the man who helped him leave*: a finite clause on a noun that tells of the past."""
    past = group.tense is Tense.PAST or group.aspect in (Aspect.PERFECT, Aspect.PERFECT_PROGRESSIVE)
    clause = context.syntax.clauses[group.trigger]
    own = clause.relation is Relation.RELATIVE or clause.subject is not None  # not *the airlines affected*
    return group.form is Form.FINITE and past and own and not group.conditional


def _is_rhetoric(context: EventContext, clause: Clause, telling: Collection[int]) -> bool:
    """*“I am in awe of the people who ran”*: quoted, of what has no name, in a sentence that tells of nothing."""
    above, noun = clause.parent, clause.attached
    if above is None or not context.quoted[clause.verb] or not context.quoted[above]:
        return False
    named = noun is not None and context.tree.pos[noun] == "PROPN"
    return above not in telling and not named


def _is_of_whoever(context: EventContext, clause: Clause, telling: Collection[int]) -> bool:
    """*Let them extradite people who had been accused*: of whoever it may be, where nothing is told of them."""
    noun = clause.attached
    if noun is None or context.tree.tags[noun] != "NNS" or clause.parent in telling:
        return False
    if clause.subject is None or context.tree.lowers[clause.subject] not in _RELATIVE:
        return False  # *confirmations that he was leaving*
    first = context.syntax.runs.get(clause.verb, [(clause.verb, clause.verb)])[0][0]
    apart = "," in context.tree.lowers[noun:first]  # *ships, which had left*
    below = context.tree.children[noun]
    return not apart and not any(
        context.tree.relations[at] in _WHICH or context.tree.tags[at] in _DETERMINING for at in below
    )
