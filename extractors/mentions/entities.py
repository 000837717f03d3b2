"""Entities: what is known of each cluster of mentions while the sieves join them."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from extractors.lexicons.beings import beings, pronoun_of_given, pronoun_of_noun
from extractors.lexicons.names import titles_of
from extractors.mentions.pronoun_forms import BEINGS, PRONOUNS, Person
from extractors.mentions.records import Being, Count, DocMention, MentionForm
from extractors.mentions.text_view import TextView, offices, titles_of_actors


@dataclass
class Entity:
    """All that is known of one cluster so far."""

    number: int
    """That of its first mention."""
    being: Being = Being.UNKNOWN
    count: Count = Count.EITHER
    actor: str = ""
    heads: set[str] = field(default_factory=set)
    """Lemmas that a later description may take up: *judge*, *council* of *Oslund Council*."""
    words: set[str] = field(default_factory=set)
    told: set[Person] = field(default_factory=set)
    """The pronouns that a title, a noun or the text itself shows."""
    likely: Person | None = None
    """The pronoun that a given name makes likely; shown nowhere."""
    size: int = 0

    def may_be(self, person: Person) -> bool:
        """Whether nothing that is known of somebody speaks against *he* or *she*."""
        return person in self.told if self.told else self.likely in (None, person)


class Entities:
    """The clusters of one doc; those of two mentions become one by `join`."""

    def __init__(self, view: TextView) -> None:
        self.view = view
        self._parent = list(range(len(view.mentions)))
        self._titles = titles_of_actors(view.doc)
        self._entities = {n: self._of(n, one) for n, one in enumerate(view.mentions)}

    def top(self, number: int) -> int:
        """The first mention of the cluster that a mention is in."""
        while self._parent[number] != number:
            self._parent[number] = self._parent[self._parent[number]]
            number = self._parent[number]
        return number

    def of(self, number: int) -> Entity:
        """What is known of the cluster of a mention."""
        return self._entities[self.top(number)]

    def join(self, one: int, other: int) -> None:
        """Make one cluster of the clusters of two mentions."""
        kept, gone = sorted((self.top(one), self.top(other)))
        if kept != gone:
            self._parent[gone] = kept
            _merge(self._entities[kept], self._entities.pop(gone))

    def _of(self, number: int, one: DocMention) -> Entity:
        view = self.view
        entity = Entity(number, one.being, one.count, one.actor, size=1)
        if one.form is MentionForm.PRONOUN:
            person = PRONOUNS.get(view.tree.lowers[one.head])
            if person in (Person.HE, Person.SHE):
                entity.told.add(person)
        elif not one.members:
            self._describe(entity, number, one)
        return entity

    def _describe(self, entity: Entity, number: int, one: DocMention) -> None:
        view, tree = self.view, self.view.tree
        entity.words |= view.content(number)
        texts = [view.doc[at].text for at in range(one.start, min(one.end, one.start + 12))]
        if one.form is MentionForm.DESCRIPTION:
            entity.heads.add(view.noun(one.head))
            told = pronoun_of_noun(tree.lemmas[one.head]) if one.count is Count.ONE else None
            entity.told |= {Person(told)} if told else set()
            return
        entity.words |= {text.lower() for text in texts}
        if one.being is Being.PERSON:
            written = offices([text.lower() for text in texts[:-1] if not text.isupper()])
            titles = {title for title in written if title.rpartition(" ")[2] in _title_lowers()}
            titles |= self._titles.get(one.actor, frozenset())
            entity.heads |= titles
            entity.words |= {word for title in titles for word in title.split()}
            entity.told |= _by_titles(texts, titles)
            name = next((text for text in texts if pronoun_of_given(text)), "")
            given = pronoun_of_given(name) if len(texts) > 1 else None
            entity.likely = Person(given) if given else None
        else:
            entity.heads.add(tree.lowers[one.head])


def agrees(entity: Entity, person: Person) -> bool:
    """Whether a pronoun can mean an entity by its number, its kind, and what is known of whoever it is."""
    if person in (Person.HE, Person.SHE):
        named = entity.being is Being.UNKNOWN and bool(entity.actor)
        return entity.count is not Count.MANY and (entity.being is Being.PERSON or named) and entity.may_be(person)
    if entity.being not in BEINGS[person]:
        return False
    if person is Person.IT:
        return entity.count is not Count.MANY
    return entity.count is not Count.ONE or entity.being is Being.BODY


def _title_lowers() -> frozenset[str]:
    return beings().people


def _by_titles(texts: Iterable[str], titles: Iterable[str]) -> set[Person]:
    forms = {*texts, *titles, *(title.capitalize() for title in titles)}
    told = {person for person, name in ((Person.HE, "he"), (Person.SHE, "she")) if forms & _bearing(name)}
    return told if len(told) == 1 else set()


def _bearing(pronoun: str) -> frozenset[str]:
    return titles_of("he") if pronoun == "he" else titles_of("she")


def _merge(kept: Entity, gone: Entity) -> None:
    if kept.being is Being.UNKNOWN or (gone.actor and not kept.actor):
        kept.being = gone.being if gone.being is not Being.UNKNOWN else kept.being
    if kept.count is Count.EITHER or (gone.actor and not kept.actor):
        kept.count = gone.count
    kept.actor = kept.actor or gone.actor
    kept.heads |= gone.heads
    kept.words |= gone.words
    kept.told |= gone.told
    kept.likely = kept.likely or gone.likely
    kept.size += gone.size
