"""Asides of the paper's own inside what somebody says: *she said the ferry, which carries 900 people a day, had sunk*.

What is reported of the past takes the past: *said it was full*. A clause between commas that stays in the present there
is told by who writes. So is, in what somebody wants, cites or denies by a noun, what tells which one is meant:
*demanded the ships that lie in port*, *cited a report published in May*.
"""

from extractors.syntax.clauses import Clause, Syntax
from extractors.syntax.relations import NOUN_CLAUSES, Relation

_HIGHEST = 8
"""Clauses that are climbed through between a word and the cue above it."""
_PRESENT = frozenset(("VBZ", "VBP"))
_COMMAS = frozenset(", — – -- -".split())


def is_own_aside(syntax: Syntax, at: int, cue: int, *, named: bool) -> bool:
    """Whether a word that stands below a cue is in an aside of who writes.

    Args:
        syntax: the grammar of the doc.
        at: the word.
        cue: the verb that what is said hangs on.
        named: whether no clause tells what is said, but a noun: *demanded a vote*.
    """
    said = syntax.clauses.get(cue)
    clause = syntax.clause_of(at)
    if said is None or clause is None or at < cue:
        return False
    past = syntax.tree.tags[min([said.verb, *said.auxiliaries])] == "VBD"
    for _ in range(_HIGHEST):
        if clause is None or clause.verb == cue:
            return False
        if clause.relation in NOUN_CLAUSES:
            first = syntax.tree.tags[min([clause.verb, *clause.auxiliaries])]
            if named and (first in _PRESENT or (first == "VBN" and clause.relation is Relation.ADNOMINAL)):
                return True
            if past and first in _PRESENT and _is_apart(syntax, clause):
                return True
        clause = None if clause.parent is None else syntax.clauses.get(clause.parent)
    return False


def _is_apart(syntax: Syntax, clause: Clause) -> bool:
    """Whether a comma or a dash parts a clause from its noun."""
    tree = syntax.tree
    first = clause.verb
    for _ in range(_HIGHEST):
        below = (at for at in tree.children[first] if tree.relations[at] is not Relation.PUNCTUATION)
        leftmost = next(below, first)
        if leftmost >= first:
            break
        first = leftmost
    return first > 0 and tree.lowers[first - 1] in _COMMAS
