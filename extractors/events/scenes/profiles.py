"""What an event shows of its place in the story, in words: by them it is weighed which time it has.

Nothing here decides anything; `likely_times.py` does.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property

import msgspec

from extractors.events.candidates.event_candidates import EventCandidate
from extractors.events.context.event_context import EventContext
from extractors.events.context.fineness import fineness
from extractors.events.scenes.scene_times import is_open, vaguely_timed
from extractors.events.scenes.scene_words import Scene, SceneWords
from extractors.events.scenes.telling import background, is_earlier, is_within
from extractors.events.status.status import read_polarity, read_status
from extractors.lexicons.scripts import Part, scripts_of
from timeline.meanings.composed import Bounded
from timeline.meanings.counted import Period, Shift
from timeline.meanings.units import Unit
from timeline.model import Sense

_KINDS = {Unit.DAY: "day", Unit.WEEK: "week", Unit.WEEKEND: "week", Unit.MONTH: "month", Unit.YEAR: "year"}
_DETERMINERS = dict.fromkeys("the this that these those".split(), "definite") | dict.fromkeys(
    "a an".split(), "indefinite"
)


class Profile(msgspec.Struct, frozen=True):
    """What an event shows."""

    told: str
    """Tense, aspect and form of its verb."""
    relation: str
    status: str
    cue: str
    saying: int | None
    """The saying that it stands in."""
    ways: tuple[str, ...]
    """What speaks for and against its having a time at all, one by one."""
    back: bool
    """Whether it stands where a paragraph has gone back."""
    earlier: bool
    """Whether it is told to lie further back."""
    actors: frozenset[str]
    sentence: int
    paragraph: int


class Profiles:
    """The events of one doc."""

    def __init__(self, context: EventContext) -> None:
        self.context, self.tree, self.words = context, context.tree, SceneWords(context)
        self._background = list(background(context))
        self._long_ago = vaguely_timed(context)[1]
        self._paragraphs = [start for start, _ in context.paragraphs]
        self._known: dict[EventCandidate, Profile] = {}

    def of(self, one: EventCandidate) -> Profile:
        """What an event shows."""
        if one not in self._known:
            self._known[one] = self._read(one)
        return self._known[one]

    def place(self, at: int) -> tuple[int, int]:
        """The sentence and the paragraph that a token stands in, by number, from one."""
        return bisect_right(self._sentences, at), bisect_right(self._paragraphs, at)

    def signs(self, one: EventCandidate, dated: EventCandidate) -> str:
        """How many words of the script that a dated event names whole another has."""
        clauses = self.context.syntax.clauses
        if one.verb not in clauses or dated.verb not in clauses or dated.time is None:
            return "unknown"
        scripts, named = self.words.scripts(dated)
        if not named:
            return "0"
        scene = Scene(dated.time, scripts, named, self.words.names(dated), long=False, aside=False, paragraph=0)
        return str(min(self.words.signs(one, scene), 2))

    def kind(self, time: int) -> str:
        """What a time is: a day, a month, open on a side."""
        meaning = self.context.meanings.get(time)
        if meaning is None:
            return "length"
        if isinstance(meaning, Bounded):
            return "bound"
        if is_open(meaning):
            return "open"
        unit = fineness(meaning)
        return _KINDS.get(unit, "other") if unit is not None else "other"

    def way(self, time: int) -> str:
        """Which way a time points."""
        meaning, direction = self.context.meanings.get(time), self.context.directions.get(time)
        counted = meaning.count if isinstance(meaning, Shift) else meaning.offset if isinstance(meaning, Period) else 0
        if counted:  # *tomorrow*, *two days ago*
            return (Sense.FUTURE if counted > 0 else Sense.PAST).value
        senses = () if direction is None else (direction.sense, direction.likelier)
        return next((sense.value for sense in (Sense.FUTURE, Sense.PAST) if sense in senses), "either")

    @cached_property
    def _sentences(self) -> list[int]:
        return sorted({self.context.sentence(at)[0] for at in self.context.groups} | set(self._paragraphs))

    @cached_property
    def _vague(self) -> list[int]:
        """Where the times stand that date nothing."""
        return sorted(self.context.time_starts.keys() - {span.start for span in self.context.times.values()})

    def _read(self, one: EventCandidate) -> Profile:
        context = self.context
        group, clause = context.groups.get(one.verb), context.syntax.clauses.get(one.verb)
        told = "none" if group is None else f"{group.tense} {group.aspect} {group.form}"
        relation = "none" if clause is None else clause.relation.value
        status = read_status(context, one)[0].value
        cue = "saying" if one.trigger in context.sayings.cues else "other"
        saying = context.sayings.said_by(one.trigger)
        quoted = "quoted" if context.quoted[one.trigger] else "plain"
        tie = one.tie.value
        back = is_within(one.trigger, self._background)
        earlier = is_earlier(context, one.verb) or one.verb in self._long_ago
        earlier = earlier or (clause is not None and self.words.goes_back(one))
        start, end = context.sentence(one.trigger)
        sentence, paragraph = self.place(one.trigger)
        ways = (
            f"told: {told}",
            f"modality: {'none' if group is None else group.modality.value}",
            f"is {relation}",
            f"is {relation}, told: {told}",
            f"is {relation}, tie: {tie}",
            f"is {relation}, {cue}",
            f"status: {status}",
            f"status: {status}, told: {told}",
            f"status: {status}, {quoted}",
            f"tie: {tie}",
            f"verb: {cue}",
            quoted,
            "of a saying" if saying is not None else "of the text",
            "a verb" if one.trigger == one.verb else "a noun",
            f"back: {back}",
            f"earlier: {earlier}",
            read_polarity(context, one).value,
            f"act: {self._act(one)}",
            f"opens its paragraph: {start <= self._paragraphs[paragraph - 1] < end}",
            f"paragraph {_up_to(paragraph, (1, 2, 3, 5, 8))}",
            f"heading: {context.in_heading(one.trigger)}",
            f"subject: {self._subject(one)}",
            f"determined: {self._determiner(one)}",
            f"time in the sentence: {bool(context.times_within(start, end))}",
            f"vague time in the sentence: {self._has_vague_time(start, end)}",
        )
        return Profile(
            told,
            relation,
            status,
            cue,
            saying,
            ways,
            back,
            earlier,
            self._actors(one),
            sentence,
            paragraph,
        )

    def _act(self, one: EventCandidate) -> str:
        parts = (part for part in (Part.ACTS, Part.TELLS) if self.tree.lemma_in(one.trigger, scripts_of(part)))
        return next((part.value for part in parts), "none")

    def _subject(self, one: EventCandidate) -> str:
        clause = self.context.syntax.clauses.get(one.verb)
        return "none" if clause is None or clause.subject is None else self.tree.pos[clause.subject]

    def _determiner(self, one: EventCandidate) -> str:
        clause = self.context.syntax.clauses.get(one.verb)
        below: Sequence[int] = () if clause is None or clause.subject is None else self.tree.children[clause.subject]
        found = (_DETERMINERS.get(self.tree.lowers[at]) for at in below)
        return next((one for one in found if one is not None), "not")

    def _has_vague_time(self, start: int, end: int) -> bool:
        first = bisect_left(self._vague, start)
        return first < len(self._vague) and self._vague[first] < end

    def _actors(self, one: EventCandidate) -> frozenset[str]:
        clause = self.context.syntax.clauses.get(one.verb)
        nouns = () if clause is None else (clause.understood_subject, *clause.objects)
        return frozenset(actor for at in nouns if at is not None for actor in self.context.cast.ids(at))


def _up_to(number: int, bounds: Sequence[int]) -> str:
    """The first of some bounds that a number does not pass."""
    return next((str(bound) for bound in bounds if number <= bound), "later")


def distance(one: Profile, sentence: int, paragraph: int) -> str:
    """How far an event is told after what stands in a sentence of a paragraph: in sentences of it, or in paragraphs."""
    paragraphs = one.paragraph - paragraph
    if paragraphs:
        return f"after it by {_up_to(paragraphs, (1, 2, 3, 5))} paragraphs"
    return f"after it by {_up_to(one.sentence - sentence, (0, 1, 2, 4))} sentences"
