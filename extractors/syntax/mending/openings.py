"""A length of time with *after* or *before*, and a clause behind it that a parse hangs on the length of time.

*Three weeks after the note was written she was sacked*: a clause that only tells when is not the main one, and what has
a subject of its own behind it, is. *A day before the summit opened, police raided a flat*: *before* is a preposition
and a conjunction, and what a noun behind it did is no quality of the day.
"""

from extractors.lexicons.time_words import time_units
from extractors.syntax.mending.word_classes import FINITE, NOUNS
from extractors.syntax.relations import SUBJECTS, Relation
from extractors.syntax.trees import Tree

_MOMENTS = frozenset("second moment fortnight".split())
"""Lengths of time that nothing is counted in, or that are ranks as well."""
_MARKERS = frozenset("after before".split())
_FARTHEST = 40
"""Words of both clauses that are looked at."""


def join_openings(tree: Tree) -> None:
    """Hang such a clause on the main one; looks at few words behind each length of time."""
    for marker in [at for at, lower in enumerate(tree.lowers) if lower in _MARKERS and at]:
        if tree.lemmas[marker - 1] in time_units() or tree.lemmas[marker - 1] in _MOMENTS:
            _free_what_follows(tree, marker)
            _open(tree, marker)


def _free_what_follows(tree: Tree, marker: int) -> None:
    unit, earlier = marker - 1, tree.heads[marker]
    alone = tree.heads[earlier] == unit and tree.heads[unit] == unit
    if not alone or tree.relations[earlier] is not Relation.ADNOMINAL:
        return
    for verb in range(earlier + 2, min(len(tree), marker + _FARTHEST)):
        if tree.heads[verb] != earlier or tree.relations[verb] is not Relation.COMPLEMENT:
            continue
        below = [at for at in range(earlier + 1, verb) if tree.heads[at] == verb]
        subject = next((at for at in below if tree.relations[at] in SUBJECTS), None)
        if subject is not None and not any(tree.relations[at] is Relation.MARKER for at in below):
            tree.heads[verb], tree.relations[verb] = verb, Relation.ROOT
            tree.heads[earlier], tree.relations[earlier] = verb, Relation.ADVERBIAL
            tree.heads[unit], tree.relations[unit] = verb, Relation.OBLIQUE
            return


def _open(tree: Tree, marker: int) -> None:
    unit, noun = marker - 1, tree.heads[marker]
    held = tree.relations[marker] is Relation.CASE and noun > marker and tree.tags[noun] in NOUNS
    if not held or tree.relations[unit] is not Relation.OBLIQUE:
        return
    behind = range(noun + 1, min(len(tree), marker + _FARTHEST))
    did = next((at for at in behind if tree.heads[at] == unit and tree.relations[at] is Relation.ADNOMINAL), None)
    if did is not None and tree.tags[did] in FINITE:
        tree.heads[did], tree.relations[did] = tree.heads[unit], Relation.ADVERBIAL
        tree.heads[marker], tree.relations[marker] = did, Relation.MARKER
        tree.heads[noun], tree.relations[noun] = did, Relation.SUBJECT
