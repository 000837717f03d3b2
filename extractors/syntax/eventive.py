"""Nouns for things that happen, *a march*, *is under investigation*, or are told; the words are in `nouns.toml`."""

from collections.abc import Container

from extractors.lexicons import nouns
from extractors.syntax.relations import NOUN_CLAUSES, SUBJECTS, Relation
from extractors.syntax.trees import Tree

_WITH_TENSE = frozenset("VBD VBZ VBP MD".split())
_COMPLETING = frozenset({Relation.OBJECT, Relation.PREDICATE, Relation.PASSIVE_AUXILIARY})


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
    that = tree.lowers[min(at + 1, len(tree) - 1)] == "that"
    return that or tree.tags[at] == "NNS" or claimed_behind(tree, at) is not None


def claimed_behind(tree: Tree, noun: int) -> int | None:
    """The verb of a clause right behind a noun that no *that* joins, and that lacks nothing.

    *An allegation he struck her*; not *the allegation he made*.
    """
    for verb in tree.children[noun]:
        if verb < noun or tree.relations[verb] not in NOUN_CLAUSES:
            continue
        below = tree.children[verb]
        subject = next((at for at in below if tree.relations[at] in SUBJECTS and at < verb), None)
        if subject is None or tree.tags[subject].startswith("W"):
            continue
        first = min((subject, *tree.children[subject]))
        tensed = any(tree.tags[at] in _WITH_TENSE for at in (verb, *below))
        whole = any(tree.relations[at] in _COMPLETING and (at > verb or tree.pos[at] == "AUX") for at in below)
        if first == noun + 1 and tensed and whole:
            return verb
    return None
