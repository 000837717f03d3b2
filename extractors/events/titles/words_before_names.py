"""What somebody is called before a name: *the German chancellor*, *US Senator from Maine*; it goes whole or stays."""

from functools import cache

from extractors.events.context.event_context import EventContext
from extractors.lexicons.beings import person_nouns
from extractors.lexicons.names import name_words
from extractors.syntax.phrases import Range
from extractors.syntax.relations import Relation

_TAGS = frozenset("NN NNP NNS NNPS JJ POS HYPH CD".split())
_LINKING = frozenset("of for from".split())
"""Inside of one: *Secretary of State*, *Senator from Maine*."""
_LONGEST = 12
_ARTICLES = frozenset("the a an".split())
_NOUNS = frozenset("NN NNP NNS NNPS".split())


def calling(context: EventContext, at: int, bounds: Range) -> frozenset[int]:
    """All that stands before the name of which a word says more; empty where it is not called anything.

    Args:
        context: the doc.
        at: a word before a name that hangs on it.
        bounds: the sentence.
    """
    tree, run = context.tree, _name_behind(context, at, bounds)
    if run is None:
        return frozenset()
    first, end = run
    words = frozenset(range(_start(context, first, bounds), first))
    if at not in words:
        return frozenset()
    other = any(one in context.mentions and context.mentions[one][0] in context.people for one in words)
    called = any(_names_somebody(context, one) for one in words)
    before = min(words, default=first) - 1
    cut = tree.tags[before] in ("VBG", "VBN") and tree.relations[before] is Relation.MODIFIER  # *incoming mayor Lind*
    if other or cut or not called or _is_joined_to_a_noun(context, min(words), bounds):
        return frozenset()
    heads = {*words, *range(first, end), *(tree.heads[one] for one in range(first, end))}
    hangs = all(tree.heads[one] in heads for one in words)
    below = (child for one in words for child in tree.children[one])
    alone = all(child in words or tree.relations[child] is Relation.PUNCTUATION for child in below)
    return words if hangs and alone else frozenset()


def _name_behind(context: EventContext, at: int, bounds: Range) -> Range | None:
    """The name that a word may stand before with others of its kind, on whatever a parse hangs them."""
    if at < bounds[0] or context.tree.tags[at] not in _TAGS:
        return None
    named = (one for one in range(at, min(at + _LONGEST, bounds[1])) if one in context.mentions)
    people = (one for one in named if context.mentions[one][0] in context.people)
    run = next((context.mentions[one][1] for one in people), None)
    return run if run is not None and at < run[0] else None


def _start(context: EventContext, first: int, bounds: Range) -> int:
    """Where what stands before a name begins."""
    tree, start = context.tree, first
    while start > bounds[0]:
        before = start - 1
        inside = before - 1 if tree.lowers[before] == "the" else before
        linking = tree.lowers[inside] in _LINKING and start < first and inside > bounds[0]
        linking = linking and tree.tags[inside - 1] in _NOUNS and _names_somebody(context, inside - 1)
        if tree.tags[before] not in _TAGS and not linking:
            break
        start = inside if linking else before
    article = bounds[0] < start < first and tree.lowers[start - 1] in _ARTICLES
    return start - 1 if article else start


def _names_somebody(context: EventContext, at: int) -> bool:
    """*President*, *Dr.*, *old* of *28-year-old*."""
    tree = context.tree
    words = {tree.lemmas[at], tree.lowers[at], tree.lowers[at].removesuffix(".")}
    return bool(words & person_nouns()) or bool(words & _titles()) or tree.lowers[at] == "old"


@cache
def _titles() -> frozenset[str]:
    return frozenset(form.lower().removesuffix(".") for form in name_words().titles)


def _is_joined_to_a_noun(context: EventContext, start: int, bounds: Range) -> bool:
    """*And former mayor* of *a judge and former mayor Rosa Lind*, not of *Otto Rask and mayor Rosa Lind*."""
    tree, joins = context.tree, start - 1
    before = (at for at in range(joins - 1, bounds[0] - 1, -1) if tree.relations[at] is not Relation.PUNCTUATION)
    joined = joins >= bounds[0] and tree.tags[joins] == "CC"
    return joined and tree.pos[next(before, joins)] != "PROPN"
