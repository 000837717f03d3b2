"""Times that a past verb can't have happened at: what lies ahead of its telling, and what something was put off to.

*Postponed the trial to 3 October*, *announced his resignation effective next Wednesday*, *has declared tomorrow a day
of mourning*: the time is that of what was decided, and the deciding has another or none.
"""

from extractors.events.context.event_context import EventContext
from extractors.events.dating.deictic import is_ahead
from extractors.lexicons import verbs
from extractors.syntax.embedding import AHEAD
from extractors.syntax.relations import Relation
from extractors.syntax.tenses import Aspect, Form, Modality, Tense
from extractors.syntax.unplanning import unplans
from extractors.verb_groups import Order, VerbGroup
from timeline.meanings.composed import Range
from timeline.model import Sense

_TO = frozenset("to until till through".split())
_MOVING = frozenset("move shift push bring change switch".split())
_BETWEEN = frozenset("from to until till than".split())
_NEAR_A_MOVE = 3
"""Tokens behind a verb in which its *from* stands: *was put back from*."""
_ARTICLES = frozenset("the this that".split())


def is_of_what_comes(context: EventContext, verb: int, number: int) -> bool:
    """Whether a time, by its index, is after what a verb tells, so that it can't date that."""
    group = context.groups[verb]
    if not _is_done(group) or group.embeds in AHEAD or _is_told_from_then(context, verb):
        return False  # *have been planned until December*: so is what is planned
    if _is_moved(context, verb, number) or _is_moved_between(context, verb, context.times[number].start):
        return True
    ahead = is_ahead(context.meanings[number]) or context.directions[number].sense is Sense.FUTURE
    return ahead or _is_term(context, verb, context.times[number].start)


def _is_moved(context: EventContext, verb: int, number: int) -> bool:
    """*Moved the trial from March 3 to April 6*: neither is when it was moved, nor is all between."""
    meaning = context.meanings[number]
    both = isinstance(meaning, Range) and meaning.start is not None and meaning.end is not None
    ahead = context.tree.lemma_in(verb, verbs.object_lies("ahead") | _MOVING) is not None
    clause = context.syntax.clauses[verb]
    return both and ahead and (clause.passive or bool(clause.objects))


def _is_moved_between(context: EventContext, verb: int, start: int) -> bool:
    """*Has slipped from 11 July to 2 September*: it slipped on neither of these days."""
    tree = context.tree
    near = "from" in tree.lowers[verb + 1 : verb + 1 + _NEAR_A_MOVE] and unplans(tree, verb) == "moves"
    return near and start > 0 and tree.lowers[start - 1] in _BETWEEN


def _is_done(group: VerbGroup) -> bool:
    """*Postponed*, *has postponed*, *had postponed*; not *was going on*, *would have*."""
    perfect = group.aspect is Aspect.PERFECT and group.tense in (Tense.PRESENT, Tense.PAST)
    plain = group.tense is Tense.PAST and group.aspect is Aspect.NONE
    told = group.form is Form.FINITE and group.modality is Modality.INDICATIVE and not group.conditional
    awaited = group.order is Order.AFTER  # *will open once it has been checked on Friday*
    return told and (perfect or plain) and group.embedding is None and not awaited


def _is_told_from_then(context: EventContext, verb: int) -> bool:
    """*She said the talks began tomorrow*: a past that only follows that of *said*."""
    clause = context.syntax.clauses[verb]
    return clause.relation is Relation.COMPLEMENT and context.groups[verb].aspect is Aspect.NONE


def _is_term(context: EventContext, verb: int, start: int) -> bool:
    """*To May*, *until May* of what was put off or drawn out."""
    tree, before = context.tree, start - 1
    while before > verb and tree.lowers[before] in _ARTICLES:
        before -= 1
    inside = start if tree.lowers[start] in _TO else before
    ahead = tree.lemma_in(verb, verbs.object_lies("ahead")) is not None
    return ahead and inside > verb and tree.lowers[inside] in _TO and tree.lemmas[inside - 1] != "from"
