"""What is said counts from the speaking: `said Saturday … in eight days`, `in a letter dated 10 May she wrote`."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from operator import itemgetter

import msgspec
from spacy.tokens import Doc

from extractors import quotations
from extractors.events.records import events
from timeline.meanings import Meaning
from timeline.meanings.composed import Bounded, Clock, PartOfDay, PartOfPeriod, Range
from timeline.meanings.counted import Period, Shift, Trailing, Weekday
from timeline.meanings.named import CalendarDate, Holiday
from timeline.meanings.units import Anchor, Unit
from timeline.model import Attribution, Role, Sense, Tie, TimeExpression

_NEAR_CUE = 12
"""Characters between a cue and the time that dates the saying: `said on Friday`."""
_SHORTLY_BEFORE = 30
"""Characters between a time and the cue after it that it still dates: `in a video posted on Sunday she called`."""
_BEFORE_SINCE = 60
"""Characters between the day of a count and *since*."""
_MOST_INSIDE = 100
"""Times in what one cue tells: sayings within sayings must not cost their number times itself."""
_SENTENCE_ENDS = re.compile(r"[.!?:]\s|\n\s*\n")


def with_speech(
    doc: Doc, expressions: Sequence[TimeExpression], attributions: Iterable[Attribution]
) -> list[TimeExpression]:
    """Each expression inside what somebody says with the expression that dates the saying, if there is one."""
    settled = list(expressions)
    speech = _Speech(doc, expressions)
    before: tuple[Attribution, int] | None = None
    said: dict[str, int] = {}
    """By speaker the day of their last saying that has one."""
    for attribution in attributions:
        inside = speech.inside(attribution)
        dating = speech.dating(attribution, inside)
        if dating is not None:
            before = attribution, dating
            if attribution.speaker:
                said[attribution.speaker] = dating
            for at in inside:
                settled[at] = msgspec.structs.replace(settled[at], spoken=dating, verbatim=speech.is_quoted(at))
        elif before is not None and speech.goes_on(before[0], attribution):
            for at in inside:
                if _is_to_come(settled[at]):
                    settled[at] = msgspec.structs.replace(settled[at], spoken=before[1])
        supposed = None if dating is not None else speech.supposed(attribution, said, before)
        if supposed is not None:
            for at in inside:
                near = _is_of_these_days(settled[at].meaning) or (
                    attribution.speaker in said and _counts_from_saying(settled[at].meaning)
                )
                if settled[at].spoken is None and speech.is_quoted(at) and near:
                    settled[at] = msgspec.structs.replace(settled[at], spoken=supposed, verbatim=True, supposed=True)
    return [_beside_speech(speech, at, one) for at, one in enumerate(settled)]


def _beside_speech(speech: "_Speech", at: int, one: TimeExpression) -> TimeExpression:
    """What no saying is known to hold: a day of quoted words is supposed, and a count goes up to its own day."""
    if one.spoken is None and _is_of_these_days(one.meaning, beside=True) and speech.is_quoted(at):
        return msgspec.structs.replace(one, supposed=True)
    if one.spoken is None and isinstance(one.meaning, Range) and one.meaning.end is None:
        return msgspec.structs.replace(one, spoken=speech.counted_on(at))
    return one


def _is_of_these_days(meaning: Meaning, *, beside: bool = False) -> bool:
    """*Today*, *last night*, *tomorrow morning*: a day by the one on which it is said, or one `beside` that."""
    while isinstance(meaning, PartOfDay | Clock | PartOfPeriod):
        meaning = meaning.base
    return isinstance(meaning, Period) and meaning.unit is Unit.DAY and (bool(meaning.offset) or not beside)


def _counts_from_saying(meaning: Meaning) -> bool:
    """*In ten days*, *within the next two weeks*: so long from the day on which it is said."""
    match meaning:
        case Shift(count=count, unit=unit, anchor=Anchor.PUBLICATION) | Trailing(count=count, unit=unit) if count > 0:
            return unit in (Unit.DAY, Unit.WEEK)
        case Bounded(base=base) | Range(start=None, end=base) if base is not None:
            return _counts_from_saying(base)
        case _:
            return False


def _is_to_come(one: TimeExpression) -> bool:
    """Whether a time lay ahead of the speaking, so that it can't be before it."""
    ahead = one.direction.sense is Sense.EITHER and one.direction.likelier is Sense.FUTURE
    return ahead and isinstance(one.meaning, Weekday)


class _Speech:
    """The times of one doc, to be looked up by where they are."""

    def __init__(self, doc: Doc, expressions: Sequence[TimeExpression]) -> None:
        self.doc, self.expressions, self.text = doc, expressions, doc.text
        self.starts, self.ends = [one.start for one in expressions], [one.end for one in expressions]
        self.quoted = sorted((span.start_char, span.end_char) for span in doc.spans.get(quotations.KEY, ()))
        self.breaks = [gap.start() for gap in re.finditer(r"\n\n", self.text)]
        self.dated = [one for one in events(doc) if one.time is not None]
        own = (one for one in self.dated if one.tie is Tie.OWN)
        self.timed = sorted((doc[one.trigger[0]].idx, one.time) for one in own if one.time is not None)

    def inside(self, attribution: Attribution) -> list[int]:
        """The expressions in what is said."""
        runs = ((bisect_left(self.starts, start), bisect_right(self.ends, end)) for start, end in attribution.content)
        within = [at for first, last in runs for at in range(first, min(last, first + _MOST_INSIDE))]
        ends = {end for _, end in attribution.content}
        behind = (bisect_left(self.starts, end) for end in ends)
        return within + [at for at in behind if at not in within and self._ends_it(at, ends)]

    def goes_on(self, before: Attribution, attribution: Attribution) -> bool:
        """Whether a speaker goes on within the paragraph: *On Sunday she called for calm. She asked people to …*."""
        start, end = before.cue[0][1], attribution.cue[0][0]
        together = bisect_left(self.breaks, start) == bisect_left(self.breaks, end - 1)
        return bool(before.speaker) and before.speaker == attribution.speaker and together

    def supposed(
        self, attribution: Attribution, said: Mapping[str, int], before: tuple[Attribution, int] | None
    ) -> int | None:
        """The day of words that nothing dates: that on which their speaker did something, said so just before.

        Else that of the last dated saying of the same speaker, else of anybody: papers gather what was said on one day.
        """
        acted = self._acted(attribution)
        if acted is not None or attribution.speaker in said:
            return said[attribution.speaker] if acted is None else acted
        return None if before is None or not attribution.speaker else before[1]

    def _acted(self, attribution: Attribution) -> int | None:
        """*On Monday Rask endorsed her. “Today I leave the race,” he said*: an act told before in the paragraph."""
        start = min(start for start, _ in (*attribution.cue, *attribution.content))
        paragraph = bisect_left(self.breaks, start)
        earlier = self.acts.get(attribution.actor, ())
        last = bisect_left(earlier, (start, 0)) - 1
        if last < 0 or bisect_left(self.breaks, earlier[last][0]) != paragraph:
            return None
        return earlier[last][1]

    @cached_property
    def acts(self) -> dict[str, list[tuple[int, int]]]:
        """By actor what they did on a day that is past, where it is told and the time that dates it."""
        acts = defaultdict[str, list[tuple[int, int]]](list)
        for one in self.dated:
            if one.time is None or one.tie is not Tie.OWN:
                continue
            time = self.expressions[one.time]
            for actor, role in one.participants:
                if actor and role is Role.AGENT and _names_day(time.meaning) and time.direction.sense is Sense.PAST:
                    acts[actor].append((self.doc[one.trigger[0]].idx, one.time))
        return acts

    def _ends_it(self, at: int, ends: Iterable[int]) -> bool:
        """Whether a time to come follows what is asked for: parsers often hang it on the asking."""
        return at < len(self.starts) and self.starts[at] - 1 in ends and _is_to_come(self.expressions[at])

    def dating(self, attribution: Attribution, inside: Sequence[int]) -> int | None:
        """The day of a saying: behind its cue, or what dates its verb."""
        start, end = attribution.cue[0]
        behind = range(bisect_left(self.starts, end), bisect_right(self.starts, end + _NEAR_CUE))
        near = [at for at in behind if not _SENTENCE_ENDS.search(self.text, end, self.starts[at])]
        of_verb = self.timed[bisect_left(self.timed, (start, 0)) : bisect_left(self.timed, (end, 0))]
        candidates = [*near, *(time for _, time in of_verb if _names_day(self.expressions[time].meaning))]
        dating = next((at for at in candidates if at not in inside), None)
        return self._before(start, inside) if dating is None else dating

    def _before(self, cue: int, inside: Sequence[int]) -> int | None:
        """*In a video posted on Sunday she called for …*: a past day shortly before the cue, in its sentence."""
        at = bisect_left(self.starts, cue) - 1
        if at < 0 or at in inside or cue - self.ends[at] > _SHORTLY_BEFORE:
            return None
        one = self.expressions[at]
        leads = one.direction.sense is Sense.PAST and _names_day(one.meaning)
        return at if leads and not _SENTENCE_ENDS.search(self.text, self.ends[at], cue) else None

    def counted_on(self, at: int) -> int | None:
        """*On Friday a clerk put the count at 29 since Wednesday*: the past day before it, in its sentence."""
        day = at - 1
        if day < 0 or self.starts[at] - self.ends[day] > _BEFORE_SINCE:
            return None
        one = self.expressions[day]
        told = one.direction.sense is Sense.PAST and _names_day(one.meaning)
        return day if told and not _SENTENCE_ENDS.search(self.text, self.ends[day], self.starts[at]) else None

    def is_quoted(self, at: int) -> bool:
        """Whether an expression stands in quotation marks."""
        start = self.starts[at]
        mark = bisect_right(self.quoted, start, key=itemgetter(0)) - 1
        return mark >= 0 and start < self.quoted[mark][1]


def _names_day(meaning: Meaning) -> bool:
    """Whether a time can be the day of a saying: not that of a figure beside it, *up from $1.61 a year earlier*."""
    match meaning:
        case PartOfDay(base=base) | Clock(base=base) | PartOfPeriod(base=base):
            return _names_day(base)
        case CalendarDate(day=day):
            return day is not None
        case _:
            return isinstance(meaning, Weekday | Holiday) or (isinstance(meaning, Period) and meaning.unit is Unit.DAY)
