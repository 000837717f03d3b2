"""What is known of an event without a time by the moment of telling: news, a state of now, what has gone on for long.

News that tells no time had happened by publication, which is a bound and no date.

*The council has approved the plan* and a plain past in a paragraph that goes back to nothing are the news of their
article. Biography, background and asides (a relative clause, a past perfect, a paragraph that has gone back to another
year) may be of any age, and stay undated.
"""

import sys
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from extractors.events.candidates.event_candidates import EventCandidate
from extractors.events.candidates.states import is_of_now
from extractors.events.context.event_context import EventContext
from extractors.events.context.fineness import fineness
from extractors.events.status.status import read_status
from extractors.lexicons import modifiers
from extractors.syntax.phrases import Range
from extractors.syntax.relations import NOUN_CLAUSES
from extractors.syntax.tenses import Aspect, Form, Modality, Tense
from extractors.verb_groups import VerbGroup
from timeline.meanings.units import Unit
from timeline.model import Sense, Status, Tie

_TOLD = (Status.OCCURRED, Status.ALLEGED)
_RECENT = (Unit.DAY, Unit.WEEK, Unit.WEEKEND)


def by_telling(context: EventContext, candidates: Sequence[EventCandidate]) -> list[EventCandidate]:
    """What is told; what has no time, by how it stands to the moment of telling."""
    back, lengths, deadlines = (
        list(background(context)),
        context.lengths("for"),
        context.lengths("within") | context.deadlines,
    )
    return [one if one.time is not None else _placed(context, one, back, lengths, deadlines) for one in candidates]


def _placed(
    context: EventContext,
    one: EventCandidate,
    back: list[Range],
    lengths: Mapping[int, int],
    deadlines: Mapping[int, int],
) -> EventCandidate:
    group = context.groups.get(one.verb)
    if group is None or one.trigger != one.verb:
        return one
    if one.verb in deadlines and read_status(context, one)[0] in (Status.PLANNED, Status.FORECAST):
        return msgspec.structs.replace(one, time=deadlines[one.verb], tie=Tie.WITHIN)
    if group.conditional or group.form is not Form.FINITE:
        return one
    perfect = group.tense is Tense.PRESENT and group.aspect in (Aspect.PERFECT, Aspect.PERFECT_PROGRESSIVE)
    if perfect and one.verb in lengths:
        return msgspec.structs.replace(one, time=lengths[one.verb], tie=Tie.LASTING)
    if is_of_now(context, group) or _goes_on(context, one, group):
        return msgspec.structs.replace(one, tie=Tie.PRESENT)
    return msgspec.structs.replace(one, tie=Tie.NEWS) if _is_news(context, one, group, back) else one


def _goes_on(context: EventContext, one: EventCandidate, group: VerbGroup) -> bool:
    """*The firms are in talks*, *the share is slipping*: told in the present as what goes on."""
    present = group.tense is Tense.PRESENT and group.aspect in (Aspect.NONE, Aspect.PROGRESSIVE)
    in_clause = context.syntax.clauses[one.verb].relation not in NOUN_CLAUSES
    return present and in_clause and read_status(context, one)[0] is Status.ONGOING


def _is_news(context: EventContext, one: EventCandidate, group: VerbGroup, back: list[Range]) -> bool:
    if group.modality is not Modality.INDICATIVE or read_status(context, one)[0] not in _TOLD:
        return False
    if context.syntax.clauses[one.verb].relation in NOUN_CLAUSES or is_earlier(context, one.verb):
        return False
    if group.tense is Tense.PRESENT:
        return group.aspect in (Aspect.PERFECT, Aspect.PERFECT_PROGRESSIVE)
    plain = group.tense is Tense.PAST and group.aspect is not Aspect.PERFECT
    return plain and not is_within(one.trigger, back)


def is_within(at: int, ranges: Sequence[Range]) -> bool:
    """Whether a token stands in one of some ranges in the order of the text."""
    before = bisect_right(ranges, (at, sys.maxsize)) - 1
    return before >= 0 and at < ranges[before][1]


def is_earlier(context: EventContext, verb: int) -> bool:
    """Whether a verb is told to lie further back: *had earlier left*, *previously voted*."""
    tree = context.tree
    return any(tree.lowers[at] in modifiers.earlier_adverbs() for at in tree.children[verb])


def background(context: EventContext) -> Iterator[Range]:
    """From where a paragraph goes back, by a past perfect or a time longer ago than days, to its end; token ranges.

    *As of Friday nobody had been found* goes back to no other day than Friday.
    """
    finite = ((at, one) for at, one in context.groups.items() if one.form is Form.FINITE)
    perfect = [at for at, one in finite if one.tense is Tense.PAST and one.aspect is Aspect.PERFECT]
    fronted = {context.sentence(span.start): span.start for n, span in context.times.items() if _is_recent(context, n)}
    perfect = [at for at in perfect if fronted.get(context.sentence(at), at) >= at]
    back = sorted([*perfect, *(span.start for number, span in context.times.items() if _is_long_ago(context, number))])
    for start, end in context.paragraphs:
        at = bisect_left(back, start)
        if at < len(back) and back[at] < end:
            yield context.sentence(back[at])[0], end


def _is_long_ago(context: EventContext, number: int) -> bool:
    direction = context.directions[number]
    past = Sense.PAST in (direction.sense, direction.likelier)
    return past and not _is_recent(context, number)


def _is_recent(context: EventContext, number: int) -> bool:
    return fineness(context.meanings[number]) in _RECENT
