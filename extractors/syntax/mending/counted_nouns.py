"""A number that a parse hangs on the adjective behind it: *twenty old boats* are twenty boats, not twenty times old."""

from extractors.syntax.mending.word_classes import PLURAL
from extractors.syntax.relations import Relation
from extractors.syntax.trees import Tree


def count_nouns(tree: Tree) -> None:
    """Hang such a number on the noun of its adjective; looks at each number once."""
    for at, kind in enumerate(tree.relations):
        adjective = tree.heads[at]
        if kind is not Relation.NUMBER or adjective <= at or not tree.tags[adjective].startswith("JJ"):
            continue
        noun = tree.heads[adjective]
        if tree.relations[adjective] is Relation.MODIFIER and noun > adjective and tree.tags[noun] in PLURAL:
            tree.heads[at] = noun
