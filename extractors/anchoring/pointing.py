"""Which way a day points that another mention of it tells: `voted on Tuesday. … Was planning a rally on Tuesday`.

News tells of few days, so that a weekday or a day of a month is the same one throughout an article, unless it is told
as past here and to come there. What somebody asked for on a day that is told counts from that day instead.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

import msgspec

from timeline.meanings import Meaning
from timeline.meanings.composed import Clock, PartOfDay, PartOfPeriod
from timeline.meanings.counted import Weekday
from timeline.meanings.named import CalendarDate
from timeline.meanings.units import Anchor
from timeline.model import Direction, Sense, TimeExpression


def with_days_told(expressions: Sequence[TimeExpression]) -> tuple[TimeExpression, ...]:
    """Each expression whose sentence leaves open which way it points with the way that others of its day point."""
    ways = defaultdict[Meaning | None, set[Sense]](set)
    for one in expressions:
        if one.direction.sense is not Sense.EITHER:
            ways[_without_year(one.meaning)].add(one.direction.sense)
    return tuple(_pointed(one, ways) for one in expressions)


def _pointed(one: TimeExpression, ways: Mapping[Meaning | None, Collection[Sense]]) -> TimeExpression:
    day = _without_year(one.meaning)
    is_open = day is not None and one.direction.sense is Sense.EITHER and one.spoken is None
    if not is_open or len(ways.get(day, ())) != 1:
        return one
    (sense,) = ways[day]
    way = "is past" if sense is Sense.PAST else "lies ahead"
    direction = Direction(sense, f"{one.direction.because}; the same day {way} elsewhere in the article")
    return msgspec.structs.replace(one, direction=direction)


def _without_year(meaning: Meaning) -> Meaning | None:
    """The weekday, or the day of a month, that a time is or is a part of, where only the sentence tells which one."""
    match meaning:
        case Weekday(anchor=Anchor.PUBLICATION) | CalendarDate(day=int()) if meaning.is_bare():
            return meaning
        case PartOfDay(_, base) | Clock(base=base) | PartOfPeriod(_, base):
            return _without_year(base)
        case _:
            return None
