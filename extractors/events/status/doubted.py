"""Rules of status, 4: what is told as true and doubted, or told by a party of itself.

`extractors.events.status.status` has the list that they stand in, and reads them in its order.
"""

from extractors.events.candidates.states import names_a_suspect
from extractors.events.context.judged_claims import Holds, claim_noun, judgement
from extractors.events.status.told import PERFECT, Told, Verdict
from extractors.lexicons import modifiers, nouns, verbs
from extractors.lexicons.effects import Effect
from extractors.lexicons.verb_rows import Manner
from extractors.syntax.eventive import happens
from extractors.syntax.relations import Relation
from extractors.syntax.tenses import Aspect, Modality, Tense
from timeline.model import Polarity, Status
from timeline.when import Step

_NOBODY = frozenset("nobody none no-one".split())
_OF_A_CHARGE = frozenset(("for", "of"))


def hearsay(told: Told) -> Verdict | None:
    """*Allegedly fled*, *is said to have fled*, *was accused of taking it*."""
    for one in told.chain:
        if one is not told.group and told.taken_for_granted:
            break
        if one.hearsay:
            adverbs = modifiers.hearsay_adverbs()
            tree = told.context.tree
            parent = told.context.syntax.clauses[one.trigger].parent
            near = (*tree.children[one.trigger], *(() if parent is None else tree.children[parent]))
            at = next(at for at in near if tree.lowers[at] in adverbs)
            return Status.ALLEGED, Step("status.hearsay", f"“{told.context.doc[at].text}” leaves it to others")
    if names_a_suspect(told.context, told.context.syntax.clauses[told.group.trigger]):
        return Status.ALLEGED, Step("status.hearsay", "a suspect is not found guilty")
    number = told.standing.number
    if number is not None and told.manner is Manner.SAYS and told.context.sayings.all[number].source is not None:
        return None  # *researchers reported finding a coating*: it is known who vouches for it
    one_below = told.embedded
    if _is_confirmed(told):
        return None
    if one_below is not None and one_below.embedding is not None and one_below.embedding.kind is Effect.ALLEGATION:
        return Status.ALLEGED, Step("status.hearsay", f"{told.embedder(one_below)} leaves it to others")
    return None


def falsified(told: Told) -> Verdict | None:
    """*It is not true that he left*, *withdrew his claim that he left*: told of as a claim that is none, or no more."""
    judged = judgement(told.context, told.candidate.verb)
    if judged is None or judged.holds not in (Holds.NO, Holds.RETRACTED):
        return None
    if judged.holds is Holds.RETRACTED:
        return Status.ALLEGED, Step("status.retracted", f"“{told.context.doc[judged.word].text}” takes it back")
    return Status.ALLEGED, Step("status.false", f"“{told.context.doc[judged.word].text}” tells that it is not so")


def _is_confirmed(told: Told) -> bool:
    """*Confirmed reports that he left*, *the rumours … were true*."""
    judged = judgement(told.context, told.candidate.verb)
    return judged is not None and judged.holds is Holds.YES


def claimed(told: Told) -> Verdict | None:
    """*Claimed that*, *denied that*, *believes that*, *the allegation that*: the cue vouches for nothing."""
    cue = told.context.sayings.cue_text(told.candidate.trigger)
    match told.manner:
        case Manner.CLAIMS if not _is_judged(told) and not _is_confirmed(told):
            return Status.ALLEGED, Step("status.claimed", f"{cue} makes it a claim")
        case Manner.DENIES:
            return Status.ALLEGED, Step("status.denied", f"{cue} disputes it")
        case Manner.GUESSES:
            return Status.ALLEGED, Step("status.guessed", f"{cue} makes it a guess")
    return None


def _is_judged(told: Told) -> bool:
    """*Claimed that she was wrongly convicted*: the conviction is taken for granted."""
    tree, one = told.context.tree, told.group
    past = one.tense is Tense.PAST or one.aspect in PERFECT
    return past and any(tree.lowers[at] in modifiers.judging_adverbs() for at in tree.children[one.trigger])


def charged(told: Told) -> Verdict | None:
    """*Was charged for robbing a bank*, *blamed the debt for ruining them*, *was acquitted of killing her*."""
    clause = told.context.syntax.clauses[told.group.trigger]
    above = clause.parent
    judged = above is not None and told.context.tree.lemma_in(above, verbs.judging("claim")) is not None
    if above is None or not judged or not told.context.markers(clause) & _OF_A_CHARGE:
        return None
    return Status.ALLEGED, Step("status.charged", f"“{told.context.doc[above].text}” does not say that it is so")


def guessed(told: Told) -> Verdict | None:
    """*May have left on purpose*, *must have known*, *it is possible that he left*."""
    one = told.finite
    judged = judgement(told.context, told.candidate.verb)
    word = _guessing(told) if judged is None or judged.holds is not Holds.POSSIBLE else judged.word
    if word is not None:
        return Status.ALLEGED, Step("status.guessed", f"“{told.context.doc[word].text}” makes it a guess")
    if one.modality in (Modality.POSSIBILITY, Modality.NECESSITY) and one.aspect in PERFECT:
        return Status.ALLEGED, Step("status.guessed", f"{told.words(one)} is a guess")
    return None


def _guessing(told: Told) -> int | None:
    """The word by which somebody only guesses it: *feared that he had left*, *were afraid that*, *rumours that*."""
    clause = told.context.syntax.clauses[told.group.trigger]
    noun = claim_noun(told.context, clause)
    if noun is not None and told.context.tree.lemmas[noun] in nouns.guesses() | nouns.hearsay():
        return None if told.standing.speaker or _is_confirmed(told) else noun
    if clause.parent is None or clause.relation is not Relation.COMPLEMENT:
        return None
    over, tree = told.context.syntax.clauses[clause.parent], told.context.tree
    if tree.lemma_in(over.verb, verbs.minding("guesses")) is not None:
        return over.verb
    words = (over.predicate, over.verb, clause.attached)
    return next((at for at in words if at is not None and tree.lowers[at] in modifiers.guessing()), None)


def accused(told: Told) -> Verdict | None:
    """A speaker tells of another what would be a wrong."""
    standing = told.standing
    wrong = told.context.tree.lemma_in(told.group.trigger, verbs.wrongs())
    if wrong is None or not standing.speaker or standing.neutral or standing.of_oneself:
        return None
    return Status.ALLEGED, Step("status.accused", f"{standing.speaker} accuses somebody of it")


def pleaded(told: Told) -> Verdict | None:
    """*The defence says the glove was lost*: what a side in court tells, but for what the court has done."""
    standing, one = told.standing, told.finite
    past = one.tense is Tense.PAST or one.aspect in PERFECT
    if not (standing.speaker and standing.adverse and past) or standing.of_oneself:
        return None
    procedure = told.context.tree.lemma_in(told.group.trigger, verbs.judging() | verbs.dying()) is not None
    at = standing.subject
    if procedure or (at is not None and happens(told.context.tree, at)):
        return None
    return Status.ALLEGED, Step("status.pleaded", f"{standing.speaker} takes a side in what is tried")


def exculpated(told: Told) -> Verdict | None:
    """*“I never received a cent”*, *my officers never touched it*: what somebody says that there never was."""
    one, tree, standing = told.group, told.context.tree, told.standing
    if one.embeds in (Effect.END, Effect.REFUSAL):
        return None  # *he never stopped sending me letters*
    if not standing.speaker or standing.neutral or one.tense is not Tense.PAST or one.aspect is not Aspect.NONE:
        return None
    never = any(tree.lowers[at] == "never" for at in tree.children[one.trigger])
    at = standing.subject
    nobody = at is not None and tree.lowers[at] in _NOBODY and bool(told.context.quoted[one.trigger])
    if not never and not nobody:
        return None
    return Status.ALLEGED, Step("status.exculpated", f"{standing.speaker} says that it never was so")


def disputed(told: Told) -> Verdict | None:
    """A party to a quarrel tells of it: of others, or that something was not so; not what they do themselves."""
    standing = told.standing
    if standing.contradicted and (told.finite.tense is Tense.PAST or told.finite.aspect in PERFECT):
        return Status.ALLEGED, Step("status.disputed", f"{standing.speaker}’s account is told otherwise by others here")
    negative = told.group.polarity is Polarity.NEGATIVE
    present = told.finite.tense is Tense.PRESENT and told.finite.aspect not in PERFECT
    if (
        _is_judged(told)
        or not standing.party
        or (not negative and (standing.of_oneself or (present and not standing.of_another)))
    ):
        return None
    return Status.ALLEGED, Step("status.disputed", f"{standing.speaker} is a party to what is disputed here")


def of_others(told: Told) -> Verdict | None:
    """*“The general broke the truce”*, *said they were hiding it*: what others did, as one side tells it."""
    one, clause = told.group, told.context.syntax.clauses[told.group.trigger]
    if told.standing.decides or not (one.tense is Tense.PAST or one.aspect in PERFECT):
        return None
    under_way = one.tense is Tense.PAST and one.aspect in (Aspect.PROGRESSIVE, Aspect.PERFECT_PROGRESSIVE)
    in_own_words = told.context.quoted[one.trigger] and bool(clause.objects)
    if not (under_way or in_own_words):
        return None
    return Status.ALLEGED, Step("status.of-others", f"{told.words(one)} tells what others do, in the words of one side")
