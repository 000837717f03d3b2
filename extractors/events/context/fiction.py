"""Which verbs are told within a work of fiction, a dream or a scenario: *in the film*, *a dream in which*."""

from collections.abc import Container
from typing import Literal

from extractors.lexicons import modifiers, nouns
from extractors.syntax.clauses import Syntax
from extractors.syntax.relations import NOUN_CLAUSES, Relation
from extractors.syntax.trees import Tree

Fiction = Literal["always", "present"]
_MOCK = frozenset(("mock",))
"""A verb as well, so that no row of adjectives can have it."""
_WITHIN = frozenset("in under during throughout".split())


def fiction_around(syntax: Syntax, timed: Container[int]) -> dict[int, set[Fiction]]:
    """By verb when what it is told within never was, "always" or in the "present"; *in Saturday's play* was played.

    Args:
        syntax: the grammar of the doc.
        timed: the tokens of its time expressions.
    """
    tree = syntax.tree
    within: dict[int, set[Fiction]] = {}
    for at, lower in enumerate(tree.lowers):
        noun, clause = at, syntax.clauses.get(tree.heads[at])
        if clause is None or tree.relations[at] is not Relation.OBLIQUE:
            continue
        if lower == "which" and clause.relation in NOUN_CLAUSES and clause.attached is not None:
            noun = clause.attached
        cases = {tree.lowers[child] for child in tree.children[at]}
        if lower == "part" and "as" in cases:  # *as part of the simulation*
            noun = next((child for child in tree.children[at] if child > at), at)
        elif not cases & _WITHIN:
            continue
        kind = fiction_of(tree, noun)
        if kind is not None and not any(child in timed for child in tree.children[noun]):
            within.setdefault(clause.verb, set()).add(kind)
    return within


def fiction_of(tree: Tree, noun: int) -> Fiction | None:
    """When what a noun tells of never was: always for a dream or a mock trial, in the present for a film."""
    mock = any(tree.lowers[at] in modifiers.fictional() or tree.lowers[at] in _MOCK for at in tree.children[noun])
    if mock or tree.lemmas[noun] in nouns.fiction("always"):
        return "always"
    return "present" if tree.lemmas[noun] in nouns.fiction("present") else None
