"""Judged claims: what the text says of a clause, that it is false, that it is so, or that nobody knows.

*It is not true that she left*, *rumours that she had left proved false*, *rejected claims that she had left*, *ruled
out that she had left*. Who is told to make the claim vouches for it all the same: *rejected the mayor's claim that she
had left* leaves it his, unless he takes it back.
"""

from enum import StrEnum
from functools import cache

import msgspec

from extractors.events.context.event_context import EventContext
from extractors.lexicons import modifiers, nouns, verbs
from extractors.syntax.clauses import Clause, is_reporting
from extractors.syntax.relations import NOUN_CLAUSES, SUBJECTS, Relation
from extractors.syntax.tenses import Modality
from extractors.syntax.unplanning import stands_with
from timeline.model import Polarity

_HIGHEST = 5
"""Clauses joined by *and* that are climbed through."""
_OF_IT = frozenset({Relation.COMPLEMENT, Relation.CLAUSAL_SUBJECT})
_ON_A_NOUN = frozenset({Relation.COMPLEMENT, Relation.ADVERBIAL, *NOUN_CLAUSES})
_THAT = frozenset("that if whether".split())
_PROVED = frozenset("prove turn".split())
_NEGATING = frozenset("no hardly far".split())
"""*It is no lie*, *it is far from true*."""
_NONE = frozenset("no little scant nothing".split())
_SO = frozenset(("case", "truth"))
_SURE = frozenset("convinced satisfied persuaded sure certain".split())
_SHOWING = frozenset("show claim say allege report state suggest purport".split())


class Holds(StrEnum):
    """Whether a claim holds, as the text has it."""

    NO = "no"
    YES = "yes"
    OPEN = "open"
    RETRACTED = "retracted"
    POSSIBLE = "possible"


class Judgement(msgspec.Struct, frozen=True):
    """What the text says of a claim, and by which word."""

    holds: Holds
    word: int


_TURNED = {Holds.NO: Holds.YES, Holds.YES: Holds.NO, Holds.POSSIBLE: Holds.NO}


def judgement(context: EventContext, verb: int) -> Judgement | None:
    """What is said of the clause of a verb, if anything is."""
    clause = context.syntax.clauses.get(verb)
    for _ in range(_HIGHEST):
        if clause is None or clause.relation is not Relation.CONJUNCT or clause.parent is None:
            break
        clause = context.syntax.clauses.get(clause.parent)
    if clause is None or clause.parent is None or clause.attached is None:
        return None
    above = context.syntax.clauses[clause.parent]
    noun = claim_noun(context, clause)
    if noun is not None:
        return _of_noun(context, noun)
    apart = _noun_apart(context, clause, above)
    found = _of_what_carries(context, clause) if apart is None else _of_noun(context, apart)
    if found is not None:
        return found
    markers = context.markers(clause)
    whole = clause.relation in _OF_IT or (clause.relation is Relation.ADVERBIAL and "that" in markers)
    if not whole or not markers & _THAT:
        return None
    if above.predicate is not None and _is_it(context, above):
        return _of_copula(context, above)
    told = _of_telling(context, above)
    if told is not None:
        return told
    beside = (context.syntax.clauses[at] for at in context.syntax.below.get(above.verb, ()) if at < clause.verb)
    said = (one for one in beside if one.relation is Relation.COMPLEMENT and _is_it(context, one))
    copulas = (_of_copula(context, one) for one in said if one.predicate is not None and one.verb < above.verb)
    return next(copulas, None)  # *It was not true, he insisted, that he had left.*


def _noun_apart(context: EventContext, clause: Clause, above: Clause) -> int | None:
    """*Retracted its report that he left*, *no proof emerged that he left*, where a parse hangs that on the verb."""
    if clause.relation not in (Relation.COMPLEMENT, Relation.ADVERBIAL) or "that" not in context.markers(clause):
        return None
    first = context.syntax.runs.get(clause.verb, [(clause.verb, clause.verb)])[0][0]
    last = first - 1
    while last in context.timed or (last > above.verb and context.tree.relations[last] is Relation.CASE):
        last -= 1  # *rejected claims on Monday that he left*
    beside = last if last in above.objects else None
    noun = above.subject if beside is None and not above.objects and above.predicate is None else beside
    return noun if noun is not None and context.tree.lemmas[noun] in _claims() else None


@cache
def _claims() -> frozenset[str]:
    of_claims = nouns.taking(nouns.NounContent.CLAUSE) | nouns.proofs() | nouns.untruths()
    return of_claims | nouns.supposed()


def _of_noun(context: EventContext, noun: int) -> Judgement | None:
    """*No evidence that he left*, *false reports that he left*, *his claim that he left was untrue*."""
    tree = context.tree
    if tree.lemmas[noun] in nouns.proofs():
        return Judgement(Holds.OPEN, noun) if _is_lacking(context, noun) else None
    if tree.lemmas[noun] in nouns.untruths():
        over = context.syntax.clause_of(noun)
        said = over is not None and over.predicate == noun
        return _of_copula(context, over) if over is not None and said else Judgement(Holds.NO, noun)
    before = (at for at in tree.children[noun] if at < noun)
    called = next((at for at in before if modifiers.holding().get(tree.lowers[at]) in ("no", "mistaken")), None)
    if called is not None:
        return Judgement(Holds.NO, called)
    retracted = _of_own_claim(context, noun)
    if retracted is not None or _is_somebodys(context, noun):
        return retracted
    return _of_claim(context, noun)


def _is_lacking(context: EventContext, noun: int) -> bool:
    """*No proof*, *did not find any proof*."""
    tree = context.tree
    if any(tree.lowers[at] in _NONE for at in tree.children[noun]):
        return True
    over = context.groups.get(context.syntax.owners[noun])
    return over is not None and over.polarity is Polarity.NEGATIVE


def _of_own_claim(context: EventContext, noun: int) -> Judgement | None:
    """*Withdrew her claim that*, *backed away from his statement that*, *made up a story that*."""
    verb = context.syntax.owners[noun]
    group = context.groups.get(verb)
    if group is None or group.polarity is Polarity.NEGATIVE or verb > noun:
        return None
    made = _makes_of_claims(context, verb)
    if made == "invents":
        return Judgement(Holds.NO, verb)
    return Judgement(Holds.RETRACTED, verb) if made == "retracts" else None


def _makes_of_claims(context: EventContext, verb: int) -> str | None:
    lemma = context.tree.lemma_in(verb, verbs.of_claims())
    what, needed = (None, ()) if lemma is None else verbs.made_of_claims(lemma)
    return what if stands_with(context.tree, verb, needed) else None


def _of_what_carries(context: EventContext, clause: Clause) -> Judgement | None:
    """*The video that shows them leaving is a fake*, *retracted a story which said that they had left*."""
    over = context.syntax.clauses[-1 if clause.parent is None else clause.parent]
    noun = over.attached
    if noun is None or over.relation not in NOUN_CLAUSES or context.tree.lemmas[over.verb] not in _SHOWING:
        return None
    return _of_own_claim(context, noun) or _of_claim(context, noun)


def _of_telling(context: EventContext, above: Clause) -> Judgement | None:
    """*Ruled out that*, *failed to prove that*, *nothing shows that*, *lied that*, *falsely reported that*."""
    tree, group = context.tree, context.groups.get(above.verb)
    if group is None:
        return None
    negative = group.polarity is Polarity.NEGATIVE or _is_of_nothing(context, above)
    if not negative and _makes_of_claims(context, above.verb) == "invents":
        return Judgement(Holds.NO, above.verb)
    if _makes_of_claims(context, above.verb) == "refutes":
        free = not group.conditional and group.modality is Modality.INDICATIVE
        return Judgement(Holds.POSSIBLE if negative else Holds.NO, above.verb) if free else None
    proves = tree.lemma_in(above.verb, verbs.proving()) is not None or tree.lowers[above.verb] in _SURE
    proves |= above.predicate is not None and tree.lowers[above.predicate] in _SURE
    if negative and proves:
        return Judgement(Holds.OPEN, above.verb)
    wrong = next((at for at in tree.children[above.verb] if tree.lowers[at] in modifiers.erring()), None)
    reports = wrong is not None and is_reporting(tree, above.verb)
    return Judgement(Holds.NO, wrong) if reports and wrong is not None else None


def _is_of_nothing(context: EventContext, clause: Clause) -> bool:
    """*Nothing to suggest that*, *no evidence to show that*."""
    noun = clause.attached
    if noun is None or clause.relation not in NOUN_CLAUSES:
        return False
    return context.tree.lowers[noun] in _NONE or (
        context.tree.lemmas[noun] in nouns.proofs() and _is_lacking(context, noun)
    )


def _is_it(context: EventContext, clause: Clause) -> bool:
    """Whether *it* stands in the place of what is judged, or that stands there itself."""
    at = clause.subject
    return at is None or context.tree.lowers[at] == "it" or at in context.syntax.clauses


def claim_noun(context: EventContext, clause: Clause) -> int | None:
    """The noun that a clause says the content of: *rumours that he had died*."""
    tree, noun = context.tree, clause.attached
    first = context.syntax.runs.get(clause.verb, [(clause.verb, clause.verb)])[0][0]
    marked = bool(context.markers(clause) & _THAT)
    if clause.relation is Relation.ADVERBIAL and marked and first and tree.is_nominal(first - 1):
        noun = first - 1  # *backed away from its claim that*, which a parse hangs on the verb
    if noun is None or clause.relation not in _ON_A_NOUN or tree.lemmas[noun] not in _claims():
        return None
    told = tree.pos[noun] in ("NOUN", "PROPN") and noun < clause.verb
    whole = clause.subject is not None and tree.lowers[clause.subject] not in ("which", "that", "who")
    return noun if told and whole and (marked or first == noun + 1) else None


def _is_somebodys(context: EventContext, noun: int) -> bool:
    number = context.sayings.cues.get(noun)
    return number is not None and number < len(context.sayings.all) and context.sayings.all[number].source is not None


def _of_claim(context: EventContext, noun: int) -> Judgement | None:
    """*Claims … are false*, *a rumour … turned out to be true*, *reports … were denied*, *rejected claims …*."""
    tree = context.tree
    over = context.syntax.clauses.get(context.syntax.owners[noun])
    if over is None or over.verb not in context.groups:
        return None
    if noun in over.objects and not over.passive:
        return _of_verb(context, over)
    if tree.relations[noun] not in SUBJECTS:
        return None
    if over.predicate is not None:
        return _of_copula(context, over, of_claim=True)
    if over.passive:
        return _of_verb(context, over)
    if tree.lemma_in(over.verb, _PROVED) is None:
        return None
    below = (context.syntax.clauses[at] for at in context.syntax.below.get(over.verb, ()))
    proved = next((one for one in below if one.relation is Relation.OPEN_COMPLEMENT), None)
    if proved is not None and proved.predicate is not None:
        return _of_copula(context, proved, of_claim=True, above=over)
    words = (at for at in tree.children[over.verb] if at > over.verb)
    return next((one for at in words if (one := _of_word(context, over, at, of_claim=True)) is not None), None)


def _of_verb(context: EventContext, over: Clause) -> Judgement | None:
    """*Rejected reports that …*, *ruled out the idea that …*, *made up a story that …*, *confirmed reports that …*."""
    lemma = context.tree.lemma_in(over.verb, verbs.contradicting() | verbs.confirming())
    false = _makes_of_claims(context, over.verb) in ("refutes", "invents")
    if context.groups[over.verb].polarity is Polarity.NEGATIVE:
        proves = lemma in verbs.confirming() or _makes_of_claims(context, over.verb) == "proves"
        return Judgement(Holds.OPEN, over.verb) if proves else None
    if lemma is None and not false:
        return None
    return Judgement(Holds.YES if lemma in verbs.confirming() else Holds.NO, over.verb)


def _of_copula(
    context: EventContext, said: Clause, *, of_claim: bool = False, above: Clause | None = None
) -> Judgement | None:
    """*Is true*, *was not true*, *turned out to be false*."""
    return None if said.predicate is None else _of_word(context, above or said, said.predicate, of_claim=of_claim)


def _of_word(context: EventContext, said: Clause, word: int, *, of_claim: bool) -> Judgement | None:
    tree, group = context.tree, context.groups.get(said.verb)
    if group is None or group.conditional or group.modality is not Modality.INDICATIVE:
        return None
    noun = tree.lemmas[word] in nouns.untruths() and tree.pos[word] == "NOUN"
    value = "no" if noun else modifiers.holding().get(tree.lowers[word])
    if tree.lemmas[word] in _SO and tree.pos[word] == "NOUN":
        value = "yes"  # *it is not the case that*
    if value == "mistaken":  # *it is wrong that men die* judges no claim
        value = "no" if of_claim else None
    if value is None:
        return None
    negative = group.polarity is Polarity.NEGATIVE or any(tree.lowers[at] in _NEGATING for at in tree.children[word])
    if value == "impossible":
        return Judgement(Holds.POSSIBLE if negative else Holds.NO, word)
    holds = Holds(value)
    return Judgement(_TURNED.get(holds, holds) if negative else holds, word)
