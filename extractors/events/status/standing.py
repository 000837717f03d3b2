"""Standing: who tells of an event, and what they have to do with it: whether they decide it, or quarrel over it."""

from dataclasses import dataclass
from functools import cached_property

from extractors.events.candidates.event_candidates import EventCandidate
from extractors.events.context.event_context import EventContext
from extractors.events.context.fineness import fineness
from extractors.events.roles import subject_of
from extractors.lexicons import governors, modifiers, nouns
from extractors.lexicons.effects import Effect
from extractors.lexicons.verb_rows import Manner
from extractors.syntax.clauses import is_reporting
from extractors.syntax.eventive import happens
from extractors.syntax.phrases import phrase
from extractors.syntax.relations import Relation
from extractors.syntax.tenses import Tense
from extractors.verb_groups import VerbGroup
from timeline.meanings.composed import Bounded, Range
from timeline.meanings.units import Unit
from timeline.model import Tie

_ONESELF = frozenset("i we".split())
_OWN = frozenset("my our his her their its".split())
_OF_A_LAWYER = frozenset("my his her our their".split())
_NEAR = 40
"""Words in which a verb of saying is looked for that a parse has lost."""
_PER = frozenset("according per".split())
_ONE, _SEVERAL = frozenset("he she".split()), frozenset(("they",))
_SOME = frozenset("many most some more few several all half thousands millions hundreds dozens nobody everyone".split())
_PLURAL = frozenset(("NNS", "NNPS"))
_ANNOUNCING = frozenset("announce confirm".split())
_SET = (Unit.DAY, Unit.WEEK, Unit.WEEKEND, Unit.MONTH)
"""How fine a time is that something is set for; a year is as good as open."""


@dataclass(frozen=True)
class Standing:
    """Who tells of one event, by what the doc shows."""

    context: EventContext
    candidate: EventCandidate

    @cached_property
    def number(self) -> int | None:
        """The attribution that it is told under."""
        return self.context.sayings.said_by(self.candidate.trigger)

    @property
    def speaker(self) -> str:
        """Who vouches for it, by name; empty where the article does."""
        return "" if self.number is None else self.context.sayings.all[self.number].speaker

    @cached_property
    def subject(self) -> int | None:
        """Who or what does it."""
        clause = self.context.syntax.clauses.get(self.candidate.verb)
        return None if clause is None else subject_of(self.context, clause)

    @cached_property
    def neutral(self) -> bool:
        """Whether the speaker holds an office that such things are the business of: *police*, *the ministry*."""
        return bool(self._source_lemmas & nouns.offices())

    @cached_property
    def adverse(self) -> bool:
        """Whether the speaker takes a side in court, or speaks for somebody who has one: *her client was at home*."""
        return self._is_of_a_client or self._is_adversary

    @property
    def _is_of_a_client(self) -> bool:
        """*His client* of a lawyer; neither *our clients* nor *its client*, whom firms have as well."""
        tree, at = self.context.tree, self.subject
        if at is None or tree.lowers[at] != "client":
            return False
        return any(tree.lowers[one] in _OF_A_LAWYER for one in tree.children[at])

    @property
    def _is_adversary(self) -> bool:
        """*Prosecutors*, *the defence*; neither the Civil Defence Authority nor the defence ministry."""
        source = None if self.number is None else self.context.sayings.all[self.number].source
        if source is None:
            return False
        tree, sides = self.context.tree, nouns.adversaries()
        heads = (at for at in range(*source) if at + 1 == source[1] or not tree.tags[at + 1].startswith("NN"))
        return any(tree.lemmas[at].lower() in sides and at not in self.context.mentions for at in heads)

    @property
    def party(self) -> bool:
        """Whether the speaker makes claims, or denies them, where others do the contrary."""
        return bool(self.speaker) and not self.neutral and self.speaker in self.context.sayings.parties

    @property
    def contradicted(self) -> bool:
        """Whether the speaker tells it in one way and somebody else in another."""
        if self.number in self.context.sayings.disputed:
            return True
        return bool(self.speaker) and not self.neutral and self.speaker in self.context.sayings.contradicting

    @property
    def of_oneself(self) -> bool:
        """Whether speakers tell of what they did themselves."""
        return self._is_speaker

    @property
    def quantified(self) -> bool:
        """Whether it is told of no one in particular: *many schools*."""
        tree = self.context.tree
        at = self.subject
        return at is not None and any(tree.lowers[word] in _SOME for word in (at, *tree.children[at]))

    @property
    def several(self) -> bool:
        """Whether it is told of more than one, so that each may have had it happen at another time."""
        at = self.subject
        return at is not None and (self.context.tree.tags[at] in _PLURAL or self.quantified)

    @property
    def decides(self) -> bool:
        """Whether who tells of it, the article apart, is who decides it, or tells of what is scheduled.

        In quotation marks whose speaker is not known only what *I* or *we* will do is decided.
        """
        if self._is_hoped:
            return False
        if self.number is None and self.context.quoted[self.candidate.trigger]:
            return self.subject is not None and self.context.tree.lowers[self.subject] in _ONESELF
        if self.number is None or self._is_speaker or self._is_relayed or self._is_decreed:
            return True
        if self.quantified:
            return False
        clause = self.context.syntax.clauses.get(self.candidate.verb)
        at = self.subject
        if clause is None or at is None or clause.passive or happens(self.context.tree, at) or self._is_own(at):
            return True
        if self._actor_of(at) or self.context.tree.lowers[at] in _ONE | _SEVERAL:
            return self._is_announced
        body = self.context.tree.lemmas[at] in nouns.offices() | nouns.officers()
        speaks_for = self._source_has_office or self._is_person
        if body:
            return speaks_for or self._is_announced
        return not self._source_lemmas & nouns.outsiders()

    @property
    def of_another(self) -> bool:
        """Whether it is told of somebody else whom the article names."""
        return not self._is_speaker and self.subject is not None and bool(self._actor_of(self.subject))

    @property
    def announced(self) -> bool:
        """Whether a bare *would* tells what is to come: *according to the clerk*, or after a plan or a saying."""
        if self.number is not None:
            return self.context.tree.lowers[self.context.sayings.all[self.number].cue[0]] in _PER
        start, _ = self.context.sentence(self.candidate.trigger)
        here = (
            self.context.groups.get(at)
            for at in range(max(start, self.candidate.trigger - _NEAR), self.candidate.trigger)
        )
        if any(group is not None and self._tells_before(group) for group in here):
            return True
        if not start:
            return False
        before = self.context.sentence(start - 1)
        groups = (group for at in range(*before) if (group := self.context.groups.get(at)) is not None)
        return any(self._announces(group) for group in groups)

    def _tells_before(self, group: VerbGroup) -> bool:
        """*He declared – on Sunday – flags would be flown*: a saying that a parse has lost what is said of."""
        said = group.tense is Tense.PAST and is_reporting(self.context.tree, group.trigger)
        return said and not self.context.quoted[group.trigger]

    def _announces(self, group: VerbGroup) -> bool:
        above = group.embedding
        plans = group.embeds is Effect.PLAN or (above is not None and above.kind in (Effect.PLAN, Effect.FUTURE))
        return plans or is_reporting(self.context.tree, group.trigger)

    @cached_property
    def _is_speaker(self) -> bool:
        tree, at = self.context.tree, self.subject
        if self.number is None or at is None:
            return False
        source = self.context.sayings.all[self.number]
        lower = tree.lowers[at]
        if lower in _ONESELF:
            return True
        words = range(*source.source) if source.source is not None else range(0)
        if lower in _ONE:  # a first name that a tagger takes for a plural is none
            many = any(
                tree.lowers[at] == "and" or (tree.tags[at] == "NNS" and self.context.doc[at].is_lower) for at in words
            )
            return not self.context.quoted[at] and not many
        if lower in _SEVERAL:
            many = any(tree.lowers[word] == "and" or tree.tags[word] in _PLURAL for word in words)
            return not self.context.quoted[at] and (many or source.actor in self.context.bodies)
        if lower == "it":
            return not self.context.quoted[at] and source.actor in self.context.bodies
        return bool(source.actor) and self._actor_of(at) == source.actor

    @property
    def _is_relayed(self) -> bool:
        """*A paper reported that the mayor would resign*: news of what others decide."""
        return self.context.tree.lemmas[self.context.sayings.all[self.number or 0].cue[0]] == "report"

    @property
    def _is_decreed(self) -> bool:
        """*Per the request, the council would meet*: told by what is to bring it about."""
        wanted = (governors.embedding_nouns().get(lemma) for lemma in self._source_lemmas)
        return any(kind in (Effect.PLAN, Effect.REQUEST) for kind in wanted)

    @property
    def _is_hoped(self) -> bool:
        """*Is optimistic that a deal will be reached*."""
        clause = self.context.syntax.clauses.get(self.candidate.verb)
        if clause is None or clause.parent is None or clause.relation is not Relation.COMPLEMENT:
            return False
        over = self.context.syntax.clauses[clause.parent].predicate
        return any(
            at is not None and self.context.tree.lowers[at] in modifiers.attitudes() for at in (clause.attached, over)
        )

    @property
    def _is_announced(self) -> bool:
        """*The Pope will step down on 28 February, the Vatican said*: a day that is set, told by no mere onlooker."""
        cue = self.context.sayings.all[self.number or 0].cue[0]
        says = self.context.sayings.manner(self.candidate.trigger) is Manner.SAYS
        if not says or self._source_lemmas & nouns.outsiders():
            return False
        if self.context.tree.lemmas[cue] in _ANNOUNCING:
            return True
        time = self.candidate.time if self.candidate.tie is Tie.OWN else None
        meaning = None if time is None else self.context.meanings[time]
        dated = meaning is not None and not isinstance(meaning, Range | Bounded) and fineness(meaning) in _SET
        return dated and not self.adverse and not self._is_person

    def _is_own(self, at: int) -> bool:
        """*Her government*, *our party*; *the company*, told by its spokeswoman."""
        tree = self.context.tree
        start, end = phrase(self.context.syntax, at)
        if any(tree.lowers[word] in _OWN for word in range(start, min(end, at))):
            return True
        source = self.context.sayings.all[self.number or 0].source
        if source is not None and any(tree.lowers[word] in _OWN for word in range(*source)):
            return True  # *The party will appeal, its lawyers said.*
        named = set() if source is None else {self._actor_of(word) for word in range(*source)} - {""}
        return self._actor_of(at) in named or tree.lemmas[at] in self._source_lemmas

    def _actor_of(self, at: int) -> str:
        return self.context.mentions.get(at, ("", (0, 0)))[0]

    @property
    def _is_person(self) -> bool:
        actor = self.context.sayings.all[self.number or 0].actor
        return bool(actor) and actor not in self.context.bodies

    @cached_property
    def _source_has_office(self) -> bool:
        return bool(self._source_lemmas & (nouns.offices() | nouns.officers()))

    @cached_property
    def _source_lemmas(self) -> frozenset[str]:
        if self.number is None:
            return frozenset()
        one = self.context.sayings.all[self.number]
        words = range(*one.source) if one.source is not None else ()
        titles = self.context.titles.get(one.actor, frozenset())
        return frozenset(self.context.tree.lemmas[word] for word in words) | titles


def read_standing(context: EventContext, candidate: EventCandidate) -> Standing:
    """The standing of who tells of an event."""
    return Standing(context, candidate)
