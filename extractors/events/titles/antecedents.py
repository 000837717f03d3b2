"""Antecedents: whom a pronoun at the head of a title means, or nobody where it isn't safe.

*He* and *she* mean the one person in reach, who is named or described in this sentence or the one before; of several,
the one that grammar makes a subject and that the text has meant by the same pronoun or title. *It* and *they* mean the
nearest subject that is no person, and that is several. Whatever a pronoun is found to mean is in reach for the next.
What is known of pronouns is used here, and shown nowhere.
"""

from collections.abc import Iterator
from functools import cached_property
from typing import Literal

import msgspec

from extractors import actors
from extractors.events.event_context import EventContext
from extractors.events.titles.branches import branch
from extractors.lexicons import nouns
from extractors.lexicons.names import small_titles, titles_of
from extractors.syntax.phrases import Range
from extractors.syntax.relations import SUBJECTS, Relation

Number = Literal["he", "she", "it", "they"]

PRONOUNS: dict[str, Number] = {
    **dict.fromkeys(("he", "his", "him"), "he"),
    **dict.fromkeys(("she", "her"), "she"),
    **dict.fromkeys(("it", "its"), "it"),
    **dict.fromkeys(("they", "their", "them"), "they"),
}
"""The pronouns that are looked after, by what they agree with."""
OWNING = frozenset("his her its their".split())
_PERSONS = frozenset(
    "man woman boy girl teenager child person driver suspect victim officer student player pilot leader".split()
)
_MANY = frozenset("police people couple".split())
_LONGEST = 45
"""Letters in square brackets; a longer description is cut to its noun and what is before that."""
_BELOW = frozenset({Relation.COMPLEMENT, Relation.ADVERBIAL})
_AGREEING: dict[Number, tuple[str, ...]] = {
    "he": ("person", "somebody"),
    "she": ("person", "somebody"),
    "it": ("body", "thing"),
    "they": ("several", "body"),
}
_POINTING = frozenset("this that these those such another other others both".split())
_STOPS = frozenset(',"“”()')


class Subject(msgspec.Struct, frozen=True):
    """A subject that a later pronoun may mean."""

    at: int
    actor: str
    kind: Literal["person", "body", "several", "thing", "somebody"]
    text: str


class Antecedents:
    """The pronouns of one doc."""

    def __init__(self, context: EventContext) -> None:
        self.context, self.tree = context, context.tree
        cast = actors.actors(context.doc)
        self.persons = context.people
        self.bodies = context.bodies
        self.known = {one.id: known for one in cast if (known := _by_titles(one.titles))}

    def named(self, at: int) -> str | None:
        """Whom the pronoun at a word means, in the words of the article."""
        found = self._resolved.get(at)
        return found.text if found is not None else None

    @cached_property
    def _resolved(self) -> dict[int, Subject]:
        self._read(dict(self.known))  # once to learn who is meant by which pronoun where nobody else is in reach
        return self._read(self.known)

    def _read(self, known: dict[str, Number]) -> dict[int, Subject]:
        found: dict[int, Subject] = {}
        subjects: list[Subject] = []
        evidence: dict[str, set[Number]] = {one: {number} for one, number in known.items()}
        for at in range(len(self.tree)):
            pronoun = PRONOUNS.get(self.tree.lowers[at])
            if pronoun is not None and self.tree.pos[at] in ("PRON", "DET"):
                antecedent = self._antecedent(at, pronoun, subjects, found)
                if antecedent is not None:
                    found[at] = antecedent
                    if antecedent.actor in self.persons:
                        evidence.setdefault(antecedent.actor, set()).add(pronoun)
            if self._is_subject(at):
                told = found.get(at) or self._described(at)
                if told is not None:
                    subjects.append(msgspec.structs.replace(told, at=at))
        self.known = {one: next(iter(numbers)) for one, numbers in evidence.items() if len(numbers) == 1}
        return found

    def _is_subject(self, at: int) -> bool:
        relation = self.tree.relations[at]
        return relation in SUBJECTS and self.tree.heads[at] in self.context.syntax.clauses

    def _described(self, at: int) -> Subject | None:
        """A subject that is no pronoun, with the words that describe it."""
        tree = self.tree
        if not tree.is_nominal(at) or tree.pos[at] == "PRON" or at in self.context.timed:
            return None
        mention = self._mention(at)
        actor = mention[0] if mention is not None else ""
        named = self.context.doc[slice(*mention[1])].text if mention is not None else ""
        if actor in self.persons and not self._is_joined(at):
            return Subject(at, actor, "person", named)
        if actor in self.bodies:
            return Subject(at, actor, "body", named)
        text = self._words(at)
        if self._is_several(at) or actor:
            return Subject(at, actor, "several", text)
        if tree.lemmas[at] in nouns.bodies():
            return Subject(at, "", "body", text)
        return Subject(at, "", "somebody" if self._is_somebody(at) else "thing", text)

    def _mention(self, at: int) -> tuple[str, Range] | None:
        """The name of a subject: its own, or the one that stands beside it: *the judge, Rosa Lind*."""
        beside = (
            child
            for child in self.tree.children[at]
            if self.tree.relations[child] in (Relation.APPOSITION, Relation.FLAT, Relation.COMPOUND) and child > at
        )
        places = (at, *beside)
        found = (self.context.mentions.get(place) for place in places)
        return next((mention for mention in found if mention is not None), None)

    def _is_joined(self, at: int) -> bool:
        return any(self.tree.relations[child] is Relation.CONJUNCT for child in self.tree.children[at])

    def _is_several(self, at: int) -> bool:
        tree = self.tree
        return (
            self._is_joined(at) or tree.tags[at] in ("NNS", "NNPS") or tree.lowers[at] in _MANY or tree.tags[at] == "CD"
        )

    def _is_somebody(self, at: int) -> bool:
        lemma = self.tree.lemmas[at]
        known = lemma in _PERSONS or lemma in small_titles() or lemma in nouns.officers() | nouns.outsiders()
        return known or lemma.endswith(("man", "woman"))

    def _words(self, at: int) -> str:
        """A noun phrase as it is written, without clauses, asides and what stands behind a comma."""
        tree, doc = self.tree, self.context.doc
        bounds = self.context.sentence(at)
        words = {at}
        for child in tree.children[at]:
            part = branch(tree, child, bounds)
            behind = tree.relations[child] in (Relation.NOUN_MODIFIER, Relation.CONJUNCT, Relation.FLAT)
            if tree.relations[child] in (Relation.CASE, Relation.PUNCTUATION) or tree.lowers[child].endswith("ly"):
                continue
            if (child < at or behind) and not any(one in self.context.syntax.clauses for one in part):
                words |= part
        start, end = min(words), max(words) + 1
        if any(tree.pos[one] == "PRON" or doc[one].is_space or doc[one].text in _STOPS for one in range(start, end)):
            start, end = at, at + 1
            while start > bounds[0] and tree.heads[start - 1] == at and tree.relations[start - 1] is Relation.COMPOUND:
                start -= 1
            if tree.pos[at] != "PROPN":
                return ""
        if tree.lowers[start] in _POINTING:
            return ""
        text = doc[start:end].text
        if len(text) > _LONGEST:
            text = doc[start : at + 1].text
        return text if len(text) <= _LONGEST else ""

    def _antecedent(
        self, at: int, pronoun: Number, subjects: list[Subject], found: dict[int, Subject]
    ) -> Subject | None:
        above = self._above(at, pronoun, subjects, found)
        if above is not None:
            return above
        start = self._reach(at)
        near = [one for one in reversed(subjects) if one.at >= start]
        if pronoun in ("he", "she"):
            return self._person(at, start, pronoun, subjects, found)
        if self.tree.relations[at] is Relation.EXPLETIVE:
            return None
        if pronoun == "it":
            return None if self._is_empty(at) else self._thing(near)
        return self._several(near)

    def _above(self, at: int, pronoun: Number, subjects: list[Subject], found: dict[int, Subject]) -> Subject | None:
        """The subject of the clause above, if it agrees: *Lind said she would*, *the ferry turned as it sank*."""
        clause = self.context.syntax.clauses.get(self.tree.heads[at])
        if clause is None or clause.relation not in _BELOW or at != clause.subject or self._is_empty(at):
            return None
        above = self.context.syntax.clauses.get(-1 if clause.parent is None else clause.parent)
        subject = above.understood_subject if above is not None else None
        aside = clause.relation is Relation.ADVERBIAL
        if subject is None or subject >= at or subject < self.context.sentence(at)[0]:
            return None
        told = found.get(subject) or self._described(subject)
        agreeing = told is not None and told.kind in _AGREEING[pronoun]
        if told is None or not agreeing or not told.text or (told.kind == "body" and pronoun == "they" and aside):
            return None
        between = any(one.at > subject and one.kind in _AGREEING[pronoun] for one in subjects)
        return told if self.known.get(told.actor, pronoun) == pronoun and not between else None

    def _reach(self, at: int) -> int:
        start, _ = self.context.sentence(at)
        return self.context.sentence(start - 1)[0] if start else 0

    def _person(
        self, at: int, start: int, pronoun: Number, subjects: list[Subject], found: dict[int, Subject]
    ) -> Subject | None:
        near = [one for one in reversed(subjects) if one.at >= start]
        ids = set(self._persons_in(start, at, found))
        if not ids and not any(one.kind == "somebody" for one in near):
            start = self._reach(start)
            near = [one for one in reversed(subjects) if one.at >= start]
            ids = set(self._persons_in(start, at, found))
        leading = next((one for one in near if one.kind in ("person", "somebody")), None)
        if leading is None or not leading.text or self.known.get(leading.actor, pronoun) != pronoun:
            return None
        others = {one for one in ids - {leading.actor} if self.known.get(one, pronoun) == pronoun}
        others |= {one.text for one in near if one.kind == "somebody" and one.text != leading.text}
        sure = bool(leading.actor) and self.known.get(leading.actor) == pronoun
        return leading if sure or not others else None

    def _persons_in(self, start: int, end: int, found: dict[int, Subject]) -> Iterator[str]:
        for at in range(end - 1, start - 1, -1):
            mention = self.context.mentions.get(at)
            if mention is not None and mention[0] in self.persons:
                yield mention[0]
            elif at in found and found[at].actor in self.persons:
                yield found[at].actor

    def _is_empty(self, at: int) -> bool:
        """*It was clear that …*, *it is raining*, *it was announced that …*: nothing is meant."""
        clause = self.context.syntax.clauses.get(self.tree.heads[at])
        if clause is None or clause.subject != at:
            return False
        judged = clause.predicate is not None or clause.passive or self.tree.lemmas[clause.verb] in ("be", "take")
        return judged and bool(self.context.syntax.below.get(clause.verb))

    def _thing(self, near: list[Subject]) -> Subject | None:
        first = next(iter(near), None)
        return first if first is not None and first.kind in ("thing", "body") and first.text else None

    def _several(self, near: list[Subject]) -> Subject | None:
        several = [one for one in near if one.kind == "several"]
        if several:
            return several[0] if several[0].text and near[0].kind in ("several", "thing") else None
        first = next(iter(near), None)
        return first if first is not None and first.kind == "body" and first.text else None


def _by_titles(titles: tuple[str, ...]) -> Number | None:
    words = {word for title in titles for word in title.split()}
    means: list[Number] = [pronoun for pronoun in ("he", "she") if words & titles_of(pronoun)]
    return means[0] if len(means) == 1 else None
