"""Which time of the story an event without one of its own has, by what was learned of such events.

The rules before this (`scenes.py`, `paragraph_times.py`, `telling.py`) say which signs put an event into a scene. Where
they say nothing, most lines have no date for all that the text tells; but a quarter has that of something told shortly
before, more often the more speaks for it: the next sentence of the paragraph, the same people, one day alone in the
article. How much each of these says was learned from articles that people had made timelines of
(`training.likely_times`, a log-linear model). It chooses between the times of dated events before, and none. What it
gives is no more than likely, and marked so.
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from itertools import islice

import msgspec

from extractors.events.candidates.event_candidates import EventCandidate
from extractors.events.context.event_context import EventContext
from extractors.events.scenes.plain_pasts import only_begins
from extractors.events.scenes.profiles import Profile, Profiles, distance
from extractors.log_linear import Weights, chances_of, learned
from extractors.syntax.relations import Relation
from extractors.syntax.tenses import Aspect, Form, Modality, Tense
from timeline.meanings import Meaning
from timeline.model import Sense, Status, Tie

_UNDECIDED = (Tie.OWN, Tie.NEWS, Tie.PRESENT)
_MOST_CHOICES = 4
_MOST_LOOKED_AT = 60
"""Dated events."""
_TO_COME = (Status.PLANNED, Status.FORECAST)
_FARTHEST = 2
"""Paragraphs. Of 163 times from farther away that were likelier than none, 36 were right and 34 wrong."""
NEAR = 0.75
"""How likely a time of the same paragraph must be beside one of another."""
_BORN = frozenset(("bear",))
_MANY = 4


@cache
def _weights() -> Weights:
    return learned("likely_times.toml")["time"]


def with_likely_times(
    context: EventContext, candidates: Sequence[EventCandidate], apart: Collection[int]
) -> Iterator[EventCandidate]:
    """Each candidate, in the order of the text; what has no time of its own with the likeliest of its story.

    Args:
        context: the doc.
        candidates: what it tells of.
        apart: the triggers of what is known to lie apart from what it is told beside.
    """
    weights, choices = _weights(), Choices(context, candidates)
    for one in candidates:
        options = [] if one.trigger in apart else choices.options(one)
        if not options:
            yield one
            continue
        chances = chances_of(weights.features, choices.features(one, options))
        best = max(range(len(options)), key=lambda place: (chances[place], -place))
        sure = weights.sure if choices.paragraphs_between(one, options[best]) else weights.sure * NEAR
        likely = options[best] if chances[best] > sure * chances[-1] else None
        yield choices.dated(one, likely)


class Choices:
    """The events of one doc, and between which times there is to choose."""

    def __init__(self, context: EventContext, candidates: Sequence[EventCandidate]) -> None:
        self.context, self.profiles = context, Profiles(context)
        own = (one for one in candidates if one.time in context.meanings and one.tie in (Tie.OWN, Tie.APART))
        self.own = sorted(own, key=lambda one: one.trigger)
        self._places = [one.trigger for one in self.own]
        meanings = [self._meaning(one) for one in self.own]
        self._count = Counter(meanings)
        days = {meaning for meaning, one in zip(meanings, self.own, strict=True) if self._is_day(one)}
        self._days = f"{min(len(days), _MANY)} days"

    def options(self, one: EventCandidate) -> list[EventCandidate]:
        """The dated events before an event whose time it may have, the nearest first; none for what has a time.

        What is told behind it is for the rules alone, and so is what other paragraphs tell of what is quoted.
        """
        if one.time is not None or one.tie not in _UNDECIDED or self._goes_back(one):
            return []
        here = bisect_left(self._places, one.trigger)
        found: dict[Meaning | None, EventCandidate] = {}
        for dated in reversed(self.own[max(0, here - _MOST_LOOKED_AT) : here]):
            far = self.paragraphs_between(one, dated)
            if far > (0 if self.context.quoted[one.trigger] else _FARTHEST) or not self._goes_on(one, dated):
                break
            if len(found) == _MOST_CHOICES:
                break
            if not self._is_inside(dated, one) and not self._is_said_before(dated, one):
                found.setdefault(self._meaning(dated), dated)
        return list(found.values())

    def _goes_back(self, one: EventCandidate) -> bool:
        """*It had been repaired*, *was jailed for robbing a bank*, *opened by a man who drowned there*."""
        group, clause = self.context.groups.get(one.verb), self.context.syntax.clauses.get(one.verb)
        if group is None or clause is None:
            return False
        perfect = group.tense is Tense.PAST and group.aspect in (Aspect.PERFECT, Aspect.PERFECT_PROGRESSIVE)
        deed = group.form is Form.PRESENT_PARTICIPLE and "for" in self.context.markers(clause)
        return perfect or deed or clause.relation is Relation.RELATIVE

    def _goes_on(self, one: EventCandidate, dated: EventCandidate) -> bool:
        """Whether a story can go on in the time of an event: not in one to come, without an end, or of a birth."""
        if dated.tie is not Tie.OWN or dated.time is None or self.profiles.kind(dated.time) in ("open", "bound"):
            return False
        group = self.context.groups.get(one.verb)
        past = group is not None and group.tense is Tense.PAST and group.modality is Modality.INDICATIVE
        ahead = self.profiles.way(dated.time) == Sense.FUTURE
        if (past and ahead) or (self.profiles.of(one).status in _TO_COME and not ahead):
            return False
        return not only_begins(self.context, dated) and self.context.tree.lemmas[dated.trigger] not in _BORN

    def _is_inside(self, dated: EventCandidate, one: EventCandidate) -> bool:
        """*A rumour that the bank had closed on Monday proved false*: that is no time of the proving.

        Nor is that of a noun of the same clause: *the talks were moved to next Monday*.
        """
        clause = self.context.syntax.clauses.get(dated.verb)
        if clause is None:
            return False
        on = None if clause.attached is None else self.context.syntax.owners[clause.attached]
        return one.verb in (dated.verb, clause.parent, on)

    def _is_said_before(self, dated: EventCandidate, one: EventCandidate) -> bool:
        """*He said he saw her in 1981. The mayor denied it*: that is no time of what is told outside the saying."""
        saying = self.profiles.of(dated).saying
        return saying is not None and self.profiles.of(one).saying != saying

    def dated(self, one: EventCandidate, likely: EventCandidate | None) -> EventCandidate:
        """An event with the time of another, or with none."""
        return one if likely is None else msgspec.structs.replace(one, time=likely.time, tie=Tie.SCENE)

    def paragraphs_between(self, one: EventCandidate, dated: EventCandidate) -> int:
        """How many paragraphs later one event is told than another."""
        return self.profiles.of(one).paragraph - self.profiles.of(dated).paragraph

    def features(self, one: EventCandidate, options: Sequence[EventCandidate]) -> list[list[str]]:
        """What speaks for the time of each option, and at last what speaks for none, in words."""
        profile = self.profiles.of(one)
        choices = [list(self._of_option(one, profile, dated)) for dated in options]
        none = [f"none: {way}" for way in profile.ways]
        return [*choices, ["none", *none, f"none: {self._days}", f"none: {min(len(options), _MANY)} options"]]

    def _of_option(self, one: EventCandidate, profile: Profile, dated: EventCandidate) -> Iterator[str]:
        assert dated.time is not None
        other, time = self.profiles.of(dated), dated.time
        far = distance(profile, other)
        kind, way = self.profiles.kind(time), self.profiles.way(time)
        yield from (far, self._days, f"of {other.relation}", f"of what is {other.status}", f"of {other.told}")
        yield from (f"{far} {kind}", f"{far}, is {profile.relation}", f"{far}, back: {profile.back}")
        yield from (f"{far}, {profile.cue} and {other.cue}", f"of a {other.cue}", f"{self._days}, {kind}")
        yield from (f"{kind} {way}", f"{way}, {profile.status}", f"{way}, {profile.told}", f"{kind}, {profile.told}")
        yield from (f"{kind}, earlier: {profile.earlier}", f"{profile.status} by {other.status}")
        yield from (f"{profile.told} by {other.told}", f"signs: {self.profiles.signs(one, dated)}")
        yield f"said: {profile.saying is not None} by {other.saying is not None}"
        yield f"read as {one.tie.value}"
        yield f"others between: {self._between(one, dated)}"
        if profile.actors & other.actors:
            yield "shares actors"
        if self._count[self._meaning(dated)] > 1:
            yield "dates several"
        clauses = self.context.syntax.clauses
        if one.verb in clauses and clauses[one.verb].parent == dated.verb:
            yield f"below it as {profile.relation}"

    def _between(self, one: EventCandidate, dated: EventCandidate) -> int:
        """How many events of another time stand between two, two at most."""
        between = range(bisect_right(self._places, dated.trigger), bisect_left(self._places, one.trigger))
        others = (at for at in between if self._meaning(self.own[at]) != self._meaning(dated))
        return sum(1 for _ in islice(others, 2))

    def _meaning(self, one: EventCandidate) -> Meaning | None:
        return None if one.time is None else self.context.meanings.get(one.time)

    def _is_day(self, one: EventCandidate) -> bool:
        return one.time is not None and self.profiles.kind(one.time) == "day"
