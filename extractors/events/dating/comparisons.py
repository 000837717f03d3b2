"""Times of what something is compared with: *fell to 41 million, from 96 million in May*, *higher than in 2012*.

They are of the figure compared with, and never of what is told of the other: of nine lines in five articles that
editors had dated, where a verb has such a time beside it, none had happened then.
"""

from extractors.events.context.event_context import EventContext
from extractors.lexicons.scripts import Part, scripts_of
from extractors.syntax.relations import SUBJECTS, Relation
from timeline.meanings.composed import Range
from timeline.meanings.units import Unit

_COMPARED = frozenset("from than versus".split())
_THAN = frozenset(("than", "versus"))
_FROM = frozenset(("from",))
_LATER = frozenset("later earlier sooner longer rather other more less".split())
"""Before *than*: *no later than May*, *rather than in May*, *more than two years ago* compare times, or nothing."""
_FIGURES = frozenset(("CD", "$"))
_WAYS = frozenset("up down higher lower".split())
_PARTS = frozenset("% percent point points".split())
_SHARES = frozenset(", or a an per share cents in for".split())
"""Words of a figure that is told twice: *from $24 million, or 70 cents a share, a year earlier*."""
_WHEN = frozenset("in on at during".split())
_AGAINST = frozenset(("against", "after"))
_SAME = frozenset(("same", "just"))
_NEAR = 7
"""Words back to what a time is likened by."""
_FARTHEST = 18
"""Words from a time back to what it is compared by."""
_RESULTS = "results"
_BOOKING = frozenset("post report record".split())
_PERIODS = (Unit.QUARTER, Unit.MONTH, Unit.YEAR)


def is_compared(context: EventContext, verb: int, number: int) -> bool:
    """Whether a time behind a verb is that of a figure, or of a state, that another is compared with."""
    start = context.times[number].start
    figure = _figure_before(context, verb, start)
    if figure is not None and is_figure_compared(context, figure):
        return True
    return _is_figure_told_twice(context, verb, start) or _is_beside(context, verb, number)


def is_likened(context: EventContext, number: int) -> bool:
    """*As in 2014, they stayed away*, *unlike in 2018*, *44 percent, against 24 percent in 2019*: another time's way.

    But *as early as in 2014*, *against nine men in 2019*.
    """
    tree, start = context.tree, context.times[number].start
    first = max(0, start - _NEAR)
    words = tree.lowers[first:start]
    if words[-2:-1] == ["as"] and words[-1] in _WHEN:
        return tree.tags[start - 3] not in ("RB", "JJ") or tree.lowers[start - 3] in _SAME if start > 2 else True
    for at in range(start - 1, first - 1, -1):
        if at in context.groups or (tree.lowers[at] in (",", ";") and at != start - 1):
            return False
        if tree.lowers[at] == "unlike":
            return True
        if tree.lowers[at] in _AGAINST:
            return at + 1 < start and tree.tags[at + 1] in _FIGURES and _is_bare(context, at + 1, start)
    return False


def _is_bare(context: EventContext, first: int, start: int) -> bool:
    """*24 percent in*, *500 in*: a figure and nothing that it counts."""
    tree = context.tree
    return all(
        tree.tags[at] in _FIGURES or tree.lowers[at] in _PARTS | _WHEN | {"million", "billion", "just", "only"}
        for at in range(first, start)
    )


def is_figure_compared(context: EventContext, at: int) -> bool:
    """*From 96 million*; not *from prison*."""
    tree = context.tree
    counts = any(tree.tags[one] in _FIGURES for one in (at, *tree.children[at]))
    return counts and context.has_case(at, _COMPARED)


def _figure_before(context: EventContext, verb: int, start: int) -> int | None:
    at = start - 1
    while at > verb and context.tree.relations[at] is Relation.PUNCTUATION:
        at -= 1
    return at if at > verb else None


def _is_figure_told_twice(context: EventContext, verb: int, start: int) -> bool:
    """*From $24 million, or 70 cents a share, a year earlier*, whatever a parser hangs it on."""
    tree = context.tree
    for at in range(start - 1, max(verb, start - _FARTHEST), -1):
        if tree.lowers[at] in _COMPARED:
            return at < start - 1 and tree.tags[at + 1] in _FIGURES
        if tree.tags[at] not in _FIGURES and tree.lowers[at] not in _SHARES:
            return False
    return False


def _is_beside(context: EventContext, verb: int, number: int) -> bool:
    """*Higher than in the dry year of 2012*, *grew 19% from a year ago*, *was up 3 points from 2008*."""
    tree, start = context.tree, context.times[number].start
    joined = False
    for at in range(start - 1, max(verb, start - _FARTHEST), -1):
        joined = joined or tree.relations[at] is Relation.COORDINATOR
        apart = at in context.groups or tree.relations[at] is Relation.PUNCTUATION
        if (apart and tree.lowers[at] != "-") or (at in context.timed and not joined):
            return False
        if tree.lowers[at] in _THAN:
            return tree.lowers[at - 1] not in _LATER or tree.lowers[at + 1] in _WHEN
        if tree.lowers[at] in _FROM:
            meaning = context.meanings[number]
            spans = isinstance(meaning, Range) and meaning.end is not None
            return not spans and _changes(context, verb, at)
    return False


def _changes(context: EventContext, verb: int, at: int) -> bool:
    """Whether the words from a verb to *from* tell how much something changed: *19%*, *up*, *by three points*."""
    words = range(verb + 1, at)
    if any(context.tree.relations[one] is Relation.PUNCTUATION for one in words):
        return False
    return any(context.tree.lowers[one] in _WAYS | _PARTS for one in words)


def is_of_a_result(context: EventContext, verb: int, noun: int, number: int) -> bool:
    """*Third-quarter profit grew*, *posted a loss for the quarter*: a period of business is that of its figures.

    Of five such lines in three articles that editors had dated, all had the period.
    """
    tree = context.tree
    figure = _is_of_results(context, noun, Part.SETS) or _is_of_results(context, noun, Part.THINGS)
    if not figure or context.meanings[number].fineness() not in _PERIODS:
        return False
    if tree.relations[noun] is Relation.OBJECT:
        return tree.lemma_in(verb, _BOOKING) is not None
    return tree.relations[noun] in SUBJECTS and _is_of_results(context, verb, Part.ACTS)


def _is_of_results(context: EventContext, at: int, part: Part) -> bool:
    scripts = scripts_of(part)
    lemma = context.tree.lemma_in(at, scripts)
    return lemma is not None and _RESULTS in scripts[lemma]
