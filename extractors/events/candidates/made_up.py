"""What happens only in a work of fiction, a dream or a scenario, or is only imagined: it is no news.

*In the film, a ferry sinks off Oslund*, *a nightmare in which soldiers burned her school*, *the novel follows a baker
who betrays the city*, *imagine that the dam broke*. A film or a novel is made and shown in the past and tells in the
present, so that *in the film she played a nurse* is news; what is in a dream is none in whatever tense.
"""

from extractors.events.context.event_context import EventContext
from extractors.events.context.fiction import Fiction, fiction_of
from extractors.lexicons import verbs
from extractors.syntax.clauses import Clause
from extractors.syntax.relations import NOUN_CLAUSES, Relation
from extractors.syntax.tenses import Aspect, Form, Tense

_HIGHEST = 4
"""Clauses above one another that are climbed through."""
_BELOW = frozenset({Relation.COMPLEMENT, Relation.OPEN_COMPLEMENT, Relation.ADVERBIAL, Relation.CONJUNCT})
_TOLD_BY = frozenset({Relation.COMPLEMENT, Relation.OPEN_COMPLEMENT})
_ANY = frozenset("a an two three some several".split())
_TURNS = frozenset("begin close end open start".split())


def is_made_up(context: EventContext, clause: Clause) -> bool:
    """Whether a clause, or one above it that it goes along with, tells of what is made up."""
    present = True
    for _ in range(_HIGHEST):
        present &= _is_present(context, clause)
        for always in (True, False):
            if (always or present) and _is_within(context, clause, "always" if always else "present"):
                return True
        if _is_imagined(context, clause):
            return True
        above = context.syntax.clauses.get(-1 if clause.parent is None else clause.parent)
        if above is None or clause.relation not in _BELOW:
            return False
        clause = above
    return False


def _is_present(context: EventContext, clause: Clause) -> bool:
    """*Sinks*, *sinking*; a plain form that a tagger takes for a past is present as well: *30 people drown*."""
    group = context.groups.get(clause.verb)
    if group is None or group.form is not Form.FINITE:
        return group is not None
    plain = context.tree.lowers[clause.verb] == context.tree.lemmas[clause.verb] and not clause.auxiliaries
    return plain or (group.tense is Tense.PRESENT and group.aspect in (Aspect.NONE, Aspect.PROGRESSIVE))


def _is_within(context: EventContext, clause: Clause, kind: Fiction) -> bool:
    """*In the film*, *a dream in which*; what a work tells of (*the novel follows a man who leaves*) is within it."""
    tree = context.tree
    if kind in context.fiction.get(clause.verb, ()):
        return True
    above = context.syntax.clauses.get(-1 if clause.parent is None else clause.parent)
    if above is None or above.subject is None or fiction_of(tree, above.subject) != kind:
        return False
    if clause.relation in _TOLD_BY:
        return context.groups.get(above.verb) is not None and _is_present(context, above)
    if clause.relation is Relation.ADVERBIAL:
        return tree.lemmas[above.verb] in _TURNS and "when" in tree.lowers[above.verb : clause.verb]
    return clause.relation in NOUN_CLAUSES and _is_of_anybody(context, clause)


def _is_of_anybody(context: EventContext, clause: Clause) -> bool:
    """*A baker who betrays the city*; not *the miners who died in 1934*, nor *Rosa Lind, who was shot in 1985*."""
    noun = clause.attached
    return noun is not None and any(context.tree.lowers[at] in _ANY for at in context.tree.children[noun])


def _is_imagined(context: EventContext, clause: Clause) -> bool:
    """*Dreamt that the house had burned down*, *simulated a plane that crashed*, *suppose the bank fails*."""
    tree = context.tree
    above = context.syntax.clauses.get(-1 if clause.parent is None else clause.parent)
    if above is None or above.verb > clause.verb:
        return False
    commanded = above.subject is None and tree.lowers[above.verb] == "suppose"
    if not commanded and tree.lemma_in(above.verb, verbs.minding("imagines")) is None:
        return False
    whole = clause.relation is Relation.COMPLEMENT
    return whole or (
        clause.relation in NOUN_CLAUSES and clause.attached in above.objects and _is_of_anybody(context, clause)
    )
