"""What speaks for each entity that a pronoun may mean, and for none of them: features by name, which have weights.

Those of candidates are about where they stand, how they are worded, what they are and what the verb of the pronoun
wants; those that begin with *none* are about the pronoun alone.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from extractors.lexicons import nouns, verbs
from extractors.lexicons.beings import body_nouns, person_nouns
from extractors.mentions.empty_subjects import complements
from extractors.mentions.entities import Entities, Entity, agrees
from extractors.mentions.first_person import Spoken
from extractors.mentions.pronoun_forms import OWNING, PRONOUNS, Person
from extractors.mentions.records import MentionForm
from extractors.mentions.text_view import TextView
from extractors.syntax.clauses import Clause
from extractors.syntax.relations import Relation

_PARTS = {
    Relation.SUBJECT: "subject",
    Relation.PASSIVE_SUBJECT: "subject",
    Relation.CLAUSAL_SUBJECT: "subject",
    Relation.OBJECT: "object",
    Relation.RECIPIENT: "object",
    Relation.POSSESSOR: "owner",
    Relation.OBLIQUE: "oblique",
    Relation.AGENT: "oblique",
    Relation.NOUN_MODIFIER: "of a noun",
}
_WHERE = ("here", "before", "far", "far")
"""How near the sentence of a candidate is."""
_FARTHEST = 3
_LAST_RANK = 5
_DEEPEST = 3
_PATH = 6
"""Clauses above that of a pronoun that are looked at."""
_OFTEN = 6
"""Mentions of whoever an article is about."""
_LISTED = 4
"""Candidates that are counted."""
_SINGLE = (Person.HE, Person.SHE)
_DEFINITE = frozenset("the this that these those".split())
_INDEFINITE = frozenset("a an another some any every each no".split())
_HARDLY_SAID_OF_THINGS = frozenset("do know say see mean like".split())
"""Verbs whose object is often what a clause tells: *she knew it*."""
_EARLY = 1
"""The sentences of a headline and a lead."""


@dataclass
class Candidate:
    """An entity that a pronoun may mean."""

    top: int
    mention: int
    """Its latest mention."""
    place: int
    """The word by whose place it stands out."""
    distance: int
    """Sentences between."""
    prominence: float = 0.0
    named: bool = False
    """Whether the paragraph of the pronoun has named it, alone and not beside others."""
    best: dict[int, float] = field(default_factory=dict)
    """By sentence, how much its mention there makes it stand out that does so most."""

    def stand_out(self, distance: int, weight: float) -> None:
        """Count a mention of it."""
        before = self.best.get(distance, 0.0)
        if weight > before:
            self.prominence += weight - before
            self.best[distance] = weight


class Asked:
    """A pronoun, and what is the same for all that it may mean."""

    def __init__(self, view: TextView, spoken: Spoken, number: int, person: Person) -> None:
        tree = view.tree
        self.number, self.person = number, person
        self.at = at = view.mentions[number].head
        self.word = tree.lowers[at]
        self.part = part_of(view, at)
        self.clause = view.syntax.clause_of(at)
        self.above = list(_path(view, self.clause))
        self.quoted = spoken.quoted_by(at)
        self.wants = tuple(self._wants(view))
        """What it does, has, or is said to be; each speaks for entities of a kind."""

    def _wants(self, view: TextView) -> Iterator[str]:
        tree, clause, above = view.tree, self.clause, view.tree.heads[self.at]
        if self.part == "owner":
            yield f"owner of {_kind_of_noun(tree.lemmas[above])}"
        if clause is None or above != clause.verb or self.part not in ("subject", "object"):
            return
        if self.part == "object" or clause.passive:
            yield "undergoes"
            if tree.lemma_in(clause.verb, verbs.of_people()) is not None:
                yield "undergoes what people do"
        elif clause.predicate is not None:
            noun = tree.tags[clause.predicate].startswith("NN")
            yield f"is {_kind_of_noun(tree.lemmas[clause.predicate]) if noun else 'so'}"
        else:
            yield "does" if not clause.objects else "does to something"
            if tree.lemma_in(clause.verb, verbs.speaking()) is not None:
                yield "says"


class PronounFeatures:
    """The features of the pronouns of one doc."""

    def __init__(self, view: TextView, entities: Entities, spoken: Spoken) -> None:
        self._view, self._entities, self._spoken = view, entities, spoken
        self._itself: dict[tuple[int, int], tuple[str, ...]] = {}

    def choices(self, asked: Asked, candidates: Sequence[Candidate]) -> list[list[str]]:
        """The features of each candidate, the nearest first, and at last of none of them."""
        sizes = sorted(self._entities.of(one.mention).size for one in candidates)
        most = max(one.prominence for one in candidates)
        agreeing = [agrees(self._entities.of(one.mention), asked.person) for one in candidates]
        chosen = []
        for rank, one in enumerate(candidates):
            entity = self._entities.of(one.mention)
            features = list(self._of(asked, one, entity))
            features.append(f"rank {min(rank, _LAST_RANK)}")
            features.append(f"stands out {int(4 * one.prominence / most)}")
            if entity.size == sizes[-1] and (len(sizes) == 1 or sizes[-2] < entity.size):
                features.append("told most")
                features += ["hero"] * (entity.size >= max(_OFTEN, 2 * sizes[-2] if len(sizes) > 1 else 0))
            if agreeing[rank]:
                features.append("agrees" if sum(agreeing) > 1 else "agrees alone")
            chosen.append(features)
        return [*chosen, list(self._of_none(asked, candidates))]

    def _of(self, asked: Asked, one: Candidate, entity: Entity) -> Iterator[str]:
        view, tree = self._view, self._view.tree
        where = _WHERE[min(one.distance, _FARTHEST)]
        form, part, *others = self._alone(one.place, one.mention)
        yield f"sentences {min(one.distance, _FARTHEST)}"
        yield f"{part} {where}"
        yield f"{form} {where}"
        yield f"{asked.part} after {part}"
        yield from others
        if "first" in others:
            yield f"first {where}"
        if PRONOUNS.get(tree.lowers[one.place]) is asked.person:
            yield f"same pronoun {where}"
            if asked.part == part:
                yield "same pronoun and part"
            if tree.lowers[one.place] == asked.word:
                yield "same form"
        yield f"{entity.being} {entity.count}"
        yield f"size {_size(entity.size)}"
        if entity.actor:
            yield "named"
        yield "told early" if view.sentence(view.mentions[one.top].head) <= _EARLY else "told late"
        if asked.person in _SINGLE:
            yield "known" if entity.told else "likely" if entity.likely is asked.person else "open"
        for want in asked.wants:
            yield f"{want}, {entity.being}"
        yield from self._by_clauses(asked, one, part)
        yield from self._by_voices(asked, one)

    def _by_clauses(self, asked: Asked, one: Candidate, part: str) -> Iterator[str]:
        view, tree = self._view, self._view.tree
        clause = view.syntax.clause_of(one.place)
        if clause is None:
            return
        if one.distance == 0:
            depth = asked.above.index(clause.verb) if clause.verb in asked.above else -1
            yield f"above {min(depth, _DEEPEST)}"
            if part == "subject" and depth >= 0:
                yield f"subject above {min(depth, _DEEPEST)} of {'owner' if asked.part == 'owner' else 'other'}"
        if asked.clause is not None and asked.clause.verb != clause.verb:
            if tree.lemmas[asked.clause.verb] == tree.lemmas[clause.verb]:
                yield "same verb"
            if part == "subject" and tree.lemma_in(clause.verb, verbs.speaking()) is not None:
                yield f"said {_WHERE[min(one.distance, _FARTHEST)]}"

    def _by_voices(self, asked: Asked, one: Candidate) -> Iterator[str]:
        quoted = self._spoken.quoted_by(one.place)
        if asked.quoted == quoted:
            if quoted is not None:
                yield "same voice"
            return
        yield "quoted" if asked.quoted is None else "not quoted" if quoted is None else "another voice"
        if asked.quoted is not None and self._entities.top(asked.quoted) == one.top:
            yield "speaks"

    def _alone(self, place: int, number: int) -> tuple[str, ...]:
        if (place, number) not in self._itself:
            self._itself[place, number] = tuple(self._of_itself(place, number))
        return self._itself[place, number]

    def _of_itself(self, place: int, number: int) -> Iterator[str]:
        """How a mention is worded, what part it has in its clause, and what else there is of it."""
        view, tree = self._view, self._view.tree
        one = view.mentions[number]
        form = self._form(place, number)
        yield form
        yield part_of(view, place)
        if form in ("definite", "indefinite", "owned", "bare"):
            if tree.lemmas[one.head] in nouns.happening():
                yield "happens"
            if tree.lemmas[one.head] in nouns.media():
                yield "medium"
            if tree.tags[one.head] == "CD":
                yield "number"
        if tree.relations[place] is Relation.CONJUNCT:
            yield "joined to another"
        elif place in view.listed:
            yield "another is joined"
        near = view.mentions[max(0, number - 1)]
        if number == 0 or near.start == one.start or view.sentence(near.head) != view.sentence(one.head):
            yield "first"

    def _form(self, place: int, number: int) -> str:
        view, tree = self._view, self._view.tree
        one, first = view.mentions[number], tree.lowers[view.mentions[number].start]
        if one.members:
            return "several"
        if one.form is MentionForm.NAME:
            return "name"
        if place != one.head or one.form is MentionForm.PRONOUN:
            return "pronoun" if tree.lowers[place] in PRONOUNS else "relative"
        if first in _DEFINITE:
            return "definite"
        return "owned" if first in OWNING else "indefinite" if first in _INDEFINITE else "bare"

    def _of_none(self, asked: Asked, candidates: Sequence[Candidate]) -> Iterator[str]:
        view, tree, clause = self._view, self._view.tree, asked.clause
        nearest = min(one.distance for one in candidates)
        yield "none"
        yield f"none as {asked.part}"
        yield f"none as {asked.word}"
        yield f"none of {min(len(candidates), _LISTED)}"
        yield f"none, {_WHERE[min(nearest, _FARTHEST)]}"
        if asked.quoted is not None:
            yield "none in a quotation"
        for want in asked.wants:
            yield f"none {want}"
        if clause is not None and clause.subject == asked.at:
            below, lemmas = complements(view, clause.verb)
            yield from ("none with a clause",) * below
            yield from (f"none with {lemma}" for lemma in lemmas)
        elif clause is not None and tree.lemmas[clause.verb] in _HARDLY_SAID_OF_THINGS and asked.at in clause.objects:
            yield "none known"


def part_of(view: TextView, at: int) -> str:
    """What a word is in its clause, as far as it matters here."""
    return "owner" if view.tree.lowers[at] in OWNING else _PARTS.get(view.part(at), "else")


def _path(view: TextView, clause: Clause | None) -> Iterator[int]:
    """The verbs of a clause and of those above it."""
    for _ in range(_PATH):
        if clause is None:
            return
        yield clause.verb
        clause = None if clause.parent is None else view.syntax.clauses.get(clause.parent)


def _kind_of_noun(lemma: str) -> str:
    return "a person" if lemma in person_nouns() else "a body" if lemma in body_nouns() else "a thing"


def _size(mentions: int) -> int:
    return 1 << min(3, (mentions - 1).bit_length())
