"""Which time of the story an event without one of its own has, by what was learned of such events.

The rules before this (`scenes.py`, `paragraph_times.py`, `telling.py`) say which signs put an event into a scene. Where
they say nothing, most lines have no date for all that the text tells; but a third has that of something told near, more
often the more speaks for it: the next sentence of the paragraph, the same people, one day alone in the article, a past
perfect less than a simple past. How much each of these says was learned from articles that people had made timelines
of (`training.likely_times`, a log-linear model). It chooses between the times of dated events before and after, and
none. What it gives is no more than likely, and marked so.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

import msgspec

from extractors.events.event_candidates import EventCandidate
from extractors.events.event_context import EventContext
from extractors.events.profiles import Profile, Profiles, distance
from extractors.log_linear import Weights, chances_of, learned
from timeline.meanings import Meaning
from timeline.model import Tie

_UNDECIDED = (Tie.OWN, Tie.SCENE, Tie.NEWS, Tie.PRESENT)
_BEFORE, _AFTER = 4, 2
"""Times that are told before an event, the nearest first, and after it, between which is chosen."""
_MOST_LOOKED_AT = 60
"""Dated events on each side."""
_MANY = 4


@cache
def _weights() -> Weights:
    return learned("likely_times.toml")["time"]


def with_likely_times(context: EventContext, candidates: Sequence[EventCandidate]) -> Iterator[EventCandidate]:
    """Each candidate, in the order of the text; what has no time of its own with the likeliest of its story."""
    weights, choices = _weights(), Choices(context, candidates)
    for one in candidates:
        options = choices.options(one)
        if not options:
            yield one
            continue
        chances = chances_of(weights.features, choices.features(one, options))
        best = max(range(len(options)), key=lambda place: (chances[place], -place))
        likely = options[best] if chances[best] > weights.sure * chances[-1] else None
        yield choices.dated(one, likely)


class Choices:
    """The events of one doc, and between which times there is to choose."""

    def __init__(self, context: EventContext, candidates: Sequence[EventCandidate]) -> None:
        self.context, self.profiles = context, Profiles(context)
        own = (one for one in candidates if one.time in context.meanings and one.tie is Tie.OWN)
        self.own = sorted(own, key=lambda one: one.trigger)
        meanings = [self._meaning(one) for one in self.own]
        self._count = Counter(meanings)
        days = {meaning for meaning, one in zip(meanings, self.own, strict=True) if self._is_day(one)}
        self._days = f"{min(len(days), _MANY)} days"

    def options(self, one: EventCandidate) -> list[EventCandidate]:
        """The dated events whose time an event may have, nearest first; none where that is settled."""
        if one.tie not in _UNDECIDED or (one.time is not None and one.tie is not Tie.SCENE):
            return []
        split = next((n for n, dated in enumerate(self.own) if dated.trigger >= one.trigger), len(self.own))
        found: dict[Meaning | None, EventCandidate] = {}
        self._add(found, self.own[max(0, split - _MOST_LOOKED_AT) : split][::-1], _BEFORE)
        after = [dated for dated in self.own[split : split + _MOST_LOOKED_AT] if dated.trigger != one.trigger]
        self._add(found, after, _AFTER)
        read = [dated for dated in self.own if dated.time == one.time][:1]
        self._add(found, [*read, *self.own[:1]], 2)
        return list(found.values())

    def dated(self, one: EventCandidate, likely: EventCandidate | None) -> EventCandidate:
        """An event with the time of another, or with none."""
        if likely is None:
            return one if one.time is None else msgspec.structs.replace(one, time=None, tie=Tie.OWN, apart=None)
        if one.time is not None and self._meaning(one) == self._meaning(likely):
            return one
        return msgspec.structs.replace(one, time=likely.time, tie=Tie.SCENE, apart=None)

    def features(self, one: EventCandidate, options: Sequence[EventCandidate]) -> list[list[str]]:
        """What speaks for the time of each option, and at last what speaks for none, in words."""
        profile = self.profiles.of(one)
        choices = [list(self._of_option(one, profile, dated)) for dated in options]
        none = [f"none: {way}" for way in profile.ways]
        return [*choices, ["none", *none, f"none: {self._days}", f"none: {min(len(options), _MANY)} options"]]

    def _of_option(self, one: EventCandidate, profile: Profile, dated: EventCandidate) -> Iterator[str]:
        assert dated.time is not None
        other, time = self.profiles.of(dated), dated.time
        far = distance(profile, other, after=dated.trigger < one.trigger)
        kind, way = self.profiles.kind(time), self.profiles.way(time)
        side = "after" if dated.trigger < one.trigger else "before"
        yield from (far, self._days, f"of {other.relation}", f"of what is {other.status}", f"of {other.told}")
        yield from (f"{far} {kind}", f"{far}, is {profile.relation}", f"{far}, back: {profile.back}")
        yield from (f"{far}, {profile.cue} and {other.cue}", f"of a {other.cue}", f"{self._days}, {side} {kind}")
        yield from (f"{kind} {way}", f"{way}, {profile.status}", f"{way}, {profile.told}", f"{kind}, {profile.told}")
        yield from (f"{kind}, earlier: {profile.earlier}", f"{profile.status} by {other.status}")
        yield from (f"{profile.told} by {other.told}", f"signs: {self.profiles.signs(one, dated)}")
        yield f"said: {profile.saying is not None} by {other.saying is not None}"
        yield f"read as {one.tie.value}{'' if one.time is None else ' with a time'}"
        yield f"others between: {self._between(one, dated)}"
        if one.time is not None and self._meaning(one) == self._meaning(dated):
            yield "as read"
        if profile.actors & other.actors:
            yield "shares actors"
        if self._count[self._meaning(dated)] > 1:
            yield "dates several"
        clauses = self.context.syntax.clauses
        if one.verb in clauses and clauses[one.verb].parent == dated.verb:
            yield f"below it as {profile.relation}"

    def _between(self, one: EventCandidate, dated: EventCandidate) -> int:
        """How many events of another time stand between two, two at most."""
        start, end = sorted((one.trigger, dated.trigger))
        meaning, found = self._meaning(dated), 0
        for other in self.own:
            found += start < other.trigger < end and self._meaning(other) != meaning
            if found > 1 or other.trigger >= end:
                break
        return found

    def _add(self, found: dict[Meaning | None, EventCandidate], dated: Sequence[EventCandidate], most: int) -> None:
        """Add so many at most of some dated events to those found, the first of each time."""
        limit = len(found) + most
        for one in dated:
            if len(found) >= limit:
                break
            found.setdefault(self._meaning(one), one)

    def _meaning(self, one: EventCandidate) -> Meaning | None:
        return None if one.time is None else self.context.meanings.get(one.time)

    def _is_day(self, one: EventCandidate) -> bool:
        return one.time is not None and self.profiles.kind(one.time) == "day"
