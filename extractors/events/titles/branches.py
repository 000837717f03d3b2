"""Branches: a word of a sentence with all that hangs on it."""

from bisect import bisect_left
from collections.abc import Set

from extractors.events.context.event_context import EventContext
from extractors.lexicons import nouns
from extractors.syntax.phrases import Range
from extractors.syntax.relations import Relation
from extractors.syntax.trees import Tree

_NEGATIVE = frozenset(
    "not n't n’t no none never nor neither nobody nothing without except exception excluding unless only hardly barely "
    "than if".split()
)

_CONDITIONS = frozenset("without except exception excluding unless only than if".split())

_HIGHEST = 40
"""Steps up, more than a sentence nests that can be read."""


def inside(tree: Tree, at: int, bounds: Range) -> list[int]:
    """The words of a sentence that hang on one of it; a parse may hang words of others on it too."""
    children = tree.children[at]
    return children[bisect_left(children, bounds[0]) : bisect_left(children, bounds[1])]


def branch(context: EventContext, at: int, bounds: Range) -> frozenset[int]:
    """A word and all below it inside a sentence, without punctuation, which goes with the words around it."""
    known = context.branches.get((at, bounds))
    if known is None:
        known = context.branches[at, bounds] = frozenset(_grown(context.tree, at, bounds))
    return known


def _grown(tree: Tree, at: int, bounds: Range) -> set[int]:
    words, below = {at}, [at]
    while below:
        children = [child for child in inside(tree, below.pop(), bounds) if child not in words]
        words.update(child for child in children if tree.relations[child] is not Relation.PUNCTUATION)
        below += children
    return words


def is_negative(tree: Tree, words: Set[int]) -> bool:
    """Whether a branch takes something back or sets a condition, so that what is around it is untrue without it."""
    return any(tree.lowers[at] in _NEGATIVE for at in words)


def is_conditional(tree: Tree, words: Set[int]) -> bool:
    """Whether a clause sets a condition or an exception; what it denies besides is its own."""
    return any(tree.lowers[at] in _CONDITIONS for at in words)


def is_taken_back(context: EventContext, at: int, top: int, bounds: Range) -> bool:
    """Whether a clause around a word denies: *did not speak in the debate* says nothing of speaking elsewhere."""
    tree = context.tree
    for _ in range(_HIGHEST):
        clause = context.syntax.clauses.get(at)
        if clause is not None:
            around = set(inside(tree, at, bounds))
            if clause.understood_subject is not None:
                around |= {clause.understood_subject, *inside(tree, clause.understood_subject, bounds)}
            if is_negative(tree, around - context.syntax.clauses.keys()):
                return True
        if at == top or tree.heads[at] == at:
            return False
        at = tree.heads[at]
    return True


def is_of_a_total(context: EventContext, noun: int) -> bool:
    """Whether a noun is of what is counted: *fires* of *the number of fires in Corran* rose, and not that of all."""
    tree = context.tree
    for _ in range(_HIGHEST):
        if tree.lemmas[noun] in nouns.totals() and tree.lemmas[noun] not in nouns.happening():
            return True
        if tree.relations[noun] is not Relation.NOUN_MODIFIER:
            return False
        noun = tree.heads[noun]
    return False


def is_apart(context: EventContext, words: Set[int]) -> bool:
    """Whether a comma or a dash sets a branch off from what is before it."""
    before = context.tree.lowers[max(0, min(words) - 1)]
    return before in (",", "—", "–", "(", ";", "--")
