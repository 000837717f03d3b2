"""The words of scenes: which scripts a clause is of, and whether it tells of another such happening."""

from collections.abc import Iterator

import msgspec

from extractors.events.candidates.event_candidates import EventCandidate
from extractors.events.context.event_context import EventContext
from extractors.lexicons import modifiers
from extractors.lexicons.scripts import MISHAPS, Part, scripts_of
from extractors.syntax.phrases import Range, clause_tokens
from extractors.syntax.relations import Relation
from timeline.meanings.composed import Range as TimeRange
from timeline.meanings.units import Unit

_NEW = frozenset("a an any each every some many several few".split())
_OTHER = frozenset("another second third previous earlier other similar".split())
"""Before a noun: the happening is one more than that of the scene."""
GATHERING = frozenset(("meeting",))
"""The script of what is held over some days, whatever it is called: *ran from 3 to 5 May*."""
_OF_A_LIFE = frozenset("bear live".split())
_DAYS = frozenset("day night week month year".split())
_NTH = frozenset("first second third fourth fifth sixth seventh eighth ninth tenth opening final last".split())
_HELD = frozenset("hold take".split())


class Scene(msgspec.Struct):
    """A dated past event, and what belongs to it."""

    time: int
    scripts: frozenset[str]
    named: bool
    """Whether its clause names a script, rather than may be of any mishap."""
    names: frozenset[str]
    """The words by which its clause names it."""
    long: bool
    """Whether it is of more than a day, so that much may be told beside it."""
    aside: bool
    """Whether it is told in a clause that says more of a noun, so that the story does not go on in it."""
    paragraph: int
    """The last one in which something of it was told."""
    late: bool = False
    """Whether it is evening or night in it, so that an hour before noon is one of the day after."""
    morrow: int | None = None
    """The time by which it has gone on to the day after."""


class SceneWords:
    """The words of one doc."""

    def __init__(self, context: EventContext) -> None:
        self.context, self.tree = context, context.tree

    def scripts(self, one: EventCandidate) -> tuple[frozenset[str], bool]:
        """What its clause names whole; where it names nothing so, what its verb is an act of; and whether it is one."""
        sets = scripts_of(Part.SETS)
        named = [sets[lemma] for at in self._words(one) if (lemma := self.tree.lemma_in(at, sets))]
        if named:
            return frozenset().union(*named), True
        of_verb = [scripts_of(part) for part in (Part.TELLS, Part.ACTS)]
        found = [acts[lemma] for acts in of_verb if (lemma := self.tree.lemma_in(one.trigger, acts))]
        if not found and one.time is not None and self._is_held(one, one.time):
            return GATHERING, True
        return (found[0], True) if found else (MISHAPS, False)  # *the footbridge gave way on Monday. Seven people died*

    def names(self, one: EventCandidate) -> frozenset[str]:
        """The words by which its clause names a script whole."""
        sets = scripts_of(Part.SETS)
        return frozenset(self.tree.lemmas[at] for at in self._words(one) if self.tree.lemma_in(at, sets))

    def _is_held(self, one: EventCandidate, time: int) -> bool:
        """*Ran from 3 to 5 May*, *took place last week*."""
        some_days = isinstance(self.context.meanings[time], TimeRange)
        return some_days or (self.tree.lemmas[one.trigger] in _HELD and self.is_long(time))

    def is_long(self, time: int) -> bool:
        """Whether a time is of more than a day, as a week is, and the days of a fair."""
        return self.context.meanings[time].fineness() is not Unit.DAY

    def brings_another(self, one: EventCandidate, scene: Scene) -> bool:
        """Whether a clause names a happening that is not the one of the scene."""
        sets = scripts_of(Part.SETS)
        return any(self._is_new(at, scene) for at in self._words(one) if self.tree.lemma_in(at, sets))

    def signs(self, one: EventCandidate, scene: Scene) -> int:
        """How many words of a clause are of these scripts; none where it names another such happening.

        A verb that says by itself which script it is, as to *plead* does, is as good as two.
        """
        found = set()
        for at in self._words(one):
            part = next((part for part in Part if self.belongs(at, part, scene.scripts, one.trigger)), None)
            if part is Part.SETS and at != one.trigger and self._is_new(at, scene):
                return 0
            if part is not None:
                found.add(self.tree.lemmas[at])
            if part is Part.TELLS:
                found.add("")
        return len(found)

    def belongs(self, at: int, part: Part, of: frozenset[str], trigger: int) -> bool:
        """Whether a word has this part in one of these scripts."""
        if part in (Part.ACTS, Part.TELLS) and at != trigger and not self.tree.is_verb(at):
            return False
        if part is Part.THINGS and self.tree.pos[at] not in ("NOUN", "PROPN"):
            return False
        lemmas = scripts_of(part)
        lemma = self.tree.lemma_in(at, lemmas)
        return lemma is not None and bool(lemmas[lemma] & of)

    def goes_back(self, one: EventCandidate) -> bool:
        """Whether a clause says by itself that it was before, or a life long: *previously*, *was born*."""
        beside = (one.verb - 1, min(one.verb + 1, len(self.tree) - 1))
        words = (at for at in (*beside, *self.tree.children[one.verb]) if self.tree.pos[at] == "ADV")
        before = any(self.tree.lowers[at] in modifiers.earlier_adverbs() for at in words)
        before = before or any(self._counts_days(at) for at in self.tree.children[one.verb])
        return before or self.tree.lemmas[one.trigger] in _OF_A_LIFE

    def _counts_days(self, noun: int) -> bool:
        """*On the second day of the trial*: a day that is told by its number, and not by that of the scene."""
        if self.tree.lemmas[noun] not in _DAYS or self.tree.relations[noun] is not Relation.OBLIQUE:
            return False
        if noun in self.context.timed:
            return False
        return any(self.tree.lowers[at] in _NTH for at in self.tree.children[noun])

    def _words(self, one: EventCandidate) -> Iterator[int]:
        """The words of its clause, without its times: *March* is no protest."""
        return (at for run in self._runs(one) for at in range(*run) if at not in self.context.timed)

    def _runs(self, one: EventCandidate) -> list[Range]:
        clause = self.context.syntax.clauses[one.verb]
        return clause_tokens(self.context.syntax, clause, open_complements=True)

    def _is_new(self, noun: int, scene: Scene) -> bool:
        """*Another quake*, or *a quake* where one was told of; *a landslide* may be part of it."""
        before = {self.tree.lowers[at] for at in self.tree.children[noun]}
        return bool(before & _OTHER) or (bool(before & _NEW) and self.tree.lemmas[noun] in scene.names)
