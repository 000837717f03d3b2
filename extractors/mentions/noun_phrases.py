"""Noun phrases: of each word how far the phrase reaches that it heads, read for a whole doc in one pass."""

from extractors.syntax.phrases import Range
from extractors.syntax.relations import NOUN_CLAUSES, Relation
from extractors.syntax.trees import Tree

_OUTSIDE = NOUN_CLAUSES | {
    Relation.PUNCTUATION,
    Relation.CASE,
    Relation.MARKER,
    Relation.COORDINATOR,
    Relation.CONJUNCT,
    Relation.PARATAXIS,
    Relation.ADVERBIAL,
    Relation.APPOSITION,
}
"""What hangs on the head of a phrase and is no part of it."""


def phrase_extents(tree: Tree) -> list[Range]:
    """The phrase of each word: without its preposition, clauses, appositions and what is joined to it."""
    first, last = list(range(len(tree))), list(range(len(tree)))
    for at in reversed(tree.order):
        above = tree.heads[at]
        if above == at or tree.relations[at] in _OUTSIDE or tree.is_verb(above):
            continue
        first[above], last[above] = min(first[above], first[at]), max(last[above], last[at])
    return [(a, b + 1) for a, b in zip(first, last, strict=True)]
