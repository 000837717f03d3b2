"""What was over before a dated event: *before joining parliament she taught law*, with *she joined parliament in 1987*.

It is told as past from something that is past itself, so that the day of that, and no scene that is told around it, is
the last that it can be of. What is told to lie *shortly before*, or *two days before*, has a time of its own.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from extractors.events.candidates.event_candidates import EventCandidate
from extractors.events.context.event_context import EventContext
from extractors.events.scenes.plain_pasts import can_be_past, is_told
from extractors.lexicons import modifiers
from extractors.lexicons.kinship import roots
from extractors.syntax.clauses import Clause
from extractors.syntax.eventive import happens
from extractors.syntax.phrases import dated, phrase
from extractors.syntax.relations import NOUN_CLAUSES, Relation
from extractors.syntax.tenses import Form, Modality, Tense
from timeline.model import Tie

_BEFORE = frozenset("before prior until till".split())
_LEADING = frozenset("lead precede".split())
_MOST = 30
"""Dated events of one family of words that are looked at: of so many no one is meant."""
_UNTIL = frozenset("until till".split())
_KNOWN = frozenset("the this that".split())
_THE = _KNOWN | frozenset("his her its their".split())


def before_dated(context: EventContext, candidates: Sequence[EventCandidate]) -> Iterator[EventCandidate]:
    """Each candidate, in the order of the text; what is told to be before a dated event has that for its end."""
    reading = _Reading(context, candidates)
    ended: dict[int, int] = {}
    """By verb the times of those."""
    for one in candidates:
        time = reading.end(one) if one.time is None or one.tie is Tie.SCENE else None
        if time is None and one.tie is Tie.SCENE:
            time = _end_above(context, one, ended)
        if time is not None:
            ended[one.verb] = time
        yield one if time is None else msgspec.structs.replace(one, time=time, tie=Tie.BEFORE)


def _end_above(context: EventContext, one: EventCandidate, ended: Mapping[int, int]) -> int | None:
    """*The talks before the vote had two envoys, who quarrelled*: what is told in such a clause of the same scene."""
    clause = context.syntax.clauses.get(one.trigger)
    if clause is None or clause.relation not in NOUN_CLAUSES or clause.parent is None:
        return None
    time = ended.get(clause.parent)
    return time if time == one.time else None


class _Reading:
    """One doc, with the times of its past events by their roots."""

    def __init__(self, context: EventContext, candidates: Sequence[EventCandidate]) -> None:
        self.context, self.tree = context, context.tree
        self.told = defaultdict[str, list[tuple[int, int]]](list)
        for one in candidates:
            if one.time is not None and one.tie is Tie.OWN and can_be_past(context, one.time) and is_told(context, one):
                for root in roots(self.tree.lemmas[one.trigger]):
                    self.told[root].append((one.trigger, one.time))

    def end(self, one: EventCandidate) -> int | None:
        """The time of what an event was before."""
        group = self.context.groups.get(one.verb)
        if group is None or one.trigger != one.verb or group.conditional or group.modality is not Modality.INDICATIVE:
            return None
        if group.tense is not Tense.PAST or group.form is not Form.FINITE:
            return None
        for later in self._later(one.verb):
            time = self._own_time(later)
            if time is None:
                time = one.time if one.tie is Tie.SCENE and self._is_scene(later) else self._time_elsewhere(later)
            if time is not None:
                return None if self._is_told_with_another(one, time) else time
        return None

    def _is_told_with_another(self, one: EventCandidate, time: int) -> bool:
        """*The strike began in May, then went on for days, before ending in June*: it has the time told before it."""
        start, end = self.context.sentence(one.trigger)
        return one.time not in (None, time) and start <= self.context.times[one.time].start < end

    def _is_scene(self, later: int) -> bool:
        """*The town voted on Friday. … Before the election it had nine seats*: what the scene is of, as it seems."""
        below = [self.tree.lowers[at] for at in self.tree.children[later]]
        return happens(self.tree, later) and not _KNOWN.isdisjoint(below) and _UNTIL.isdisjoint(below)

    def _later(self, verb: int) -> Iterator[int]:
        """The verbs and nouns for what it was before."""
        for below in self.context.syntax.below.get(verb, ()):
            clause = self.context.syntax.clauses[below]
            if clause.relation is Relation.ADVERBIAL and self._leads(clause.markers):
                yield below
        subject = self.context.syntax.clauses[verb].subject
        led = () if subject is None else self._led_up_to(subject)
        for noun in (*self.tree.children[verb], *led):
            cases = [at for at in self.tree.children[noun] if self.tree.relations[at] is Relation.CASE]
            if (noun in led or self._leads(cases)) and noun not in self.context.timed:
                yield noun

    def _led_up_to(self, subject: int) -> list[int]:
        """*The hearings leading up to the ruling*, *the talks preceding the vote*."""
        tree, clauses = self.tree, self.context.syntax.clauses
        on_it = (clauses[at] for at in tree.children[subject] if at in clauses and tree.lemmas[at] in _LEADING)
        return [
            noun
            for clause in on_it
            for noun in tree.children[clause.verb]
            if noun > clause.verb and happens(tree, noun)
        ]

    def _leads(self, markers: Sequence[int]) -> bool:
        """*Before*, but not *shortly before*, *two days before*, *not until*."""
        first = next((at for at in markers if self.tree.lowers[at] in _BEFORE), None)
        if first is None:
            return False
        near = first and (first - 1 in self.context.timed or self.tree.lowers[first - 1] in modifiers.close_adverbs())
        return not near and not (first and self.tree.lowers[first - 1] == "not")

    def _time_elsewhere(self, later: int) -> int | None:
        """*Before resigning*, told of as well in *resigned on Tuesday*, the only such event that the text dates."""
        clause = self.context.syntax.clauses.get(later)
        if clause is None and not self._is_known(later):
            return None
        akin = {one for root in roots(self.tree.lemmas[later]) for one in self.told.get(root, ())[:_MOST]}
        times = {time for at, time in akin if at != later and self._may_be_same(clause, at)}
        return times.pop() if len(times) == 1 else None

    def _is_known(self, noun: int) -> bool:
        return happens(self.tree, noun) and any(self.tree.lowers[at] in _THE for at in self.tree.children[noun])

    def _own_time(self, later: int) -> int | None:
        """*Before applying for a job in 1965*, *prior to the 2011 vote*."""
        clause = self.context.syntax.clauses.get(later)
        start, end = phrase(self.context.syntax, later) if clause is None else self.context.sentence(later)
        for number, span in self.context.times_within(start, end).items():
            its = clause is None or dated(self.context.syntax, span.start, span.end) == later
            if its and can_be_past(self.context, number):
                return number
        return None

    def _may_be_same(self, clause: Clause | None, at: int) -> bool:
        """Whether another mention of such an event has the same object and may have the same subject."""
        other = self.context.syntax.clauses.get(at)
        if clause is None or other is None:
            return True
        mine, its = clause.objects[:1], other.objects[:1]
        if bool(mine) is not bool(its) or (mine and not self._same(mine[0], its[0])):
            return False
        one, who = clause.understood_subject, other.understood_subject
        cast = self.context.cast
        return one is None or who is None or self._same(one, who) or not (cast.ids(one) and cast.ids(who))

    def _same(self, one: int, other: int) -> bool:
        cast = self.context.cast
        return self.tree.lemmas[one] == self.tree.lemmas[other] or bool(cast.ids(one) & cast.ids(other))
