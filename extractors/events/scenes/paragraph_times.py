"""News without a time, told on in the paragraph of a dated event: it has the day, month or year told of last there.

*A ferry sank off Skerra on Saturday. Divers have searched the wreck*: what a paragraph goes on to tell happened on the
day that it told of last, far more often than not: of 32 such lines in 44 articles of news that editors had dated, 31
had that day or a day left open. What stands in quotation marks goes back as often: *it has stood empty for long*. What
*was going on* is of that day in any paragraph, and so is what somebody *said* as long as the text tells of one day
alone: 13 lines gain by it, and two lose.

*In 1998 she founded the firm. She hired nine people*: so is it with a year or month, of the simple past alone, since a
life is told in years and a perfect looks back on all of it. Of 48 such lines in 18 articles that editors had dated, 39
had the year that their paragraph told of last, or none that is known; without it 26 of them were right.

Days come first: what has one needs no year. Either is no more than likely, and marked so.
"""

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Protocol

import msgspec

from extractors.events.candidates.event_candidates import EventCandidate
from extractors.events.context.event_context import EventContext
from extractors.events.context.fineness import fineness
from extractors.events.scenes.plain_pasts import can_be_past, is_plain_past, is_told, only_begins
from extractors.events.scenes.scene_times import fixes_year
from extractors.events.scenes.telling import background, is_earlier
from extractors.events.status.status import read_status
from extractors.lexicons.scripts import MISHAPS, Part, scripts_of
from extractors.syntax.relations import Relation
from extractors.syntax.tenses import Aspect, Form, Modality, Tense
from timeline.meanings.composed import Bounded
from timeline.meanings.units import Unit
from timeline.model import Sense, Status, Tie

_TOLD_ON = (Relation.ROOT, Relation.CONJUNCT, Relation.ADVERBIAL, Relation.COMPLEMENT)
_TOLD_BEHIND = (Relation.CONJUNCT, Relation.COMPLEMENT)
"""Clauses that go on with a story: in the simple past, and in the perfect of what is reported."""
_ASIDE = (Relation.RELATIVE, Relation.ADNOMINAL)
_DATED = (Tie.OWN, Tie.SCENE)
_LONG = (Unit.MONTH, Unit.YEAR)
_BORN = frozenset(("bear",))


class _Size(Protocol):
    """Times of one size, and the event that was told of one last."""

    last: EventCandidate | None

    def take(self, one: EventCandidate) -> None:
        """Read on past an event: the story goes on in its time, or in none that is known."""

    def goes_on(self, one: EventCandidate, last: EventCandidate) -> bool:
        """Whether an event without a time is of that of the last."""


def told_on(
    context: EventContext, candidates: Sequence[EventCandidate], apart: Collection[int]
) -> list[EventCandidate]:
    """Each candidate; news without a time has the day, else the month or year, that its paragraph told of last.

    Args:
        context: the doc.
        candidates: what it tells of, in the order of the text.
        apart: the triggers of what is known to lie apart from what it is told beside.
    """
    starts = [start for start, _ in context.paragraphs]
    with_days = _told_on(candidates, _Days(context, starts, apart))
    return list(_told_on(with_days, _Years(context, starts)))


def _told_on(candidates: Iterable[EventCandidate], size: _Size) -> Iterator[EventCandidate]:
    for one in candidates:
        size.take(one)
        last = size.last
        if last is not None and one.time is None and size.goes_on(one, last):
            yield _in_time_of(one, last)
        else:
            yield one


def _in_time_of(one: EventCandidate, last: EventCandidate) -> EventCandidate:
    return msgspec.structs.replace(one, time=last.time, tie=Tie.SCENE, apart=last.apart)


def _are_in_one(starts: Sequence[int], one: EventCandidate, last: EventCandidate) -> bool:
    """Whether two events are told in one of the paragraphs that start there."""
    return bisect_right(starts, one.trigger) == bisect_right(starts, last.trigger)


class _Days:
    """The day of the news, which its paragraph goes on with."""

    def __init__(self, context: EventContext, starts: Sequence[int], apart: Collection[int]) -> None:
        self.context, self.starts, self.apart, self.back = context, starts, apart, list(background(context))
        self.first: EventCandidate | None = None
        self.last: EventCandidate | None = None

    def take(self, one: EventCandidate) -> None:
        if self._is_past_day(one):
            self.first, self.last = self.first or one, one
        elif one.tie is Tie.APART:
            self.last = None  # *was fired on Friday, six days after the ferry sank*: the story may go on with either

    def goes_on(self, one: EventCandidate, last: EventCandidate) -> bool:
        if one.trigger in self.apart:
            return False
        told = _are_in_one(self.starts, one, last) and self._is_told_next(one, last.trigger)
        return told or self._was_under_way(one) or (self._is_one_day(last) and self._says(one))

    def _is_told_next(self, one: EventCandidate, last: int) -> bool:
        """Whether something is told to have happened, and not as what lay behind what was told last."""
        context = self.context
        if context.quoted[one.trigger] and not self._is_of_a_mishap(one):
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
        gone_back = any(last < start <= one.trigger < end for start, end in self.back)
        told = _TOLD_BEHIND if group.aspect is Aspect.PERFECT else _TOLD_ON
        return clause.relation in told and not gone_back

    def _is_of_a_mishap(self, one: EventCandidate) -> bool:
        """*“Nobody was injured”*: such words are said of what was told last, also in quotation marks."""
        acts = scripts_of(Part.ACTS)
        lemma = self.context.tree.lemma_in(one.trigger, acts)
        return lemma is not None and bool(acts[lemma] & MISHAPS)

    def _was_under_way(self, one: EventCandidate) -> bool:
        """*It was carrying nine people*: what went on when it happened, wherever it is told."""
        return is_plain_past(self.context, one, (Aspect.PROGRESSIVE,)) and not self.context.quoted[one.trigger]

    def _says(self, one: EventCandidate) -> bool:
        """*The premier called it a disaster*: an act of saying is of the day of the news, where no other was told."""
        clause = self.context.syntax.clauses.get(one.verb)
        main = clause is not None and clause.relation is Relation.ROOT and one.trigger in self.context.sayings.cues
        return main and is_plain_past(self.context, one, (Aspect.NONE,)) and not self.context.quoted[one.trigger]

    def _is_one_day(self, last: EventCandidate) -> bool:
        first, meanings = self.first, self.context.meanings
        if first is None or first.time is None or last.time is None:
            return False
        return meanings[first.time] == meanings[last.time]

    def _is_past_day(self, one: EventCandidate) -> bool:
        """Whether it is told to have happened on a day, and not aside: *a crash that killed nine on Saturday*."""
        if one.time is None or one.tie not in _DATED:
            return False
        clause = self.context.syntax.clauses.get(one.verb)
        if clause is not None and clause.relation in _ASIDE:
            return False
        meaning, direction = self.context.meanings[one.time], self.context.directions[one.time]
        if self.context.tree.lemmas[one.trigger] in _BORN and fixes_year(meaning):
            return False
        ahead = Sense.FUTURE in (direction.sense, direction.likelier)
        day = fineness(meaning) is Unit.DAY and not isinstance(meaning, Bounded)
        return day and not ahead and is_told(self.context, one)


class _Years:
    """The year or month of a life or a history, which its paragraph goes on with."""

    def __init__(self, context: EventContext, starts: Sequence[int]) -> None:
        self.context, self.starts = context, starts
        self.last: EventCandidate | None = None

    def take(self, one: EventCandidate) -> None:
        if one.time is not None:
            self.last = one if one.tie in _DATED else None

    def goes_on(self, one: EventCandidate, last: EventCandidate) -> bool:
        if one.tie is not Tie.OWN or not _are_in_one(self.starts, one, last):
            return False
        if not self._sets_a_year(last) or not self._is_plain(one) or self._leaves(one, last):
            return False
        return self._occurred(_in_time_of(one, last))  # *the tower was the highest* is a state in a year

    def _sets_a_year(self, last: EventCandidate) -> bool:
        """Whether a story goes on in the year of an event: not in that of a birth, or of what only began then."""
        context = self.context
        if last.time is None or fineness(context.meanings[last.time]) not in _LONG or only_begins(context, last):
            return False
        born = context.tree.lemmas[last.trigger] in _BORN
        return can_be_past(context, last.time) and is_told(context, last) and not born

    def _is_plain(self, one: EventCandidate) -> bool:
        return is_plain_past(self.context, one, (Aspect.NONE,)) and self._occurred(one)

    def _occurred(self, one: EventCandidate) -> bool:
        return read_status(self.context, one)[0] is Status.OCCURRED

    def _leaves(self, one: EventCandidate, last: EventCandidate) -> bool:
        """*He said he saw her in 1981. The lawyer denied it*, *helped with the deal that was signed in 2015*."""
        context = self.context
        inside = context.sayings.said_by(last.trigger)
        if inside is not None and context.sayings.said_by(one.trigger) != inside:
            return True
        start, end = context.sentence(one.trigger)
        times = context.times_within(start, end)
        return any(number != last.time and fineness(context.meanings[number]) in _LONG for number in times)
