"""Lists of times: *in 1998, 2001 and 2005*, *on 3, 4 and 7 May*, *on Tuesday and again on Thursday*.

What is told of each of several times happened as often, and is a line at each of them, with the same title. A list is
times of one kind that nothing parts but commas, *and*, *again* and their prepositions; what another clause or noun has
for its own time is no part of it.
"""

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

import msgspec

from extractors.events.candidates.event_candidates import EventCandidate
from extractors.events.context.event_context import EventContext
from timeline.meanings import Meaning
from timeline.meanings.counted import Weekday
from timeline.meanings.named import CalendarDate
from timeline.model import Tie

_JOINING = frozenset("and again".split())
_BETWEEN = frozenset(", and again in on the then once more also late early of".split())
_BOUNDING = frozenset("of with from than versus to between since until till by before after against".split())
"""Before a list, these say more than when."""
_MOST_BETWEEN = 5
"""Words between two times of a list."""
_LONGEST = 40
"""Times of a list; a longer one is a table, or an attack."""


def list_of(context: EventContext, number: int | None, others: Collection[int] = ()) -> tuple[int, ...]:
    """The times of the list that a time stands in, in the order of the text; it alone where there is none.

    `others` are those that something has for its time; that this time is one of them says nothing.
    """
    if number is None:
        return ()
    found = [number]
    for step in (-1, 1):
        at = number
        while at + step in context.times and at + step not in others and _are_joined(context, at, at + step):
            at += step
            found.append(at)
            if len(found) > _LONGEST:
                return (number,)
    found.sort()
    joined = any(_words_between(context, one, other) & _JOINING for one, other in pairwise(found))
    bounded = context.tree.lowers[max(0, context.times[found[0]].start - 1)] in _BOUNDING
    return tuple(found) if joined and not bounded and _differ(context, found) else (number,)


def _differ(context: EventContext, numbers: Sequence[int]) -> bool:
    meanings = [context.meanings[one] for one in numbers]
    return all(meaning not in meanings[:at] for at, meaning in enumerate(meanings))


def _are_joined(context: EventContext, one: int, other: int) -> bool:
    first, last = context.meanings[one], context.meanings[other]
    if _kind(first) is None or _kind(first) != _kind(last):
        return False
    owners = context.syntax.owners
    if owners[context.times[one].start] != owners[context.times[other].start]:
        return False  # *was elected in 2003 and 2007, and in 2011 she retired*
    left, right = sorted((context.times[one], context.times[other]), key=lambda span: span.start)
    words = context.tree.lowers[left.end : right.start]
    return 0 < len(words) <= _MOST_BETWEEN and all(word in _BETWEEN for word in words)


def _words_between(context: EventContext, one: int, other: int) -> set[str]:
    return set(context.tree.lowers[context.times[one].end : context.times[other].start])


def _kind(meaning: Meaning) -> tuple[str, bool, bool] | None:
    """What a time must have in common with the others of its list: only plain days, months and years make one."""
    match meaning:
        case CalendarDate(_, month, day):
            return "date", month is None, day is None
        case Weekday():
            return "weekday", True, False
        case _:
            return None


def with_lists(
    context: EventContext, candidates: Sequence[EventCandidate]
) -> Iterator[tuple[EventCandidate, int | None]]:
    """Each candidate, and behind it itself at each other time of its list, with the number of that time."""
    times = {one.time for one in candidates if one.tie is Tie.OWN and one.time is not None}
    nearest: dict[int, EventCandidate] = {}
    for one in candidates:
        if one.time is not None and one.tie is Tie.OWN and _is_nearer(context, one, nearest.get(one.time)):
            nearest[one.time] = one
    given: set[int] = set()
    for one in candidates:
        yield one, None
        if one.time is not None and nearest.get(one.time) is one:
            for number in list_of(context, one.time, times):
                if number != one.time and number not in given:
                    given.add(number)
                    yield msgspec.structs.replace(one, time=number), number


def _is_nearer(context: EventContext, one: EventCandidate, other: EventCandidate | None) -> bool:
    if other is None or one.time is None:
        return True
    start = context.times[one.time].start
    return abs(one.trigger - start) < abs(other.trigger - start)
