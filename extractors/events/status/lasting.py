"""Rules of status, 5: what goes on, holds or is an act of speaking.

`extractors.events.status.status` has the list that they stand in, and reads them in its order.
"""

from collections.abc import Iterator

from extractors.events.candidates.states import goes_on, held_something, tells_a_total
from extractors.events.status.told import PERFECT, Told, Verdict, reports
from extractors.lexicons import modifiers, verbs
from extractors.lexicons.effects import Effect
from extractors.syntax.relations import NOUN_CLAUSES, Relation
from extractors.syntax.tenses import Aspect, Form, Modality, Tense, Voice
from extractors.syntax.trees import BE
from extractors.verb_groups.component import Order
from timeline.meanings.units import Unit
from timeline.model import Sense, Status, Tie
from timeline.when import Step

_COMES = frozenset("come follow".split())
_BESIDE = frozenset("after as amid following before despite during weeks days hours months".split())
"""Words behind *comes* that set it beside something else that happened: *the move comes amid protests*."""
_SHARES = frozenset("% percent percentage per cent majority".split())


def told_speech(told: Told) -> Verdict | None:
    """*Asks the government to pay*, *denies it*: the act has occurred, even where it is told in the present."""
    one = told.group
    spoken = reports(told) or _orders(told)
    if (
        spoken
        and not goes_on(told.context, told.context.syntax.clauses[one.trigger], one)
        and one.voice is Voice.ACTIVE
        and one.form is Form.FINITE
        and one.aspect is Aspect.NONE
        and one.modality is Modality.INDICATIVE
    ):
        return Status.OCCURRED, Step("status.spoken", f"{told.words(one)} is an act of speaking")
    return None


def _orders(told: Told) -> bool:
    """*The decree orders the banks to close*; what *requires* something goes on doing so."""
    state = told.context.tree.lemma_in(told.group.trigger, verbs.states()) is not None
    return told.group.embeds is Effect.REQUEST and not state


def present(told: Told) -> Verdict | None:
    """*Crews are searching*, *she can leave*: what holds when it is told."""
    one = told.finite
    able = one.modality is Modality.POSSIBILITY and one.tense is Tense.NONE and one.aspect not in PERFECT
    present = one.tense is Tense.PRESENT and one.aspect not in PERFECT
    overlapping = one.form is Form.PRESENT_PARTICIPLE and one.order is Order.OVERLAP
    if not (present or able or overlapping) or _became_of_somebody(told) or _is_found(told):
        return None
    if present and _is_over(told):
        return None
    if overlapping and reports(told) and told.candidate.time is not None:
        return None  # *research of 2014, showing that*
    return Status.ONGOING, Step("status.present", f"{told.words(one)} holds when it is told")


def _is_over(told: Told) -> bool:
    """*Last month an officer is killed*: the present that tells a story."""
    candidate = told.candidate
    if candidate.time is None or candidate.tie is not Tie.OWN:
        return False
    direction = told.context.directions[candidate.time]
    past = Sense.PAST in (direction.sense, direction.likelier) and not told.since
    return past and told.context.meanings[candidate.time].fineness() is not Unit.DAY


def continuing(told: Told) -> Verdict | None:
    """*Has been waging*, *has governed since*, *lived there for years*: under way, or a state."""
    one = told.group
    if told.finite is not one or one.modality is not Modality.INDICATIVE or _became_of_somebody(told):
        return None
    if _was_under_way(told):
        return None
    if one.aspect in (Aspect.PROGRESSIVE, Aspect.PERFECT_PROGRESSIVE):
        return Status.ONGOING, Step("status.under-way", f"{told.words(one)} tells of what was under way")
    if one.aspect is Aspect.PERFECT:
        return _lasting(told)
    tree, verb = told.context.tree, one.trigger
    state = tree.lemma_in(verb, verbs.always_states()) is not None and one.voice is Voice.ACTIVE
    if one.tense is Tense.PAST and not (_of_a_period(told) or verb in told.context.lengths("for")):
        return None  # *was at the fair*, *the debate involved 102 amendments*: so it was then, and over
    done = tree.lowers[verb] in BE and (_there(told) or _counts(told) or _is_done(told) or _is_share(told))
    if state and not done and not held_something(told.context, verb):
        return Status.ONGOING, Step("status.state", f"{told.words(one)} tells of a state")
    return None


def _was_under_way(told: Told) -> bool:
    """*Died when he was leaving*, *had been hosting a fair*: beside what is told of the past, and over with it."""
    one, clause = told.group, told.context.syntax.clauses[told.group.trigger]
    if one.tense is not Tense.PAST or told.standing.number is not None or told.context.quoted[one.trigger]:
        return False
    beside = clause.relation in (Relation.ADVERBIAL, *NOUN_CLAUSES)
    return one.aspect is Aspect.PERFECT_PROGRESSIVE or (one.aspect is Aspect.PROGRESSIVE and beside)


def _of_a_period(told: Told) -> bool:
    """*Was mayor in 1990*, *was there until May*: a time that something lasts through."""
    if told.candidate.time is None:
        return False
    fineness = told.context.meanings[told.candidate.time].fineness()
    return fineness is not Unit.DAY


def habit(told: Told) -> Verdict | None:
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
    words = (tree.lowers[at] for at in tree.children[one.trigger])
    gradual = next((word for word in words if word in modifiers.lasting_adverbs()), None)
    if gradual is not None:
        return Status.ONGOING, Step("status.lasting", f"“{gradual}” tells of what goes on")
    state = tree.lowers[one.trigger] in BE or tree.lemma_in(one.trigger, verbs.always_states()) is not None
    lasts = state or tree.lemma_in(one.trigger, verbs.lasting()) is not None
    since = told.since and one.tense is Tense.PRESENT
    if one.voice is Voice.PASSIVE and since and not told.standing.several:
        return Status.ONGOING, Step("status.lasting", f"{told.words(one)} tells of what lasts")
    if one.voice is Voice.ACTIVE and (state or told.since or (lasts and one.tense is Tense.PRESENT)):
        return Status.ONGOING, Step("status.lasting", f"{told.words(one)} tells of what lasts")
    return None


def _is_found(told: Told) -> bool:
    """*The confirmed deaths are four soldiers and a nurse*, *the decision comes a day after the vote*: no state."""
    tree, clause = told.context.tree, told.context.syntax.clauses[told.group.trigger]
    if tells_a_total(told.context, clause):
        return True
    comes = tree.lemmas[clause.verb] in _COMES and clause.subject is not None and told.group.tense is Tense.PRESENT
    behind = {tree.lowers[at] for at in (*tree.children[clause.verb], *_below(told)) if at > clause.verb}
    behind |= {
        tree.lowers[at] for below in told.context.syntax.below.get(clause.verb, ()) for at in tree.children[below]
    }
    return comes and bool(behind & _BESIDE) and told.group.aspect is Aspect.NONE


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
