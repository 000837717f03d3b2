"""Nouns for things that happen, *a march*, *is under investigation*, or are told; the words are in `nouns.toml`."""

from collections.abc import Container

from extractors.lexicons import nouns
from extractors.syntax.trees import Tree


def happens(tree: Tree, at: int) -> bool:
    """Whether a noun stands for something that happens, and so can have a time of its own."""
    return tree.is_nominal(at) and noun_in(tree, at, nouns.happening())


def noun_in(tree: Tree, at: int, nouns: Container[str]) -> bool:
    """Whether a noun is one of these, in the singular or plural."""
    lower = tree.lowers[at]
    return any(form in nouns for form in (tree.lemmas[at], lower, lower.removesuffix("s"), lower.removesuffix("es")))


def is_hearsay(tree: Tree, at: int) -> bool:
    """Whether a noun leaves it to others: *reports of fighting*, *the allegation that he left*; not *the report*."""
    if tree.pos[at] != "NOUN" or tree.lemmas[at] not in nouns.hearsay():
        return False
    return tree.tags[at] == "NNS" or tree.lowers[min(at + 1, len(tree) - 1)] == "that"
