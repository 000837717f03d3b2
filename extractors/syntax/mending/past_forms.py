"""Whether a word with a form of the past is one, or a participle, by its form and the words beside it."""

from extractors.lexicons import verbs
from extractors.lexicons.forms import forms, looks_past
from extractors.lexicons.inflections import bases
from extractors.lexicons.time_words import time_nouns
from extractors.syntax.mending.word_classes import NOUNS, OPENS_OBJECT
from extractors.syntax.relations import AUXILIARIES, Relation
from extractors.syntax.trees import Tree

_BEFORE_VERBS = NOUNS | frozenset("CD RB RP VBG VBN PRP".split())
"""Tags of what may stand right before a verb, where a participle's words end."""
_BEHIND_PASTS = frozenset("DT PRP$ CD IN TO JJ RP".split())
"""Tags of what stands right behind a verb that a tagger took for a noun: *shot dead a guard*, *burst into flames*."""
_HELPING = frozenset("was were had did".split())
_OF_VERBS = frozenset({Relation.OPEN_COMPLEMENT, Relation.ADVERBIAL, Relation.COMPLEMENT})
_HIGHEST = 6
"""Steps up a tree."""


def may_be_past(tree: Tree, at: int) -> bool:
    """Whether a word may be the past form of a verb without an auxiliary, by where it stands."""
    lower, tag = tree.lowers[at], tree.tags[at]
    if tree.relations[at] in AUXILIARIES | {Relation.COPULA} or lower in _HELPING:
        return False
    if tree.tags[at - 1] not in _BEFORE_VERBS or not (looks_past(lower) or lower in forms().unchanged_past):
        return False
    if tag in ("NN", "NNP", "VB", "VBP"):
        return at + 1 < len(tree) and tree.tags[at + 1] in _BEHIND_PASTS and not lower.endswith("ed")
    return tag in ("VBD", "VBN", "JJ")


def is_surely_past(tree: Tree, at: int) -> bool:
    """Whether it can be no participle: it has an object, a form of its own, or nothing is ever done by it."""
    lower = tree.lowers[at]
    if lower in forms().past_alone:
        return True
    base = bases(lower)
    if base & verbs.naming() or at + 1 >= len(tree):
        return False
    if base & verbs.without_object():
        return tree.lowers[at + 1] != "by"
    after = at + 1 + (tree.tags[at + 1] == "JJ")
    if tree.tags[at] in ("NN", "VBP", "VB") and tree.relations[at] in _OF_VERBS:
        return True
    if tree.relations[at] is Relation.MODIFIER and tree.heads[at] > at:
        return False  # *steel coated pans*
    has_object = after < len(tree) and tree.tags[after] in OPENS_OBJECT and not _is_time(tree, at, after)
    return has_object or tree.tags[at] == "VBD"


def _is_time(tree: Tree, verb: int, after: int) -> bool:
    """*Last* of *held last week*: what stands behind a verb is no object."""
    noun = after
    while noun + 1 < len(tree) and tree.tags[noun] not in NOUNS and noun - verb < _HIGHEST:
        noun += 1
    return (
        tree.lowers[after - 1] in ("last", "next") or tree.lowers[noun] in time_nouns() or tree.lowers[noun] == "times"
    )
