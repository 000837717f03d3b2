"""What a parse can't mean: a verb with *all* and, behind *but*, another subject or object beside it.

*All but one victim were found*, *closed all but three schools*: *all but one* says of the noun how many are meant.
"""

from extractors.syntax.relations import SUBJECTS, Relation
from extractors.syntax.trees import Tree

_WITHIN_A_NOUN = frozenset({Relation.MODIFIER, Relation.NUMBER, Relation.COMPOUND})
_HIGHEST = 4
"""Steps from the word behind *but* up to its noun."""


def join_exceptions(tree: Tree) -> None:
    """Change the heads of a tree whose relations are settled; looks at each *but* behind *all*."""
    for but in range(1, len(tree) - 1):
        whole = but - 1
        if tree.lowers[but] != "but" or tree.lowers[whole] != "all":
            continue
        noun = but + 1
        for _ in range(_HIGHEST):
            if tree.relations[noun] not in _WITHIN_A_NOUN or tree.heads[noun] <= noun:
                break
            noun = tree.heads[noun]
        beside = (
            tree.heads[noun] == tree.heads[whole] and _stands_for(tree, noun) == _stands_for(tree, whole) is not None
        )
        if beside and noun not in (whole, tree.heads[whole]):
            for at in (whole, but):
                tree.heads[at], tree.relations[at] = noun, Relation.MODIFIER


def _stands_for(tree: Tree, at: int) -> str | None:
    """Whether it is a subject or an object."""
    if tree.relations[at] in SUBJECTS:
        return "subject"
    return "object" if tree.relations[at] is Relation.OBJECT else None
