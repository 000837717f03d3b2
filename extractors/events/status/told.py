"""What the status of one event is read from: its verb, those above it, how it is reported, and by whom."""

from dataclasses import dataclass
from functools import cached_property

from extractors.events.candidates.event_candidates import EventCandidate
from extractors.events.context.event_context import EventContext
from extractors.events.status.standing import Standing, read_standing
from extractors.lexicons import nouns, verbs
from extractors.lexicons.effects import Effect
from extractors.lexicons.verb_rows import Manner
from extractors.syntax.clauses import is_reporting
from extractors.syntax.embedding import AHEAD
from extractors.syntax.eventive import noun_in
from extractors.syntax.relations import Relation
from extractors.syntax.tenses import Aspect, Form, Voice
from extractors.syntax.trees import Tree
from extractors.verb_groups import VerbGroup
from extractors.verb_groups.factuality import verbs_above
from timeline.meanings.composed import Range
from timeline.model import Status, Tie
from timeline.when import Step

PERFECT = (Aspect.PERFECT, Aspect.PERFECT_PROGRESSIVE)
_BESIDE = frozenset("after before since".split())
_FINITE = (Form.FINITE, Form.IMPERATIVE)

Verdict = tuple[Status, Step]
"""A status, and the rule with its reason in words."""


@dataclass(frozen=True)
class Told:
    """One event with all that its status is read from."""

    context: EventContext
    candidate: EventCandidate
    group: VerbGroup
    chain: tuple[VerbGroup, ...]
    """Its verb and those above that it takes its certainty from, nearest first."""
    manner: Manner
    """How the cue reports that it is told under."""
    standing: Standing
    """Who tells it, and what they have to do with it."""

    @cached_property
    def finite(self) -> VerbGroup:
        """The nearest verb that has a tense; the last of the chain where none has."""
        return next((one for one in self.chain if one.form in _FINITE), self.chain[-1])

    @cached_property
    def embedded(self) -> VerbGroup | None:
        """The nearest verb below a word that says what becomes of it, up to the one that has a tense."""
        for one in self.chain:
            if one.embedding is not None and one.embedding.kind in (*AHEAD, Effect.ALLEGATION):
                return one
            if one.form in _FINITE:
                return None
        return None

    def words(self, group: VerbGroup) -> str:
        """A verb group as it stands in the text, without what stands between its words."""
        return f"“{' '.join(self.context.doc[at].text for at in group.tokens)}”"

    def first(self, group: VerbGroup) -> str:
        """The word of a verb group that is inflected."""
        clause = self.context.syntax.clauses[group.trigger]
        return self.context.tree.lowers[min([*clause.auxiliaries, group.trigger])]

    def embedder(self, group: VerbGroup) -> str:
        """The word above a verb that says what becomes of it, with the small words of its own verb."""
        above = group.embedding
        assert above is not None
        over = self.context.groups.get(above.verb)
        own = over is not None and above.word in (over.trigger, over.predicate)
        return self.words(over) if over is not None and own else f"“{self.context.doc[above.word].text}”"

    @property
    def since(self) -> bool:
        """Whether its time has a beginning and no end, or is a length up to the moment of telling."""
        if self.candidate.tie is Tie.LASTING:
            return True
        time = self.candidate.time
        meaning = None if time is None else self.context.meanings[time]
        return isinstance(meaning, Range) and meaning.end is None

    @property
    def taken_for_granted(self) -> bool:
        """*After winning the vote she reportedly left*: what sets the time of another thing is as sure as can be."""
        clause = self.context.syntax.clauses[self.group.trigger]
        return self.group.form is Form.PRESENT_PARTICIPLE and bool(_BESIDE & self.context.markers(clause))

    @property
    def befalls(self) -> bool:
        """Whether nobody decides it: *prices will rise*, *the storm is to pass*."""
        if self.context.tree.lemma_in(self.group.trigger, verbs.befalling()) is not None:
            return True
        return self.group.voice is Voice.ACTIVE and self.undecided

    @property
    def undecided(self) -> bool:
        """Whether it is told of what nobody plans: *rain is expected*, *ten centimetres of snow*."""
        at = self.standing.subject
        return at is not None and is_undecided(self.context.tree, at)


def is_undecided(tree: Tree, noun: int) -> bool:
    """*Rain*, *ten centimetres of rain*, *thousands of deaths*; not *the victims of the fire*."""
    if noun_in(tree, noun, nouns.undecided()):
        return True
    counted = tree.tags[noun] == "CD" or noun_in(tree, noun, nouns.empty())
    below = (at for at in tree.children[noun] if counted and tree.relations[at] is Relation.NOUN_MODIFIER)
    return any(noun_in(tree, at, nouns.undecided()) for at in below)


def read_told(context: EventContext, candidate: EventCandidate) -> Told | None:
    """All that the status of an event is read from; None for a noun outside of any clause."""
    group = context.groups.get(candidate.verb)
    if group is None:
        return None
    chain = (group, *verbs_above(context.groups, group))
    manner = context.sayings.manner(candidate.trigger)
    return Told(context, candidate, group, chain, manner, read_standing(context, candidate))


def reports(told: Told) -> bool:
    """Whether its verb tells of something: *records show a loss in May*."""
    context, at = told.context, told.candidate.trigger
    return at in context.sayings.cues or is_reporting(context.tree, at)
