"""Whether the words of a clause deny it: *did not come*, *nobody came*, *took no action*, *nearly came*."""

from extractors.lexicons import modifiers, verbs
from extractors.syntax.clauses import Clause
from extractors.syntax.relations import Relation
from extractors.syntax.trees import Tree

_NOT_ONLY = frozenset("only just merely simply".split())
_UNTIL = frozenset("until till".split())
_NO = frozenset("no neither".split())
_NOBODY = frozenset("nobody nothing none neither".split())
_BUT = frozenset(("but", "except"))
_TO_NOBODY = frozenset("nobody none no-one".split())
_NOT_AT_ALL = frozenset("without nor neither nowhere".split())
_REDUCED = frozenset({Relation.ADVERBIAL, Relation.ADNOMINAL})
_INSTEAD = {"instead": "of", "rather": "than"}
_NOT_ONE = frozenset("a an one".split())
_NEVER = {
    "account": "on",
    "case": "in",
    "circumstance": "under",
    "condition": "under",
    "point": "at",
    "stage": "at",
    "time": "at",
}
"""Nouns by which nothing is so at all, and what stands before: *under no circumstances*; but *in no time*."""
_OF_WHOLE_CLAUSES = frozenset({Relation.OBLIQUE, Relation.ADVERBIAL, Relation.MARKER, Relation.CASE})


def is_denied(tree: Tree, clause: Clause) -> bool:
    """Whether a clause is told not to be so by itself, whatever stands above it."""
    return (_says_not(tree, clause) and not comes_in_the_end(tree, clause)) or _is_near_miss(tree, clause)


def comes_in_the_end(tree: Tree, clause: Clause) -> bool:
    """*Was not restored until Tuesday*: it was, on Tuesday; but *did not stay until Tuesday*."""
    return _says_not(tree, clause) and is_bounded(tree, clause)


def is_bounded(tree: Tree, clause: Clause) -> bool:
    """Whether *until* says when it was so after all, and not how long it went on."""
    if tree.lemma_in(clause.verb, verbs.going_up_to()) is not None:
        return False
    said = () if clause.predicate is None else tree.children[clause.predicate]
    return any(
        tree.lowers[word] in _UNTIL and word > clause.verb
        for at in (*tree.children[clause.verb], *said)
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
    nominals = [at for at in (clause.subject, *clause.objects) if at is not None]
    if clause.recipient is not None and tree.lowers[clause.recipient] in _TO_NOBODY:
        return True
    if any(_is_nobody(tree, at) or _has_no(tree, at) or _is_neither(tree, at) for at in nominals):
        return True
    beside = (at for at in tree.children[clause.verb] if tree.relations[at] is Relation.OBLIQUE)
    return any(tree.lowers[at] in _TO_NOBODY or (_has_no(tree, at) and _is_never(tree, at)) for at in beside)


def _is_nobody(tree: Tree, at: int) -> bool:
    """*None of them*; not *none but the captain*."""
    return tree.lowers[at] in _NOBODY and not _BUT & set(tree.lowers[at + 1 : at + 2])


def _has_adverb(tree: Tree, clause: Clause) -> bool:
    """*No longer works*, *without asking*, *without anybody being asked*, *rather than ask*."""
    children = tree.children[clause.verb]
    if clause.relation in _REDUCED and tree.tags[clause.verb] in ("VBG", "VBN") and _has_doer_without(tree, clause):
        return True
    if stands_in_stead(tree, clause) or _is_neither(tree, clause.verb):
        return True
    return any(tree.lowers[at] in _NOT_AT_ALL or (tree.lowers[at] == "longer" and _has_no(tree, at)) for at in children)


def _has_doer_without(tree: Tree, clause: Clause) -> bool:
    """*Without its owner having missed it*: the noun before the verb, wherever a parse hangs it."""
    first = min([*clause.auxiliaries, clause.verb])
    doer = clause.subject if clause.subject is not None else first - 1
    return any(tree.lowers[at] == "without" for at in tree.children[max(doer, 0)])


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
    """*Neither Rask nor his lawyer*, *neither charged nor fined*, whose first word hangs on the last of them."""
    others = (child for child in tree.children[at] if tree.relations[child] is Relation.CONJUNCT)
    return any(tree.lowers[word] == "neither" and word < at for other in others for word in tree.children[other])


def _is_never(tree: Tree, at: int) -> bool:
    return any(tree.lowers[child] == _NEVER.get(tree.lemmas[at]) for child in tree.children[at])


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
