"""Whether the words of a clause deny it: *did not come*, *nobody came*, *took no action*."""

from extractors.syntax.clauses import Clause
from extractors.syntax.relations import Relation
from extractors.syntax.trees import Tree

_NOT_ONLY = frozenset("only just merely simply".split())
_UNTIL = frozenset("until till".split())
_NO = frozenset("no neither".split())
_NOBODY = frozenset("nobody nothing none neither".split())
_NOT_AT_ALL = frozenset("without nor neither".split())


def is_denied(tree: Tree, clause: Clause) -> bool:
    """Whether a clause is told not to be so by itself, whatever stands above it."""
    return _is_negated(tree, clause) or _has_nobody(tree, clause) or _has_adverb(tree, clause)


def _is_negated(tree: Tree, clause: Clause) -> bool:
    """*Did not put out*, unlike *not only put out* and *not until Friday did they put it out*."""
    at = clause.negation
    return at is not None and tree.lowers[min(at + 1, len(tree) - 1)] not in _NOT_ONLY | _UNTIL


def _has_nobody(tree: Tree, clause: Clause) -> bool:
    """*Nobody came*, *took no action*."""
    nominals = (at for at in (clause.subject, *clause.objects) if at is not None)
    return any(tree.lowers[at] in _NOBODY or _has_no(tree, at) or _is_neither(tree, at) for at in nominals)


def _has_adverb(tree: Tree, clause: Clause) -> bool:
    """*No longer works*, *without asking*."""
    children = tree.children[clause.verb]
    return any(tree.lowers[at] in _NOT_AT_ALL or (tree.lowers[at] == "longer" and _has_no(tree, at)) for at in children)


def _has_no(tree: Tree, at: int) -> bool:
    """*No ship*, *neither ship*; not *no fewer than nine ships*."""
    lowers = tree.lowers
    return any(lowers[child] in _NO and lowers[child + 2 : child + 3] != ["than"] for child in tree.children[at])


def _is_neither(tree: Tree, at: int) -> bool:
    """*Neither Rask nor his lawyer*, whose first word hangs on the last noun."""
    others = (child for child in tree.children[at] if tree.relations[child] is Relation.CONJUNCT)
    return any(tree.lowers[word] == "neither" for other in others for word in tree.children[other])
