"""Nouns with a participle behind them that may be the subject of a verb behind its words: *a bus carrying pilgrims*."""

from collections import defaultdict
from dataclasses import dataclass

from extractors.lexicons import verbs
from extractors.syntax.mending.past_forms import may_be_past
from extractors.syntax.mending.word_classes import NOUNS, OPENS_OBJECT
from extractors.syntax.relations import AUXILIARIES, SUBJECTS, Relation
from extractors.syntax.trees import Tree

_ADNOMINAL = frozenset({Relation.ADNOMINAL, Relation.MODIFIER})
_CONJUNCTIONS = frozenset("after before since until as when while hours".split())
_PLACES = frozenset({Relation.ROOT, Relation.COMPLEMENT, Relation.PARATAXIS, Relation.CONJUNCT, Relation.ADVERBIAL})
"""What a clause can be that has a tense and a subject."""
_BESIDE_TIMES = frozenset(
    {Relation.MODIFIER, Relation.APPOSITION, Relation.NOUN_MODIFIER, Relation.PARATAXIS, Relation.OBLIQUE}
)
_OF_PHRASES = frozenset({Relation.NOUN_MODIFIER, Relation.CONJUNCT})
_HIGHEST = 6
"""Steps up a tree."""

Below = defaultdict[int, list[int]]
"""By word those that hang on it, in the order of the text."""


@dataclass(frozen=True, slots=True)
class Opening:
    """A noun with a participle behind it."""

    subject: int
    participle: int
    top: int
    """The word in whose place the verb comes."""
    above: int
    """The head of that word, or what is to be its head; the word itself where it is a root."""
    relation: Relation
    """What the verb is to that head."""
    case: int | None = None
    """The conjunction that a parse took for a preposition: *after*."""
    certain: bool = False
    """Whether the parse can't be meant, so that any past form is the verb."""


def noun_before(tree: Tree, participle: int) -> int | None:
    """The noun that a participle stands right behind, but for *being* and an adverb."""
    at = participle - 1
    while at > 0 and tree.heads[at] == participle and (tree.lowers[at] == "being" or tree.tags[at] == "RB"):
        at -= 1
    return at if tree.tags[at] in NOUNS else None


def opening_at(tree: Tree, participle: int, below: Below) -> Opening | None:
    """The noun before a participle, where a verb with a tense may stand behind the words of that."""
    noun = noun_before(tree, participle)
    if noun is None or any(_is_finite(tree, at) for at in below.get(participle, ())):
        return None
    subject = _highest_noun(tree, noun)
    head, relation = tree.heads[subject], tree.relations[subject]
    if head == participle and relation in SUBJECTS:
        return _of_clause(tree, subject, participle, below)
    beside = head if relation is Relation.OBLIQUE and tree.relations[participle] is Relation.ADVERBIAL else noun
    if tree.heads[participle] not in (noun, subject, beside) or tree.relations[participle] not in (
        _ADNOMINAL if beside == noun else _ADNOMINAL | {Relation.ADVERBIAL}
    ):
        return None
    if head == subject:
        return Opening(subject, participle, subject, head, Relation.ROOT, certain=_is_sentence(tree, subject, below))
    if relation in SUBJECTS or head > participle:
        return _of_other(tree, subject, participle, below)
    return _of_phrase(tree, subject, participle, below)


def _highest_noun(tree: Tree, noun: int) -> int:
    """*Group* of *a group of men wearing masks*."""
    for _ in range(_HIGHEST):
        above = tree.heads[noun]
        if above >= noun or tree.relations[noun] not in _OF_PHRASES or tree.tags[above] not in NOUNS:
            return noun
        if "of" not in tree.lowers[above:noun] and tree.relations[noun] is Relation.NOUN_MODIFIER:
            return noun
        noun = above
    return noun


def _is_finite(tree: Tree, at: int) -> bool:
    return tree.relations[at] is Relation.COPULA or (
        tree.relations[at] in AUXILIARIES and tree.tags[at] in ("VBD", "VBZ", "VBP", "MD")
    )


def _is_sentence(tree: Tree, root: int, below: Below) -> bool:
    """Whether the words of a noun or adverb end in a point, and nothing makes it what is said of something."""
    children = below.get(root, ())
    ended = any(tree.lowers[at] == "." for at in children)
    return ended and not tree.is_verb(root) and not any(tree.relations[at] in SUBJECTS for at in children)


def _of_clause(tree: Tree, subject: int, participle: int, below: Below) -> Opening | None:
    """*A bus carrying pilgrims*, where a parse takes *carrying* for its verb."""
    relation = tree.relations[participle]
    marks = [tree.lowers[at] for at in below.get(participle, ()) if tree.relations[at] is Relation.MARKER]
    bare = relation is Relation.ADVERBIAL and not marks
    if relation not in _PLACES or "with" in marks or bare or participle + 1 >= len(tree):
        return None
    finite = tree.tags[participle] == "VBN" and tree.tags[participle + 1] in OPENS_OBJECT
    if finite or tree.tags[participle] == "VBD":
        return None  # *the firm bought a rival founded in May*
    being = any(tree.lowers[at] == "being" for at in below.get(participle, ()))
    certain = being or tree.tags[participle] in ("VBG", "JJ")
    return Opening(subject, participle, participle, tree.heads[participle], relation, certain=certain)


def _of_other(tree: Tree, subject: int, participle: int, below: Below) -> Opening | None:
    """*A bus carrying pilgrims plunged off a bridge, police said*, where the bus too is to have said it."""
    above, relation = tree.heads[subject], tree.relations[subject]
    if above < participle or any(
        tree.relations[at] in (Relation.CASE, Relation.MARKER) for at in below.get(subject, ())
    ):
        return None
    if any(tree.relations[at] in SUBJECTS and at > participle for at in below.get(above, ())):
        if tree.lemma_in(above, verbs.reporting()) is not None:
            return Opening(subject, participle, subject, above, Relation.COMPLEMENT, certain=True)
        joined = any(tree.relations[at] is Relation.COORDINATOR and at > participle for at in below.get(above, ()))
        whole = joined and relation in SUBJECTS and tree.relations[above] in _PLACES
        return _in_place_of(tree, subject, participle, above) if whole else None
    tensed = any(_is_finite(tree, at) for at in below.get(above, ()))
    if relation not in SUBJECTS or tensed or tree.relations[above] not in _PLACES:
        return None
    # *Shot dead a guard*, *stole a purse*: what has a subject and no *is* is no adjective and no noun
    beside = tree.tags[above] in ("JJ", "NN") and any(may_be_past(tree, at) for at in (above - 1, above - 2))
    if beside or (tree.tags[above] == "VBG" and tree.lowers[above - 1] == ","):
        return _in_place_of(tree, subject, participle, above)
    return None


def _in_place_of(tree: Tree, subject: int, participle: int, verb: int) -> Opening:
    return Opening(subject, participle, verb, tree.heads[verb], tree.relations[verb], certain=True)


def _of_phrase(tree: Tree, subject: int, participle: int, below: Below) -> Opening | None:
    """*After a bus carrying pilgrims plunged*, *said a boat carrying sand sank*, *on Sunday, a boat carrying sand*."""
    head, relation = tree.heads[subject], tree.relations[subject]
    cases = [at for at in below.get(subject, ()) if tree.relations[at] in (Relation.CASE, Relation.MARKER)]
    conjunction = next((at for at in cases if tree.lowers[at] in _CONJUNCTIONS), None)
    if conjunction is not None and relation in (Relation.OBLIQUE, Relation.ADVERBIAL, Relation.NOUN_MODIFIER):
        certain = tree.relations[conjunction] is Relation.MARKER
        return Opening(subject, participle, subject, head, Relation.ADVERBIAL, conjunction, certain)
    that = next((at for at in cases if tree.lowers[at] == "that"), None)
    said = relation in (Relation.OBJECT, Relation.COMPLEMENT) and tree.lemma_in(head, verbs.reporting()) is not None
    if head < subject and (said or that is not None) and (that is not None or not cases):
        return Opening(subject, participle, subject, head, Relation.COMPLEMENT, that, certain=that is not None)
    if cases or relation not in _BESIDE_TIMES or head > subject:
        return None
    root = head
    for _ in range(_HIGHEST):
        if root > participle:
            return _of_saying(tree, subject, participle, root, below)
        if tree.heads[root] == root:
            sentence = not tree.is_verb(root) and _is_sentence(tree, root, below)
            return Opening(subject, participle, root, root, Relation.ROOT, certain=True) if sentence else None
        root = tree.heads[root]
    return None


def _of_saying(tree: Tree, subject: int, participle: int, verb: int, below: Below) -> Opening | None:
    """*On Sunday, a bus carrying pilgrims plunged, police said*, where a parse has the bus beside Sunday."""
    speaker = any(tree.relations[at] in SUBJECTS and at > participle for at in below.get(verb, ()))
    if not speaker or tree.lemma_in(verb, verbs.reporting()) is None or not tree.can_hang(subject, verb):
        return None
    return Opening(subject, participle, subject, verb, Relation.COMPLEMENT, certain=True)
