"""Events by which it is told when a dated one was: *was fired on Friday, six days after the ferry sank*."""

from bisect import bisect_right
from collections.abc import Collection

from extractors.events.context.event_context import EventContext
from extractors.events.context.fineness import fineness
from extractors.syntax.eventive import happens
from extractors.syntax.phrases import governor
from extractors.syntax.relations import SUBJECTS, Relation
from extractors.syntax.tenses import Form
from extractors.time_expressions.counted_events import CountedEvent
from timeline.meanings import Meaning
from timeline.meanings.composed import unhedged
from timeline.meanings.counted import Shift, Some
from timeline.meanings.units import CLOCK_UNITS, Unit
from timeline.model import Sense

_HIGHEST = 5
"""Clauses climbed through to the one that is dated."""
_FARTHEST = 25
"""Words from *after* to the verb of the event."""
_COUNTED_IN = {Unit.MONTH: (Unit.MONTH, Unit.YEAR), Unit.YEAR: (Unit.YEAR,)}
"""By how fine a time is, the units that can be counted from it; from a day all can."""
_BEHIND = frozenset((Relation.COMPLEMENT, Relation.PARATAXIS))
DASHES = frozenset("— – -- - (".split())
"""Before what tells a time once more by what it comes before or after."""
_COMES = frozenset(("come",))
_KNOWN = frozenset("the this that".split())
_PARAGRAPHS = 5
"""Paragraphs from where a day is told to what *came* so long after something else."""
_BESIDE = frozenset((Relation.ROOT, Relation.PARATAXIS, Relation.CONJUNCT, Relation.ADVERBIAL, Relation.ADNOMINAL))


def count_back(
    context: EventContext, verbs: dict[int, int], apart: dict[int, tuple[int, int]], taken_up: dict[int, int]
) -> None:
    """Find the events that others are told to have come so long after.

    Args:
        context: the doc.
        verbs: by verb the time that dates it; of such an event it is taken away.
        apart: is given the time that each counts back from, and how far.
        taken_up: is given the time of those that were the same day, as it seems: *hours after the ferry sank*.
    """
    events = {number: _told(context, event) for number, event in context.counted.items()}
    for told in events.values():
        if told is not None and verbs.get(told) in events:
            del verbs[told]  # *hours after it fell by 76 to 75 and two days after its leader left*
    for number, told in events.items():
        if told is None:
            continue
        base = stands_beside(context, number)
        if base is not None and verbs.get(told) == base:  # *in March, six months after it fell, they came*
            del verbs[told]
            _give_to_main(context, verbs, told, base)
        base = _above(context, verbs, told, number) if base is None else base
        meaning = unhedged(context.meanings[number])
        if base is None and isinstance(meaning, Shift) and meaning.unit in CLOCK_UNITS:
            base = _before(context, verbs, events, number)
        if base is None and told not in verbs:
            base = _of_what_comes(context, verbs, taken_up, number)
        if base is None or told in verbs:
            continue
        if isinstance(meaning, Shift | Some) and meaning.unit in CLOCK_UNITS:
            taken_up.setdefault(told, base)
        elif isinstance(meaning, Shift) and _counts(meaning, context.meanings[base]):
            apart[told] = base, number


def dated_by_count(context: EventContext, number: int, event: int) -> int | None:
    """The word above what is counted from: *two days after the vote she left*, she left then.

    Where a parser takes the event for the main clause, the one behind it that has a subject of its own.
    """
    above = governor(context.syntax, event)
    if above is not None or event not in context.groups or stands_beside(context, number) is not None:
        return above
    behind = (context.syntax.clauses[verb] for verb in context.syntax.below.get(event, ()) if verb in context.groups)
    main = (one for one in behind if one.verb > event and one.relation in _BEHIND and not one.markers)
    return next((one.verb for one in main if one.subject is not None and one.subject > event), None)


def _told(context: EventContext, event: CountedEvent) -> int | None:
    """The verb or noun for it; of a subject whose verb a parser has put elsewhere, that verb."""
    tree, told = context.tree, event.head
    if tree.relations[told] in SUBJECTS and context.syntax.owners[told] in context.groups:
        return context.syntax.owners[told]  # *after the ferry* for *after it sank*
    if told in context.groups:
        return told
    last = min(context.sentence(told)[1], told + _FARTHEST)
    verb = next((at for at in range(told + 1, last) if at in context.groups), None)
    if verb is not None and _is_its_verb(context, told, verb):
        return verb
    return told if happens(tree, told) else None


def _is_its_verb(context: EventContext, noun: int, verb: int) -> bool:
    """*Two days after the firm, a maker of tyres, walked out*: a past right behind it that has no subject."""
    if context.groups[verb].form is not Form.FINITE or context.tree.tags[verb] != "VBD":
        return False
    clause = context.syntax.clauses[verb]
    if context.tree.relations[verb - 1] is Relation.COORDINATOR:
        return False  # *set out on Friday, two days after the talks, and took the pass*
    between = [at for at in range(noun + 1, verb) if context.tree.relations[at] in SUBJECTS]
    beside = between == [clause.subject] and context.tree.lowers[verb - 1] == "," == context.tree.lowers[noun + 1]
    return ((clause.subject is None and not between) or beside) and not clause.markers and clause.relation in _BESIDE


def stands_beside(context: EventContext, number: int) -> int | None:
    """The time right before it: *on Friday, six days after the ferry sank*."""
    start = context.times[number].start
    if not start or context.tree.lowers[start - 1] not in DASHES | {","}:
        return None
    before = context.times_within(context.sentence(start)[0], start - 1)
    return next((n for n, span in before.items() if span.end == start - 1), None)


def _above(context: EventContext, verbs: dict[int, int], told: int, number: int) -> int | None:
    """The time of the clause that it is told in."""
    above: int | None = told
    for _ in range(_HIGHEST):
        above = None if above is None else governor(context.syntax, above)
        time = verbs.get(-1 if above is None else above)
        if time is not None and time != number:
            return time
    return None


def _before(context: EventContext, verbs: dict[int, int], events: Collection[int], number: int) -> int | None:
    """The last time before it in its sentence: *the order, given at noon, came an hour after the men had left*."""
    start = context.times[number].start
    first, last = context.sentence(start)
    dating = {verbs[at] for at in range(first, last) if at in verbs}
    before = context.times_within(first, start)
    return next((n for n in reversed(before) if n in dating and n not in events), None)


def _of_what_comes(context: EventContext, verbs: dict[int, int], taken_up: dict[int, int], number: int) -> int | None:
    """*She endorsed him on Friday. … The endorsement comes three days after she refused*: the day told of last.

    In three articles that editors had dated that is the day of what *comes*, where nothing else dates it.
    """
    verb = next((at for at, time in verbs.items() if time == number), None)
    if verb is None or context.tree.lemma_in(verb, _COMES) is None:
        return None
    subject = context.syntax.clauses[verb].subject
    if subject is None or not any(context.tree.lowers[at] in _KNOWN for at in context.tree.children[subject]):
        return None
    starts = [start for start, _ in context.paragraphs]
    told = (at for at in sorted(verbs, reverse=True) if at < verb and _is_of_a_past_day(context, verbs[at]))
    last = next(told, None)
    if last is None or bisect_right(starts, verb) - bisect_right(starts, last) > _PARAGRAPHS:
        return None
    base = verbs[last]
    del verbs[verb]
    taken_up.setdefault(verb, base)
    return base


def _is_of_a_past_day(context: EventContext, number: int) -> bool:
    ahead = context.directions[number].sense is Sense.FUTURE
    return not ahead and number not in context.counted and fineness(context.meanings[number]) is Unit.DAY


def _give_to_main(context: EventContext, verbs: dict[int, int], told: int, time: int) -> None:
    """Date the verb that a parser has put beside that of the event."""
    first, last = context.sentence(told)
    beside = (
        verb
        for verb in range(told + 1, last)
        if verb in context.groups and context.groups[verb].form is Form.FINITE and context.syntax.clauses[verb].subject
    )
    main = next(beside, None)
    if main is not None and main not in verbs and first <= context.times[time].start < told:
        verbs[main] = time


def _counts(count: Shift, base: Meaning) -> bool:
    unit = fineness(base)
    return unit is Unit.DAY or (unit is not None and count.unit in _COUNTED_IN.get(unit, ()))
