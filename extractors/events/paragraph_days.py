"""News without a time, told on in the paragraph of a dated event; and what is of the day told last wherever it stands.

*A ferry sank off Skerra on Saturday. Divers have searched the wreck*: what a paragraph goes on to tell happened on the
day that it told of last, far more often than not: of 32 such lines in 44 articles of news that editors had dated, 31
had that day or a day left open. What stands in quotation marks goes back as often: *it has stood empty for long*. What
*was going on* is of that day in any paragraph, and so is what somebody *said* as long as the text tells of one day
alone: 13 lines gain by it, and two lose. It is no more than likely, and marked so.
"""

from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence

import msgspec

from extractors.events.event_candidates import EventCandidate
from extractors.events.event_context import EventContext
from extractors.events.fineness import fineness
from extractors.events.plain_pasts import is_plain_past
from extractors.events.status import read_status
from extractors.events.telling import background, is_earlier
from extractors.lexicons.scripts import MISHAPS, Part, scripts_of
from extractors.syntax.phrases import Range
from extractors.syntax.relations import Relation
from extractors.syntax.tenses import Aspect, Form, Modality, Tense
from timeline.meanings.composed import Bounded
from timeline.meanings.units import Unit
from timeline.model import Sense, Status, Tie

_TOLD = (Status.OCCURRED, Status.ALLEGED)
_TOLD_ON = (Relation.ROOT, Relation.CONJUNCT, Relation.ADVERBIAL, Relation.COMPLEMENT)
_TOLD_BEHIND = (Relation.CONJUNCT, Relation.COMPLEMENT)
"""Clauses that go on with a story: in the simple past, and in the perfect of what is reported."""
_ASIDE = (Relation.RELATIVE, Relation.ADNOMINAL)
_OF_A_DAY = (Tie.OWN, Tie.SCENE)


def on_days_of_paragraphs(
    context: EventContext, candidates: Sequence[EventCandidate], apart: Collection[int]
) -> Iterator[EventCandidate]:
    """Each candidate; news without a time has the day that its paragraph told of last.

    Args:
        context: the doc.
        candidates: what it tells of, in the order of the text.
        apart: the triggers of what is known to lie apart from what it is told beside.
    """
    starts, back = [start for start, _ in context.paragraphs], list(background(context))
    first: EventCandidate | None = None
    last: EventCandidate | None = None
    for one in candidates:
        if one.time is not None and _is_past_day(context, one):
            first, last = first or one, one
        elif one.tie is Tie.APART:
            last = None  # *was fired on Friday, six days after the ferry sank*: the story may go on with either
        if last is None or one.time is not None or one.trigger in apart:
            yield one
            continue
        same = bisect_right(starts, one.trigger) == bisect_right(starts, last.trigger)
        told_on = same and _goes_on(context, one, last.trigger, back)
        told_on = told_on or _was_under_way(context, one) or (_is_one_day(context, first, last) and _says(context, one))
        yield msgspec.structs.replace(one, time=last.time, tie=Tie.SCENE, apart=last.apart) if told_on else one


def _goes_on(context: EventContext, one: EventCandidate, last: int, back: Sequence[Range]) -> bool:
    """Whether something is told to have happened, and not as what lay behind what was told last."""
    if context.quoted[one.trigger] and not _is_of_a_mishap(context, one):
        return False
    if read_status(context, one)[0] is not Status.OCCURRED:
        return False
    if one.tie is Tie.NEWS:
        return True
    group, clause = context.groups.get(one.verb), context.syntax.clauses.get(one.verb)
    if group is None or clause is None or one.tie is not Tie.OWN or one.trigger != one.verb:
        return False
    if group.tense is not Tense.PAST or group.form is not Form.FINITE or group.modality is not Modality.INDICATIVE:
        return False
    if group.conditional or is_earlier(context, one.verb):
        return False
    gone_back = any(last < start <= one.trigger < end for start, end in back)
    told = _TOLD_BEHIND if group.aspect is Aspect.PERFECT else _TOLD_ON
    return clause.relation in told and not gone_back


def _is_of_a_mishap(context: EventContext, one: EventCandidate) -> bool:
    """*“Nobody was injured”*: such words are said of what was told last, also in quotation marks."""
    acts = scripts_of(Part.ACTS)
    lemma = context.tree.lemma_in(one.trigger, acts)
    return lemma is not None and bool(acts[lemma] & MISHAPS)


def _was_under_way(context: EventContext, one: EventCandidate) -> bool:
    """*It was carrying nine people*: what went on when it happened, wherever it is told."""
    return is_plain_past(context, one, (Aspect.PROGRESSIVE,)) and not context.quoted[one.trigger]


def _says(context: EventContext, one: EventCandidate) -> bool:
    """*The premier called it a disaster*: an act of saying is of the day of the news, where no other day was told."""
    clause = context.syntax.clauses.get(one.verb)
    main = clause is not None and clause.relation is Relation.ROOT and one.trigger in context.sayings.cues
    return main and is_plain_past(context, one, (Aspect.NONE,)) and not context.quoted[one.trigger]


def _is_one_day(context: EventContext, first: EventCandidate | None, last: EventCandidate) -> bool:
    if first is None or first.time is None or last.time is None:
        return False
    return context.meanings[first.time] == context.meanings[last.time]


def _is_past_day(context: EventContext, one: EventCandidate) -> bool:
    """Whether it is told to have happened on a day, and not aside: *a crash that killed nine on Saturday*."""
    if one.time is None or one.tie not in _OF_A_DAY:
        return False
    clause = context.syntax.clauses.get(one.verb)
    if clause is not None and clause.relation in _ASIDE:
        return False
    meaning, direction = context.meanings[one.time], context.directions[one.time]
    ahead = Sense.FUTURE in (direction.sense, direction.likelier)
    day = fineness(meaning) is Unit.DAY and not isinstance(meaning, Bounded)
    return day and not ahead and read_status(context, one)[0] in _TOLD
