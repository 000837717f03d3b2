"""What speaks for each of some times being an event's, and for none of them, in words: by these it is weighed.

What the event alone shows says its profile (`profiles.py`).
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence

from extractors.events.candidates.event_candidates import EventCandidate
from extractors.events.scenes.profiles import Profile, distance
from extractors.events.scenes.story_times import StoryTimes

_MANY = 4


class TimeSigns:
    """Those of the times of one doc."""

    def __init__(self, story: StoryTimes) -> None:
        self.context, self.profiles, self.story = story.context, story.profiles, story
        self._places = [one.trigger for one in story.own]
        self._count = Counter(story.meaning(one.time) for one in story.dated)
        days = {story.meaning(one.time) for one in story.own if self._is_day(one)}
        self._days = f"{min(len(days), _MANY)} days"

    def of(self, one: EventCandidate, times: Sequence[int]) -> list[list[str]]:
        """What speaks for each time, and at last what speaks for none, in words."""
        profile = self.profiles.of(one)
        signs = [list(self._of_time(one, profile, number)) for number in times]
        none = [f"none: {way}" for way in profile.ways]
        if self.story.is_of_scene(one):
            none.append("none: of a scene")
        if self.story.goes_back(one):
            none.append("none: goes back")
        if one.trigger in self.story.apart:
            none.append("none: apart")
        return [*signs, ["none", *none, f"none: {self._days}", f"none: {min(len(times), _MANY)} options"]]

    def _of_time(self, one: EventCandidate, profile: Profile, time: int) -> Iterator[str]:
        start = self.context.times[time].start
        far = distance(profile, *self.profiles.place(start))
        kind, way = self.profiles.kind(time), self.profiles.way(time)
        beside = self.context.sentence(one.trigger)[0] <= start
        where = ("in the sentence" if start < one.trigger else "after in the sentence") if beside else far
        between = f"{self._between(one, time)} between"
        count = self._count[self.context.meanings[time]]
        yield from (where, kind, self._days, f"{where} {kind}", f"{where} {between}", f"{self._days}, {kind}")
        yield from (f"{where}, is {profile.relation}", f"{where}, back: {profile.back}", f"{where}, {profile.cue}")
        yield from (f"{kind} {way}", f"{way}, {profile.status}", f"{way}, {profile.told}", f"{kind}, {profile.told}")
        yield from (f"{kind}, earlier: {profile.earlier}", f"read as {one.tie.value}", f"dates {min(count, 3)}")
        yield from (f"{where}, dates {min(count, 2)}", f"said: {profile.saying is not None}, {where}")
        yield f"{where}, goes back: {self.story.goes_back(one)}"
        if one.trigger in self.story.apart:
            yield f"{where}, apart"
        yield f"first time: {time == self.story.times[0]}"
        if self.story.is_of_scene(one):
            scene = "its scene's" if time == one.time else "not its scene's"
            yield from (scene, f"{scene}, {kind}", f"{scene}, {where}", f"{scene}, {profile.told}")
        yield f"first paragraph: {self.profiles.place(start)[1] == 1}, {kind}"
        owners = self.story.owners[time]
        if not owners:
            yield f"dates nothing, {where}"
            return
        owner = min(owners, key=lambda other: abs(other.trigger - one.trigger))
        if any(self.story.is_inside(other, one) for other in owners):
            yield f"inside, {where}"
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
        between = self.story.own[bisect_right(self._places, first) : bisect_left(self._places, last)]
        meaning = self.context.meanings[time]
        return min(2, sum(self.story.meaning(other.time) != meaning for other in between[-6:]))

    def _is_day(self, one: EventCandidate) -> bool:
        return one.time is not None and self.profiles.kind(one.time) == "day"
