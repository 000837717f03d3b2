"""A preposition that a parse takes for the particle of its verb.

*The tug sank off Dorra*: the tag says that *off* is a preposition, and the noun right behind it has no other; so it is
no part of the verb, and the place is not what was sunk.
"""

from extractors.syntax.relations import SUBJECTS, Relation
from extractors.syntax.trees import Tree

_ON_VERBS = SUBJECTS | {Relation.OBJECT, Relation.OBLIQUE}
_FARTHEST = 12
"""Words of a noun before its last."""


def return_prepositions(tree: Tree) -> None:
    """Hang such a preposition on its noun; looks at few words behind each."""
    found = [at for at, kind in enumerate(tree.relations) if kind is Relation.PARTICLE and tree.tags[at] == "IN"]
    if not found:
        return
    with_case = tree.having({Relation.CASE})
    for at in found:
        noun = _noun_behind(tree, at)
        if noun is not None and noun not in with_case:
            tree.heads[at], tree.relations[at] = noun, Relation.CASE
            tree.relations[noun] = Relation.OBLIQUE


def _noun_behind(tree: Tree, particle: int) -> int | None:
    """The noun on the same verb that begins right behind a particle."""
    verb = tree.heads[particle]
    if verb >= particle:
        return None
    for at in range(particle + 1, min(len(tree), particle + _FARTHEST)):
        if tree.heads[at] == verb:
            return at if tree.relations[at] in _ON_VERBS and tree.is_nominal(at) else None
        if tree.heads[at] <= particle:
            return None
    return None
