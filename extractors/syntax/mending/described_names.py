"""What somebody is, right before the name, which a parse takes for the one that the name stands beside.

*Former mayor Otto Rask left*: no noun of one thing stands without an article, so that it is the name that left, and
the noun says of it what he is, as *Mr* would. *The mayor, Otto Rask, left* is another: there the name is an aside.
"""

from extractors.lexicons.time_words import time_nouns
from extractors.syntax.mending.word_classes import NAMES, SINGULAR
from extractors.syntax.relations import Relation
from extractors.syntax.trees import Tree

_OPENS = frozenset({Relation.CASE, Relation.MARKER, Relation.COORDINATOR, Relation.PUNCTUATION})
_WITHIN_NAMES = frozenset({Relation.FLAT, Relation.COMPOUND})
_MADE_ONE = frozenset("DT PRP$ WP$ PDT POS CD".split())
"""Tags of what makes a noun one that stands by itself: *the mayor*, *his brother*, *Oslund's mayor*."""
_LONGEST = 10
"""Words of a description."""


def raise_described(tree: Tree) -> None:
    """Put such a name in the place of the noun before it; looks at few words before each name."""
    for name in range(1, len(tree)):
        if tree.tags[name] in NAMES and tree.relations[name] is Relation.APPOSITION:
            noun = _described_by(tree, name)
            if noun is not None:
                _raise(tree, noun, name)


def _described_by(tree: Tree, name: int) -> int | None:
    """The noun before a name, with nothing between their phrases; none that stands by itself."""
    first = name
    while first > 0 and tree.heads[first - 1] == name and tree.relations[first - 1] in _WITHIN_NAMES:
        first -= 1
    noun = tree.heads[name]
    if not first - _LONGEST <= noun < first or tree.tags[noun] not in SINGULAR or tree.lowers[noun] in time_nouns():
        return None
    own = [at for at in range(max(0, noun - _LONGEST), noun) if tree.heads[at] == noun]
    if any(tree.tags[at] in _MADE_ONE or tree.relations[at] is Relation.POSSESSOR for at in own):
        return None
    inside = all(_is_of(tree, at, noun) for at in range(noun + 1, first))
    return noun if inside else None


def _is_of(tree: Tree, at: int, noun: int) -> bool:
    """Whether a word behind a noun belongs to it alone: *of the United States*."""
    for _ in range(_LONGEST):
        if tree.relations[at] is Relation.PUNCTUATION:
            return False
        at = tree.heads[at]
        if at == noun:
            return True
    return False


def _raise(tree: Tree, noun: int, name: int) -> None:
    """Give the name the place of the noun, with what opens the phrase and what stands behind both."""
    tree.heads[name] = name if tree.heads[noun] == noun else tree.heads[noun]
    tree.relations[name] = tree.relations[noun]
    for at in range(max(0, noun - _LONGEST), min(len(tree), name + _LONGEST)):
        opens = at < noun and tree.relations[at] in _OPENS
        if tree.heads[at] == noun and at != noun and (opens or at > name):
            tree.heads[at] = name
    tree.heads[noun], tree.relations[noun] = name, Relation.COMPOUND
