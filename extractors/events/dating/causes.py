"""Years that belong to what somebody is judged, thanked or mourned for, and not to the verb that tells it."""

from collections.abc import Collection

from extractors.events.context.event_context import EventContext
from extractors.events.context.fineness import fineness
from extractors.lexicons import verbs
from timeline.meanings.composed import Range
from timeline.meanings.named import CalendarDate
from timeline.meanings.units import Unit

_CAUSES = frozenset(("for", "over"))
_NOUNS_OF_A_CAUSE = 2
_WORDS_BEFORE_OF = 3
_DAYS = (Unit.DAY, Unit.WEEKEND, Unit.WEEK)
_NOUNS = frozenset("NN NNS".split())
_SPAN_CASES = frozenset("in of between during".split())
_ANY = frozenset("a an the his her its their".split())
_WITHIN_NOUNS = frozenset("DT JJ JJS NN CD PRP$".split())


def noun_of_a_cause(context: EventContext, number: int) -> int | None:
    """*Sentenced a man for a murder in 1985*, *bought a painting from 1650*: the year is that of the noun before it.

    So it is of what somebody is judged, thanked or mourned for; a day may as well be that of the verb.
    """
    tree, span = context.tree, context.times[number]
    before, noun = span.start - 1, span.start - 2
    if noun < 0 or fineness(context.meanings[number]) in _DAYS or tree.tags[noun] not in _NOUNS:
        return None
    if tree.lowers[before] == "from":
        named = isinstance(context.meanings[number], CalendarDate) and tree.lowers[noun - 1] in _ANY
        return noun if named and _is_by(context, span.start, verbs.reaching_back("from")) else None
    if tree.lowers[before] not in _SPAN_CASES and not isinstance(context.meanings[number], Range):
        return None
    noun = noun if tree.lowers[before] in _SPAN_CASES else before
    for _ in range(_NOUNS_OF_A_CAUSE):
        first = noun
        while first > 0 and tree.tags[first - 1] in _WITHIN_NOUNS:
            first -= 1
        led = tree.lowers[first - 1] if first else ""
        accused = led == "of" and first > 1 and tree.lemma_in(first - 2, verbs.reaching_back("of")) is not None
        judged = led in _CAUSES and _is_by(context, span.start, verbs.reaching_back("for"))
        if (judged or accused) and tree.lowers[first] in _ANY:
            return noun
        if led != "of" or first < _WORDS_BEFORE_OF or tree.tags[first - 2] not in _NOUNS:
            break
        noun = first - 2  # *for the killing of two sailors in 1999*
    return None


def _is_by(context: EventContext, at: int, lemmas: Collection[str]) -> bool:
    """*Sentenced for*, *bought a painting from*; not *elected for a term in May*, *held the post from 2010*."""
    verb = context.syntax.owners[at]
    return verb >= 0 and context.tree.lemma_in(verb, lemmas) is not None
