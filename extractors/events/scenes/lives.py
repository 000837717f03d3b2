"""Lives of those who died of no mishap: what they did, and what is remembered of them, is not of the day they died."""

from collections.abc import Sequence

from extractors.events.candidates.event_candidates import EventCandidate
from extractors.events.context.event_context import EventContext
from extractors.events.scenes.scene_words import SceneWords
from extractors.lexicons.scripts import MISHAPS, Part, scripts_of
from timeline.model import Tie


class Lives:
    """Those of one doc, by the triggers of what tells of them."""

    def __init__(self, context: EventContext, candidates: Sequence[EventCandidate]) -> None:
        self.context, self.tree, self.words = context, context.tree, SceneWords(context)
        self.dead = frozenset[str]().union(*map(self._who_dies, candidates))
        """Of whose deaths it is told by themselves: what else they did is their life."""
        first = next((one for one in candidates if one.time is not None and one.tie is Tie.OWN), None)
        self.mourns = first is not None and bool(self._who_dies(first))
        """Whether the article begins with such a death, so that what others say in it is what they remember."""
        self.triggers = frozenset(one.trigger for one in candidates if self.tell_of(one))

    def tell_of(self, one: EventCandidate) -> bool:
        """What the dead did, and what was done to them other than what they died of; what others remember."""
        if not self.dead:
            return False
        clause = self.context.syntax.clauses.get(one.verb)
        died = self.tree.lemmas[one.trigger] == "die"
        if clause is None or died:
            return False
        if clause.passive and self.words.belongs(one.trigger, Part.ACTS, MISHAPS, one.trigger):
            return False
        subject = clause.understood_subject
        if subject is not None and self.context.cast.ids(subject) & self.dead:
            return True
        if not self.mourns or one.trigger in self.context.sayings.cues:
            return False
        cast, whom = self.context.cast, [at for at in (*clause.objects, clause.recipient) if at is not None]
        return bool(self.context.quoted[one.trigger]) or any(cast.ids(at) & self.dead for at in whom)

    def _who_dies(self, one: EventCandidate) -> frozenset[str]:
        """*Mia Kesk died at home on Monday*, of no mishap that is named."""
        clause = self.context.syntax.clauses.get(one.verb)
        if clause is None or self.tree.lemmas[one.trigger] != "die" or self._names_mishap(one):
            return frozenset()
        subject = clause.understood_subject
        return (frozenset() if subject is None else self.context.cast.ids(subject)) or self._named_before(one.trigger)

    def _names_mishap(self, one: EventCandidate) -> bool:
        """*Died in a crash*."""
        sets = scripts_of(Part.SETS)
        return any(sets[lemma] & MISHAPS for lemma in self.words.names(one) if lemma in sets)

    def _named_before(self, verb: int) -> frozenset[str]:
        """*The singer, actor and advocate Mia Kesk died*, of which a parse finds no subject."""
        start, _ = self.context.sentence(verb)
        numbers = (self.context.cast.by_head.get(at) for at in range(verb - 1, start - 1, -1))
        number = next((number for number in numbers if number is not None), None)
        return frozenset() if number is None else frozenset(actor.id for actor in self.context.cast.of(number))
