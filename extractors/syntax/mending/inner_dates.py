"""A date behind the noun of *two days after the vote*, and hung on the verb.

*He fled two days after the vote on 5 May*, *on the eve of the vote on 5 May*: the verb has its time, counted from the
vote, so that the date is that of the vote.
"""

from extractors.lexicons.time_words import time_units
from extractors.syntax.mending.word_classes import NAMED_TIMES, NOUNS
from extractors.syntax.relations import Relation
from extractors.syntax.trees import Tree

_AFTER = frozenset("after before following".split())
_EVE = frozenset("eve anniversary".split())
_LONGEST = 8
"""Words from *after* to the noun."""


def return_inner_dates(tree: Tree) -> None:
    """Hang the date on the noun; looks at few words behind each *after*."""
    for marker in range(1, len(tree) - 1):
        unit, lower = marker - 1, tree.lowers[marker]
        counts = lower in _AFTER and tree.lemmas[unit] in time_units()
        if not counts and not (lower == "of" and tree.lowers[unit] in _EVE):
            continue
        noun = tree.heads[marker]
        held = marker < noun < marker + _LONGEST and tree.relations[marker] is Relation.CASE
        if not held or tree.tags[noun] not in NOUNS or noun + 2 >= len(tree):
            continue
        date = tree.heads[noun + 1]
        named = tree.tags[date] == "CD" or tree.lowers[date] in NAMED_TIMES
        hangs = tree.relations[noun + 1] is Relation.CASE and tree.relations[date] is Relation.OBLIQUE
        if date > noun + 1 and named and hangs and _is_above(tree, noun, tree.heads[date]):
            tree.heads[date], tree.relations[date] = noun, Relation.NOUN_MODIFIER


def _is_above(tree: Tree, at: int, verb: int) -> bool:
    """Whether a noun hangs on a verb, or on a noun that does."""
    return verb in (tree.heads[at], tree.heads[tree.heads[at]])
