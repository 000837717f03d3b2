"""Plans that were called off, or set for another day.

*Sunday's match was put off to Monday*: there is no match on Sunday, and there is to be one on Monday. The deciding is
news of its own, with its own day or none.
"""

from itertools import pairwise
from typing import Literal

import msgspec

from extractors.events.candidates.event_candidates import EventCandidate
from extractors.events.context.event_context import EventContext
from extractors.lexicons import governors, verbs
from extractors.lexicons.effects import Effect
from extractors.syntax.clauses import Clause
from extractors.syntax.embedding import AHEAD, Embedding
from extractors.syntax.eventive import happens
from extractors.syntax.relations import NOUN_CLAUSES, Relation
from extractors.syntax.tenses import Aspect, Modality, Tense
from extractors.syntax.trees import BE
from extractors.syntax.unplanning import planned, sets_new_day, stands_with, unplans
from extractors.verb_groups import VerbGroup
from timeline.model import Polarity, Tie

_PERFECT = (Aspect.PERFECT, Aspect.PERFECT_PROGRESSIVE)
_BUT = frozenset(("but", "however"))
_UP_TO = frozenset(("before", "until"))
"""Before a clause they tell what came between: *until it rained*; before a noun they are part of the plan."""
_SHOULD = frozenset("should ought".split())
_COMING_ABOUT = frozenset("happen materialise materialize go".split())
_HIGHEST = 2
"""Nouns climbed through."""
_OF = frozenset("on of from".split())
_MEANT = frozenset("supposed meant intended".split())
_FAR = 40
"""Tokens behind a plan in which it is told that nothing came of it."""


class Unplanned(msgspec.Struct, frozen=True):
    """What became of a plan, and by which word."""

    holds: bool
    """Whether it is told of as the new plan, rather than the one that was given up."""
    word: int


def unplanned(context: EventContext, candidate: EventCandidate) -> Unplanned | None:
    """What became of the plan that an event is, if something did."""
    clause, group = context.syntax.clauses.get(candidate.verb), context.groups.get(candidate.verb)
    if clause is None or group is None:
        return None
    own = candidate.time is not None and candidate.tie is Tie.OWN
    if candidate.trigger != candidate.verb:
        return _of_noun(context, candidate, clause) if own else None
    if own and _is_done(context, clause.verb) and _is_new_day(context, clause.verb, candidate.time):
        return Unplanned(holds=True, word=clause.verb)
    if own and _should_have(context, clause, group):
        return Unplanned(holds=False, word=clause.verb)
    return _of_plan(context, clause, group)


def _of_noun(context: EventContext, candidate: EventCandidate, over: Clause) -> Unplanned | None:
    """*Saturday's regatta was called off*, *postponed the hearing until June*."""
    if candidate.trigger not in planned(over) or not _is_done(context, over.verb):
        return None
    return Unplanned(holds=_is_new_day(context, over.verb, candidate.time), word=over.verb)


def _of_plan(context: EventContext, clause: Clause, group: VerbGroup) -> Unplanned | None:
    """*The summit, planned for Sunday, was cancelled*, *was to have opened in May*, *was due then but was scrubbed*."""
    if not _plans(context, group):
        return None
    above = group.embedding
    told = (clause,) if above is None else (clause, context.syntax.clauses[above.verb])
    off = next((verb for one in told if (verb := _giving_up(context, one)) is not None), None)
    if off is not None:
        return Unplanned(holds=False, word=off)
    main = group if above is None else context.groups.get(above.verb)
    if main is None or main.tense is not Tense.PAST:
        return None
    if above is None:  # *had been scheduled for March, but the queen fell ill*
        gone = main.aspect is Aspect.PERFECT and clause.passive  # not *had planned it, but told nobody*
        off = _behind(context, clause) if gone else None
        return None if off is None else Unplanned(holds=False, word=off)
    if group.aspect in _PERFECT and above.word == above.verb and above.kind in (Effect.PLAN, Effect.FUTURE):
        return Unplanned(holds=False, word=above.verb)  # *was to have opened*
    beside = (context.syntax.clauses[at] for at in context.syntax.below.get(above.verb, ()))
    later = [one for one in beside if one.relation is Relation.CONJUNCT and one.verb > clause.verb]
    off = next((one.verb for one in later if one.passive and _is_done(context, one.verb)), None)
    if off is None and main.aspect is Aspect.NONE and _is_meant(context, above):
        own = (context.syntax.clauses[at] for at in context.syntax.below.get(clause.verb, ()))
        joined = [*later, *(one for one in own if one.relation is Relation.CONJUNCT and one.subject is not None)]
        words = (at for one in joined for at in context.tree.children[one.verb] if at < one.verb)
        off = next((at for at in words if context.tree.lowers[at] in _BUT), None)
    if off is None and main.aspect is Aspect.PERFECT:  # *had been due to sail, but …*
        off = _behind(context, clause)
    return None if off is None else Unplanned(holds=False, word=off)


def _behind(context: EventContext, clause: Clause) -> int | None:
    """The word behind a plan that begins to tell what came between."""
    behind = range(clause.verb + 1, min(context.sentence(clause.verb)[1], clause.verb + _FAR))
    return next((at for at in behind if _comes_between(context, at)), None)


def _is_meant(context: EventContext, above: Embedding) -> bool:
    """*Was to open but nobody came*, *was supposed to*."""
    lower = context.tree.lowers[above.word]
    return lower in _MEANT or (above.kind is Effect.FUTURE and lower in BE)


def _comes_between(context: EventContext, at: int) -> bool:
    """*But* of *had been due to sail, but a storm came*; not *before* of *had been due to sail before noon*."""
    tree, lower = context.tree, context.tree.lowers[at]
    return lower in _BUT or (lower in _UP_TO and tree.relations[at] is Relation.MARKER)


def _giving_up(context: EventContext, clause: Clause) -> int | None:
    """The verb that calls off, or sets for another day, what a clause tells the plan of."""
    noun = clause.attached
    over = None if noun is None or clause.relation not in NOUN_CLAUSES else context.syntax.clause_of(noun)
    if noun is None or over is None:
        return None
    for _ in range(_HIGHEST):  # *her trip to Kesh, which was due to start then*
        if context.tree.relations[noun] is not Relation.NOUN_MODIFIER or noun in planned(over):
            break
        noun = context.tree.heads[noun]
    done = noun in planned(over) and _is_done(context, over.verb)
    return over.verb if done or _gives_up(context, over, noun) else None


def _gives_up(context: EventContext, over: Clause, noun: int) -> bool:
    """*Dropped plans to close it*; *the talks set for Monday collapsed*, *are off*, *never took place*."""
    tree, group = context.tree, context.groups.get(over.verb)
    if group is None or group.embedding is not None or group.conditional or group.modality is not Modality.INDICATIVE:
        return False
    own = over.subject == noun and not over.passive
    if group.polarity is Polarity.NEGATIVE:
        return own and tree.lemma_in(over.verb, _COMING_ABOUT | verbs.carrying("subject")) is not None
    if group.tense is Tense.FUTURE:
        return False
    if own and tree.lowers[over.verb] in BE:
        return any(tree.lowers[at] == "off" and not tree.children[at] for at in tree.children[over.verb])
    beside = context.tree.relations[noun] is Relation.OBLIQUE and context.has_case(noun, _OF)
    what: Literal["object", "subject"] = "object" if beside or noun in planned(over) else "subject"
    lemma = tree.lemma_in(over.verb, verbs.giving_up(what))
    fits = lemma is not None and stands_with(tree, over.verb, verbs.giving_up_with(lemma))
    comes_about = what == "object" or happens(tree, noun) or tree.lemmas[noun] in governors.embedding_nouns()
    return fits and (own or what == "object") and comes_about  # not *the house planned in May collapsed*


def _should_have(context: EventContext, clause: Clause, group: VerbGroup) -> bool:
    """*Should have begun on Monday*; what *should not have begun* then has."""
    if group.modality is not Modality.NECESSITY or group.aspect not in _PERFECT:
        return False
    should = any(context.tree.lowers[at] in _SHOULD for at in clause.auxiliaries)
    return should and group.polarity is Polarity.POSITIVE


def _plans(context: EventContext, group: VerbGroup) -> bool:
    """Whether a clause tells of a plan: *planned for Sunday*, *had called for Friday*, *was due to arrive*."""
    above = group.embedding
    if (above is not None and above.kind in AHEAD) or is_to(context, group):
        return True
    sets = governors.setting_time() | verbs.planning()
    return group.embeds in AHEAD or context.tree.lemma_in(group.trigger, sets) is not None


def is_to(context: EventContext, group: VerbGroup) -> bool:
    """*Was to be held*, where a parse takes *was* for an auxiliary."""
    lowers = context.tree.lowers
    return any(lowers[at] in BE and lowers[after] == "to" for at, after in pairwise(group.tokens))


def _is_done(context: EventContext, verb: int) -> bool:
    """*Was called off*, *has postponed*; neither *may be postponed* nor *was not called off*."""
    group = context.groups.get(verb)
    if group is None or unplans(context.tree, verb) is None or group.polarity is Polarity.NEGATIVE:
        return False
    told = group.tense is Tense.PAST or group.aspect in _PERFECT or context.syntax.clauses[verb].passive
    free = group.embedding is None and not group.conditional and group.modality is Modality.INDICATIVE
    return told and free and group.tense is not Tense.FUTURE


def _is_new_day(context: EventContext, verb: int, time: int | None) -> bool:
    return time is not None and sets_new_day(context.tree, verb, context.times[time].start)
