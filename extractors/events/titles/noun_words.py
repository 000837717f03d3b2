"""The words of a noun that a title takes from where it stands."""

from collections.abc import Set

from extractors.events.context.event_context import EventContext
from extractors.events.titles.branches import branch, inside
from extractors.syntax.phrases import Range
from extractors.syntax.relations import NOUN_CLAUSES, Relation
from extractors.syntax.trees import Tree

HANGING = frozenset({Relation.CASE, Relation.COORDINATOR, Relation.MARKER})
"""What joins a noun to the words before it."""
_ABOUT = frozenset("over under about around".split())
_A_NUMBER = (["a", "hundred"], ["a", "thousand"], ["a", "million"], ["half", "a"], ["a", "dozen"], ["a", "third"])


def noun_words(context: EventContext, noun: int, top: int, bounds: Range) -> Set[int]:
    """A phrase without its preposition, and without what says more of it in a clause or has the verb `top` below it."""
    tree, clauses = context.tree, context.syntax.clauses
    words: Set[int] = branch(context, noun, bounds)
    for child in inside(tree, noun, bounds):
        relation = tree.relations[child]
        aside = relation is Relation.PARATAXIS or (child in clauses and relation in NOUN_CLAUSES)
        joined = relation is Relation.CONJUNCT and (child in clauses or child > top)
        hanging = relation in HANGING and not is_of_a_number(tree, child, bounds)
        below = branch(context, child, bounds)
        if relation is Relation.NOUN_MODIFIER and top in below and tree.relations[top] in NOUN_CLAUSES:
            words -= branch(context, top, bounds)  # *a delay in repairs* of *a delay in repairs that led to it*
        elif hanging or aside or joined or top in below:
            words -= below
    return words


def is_of_a_number(tree: Tree, at: int, bounds: Range) -> bool:
    """*Over* of *over a hundred*."""
    after = min(at + 1, bounds[1] - 1)
    number = tree.tags[after] == "CD" or tree.relations[after] is Relation.NUMBER
    number = number or tree.lowers[after : after + 2] in _A_NUMBER
    return tree.lowers[at] in _ABOUT and number
