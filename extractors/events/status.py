"""Status: how surely an event is told. A list of rules, of which the first that fits decides.

The order is the meaning: what hangs on a condition is no plan, what lies ahead is no claim, and only what is neither
ahead nor doubted is told as a fact. Each rule says in words why it fits; the event keeps that as its reason.
"""

from collections.abc import Callable, Iterator
from itertools import pairwise

from extractors.events.event_candidates import EventCandidate, had_to, held_something
from extractors.events.event_context import EventContext
from extractors.events.time_ahead import lies_ahead
from extractors.events.told import Told, read_told
from extractors.lexicons import governors, modifiers, verbs
from extractors.lexicons.effects import Effect
from extractors.lexicons.verbs import Content, Manner
from extractors.syntax.clauses import is_reporting
from extractors.syntax.embedding import AHEAD
from extractors.syntax.relations import Relation
from extractors.syntax.tenses import Aspect, Form, Modality, Tense, Voice
from extractors.syntax.trees import BE
from extractors.verb_groups import VerbGroup
from extractors.verb_groups.component import Order, condition_of
from timeline.model import Polarity, Status
from timeline.when import Step

_PERFECT = (Aspect.PERFECT, Aspect.PERFECT_PROGRESSIVE)
_MEANT = {
    Effect.PLAN: "tells of what somebody means to do",
    Effect.REQUEST: "asks for it",
    Effect.WISH: "tells of what somebody wishes",
    Effect.FUTURE: "tells of what is to come",
    Effect.NECESSITY: "tells of what has to be done",
}
_GRADUAL = frozenset("gradually steadily increasingly long always continuously constantly still".split())
_WITHIN = frozenset("in at during after amid on".split())
_RANKS = frozenset("first second third last latest only youngest oldest".split())
_FORECAST = ("forecast", "project")
"""These set a time, and no schedule: *is forecast to pass on Monday*."""
_SHARES = frozenset("% percent percentage per cent majority".split())
_CAN = frozenset("can ca".split())
_SHOULD = frozenset("should".split())


Verdict = tuple[Status, Step]
Rule = Callable[[Told], Verdict | None]


def read_status(context: EventContext, candidate: EventCandidate) -> Verdict:
    """The status of an event as its source presents it, and why."""
    told = read_told(context, candidate)
    if told is None:
        return _of_noun_alone(context, candidate)
    rules = _OF_VERBS if candidate.trigger == candidate.verb else _OF_NOUNS
    return next(verdict for rule in rules if (verdict := rule(told)) is not None)


def read_polarity(context: EventContext, candidate: EventCandidate) -> Polarity:
    """Whether the source says that it happened or that it did not."""
    group = context.groups.get(candidate.verb)
    own = group is not None and candidate.trigger == candidate.verb
    negative = own and group is not None and group.polarity is Polarity.NEGATIVE
    negative ^= own and _falls_short(context, candidate.verb)
    return Polarity.NEGATIVE if negative != context.is_denied(candidate.trigger) else Polarity.POSITIVE


def _falls_short(context: EventContext, verb: int) -> bool:
    """*Failed to win*: unlike *refused to leave* it tells of nothing that was done instead."""
    lemma = context.tree.lemma_in(verb, governors.negating())
    acts = verbs.taking(Content.INFINITIVE)
    return lemma is not None and lemma not in acts and verb in context.embedded


# 1. What hangs on a condition.


def _condition(told: Told) -> Verdict | None:
    """*Would leave if she lost*, *had it rained*: the clause or one above it has a condition, or is one."""
    for one in told.chain:
        if one.conditional:
            at = condition_of(told.context.syntax, told.context.syntax.clauses[one.trigger])
            words = f"“{told.context.doc[at].text}” sets" if at is not None else "there is"
            return Status.CONDITIONAL, Step("status.condition", f"{words} a condition")
    return None


def _forecast(told: Told) -> Verdict | None:
    """*Predicts that prices will rise*, *forecasts say it could reach 10 percent*."""
    one = told.finite
    open_ended = one.tense in (Tense.FUTURE, Tense.NONE) and one.form in (Form.FINITE, Form.INFINITIVE, Form.BARE)
    if told.manner is not Manner.FORECASTS or not open_ended:
        return None
    return Status.FORECAST, Step("status.forecast", f"{told.context.cue_text(told.candidate.trigger)} forecasts it")


def _unreal(told: Told) -> Verdict | None:
    """*Would have been worse*, *would double the fare*: what would follow."""
    below = told.embedded
    above = below.embedding if below is not None else None
    one = told.finite if above is None else told.context.groups.get(above.verb)
    if one is None or one.modality is not Modality.CONDITIONAL:
        return None
    if one.aspect not in _PERFECT and told.standing.announced:
        return None
    return Status.CONDITIONAL, Step("status.unreal", f"{told.words(one)} tells what would follow")


def _possible(told: Told) -> Verdict | None:
    """*Could still be found*, *may be delayed*: a bare possibility; *can* tells what is open to somebody now."""
    one = told.finite
    possible = one.modality is Modality.POSSIBILITY and one.tense is Tense.NONE and one.aspect not in _PERFECT
    if told.embedded is not None or not possible or told.first(one) in _CAN:
        return None
    return Status.CONDITIONAL, Step("status.possible", f"{told.words(one)} tells of what is possible")


def _maybe(told: Told) -> Verdict | None:
    """*Possibly ending the war*, *will perhaps leave* is a bare possibility; *will probably leave* is expected."""
    tree, one = told.context.tree, told.group
    words = [at for at in tree.children[one.trigger] if tree.relations[at] is Relation.ADVERB]
    likely = next((at for at in words if tree.lowers[at] in modifiers.doubting("likely")), None)
    possible = next((at for at in words if tree.lowers[at] in modifiers.doubting("possible")), None)
    word = possible if likely is None else likely
    if word is None:
        return None
    says = f"“{told.context.doc[word].text}”"
    ahead = one.tense is Tense.FUTURE or (one.tense is Tense.NONE and one.aspect not in _PERFECT)
    if not ahead:
        return Status.ALLEGED, Step("status.guessed", f"{says} makes it a guess")
    if likely is not None:
        return Status.FORECAST, Step("status.expected", f"{says} tells what is expected")
    return Status.CONDITIONAL, Step("status.possible", f"{says} tells of what is possible")


# 2. and 3. What lies ahead: planned where somebody decides it, forecast where nobody does who tells it.


def _likely(told: Told) -> Verdict | None:
    """*Is likely to fall*, *experts expect a rise*; *is expected to open* is a schedule, where it can be one."""
    one = told.embedded
    if one is None or one.embedding is None or one.embedding.kind is not Effect.EXPECTATION:
        return None
    over = told.context.groups.get(one.embedding.verb)
    word = told.context.tree.lemma_in(one.embedding.word, governors.setting_time())
    passive = over is not None and (over.voice is Voice.PASSIVE or over.predicate is not None)
    if word not in (None, *_FORECAST) and passive and not told.befalls and not told.standing.quantified:
        return Status.PLANNED, Step("status.scheduled", f"{told.embedder(one)} tells of what is scheduled")
    return Status.FORECAST, Step("status.expected", f"{told.embedder(one)} tells what is expected")


def _is_to(told: Told) -> bool:
    """*Was to be held*, where a parse takes *was* for an auxiliary."""
    tree, words = told.context.tree, told.group.tokens
    return any(tree.lowers[at] in BE and tree.lowers[after] == "to" for at, after in pairwise(words))


def _is_going_to(told: Told) -> bool:
    """*Was not going to leave*, told by the verb that has the tense."""
    tree, at = told.context.tree, told.group.trigger
    return tree.lowers[at : at + 2] == ["going", "to"] and "VB" in tree.tags[at + 2 : at + 4]


def _meant(told: Told) -> Verdict | None:
    """*Plans to open*, *urged them to leave*, *is to close*, *has to pay*."""
    one = told.embedded
    if one is None and (_is_to(told) or _is_going_to(told)):
        return Status.PLANNED, Step("status.meant", f"{told.words(told.group)} {_MEANT[Effect.FUTURE]}")
    if one is None or one.embedding is None or one.embedding.kind not in _MEANT or had_to(told.context, one):
        return None
    if told.befalls and one.embedding.kind in (Effect.PLAN, Effect.FUTURE) and not told.standing.decides:
        return Status.FORECAST, Step("status.expected", f"{told.embedder(one)} tells what nobody decides")
    says = f"{told.embedder(one)} {_MEANT[one.embedding.kind]}"
    over = told.context.groups.get(one.embedding.verb)
    if one.embedding.kind is Effect.NECESSITY and over is not None and over.tense is Tense.FUTURE:
        return _future(told, over)
    return Status.PLANNED, Step("status.meant", says)


def _will(told: Told) -> Verdict | None:
    """*Will open*, *said it would open*: a plan of who decides it, a forecast of anybody else."""
    one = told.finite
    told_ahead = one.tense is Tense.FUTURE or (one.modality is Modality.CONDITIONAL and told.standing.announced)
    return _future(told, one) if told.embedded is None and told_ahead else None


def _future(told: Told, one: VerbGroup) -> Verdict:
    if told.befalls:
        return Status.FORECAST, Step("status.forecast", f"{told.words(one)} tells what nobody decides")
    if not told.standing.decides:
        return Status.FORECAST, Step("status.forecast", f"{told.words(one)}, told by somebody who does not decide it")
    return Status.PLANNED, Step("status.will", f"{told.words(one)} tells what is to come")


def _obliged(told: Told) -> Verdict | None:
    """*Must pay by May* is an order, *should arrive on Monday* an expectation; *must have left* is neither."""
    one = told.finite
    if told.embedded is not None or one.modality is not Modality.NECESSITY:
        return None
    should = told.first(one) in _SHOULD
    if one.aspect in _PERFECT:
        unreal = Step("status.unreal", f"{told.words(one)} tells what did not happen")
        return (Status.CONDITIONAL, unreal) if should else None
    if should and (told.befalls or not told.standing.speaker):
        return Status.FORECAST, Step("status.expected", f"{told.words(one)} tells what is expected")
    return Status.PLANNED, Step("status.meant", f"{told.words(one)} tells of what has to be done")


def _scheduled(told: Told) -> Verdict | None:
    """*Opens Monday*, *the report is expected this spring*, *starting on Tuesday*: the time makes it lie ahead."""
    one = told.group
    ahead = lies_ahead(told.context, told.candidate)
    present = one.tense is Tense.PRESENT and one.aspect in (Aspect.NONE, Aspect.PROGRESSIVE)
    present = present and not _reports(told) and not _is_state(told)
    settles = (one.voice is Voice.PASSIVE or one.predicate is not None) and one.embeds in AHEAD
    word = one.predicate if one.predicate is not None else one.trigger
    sets_time = told.context.tree.lemma_in(word, governors.setting_time()) is not None
    if settles and (ahead or (one.tense is Tense.PRESENT and sets_time)):
        return Status.PLANNED, Step("status.scheduled", f"{told.words(one)} sets its time")
    if told.embedded is None and ahead and (present or one.form is Form.PRESENT_PARTICIPLE or told.first(one) in _CAN):
        return Status.PLANNED, Step("status.ahead", f"{told.context.time_text(told.candidate.time)} lies ahead")
    return None


def _reports(told: Told) -> bool:
    """Whether its verb tells of something: *records show a loss in May*."""
    return told.candidate.trigger in told.context.cues or is_reporting(told.context.tree, told.candidate.trigger)


def _is_state(told: Told) -> bool:
    """*The debt results from the ruling of May*; but *the vote is on Monday*."""
    tree, verb = told.context.tree, told.group.trigger
    return tree.lowers[verb] not in BE and tree.lemma_in(verb, verbs.always_states()) is not None


def _commanded(told: Told) -> Verdict | None:
    """An imperative, or an infinitive after its verb that nothing above accounts for."""
    one = told.finite
    purpose = one is told.group and one.form is Form.INFINITIVE and one.order is Order.AFTER
    purpose = purpose and not _is_ranked(told)
    if one.form is Form.IMPERATIVE or purpose or _is_let_us(told):
        return Status.PLANNED, Step("status.meant", f"{told.words(one)} tells what is to be done")
    return None


def _is_let_us(told: Told) -> bool:
    """*Let's talk*, whatever a tagger takes it for."""
    lowers, at = told.context.tree.lowers, told.finite.trigger
    return lowers[at] == "let" and lowers[at + 1 : at + 2] in (["'s"], ["’s"], ["us"])


def _is_ranked(told: Told) -> bool:
    """*The first president to refuse*: an infinitive that tells what somebody did before or after all others."""
    tree, clause = told.context.tree, told.context.syntax.clauses[told.group.trigger]
    noun = clause.attached
    return noun is not None and any(tree.lowers[at] in _RANKS for at in (noun, *tree.children[noun]))


# 4. What is told as true, and doubted, or told by a party.


def _hearsay(told: Told) -> Verdict | None:
    """*Allegedly fled*, *is said to have fled*, *was accused of taking it*."""
    for one in told.chain:
        if one.hearsay:
            adverbs = modifiers.hearsay_adverbs()
            tree = told.context.tree
            at = next(at for at in tree.children[one.trigger] if tree.lowers[at] in adverbs)
            return Status.ALLEGED, Step("status.hearsay", f"“{told.context.doc[at].text}” leaves it to others")
    one_below = told.embedded
    if one_below is not None:
        return Status.ALLEGED, Step("status.hearsay", f"{told.embedder(one_below)} leaves it to others")
    return None


def _claimed(told: Told) -> Verdict | None:
    """*Claimed that*, *denied that*, *believes that*, *the allegation that*: the cue vouches for nothing."""
    cue = told.context.cue_text(told.candidate.trigger)
    match told.manner:
        case Manner.CLAIMS:
            return Status.ALLEGED, Step("status.claimed", f"{cue} makes it a claim")
        case Manner.DENIES:
            return Status.ALLEGED, Step("status.denied", f"{cue} disputes it")
        case Manner.GUESSES:
            return Status.ALLEGED, Step("status.guessed", f"{cue} makes it a guess")
    return None


def _charged(told: Told) -> Verdict | None:
    """*Was charged for robbing a bank*, *blamed the debt for ruining them*."""
    clause = told.context.syntax.clauses[told.group.trigger]
    above = clause.parent
    judged = above is not None and told.context.tree.lemma_in(above, verbs.judging("claim")) is not None
    if above is None or not judged or "for" not in told.context.markers(clause):
        return None
    return Status.ALLEGED, Step("status.charged", f"“{told.context.doc[above].text}” does not say that it is so")


def _guessed(told: Told) -> Verdict | None:
    """*May have left on purpose*, *must have known*."""
    one = told.finite
    if one.modality in (Modality.POSSIBILITY, Modality.NECESSITY) and one.aspect in _PERFECT:
        return Status.ALLEGED, Step("status.guessed", f"{told.words(one)} is a guess")
    return None


def _accused(told: Told) -> Verdict | None:
    """A speaker tells of another what would be a wrong."""
    standing = told.standing
    wrong = told.context.tree.lemma_in(told.group.trigger, verbs.wrongs())
    if wrong is None or not standing.speaker or standing.neutral or standing.of_oneself:
        return None
    return Status.ALLEGED, Step("status.accused", f"{standing.speaker} accuses somebody of it")


def _disputed(told: Told) -> Verdict | None:
    """A party to a quarrel tells of it: of others, or that something was not so; not what they do themselves."""
    standing = told.standing
    if standing.contradicted and (told.finite.tense is Tense.PAST or told.finite.aspect in _PERFECT):
        return Status.ALLEGED, Step("status.disputed", f"{standing.speaker}’s account is told otherwise by others here")
    negative = told.group.polarity is Polarity.NEGATIVE
    present = told.finite.tense is Tense.PRESENT and told.finite.aspect not in _PERFECT
    if not standing.party or (not negative and (standing.of_oneself or (present and not standing.of_another))):
        return None
    return Status.ALLEGED, Step("status.disputed", f"{standing.speaker} is a party to what is disputed here")


# 5. What goes on.


def _told_speech(told: Told) -> Verdict | None:
    """*Asks the government to pay*, *denies it*: the act has occurred, even where it is told in the present."""
    one = told.group
    if (
        _reports(told)
        and one.voice is Voice.ACTIVE
        and one.form is Form.FINITE
        and one.aspect is Aspect.NONE
        and one.modality is Modality.INDICATIVE
    ):
        return Status.OCCURRED, Step("status.spoken", f"{told.words(one)} is an act of speaking")
    return None


def _present(told: Told) -> Verdict | None:
    one = told.finite
    able = one.modality is Modality.POSSIBILITY and one.tense is Tense.NONE and one.aspect not in _PERFECT
    present = one.tense is Tense.PRESENT and one.aspect not in _PERFECT
    overlapping = one.form is Form.PRESENT_PARTICIPLE and one.order is Order.OVERLAP
    if not (present or able or overlapping) or _became_of_somebody(told):
        return None
    return Status.ONGOING, Step("status.present", f"{told.words(one)} holds when it is told")


def _continuing(told: Told) -> Verdict | None:
    """*Has been waging*, *has governed since*, *was being dealt with*, *was still missing*: under way, or a state."""
    one = told.group
    if told.finite is not one or one.modality is not Modality.INDICATIVE or _became_of_somebody(told):
        return None
    if one.aspect in (Aspect.PROGRESSIVE, Aspect.PERFECT_PROGRESSIVE):
        return Status.ONGOING, Step("status.under-way", f"{told.words(one)} tells of what was under way")
    if one.aspect is Aspect.PERFECT:
        return _lasting(told)
    tree, verb = told.context.tree, one.trigger
    state = tree.lemma_in(verb, verbs.always_states()) is not None and one.voice is Voice.ACTIVE
    done = tree.lowers[verb] in BE and (_there(told) or _counts(told) or _is_done(told) or _is_share(told))
    if state and not done and not held_something(told.context, verb):
        return Status.ONGOING, Step("status.state", f"{told.words(one)} tells of a state")
    return None


def _habit(told: Told) -> Verdict | None:
    """*Used to live here*: so it was, over a time."""
    tree, verb = told.context.tree, told.group.trigger
    below = (told.context.syntax.clauses[at] for at in told.context.syntax.below.get(verb, ()))
    to = any(tree.tags[at] == "TO" and at == verb + 1 for one in below for at in one.markers)
    if tree.lowers[verb] != "used" or told.group.voice is Voice.PASSIVE or not to:
        return None
    return Status.ONGOING, Step("status.habit", f"{told.words(told.group)} to tells of what was so for a time")


def _lasting(told: Told) -> Verdict | None:
    """A perfect of what lasts: a state, or what an open time or an adverb says goes on."""
    one, tree = told.group, told.context.tree
    gradual = next((tree.lowers[at] for at in tree.children[one.trigger] if tree.lowers[at] in _GRADUAL), None)
    if gradual is not None:
        return Status.ONGOING, Step("status.lasting", f"“{gradual}” tells of what goes on")
    state = tree.lowers[one.trigger] in BE or tree.lemma_in(one.trigger, verbs.always_states()) is not None
    lasts = state or tree.lemma_in(one.trigger, verbs.lasting()) is not None
    since = told.since and one.tense is Tense.PRESENT
    if one.voice is Voice.PASSIVE and since and not told.standing.several:
        return Status.ONGOING, Step("status.lasting", f"{told.words(one)} tells of what lasts")
    if one.voice is Voice.ACTIVE and (state or since or (lasts and one.tense is Tense.PRESENT)):
        return Status.ONGOING, Step("status.lasting", f"{told.words(one)} tells of what lasts")
    return None


def _there(told: Told) -> bool:
    """*There was an explosion*."""
    tree = told.context.tree
    return any(tree.lowers[at] == "there" for at in tree.children[told.group.trigger])


def _is_done(told: Told) -> bool:
    """*Was on Monday rammed into the gate*: a participle that a parse takes for what is said of its subject."""
    word = told.group.predicate
    return word is not None and told.context.tree.tags[word] == "VBN"


def _counts(told: Told) -> bool:
    """*Turnout was 81 percent*: a figure is found, and is no state."""
    tree, word = told.context.tree, told.group.predicate
    return word is not None and (tree.tags[word] == "CD" or any(tree.tags[at] == "CD" for at in tree.children[word]))


def _is_share(told: Told) -> bool:
    """*85 percent were in favour*, *one child was among the dead*: found out, as a figure is."""
    tree, clause = told.context.tree, told.context.syntax.clauses[told.group.trigger]
    among = any(tree.lowers[at] == "among" and tree.relations[at] is Relation.CASE for at in _below(told))
    return among or (clause.subject is not None and tree.lemmas[clause.subject] in _SHARES)


def _below(told: Told) -> Iterator[int]:
    """The words below those below its verb, or below what that says of its subject."""
    children, word = told.context.tree.children, told.group.predicate
    for at in (*children[told.group.trigger], *(() if word is None else (word, *children[word]))):
        yield from children[at]


def _became_of_somebody(told: Told) -> bool:
    """*Are dead*: a state that is told for what happened; *are missing* is one that can end."""
    word = told.group.predicate
    return word is not None and told.context.tree.lemmas[word] in modifiers.final_outcomes()


# 6. What is told as a fact.


def _fact(told: Told) -> Verdict:
    return Status.OCCURRED, Step("status.fact", f"{told.words(told.group)} tells it as a fact")


# Nouns that a verb stands beside: *plan a march*, *condemned Sunday's attack*.


def _planned_noun(told: Told) -> Verdict | None:
    """*They plan a march on Saturday*, *the talks are expected in May*: what its verb says is to come."""
    tree, noun = told.context.tree, told.candidate.trigger
    if told.group.embeds not in AHEAD or tree.heads[noun] != told.group.trigger or noun < told.group.trigger:
        return None
    return Status.PLANNED, Step("status.meant", f"{told.words(told.group)} tells of what is to come")


def _noun_ahead(told: Told) -> Verdict | None:
    """*A strike on Friday*; not *called him a friend in an interview on Friday*, which is of the past with its verb."""
    tree, noun = told.context.tree, told.candidate.trigger
    within = any(tree.lowers[at] in _WITHIN for at in tree.children[noun] if tree.relations[at] is Relation.CASE)
    if within and told.finite.tense is Tense.PAST:
        return None
    return _by_its_time(told.context, told.candidate)


def _named(told: Told) -> Verdict:
    return Status.OCCURRED, Step("status.named", f"{_noun(told.context, told.candidate)} is told of as a fact")


def _of_noun_alone(context: EventContext, candidate: EventCandidate) -> Verdict:
    """A noun outside of any clause."""
    named = Step("status.named", f"{_noun(context, candidate)} is told of as a fact")
    return _by_its_time(context, candidate) or (Status.OCCURRED, named)


def _by_its_time(context: EventContext, candidate: EventCandidate) -> Verdict | None:
    if not lies_ahead(context, candidate):
        return None
    return Status.PLANNED, Step("status.ahead", f"{context.time_text(candidate.time)} lies ahead")


def _noun(context: EventContext, candidate: EventCandidate) -> str:
    return f"“{context.doc[candidate.trigger].text}”"


_OF_VERBS: tuple[Rule, ...] = (
    _condition,
    _forecast,
    _unreal,
    _possible,
    _maybe,
    _likely,
    _meant,
    _will,
    _obliged,
    _scheduled,
    _commanded,
    _hearsay,
    _claimed,
    _charged,
    _guessed,
    _accused,
    _disputed,
    _told_speech,
    _present,
    _habit,
    _continuing,
    _fact,
)
_OF_NOUNS: tuple[Rule, ...] = (_condition, _planned_noun, _noun_ahead, _claimed, _disputed, _named)
