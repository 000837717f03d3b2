"""Status: how surely an event is told. A list of rules, of which the first that fits decides.

The order is the meaning: what hangs on a condition is no plan, what lies ahead is no claim, and only what is neither
ahead nor doubted is told as a fact. Each rule says in words why it fits; the event keeps that as its reason.
"""

from collections.abc import Callable

from extractors.events.candidates.event_candidates import EventCandidate
from extractors.events.context.event_context import EventContext
from extractors.events.context.judged_claims import Holds, judgement
from extractors.events.dating.causes import noun_of_a_cause
from extractors.events.status.ahead import (
    called_off,
    commanded,
    forecast,
    foreseen,
    likely,
    meant,
    obliged,
    scheduled,
    will,
)
from extractors.events.status.conditions import condition, maybe, possible, unreal
from extractors.events.status.counted import counted_up
from extractors.events.status.doubted import (
    accused,
    charged,
    claimed,
    disputed,
    exculpated,
    falsified,
    guessed,
    hearsay,
    of_others,
    pleaded,
)
from extractors.events.status.lasting import continuing, habit, present, told_speech
from extractors.events.status.time_ahead import lies_ahead
from extractors.events.status.told import PERFECT, Told, Verdict, is_undecided, read_told
from extractors.events.status.unplanned import unplanned
from extractors.lexicons import governors, verbs
from extractors.lexicons.verb_rows import Content, Manner
from extractors.syntax.embedding import AHEAD
from extractors.syntax.relations import Relation
from extractors.syntax.tenses import Tense
from timeline.model import Polarity, Sense, Status, Tie
from timeline.when import Step

_WITHIN = frozenset("in at during after amid on".split())
_WORDS_OF_A_NOUN = 3
"""From a time that is part of it to its last: *the March 10 chemical plant blaze*."""


Rule = Callable[[Told], Verdict | None]


def read_status(context: EventContext, candidate: EventCandidate) -> Verdict:
    """The status of an event as its source presents it, and why."""
    if candidate not in context.verdicts:
        context.verdicts[candidate] = _read_status(context, candidate)
    return context.verdicts[candidate]


def _read_status(context: EventContext, candidate: EventCandidate) -> Verdict:
    told = read_told(context, candidate)
    if told is None:
        return _of_noun_alone(context, candidate)
    rules = _OF_VERBS if candidate.trigger == candidate.verb else _OF_NOUNS
    return next(verdict for rule in rules if (verdict := rule(told)) is not None)


def read_polarity(context: EventContext, candidate: EventCandidate) -> Polarity:
    """Whether the source says that it happened or that it did not."""
    plan = unplanned(context, candidate)
    if plan is not None and not plan.holds:
        return Polarity.NEGATIVE
    group = context.groups.get(candidate.verb)
    own = group is not None and candidate.trigger == candidate.verb
    negative = own and group is not None and group.polarity is Polarity.NEGATIVE
    negative ^= own and _falls_short(context, candidate.verb)
    judged = judgement(context, candidate.verb)
    denied = judged.holds is Holds.NO if judged is not None else context.sayings.is_denied(candidate.trigger)
    return Polarity.NEGATIVE if negative != denied else Polarity.POSITIVE


def _falls_short(context: EventContext, verb: int) -> bool:
    """*Failed to win*: unlike *refused to leave* it tells of nothing that was done instead."""
    lemma = context.tree.lemma_in(verb, governors.negating())
    acts = verbs.taking(Content.INFINITIVE)
    return lemma is not None and lemma not in acts and verb in context.embedded


# 6. What is told as a fact.


def _fact(told: Told) -> Verdict:
    if told.finite.tense is Tense.PRESENT and told.finite.aspect not in PERFECT:
        return Status.OCCURRED, Step("status.story", f"{told.words(told.group)} tells a story in the present")
    sets = governors.setting_time() | verbs.planning()
    if told.group.embeds in AHEAD and told.context.tree.lemma_in(told.group.trigger, sets) is not None:
        return Status.OCCURRED, Step("status.set", f"{told.words(told.group)} tells that something was set")
    return Status.OCCURRED, Step("status.fact", f"{told.words(told.group)} tells it as a fact")


# Nouns that a verb stands beside: *plan a march*, *condemned Sunday's attack*.


def _planned_noun(told: Told) -> Verdict | None:
    """*They plan a march on Saturday*, *the talks are expected in May*: what its verb says is to come."""
    tree, noun = told.context.tree, told.candidate.trigger
    if told.group.embeds not in AHEAD or tree.heads[noun] != told.group.trigger or noun < told.group.trigger:
        return None
    if told.finite.tense is Tense.PAST and _is_within(told, noun):
        return None  # *voted in the election*
    if _is_looked_back_on(told):
        return None  # *was sworn in following the May resignation*
    if tree.lemma_in(told.group.trigger, verbs.reporting_as(Manner.FORECASTS)) and is_undecided(tree, noun):
        return Status.FORECAST, Step("status.expected", f"{told.words(told.group)} tells what is expected")
    return Status.PLANNED, Step("status.meant", f"{told.words(told.group)} tells of what is to come")


def _is_looked_back_on(told: Told) -> bool:
    time = told.candidate.time
    if time is None or told.candidate.tie is not Tie.OWN:
        return False
    judged = noun_of_a_cause(told.context, time) == told.candidate.trigger  # *will stand trial over the May riot*
    return judged or told.context.directions[time].sense is Sense.PAST


def _is_within(told: Told, noun: int) -> bool:
    tree = told.context.tree
    return any(tree.lowers[at] in _WITHIN for at in tree.children[noun] if tree.relations[at] is Relation.CASE)


def _noun_ahead(told: Told) -> Verdict | None:
    """*A strike on Friday*; not *called him a friend in an interview on Friday*, which is of the past with its verb."""
    noun = told.candidate.trigger
    if _is_within(told, noun) and told.finite.tense is Tense.PAST:
        return None
    return _by_its_time(told.context, told.candidate)


def _named(told: Told) -> Verdict:
    return Status.OCCURRED, Step("status.named", f"{_noun(told.context, told.candidate)} is told of as a fact")


def _of_noun_alone(context: EventContext, candidate: EventCandidate) -> Verdict:
    """A noun outside of any clause."""
    named = Step("status.named", f"{_noun(context, candidate)} is told of as a fact")
    return _by_its_time(context, candidate) or (Status.OCCURRED, named)


def _by_its_time(context: EventContext, candidate: EventCandidate) -> Verdict | None:
    if not lies_ahead(context, candidate) or _is_known_by(context, candidate):
        return None
    return Status.PLANNED, Step("status.ahead", f"{context.time_text(candidate.time)} lies ahead")


def _is_known_by(context: EventContext, candidate: EventCandidate) -> bool:
    """*The March 10 blaze*, *the January 6 attack*: which it is, told whether it is over or to come."""
    if candidate.time is None or context.directions[candidate.time].sense is not Sense.EITHER:
        return False
    span, noun = context.times[candidate.time], candidate.trigger
    the = span.start > 0 and context.tree.lowers[span.start - 1] == "the"
    return the and 0 <= noun - span.end < _WORDS_OF_A_NOUN


def _noun(context: EventContext, candidate: EventCandidate) -> str:
    return f"“{context.doc[candidate.trigger].text}”"


_OF_VERBS: tuple[Rule, ...] = (
    condition,
    called_off,
    forecast,
    foreseen,
    unreal,
    possible,
    maybe,
    likely,
    meant,
    will,
    obliged,
    scheduled,
    commanded,
    falsified,
    hearsay,
    claimed,
    charged,
    guessed,
    accused,
    pleaded,
    exculpated,
    disputed,
    told_speech,
    present,
    habit,
    of_others,
    counted_up,
    continuing,
    _fact,
)
_OF_NOUNS: tuple[Rule, ...] = (condition, called_off, _planned_noun, _noun_ahead, falsified, claimed, disputed, _named)
