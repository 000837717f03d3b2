"""Sieves of names and descriptions: names by their actor, appositions, what *is* says, what is called again."""

from collections.abc import Iterator

import msgspec

from extractors.actors.wording import name_key
from extractors.lexicons.beings import beings
from extractors.mentions.entities import Entities, Entity
from extractors.mentions.pronoun_forms import RELATIVE
from extractors.mentions.records import Being, Count, MentionForm, Sieve
from extractors.mentions.text_view import TextView
from extractors.syntax.relations import SUBJECTS, Relation

_PROPER = frozenset({"NNP", "NNPS"})
_BECOMING = frozenset("be become remain".split())
_IDENTIFYING = frozenset("identify name".split())
_CLOSE_BY = frozenset({Relation.FLAT, Relation.COMPOUND})
_DEFINITE = frozenset("the this that these those".split())
_OWNED = frozenset("his her its their my our your".split())
_INDEFINITE = frozenset("a an another some any each every no".split())
_CLOSE = ({Being.BODY, Being.PLACE}, {Being.BODY, Being.THING})
"""Kinds that one entity may be told as: a country acts, a ship's name may be taken for a firm's."""
_NEAR = 3
"""Sentences over which *the company* means the company last told of."""
_MOST_ALIKE = 8
"""Entities of one kind that a description is compared with, the latest first."""


class Link(msgspec.Struct, frozen=True):
    """One mention linked to an earlier one, with the reason."""

    mention: int
    antecedent: int
    sieve: Sieve
    because: str
    sure: bool = True


def names_alike(view: TextView) -> Iterator[Link]:
    """Names of one actor; of what is no actor, or a name that nobody knows, the same name."""
    latest: dict[str, int] = {}
    for n, one in enumerate(view.mentions):
        if one.members or not (one.form is MentionForm.NAME or view.tree.tags[one.head] in _PROPER):
            continue
        key = one.actor or f"={name_key(_bare(view, n))}"
        if key in latest:
            yield Link(n, latest[key], Sieve.NAME, f"a name of “{view.text(latest[key])}”")
        latest[key] = n


def _bare(view: TextView, number: int) -> str:
    """A name as it is compared: the run of names up to its head."""
    one, start = view.mentions[number], view.mentions[number].head
    while start > one.start and (view.tree.tags[start - 1] in _PROPER or view.tree.tags[start - 1] == "HYPH"):
        start -= 1
    return view.doc[start : one.head + 1].text


def appositions(view: TextView, entities: Entities) -> Iterator[Link]:
    """*The judge, Rosa Lind*; *Rosa Lind, a retired judge*."""
    for n, one in enumerate(view.mentions):
        other = _beside(view, n)
        if one.members or other is None:
            continue
        told = view.mentions[other]
        names = one.form is MentionForm.NAME and told.form is MentionForm.NAME
        listed = one.head in view.listed or told.head in view.listed
        if listed or names or not agree(entities.of(n), entities.of(other)):
            continue
        yield Link(n, other, Sieve.APPOSITION, f"stands beside “{view.text(other)}”")


def _beside(view: TextView, number: int) -> int | None:
    """The mention that one stands in apposition to; parsers see a second subject in *the judge, Rosa Lind, retired*."""
    tree, one = view.tree, view.mentions[number]
    above = tree.heads[one.head]
    if tree.relations[one.head] is Relation.APPOSITION:
        return view.by_head.get(above)
    if one.form is MentionForm.NAME and one.start == above + 1 and tree.relations[one.head] in _CLOSE_BY:
        return view.by_head.get(above)  # *the airline Kesk Air*
    office = _office_before(view, number)
    if office is None:
        office = _office_behind(view, number)
    if office is not None:
        return office
    subject = tree.relations[one.head] in SUBJECTS and one.form is not MentionForm.PRONOUN
    if not subject or one.start < 2 or tree.lowers[one.start - 1] != ",":
        return None
    before = (at for at in tree.children[above] if at < one.start - 1 and tree.relations[at] in SUBJECTS)
    other = view.by_head.get(next(before, -1))
    return other if other is not None and view.mentions[other].end == one.start - 1 else None


def _office_before(view: TextView, number: int) -> int | None:
    """*Security adviser Rosa Lind*, *the harbour worker Rosa Lind*, whatever a parse makes of it."""
    tree, one = view.tree, view.mentions[number]
    other = view.by_head.get(one.start - 1)
    if other is None or one.form is not MentionForm.NAME or one.being is not Being.PERSON:
        return None
    told = view.mentions[other]
    person = told.form is MentionForm.DESCRIPTION and told.being is Being.PERSON and told.count is Count.ONE
    clause = view.syntax.clauses.get(tree.heads[one.head])
    tells = clause is not None and clause.attached == told.head  # *the man Lind hired*
    return other if person and not tells else None


def predicates(view: TextView, entities: Entities) -> Iterator[Link]:
    """*Lind is a judge*: what is said of somebody in the indicative."""
    tree = view.tree
    for clause in view.syntax.clauses.values():
        subject, said = clause.understood_subject, clause.predicate
        if subject is None or said is None or clause.negation is not None or clause.predicate == subject:
            continue
        first, second = view.by_head.get(subject), view.by_head.get(said)
        if first is None or second is None or tree.lemmas[clause.verb] not in _BECOMING:
            continue
        modal = any(tree.tags[at] == "MD" for at in clause.auxiliaries)
        one = view.mentions[second]
        article = view.determiner(second) in ("a", "an", "the") and one.form is MentionForm.DESCRIPTION
        if modal or not article or not agree(entities.of(first), entities.of(second)) or first > second:
            continue
        yield Link(second, first, Sieve.PREDICATE, f"is said of “{view.text(first)}”")


def _office_behind(view: TextView, number: int) -> int | None:
    """*Rosa Lind, former mayor of Oslund*, where a parse makes the name a part of the office."""
    tree, one = view.tree, view.mentions[number]
    above = view.by_head.get(tree.heads[one.head])
    if above is None or one.form is not MentionForm.NAME or one.being is not Being.PERSON:
        return None
    told = view.mentions[above]
    person = told.form is MentionForm.DESCRIPTION and told.being is Being.PERSON and told.count is Count.ONE
    leads = told.start == one.start and one.end < told.head and tree.lowers[one.end] == ","
    return above if person and leads else None


def identities(view: TextView, entities: Entities) -> Iterator[Link]:
    """*The attacker, identified as Otto Rask*, *a man named Otto Rask*."""
    tree = view.tree
    for clause in view.syntax.clauses.values():
        if (
            tree.lemmas[clause.verb] not in _IDENTIFYING
            or tree.tags[clause.verb] != "VBN"
            or clause.negation is not None
        ):
            continue
        told = clause.attached if clause.relation is Relation.ADNOMINAL else clause.understood_subject
        behind = clause.verb + 1 if tree.lowers[min(clause.verb + 1, len(tree) - 1)] != "as" else clause.verb + 2
        first, second = view.by_head.get(-1 if told is None else told), view.by_start.get(behind)
        if first is None or second is None or first > second:
            continue
        person = view.mentions[second].being is Being.PERSON and view.mentions[second].form is MentionForm.NAME
        described = view.mentions[first].form is MentionForm.DESCRIPTION and view.mentions[first].count is Count.ONE
        if person and described and agree(entities.of(first), entities.of(second)):
            yield Link(second, first, Sieve.APPOSITION, f"“{view.text(first)}” is {tree.lowers[clause.verb]} so")


def relatives(view: TextView) -> Iterator[Link]:
    """*Two sailors who fled*, *the people whose boat sank*."""
    for n, one in enumerate(view.mentions):
        clause = view.syntax.clause_of(one.head) if view.tree.lowers[one.head] in RELATIVE else None
        other = view.by_head.get(clause.attached) if clause is not None and clause.attached is not None else None
        if one.form is MentionForm.PRONOUN and other is not None and other < n:
            yield Link(n, other, Sieve.RELATIVE, f"its clause tells of “{view.text(other)}”")


def agree(one: Entity, other: Entity) -> bool:
    """Whether two can be the same by what is known of them."""
    if one.actor and other.actor and one.actor != other.actor:
        return False
    counts = {one.count, other.count}
    if Count.ONE in counts and Count.MANY in counts:
        return False
    known = {one.being, other.being} - {Being.UNKNOWN}
    if len(known) > 1 and known not in _CLOSE:
        return False
    return not (one.told and other.told) or bool(one.told & other.told)


class Descriptions:
    """Finds what a definite description takes up; to be told each mention in the order of the text."""

    def __init__(self, view: TextView, entities: Entities) -> None:
        self._view, self._entities = view, entities
        self._by_head: dict[str, list[int]] = {}
        self._of_being: dict[Being, list[int]] = {}

    def remember(self, number: int) -> None:
        """Let later descriptions take up the entity of a mention."""
        entity = self._entities.of(number)
        for head in entity.heads:
            self._by_head.setdefault(head, []).append(number)
        if self._view.mentions[number].form is not MentionForm.PRONOUN:
            self._of_being.setdefault(entity.being, []).append(number)

    def antecedent(self, number: int) -> Link | None:
        """The mention that a description takes up, or None."""
        view, one = self._view, self._view.mentions[number]
        if one.form is not MentionForm.DESCRIPTION or one.members:
            return None
        small = view.determiner(number)
        if small in _INDEFINITE or small in _OWNED or _is_other(view, number):
            return None
        return self._called_again(number, small) or (self._by_kind(number) if small in _DEFINITE else None)

    def _called_again(self, number: int, small: str) -> Link | None:
        view, entities = self._view, self._entities
        own, lemma = view.content(number), view.noun(view.mentions[number].head)
        mine = entities.of(number)
        alike: list[int] = []
        for other in reversed(self._by_head.get(lemma, [])[-_MOST_ALIKE:]):
            theirs = entities.of(other)
            if entities.top(other) == entities.top(number) or not agree(mine, theirs):
                continue
            said_before = small in _DEFINITE and own <= theirs.words | theirs.heads
            if said_before or (not small and _same_text(view, number, other)):
                alike.append(other)
        different = list(dict.fromkeys(entities.top(other) for other in alike))
        if not alike:
            return None
        nearest = alike[0]
        theirs = entities.of(nearest)
        titled = theirs.actor and theirs.being is Being.PERSON
        if len(different) > 1 and titled and len(own) == 1 and self._is_far(nearest, number):
            return None
        sieve = Sieve.ROLE if titled else Sieve.SAME_WORDS
        return Link(number, nearest, sieve, f"takes up “{view.text(nearest)}”", len(different) == 1)

    def _by_kind(self, number: int) -> Link | None:
        """*The company*, *the country*, *the man*, after one of which a name has been told."""
        view, entities = self._view, self._entities
        one = view.mentions[number]
        lemma = view.tree.lemmas[one.head]
        if len(view.content(number)) > 1 or one.count is Count.MANY:
            return None
        being, acting = _kind_meant(lemma)
        if being is None:
            return None
        mine = entities.of(number)
        found: list[int] = []
        for other in reversed(self._of_being.get(being, [])[-_MOST_ALIKE:]):
            theirs = entities.of(other)
            if self._is_far(other, number):
                break
            named = bool(theirs.actor) if acting else not theirs.actor
            if being is Being.PERSON and theirs.told and mine.told and not theirs.told & mine.told:
                continue
            if named and agree(mine, theirs) and entities.top(other) not in {entities.top(x) for x in found}:
                found.append(other)
        if not found or (len(found) > 1 and being is Being.PERSON):
            return None
        kind = f"the {lemma} last told of is “{view.text(found[0])}”"
        return Link(number, found[0], Sieve.KIND, kind, len(found) == 1)

    def _is_far(self, other: int, number: int) -> bool:
        view = self._view
        places = (view.sentence(view.mentions[n].head) for n in (number, other))
        return next(places) - next(places) > _NEAR


def _kind_meant(lemma: str) -> tuple[Being | None, bool]:
    """Which kind of entity a noun can stand for without having been said of it, and whether it is an actor."""
    if lemma in beings().firms or lemma in beings().societies:
        return Being.BODY, True
    if lemma in ("country", "nation"):
        return Being.PLACE, True
    if lemma in ("city", "town", "village"):
        return Being.PLACE, False
    return (Being.PERSON, True) if lemma in beings().anybody else (None, True)


def _is_other(view: TextView, number: int) -> bool:
    one = view.mentions[number]
    words = view.tree.lowers[one.start : min(one.end, one.start + 6)]
    return any(
        word in ("other", "another", "first", "second", "next", "latter", "former", "same") for word in words[:-1]
    )


def _same_text(view: TextView, number: int, other: int) -> bool:
    one, two = view.mentions[number], view.mentions[other]
    return view.tree.lowers[one.start : one.end] == view.tree.lowers[two.start : two.end]
