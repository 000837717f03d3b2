"""A clause with an *and* or *but* of its own that a parse does not join to anything.

*Was repaired for the ferries but also because the council had promised it*: *but* joins it to what stands before it.
"""

from extractors.syntax.relations import Relation
from extractors.syntax.trees import Tree

_JOINS = frozenset("and but or".split())


def join_clauses(tree: Tree) -> None:
    """Join such a clause to the verb before it; looks at each *and* once."""
    joined = tree.having({Relation.CONJUNCT})
    for at, kind in enumerate(tree.relations):
        clause = tree.heads[at]
        if kind is not Relation.COORDINATOR or tree.lowers[at] not in _JOINS or not at < clause:
            continue
        above = tree.heads[clause]
        loose = tree.relations[clause] is Relation.ADVERBIAL and above < at and tree.is_verb(above)
        if loose and above not in joined and tree.is_verb(clause):
            tree.relations[clause] = Relation.CONJUNCT
