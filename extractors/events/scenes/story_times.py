"""The times that a text has told before an event without one of its own, or beside it: between them there is to choose.

What the rules have put into a scene is offered the time of that beside the others.

`likely_times.py` chooses.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Sequence

from extractors.events.candidates.event_candidates import EventCandidate
from extractors.events.context.event_context import EventContext
from extractors.events.scenes.lives import Lives
from extractors.events.scenes.plain_pasts import only_begins
from extractors.events.scenes.profiles import Profiles
from extractors.syntax.relations import Relation
from extractors.syntax.tenses import Aspect, Form, Modality, Tense
from timeline.meanings import Meaning
from timeline.model import Sense, Tie

_UNDECIDED = (Tie.OWN, Tie.NEWS, Tie.PRESENT)
_OWN = (Tie.OWN, Tie.APART, Tie.EDGE)
_MOST_CHOICES = 12
_FARTHEST = 320
"""Tokens before an event, further than which no time is looked for."""
_ENDLESS = ("open", "bound")
_BORN = frozenset(("bear",))


class StoryTimes:
    """The times of one doc, and the events that have them."""

    def __init__(
        self, context: EventContext, candidates: Sequence[EventCandidate], apart: Collection[int] = ()
    ) -> None:
        self.context, self.profiles, self.apart = context, Profiles(context), apart
        self._lives = Lives(context, candidates).triggers
        self.dated = [one for one in candidates if one.time in context.meanings]
        """The events that have a time."""
        self.own = sorted((one for one in self.dated if one.tie in _OWN), key=lambda one: one.trigger)
        """Those that have it from their own words."""
        self.owners: defaultdict[int, list[EventCandidate]] = defaultdict(list)
        """By time those of them that it is the time of."""
        for one in self.own:
            if one.time is not None:
                self.owners[one.time].append(one)
        self.times = sorted(context.meanings, key=lambda number: context.times[number].start)
        """In the order of the text."""
        self._starts = self.starts(self.times)

    def offered(self, one: EventCandidate) -> list[int]:
        """The times before an event, or in its sentence, that it may have, the nearest first.

        None for what has one of its own, and for what is told of the life of the dead.
        """
        undecided = one.time is None and one.tie in _UNDECIDED
        undecided = undecided and one.trigger not in self._lives and not self._is_a_deed(one)
        if not undecided and not self.is_of_scene(one):
            return []
        end = bisect_left(self._starts, self.context.sentence(one.trigger)[1])
        found: dict[Meaning, int] = {}
        for number in reversed(self.times[:end]):
            if len(found) == _MOST_CHOICES or one.trigger - self.context.times[number].start > _FARTHEST:
                break
            if self._can_date(one, number):
                found.setdefault(self.context.meanings[number], number)
        given = self.meaning(one.time)
        if given is not None and one.time is not None:
            found[given] = one.time
        return list(found.values())

    def is_of_scene(self, one: EventCandidate) -> bool:
        """Whether the rules have put an event into a scene that has a time."""
        return one.tie is Tie.SCENE and one.apart is None and one.time in self.context.meanings

    def goes_back(self, one: EventCandidate) -> bool:
        """*It had been repaired*, *opened by a man who drowned there*: it may lie further back than what is beside."""
        group, clause = self.context.groups.get(one.verb), self.context.syntax.clauses.get(one.verb)
        if group is None or clause is None:
            return False
        perfect = group.tense is Tense.PAST and group.aspect in (Aspect.PERFECT, Aspect.PERFECT_PROGRESSIVE)
        return perfect or clause.relation is Relation.RELATIVE

    def _is_a_deed(self, one: EventCandidate) -> bool:
        """*Was jailed for robbing a bank*: not then."""
        group, clause = self.context.groups.get(one.verb), self.context.syntax.clauses.get(one.verb)
        if group is None or clause is None:
            return False
        return group.form is Form.PRESENT_PARTICIPLE and "for" in self.context.markers(clause)

    def _can_date(self, one: EventCandidate, time: int) -> bool:
        """Whether a story can go on in a time, and an event in it.

        Not in one without an end, nor in one to come for what is past.
        """
        if self.profiles.kind(time) in _ENDLESS:
            return False
        group = self.context.groups.get(one.verb)
        past = group is not None and group.tense is Tense.PAST and group.modality is Modality.INDICATIVE
        if past and self.profiles.way(time) == Sense.FUTURE:
            return False
        owners = self.owners[time]
        return not owners or any(self._goes_on(owner) for owner in owners)

    def _goes_on(self, dated: EventCandidate) -> bool:
        """Whether a story can go on in the time of an event: not in that of a birth, or of a beginning alone."""
        return not only_begins(self.context, dated) and self.context.tree.lemmas[dated.trigger] not in _BORN

    def is_inside(self, dated: EventCandidate, one: EventCandidate) -> bool:
        """*A rumour that the bank had closed on Monday proved false*: that is no time of the proving.

        Nor is that of a noun of the same clause: *for the vote of Monday they bought ink*.
        """
        clause = self.context.syntax.clauses.get(dated.verb)
        if clause is None:
            return False
        on = None if clause.attached is None else self.context.syntax.owners[clause.attached]
        return one.verb in (dated.verb, clause.parent, on)

    def starts(self, times: Sequence[int]) -> list[int]:
        """Where each of these times begins."""
        return [self.context.times[number].start for number in times]

    def meaning(self, time: int | None) -> Meaning | None:
        """What an event's time means; None where it has none, or one that nothing was read of."""
        return None if time is None else self.context.meanings.get(time)
