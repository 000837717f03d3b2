"""A sentence whose verb has a tense and no subject.

*Rosa Lind, elected in May, resigned*: a participle behind a comma has no subject of its own. *On Monday, a judge in
Oslund dismissed him*, where a parse takes the judge for a word beside Monday: the subject is the last noun before the
verb that no preposition, no other verb and no name before it has a claim to, and that agrees with it. *The boat Lind
had wanted*: of two objects side by side the second is the subject of the clause that the first has behind it. *Which
critics said was unfair*: what a relative begins with is what was unfair, and not what critics said.
"""

from collections.abc import Mapping

from extractors.lexicons.time_words import time_nouns
from extractors.syntax.mending.word_classes import FINITE, NAMES, NOUNS, WITH_TENSE
from extractors.syntax.relations import AUXILIARIES, NOUN_CLAUSES, SUBJECTS, Relation
from extractors.syntax.trees import Tree

_BEFORE_NOUNS = frozenset("DT PRP$ POS JJ JJR JJS CD NN NNS NNP NNPS HYPH".split())
_PREPOSITIONS = frozenset("IN TO CC VBG".split())
"""Tags of what a noun hangs on, or is joined by."""
_REDUCED = frozenset("VBN VBG VBD JJ".split())
_LOOSE = frozenset({Relation.ADVERB, Relation.NEGATION, *AUXILIARIES})
_MARKS = frozenset((",", "—", "–", "--"))
_ENDS = frozenset('. ? ! ; : ( ) " “ ” ‘ \n'.split(" "))
_TAKEN = frozenset({Relation.OBJECT, Relation.APPOSITION, Relation.OBLIQUE, Relation.RECIPIENT})
"""What a subject right before the verb of a clause on a noun is taken for."""
_HELD = SUBJECTS | {Relation.OBJECT, Relation.PREDICATE}
"""What a noun is that another verb has a claim to."""
_WHICH = frozenset(("which", "who", "that"))
_OF_CLAUSES = SUBJECTS | {Relation.EXPLETIVE, Relation.MARKER}
_FARTHEST = 40
"""Words between a subject and its verb."""


def find_subjects(tree: Tree) -> None:
    """Give such a verb its subject; looks at few words for each verb without a subject."""
    subjects: dict[int, int] = {}
    for at, relation in enumerate(tree.relations):
        if relation in SUBJECTS or relation is Relation.EXPLETIVE:
            subjects.setdefault(tree.heads[at], at)
    dependent = tree.having(AUXILIARIES)
    for at in range(len(tree)):
        above = tree.heads[at]
        reduced = tree.relations[at] is Relation.ADVERBIAL and tree.tags[at] in _REDUCED and at not in dependent
        if not reduced or at not in subjects or above <= at or above in subjects:
            continue
        near = range(max(subjects[at] + 1, at - _FARTHEST), at)
        comma = any(tree.lowers[between] == "," for between in near)
        if comma and tree.can_hang(subjects[at], above):
            subjects[above] = subjects.pop(at)
            _give(tree, subjects[above], above)
            tree.heads[at], tree.relations[at] = subjects[above], Relation.ADNOMINAL
    for at, relation in enumerate(tree.relations):
        if relation in NOUN_CLAUSES and at not in subjects:
            _return_second_object(tree, at)
    roots = [at for at, head in enumerate(tree.heads) if head == at and at not in subjects and tree.is_verb(at)]
    for at in roots:
        start = _first_of_verb(tree, at)
        if tree.tags[start] in WITH_TENSE:
            noun = _subject_before(tree, start, subjects)
            if noun is not None and tree.can_hang(noun, at):
                _take_conjuncts(tree, noun, start)
                _give(tree, noun, at)


def _return_second_object(tree: Tree, verb: int) -> None:
    start = _first_of_verb(tree, verb)
    noun, whole = start - 1, tree.heads[verb]
    taken = tree.tags[start] in WITH_TENSE and whole < noun and tree.tags[noun] in NOUNS
    beside = tree.heads[noun] in (whole, tree.heads[whole]) and tree.relations[noun] in _TAKEN
    opening = range(whole + 1, noun)
    if taken and beside and not any(tree.tags[at] in _PREPOSITIONS or tree.lowers[at] in _MARKS for at in opening):
        _give(tree, noun, verb)


def _give(tree: Tree, noun: int, verb: int) -> None:
    passive = any(
        tree.heads[at] == verb and tree.relations[at] is Relation.PASSIVE_AUXILIARY for at in (verb - 1, verb - 2)
    )
    tree.heads[noun] = verb
    tree.relations[noun] = Relation.PASSIVE_SUBJECT if passive else Relation.SUBJECT


def _take_conjuncts(tree: Tree, noun: int, end: int) -> None:
    """*Lind and Rask left*, where a parse hangs both on what is before them."""
    for at in range(noun + 1, end):
        joined = tree.relations[at] is Relation.CONJUNCT and tree.heads[at] == tree.heads[noun]
        if joined and tree.can_hang(at, noun):
            tree.heads[at] = noun


def _first_of_verb(tree: Tree, verb: int) -> int:
    """Where a verb begins, with its auxiliaries and adverbs."""
    start = verb
    while start > 0 and tree.heads[start - 1] == verb and tree.relations[start - 1] in _LOOSE:
        start -= 1
    while start < verb and tree.tags[start] not in WITH_TENSE:
        start += 1
    return start


def _subject_before(tree: Tree, start: int, subjects: Mapping[int, int]) -> int | None:
    if start == 0 or tree.tags[start - 1] in _PREPOSITIONS:
        return None
    closed = tree.lowers[start - 1] in _MARKS
    comma = start
    for at in range(start - 1, max(-1, start - _FARTHEST), -1):
        word, tag = tree.lowers[at], tree.tags[at]
        if word in _ENDS or word.isspace() or tag in WITH_TENSE or at in subjects or (word in _MARKS and not closed):
            return None
        if word in _MARKS:
            comma = at
        if tag not in NOUNS or word in time_nouns() or tree.tags[at + 1] in NOUNS | {"POS", "HYPH"}:
            continue
        if (comma < start - 1 if closed else comma == start) and _is_free(tree, at) and _agrees(tree, at, start):
            return at
    return None


def _is_free(tree: Tree, noun: int) -> bool:
    first = noun
    while first > 0 and tree.tags[first - 1] in _BEFORE_NOUNS and tree.lowers[first - 1] not in time_nouns():
        first -= 1
    if tree.relations[noun] in _HELD:
        return False
    if first == 0:
        return True
    names = tree.tags[first - 2] in NAMES and tree.tags[noun] in NAMES and tree.lowers[first - 2] not in time_nouns()
    place = tree.lowers[first - 1] == "," and names  # *in Skerra, Oslund*
    return not place and tree.tags[first - 1] not in _PREPOSITIONS


def _agrees(tree: Tree, noun: int, verb: int) -> bool:
    tag, form = tree.tags[verb], tree.lowers[verb]
    several = tree.tags[noun] in ("NNS", "NNPS")
    if tag == "VBZ" or form == "was":
        return not several
    return several or not (tag == "VBP" or form == "were")


def return_relative_subjects(tree: Tree) -> None:
    """Give what is said in a relative the pronoun for its subject; looks at each word once.

    What is said there has a tense, and so a subject; nothing else stands before it that could be one.
    """
    objects = {
        tree.heads[at]: at
        for at, kind in enumerate(tree.relations)
        if kind is Relation.OBJECT and tree.lowers[at] in _WHICH and tree.relations[tree.heads[at]] is Relation.RELATIVE
    }
    if not objects:
        return
    clausal = tree.having(_OF_CLAUSES)
    for at, kind in enumerate(tree.relations):
        verb = tree.heads[at]
        said = kind is Relation.COMPLEMENT and tree.tags[at] in FINITE and at not in clausal
        if said and at > verb and objects.get(verb, at) < verb:
            pronoun = objects.pop(verb)
            tree.heads[pronoun], tree.relations[pronoun] = at, Relation.SUBJECT
