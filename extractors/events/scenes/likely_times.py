"""Which of the times that a text tells an event without one of its own has, by what was learned of such events.

The rules before this (`scenes.py`, `paragraph_times.py`, `telling.py`) say which signs put an event into a scene. Where
they say nothing, most lines have no date for all that the text tells; but many have one that stands before them.
Which one, if any, a small network says (`time_network.py`), by what a transformer knows
of the words (`extractors/encoder`) and by what event and time show (`profiles.py`), learned from articles that people
had made timelines of (`training.likely_times`). What it gives is no more than likely, and marked so.
"""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from functools import cached_property

import msgspec

from extractors.encoder.component import word_vectors
from extractors.encoder.encoder import Vectors
from extractors.events.candidates.event_candidates import EventCandidate
from extractors.events.context.event_context import EventContext
from extractors.events.scenes.plain_pasts import only_begins
from extractors.events.scenes.profiles import Profile, Profiles, distance
from extractors.events.scenes.time_network import time_network
from extractors.syntax.relations import Relation
from extractors.syntax.tenses import Aspect, Form, Modality, Tense
from timeline.meanings import Meaning
from timeline.model import Sense, Status, Tie

_UNDECIDED = (Tie.OWN, Tie.NEWS, Tie.PRESENT)
_OWN = (Tie.OWN, Tie.APART, Tie.EDGE)
_MOST_CHOICES = 12
_FARTHEST = 320
"""Tokens before an event, further than which no time is looked for."""
_TO_COME = (Status.PLANNED, Status.FORECAST)
_ENDLESS = ("open", "bound")
_BORN = frozenset(("bear",))
_MANY = 4
SURE = 1.0
"""How likely a time must be beside none."""


def with_likely_times(
    context: EventContext, candidates: Sequence[EventCandidate], apart: Collection[int]
) -> Iterator[EventCandidate]:
    """Each candidate, in the order of the text; what has no time of its own with the likeliest of its story.

    Args:
        context: the doc.
        candidates: what it tells of.
        apart: the triggers of what is known to lie apart from what it is told beside.
    """
    choices = Choices(context, candidates)
    for one in candidates:
        options = [] if one.trigger in apart else choices.options(one)
        yield choices.dated(one, choices.likeliest(one, options)) if options else one


class Choices:
    """The events and times of one doc, and between which times there is to choose."""

    def __init__(self, context: EventContext, candidates: Sequence[EventCandidate]) -> None:
        self.context, self.profiles = context, Profiles(context)
        self._dated = [one for one in candidates if one.time in context.meanings]
        self._own = [one for one in self._dated if one.tie in _OWN]
        self._own.sort(key=lambda one: one.trigger)
        self._places = [one.trigger for one in self._own]
        self._count = Counter(self._meaning(one.time) for one in self._dated)
        self._owners: defaultdict[int, list[EventCandidate]] = defaultdict(list)
        for one in self._own:
            if one.time is not None:
                self._owners[one.time].append(one)
        days = {self._meaning(one.time) for one in self._own if self._is_day(one)}
        self._days = f"{min(len(days), _MANY)} days"
        self._vectors = word_vectors(context.doc)

    @cached_property
    def _times(self) -> list[int]:
        """In the order of the text."""
        return sorted(self.context.meanings, key=lambda number: self.context.times[number].start)

    @cached_property
    def _starts(self) -> list[int]:
        return [self.context.times[number].start for number in self._times]

    def options(self, one: EventCandidate) -> list[int]:
        """The times before an event that it may have, the nearest first; none for what has one."""
        if one.time is not None or one.tie not in _UNDECIDED or self._goes_back(one):
            return []
        end = bisect_left(self._starts, one.trigger)
        if not end:
            return []
        found: dict[Meaning, int] = {}
        for number in reversed(self._times[:end]):
            if len(found) == _MOST_CHOICES or one.trigger - self.context.times[number].start > _FARTHEST:
                break
            if self._can_date(one, number):
                found.setdefault(self.context.meanings[number], number)
        return list(found.values())

    def _goes_back(self, one: EventCandidate) -> bool:
        """*It had been repaired*, *was jailed for robbing a bank*, *opened by a man who drowned there*."""
        group, clause = self.context.groups.get(one.verb), self.context.syntax.clauses.get(one.verb)
        if group is None or clause is None:
            return False
        perfect = group.tense is Tense.PAST and group.aspect in (Aspect.PERFECT, Aspect.PERFECT_PROGRESSIVE)
        deed = group.form is Form.PRESENT_PARTICIPLE and "for" in self.context.markers(clause)
        return perfect or deed or clause.relation is Relation.RELATIVE

    def _can_date(self, one: EventCandidate, time: int) -> bool:
        """Whether a story can go on in a time, and an event in it.

        Not in one without an end, nor in one to come for what is past. Of a time in its own sentence that dates nothing
        the rules have said what it is: *as in 2012, they struck*.
        """
        if self.profiles.kind(time) in _ENDLESS:
            return False
        group = self.context.groups.get(one.verb)
        past = group is not None and group.tense is Tense.PAST and group.modality is Modality.INDICATIVE
        if past and self.profiles.way(time) == Sense.FUTURE:
            return False
        owners = self._owners[time]
        if not owners:
            return self.context.sentence(one.trigger)[0] > self.context.times[time].start
        return any(self._goes_on(one, owner) for owner in owners)

    def _goes_on(self, one: EventCandidate, dated: EventCandidate) -> bool:
        """Whether a story can go on in the time of an event: not in that of a birth, or of a beginning alone."""
        if only_begins(self.context, dated) or self.context.tree.lemmas[dated.trigger] in _BORN:
            return False
        return not self._is_inside(dated, one)

    def _is_inside(self, dated: EventCandidate, one: EventCandidate) -> bool:
        """*A rumour that the bank had closed on Monday proved false*: that is no time of the proving.

        Nor is that of a noun of the same clause: *for the vote of Monday they bought ink*.
        """
        clause = self.context.syntax.clauses.get(dated.verb)
        if clause is None:
            return False
        on = None if clause.attached is None else self.context.syntax.owners[clause.attached]
        return one.verb in (dated.verb, clause.parent, on)

    def likeliest(self, one: EventCandidate, options: Sequence[int]) -> int | None:
        """The likeliest of some times; None where it is likelier that the event has none of them."""
        chances = time_network().chances(*self.vectors(one, options), self.features(one, options))
        best = max(range(len(options)), key=lambda place: (chances[place], -place))
        return options[best] if chances[best] > SURE * chances[-1] else None

    def vectors(self, one: EventCandidate, options: Sequence[int]) -> tuple[Vectors, Vectors]:
        """What the encoder says of an event, and in rows of times."""
        return self._vectors[one.trigger], self._vectors[self.starts(options)]

    def starts(self, options: Sequence[int]) -> list[int]:
        """Where these times begin."""
        return [self.context.times[number].start for number in options]

    def dated(self, one: EventCandidate, time: int | None) -> EventCandidate:
        """An event with this time of its story, or as it is."""
        return one if time is None else msgspec.structs.replace(one, time=time, tie=Tie.SCENE)

    def features(self, one: EventCandidate, options: Sequence[int]) -> list[list[str]]:
        """What speaks for each time, and at last what speaks for none, in words."""
        profile = self.profiles.of(one)
        choices = [list(self._of_time(one, profile, number)) for number in options]
        none = [f"none: {way}" for way in profile.ways]
        return [*choices, ["none", *none, f"none: {self._days}", f"none: {min(len(options), _MANY)} options"]]

    def _of_time(self, one: EventCandidate, profile: Profile, time: int) -> Iterator[str]:
        start = self.context.times[time].start
        far = distance(profile, *self.profiles.place(start))
        kind, way = self.profiles.kind(time), self.profiles.way(time)
        beside = self.context.sentence(one.trigger)[0] <= start
        where = "in the sentence" if beside else far
        between = f"{self._between(one, time)} between"
        count = self._count[self.context.meanings[time]]
        yield from (where, kind, self._days, f"{where} {kind}", f"{where} {between}", f"{self._days}, {kind}")
        yield from (f"{where}, is {profile.relation}", f"{where}, back: {profile.back}", f"{where}, {profile.cue}")
        yield from (f"{kind} {way}", f"{way}, {profile.status}", f"{way}, {profile.told}", f"{kind}, {profile.told}")
        yield from (f"{kind}, earlier: {profile.earlier}", f"read as {one.tie.value}", f"dates {min(count, 3)}")
        yield from (f"{where}, dates {min(count, 2)}", f"said: {profile.saying is not None}, {where}")
        yield f"first time: {time == self._times[0]}"
        yield f"first paragraph: {self.profiles.place(start)[1] == 1}, {kind}"
        owners = self._owners[time]
        if not owners:
            yield f"dates nothing, {where}"
            return
        owner = min(owners, key=lambda other: abs(other.trigger - one.trigger))
        other = self.profiles.of(owner)
        yield from (f"of {other.relation}", f"of what is {other.status}", f"of {other.told}", f"of a {other.cue}")
        yield from (f"{where}, {profile.cue} and {other.cue}", f"signs: {self.profiles.signs(one, owner)}")
        yield from (f"{profile.told} by {other.told}", f"{profile.status} by {other.status}")
        yield from (f"said: {profile.saying is not None} by {other.saying is not None}", f"tied {owner.tie.value}")
        yield f"of the same saying: {profile.saying == other.saying}, {where}"
        if profile.actors & other.actors:
            yield "shares actors"
        if one.verb == owner.verb:
            yield "of its verb"
        clauses = self.context.syntax.clauses
        if one.verb in clauses and clauses[one.verb].parent == owner.verb:
            yield f"below it as {profile.relation}"
        if owner.verb in clauses and clauses[owner.verb].parent == one.verb:
            yield f"above it as {other.relation}"

    def _between(self, one: EventCandidate, time: int) -> int:
        """How many events with another time stand between an event and a time, two at most."""
        first, last = sorted((one.trigger, self.context.times[time].start))
        between = self._own[bisect_right(self._places, first) : bisect_left(self._places, last)]
        meaning = self.context.meanings[time]
        return min(2, sum(self._meaning(other.time) != meaning for other in between[-6:]))

    def _meaning(self, time: int | None) -> Meaning | None:
        return None if time is None else self.context.meanings.get(time)

    def _is_day(self, one: EventCandidate) -> bool:
        return one.time is not None and self.profiles.kind(one.time) == "day"
