"""What stands at the end of a title that is much too long: the last of two things, what says more of the last noun.

*Demands for an inquiry and for new elections in all towns of the north* holds of the inquiry alone, and no *all*,
*both* or *between* stands before it. Only where 100 characters can't hold a title is a thing less told than there were.
"""

from collections.abc import Set

from extractors.events.context.event_context import EventContext
from extractors.events.titles.branches import inside, is_negative
from extractors.events.titles.drafts import Draft
from extractors.syntax.relations import SUBJECTS, Relation

_TOGETHER = frozenset(
    "between both either neither among amongst all each total combined mix combination mixture combine merge unite "
    "join compare differ divide split share separate marry same".split()
)
"""With one of these, what is so of two things is not so of one of them."""
_ALTERNATIVE = frozenset("or nor but than vs versus to".split())
_PARTS = frozenset("half quarter third".split())
_SOME = frozenset("few several many some any no every each".split())
_PLACED = frozenset({Relation.OBJECT, Relation.OBLIQUE, Relation.NOUN_MODIFIER, Relation.PREDICATE})
_KEPT = frozenset("of between than".split())
"""Prepositions of what a noun says nothing without."""
_HIGHEST = 8
"""Words up, from a thing to its verb."""


def last_things(context: EventContext, draft: Draft, at: int, words: Set[int]) -> bool:
    """*And for new elections in all towns of the north* at the end of a title, and nothing of who does it."""
    tree = context.tree
    if tree.relations[at] is not Relation.CONJUNCT or at in context.syntax.clauses or not _ends(draft, words):
        return False
    lowers = {tree.lowers[one] for one in inside(tree, at, draft.bounds) if tree.relations[one] is Relation.COORDINATOR}
    joined = bool(lowers) and not lowers & _ALTERNATIVE and tree.pos[at] == "NOUN"
    return joined and _is_plain(context, words) and _is_one_of_two(context, draft, at)


def _is_plain(context: EventContext, words: Set[int]) -> bool:
    """Whether a branch has no figure, no time, nobody with a name, and takes nothing back."""
    tree = context.tree
    if any(one in context.mentions and context.mentions[one][0] in context.people for one in words):
        return False
    figures = any(tree.tags[one] == "CD" or tree.lowers[one] in _PARTS for one in words)
    return not figures and words.isdisjoint(context.timed) and not is_negative(tree, words)


def _ends(draft: Draft, words: Set[int]) -> bool:
    """Whether a title ends with a branch, whose words follow each other."""
    return set(draft.words[-len(words) :]) == words and min(words) > draft.top


def _is_one_of_two(context: EventContext, draft: Draft, at: int) -> bool:
    """Whether a thing stands beside one other, and what is told of both can be told of that one."""
    tree, first = context.tree, context.tree.heads[at]
    beside = [one for one in inside(tree, first, draft.bounds) if tree.relations[one] is Relation.CONJUNCT]
    if beside != [at] or tree.relations[first] not in _PLACED or not tree.is_nominal(first):
        return False
    above = first
    for _ in range(_HIGHEST):
        near = (above, *inside(tree, above, draft.bounds))
        if tree.relations[above] in SUBJECTS or any(
            tree.lemmas[one] in _TOGETHER or tree.tags[one] == "CD" for one in near if one not in (at, first)
        ):
            return False
        if above in context.syntax.clauses or tree.heads[above] == above:
            return True
        above = tree.heads[above]
    return False


def last_modifiers(context: EventContext, draft: Draft, at: int, words: Set[int]) -> bool:
    """*Against the captain of the ferry* of *a complaint against the captain of the ferry*, at the end of a title."""
    tree, noun = context.tree, context.tree.heads[at]
    plain = tree.relations[at] is Relation.NOUN_MODIFIER and _ends(draft, words) and _is_plain(context, words)
    if not plain or tree.pos[noun] != "NOUN" or noun + 1 != min(words) or tree.lowers[noun + 1] in _KEPT:
        return False
    if any(tree.tags[one] == "CC" for one in words):
        return False
    beside = [one for one in inside(tree, noun, draft.bounds) if one < noun]
    if noun in context.timed or any(tree.lowers[one] in _SOME for one in beside):
        return False  # *a few miles off Corran*
    before = {tree.tags[one] for one in beside}
    told = before & {"JJ", "NN", "NNP", "POS", "PRP$", "VBG", "VBN"}
    return bool(told) and "CD" not in before and "JJS" not in before
