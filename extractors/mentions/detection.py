"""Which words of a doc mention somebody or something: names, descriptions, pronouns, and several joined by *and*."""

from collections.abc import Iterable, Iterator, Mapping

from spacy.tokens import Doc, Span

from extractors.actors import KEY as ACTORS
from extractors.actors.component import Cast
from extractors.actors.settling import find_names
from extractors.lexicons import verbs
from extractors.lexicons.beings import beings, body_nouns, person_nouns
from extractors.mentions.noun_phrases import phrase_extents
from extractors.mentions.pronoun_forms import BEINGS, COUNTS, PRONOUNS, RELATIVE
from extractors.mentions.records import Being, Count, DocMention, MentionForm
from extractors.syntax.clauses import Syntax
from extractors.syntax.phrases import Range, head
from extractors.syntax.relations import NOUN_CLAUSES, Relation
from extractors.syntax.trees import Tree
from extractors.time_expressions import KEY as TIMES

_NAMED = {
    "person": Being.PERSON,
    "organisation": Being.BODY,
    "country": Being.PLACE,
    "group": Being.PERSON,
    "unknown": Being.UNKNOWN,
    "PERSON": Being.PERSON,
    "ORG": Being.BODY,
    "GPE": Being.PLACE,
    "LOC": Being.PLACE,
    "FAC": Being.PLACE,
    "NORP": Being.PERSON,
}
"""By the labels of actors and of entities."""
_GROUPS = frozenset({"group", "NORP"})
_NO_HEAD = frozenset({Relation.COMPOUND, Relation.FLAT, Relation.NUMBER, Relation.MODIFIER, Relation.CASE})
_COUNTING = frozenset("more those others some many several few both all most".split())
_NUMBERS = frozenset("number majority handful dozen dozens score scores hundred hundreds thousand thousands".split())
_SOMEBODY = frozenset("anybody anyone everybody everyone somebody someone nobody".split())
_NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_PLURAL_TAGS = frozenset({"NNS", "NNPS"})
_LONGEST_JOINED = 8
"""Members of what is joined: a longer list is read by its members alone."""


def find_mentions(doc: Doc, syntax: Syntax) -> list[DocMention]:
    """The mentions of a doc in the order of the text, not linked yet."""
    tree = syntax.tree
    extents = phrase_extents(tree)
    timed = {at for span in doc.spans.get(TIMES, ()) for at in range(span.start, span.end)}
    names = dict(_names(doc, tree, extents))
    inside = {at for one in names.values() for at in range(one.start, one.end) if tree.relations[at] in _NO_HEAD}
    found = dict(names)
    for at in range(len(tree)):
        if at in found or at in timed or at in inside:
            continue
        one = _pronoun(tree, at) or _relative(syntax, at) or _description(tree, at, extents[at])
        if one is not None:
            found[at] = one
    return _numbered([*found.values(), *_joined(tree, found)])


def _numbered(found: Iterable[DocMention]) -> list[DocMention]:
    """In the order of the text, an outer one before what it holds; members by their number."""
    ordered = sorted(found, key=lambda one: (one.start, -one.end, one.head))
    numbers = {one.head: n for n, one in enumerate(ordered) if not one.members}
    return [one if not one.members else _with_members(one, tuple(numbers[at] for at in one.members)) for one in ordered]


def _with_members(one: DocMention, members: tuple[int, ...]) -> DocMention:
    return DocMention(one.start, one.end, one.head, one.form, one.being, one.count, members=members)


def _names(doc: Doc, tree: Tree, extents: list[Range]) -> Iterator[tuple[int, DocMention]]:
    for span, actor in named_spans(doc):
        at = head(tree, span.start, span.end)
        start, end = min(span.start, extents[at][0]), span.end
        many = span.label_ in _GROUPS or span[-1].tag_ == "NNPS"
        if tree.relations[at] in _NO_HEAD and span.label_ in _GROUPS:
            continue  # *Afghan* of *the Afghan team*
        being = _NAMED[span.label_]
        count = Count.MANY if many and being is Being.PERSON else Count.ONE
        yield at, DocMention(start, max(end, at + 1), at, MentionForm.NAME, being, count, actor)


def named_spans(doc: Doc) -> Iterator[tuple[Span, str]]:
    """The names of a doc with the ids of their actors; the places that are none, and names nobody has settled, too."""
    acting = sorted(doc.spans[ACTORS] if ACTORS in doc.spans else _acting(doc), key=lambda span: span.start)
    covered = {at for span in acting for at in range(span.start, span.end)}
    yield from ((span, str(span.id_)) for span in acting)
    for span in doc.ents:
        if span.label_ in _NAMED and span.start not in covered:
            yield span, ""


def _acting(doc: Doc) -> list[Span]:
    """The names of actors, where nobody has settled them in the doc."""
    namings = find_names(doc)
    cast = Cast(doc, namings)
    meant = ((naming.name, cast.actor_of(naming)) for naming in namings)
    return [Span(doc, name.start, name.end, actor.kind.value, span_id=actor.id) for name, actor in meant if actor]


def _pronoun(tree: Tree, at: int) -> DocMention | None:
    person = PRONOUNS.get(tree.lowers[at])
    if person is None or tree.pos[at] not in ("PRON", "DET") or tree.relations[at] is Relation.EXPLETIVE:
        return None
    beings_ = BEINGS.get(person, frozenset({Being.PERSON}))
    being = Being.PERSON if Being.PERSON in beings_ and Being.THING not in beings_ else Being.UNKNOWN
    return DocMention(at, at + 1, at, MentionForm.PRONOUN, being, COUNTS[person])


def _relative(syntax: Syntax, at: int) -> DocMention | None:
    """*Who*, *which*, *that*, *whose*, where they stand for the noun before their clause."""
    tree = syntax.tree
    clause = syntax.clause_of(at) if tree.lowers[at] in RELATIVE and tree.tags[at].startswith("W") else None
    if clause is None or clause.relation not in NOUN_CLAUSES or clause.attached is None or clause.attached >= at:
        return None
    being = Being.PERSON if tree.lowers[at] in ("who", "whom") else Being.UNKNOWN
    return DocMention(at, at + 1, at, MentionForm.PRONOUN, being, Count.EITHER)


def _description(tree: Tree, at: int, extent: Range) -> DocMention | None:
    tag = tree.tags[at]
    counting = tag == "CD" or (tree.lowers[at] in _COUNTING and tree.relations[at] is not Relation.MODIFIER)
    if tree.relations[at] in _NO_HEAD or not (tag in _NOUN_TAGS or counting) or not tree.lowers[at][0].isalnum():
        return None
    if tree.lowers[at] in _SOMEBODY:
        return DocMention(*extent, at, MentionForm.DESCRIPTION, Being.PERSON, Count.EITHER)
    being = being_of_noun(_telling_noun(tree, at)) if not counting else Being.UNKNOWN
    if counting and tag != "CD" and any(tree.relations[child] is Relation.RELATIVE for child in tree.children[at]):
        being = Being.PERSON  # *those who fled*
    if counting and _counts_people(tree, at):
        being = Being.PERSON
    if tree.relations[at] is Relation.POSSESSOR and tree.lemmas[tree.heads[at]] == "degree":
        being = Being.THING  # *a bachelor’s degree*
    numbers = _is_number_of_people(tree, at)
    being = Being.PERSON if numbers else being
    lemma = tree.lemmas[at]
    many = tag in _PLURAL_TAGS or lemma in beings().crowds or counting or numbers
    count = Count.EITHER if lemma in beings().crowds and lemma in body_nouns() else Count.MANY if many else Count.ONE
    return DocMention(*extent, at, MentionForm.DESCRIPTION, being, count)


def _telling_noun(tree: Tree, at: int) -> str:
    """The lemma that says what a phrase means; of a name that nobody knows the noun before it: *the ferry Merel*."""
    before = () if tree.tags[at] not in ("NNP", "NNPS") else reversed(tree.children[at])
    return tree.lemmas[next((child for child in before if child < at and tree.tags[child] == "NN"), at)]


def _is_number_of_people(tree: Tree, at: int) -> bool:
    """*A number of senators*, *dozens of protesters*."""
    if tree.lemmas[at] not in _NUMBERS and tree.lowers[at] not in _NUMBERS:
        return False
    told = (child for child in tree.children[at] if child > at and tree.relations[child] is Relation.NOUN_MODIFIER)
    return any(tree.tags[n] in _PLURAL_TAGS and tree.lemmas[n].lower() in person_nouns() for n in told)


def _counts_people(tree: Tree, at: int) -> bool:
    """*Wounded 14*, *three were arrested*, *nine drowned*."""
    verb, relation = tree.heads[at], tree.relations[at]
    done_to = relation in (Relation.OBJECT, Relation.PASSIVE_SUBJECT)
    if done_to and tree.lemma_in(verb, verbs.of_people()) is not None:
        return True
    return relation is Relation.SUBJECT and tree.lemma_in(verb, verbs.dying()) is not None


def being_of_noun(lemma: str) -> Being:
    """Whom or what a common noun means; a thing, where no list knows it."""
    if lemma in person_nouns() or lemma in beings().crowds - body_nouns() or lemma.endswith(("woman", "-old")):
        return Being.PERSON
    if lemma in body_nouns():
        return Being.BODY
    return Being.PLACE if lemma in beings().lands | beings().towns else Being.THING


def _joined(tree: Tree, found: Mapping[int, DocMention]) -> Iterator[DocMention]:
    """Several that stand as one: *Spain and France*, *the mayor and two aides*."""
    joined: dict[int, list[int]] = {}
    for at in found:
        if tree.relations[at] is Relation.CONJUNCT and tree.heads[at] in found:
            joined.setdefault(tree.heads[at], []).append(at)
    for at, others in joined.items():
        members = sorted((at, *others))
        if len(members) > _LONGEST_JOINED or not _is_and(tree, others):
            continue
        kinds = {found[one].being for one in members}
        being = next(iter(kinds)) if len(kinds) == 1 else Being.UNKNOWN
        start, end = min(found[one].start for one in members), max(found[one].end for one in members)
        yield DocMention(start, end, at, MentionForm.DESCRIPTION, being, Count.MANY, members=tuple(members))


def _is_and(tree: Tree, others: Iterable[int]) -> bool:
    return any(tree.lowers[child] in ("and", "&") for at in others for child in tree.children[at])
