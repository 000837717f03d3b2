"""A verb with a tense and no subject, beside a noun that a preposition holds though it can only be that subject.

*As the attaché in the capital, Col. Marr, defected*: *as*, *after*, *before*, *since* and *until* are prepositions and
conjunctions. Where much stands between the noun and its verb, parsers take the noun for an oblique of the verb above.
*From June 1 plastic bags will cost ten cents*: a date and the noun behind it look like one noun (*May talks*), and the
preposition is the date's alone.
"""

from extractors.syntax.mending.word_classes import FINITE, NAMED_TIMES, WITH_TENSE, starts_sentence
from extractors.syntax.relations import AUXILIARIES, SUBJECTS, Relation
from extractors.syntax.trees import Tree

_EITHER = frozenset("as after before since until".split())
"""Prepositions that are conjunctions as well."""
_BEFORE_DATES = frozenset("from on by until till since in after before".split())
_LONGEST_DATE = 4
"""Words."""
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


def part_dates(tree: Tree) -> None:
    """Part the date that a sentence opens with from its subject; looks at few words where a sentence begins."""
    found = [at for at, lower in enumerate(tree.lowers) if lower in _BEFORE_DATES and starts_sentence(tree, at)]
    if not found:
        return
    clausal = tree.having(SUBJECTS | {Relation.EXPLETIVE})
    for case in found:
        noun = tree.heads[case]
        verb = tree.heads[noun] if tree.relations[noun] is Relation.OBLIQUE and noun > case else noun
        end = _end_of_date(tree, case)
        if verb <= noun or verb in clausal or end is None or not end <= noun or "," in tree.lowers[case:verb]:
            continue
        if tree.tags[noun].startswith("NN") and _has_tense(tree, case, verb):
            _part(tree, case, end, noun, verb)


def _end_of_date(tree: Tree, case: int) -> int | None:
    """The word after *June 1*, *1 June*, *Monday*, *May 2019*."""
    at = case + 1
    while at < min(len(tree), case + 1 + _LONGEST_DATE) and (tree.lowers[at] in NAMED_TIMES or tree.tags[at] == "CD"):
        at += 1
    return at if any(tree.lowers[word] in NAMED_TIMES for word in range(case + 1, at)) else None


def _has_tense(tree: Tree, case: int, verb: int) -> bool:
    """Whether a verb has a tense: its own, or that of what stands before it."""
    helping = (at for at in range(case, verb) if tree.heads[at] == verb and tree.relations[at] in AUXILIARIES)
    return tree.tags[verb] in WITH_TENSE or any(tree.tags[at] in WITH_TENSE for at in helping)


def _part(tree: Tree, case: int, end: int, noun: int, verb: int) -> None:
    date = next((at for at in range(case + 1, end) if tree.lowers[at] in NAMED_TIMES), case + 1)
    for at in range(case + 1, end):
        if at != date and not case < tree.heads[at] < end:
            tree.heads[at] = date
    tree.heads[case], tree.relations[case] = date, Relation.CASE
    tree.heads[date], tree.relations[date] = verb, Relation.OBLIQUE
    passive = any(
        tree.heads[at] == verb and tree.relations[at] is Relation.PASSIVE_AUXILIARY for at in range(end, verb)
    )
    tree.relations[noun] = Relation.PASSIVE_SUBJECT if passive else Relation.SUBJECT
