"""A *did* or *was* that has no subject of its own, with a bare verb or a participle below it that it must go with.

*At no point did the guards search the van*, *not until May did the church open it*, *at no stage was the crew warned*:
behind what denies or bounds a sentence its auxiliary stands before the subject, where parsers take it for the verb.
"""

from extractors.syntax.mending.word_classes import FINITE, NOUNS, starts_sentence
from extractors.syntax.relations import SUBJECTS, Relation
from extractors.syntax.trees import Tree

_DO = frozenset("do does did".split())
_WAS = frozenset("was were".split())
_PAST = frozenset(("VBN", "VBD"))
_BARE = frozenset(("VB", "VBP"))
_BELOW = frozenset({Relation.OPEN_COMPLEMENT, Relation.COMPLEMENT})
_TAKEN = frozenset({Relation.OBJECT, Relation.COMPOUND})
"""What a subject between the two is taken for."""
_BOUNDING = frozenset("not only never no".split())
"""Before an auxiliary that stands before its subject."""
_SUBJECTS = SUBJECTS | {Relation.EXPLETIVE}
"""*It was not until May that they fled*: there *was* is the verb."""
_FARTHEST = 8
"""Words between such a word and the auxiliary."""


def return_auxiliaries(tree: Tree) -> None:
    """Put a *did* or *was* below the verb whose auxiliary it is; looks at each word a few times."""
    found = [at for at, lower in enumerate(tree.lowers) if lower in _DO | _WAS and _is_alone(tree, at)]
    if not found:
        return
    below: dict[int, list[int]] = {at: [] for at in found}
    for at, head in enumerate(tree.heads):
        if head in below and at != head:
            below[head].append(at)
    for did in found:
        _free_participle(tree, did, below[did])
        verb = next((at for at in below[did] if at > did + 1 and _goes_with(tree, did, at)), None)
        if verb is None or any(tree.relations[at] in _SUBJECTS for at in below[did]):
            continue
        inside = [at for at in range(did + 1, verb) if tree.heads[at] in (did, verb)]
        subject = next((at for at in inside if tree.relations[at] in SUBJECTS), None)
        if subject is None and tree.lowers[did] in _DO:
            nouns = (at for at in inside if tree.relations[at] in _TAKEN and tree.tags[at] in NOUNS | {"PRP"})
            subject = next(nouns, None)
        if subject is not None and not any(tree.tags[at] == "TO" for at in inside):
            _give(tree, did, verb, subject, below[did])


def _free_participle(tree: Tree, was: int, below: list[int]) -> None:
    """*Not until May were the captives freed*, where a parse takes them for what somebody was, once freed."""
    named = [at for at in below if tree.relations[at] is Relation.PREDICATE and at > was]
    denied = any(tree.lowers[at] in _BOUNDING for at in range(max(0, was - _FARTHEST), was))
    if len(named) != 1 or not denied or any(tree.relations[at] in SUBJECTS for at in below):
        return
    noun = named[0]
    verb = noun + 1
    if verb < len(tree) and tree.heads[verb] == noun and tree.tags[verb] in _PAST:
        tree.heads[verb], tree.relations[verb] = was, Relation.COMPLEMENT
        tree.heads[noun], tree.relations[noun] = verb, Relation.SUBJECT
        below.remove(noun)
        below.append(verb)
        _return_front(tree, was, noun, below)


def _return_front(tree: Tree, was: int, noun: int, below: list[int]) -> None:
    """Hang what opens such a sentence on its verb: *not* above it, *until* beside *May*, *May* on the captives."""
    first = max(0, was - _FARTHEST)
    for at in range(first, was):
        if tree.heads[at] == noun:
            tree.heads[at], tree.relations[at] = was, Relation.OBLIQUE
            below.append(at)
        if tree.heads[at] == at == tree.heads[was] and tree.lowers[at] in _BOUNDING:
            tree.heads[was], tree.relations[was] = was, Relation.ROOT
            tree.heads[at], tree.relations[at] = was, Relation.NEGATION
            below.append(at)
    for at in range(first, was):
        held = next((one for one in below if at < one < was and tree.relations[one] is Relation.OBLIQUE), None)
        if tree.heads[at] == was and tree.relations[at] is Relation.MARKER and held is not None:
            tree.heads[at], tree.relations[at] = held, Relation.CASE
            below.remove(at)


def _is_alone(tree: Tree, at: int) -> bool:
    """Whether a word has a tense, is taken for no auxiliary, and opens no question."""
    return tree.tags[at] in FINITE and tree.relations[at] is not Relation.AUXILIARY and not starts_sentence(tree, at)


def _goes_with(tree: Tree, did: int, at: int) -> bool:
    """A bare verb goes with *did*, a participle right behind its subject with *was*."""
    if tree.relations[at] not in _BELOW:
        return False
    if tree.lowers[did] in _DO:
        return tree.tags[at] in _BARE
    return tree.tags[at] in _PAST and tree.heads[at - 1] == at and tree.relations[at - 1] in SUBJECTS


def _give(tree: Tree, did: int, verb: int, subject: int, below: list[int]) -> None:
    tree.heads[verb], tree.relations[verb] = tree.heads[did] if tree.heads[did] != did else verb, tree.relations[did]
    tree.tags[verb] = "VB" if tree.lowers[did] in _DO else "VBN"
    for at in (*below, did):
        if at != verb:
            tree.heads[at] = verb
    for at in range(did + 1, subject):
        if tree.heads[at] == verb:
            tree.heads[at] = subject
    passive = tree.lowers[did] in _WAS
    tree.heads[subject] = verb
    tree.relations[subject] = Relation.PASSIVE_SUBJECT if passive else Relation.SUBJECT
    tree.relations[did] = Relation.PASSIVE_AUXILIARY if passive else Relation.AUXILIARY
