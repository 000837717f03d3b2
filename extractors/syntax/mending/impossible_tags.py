"""A tag that the form of a word, or the words that it goes with, leave no room for.

*The economy shrank*: no present ends so. *The guard lay under a seat*: of one guard the present is *lies*. *It was
rebuilt*: behind *was* a participle is no quality but done, and no past tense. *The oldest*: what ends so is the most of
its kind. *On Monday*: a day has a name and no number.
"""

from extractors.lexicons.forms import forms, looks_past
from extractors.syntax.mending.word_classes import NAMED_TIMES, SINGULAR
from extractors.syntax.relations import AUXILIARIES, SUBJECTS, Relation
from extractors.syntax.trees import BE, Tree

_WAS = frozenset("was were".split())
_HAVE = frozenset("have has had having".split())
_SINGULAR_PRONOUNS = frozenset("he she it".split())
_PAST = frozenset(("VBN", "VBD"))
_NO_SUPERLATIVES = frozenset("dishonest earnest honest immodest manifest modest".split())
_OPENING = SUBJECTS | {Relation.MARKER}
_SHORTEST_SUPERLATIVE = 5
"""Letters: *oldest*, and not *best* or *west*."""


def read_passives(tree: Tree) -> None:
    """Make *was* of *was rebuilt* an auxiliary, before what copulas are above is settled.

    Not *is* of *the hope is that it has sunk*: what has a subject or *that* behind *is* is a clause of its own.
    """
    opened = {tree.heads[at]: at for at, relation in enumerate(tree.relations) if relation in _OPENING}
    passive = set()
    for at, relation in enumerate(tree.relations):
        verb = tree.heads[at]
        done = at < verb and tree.tags[verb] == "VBN" and opened.get(verb, at) <= at
        if relation is Relation.COPULA and done and tree.lowers[at] in BE:
            tree.relations[at] = Relation.PASSIVE_AUXILIARY
            passive.add(verb)
    for at, relation in enumerate(tree.relations):
        if relation is Relation.SUBJECT and tree.heads[at] in passive:
            tree.relations[at] = Relation.PASSIVE_SUBJECT


def correct_tags(tree: Tree) -> None:
    """Give such words the tags that they must have; looks at each word a few times."""
    helped = {
        tree.heads[at]
        for at, relation in enumerate(tree.relations)
        if relation in AUXILIARIES and at < tree.heads[at] and tree.lowers[at] in BE | _HAVE
    }
    joined = {tree.heads[at] for at, relation in enumerate(tree.relations) if relation is Relation.CONJUNCT}
    singular = {
        tree.heads[at]
        for at, relation in enumerate(tree.relations)
        if relation in SUBJECTS and at not in joined and _is_one(tree, at)
    }
    with_auxiliary = tree.having(AUXILIARIES)
    for at, tag in enumerate(tree.tags):
        lower = tree.lowers[at]
        if tag == "VBD" and at in helped:
            tree.tags[at] = "VBN"
        elif (tag == "VBZ" and (lower in _WAS or (not lower.endswith("s") and _may_be_past(lower)))) or (
            tag == "VBP" and at in singular and at not in with_auxiliary and _may_be_past(lower)
        ):
            tree.tags[at] = "VBD"
        elif tag == "CD" and lower in NAMED_TIMES:
            tree.tags[at], tree.pos[at] = "NNP", "PROPN"
        elif tag == "JJ" and lower.endswith("est") and len(lower) > _SHORTEST_SUPERLATIVE:
            tree.tags[at] = "JJ" if lower in _NO_SUPERLATIVES else "JJS"


def _is_one(tree: Tree, at: int) -> bool:
    return tree.tags[at] in SINGULAR or tree.lowers[at] in _SINGULAR_PRONOUNS


def _may_be_past(lower: str) -> bool:
    known = forms()
    return looks_past(lower) or lower in known.unchanged_past or lower in known.pasts_besides.values()
