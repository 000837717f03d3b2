"""Unplanning: verbs by which what was planned is called off or set for another day."""

from typing import Literal

from extractors.lexicons import verbs
from extractors.syntax.clauses import Clause
from extractors.syntax.trees import Tree

_NEAR = 3
"""Tokens behind a verb among which its particle stands: *put it off*."""
_TO = frozenset("to until till".split())
_ARTICLES = frozenset("the this that".split())


def unplans(tree: Tree, verb: int) -> Literal["cancels", "moves"] | None:
    """What a verb does to a plan: *cancelled*, *called off*; *postponed*, *put off*, *brought forward*, *moved*."""
    lemma = tree.lemma_in(verb, verbs.unplanning())
    if lemma is None:
        return None
    return verbs.verbs()[lemma].unplans if stands_with(tree, verb, verbs.unplanning_with(lemma)) else None


def stands_with(tree: Tree, verb: int, needed: tuple[str, ...]) -> bool:
    """Whether one of these words stands near behind a verb, if there are any: *off* behind *called*."""
    behind = {*tree.lowers[verb + 1 : verb + 1 + _NEAR], *(tree.lowers[at] for at in tree.children[verb] if at > verb)}
    return not needed or any(word in behind for word in needed)


def planned(clause: Clause) -> tuple[int, ...]:
    """What a verb of that kind is done to: its object, in the passive its subject."""
    if clause.passive:
        return () if clause.subject is None else (clause.subject,)
    return clause.objects


def sets_new_day(tree: Tree, verb: int, start: int) -> bool:
    """Whether a time behind a verb that moves a plan is the day that it is moved to: *put off until Friday*."""
    before = start - 1
    while before > verb and tree.lowers[before] in _ARTICLES:
        before -= 1
    inside = start if tree.lowers[start] in _TO else before
    return inside > verb and tree.lowers[inside] in _TO and unplans(tree, verb) == "moves"
