"""A verb with a tense and no subject, beside a noun that a preposition holds though it can only be that subject.

*As the attaché in the capital, Col. Marr, defected*: *as*, *after*, *before*, *since* and *until* are prepositions and
conjunctions. Where much stands between the noun and its verb, parsers take the noun for an oblique of the verb above.
"""

from extractors.syntax.mending.word_classes import FINITE
from extractors.syntax.relations import SUBJECTS, Relation
from extractors.syntax.trees import Tree

_EITHER = frozenset("as after before since until".split())
"""Prepositions that are conjunctions as well."""
_FAR = 12
"""Words to an object."""
_LIGHT = frozenset({Relation.PUNCTUATION, Relation.ADVERB, Relation.NEGATION})


def return_subjects(tree: Tree) -> None:
    """Make a conjunction of a preposition where the noun behind it has a verb; looks at each word a few times."""
    cases = {
        tree.heads[at]: at
        for at, kind in enumerate(tree.relations)
        if kind is Relation.CASE and tree.lowers[at] in _EITHER and tree.heads[at] > at
    }
    if not cases:
        return
    clausal = tree.having(SUBJECTS | {Relation.MARKER, Relation.EXPLETIVE, Relation.COORDINATOR})
    before: dict[int, int] = {}
    """By head, its last dependent so far that is no mere mark or adverb."""
    for at, head in enumerate(tree.heads):
        noun = before.get(head)
        if noun is None or noun not in cases or tree.relations[noun] is not Relation.OBLIQUE:
            # *Rescued most of the crew before the tug arrived*, where the tug is taken for one of the crew's.
            noun = at - 1 if at - 1 in cases and tree.relations[at - 1] is Relation.NOUN_MODIFIER else None
        if noun is not None and _is_alone(tree, at, clausal):
            _give(tree, at, noun, cases[noun])
            _take_conjunct(tree, at, head)
        elif head in cases and _is_taken_for_participle(tree, at, clausal):
            # *Days after the maker of the lock sold it*, where that is taken for a maker whom somebody sold.
            tree.heads[at], tree.relations[at] = tree.heads[head], Relation.ADVERBIAL
            _give(tree, at, head, cases[head])
        if tree.relations[at] not in _LIGHT:
            before[head] = at


def _is_alone(tree: Tree, verb: int, clausal: set[int]) -> bool:
    return tree.relations[verb] is Relation.ADVERBIAL and tree.tags[verb] in FINITE and verb not in clausal


def _is_taken_for_participle(tree: Tree, verb: int, clausal: set[int]) -> bool:
    """Whether a past with an object is told of a noun as if it were done to it."""
    noun = tree.heads[verb]
    past = tree.relations[verb] is Relation.ADNOMINAL and tree.tags[verb] == "VBD" and verb not in clausal
    can = past and noun < verb and tree.relations[noun] in (Relation.OBLIQUE, Relation.NOUN_MODIFIER)
    return can and any(
        tree.relations[at] is Relation.OBJECT and tree.heads[at] == verb
        for at in range(verb, min(verb + _FAR, len(tree)))
    )


def _give(tree: Tree, verb: int, noun: int, case: int) -> None:
    tree.heads[noun], tree.relations[noun] = verb, Relation.SUBJECT
    tree.heads[case], tree.relations[case] = verb, Relation.MARKER


def _take_conjunct(tree: Tree, verb: int, head: int) -> None:
    """*Defected and said*: the verb right behind *and* goes with the one before it, not with the one above."""
    at = verb + 2
    joined = at < len(tree) and tree.relations[at] is Relation.CONJUNCT and tree.heads[at] == head
    if not joined or tree.relations[at - 1] is not Relation.COORDINATOR:
        return
    if not any(tree.heads[n] == at and tree.relations[n] in SUBJECTS for n in range(verb, at)):
        tree.heads[at] = verb
