"""What stands before a comma and *when* or *where*, and hangs on the verb behind.

*The first strike since 2004, when miners walked out*: the clause begins with *when*, so that *since 2004* is of what
the clause hangs on.
"""

from extractors.syntax.relations import Relation
from extractors.syntax.trees import Tree

_OPENING = frozenset("when where".split())
_CLAUSES = frozenset({Relation.ADVERBIAL, Relation.RELATIVE, Relation.ADNOMINAL})
_FARTHEST = 12
"""Words before the comma that are looked at."""


def free_what_stands_before(tree: Tree) -> None:
    """Hang it on what the clause hangs on; looks at few words before each comma."""
    for when in [at for at, lower in enumerate(tree.lowers) if lower in _OPENING and at > 1]:
        verb = tree.heads[when]
        above = tree.heads[verb]
        if tree.lowers[when - 1] != "," or verb <= when or above == verb or tree.relations[verb] not in _CLAUSES:
            continue
        for at in range(when - 2, max(-1, when - _FARTHEST), -1):
            if tree.heads[at] == verb and tree.relations[at] is Relation.OBLIQUE and at != above:
                tree.heads[at] = above
