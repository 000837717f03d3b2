"""What the paragraph of a year or month goes on to tell: *In 1998 she founded the firm. She hired nine people*.

Of 48 lines in the simple past without a time, in 18 articles that editors had dated, 39 had the year that their
paragraph told of last, or none that is known; without it 26 of them were right. It is no more than likely, and is
marked so.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

import msgspec

from extractors.events.event_candidates import EventCandidate
from extractors.events.event_context import EventContext
from extractors.events.fineness import fineness
from extractors.events.plain_pasts import can_be_past, is_plain_past, is_told, only_begins
from extractors.events.status import read_status
from extractors.syntax.tenses import Aspect
from timeline.meanings.units import Unit
from timeline.model import Status, Tie

_LONG = (Unit.MONTH, Unit.YEAR)
_DATED = (Tie.OWN, Tie.SCENE)
_BORN = frozenset(("bear",))


def in_years_of_paragraphs(context: EventContext, candidates: Sequence[EventCandidate]) -> Iterator[EventCandidate]:
    """Each candidate, in the order of the text; a past without a time has the year that its paragraph told of last."""
    starts = [start for start, _ in context.paragraphs]
    last: EventCandidate | None = None
    for one in candidates:
        if one.time is not None and one.tie in _DATED:
            last = one
        elif one.time is not None:
            last = None
        if last is None or last.time is None or one.time is not None or one.tie is not Tie.OWN:
            yield one
            continue
        same = bisect_right(starts, one.trigger) == bisect_right(starts, last.trigger)
        goes_on = same and _sets_a_year(context, last) and _is_plain(context, one) and not _leaves(context, one, last)
        then = msgspec.structs.replace(one, time=last.time, tie=Tie.SCENE) if goes_on else one
        yield then if read_status(context, then)[0] is Status.OCCURRED else one  # *the tower was the highest*


def _sets_a_year(context: EventContext, last: EventCandidate) -> bool:
    """Whether a story goes on in the year of an event: not in that of a birth, or of what only began then."""
    if last.time is None or fineness(context.meanings[last.time]) not in _LONG or only_begins(context, last):
        return False
    return can_be_past(context, last.time) and is_told(context, last) and context.tree.lemmas[last.trigger] not in _BORN


def _is_plain(context: EventContext, one: EventCandidate) -> bool:
    return is_plain_past(context, one, (Aspect.NONE,)) and read_status(context, one)[0] is Status.OCCURRED


def _leaves(context: EventContext, one: EventCandidate, last: EventCandidate) -> bool:
    """*He said he saw her in 1981. The lawyer denied it*, *helped with the deal that was signed in 2015*."""
    inside = context.sayings.said_by(last.trigger)
    if inside is not None and context.sayings.said_by(one.trigger) != inside:
        return True
    start, end = context.sentence(one.trigger)
    times = context.times_within(start, end)
    return any(number != last.time and fineness(context.meanings[number]) in _LONG for number in times)
