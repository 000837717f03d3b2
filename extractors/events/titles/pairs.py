"""Words that lead one to expect another: behind *between* stands an *and*, behind *not only* a *but*.

Where a branch of a sentence has gone from a title, the other half of such a pair may have gone with it.
"""

from collections.abc import Sequence

from extractors.events.context.event_context import EventContext
from extractors.events.titles.drafts import Draft
from extractors.syntax.phrases import Range

_PAIRS = {"between": "and", "both": "and", "either": "or", "neither": "nor"}
_WITH_TENSE = frozenset("VBD VBZ VBP MD".split())
_SINGULAR = frozenset(("NN", "NNP"))
_NOUN_TAGS = frozenset("NN NNP NNS NNPS".split())


def lacks_its_pair(context: EventContext, words: Sequence[int], bounds: Range) -> bool:
    """Whether one half of a pair is left: *between Corran*, *and Skerra*, *not only*."""
    lowers = context.tree.lowers
    half = half_of_a_pair(context, words, bounds)
    return half is not None or any(
        lowers[at] == "and" and _pairs_what_has_gone(context, at, words, bounds) for at in words
    )


def half_of_a_pair(context: EventContext, words: Sequence[int], bounds: Range) -> int | None:
    """Where *between Corran* of *between Corran, where it sank, and Skerra* begins, or *not only* without its *but*."""
    lowers, tags = context.tree.lowers, context.tree.tags
    for place, at in enumerate(words):
        denied = at > 0 and lowers[at] == "only" and lowers[at - 1] == "not"
        second = "but" if denied else _PAIRS.get(lowers[at])
        if second is None or second in (lowers[later] for later in words[place + 1 :]):
            continue
        noun = next((later for later in range(at + 1, bounds[1]) if tags[later] in _NOUN_TAGS), at)
        leads_on = second != "and" or tags[noun] in _SINGULAR
        if leads_on and second in lowers[at + 1 : bounds[1]]:
            return place - denied
    return None


def half_of_a_clause(context: EventContext, draft: Draft) -> int | None:
    """Where *and Lind* of *the ferry sank and Lind left* begins, whose verb has gone."""
    tree, last = context.tree, draft.words[-1]
    after = min(last + 1, len(tree) - 1)
    if last != max(draft.words) or not tree.is_nominal(last) or tree.tags[after] not in _WITH_TENSE:
        return None
    pairs = [place for place, at in enumerate(draft.words) if tree.lowers[at] in _PAIRS]
    end = pairs[-1] if pairs else len(draft.words)  # *and* before *both Lind and Rask*
    for place in range(end - 1, 0, -1):
        at = draft.words[place]
        if tree.tags[at] == "CC":
            return place
        if at in context.syntax.clauses:
            return None
    return None


def _pairs_what_has_gone(context: EventContext, at: int, words: Sequence[int], bounds: Range) -> bool:
    """*And Skerra* of *between Corran, where it sank, and Skerra*."""
    lowers = context.tree.lowers
    before = [one for one in range(bounds[0], at) if lowers[one] == "between"]
    return bool(before) and before[-1] not in words and "and" not in lowers[before[-1] : at]
