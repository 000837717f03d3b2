"""Whether the words of a clause deny it: *did not come*, *nobody came*, *took no action*, *nearly came*."""

from extractors.lexicons import modifiers, verbs
from extractors.syntax.clauses import Clause
from extractors.syntax.relations import Relation
from extractors.syntax.trees import Tree

_NOT_ONLY = frozenset("only just merely simply".split())
_UNTIL = frozenset("until till".split())
_NO = frozenset("no neither".split())
_NOBODY = frozenset("nobody nothing none neither".split())
_TO_NOBODY = frozenset("nobody none no-one".split())
_NOT_AT_ALL = frozenset("without nor neither nowhere".split())
_INSTEAD = {"instead": "of", "rather": "than"}
_NOT_ONE = frozenset("a an one".split())
_NEVER = frozenset("circumstance point stage time account condition".split())
"""Nouns by which nothing is so at all: *under no circumstances*, *at no point*; but *in no time*."""
_AT = frozenset("at on under".split())
_OF_WHOLE_CLAUSES = frozenset({Relation.OBLIQUE, Relation.ADVERBIAL, Relation.MARKER, Relation.CASE})


def is_denied(tree: Tree, clause: Clause) -> bool:
    """Whether a clause is told not to be so by itself, whatever stands above it."""
    return (_says_not(tree, clause) and not comes_in_the_end(tree, clause)) or _is_near_miss(tree, clause)


def comes_in_the_end(tree: Tree, clause: Clause) -> bool:
    """*Was not restored until Tuesday*: it was, on Tuesday; but *did not stay until Tuesday*."""
    if not _says_not(tree, clause) or tree.lemma_in(clause.verb, verbs.going_up_to()) is not None:
        return False
    return any(
        tree.lowers[word] in _UNTIL and word > clause.verb
        for at in tree.children[clause.verb]
        if tree.relations[at] in _OF_WHOLE_CLAUSES
        for word in (at, *tree.children[at])
    )


def _says_not(tree: Tree, clause: Clause) -> bool:
    return _is_negated(tree, clause) or _has_nobody(tree, clause) or _has_adverb(tree, clause)


def _is_negated(tree: Tree, clause: Clause) -> bool:
    """*Did not put out*, unlike *not only put out* and *not until Friday did they put it out*."""
    at = clause.negation
    return at is not None and tree.lowers[min(at + 1, len(tree) - 1)] not in _NOT_ONLY | _UNTIL


def _has_nobody(tree: Tree, clause: Clause) -> bool:
    """*Nobody came*, *took no action*, *not one of them came*, *spoke to nobody*, *under no circumstances*."""
    nominals = (at for at in (clause.subject, *clause.objects) if at is not None)
    if any(tree.lowers[at] in _NOBODY or _has_no(tree, at) or _is_neither(tree, at) for at in nominals):
        return True
    beside = (at for at in tree.children[clause.verb] if tree.relations[at] is Relation.OBLIQUE)
    return any(tree.lowers[at] in _TO_NOBODY or (_has_no(tree, at) and _is_never(tree, at)) for at in beside)


def _has_adverb(tree: Tree, clause: Clause) -> bool:
    """*No longer works*, *without asking*, *without anybody being asked*, *rather than ask*."""
    children = tree.children[clause.verb]
    if clause.subject is not None and any(tree.lowers[at] == "without" for at in tree.children[clause.subject]):
        return True
    if stands_in_stead(tree, clause):
        return True
    return any(tree.lowers[at] in _NOT_AT_ALL or (tree.lowers[at] == "longer" and _has_no(tree, at)) for at in children)


def stands_in_stead(tree: Tree, clause: Clause) -> bool:
    """*Instead of asking*, *rather than ask*: what was not done, told beside what was."""
    words = (at for at in tree.children[clause.verb] if tree.lowers[at] in _INSTEAD)
    return any(tree.lowers[at + 1 : at + 2] == [_INSTEAD[tree.lowers[at]]] for at in words)


def _has_no(tree: Tree, at: int) -> bool:
    """*No ship*, *neither ship*, *not one ship*, *not one of them*; not *no fewer than nine ships*."""
    lowers = tree.lowers
    below = tree.children[at]
    if any(lowers[child] in _NO and lowers[child + 2 : child + 3] != ["than"] for child in below):
        return True
    return any(lowers[child] == "not" and _NOT_ONE & set(lowers[child + 1 : child + 2]) for child in below)


def _is_neither(tree: Tree, at: int) -> bool:
    """*Neither Rask nor his lawyer*, whose first word hangs on the last noun."""
    others = (child for child in tree.children[at] if tree.relations[child] is Relation.CONJUNCT)
    return any(tree.lowers[word] == "neither" for other in others for word in tree.children[other])


def _is_never(tree: Tree, at: int) -> bool:
    return tree.lemmas[at] in _NEVER and any(tree.lowers[child] in _AT for child in tree.children[at])


def _is_near_miss(tree: Tree, clause: Clause) -> bool:
    """*Nearly fell*, *was almost killed*, *all but lost it*; not *nearly doubled*, nor *nearly 40 died*."""
    if tree.lemma_in(clause.verb, verbs.by_degrees()) is not None:
        return False
    for at in (clause.verb, *clause.auxiliaries):
        before = tree.lowers[max(0, at - 2) : at]
        if before[-1:] and before[-1] in modifiers.nearing("verb") and tree.tags[at] != "MD":
            return True
        if before == ["all", "but"]:
            return True
    return False
