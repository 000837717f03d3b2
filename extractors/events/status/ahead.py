"""Rules of status, 2 and 3: what lies ahead, planned or forecast.

`extractors.events.status.status` has the list that they stand in, and reads them in its order.
"""

from extractors.events.candidates.telling_verbs import had_to
from extractors.events.status.doubted import claimed
from extractors.events.status.time_ahead import lies_ahead
from extractors.events.status.told import PERFECT, Told, Verdict, reports
from extractors.events.status.unplanned import is_to, unplanned
from extractors.lexicons import governors, verbs
from extractors.lexicons.effects import Effect
from extractors.lexicons.verb_rows import Manner
from extractors.syntax.embedding import AHEAD, sets_time
from extractors.syntax.relations import Relation
from extractors.syntax.tenses import Aspect, Form, Modality, Tense, Voice
from extractors.syntax.trees import BE
from extractors.verb_groups import VerbGroup
from extractors.verb_groups.component import Order
from timeline.model import Polarity, Status, Tie
from timeline.when import Step

_MEANT = {
    Effect.PLAN: "tells of what somebody means to do",
    Effect.REQUEST: "asks for it",
    Effect.WISH: "tells of what somebody wishes",
    Effect.FUTURE: "tells of what is to come",
    Effect.NECESSITY: "tells of what has to be done",
}
_RANKS = frozenset("first second third last latest only youngest oldest".split())
_FORECAST = ("forecast", "project")
"""These set a time, and no schedule: *is forecast to pass on Monday*."""
_CAN = frozenset("can ca".split())
_SHOULD = frozenset("should".split())


def called_off(told: Told) -> Verdict | None:
    """*Sunday's match was called off*, *was put off to Monday*: a plan, whatever became of it."""
    what = unplanned(told.context, told.candidate)
    if what is None:
        return None
    word = f"“{told.context.doc[what.word].text}”"
    if what.holds:
        return Status.PLANNED, Step("status.new-day", f"{word} sets it for another day")
    return Status.PLANNED, Step("status.called-off", f"{word} tells that nothing came of what was planned")


def forecast(told: Told) -> Verdict | None:
    """*Predicts that prices will rise*, *forecasts say it could reach 10 percent*."""
    one = told.finite
    open_ended = one.tense in (Tense.FUTURE, Tense.NONE) and one.form in (Form.FINITE, Form.INFINITIVE, Form.BARE)
    if told.manner is not Manner.FORECASTS or not open_ended or _is_of_who_is_expected(told):
        return None
    cue = told.context.sayings.cue_text(told.candidate.trigger)
    unsaid = told.standing.number is not None and not told.standing.speaker
    if unsaid and one.form is Form.INFINITIVE and one.voice is Voice.PASSIVE and not told.befalls:
        return Status.PLANNED, Step("status.scheduled", f"{cue} tells of what is scheduled")
    return Status.FORECAST, Step("status.forecast", f"{cue} forecasts it")


def foreseen(told: Told) -> Verdict | None:
    """*Predicts rain*, *expects winds of 90 miles an hour*: what is told is what is forecast."""
    at = told.candidate.trigger
    if at != told.group.trigger or not told.context.sayings.foresees(at) or told.group.polarity is Polarity.NEGATIVE:
        return None
    return Status.FORECAST, Step("status.forecast", f"{told.words(told.group)} forecasts it")


def _is_of_who_is_expected(told: Told) -> bool:
    """*The panel, which will meet in May, is expected to report*: only the report is."""
    number = told.standing.number
    if number is None or told.standing.speaker:
        return False
    relative = told.context.syntax.clauses[told.group.trigger].relation is Relation.RELATIVE
    return relative and told.context.sayings.all[number].cue[0] > told.group.trigger


def likely(told: Told) -> Verdict | None:
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


def _is_going_to(told: Told) -> bool:
    """*Was not going to leave*, told by the verb that has the tense."""
    tree, at = told.context.tree, told.group.trigger
    return tree.lowers[at : at + 2] == ["going", "to"] and "VB" in tree.tags[at + 2 : at + 4]


def meant(told: Told) -> Verdict | None:
    """*Plans to open*, *urged them to leave*, *is to close*, *has to pay*."""
    one = told.embedded
    if one is None and (is_to(told.context, told.group) or _is_going_to(told)):
        return Status.PLANNED, Step("status.meant", f"{told.words(told.group)} {_MEANT[Effect.FUTURE]}")
    if one is None or one.embedding is None or one.embedding.kind not in _MEANT or had_to(told.context, one):
        return None
    if told.befalls and one.embedding.kind in (Effect.PLAN, Effect.FUTURE) and not told.standing.decides:
        return Status.FORECAST, Step("status.expected", f"{told.embedder(one)} tells what nobody decides")
    if _is_past_plan(told, one):
        return claimed(told)
    says = f"{told.embedder(one)} {_MEANT[one.embedding.kind]}"
    over = told.context.groups.get(one.embedding.verb)
    if one.embedding.kind is Effect.NECESSITY and over is not None and over.tense is Tense.FUTURE:
        return _future(told, over)
    return Status.PLANNED, Step("status.meant", says)


def _is_past_plan(told: Told, one: VerbGroup) -> bool:
    """*Argued that the true intent was to stop them*: a claim of what somebody wanted, and nothing that lies ahead."""
    if one.embedding is None or one.embedding.kind is Effect.REQUEST:
        return False  # *insisted that he resign*
    over = told.context.groups.get(one.embedding.verb)
    return over is not None and over.tense is Tense.PAST and told.manner is Manner.CLAIMS and _is_undated(told)


def _is_undated(told: Told) -> bool:
    return told.candidate.time is None or told.candidate.tie is not Tie.OWN


def will(told: Told) -> Verdict | None:
    """*Will open*, *said it would open*: a plan of who decides it, a forecast of anybody else."""
    one = told.finite
    told_ahead = one.tense is Tense.FUTURE or (one.modality is Modality.CONDITIONAL and told.standing.announced)
    return _future(told, one) if told.embedded is None and told_ahead else None


def _future(told: Told, one: VerbGroup) -> Verdict:
    if told.befalls and not _sets_in(told):
        return Status.FORECAST, Step("status.forecast", f"{told.words(one)} tells what nobody decides")
    if not told.standing.decides:
        return Status.FORECAST, Step("status.forecast", f"{told.words(one)}, told by somebody who does not decide it")
    return Status.PLANNED, Step("status.will", f"{told.words(one)} tells what is to come")


def _sets_in(told: Told) -> bool:
    """*From Monday bags will cost ten cents*, *drivers will need a permit from May*: it is laid down from a day on."""
    tree, time = told.context.tree, told.candidate.time
    if time is None or told.candidate.tie is not Tie.OWN or told.undecided:
        return False
    start = told.context.times[time].start
    state = tree.lemma_in(told.group.trigger, verbs.states()) is not None
    return state and "from" in tree.lowers[max(0, start - 1) : start + 1]


def obliged(told: Told) -> Verdict | None:
    """*Must pay by May* is an order, *should arrive on Monday* an expectation; *must have left* is neither."""
    one = told.finite
    if told.embedded is not None or one.modality is not Modality.NECESSITY:
        return None
    should = told.first(one) in _SHOULD
    if one.aspect in PERFECT:
        unreal = Step("status.unreal", f"{told.words(one)} tells what did not happen")
        return (Status.CONDITIONAL, unreal) if should else None
    if should and (told.befalls or not told.standing.speaker):
        return Status.FORECAST, Step("status.expected", f"{told.words(one)} tells what is expected")
    return Status.PLANNED, Step("status.meant", f"{told.words(one)} tells of what has to be done")


def scheduled(told: Told) -> Verdict | None:
    """*Opens Monday*, *the report is expected this spring*, *starting on Tuesday*: the time makes it lie ahead."""
    one = told.group
    ahead = lies_ahead(told.context, told.candidate)
    awaited = one.aspect is Aspect.PERFECT and one.order is Order.AFTER  # *until it has been checked on Friday*
    present = one.tense is Tense.PRESENT and (one.aspect in (Aspect.NONE, Aspect.PROGRESSIVE) or awaited)
    present = present and not reports(told) and not _is_state(told)
    settles = (one.voice is Voice.PASSIVE or one.predicate is not None) and one.embeds in AHEAD
    word = one.predicate if one.predicate is not None else one.trigger
    if settles and (ahead or (one.tense is Tense.PRESENT and sets_time(told.context.tree, word))):
        expected = told.context.tree.lemma_in(word, _FORECAST) is not None or (
            _is_expected(told, word) and told.undecided
        )
        if expected:
            return Status.FORECAST, Step("status.expected", f"{told.words(one)} tells what is expected")
        return Status.PLANNED, Step("status.scheduled", f"{told.words(one)} sets its time")
    along = one.form is Form.PRESENT_PARTICIPLE and told.finite.tense is not Tense.PAST and not _is_told_past(told)
    if told.embedded is None and ahead and (present or along or told.first(one) in _CAN):
        if present and told.undecided:
            return Status.FORECAST, Step("status.forecast", f"{told.words(one)} tells what nobody decides")
        return Status.PLANNED, Step("status.ahead", f"{told.context.time_text(told.candidate.time)} lies ahead")
    return None


def _is_expected(told: Told, word: int) -> bool:
    """*Rain is expected*, unlike *a storm is planned*."""
    return told.context.tree.lemma_in(word, verbs.reporting_as(Manner.FORECASTS)) is not None


def _is_told_past(told: Told) -> bool:
    """*On Tuesday the premier, speaking to the council, called it null*: with what has happened."""
    above = told.context.syntax.clauses[told.group.trigger].parent
    over = None if above is None else told.context.groups.get(above)
    return over is not None and over.tense is Tense.PAST


def commanded(told: Told) -> Verdict | None:
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


def _is_state(told: Told) -> bool:
    """*The debt results from the ruling of May*; but *the vote is on Monday*."""
    tree, verb = told.context.tree, told.group.trigger
    return tree.lowers[verb] not in BE and tree.lemma_in(verb, verbs.always_states()) is not None
