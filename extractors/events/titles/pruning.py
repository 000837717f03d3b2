"""What can go from a title: branches of the sentence, in the order of how little is lost, never letters.

What the words before it need goes only where 100 characters can't hold it, and of that the least that is enough.
"""

from collections.abc import Callable, Iterator, Set

from extractors.events.context.event_context import EventContext
from extractors.events.titles.branches import branch, is_taken_back
from extractors.events.titles.drafts import Draft
from extractors.events.titles.edges import last_modifiers, last_things
from extractors.events.titles.looseness import is_loose
from extractors.events.titles.needs import is_needed, is_vital
from extractors.events.titles.seams import is_torn
from extractors.events.titles.spare_steps import idle_words, places_of_nouns, plain_aims, plain_circumstances, regions
from extractors.events.titles.steps import (
    ASIDE,
    BETWEEN,
    HARD_STEPS,
    HARDEST_STEPS,
    SETTINGS,
    STEPS,
    Step,
    appositions,
    callings,
    completions,
    joined_to,
    places_at_the_end,
    whatever,
)
from extractors.events.titles.tails import without_last_tail
from extractors.events.titles.words_before_names import calling
from extractors.syntax.relations import Relation

SPARE: tuple[Step, ...] = (regions, idle_words)
"""What nobody misses."""
EDGES: tuple[Step, ...] = (last_things, last_modifiers)
"""What goes where 100 characters can't hold a title."""
LIGHT: tuple[Step, ...] = (plain_aims, plain_circumstances, places_of_nouns, callings)
"""What one title in five is short enough without."""
LONG = 80
"""Characters of a title that is not shortened."""
LONGER = 90
"""Characters of one that loses no more than where and amid what it happened, and what is told beside it."""
LONGEST = 100
"""Characters of one that is not shortened to less than half a line."""
LONGEST_NEEDED = 110
"""Characters of one that keeps all that its words need."""
LONGEST_SENTENCE = 110
"""Characters of a whole sentence that stands where what is left of its clause is none."""
_LEAST = 50
_LEAST_LEFT = 60
"""Characters of one that was short enough but for one branch, and loses that."""
_MOST_WORDS = 80
"""Words of a draft that is shortened: a longer one costs much, and has no parse that can be trusted."""
_LEADING_ON = frozenset("shortly soon just right immediately long well".split())
"""Adverbs before *after*, *before*, *behind*."""


def shortened(context: EventContext, draft: Draft, length: Callable[[Draft], int]) -> Draft:
    """The draft without as much as must go that it fits; it may not fit.

    Args:
        context: the doc.
        draft: what is told.
        length: how many characters a draft has.
    """
    if len(draft.words) > _MOST_WORDS:
        return draft
    draft = _without_steps(context, draft, length, LONG, (*SPARE, *SETTINGS, places_at_the_end), least=_LEAST)
    draft = _without_one(context, draft, length, LIGHT)
    draft = _without_steps(context, draft, length, LONGER, (*STEPS, *HARD_STEPS), least=_LEAST)
    draft = _without_steps(context, draft, length, LONGEST, (last_things,), least=_LEAST)
    draft = _without_steps(context, draft, length, LONGER, HARDEST_STEPS, least=_LEAST)
    draft = _without_steps(context, draft, length, LONGEST, (*SETTINGS, *STEPS, *HARD_STEPS, *HARDEST_STEPS))
    draft = _with_least_lost(context, draft, length)
    shorter: Draft | None = draft
    while shorter is not None and length(draft) > LONGER:
        draft, shorter = shorter, without_last_tail(context, shorter)
    return draft


def _without_steps(
    context: EventContext,
    draft: Draft,
    length: Callable[[Draft], int],
    most: int,
    steps: tuple[Step, ...],
    *,
    least: int = 0,
    spares: bool = True,
) -> Draft:
    """The draft without what steps take away until it is short enough, and nothing that leaves too little.

    What the words before it need is spared, unless it is said not to be.
    """
    hanging: list[tuple[int, Set[int]]] | None = None
    if length(draft) <= most:
        return draft
    torn: bool | None = None  # whether it was before; found out where that matters
    whole = draft
    for step in steps:
        if hanging is None:
            hanging = list(hanging_branches(context, draft))
        for words in sorted(_going(context, draft, hanging, step, spares=spares), key=min, reverse=True):
            shorter = draft.without(words)
            if not words <= draft.kept or (least and step not in BETWEEN and length(shorter) < least):
                continue
            if is_torn(context, shorter):
                torn = is_torn(context, whole) if torn is None else torn
                if not torn:
                    continue
            draft, hanging = shorter, None
            if length(draft) <= most:
                return draft
    return draft


def _without_one(context: EventContext, draft: Draft, length: Callable[[Draft], int], steps: tuple[Step, ...]) -> Draft:
    """The draft without one branch, where that is enough: of the first kind that has one, the least of them."""
    if length(draft) <= LONG or is_torn(context, draft):
        return draft
    hanging = list(hanging_branches(context, draft))
    for step in steps:
        going = (draft.without(words) for words in _going(context, draft, hanging, step, spares=True))
        enough = [one for one in going if _LEAST_LEFT <= length(one) <= LONG and not is_torn(context, one)]
        if enough:
            return max(enough, key=length)
    return draft


def _with_least_lost(context: EventContext, draft: Draft, length: Callable[[Draft], int]) -> Draft:
    """The draft without what the words before it need: without one branch that is enough, or without the last ones."""
    if length(draft) <= LONGEST:
        return draft
    hanging = list(hanging_branches(context, draft))
    shorter = [draft.without(words) for words in _going(context, draft, hanging, whatever, spares=False)]
    edges = (draft.without(words) for step in EDGES for words in _going(context, draft, hanging, step, spares=False))
    shorter += [one for one in edges if length(one) >= _LEAST]
    shorter.append(_without_steps(context, draft, length, LONGEST, (whatever, completions), spares=False))
    enough = [one for one in shorter if length(one) <= LONGEST and not is_torn(context, one)]
    least = max(enough, key=length, default=_without_steps(context, shorter[-1], length, LONGEST, EDGES, least=_LEAST))
    kept = least.kept
    vital = (at for at, words in hanging if is_vital(context, at, words) and context.tree.heads[at] in kept)
    return draft if length(draft) <= LONGEST_NEEDED and not kept.issuperset(vital) else least


def _going(
    context: EventContext, draft: Draft, hanging: list[tuple[int, Set[int]]], step: Step, *, spares: bool
) -> Iterator[Set[int]]:
    """The branches that a step takes away."""
    for at, found in hanging:
        if not step(context, draft, at, found) or (spares and is_needed(context, at, found)):
            continue
        words = with_what_goes_along(context, draft, at, found, step)
        if not is_loose(context, draft, words):
            continue
        if step in ASIDE or not is_taken_back(context, context.tree.heads[at], draft.top, draft.bounds):
            yield words | leading_on(context, draft, words)


def with_what_goes_along(context: EventContext, draft: Draft, at: int, words: Set[int], step: Step) -> Set[int]:
    """All that goes with a branch that a step takes away."""
    if step is appositions:
        return words | joined_to(context, draft, words)
    return calling(context, at, draft.bounds) if callings(context, draft, at, words) else words


def hanging_branches(context: EventContext, draft: Draft) -> Iterator[tuple[int, Set[int]]]:
    """The branches that can go if the rest can be read on, by the words that they hang by."""
    kept = draft.kept
    for at in draft.words:
        head = context.tree.heads[at]
        if head in kept and head != at:
            words = branch(context, at, draft.bounds) & kept
            if words and words.isdisjoint(draft.fixed):
                yield at, words


def leading_on(context: EventContext, draft: Draft, words: Set[int]) -> Set[int]:
    """*Shortly* of *left shortly after noon*; not the noun of *the right of fishing*."""
    tree, first = context.tree, min(words)
    leads = tree.lowers[first - 1] in _LEADING_ON and not tree.is_nominal(first - 1)
    adverb = leads and tree.relations[first] in (Relation.CASE, Relation.MARKER)
    return {first - 1} if first and adverb and first - 1 not in draft.fixed else frozenset()
