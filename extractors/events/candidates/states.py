"""Which clauses tell only what is so, and which of these are news: an outcome, a figure, a state of now."""

from collections.abc import Container

from extractors.events.context.event_context import EventContext
from extractors.lexicons import modifiers, nouns, verbs
from extractors.lexicons.effects import Effect
from extractors.lexicons.time_words import time_units
from extractors.syntax.clauses import Clause
from extractors.syntax.eventive import happens, noun_in
from extractors.syntax.relations import NOUN_CLAUSES, Relation
from extractors.syntax.tenses import Aspect, Form, Tense, Voice
from extractors.syntax.trees import BE
from extractors.verb_groups import VerbGroup

_ORIGINS = frozenset("from of".split())
_THIS = frozenset("the this these its their his her".split())
_HAD = frozenset("difficulty trouble problem".split())
_SUSPECTED = frozenset("suspected alleged presumed".split())
_UNDER_WAY = frozenset("in under on at".split())
_NOW = (Aspect.NONE, Aspect.PROGRESSIVE)


def is_state(context: EventContext, clause: Clause, group: VerbGroup, telling: Container[int]) -> bool:
    """Whether a clause tells only what is so; `telling` has the verbs above it that tell of something."""
    tree = context.tree
    if group.aspect is Aspect.PROGRESSIVE and tree.lemmas[clause.verb] == "be":
        return False  # *was being sarcastic*
    if tree.lowers[clause.verb] in BE or clause.predicate is not None:
        told = is_outcome(context, clause) or _echoes(context, clause, telling) or names_a_suspect(context, clause)
        return not (told or _tells_a_figure(context, clause, group) or tells_a_total(context, clause))
    lemma = tree.lemma_in(clause.verb, verbs.states())
    past = group.tense is Tense.PAST
    if lays_down(context, clause, group):
        return False
    if past and (held_something(context, clause.verb) or _held_so_many(context, clause) or _lasted(context, clause)):
        return False
    if group.tense is Tense.FUTURE and tree.lemma_in(clause.verb, verbs.speaking()) is not None:
        return False  # *will consider the plan*: an act yet to come
    if lemma is None or group.aspect is Aspect.PROGRESSIVE or goes_on(context, clause, group):
        return False
    present = group.tense is Tense.PRESENT and group.aspect is Aspect.NONE
    return present or tree.lemma_in(clause.verb, verbs.states_in_the_present()) is None


def is_of_now(context: EventContext, group: VerbGroup) -> bool:
    """*Is currently unreachable*, *may now be at sea*, *two years on, is shut*: so at the moment of telling."""
    tree, clause = context.tree, context.syntax.clauses[group.trigger]
    if group.form is not Form.FINITE or group.tense in (Tense.FUTURE, Tense.PAST) or group.conditional:
        return False
    if clause.relation is Relation.ADVERBIAL or group.aspect not in _NOW:
        return False
    children = tree.children
    if any(_is_so_long_on(context, at) for at in children[clause.verb] if at < clause.verb):
        return True
    below = [*children[clause.verb], *(() if clause.predicate is None else children[clause.predicate])]
    below += [at for at in (clause.verb + 1,) if at < len(tree) and tree.tags[at] == "RB"]  # wherever a parse hangs it
    return any(tree.lowers[at] in modifiers.present_adverbs() for at in below)


def _is_so_long_on(context: EventContext, at: int) -> bool:
    """*Two years on, the road is shut*, *a week on from the storm*."""
    tree = context.tree
    on = tree.lowers[at + 1 : at + 3]
    return tree.lemmas[at] in time_units() and on[:1] == ["on"] and on[1:] in ([","], ["from"])


def goes_on(context: EventContext, clause: Clause, group: VerbGroup) -> bool:
    """*The search continues*: something that happens is told to be under way."""
    going = group.embeds is Effect.PHASE and group.tense is Tense.PRESENT and group.aspect is Aspect.NONE
    apart = clause.relation not in (*NOUN_CLAUSES, Relation.ADVERBIAL)
    return going and apart and clause.subject is not None and happens(context.tree, clause.subject)


def lays_down(context: EventContext, clause: Clause, group: VerbGroup) -> bool:
    """*The new policy bans all flights*: what a measure of the day lays down, unlike what a law has always said."""
    tree, subject = context.tree, clause.subject
    if subject is None or group.tense is not Tense.PRESENT or group.aspect is not Aspect.NONE:
        return False
    if group.voice is not Voice.ACTIVE or tree.lemma_in(clause.verb, verbs.laying_down()) is None:
        return False
    below = [at for at in tree.children[subject] if at < subject]
    known = any(tree.lowers[at] in _THIS for at in below)
    new = any(tree.lowers[at] == "new" for at in below)
    measure = noun_in(tree, subject, nouns.measures()) or any(
        noun_in(tree, at, nouns.measures()) for at in tree.children[subject] if at > subject
    )  # *the delayed implementation of the policy*
    return new or (known and measure)


def held_something(context: EventContext, verb: int) -> bool:
    """*Had its premiere*, *had an accident*: what is had is something that happens, and so the having does."""
    tree, objects = context.tree, context.syntax.clauses[verb].objects
    return tree.lemmas[verb] == "have" and any(happens(tree, at) or tree.lemmas[at] in _HAD for at in objects)


def tells_a_total(context: EventContext, clause: Clause) -> bool:
    """*The confirmed deaths are four soldiers and a nurse*, *turnout was 81 percent*: a count, whenever it is told."""
    tree, word = context.tree, clause.predicate
    if (
        word is None
        or tree.tags[word] == "JJ"
        or clause.subject is None
        or not noun_in(tree, clause.subject, nouns.totals())
    ):
        return False
    return is_counted(context, word)


def tells_an_origin(context: EventContext, clause: Clause) -> bool:
    """*One driver was from Corran*: what somebody is, whenever it is told."""
    tree, word = context.tree, clause.predicate
    places = [*tree.children[clause.verb], *([] if word is None else [word])]
    return any(tree.lowers[case] == "from" for at in places for case in tree.children[at])


def names_a_suspect(context: EventContext, clause: Clause) -> bool:
    """*The group are the suspected attackers*."""
    word = clause.predicate
    return word is not None and any(context.tree.lowers[at] in _SUSPECTED for at in context.tree.children[word])


def _held_so_many(context: EventContext, clause: Clause) -> bool:
    """*Had 54 delegates*, *had eight*: a tally at the time that is told of."""
    tree = context.tree
    many = (at for at in clause.objects if not any(tree.lowers[word] == "one" for word in tree.children[at]))
    return tree.lemmas[clause.verb] == "have" and any(is_counted(context, at) for at in many)


def is_counted(context: EventContext, at: int) -> bool:
    """*Nine boats*, *at least 90 cases*."""
    return any(context.doc[word].like_num for word in (at, *context.tree.children[at]))


def _lasted(context: EventContext, clause: Clause) -> bool:
    """*Lived in camps for two years*: a state that came to an end."""
    return clause.verb in context.lengths("for")


def _echoes(context: EventContext, clause: Clause, telling: Container[int]) -> bool:
    """*Ten civilians were wounded, as were seven soldiers*: as good as the verb above."""
    before = clause.verb - 1
    if clause.parent is None or before not in clause.markers or context.tree.lowers[before] != "as":
        return False
    return any(at in telling for at in (clause.parent, *context.syntax.below[clause.parent]))


def _tells_a_figure(context: EventContext, clause: Clause, group: VerbGroup) -> bool:
    """*85 % were in favour*, *120 people were present at it*: how many it was of, rather than what they are like."""
    if group.tense is not Tense.PAST or clause.subject is None:
        return False
    tree, word = context.tree, clause.predicate
    said = [] if word is None else [word, *(tree.children[word] if tree.tags[word] == "JJ" else ())]
    places = [at for at in (*tree.children[clause.verb], *said) if _has_case(context, at)]
    among = any(_is_among(context, at) for at in places)
    return among or (is_counted(context, clause.subject) and bool(places))


def _is_among(context: EventContext, at: int) -> bool:
    """*Were among the dead*."""
    return any(context.tree.lowers[case] == "among" for case in context.tree.children[at])


def _has_case(context: EventContext, at: int) -> bool:
    """Whether a word stands behind a preposition, other than one that tells where somebody is from."""
    tree = context.tree
    cases = {tree.lowers[case] for case in tree.children[at] if tree.relations[case] is Relation.CASE}
    return bool(cases) and not _ORIGINS & cases


def is_outcome(context: EventContext, clause: Clause) -> bool:
    """*Were missing*, *is under investigation*, *there was an explosion*."""
    tree, word = context.tree, clause.predicate
    if word is not None and tree.lowers[clause.verb] not in BE:
        return tree.lemma_in(clause.verb, verbs.states()) is None
    if word is not None and tree.lemmas[word] in modifiers.outcomes():
        return True
    if clause.subject is not None and any(tree.lowers[at] == "there" for at in tree.children[clause.verb]):
        return happens(tree, clause.subject)
    return any(
        noun_in(tree, at, nouns.under_way()) and any(tree.lowers[case] in _UNDER_WAY for case in tree.children[at])
        for at in (*tree.children[clause.verb], *([] if word is None else [word]))
    )
