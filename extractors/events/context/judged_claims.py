"""Judged claims: what the text says of a clause, that it is false, that it is so, or that nobody knows.

*It is not true that she left*, *rumours that she had left proved false*, *rejected claims that she had left*. Who is
told to make the claim vouches for it all the same: *rejected the mayor's claim that she had left* leaves it his.
"""

from enum import StrEnum

import msgspec

from extractors.events.context.event_context import EventContext
from extractors.lexicons import modifiers, nouns, verbs
from extractors.syntax.clauses import Clause
from extractors.syntax.relations import NOUN_CLAUSES, SUBJECTS, Relation
from extractors.syntax.tenses import Modality
from timeline.model import Polarity

_HIGHEST = 5
"""Clauses joined by *and* that are climbed through."""
_OF_IT = frozenset({Relation.COMPLEMENT, Relation.CLAUSAL_SUBJECT})
_ON_A_NOUN = frozenset({Relation.COMPLEMENT, Relation.ADVERBIAL, *NOUN_CLAUSES})
_THAT = frozenset("that if whether".split())
_PROVED = frozenset("prove turn".split())
_NEGATING = frozenset("no hardly far".split())
"""*It is no lie*, *it is far from true*."""


class Holds(StrEnum):
    """Whether a claim holds, as the text has it."""

    NO = "no"
    YES = "yes"
    OPEN = "open"


class Judgement(msgspec.Struct, frozen=True):
    """What the text says of a claim, and by which word."""

    holds: Holds
    word: int


_TURNED = {Holds.NO: Holds.YES, Holds.YES: Holds.NO}


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
        return None if _is_somebodys(context, noun) else _of_claim(context, noun)
    markers = context.markers(clause)
    whole = clause.relation in _OF_IT or (clause.relation is Relation.ADVERBIAL and "that" in markers)
    if not whole or not markers & _THAT:
        return None
    if above.predicate is not None and _is_it(context, above):
        return _of_copula(context, above)
    beside = (context.syntax.clauses[at] for at in context.syntax.below.get(above.verb, ()) if at < clause.verb)
    said = (one for one in beside if one.relation is Relation.COMPLEMENT and _is_it(context, one))
    found = (_of_copula(context, one) for one in said if one.predicate is not None and one.verb < above.verb)
    return next(found, None)  # *It was not true, he insisted, that he had left.*


def _is_it(context: EventContext, clause: Clause) -> bool:
    """Whether *it* stands in the place of what is judged, or that stands there itself."""
    at = clause.subject
    return at is None or context.tree.lowers[at] == "it" or at in context.syntax.clauses


def claim_noun(context: EventContext, clause: Clause) -> int | None:
    """The noun that a clause says the content of: *rumours that he had died*."""
    noun = clause.attached
    claims = nouns.taking(nouns.NounContent.CLAUSE)
    if noun is None or clause.relation not in _ON_A_NOUN or context.tree.lemmas[noun] not in claims:
        return None
    told = context.tree.pos[noun] in ("NOUN", "PROPN") and noun < clause.verb
    whole = clause.subject is not None and context.tree.lowers[clause.subject] not in ("which", "that", "who")
    first = context.syntax.runs.get(clause.verb, [(clause.verb, clause.verb)])[0][0]
    behind = bool(context.markers(clause) & _THAT) or first == noun + 1
    return noun if told and whole and behind else None


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
    """*Rejected reports that …*, *confirmed reports that …*."""
    lemma = context.tree.lemma_in(over.verb, verbs.contradicting() | verbs.confirming())
    if lemma is None or context.groups[over.verb].polarity is Polarity.NEGATIVE:
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
    if value == "mistaken":  # *it is wrong that men die* judges no claim
        value = "no" if of_claim else None
    if value is None:
        return None
    holds = Holds(value)
    negative = group.polarity is Polarity.NEGATIVE or any(tree.lowers[at] in _NEGATING for at in tree.children[word])
    return Judgement(_TURNED.get(holds, holds) if negative else holds, word)
