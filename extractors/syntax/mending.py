"""What a parse can't mean: a finite clause without a subject beside a phrase that can only be its subject.

*As*, *after*, *before*, *since* and *until* are prepositions and conjunctions. Where much stands between the noun and
its verb (*as the attaché in the capital, Col. Marr, defected*), parsers take the noun for an oblique of the verb above,
and leave its verb alone. English has no finite clause without a subject, so that the noun is given back to it.

*Say* and *think* have no thing for their object: in *said two ships collided* the ships are no object, and *collided*
is no participle on them.
"""

from extractors.lexicons import verbs
from extractors.lexicons.forms import forms
from extractors.syntax.relations import AUXILIARIES, SUBJECTS, Relation
from extractors.syntax.trees import Tree

_EITHER = frozenset("as after before since until".split())
_FINITE = frozenset(("VBD", "VBZ", "VBP"))
_FAR = 12
"""Words to an object."""
_LIGHT = frozenset({Relation.PUNCTUATION, Relation.ADVERB, Relation.NEGATION})


def return_subjects(tree: Tree) -> None:
    """Change the heads of a tree whose relations are settled; looks at each word a fixed number of times."""
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
    return tree.relations[verb] is Relation.ADVERBIAL and tree.tags[verb] in _FINITE and verb not in clausal


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


def return_reported(tree: Tree) -> None:
    """Make the subject and verb of what is said of a noun and its participle: *said two ships collided at noon*."""
    dependent = tree.having(AUXILIARIES | {Relation.AGENT})
    clausal = tree.having(SUBJECTS)
    for at, kind in enumerate(tree.relations):
        noun = tree.heads[at]
        verb = tree.heads[noun]
        mistaken = tree.relations[noun] is Relation.OBJECT or (
            tree.relations[noun] is Relation.COMPLEMENT and tree.is_nominal(noun) and noun not in clausal
        )
        if kind is not Relation.ADNOMINAL or not mistaken or not verb < noun < at:
            continue
        past = tree.tags[at] in ("VBN", "VBD") and (tree.lowers[at].endswith("ed") or _is_past(tree, at))
        if past and at not in dependent and tree.lowers[at - 1] != "," and tree.lemma_in(verb, verbs.uttering()):
            tree.heads[at], tree.relations[at], tree.tags[at] = verb, Relation.COMPLEMENT, "VBD"
            tree.heads[noun], tree.relations[noun] = at, Relation.SUBJECT


def _is_past(tree: Tree, at: int) -> bool:
    return tree.lowers[at] in forms().irregular_past
