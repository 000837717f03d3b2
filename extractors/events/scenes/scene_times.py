"""Times that set no scene, and those that tell how something stands to one: *at 7 p.m.*, *at the time*, *years ago*."""

from extractors.events.context.event_context import EventContext
from extractors.syntax.phrases import governor
from extractors.time_expressions.records import KEY, meaning_of
from timeline.meanings import Meaning
from timeline.meanings.composed import Bounded, Clock, Range, unhedged
from timeline.meanings.counted import Shift
from timeline.meanings.named import CalendarDate
from timeline.meanings.placeless import Vague
from timeline.meanings.units import Reference


def vaguely_timed(context: EventContext) -> tuple[frozenset[int], frozenset[int]]:
    """The verbs told with *at the time*, and those with *years ago* or another vague word for a past."""
    then, long_ago = set[int](), set[int]()
    for span in context.doc.spans.get(KEY, ()):
        meaning = unhedged(meaning_of(span))
        at = governor(context.syntax, span.start, span.end) if isinstance(meaning, Vague) else None
        if at is not None and isinstance(meaning, Vague) and meaning.reference is Reference.PAST:
            (then if span[-1].lower_ == "time" else long_ago).add(context.syntax.owners[at])
    return frozenset(then), frozenset(long_ago)


def fixes_year(meaning: Meaning) -> bool:
    """*3 May 1944*: a day of a year that is told with it."""
    return isinstance(meaning, CalendarDate) and meaning.year is not None


def is_open(meaning: Meaning) -> bool:
    """*Since Monday*, *until Monday*: without a beginning or an end."""
    return isinstance(meaning, Range) and (meaning.start is None or meaning.end is None)


def is_hour_alone(meaning: Meaning) -> bool:
    """*At about 7 p.m.*: an hour of a day that is not named."""
    meaning = unhedged(meaning)
    meaning = unhedged(meaning.base) if isinstance(meaning, Bounded) else meaning
    return isinstance(meaning, Clock) and isinstance(meaning.base, Shift) and meaning.base.count == 0
