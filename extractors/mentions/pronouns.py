"""The sieve of pronouns: of the entities near that agree, the likeliest by weights that were learned.

How much an entity stands out is counted in the manner of Lappin and Leass (1994): as a subject more than as an object,
in this sentence more than in the one before. That and what else speaks for it have learned weights (`ranking.py`). Who
is meant must agree by what the text shows of them, and can't be the other party of the same verb. Where it is far
likelier that none is meant, nobody is; and where nine of ten would not be right, nobody is meant surely.
"""

from collections import deque
from collections.abc import Sequence

from extractors.lexicons.beings import beings
from extractors.mentions.descriptions import Link
from extractors.mentions.empty_subjects import is_empty
from extractors.mentions.entities import Entities, Entity, agrees
from extractors.mentions.first_person import Spoken
from extractors.mentions.pronoun_features import Asked, Candidate, PronounFeatures
from extractors.mentions.pronoun_forms import OWNING, PRONOUNS, REFLEXIVE, THIRD, Person
from extractors.mentions.ranking import Ranker
from extractors.mentions.records import Being, DocMention, MentionForm, Sieve
from extractors.mentions.text_view import TextView
from extractors.mentions.thing_verbs import does_as_thing
from extractors.syntax.clauses import Clause, is_reporting
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
_MOST_CANDIDATES = 10
"""Entities that are weighed against each other."""
_OPENING = frozenset("DT JJ NN NNP PRP$".split())
"""Tags of the first word of what is said of the subject behind it."""
_LONGEST_OPENING = 40
"""Words before the subject of a sentence."""
_PARALLEL = 1.25
_CLEAR = 1.6
"""How much more than the second the first must stand out to go on as *it*."""
_WITH_TENSE = frozenset("VBD VBZ VBP MD".split())
_SINGLE = (Person.HE, Person.SHE)
_NO_THINGS = frozenset({Being.BODY, Being.PERSON, Being.PLACE})
_KINDS = {Person.HE: "he, she", Person.SHE: "he, she", Person.IT: "it", Person.THEY: "they"}
"""Under which name the weights of each are kept."""


class Pronouns:
    """Finds whom pronouns mean; to be told each mention in the order of the text."""

    def __init__(self, view: TextView, entities: Entities, spoken: Spoken, ranker: Ranker) -> None:
        self._view, self._entities, self._spoken, self._ranker = view, entities, spoken, ranker
        self._features = PronounFeatures(view, entities, spoken)
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
        return self._likeliest(number, person)

    def _reflexive(self, number: int, one: DocMention) -> Link | None:
        clause = self._view.syntax.clause_of(one.head)
        subject = clause.understood_subject if clause is not None else None
        meant = self._view.by_head.get(subject) if subject is not None else None
        if meant is None or meant >= number:
            return None
        return Link(number, meant, Sieve.REFLEXIVE, f"“{self._view.text(meant)}” is the subject of its clause")

    def _likeliest(self, number: int, person: Person) -> Link | None:
        candidates = self._candidates(number, person)
        if not candidates:
            return None
        view = self._view
        choices = self._features.choices(Asked(view, self._spoken, number, person), candidates)
        found = self._ranker.likeliest(_KINDS[person], number, [one.mention for one in candidates], choices)
        if found is None:
            return None
        meant = candidates[found.place]
        alone = len(candidates) == 1 and does_as_thing(view, view.mentions[number].head)
        sure = found.sure or (person is Person.IT and (alone or self._goes_on(number, meant, candidates)))
        sure = sure and not (person in _SINGLE and self._is_open(number, meant, candidates))
        why = "the likeliest of those near that agree" if len(candidates) > 1 else "alone near enough and agrees"
        because = f"“{view.text(meant.mention)}” is {why}, {_in_words(found.chance)}"
        return Link(number, meant.mention, Sieve.PRONOUN, because, sure)

    def _goes_on(self, number: int, meant: Candidate, candidates: Sequence[Candidate]) -> bool:
        """Whether *it* goes on with a subject that plainly stands out: *The ferry sank. It had no radio*."""
        view, one = self._view, self._view.mentions[number]
        if not agrees(self._entities.of(meant.mention), Person.IT) or meant.distance > 1:
            return False
        others = (
            other for other in candidates if other is not meant and agrees(self._entities.of(other.mention), Person.IT)
        )
        second = max((other.prominence for other in others), default=0.0)
        clause = view.syntax.clause_of(one.head)
        judged = clause is not None and (clause.predicate is not None or self._may_be_undergone(clause, meant))
        subjects = view.part(one.head) in SUBJECTS and view.part(meant.place) in SUBJECTS
        nearer = meant.distance > 0 and self._is_told_above(one.head)
        return subjects and not judged and not nearer and meant.prominence >= _CLEAR * second

    def _is_told_above(self, at: int) -> bool:
        """*The mole burned as it left*: the subject of its own sentence is nearer, whatever it is taken for."""
        view = self._view
        clause = view.syntax.clause_of(at)
        above = None if clause is None or clause.parent is None else view.syntax.clauses.get(clause.parent)
        if above is None or above.subject is None or above.subject > at or is_reporting(view.tree, above.verb):
            return False
        return view.tree.pos[above.subject] != "PRON"

    def _may_be_undergone(self, clause: Clause, meant: Candidate) -> bool:
        """*The council passed a bill, but it was dropped*: what is done may be done to either."""
        before = self._view.syntax.clause_of(meant.place)
        objects = () if before is None or not clause.passive else before.objects
        things = (self._view.by_head.get(at) for at in objects)
        return any(n is not None and agrees(self._entities.of(n), Person.IT) for n in things)

    def _is_open(self, number: int, meant: Candidate, candidates: Sequence[Candidate]) -> bool:
        """Whether a pronoun may mean anybody else, however likely one is.

        In a quotation it means nobody named in it, and so whomever its speaker has in mind; or it means one of two who
        stand side by side: *Lind and Rask met. He …*
        """
        quoted = self._spoken.quoted_by(self._view.mentions[number].head)
        if quoted is not None and self._spoken.quoted_by(self._view.mentions[meant.mention].head) != quoted:
            return True
        beside = self._beside(meant.place)
        return any(self._beside(other.place) == beside for other in candidates if other is not meant)

    def _beside(self, place: int) -> int:
        """The first of those that a word is joined to, or itself."""
        tree = self._view.tree
        return tree.heads[place] if tree.relations[place] is Relation.CONJUNCT else place

    def _candidates(self, number: int, person: Person) -> list[Candidate]:
        """The entities near that a pronoun may mean, the nearest first."""
        view, entities = self._view, self._entities
        one = view.mentions[number]
        here = view.sentence(one.head)
        found: dict[int, Candidate] = {}
        for sentence, other, place in reversed(self._near):
            distance, top = here - sentence, entities.top(other)
            if distance > _REACH or (len(found) == _MOST_CANDIDATES and top not in found):
                break
            if self._may_mean(number, other, person):
                known = found.setdefault(top, Candidate(top, other, place, distance))
                known.stand_out(distance, self._weight(place, one) * _FADING**distance)
                known.named = known.named or self._names_here(other, one)
        if person is Person.IT and does_as_thing(view, one.head):
            return self._things(list(found.values()))
        return self._told_here(one, list(found.values())) if person in _SINGLE else list(found.values())

    def _things(self, candidates: list[Candidate]) -> list[Candidate]:
        """Those that are neither bodies nor people, where any is near: *the museum bought a ship. It sank*."""
        things = [one for one in candidates if self._may_be_thing(self._entities.of(one.mention))]
        return things or candidates

    def _may_be_thing(self, entity: Entity) -> bool:
        """Whether an entity is of no other kind, or was called a vehicle: *the plane, a Kesk 40*."""
        return entity.being not in _NO_THINGS or bool(entity.heads & beings().vehicles)

    def _told_here(self, one: DocMention, candidates: list[Candidate]) -> list[Candidate]:
        """Only those whom the paragraph of a pronoun tells of, where it names one: whom it names, it goes on about."""
        view = self._view
        here = [other for other in candidates if view.paragraph(other.place) == view.paragraph(one.head)]
        persons = (self._entities.of(other.mention).being is Being.PERSON for other in here if other.named)
        return here if any(persons) else candidates

    def _names_here(self, number: int, one: DocMention) -> bool:
        """Whether a mention is the name of one, not of several, in the paragraph of another mention."""
        view, name = self._view, self._view.mentions[number]
        alone = view.tree.relations[name.head] is not Relation.CONJUNCT and name.head not in view.listed
        return name.form is MentionForm.NAME and alone and view.paragraph(name.head) == view.paragraph(one.head)

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
        if not (agrees(entity, person) if person in _SINGLE else self._can_be(entity, two, person)):
            return False
        if person in _SINGLE:
            quoted = self._spoken.quoted_by(one.head)
            if quoted is not None and self._entities.top(quoted) == self._entities.top(other):
                return False  # *“I don't know what he wants,” Lind said.*
            if self._is_alternative(two) or self._opens_sentence(one, two):
                return False
        return not self._are_parties(one, two)

    def _can_be(self, entity: Entity, two: DocMention, person: Person) -> bool:
        """Whether *it* or *they* can mean an entity: number and kind only speak for it, as *the team* are both."""
        if entity.told:
            return False
        other = PRONOUNS.get(self._view.tree.lowers[two.head]) if two.form is MentionForm.PRONOUN else None
        return other in (None, person)

    def _is_alternative(self, one: DocMention) -> bool:
        """*The king or the queen*: which of them is left open."""
        tree = self._view.tree
        joined = [at for at in (one.head, *tree.children[one.head]) if tree.relations[at] is Relation.CONJUNCT]
        return any(tree.lowers[child] == "or" for at in joined for child in tree.children[at])

    def _opens_sentence(self, one: DocMention, two: DocMention) -> bool:
        """*The daughter of a baker, she sang early*: what is said of her is nobody else."""
        view, tree = self._view, self._view.tree
        start = view.sentence_start(one.start)
        apart = two.form is MentionForm.DESCRIPTION and two.start >= start and tree.lowers[one.start - 1] == ","
        if not apart or one.start - start > _LONGEST_OPENING or view.part(one.head) not in SUBJECTS:
            return False
        return tree.tags[start] in _OPENING and not any(tree.tags[at] in _WITH_TENSE for at in range(start, one.start))

    def _are_parties(self, one: DocMention, two: DocMention) -> bool:
        """Whether both are parties of the same verb, so that they can't be the same: *Lind saw her*."""
        tree = self._view.tree
        if tree.lowers[one.head] in OWNING and tree.relations[one.head] is not Relation.OBJECT:
            return False
        return tree.heads[one.head] == tree.heads[two.head] and tree.heads[one.head] in self._view.syntax.clauses


def _in_words(chance: float) -> str:
    tenths = int(10 * chance)
    return f"at some {tenths} chances in 10" if tenths > 1 else "at less than 2 chances in 10"
