"""Hours and parts of a day that name no day: *held a meeting in the morning*, *the search did not begin until dawn*.

Told as past, and in no scene, they are of the day that was told of last, a few paragraphs before at most: of seven such
lines in five articles that editors had dated, six are of that day; without it one of them has it. It is no more than
likely, and is marked so.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

import msgspec

from extractors.events.candidates.event_candidates import EventCandidate
from extractors.events.context.event_context import EventContext
from extractors.events.context.fineness import fineness
from extractors.events.scenes.plain_pasts import has_past_time
from extractors.syntax.tenses import Form, Modality, Tense
from timeline.meanings import Meaning
from timeline.meanings.composed import Bounded, Clock, PartOfDay, Range, unhedged
from timeline.meanings.counted import Shift
from timeline.meanings.units import Anchor, Unit
from timeline.model import Tie

_FARTHEST = 4
"""Paragraphs from the day to the hour."""
_POINTING = frozenset("that this same".split())


def is_hour_alone(meaning: Meaning) -> bool:
    """*At 2.40 a.m.*, with no day beside it: its line has the day that was told of at most, and not the hour."""
    meaning = unhedged(meaning)
    return isinstance(meaning, Clock) and _names_no_day(meaning)


def on_days_of_hours(context: EventContext, candidates: Sequence[EventCandidate]) -> Iterator[EventCandidate]:
    """Each candidate, in the order of the text; a past at an hour alone has the day that was told of last."""
    starts = [start for start, _ in context.paragraphs]
    last: EventCandidate | None = None
    for one in candidates:
        if last is not None and _is_alone(context, one) and _apart(starts, last, one) <= _FARTHEST:
            last = msgspec.structs.replace(one, time=last.time, tie=Tie.SCENE, apart=last.apart)
            yield last
            continue
        if _is_of_a_past_day(context, one):
            last = one
        yield one


def _apart(starts: Sequence[int], one: EventCandidate, other: EventCandidate) -> int:
    return bisect_right(starts, other.trigger) - bisect_right(starts, one.trigger)


def _is_of_a_past_day(context: EventContext, one: EventCandidate) -> bool:
    if one.time is None or not has_past_time(context, one, (Tie.OWN, Tie.SCENE)):
        return False
    meaning = context.meanings[one.time]
    return fineness(meaning) is Unit.DAY and not _names_no_day(meaning)


def _is_alone(context: EventContext, one: EventCandidate) -> bool:
    """Whether a finite past has an hour or a part of a day that counts from nothing told: not *that night*."""
    group = context.groups.get(one.verb)
    if one.time is None or one.tie not in (Tie.OWN, Tie.EDGE) or group is None or one.trigger != one.verb:
        return False
    if group.form is not Form.FINITE or group.tense is not Tense.PAST or group.modality is not Modality.INDICATIVE:
        return False
    span = context.times[one.time]
    words = {token.lower_ for token in context.doc[max(0, span.start - 1) : span.end]}
    named = any(token.text[:1].isupper() and token.is_alpha for token in span[1:])  # *Imus in the Morning*
    return not words & _POINTING and not named and _names_no_day(context.meanings[one.time])


def _names_no_day(meaning: Meaning) -> bool:
    meaning = unhedged(meaning)
    if isinstance(meaning, Bounded):
        meaning = unhedged(meaning.base)
    if isinstance(meaning, Range):
        only = meaning.end if meaning.start is None else meaning.start if meaning.end is None else None
        return only is not None and _names_no_day(only)
    if not isinstance(meaning, Clock | PartOfDay):
        return False
    base = meaning.base
    return isinstance(base, Shift) and base.anchor is Anchor.NARRATIVE and base.unit is Unit.DAY and not base.count
