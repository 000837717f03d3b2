"""What was done over many days, or again and again: *for weeks it denied that*, *has often voted against it*.

It is of no one day, whatever day is told around it.
"""

from collections.abc import Collection, Iterator, Sequence

import msgspec

from extractors.events.candidates.event_candidates import EventCandidate
from extractors.events.context.event_context import EventContext
from extractors.events.context.fineness import fineness
from extractors.lexicons import modifiers
from extractors.syntax.tenses import Form
from extractors.time_expressions.records import KEY, meaning_of
from timeline.meanings.composed import unhedged
from timeline.meanings.placeless import Duration
from timeline.meanings.units import CLOCK_UNITS, Unit
from timeline.model import Tie


def spread_out(context: EventContext, candidates: Sequence[EventCandidate]) -> frozenset[int]:
    """The triggers of what is told to have gone on for days, or to have come again."""
    return frozenset(one.trigger for one in candidates if _goes_on(context, one) or _comes_again(context, one))


def off_days(
    context: EventContext, candidates: Sequence[EventCandidate], spread: Collection[int]
) -> Iterator[EventCandidate]:
    """Each candidate, in the order of the text; of these none has the day of a scene."""
    for one in candidates:
        of_scene = one.time is not None and one.tie is Tie.SCENE and one.trigger in spread
        if of_scene and one.time is not None and fineness(context.meanings[one.time]) is Unit.DAY:
            yield msgspec.structs.replace(one, time=None, tie=Tie.OWN)
        else:
            yield one


def _goes_on(context: EventContext, one: EventCandidate) -> bool:
    number = context.lengths("for").get(one.trigger)
    if number is None or one.trigger != one.verb:
        return False
    meaning = unhedged(meaning_of(context.doc.spans[KEY][number]))
    return isinstance(meaning, Duration) and meaning.unit not in CLOCK_UNITS and meaning.count != 1


def _comes_again(context: EventContext, one: EventCandidate) -> bool:
    group = context.groups.get(one.verb)
    finite = group is not None and group.form is Form.FINITE and one.trigger == one.verb
    return finite and any(context.tree.lowers[at] in modifiers.repeating() for at in context.tree.children[one.verb])
