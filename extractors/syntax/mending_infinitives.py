"""What a parse can't mean: a bare verb joined to one with a tense, where an infinitive stands between them.

*She is due to fly to Oslo on Friday, meet the king on Saturday and go home on Monday*: *meet* has no tense of its own,
so that it is joined to *fly* and not to *is due*.
"""

from extractors.syntax.relations import AUXILIARIES, SUBJECTS, Relation
from extractors.syntax.trees import Tree

_JOINED = frozenset({Relation.CONJUNCT, Relation.PARATAXIS})


def join_infinitives(tree: Tree) -> None:
    """Change the heads of a tree whose relations are settled, in time that grows with the text alone."""
    found = [at for at, relation in enumerate(tree.relations) if relation in _JOINED and tree.tags[at] == "VB"]
    if not found:
        return
    whole = tree.having(SUBJECTS | AUXILIARIES)
    to = {tree.heads[at] for at, lower in enumerate(tree.lowers) if lower == "to" and tree.heads[at] > at}
    infinitives: dict[int, list[int]] = {}
    for at in sorted(to):
        if tree.tags[at] == "VB" and tree.heads[at] < at:
            infinitives.setdefault(tree.heads[at], []).append(at)
    for at in found:
        head = tree.heads[at]
        if at in whole or head > at:
            continue
        if tree.tags[head] == "VB":
            tree.relations[at] = Relation.CONJUNCT  # *will arrive on Friday, stay and leave on Sunday*
            continue
        before = [one for one in infinitives.get(head, ()) if one < at]
        if before and tree.can_hang(at, before[-1]):
            tree.heads[at], tree.relations[at] = before[-1], Relation.CONJUNCT
