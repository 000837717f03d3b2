"""Which clauses and nouns tell of something that happens, has happened or may."""

from collections.abc import Collection, Iterator, Sequence

import msgspec

from extractors.events.candidates.overlooked import overlooked
from extractors.events.candidates.overlooked_nouns import overlooked_nouns
from extractors.events.candidates.sharing import shared_time
from extractors.events.candidates.telling_verbs import planned_nouns, telling_verbs
from extractors.events.candidates.ties_to_scenes import only_ties
from extractors.events.context.event_context import EventContext
from extractors.events.dating.dates import Dates
from extractors.events.dating.edges import one_or_the_other
from extractors.events.dating.ranked_since import is_ranked_since
from extractors.lexicons.scripts import RECURRING, Part, scripts_of
from extractors.syntax.eventive import happens
from extractors.syntax.relations import Relation
from extractors.syntax.unplanning import unplans
from timeline.meanings.named import CalendarDate
from timeline.meanings.units import Unit
from timeline.model import Tie

_ONE = frozenset("a an".split())
_BEFORE_IT = frozenset("after following".split())
_KNOWN = frozenset("the this that these those".split())


class EventCandidate(msgspec.Struct, frozen=True):
    """Something that is told to happen, by token indices."""

    trigger: int
    verb: int
    """The verb of its clause; the trigger itself, unless that is a noun."""
    time: int | None = None
    tie: Tie = Tie.OWN
    apart: int | None = None
    """The time that tells how far it lies from `time`; of a scene, the hour by which it is the day after."""
    stands_for: frozenset[int] = frozenset()
    """The verbs that tell nothing beside a noun: *plan* beside *a march*, *reject* beside *the May vote*."""
    overlooked: bool = False
    """Whether it is a noun that no rule takes."""


def event_candidates(
    context: EventContext, dates: Dates, besides: Collection[int] | None = None
) -> list[EventCandidate]:
    """What a doc tells of, in the order of the text.

    Args:
        context: the doc.
        dates: what its times date.
        besides: the verbs and nouns that tell of something besides what the rules take; None for those that are likely
            to.
    """
    by_rule = frozenset(telling_verbs(context, dates))
    verbs = overlooked(context, dates, by_rule) if besides is None else [at for at in besides if at in context.groups]
    told = sorted({*by_rule, *verbs})
    found = candidates_of(context, dates, told)
    taken = {*told, *(one.trigger for one in found)}
    nouns = overlooked_nouns(context, dates, taken) if besides is None else sorted({*besides} - taken)
    more = (_of_noun(context, dates, noun) for noun in nouns)
    return sorted((*found, *more), key=lambda one: one.trigger)


def candidates_of(context: EventContext, dates: Dates, told: Sequence[int]) -> list[EventCandidate]:
    """What some verbs tell of, and the nouns beside them, in the order of the text."""
    verbs = [_of_verb(context, dates, verb) for verb in told]
    found = _Nouns(context, dates, told)
    nouns = [*found.nouns(), *found.nouns_before(), *found.nouns_apart()]
    absorbed = frozenset().union(*(noun.stands_for for noun in nouns))
    triggers = {*told, *(noun.trigger for noun in nouns)}
    absorbed |= {one.verb for one in verbs if one.time is None and only_ties(context, one.verb, triggers)}
    telling = [verb for verb in verbs if verb.time is not None or verb.trigger not in absorbed]
    return sorted((*telling, *nouns), key=lambda one: one.trigger)


def _of_noun(context: EventContext, dates: Dates, noun: int) -> EventCandidate:
    return EventCandidate(noun, context.syntax.owners[noun], dates.nouns.get(noun), overlooked=True)


def _of_verb(context: EventContext, dates: Dates, verb: int) -> EventCandidate:
    if verb in dates.apart and verb not in dates.verbs:
        time, apart = dates.apart[verb]
        return EventCandidate(verb, verb, time, Tie.APART, apart)
    own = shared_time(context, dates, verb)
    if verb in dates.edges:
        return EventCandidate(verb, verb, own, Tie.EDGE)
    other = None if own is None else one_or_the_other(context, own)
    if other is not None:
        return EventCandidate(verb, verb, own, Tie.EITHER, other)
    if own is None and verb in dates.taken_up:
        return EventCandidate(verb, verb, dates.taken_up[verb], Tie.SCENE)
    if own is not None and is_ranked_since(context.tree, context.groups, context.times[own].start):
        return EventCandidate(verb, verb)  # *it was the first strike since 1984*
    return EventCandidate(verb, verb, own)


class _Nouns:
    """The nouns of one doc that tell of something, beside its verbs that do."""

    def __init__(self, context: EventContext, dates: Dates, telling: Collection[int]) -> None:
        self.context, self.dates, self.tree, self.telling = context, dates, context.tree, telling

    def nouns(self) -> Iterator[EventCandidate]:
        for noun, time in self.dates.nouns.items():
            if self._is_named_by_its_year(noun, time):
                continue
            owner = self.context.syntax.owners[noun]
            clause = self.context.syntax.clauses.get(owner)
            if clause is None or owner not in self.context.groups:
                yield EventCandidate(noun, noun, time)
                continue
            inside = noun in clause.objects or noun in planned_nouns(self.context, clause, self.context.groups[owner])
            decides = unplans(self.tree, owner) is not None  # *postponed the trial to 3 October*
            yield EventCandidate(noun, owner, time, stands_for=frozenset({owner} if inside and not decides else ()))

    def _is_named_by_its_year(self, noun: int, time: int) -> bool:
        """*The 2019 World Cup*, *the 2020 presidential election*: a name with a year in it tells of nothing.

        So it is for what comes again and again, with or without a name.
        """
        meaning, span = self.context.meanings[time], self.context.times[time]
        year = isinstance(meaning, CalendarDate) and meaning.month is None
        if not year or span.start > noun:
            return False
        recurs = scripts_of(Part.SETS).get(self.tree.lemmas[noun], frozenset()) & RECURRING
        return bool(recurs) or any(self.context.doc[at].text[0].isupper() for at in range(span.end, noun + 1))

    def nouns_before(self) -> Iterator[EventCandidate]:
        """*Left after a fight*, *resigned following protests*: one more thing that happened, not one told of before."""
        for verb in self.telling:
            for noun in self.tree.children[verb]:
                below = self.tree.children[noun]
                after = any(self.tree.lowers[at] in _BEFORE_IT for at in below)
                known = any(self.tree.lowers[at] in _KNOWN or self._owns(at) for at in below)
                dated = noun in self.dates.nouns or noun in self.dates.apart
                if after and not known and not dated and happens(self.tree, noun):
                    yield self._just_before(noun, verb)

    def nouns_apart(self) -> Iterator[EventCandidate]:
        """*Won on Monday, a day after the vote*: the vote was the day before."""
        for noun, (time, apart) in self.dates.apart.items():
            owner = self.context.syntax.owners[noun]
            if noun not in self.context.groups and noun not in self.dates.nouns and owner in self.context.groups:
                yield EventCandidate(noun, owner, time, Tie.APART, apart)

    def _just_before(self, noun: int, verb: int) -> EventCandidate:
        """*Was arrested on Saturday after a fight*: that was on the day, as it seems."""
        time = self.dates.verbs.get(verb)
        one = any(self.tree.lowers[at] in _ONE for at in self.tree.children[noun])
        if time is None or not one or self.context.meanings[time].fineness() is not Unit.DAY:
            return EventCandidate(noun, verb)
        return EventCandidate(noun, verb, time, Tie.SCENE)

    def _owns(self, at: int) -> bool:
        return self.tree.relations[at] is Relation.POSSESSOR
