"""Steps that cost next to nothing: what a title that is a little too long does without first.

*Zembla* of *in Corran, Zembla*, and *currently*: nobody misses them, and nothing is less true.
"""

from collections.abc import Set
from functools import cache

from extractors.events.context.event_context import EventContext
from extractors.events.titles.branches import inside
from extractors.events.titles.drafts import Draft
from extractors.events.titles.looseness import PLACES
from extractors.events.titles.steps import aims, circumstantial_clauses, phrases_of_nouns
from extractors.lexicons.modifiers import idle_adverbs, linking, present_adverbs
from extractors.syntax.relations import SUBJECTS, Relation

_JOINING = frozenset("and or & nor".split())
_WHERE = frozenset("in at near outside inside across throughout during amid amidst following".split())
_BOUNDING = frozenset("until till unless so as-long-as".split())
_HIGHEST = 6
"""Nouns on nouns that are climbed through."""
_KEPT = frozenset(("still",))
"""*Still lived there* tells more than *lived there*."""


def regions(context: EventContext, draft: Draft, at: int, words: Set[int]) -> bool:
    """*Zembla* of *in Corran, Zembla*: where a place is, behind its name; no member of a list of places."""
    tree, first = context.tree, min(words)
    if tree.pos[at] != "PROPN" or first - 2 < draft.bounds[0] or tree.lowers[first - 1] != ",":
        return False
    if first - 2 not in draft.words or any(tree.pos[one] != "PROPN" for one in words):
        return False
    after = tree.lowers[max(words) + 1 : max(words) + 2] == [","] and is_place(context, max(words) + 2)
    chained = after and max(words) + 2 in draft.words  # *Zembla* of *in Corran, Zembla, Borduria*
    places = is_place(context, first - 2) and is_place(context, first)
    return places and not chained and not _is_listed(context, draft, first)


def is_place(context: EventContext, at: int) -> bool:
    """Whether a word is of the name of a place."""
    return at < len(context.tree) and context.doc[at].ent_type_ in PLACES


def _is_listed(context: EventContext, draft: Draft, first: int) -> bool:
    """Whether an *and* joins the last of the places that stand behind each other."""
    tree = context.tree
    for at in range(first, draft.bounds[1]):
        if tree.lowers[at] in _JOINING:
            return True
        if tree.lowers[at] != "," and not is_place(context, at):
            return False
    return False


def idle_words(context: EventContext, _: Draft, at: int, words: Set[int]) -> bool:
    """*Currently*, *also*, *officially*: an adverb of a verb that takes nothing back and bounds nothing."""
    tree = context.tree
    alone = tree.relations[at] is Relation.ADVERB and len(words) == 1 and tree.heads[at] in context.syntax.clauses
    apart = tree.lowers[at - 1] == "," or tree.lowers[at + 1 : at + 2] == ["that"]  # *it was now that they left*
    return alone and not apart and tree.lowers[at] in _idle()


@cache
def _idle() -> frozenset[str]:
    return (idle_adverbs() | linking("always") | present_adverbs()) - _KEPT


def plain_aims(context: EventContext, draft: Draft, at: int, words: Set[int]) -> bool:
    """*To clear the wreck* of *used a crane to clear the wreck*; not *to reach* of *easy to reach*."""
    tree = context.tree
    above, before = tree.heads[at], min(words) - 1
    said = tree.pos[above] == "ADJ" or tree.lowers[before] in (":", "order")
    return not said and aims(context, draft, at, words)


def plain_circumstances(context: EventContext, draft: Draft, at: int, words: Set[int]) -> bool:
    """*As many slept* of *broke out as many slept*; not *until all had left*, by which it ends."""
    clause = context.syntax.clauses.get(at)
    bounded = clause is not None and bool(context.markers(clause) & _BOUNDING)
    return not bounded and circumstantial_clauses(context, draft, at, words)


def places_of_nouns(context: EventContext, draft: Draft, at: int, words: Set[int]) -> bool:
    """*In Corran* of *closed a school in Corran*; not of *the school in Corran was closed*, which says which."""
    tree, noun = context.tree, context.tree.heads[at]
    cases = {tree.lowers[one] for one in tree.children[at] if tree.relations[one] is Relation.CASE}
    if not cases <= _WHERE or not phrases_of_nouns(context, draft, at, words):
        return False
    told = any(tree.lowers[one] in ("a", "an") for one in inside(tree, noun, draft.bounds))
    for _ in range(_HIGHEST):
        if tree.relations[noun] is not Relation.NOUN_MODIFIER:
            break
        noun, told = tree.heads[noun], False
    return told or tree.relations[noun] not in SUBJECTS
