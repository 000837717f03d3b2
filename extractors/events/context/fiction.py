"""Which verbs are told within a work of fiction, a dream or a scenario: *in the film*, *a dream in which*."""

from collections.abc import Container

from extractors.lexicons import nouns
from extractors.syntax.clauses import Syntax
from extractors.syntax.relations import NOUN_CLAUSES, Relation

_WITHIN = frozenset("in under during throughout".split())


def fiction_around(syntax: Syntax, timed: Container[int]) -> dict[int, set[str]]:
    """By verb the nouns for what it is told within, by lemma; *in Saturday's play* was played.

    Args:
        syntax: the grammar of the doc.
        timed: the tokens of its time expressions.
    """
    tree, works = syntax.tree, nouns.fiction("always") | nouns.fiction("present")
    within: dict[int, set[str]] = {}
    for at, lower in enumerate(tree.lowers):
        noun, clause = at, syntax.clauses.get(tree.heads[at])
        if clause is None or tree.relations[at] is not Relation.OBLIQUE:
            continue
        if lower == "which" and clause.relation in NOUN_CLAUSES and clause.attached is not None:
            noun = clause.attached
        led = any(tree.lowers[child] in _WITHIN for child in tree.children[at])
        if led and tree.lemmas[noun] in works and not any(child in timed for child in tree.children[noun]):
            within.setdefault(clause.verb, set()).add(tree.lemmas[noun])
    return within
