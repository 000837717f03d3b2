"""Scenes: what is told without a time of its own, within what a time before it dates.

*A ferry sank on Saturday. … Divers found the wreck at a depth of 40 metres*: a dated past event sets a scene, as the
narrative containers of Pustejovsky & Stubbs (2011) do, and what is told later in the simple past is in it where it
belongs to the same script (`scripts.toml`): by its verb, by who takes part, or since it takes the scene up again (*the
accident*). Where a story goes on without such a sign, as often tells what led to it as what came of it, and it stays
undated. What is told in a perfect is news or background, and no part of a scene.
"""

from bisect import bisect_right
from collections import defaultdict, deque
from collections.abc import Collection, Iterator, Sequence
from functools import cached_property

import msgspec

from extractors.events.candidates.event_candidates import EventCandidate
from extractors.events.candidates.sharing import host
from extractors.events.context.event_context import EventContext
from extractors.events.context.fineness import fineness
from extractors.events.context.judged_claims import Holds, judgement
from extractors.events.scenes.ages import is_of_an_age
from extractors.events.scenes.scene_times import fixes_year, is_hour_alone, is_open, vaguely_timed
from extractors.events.scenes.scene_words import GATHERING, Scene, SceneWords
from extractors.events.scenes.telling import background, is_within
from extractors.events.status.status import read_status
from extractors.lexicons.scripts import MISHAPS
from extractors.syntax.clauses import Clause
from extractors.syntax.eventive import happens
from extractors.syntax.relations import NOUN_CLAUSES, Relation
from extractors.syntax.tenses import Aspect, Form, Modality, Tense
from extractors.time_expressions.nights import is_after_midnight, is_late
from timeline.meanings import Meaning
from timeline.meanings.composed import Bounded
from timeline.meanings.units import Unit
from timeline.model import Sense, Status, Tie

_TOLD = (Status.OCCURRED, Status.ALLEGED)
_SIGNS_FAR = 2
"""Words of its script by which a clause is known to be in a scene that is told paragraphs away; one nearby."""
_NEAR = 1
"""Paragraphs."""
_RESULTS = "results"
"""The script of a business period, which is a scene of more than a day: *profit fell in the third quarter*."""
_TOLD_AT_LENGTH = MISHAPS | GATHERING
_SOME_DAYS = (Unit.WEEKEND, Unit.WEEK)
_REMEMBERED = 8
"""Scenes that a story may come back to."""
_WITNESSES = frozenset("i we".split())
_GROUNDS = frozenset("for of with before".split())
_WHERE = frozenset(("where",))
_STATES = frozenset("was were had lived worked".split())
_AT_ONCE = frozenset("when as while".split())


def in_scenes(
    context: EventContext, candidates: Sequence[EventCandidate], lives: Collection[int] = ()
) -> tuple[list[EventCandidate], frozenset[int]]:
    """What is told, with the time of its scene where it has none of its own and is told within one.

    And the triggers of what lies apart from the scenes that it is told beside: another accident, the life of the dead,
    what was years ago.

    Args:
        context: the doc.
        candidates: what it tells of, in the order of the text.
        lives: the triggers of what is told of the lives of the dead.
    """
    reading = _Reading(context, lives)
    return list(reading.placed(candidates)), frozenset(reading.apart)


def _within(one: EventCandidate, scene: Scene) -> EventCandidate:
    return msgspec.structs.replace(one, time=scene.time, tie=Tie.SCENE, apart=scene.morrow)


class _Reading:
    """One doc, with the scenes that were set so far."""

    def __init__(self, context: EventContext, lives: Collection[int]) -> None:
        self.lives = lives
        self.context, self.tree, self.words = context, context.tree, SceneWords(context)
        self.paragraphs = [start for start, _ in context.paragraphs]
        self.scenes: deque[Scene] = deque(maxlen=_REMEMBERED)
        self.times: set[int] = set()
        """Those of all scenes."""
        self.background = list(background(context))
        self.within: dict[int, Scene] = {}
        """By verb."""
        self.then, self.long_ago = vaguely_timed(context)
        self.apart: set[int] = set()

    def placed(self, candidates: Sequence[EventCandidate]) -> Iterator[EventCandidate]:
        """Each candidate, in the order of the text."""
        for one in candidates:
            paragraph = bisect_right(self.paragraphs, one.trigger)
            if one.time is not None:
                placed = self._at_its_hour(one, paragraph)
                if placed is not None:
                    yield placed
                    continue
                taken_up = one.tie is Tie.SCENE and one.trigger == one.verb
                if taken_up or self._sets(one):
                    scene = Scene(
                        one.time,
                        *self.words.scripts(one),
                        self.words.names(one),
                        self.words.is_long(one.time),
                        self.context.syntax.clauses[one.verb].relation in NOUN_CLAUSES,
                        paragraph,
                        is_late(self.context.meanings[one.time]),
                    )
                    self.within[one.verb] = scene
                    if not taken_up:
                        self.scenes.append(scene)
                        self.times.add(one.time)
                yield one
                continue
            found = self._scene_of(one, paragraph) if self._is_narrative(one) else None
            if found is None:
                if self._lies_apart(one) or one.trigger in self.lives:
                    self.apart.add(one.trigger)
                yield one
            else:
                found.paragraph = paragraph
                if found in self.scenes:  # not one that is only taken up, or told of too long ago
                    self.scenes.remove(found)
                    self.scenes.append(found)
                self.within[one.verb] = found
                yield _within(one, found)

    def _lies_apart(self, one: EventCandidate) -> bool:
        """Whether there are signs that it was another time than that of the scene told last."""
        if (one.trigger != one.verb and not one.overlooked) or self._is_long_ago(one):
            return True
        if self.words.goes_back(one) or is_of_an_age(self.context, one.verb):
            return True
        return bool(self.scenes) and self.words.brings_another(one, self.scenes[-1])

    def _at_its_hour(self, one: EventCandidate, paragraph: int) -> EventCandidate | None:
        """*The polls closed at 10 p.m.*: an hour that names no day, told near a scene, is one of its day."""
        if one.time is None or one.tie is not Tie.OWN:
            return None
        scene = self.scenes[-1] if self.scenes else None
        alone = is_hour_alone(self.context.meanings[one.time])
        if scene is None or not alone or paragraph - scene.paragraph > _NEAR or not self._is_narrative(one):
            return None
        span, meaning = self.context.times[one.time], self.context.meanings[one.time]
        if scene.morrow is None and is_late(meaning):
            scene.late = True
        elif scene.late and is_after_midnight(self.context.text, span.start_char, span.end_char, meaning):
            scene.late, scene.morrow = False, one.time
        scene.paragraph = paragraph
        self.within[one.verb] = scene
        return _within(one, scene)

    def _sets(self, one: EventCandidate) -> bool:
        """Whether a dated event is one on a day, told as past on the main line."""
        group = self.context.groups.get(one.verb)
        if group is None or one.time is None or one.tie is not Tie.OWN:
            return False
        if one.trigger != one.verb and group.form is not Form.FINITE:
            return False  # *to sway the 8 May vote*
        if self.context.syntax.clauses[one.verb].attached in self.context.timed:
            return False  # *the same day that she left*
        if not self._is_of_a_scene(one, self.context.meanings[one.time]) or self._lies_ahead(one.time):
            return False
        reports = one.trigger in self.context.sayings.cues
        if self.context.quoted[one.trigger] or (reports and not self._is_reported_whole(one)):
            return False
        judged = judgement(self.context, one.verb)
        if judged is not None and judged.holds is Holds.NO:
            return False  # *rumours that he had died on Saturday proved false*
        if self.tree.lemmas[one.verb] == "bear" and fixes_year(self.context.meanings[one.time]):
            return False  # *was born on 3 May 1944*
        return group.aspect is not Aspect.PERFECT and read_status(self.context, one)[0] in _TOLD

    def _is_of_a_scene(self, one: EventCandidate, meaning: Meaning) -> bool:
        """Whether a time is as fine as what it dates asks for: a day, some days, the week of a vote or a trial."""
        if isinstance(meaning, Bounded) or is_open(meaning) or is_hour_alone(meaning):
            return False
        scripts, named = self.words.scripts(one)
        unit = fineness(meaning)
        return unit is Unit.DAY or (unit in _SOME_DAYS and named) or _RESULTS in scripts

    def _lies_ahead(self, time: int) -> bool:
        """*Moved the vote to 2 June*: what is past in its clause was on another day."""
        direction = self.context.directions[time]
        return Sense.FUTURE in (direction.sense, direction.likelier)

    def _is_reported_whole(self, one: EventCandidate) -> bool:
        """*A fire was reported on Tuesday*: it is what happened, and not who tells it."""
        clause = self.context.syntax.clauses[one.verb]
        return clause.passive and clause.subject is not None and happens(self.tree, clause.subject)

    def _is_narrative(self, one: EventCandidate) -> bool:
        """Whether an event is told in the simple past, or goes along with what is."""
        group = self.context.groups.get(one.verb)
        if group is None or one.trigger != one.verb or one.trigger in self.context.sayings.cues:
            return False
        if group.conditional or group.modality is not Modality.INDICATIVE:
            return False
        perfect = group.aspect in (Aspect.PERFECT, Aspect.PERFECT_PROGRESSIVE) and not self._is_reported(one.verb)
        if perfect or (group.form is Form.FINITE and group.tense is not Tense.PAST):
            return False
        if group.form is Form.PRESENT_PARTICIPLE and self._is_ground(self.context.syntax.clauses[one.verb]):
            return False
        if self.words.goes_back(one):
            return False
        if self._is_long_ago(one) or is_of_an_age(self.context, one.verb):
            return False
        return self._is_told(one) or (group.form is Form.FINITE and self._is_state(one))

    def _is_ground(self, clause: Clause) -> bool:
        """*Jailed for driving into a crowd*, *charged with theft*, *before leaving*; not *with Rask losing*."""
        return clause.subject is None and bool(self.context.markers(clause) & _GROUNDS)

    def _is_long_ago(self, one: EventCandidate) -> bool:
        """*Was convicted years ago and served two*: not in the scene of today's news."""
        clause = self.context.syntax.clauses[one.verb]
        goes_along = clause.relation is Relation.CONJUNCT and clause.subject is None
        return one.verb in self.long_ago or (goes_along and clause.parent in self.long_ago)

    def _is_told(self, one: EventCandidate) -> bool:
        return read_status(self.context, one)[0] in _TOLD

    def _is_state(self, one: EventCandidate) -> bool:
        """*Nine people were on board at the time*: what went on while it happened."""
        return read_status(self.context, one)[0] is Status.ONGOING

    def _is_reported(self, verb: int) -> bool:
        """*Said that she had broken a leg*: a past seen from a past saying."""
        clause = self.context.syntax.clauses[verb]
        return clause.relation is Relation.COMPLEMENT and clause.parent in self.context.sayings.cues

    def _scene_of(self, one: EventCandidate, paragraph: int) -> Scene | None:
        clause = self.context.syntax.clauses[one.verb]
        if clause.relation in (Relation.CONJUNCT, Relation.ADVERBIAL):
            above = host(self.context, clause)
            at_once = clause.relation is Relation.CONJUNCT or bool(self.context.markers(clause) & _AT_ONCE)
            plain = self.context.groups[one.verb].form is Form.PRESENT_PARTICIPLE and not clause.markers
            if above in self.within and (at_once or plain):
                return self.within[above]
        if clause.relation in NOUN_CLAUSES and clause.parent is not None and self._tells_where(clause):
            scene = self.within.get(clause.parent)
            if scene is not None and not scene.long:
                return scene
        if one.trigger in self.lives:
            return None
        if len(self.times) == 1 and self._is_witnessed(one, clause):
            return self.scenes[-1]
        if one.verb in self.then and self.scenes and paragraph - self.scenes[-1].paragraph <= _NEAR:
            return self.scenes[-1]
        aside = self._is_aside(clause) or bool(self.context.quoted[one.trigger])
        for scene in (one for named in (True, False) for one in reversed(self.scenes) if one.named is named):
            signs = 0 if aside and not scene.named else self.words.signs(one, scene)
            near = paragraph - scene.paragraph <= (0 if scene.long else _NEAR)
            if signs >= (1 if near else _SIGNS_FAR):
                return scene if scene.named else self._told_farther(one) or scene
        goes_on = bool(self.scenes) and not aside and self._goes_on(one, self.scenes[-1], paragraph)
        return self.scenes[-1] if goes_on else None

    def _tells_where(self, clause: Clause) -> bool:
        """*The chase ended at a pier, where divers found a car*: a story that goes on there."""
        first = (at for at in self.tree.children[clause.verb] if at < clause.verb)
        return any(self.tree.lowers[at] in _WHERE for at in first) and self.tree.lowers[clause.verb] not in _STATES

    def _told_farther(self, one: EventCandidate) -> Scene | None:
        """*Skerra voted on Monday. … On Tuesday she rested. … She lost her seat*: a named scene that it is of."""
        named = (scene for scene in reversed(self.scenes) if scene.named and not scene.long)
        return next((scene for scene in named if self.words.signs(one, scene)), None)

    def _is_aside(self, clause: Clause) -> bool:
        """*A man who drowned*, whenever that was; but *an attack on Friday, which left nine dead* goes on with it."""
        if clause.relation not in NOUN_CLAUSES or clause.parent is None:
            return False
        noun = clause.attached
        return noun is None or not (noun in self.context.timed or happens(self.tree, noun))

    def _goes_on(self, one: EventCandidate, scene: Scene, paragraph: int) -> bool:
        """Whether a story goes on in the scene told last: for a paragraph; a mishap's or a meeting's for longer."""
        if scene.aside or scene.scripts == {_RESULTS}:
            return False  # *a crash that killed nine on 3 May*, told of in today's news; *prices rose last week*
        longest = _NEAR if scene.named and scene.scripts & _TOLD_AT_LENGTH else 0
        plain = self.context.groups[one.verb].aspect is Aspect.NONE and not self.context.quoted[one.trigger]
        near = plain and paragraph - scene.paragraph <= longest and not is_within(one.trigger, self.background)
        return (
            near and self._is_told(one) and not self._brings_somebody(one) and not self.words.brings_another(one, scene)
        )

    def _brings_somebody(self, one: EventCandidate) -> bool:
        """*The ferry sank on Saturday. Mayor Kesk resigned*: who was not told of before may act at another time."""
        subject = self.context.syntax.clauses[one.verb].understood_subject
        mention = self.context.mentions.get(-1 if subject is None else subject)
        start, _ = self.context.sentence(one.trigger)
        return mention is not None and all(at >= start for at in self._mentioned[mention[0]])

    @cached_property
    def _mentioned(self) -> dict[str, list[int]]:
        """Where each actor is told of, by token."""
        places = defaultdict[str, list[int]](list)
        for at, (actor, _) in self.context.mentions.items():
            places[actor].append(at)
        return places

    def _is_witnessed(self, one: EventCandidate, clause: Clause) -> bool:
        """*“We dug with our hands”*: in quotation marks, told of themselves by who was there."""
        subject = clause.understood_subject
        first_person = subject is not None and self.tree.lowers[subject] in _WITNESSES
        mishap = self.scenes[-1].named and bool(self.scenes[-1].scripts & MISHAPS)
        return first_person and bool(self.context.quoted[one.trigger]) and mishap
