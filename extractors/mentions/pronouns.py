"""The sieve of pronouns: of the entities near that agree, the one that stands out most (Lappin and Leass 1994).

An entity stands out by where its mentions stand: as a subject more than as an object, in this sentence more than in the
one before. Who is meant must agree in number and kind, by what the text shows of them, and can't be the other party of
the same verb. Where two stand out alike, nobody is meant surely, and where too much is open, nobody is meant at all.
"""

from collections import deque
from collections.abc import Iterator

from extractors.mentions.descriptions import Link
from extractors.mentions.entities import Entities, Entity
from extractors.mentions.first_person import Spoken
from extractors.mentions.pronoun_forms import BEINGS, OWNING, PRONOUNS, REFLEXIVE, THIRD, Person
from extractors.mentions.records import Being, Count, DocMention, MentionForm, Sieve
from extractors.mentions.text_view import TextView
from extractors.syntax.relations import SUBJECTS, Relation

_WEIGHTS = {
    Relation.SUBJECT: 8.0,
    Relation.PASSIVE_SUBJECT: 8.0,
    Relation.AGENT: 6.0,
    Relation.OBJECT: 5.0,
    Relation.RECIPIENT: 5.0,
    Relation.POSSESSOR: 4.0,
    Relation.OBLIQUE: 3.5,
    Relation.PREDICATE: 3.0,
    Relation.APPOSITION: 4.0,
    Relation.COMPOUND: 1.5,
}
_OTHERWISE = 3.0
_FADING = 0.5
"""What is left of standing out a sentence later."""
_REACH = 3
"""Sentences before that of a pronoun in which its antecedent is looked for."""
_MOST = 60
"""Mentions that are looked at for one pronoun."""
_CLEAR = 1.6
"""How much more than the second the first must stand out to be meant surely."""
_PARALLEL = 1.25
_SINGLE = (Person.HE, Person.SHE)
_WEATHER = frozenset("rain snow seem appear happen turn".split())


class Pronouns:
    """Finds whom pronouns mean; to be told each mention in the order of the text."""

    def __init__(self, view: TextView, entities: Entities, spoken: Spoken) -> None:
        self._view, self._entities, self._spoken = view, entities, spoken
        self._near: deque[tuple[int, int, int]] = deque(maxlen=_MOST)
        """The latest mentions with the numbers of their sentences, and the words by whose place they stand out."""

    def remember(self, number: int, standing_for: int | None = None) -> None:
        """Let later pronouns mean the entity of a mention, of a relative pronoun the noun that it stands for."""
        one = self._view.mentions[number]
        person = PRONOUNS.get(self._view.tree.lowers[one.head]) if one.form is MentionForm.PRONOUN else None
        if person is None or person in THIRD:
            self._near.append(
                (self._view.sentence(one.head), number if standing_for is None else standing_for, one.head)
            )

    def antecedent(self, number: int) -> Link | None:
        """The mention that a pronoun takes up, or None where it isn't safe."""
        one, tree = self._view.mentions[number], self._view.tree
        if one.form is not MentionForm.PRONOUN:
            return None
        word = tree.lowers[one.head]
        person = PRONOUNS.get(word)
        if person is None or person not in THIRD:
            return None
        if word in REFLEXIVE:
            return self._reflexive(number, one)
        if person is Person.IT and is_empty(self._view, one.head):
            return None
        return self._most_prominent(number, one, person)

    def _reflexive(self, number: int, one: DocMention) -> Link | None:
        clause = self._view.syntax.clause_of(one.head)
        subject = clause.understood_subject if clause is not None else None
        meant = self._view.by_head.get(subject) if subject is not None else None
        if meant is None or meant >= number:
            return None
        return Link(number, meant, Sieve.REFLEXIVE, f"“{self._view.text(meant)}” is the subject of its clause")

    def _most_prominent(self, number: int, one: DocMention, person: Person) -> Link | None:
        view, entities = self._view, self._entities
        here = view.sentence(one.head)
        scores: dict[int, float] = {}
        best: dict[tuple[int, int], float] = {}
        latest: dict[int, int] = {}
        places: dict[int, int] = {}
        for sentence, other, place in reversed(self._near):
            distance = here - sentence
            if distance > _REACH:
                break
            top = entities.top(other)
            if not self._may_mean(number, other, person):
                continue
            weight = self._weight(place, one) * _FADING**distance
            before = best.get((top, sentence), 0.0)
            if weight > before:
                scores[top] = scores.get(top, 0.0) + weight - before
                best[top, sentence] = weight
            latest.setdefault(top, other)
            places.setdefault(top, place)
        ranked = sorted(scores, key=lambda top: (-scores[top], -latest[top]))
        if not ranked:
            return None
        first = ranked[0]
        second = scores[ranked[1]] if len(ranked) > 1 else 0.0
        sure = scores[first] >= _CLEAR * second and (person is not Person.IT or self._is_plain(one, places[first]))
        sure = sure and not (person in _SINGLE and self._leaves_quotation(one.head, latest[first]))
        why = "alone near enough and agrees" if len(ranked) == 1 else "of those near that agree the one that stands out"
        return Link(number, latest[first], Sieve.PRONOUN, f"“{view.text(latest[first])}” is {why}", sure)

    def _leaves_quotation(self, at: int, other: int) -> bool:
        """Whether a pronoun in a quotation means nobody named in it: then it may be anybody its speaker has in mind."""
        quoted = self._spoken.quoted_by(at)
        return quoted is not None and self._spoken.quoted_by(self._view.mentions[other].head) != quoted

    def _is_plain(self, one: DocMention, place: int) -> bool:
        """Whether *it* hardly means what a clause tells: as a subject it takes up a subject, and no *be* judges it."""
        view, part = self._view, self._view.part
        owns = view.tree.lowers[one.head] in OWNING
        clause = view.syntax.clause_of(one.head)
        judged = clause is not None and clause.subject == one.head and clause.predicate is not None
        near = view.sentence(one.head) - view.sentence(place) <= 1
        return near and (owns or (part(one.head) in SUBJECTS and part(place) in SUBJECTS and not judged))

    def _weight(self, place: int, one: DocMention) -> float:
        relation = self._view.part(place)
        weight = _WEIGHTS.get(relation, _OTHERWISE)
        parallel = relation is self._view.part(one.head) and relation in SUBJECTS
        return weight * (_PARALLEL if parallel else 1.0)

    def _may_mean(self, number: int, other: int, person: Person) -> bool:
        view = self._view
        one, two = view.mentions[number], view.mentions[other]
        entity = self._entities.of(other)
        if two.start <= one.start and one.end <= two.end:
            return False  # *the wreck that her crew left*
        if not agrees(entity, person):
            return False
        if person in _SINGLE:
            quoted = self._spoken.quoted_by(one.head)
            if quoted is not None and self._entities.top(quoted) == self._entities.top(other):
                return False  # *“I don't know what he wants,” Lind said.*
            if self._is_alternative(two):
                return False
        return not self._are_parties(one, two)

    def _is_alternative(self, one: DocMention) -> bool:
        """*The king or the queen*: which of them is left open."""
        tree = self._view.tree
        joined = [at for at in (one.head, *tree.children[one.head]) if tree.relations[at] is Relation.CONJUNCT]
        return any(tree.lowers[child] == "or" for at in joined for child in tree.children[at])

    def _are_parties(self, one: DocMention, two: DocMention) -> bool:
        """Whether both are parties of the same verb, so that they can't be the same: *Lind saw her*."""
        tree = self._view.tree
        if tree.lowers[one.head] in OWNING and tree.relations[one.head] is not Relation.OBJECT:
            return False
        return tree.heads[one.head] == tree.heads[two.head] and tree.heads[one.head] in self._view.syntax.clauses


def agrees(entity: Entity, person: Person) -> bool:
    """Whether a pronoun can mean an entity by its number, its kind, and what is known of whoever it is."""
    if person in _SINGLE:
        named = entity.being is Being.UNKNOWN and bool(entity.actor)
        return entity.count is not Count.MANY and (entity.being is Being.PERSON or named) and entity.may_be(person)
    if entity.being not in BEINGS[person]:
        return False
    if person is Person.IT:
        return entity.count is not Count.MANY
    return entity.count is not Count.ONE or entity.being is Being.BODY


def is_empty(view: TextView, at: int) -> bool:
    """*It was clear that …*, *it is raining*: nothing is meant."""
    syntax, tree = view.syntax, view.tree
    clause = syntax.clauses.get(tree.heads[at])
    if clause is None or clause.subject != at:
        return False
    judged = clause.predicate is not None or clause.passive or tree.lemmas[clause.verb] in ("be", "take")
    return tree.lemmas[clause.verb] in _WEATHER or (judged and any(_is_said(view, verb) for verb in _below(view, at)))


def _below(view: TextView, at: int) -> Iterator[int]:
    yield from view.syntax.below.get(view.tree.heads[at], ())


def _is_said(view: TextView, verb: int) -> bool:
    clause = view.syntax.clauses[verb]
    return clause.relation in (Relation.COMPLEMENT, Relation.OPEN_COMPLEMENT, Relation.CLAUSAL_SUBJECT) or any(
        view.tree.lowers[at] in ("that", "to", "whether") for at in clause.markers
    )
