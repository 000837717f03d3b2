"""Embedding: what the word above a clause makes of it. *Plans to leave* is no leaving yet, *refused to leave* is none.

The lists are in `data/lexicons/verbs.toml`, by lemma.
"""

from enum import StrEnum
from functools import cache

import msgspec

from extractors.lexicons import lexicon, words
from extractors.syntax.clauses import Clause, Syntax
from extractors.syntax.relations import NOUN_CLAUSES, Relation
from extractors.syntax.trees import BE, Tree


class Kind(StrEnum):
    """What an embedding word says of the clause below it."""

    PLAN = "plan"
    EXPECTATION = "expectation"
    REQUEST = "request"
    WISH = "wish"
    FUTURE = "future"
    """*is going to leave*, *is to leave*."""
    ATTEMPT = "attempt"
    REFUSAL = "refusal"
    ACHIEVEMENT = "achievement"
    """It happened: *managed to leave*, *forced them to leave*."""
    PHASE = "phase"
    """It was under way: *began to leave*."""
    END = "end"
    ALLEGATION = "allegation"
    NECESSITY = "necessity"
    ABILITY = "ability"


AHEAD = frozenset({Kind.PLAN, Kind.EXPECTATION, Kind.REQUEST, Kind.WISH, Kind.FUTURE, Kind.NECESSITY})
"""What lies after the time of the embedding word."""
ON_NOUNS = frozenset({Kind.PLAN, Kind.EXPECTATION, Kind.REQUEST, Kind.WISH, Kind.REFUSAL, Kind.PHASE, Kind.END})
"""What can be said of a noun as of a clause: *the trial is scheduled for Monday*, *called for protests*."""
NEGATION_STAYS_ABOVE = frozenset({Kind.ALLEGATION, Kind.END, Kind.ATTEMPT})
"""*Did not stop working* denies the end, not the work."""

_BEFORE_GERUNDS = {
    Kind.ALLEGATION: frozenset("of for with".split()),
    Kind.REQUEST: frozenset("for on to".split()),
    Kind.PLAN: frozenset("for on to of".split()),
    Kind.WISH: frozenset("for of to about".split()),
    Kind.ACHIEVEMENT: frozenset("in into".split()),
    Kind.ATTEMPT: frozenset("at for".split()),
    Kind.EXPECTATION: frozenset("of".split()),
    Kind.NECESSITY: frozenset("of for".split()),
    Kind.REFUSAL: frozenset("in".split()),
}
_TO_SOMEBODY = frozenset({Kind.REQUEST, Kind.WISH, Kind.EXPECTATION})
"""What is asked, wished or expected of somebody."""


class Embedding(msgspec.Struct, frozen=True):
    """The word above a clause that says what becomes of it."""

    word: int
    """The verb, adjective or noun."""
    verb: int
    """The verb of the clause that the word is in."""
    kind: Kind
    negative: bool = False
    """Whether the word itself denies what is below it: *refused*, *unlikely*."""


@cache
def _kinds(table: str) -> dict[str, Kind]:
    return {lemma: Kind(kind) for kind, lemmas in lexicon("verbs")[table].items() for lemma in lemmas}


def kind_of(tree: Tree, at: int) -> Kind | None:
    """What a word would make of a clause below it."""
    if tree.lowers[at] == "going" or (tree.lemmas[at] == "go" and tree.tags[at] == "VBG"):
        return Kind.FUTURE
    is_noun = tree.pos[at] in ("NOUN", "PROPN") and not tree.tags[at].startswith("VB")
    kinds = _kinds("embedding_nouns" if is_noun else "embedding")
    lemma = tree.lemma_in(at, kinds)
    return kinds[lemma] if lemma is not None else None


def embedding(syntax: Syntax, clause: Clause) -> Embedding | None:
    """The embedding of a clause; a conjunct that shares it asks for the first conjunct's."""
    if clause.attached is None or clause.parent is None:
        return None
    tree, parent = syntax.tree, syntax.clauses[clause.parent]
    word = clause.attached
    if word == parent.verb and parent.predicate is not None and kind_of(tree, parent.predicate) is not None:
        word = parent.predicate
    kind = kind_of(tree, word)
    if kind is None and _is_addressed(tree, clause, parent) and kind_of(tree, parent.verb) in _TO_SOMEBODY:
        return Embedding(parent.verb, parent.verb, kind_of(tree, parent.verb) or Kind.REQUEST)
    if clause.relation is Relation.ADVERBIAL and _says_from(tree, clause, word):
        return Embedding(word, parent.verb, Kind.REFUSAL, negative=True)
    if kind is None and clause.relation is Relation.OPEN_COMPLEMENT and tree.lowers[word] in BE:
        kind = Kind.FUTURE
    if kind is None or not _embeds(tree, clause, kind, word):
        return None
    negative = tree.lemma_in(word, words("verbs", "embedding_negative")) is not None
    return Embedding(word, parent.verb, kind, negative)


def _is_addressed(tree: Tree, clause: Clause, parent: Clause) -> bool:
    """*Called for people to march*: parsers hang *march* on *people*, though it says what they are called to do."""
    noun = clause.attached
    if (
        clause.relation is not Relation.ADNOMINAL
        or noun is None
        or tree.heads[noun] != parent.verb
        or noun < parent.verb
    ):
        return False
    return any(tree.lowers[at] == "to" for at in clause.markers) and tree.tags[clause.verb] == "VB"


def _says_from(tree: Tree, clause: Clause, word: int) -> bool:
    is_from = any(tree.lowers[at] == "from" for at in clause.markers)
    return is_from and tree.lemma_in(word, words("verbs", "embedding_from")) is not None


def _embeds(tree: Tree, clause: Clause, kind: Kind, word: int) -> bool:
    """Whether a clause in this place takes its meaning from the word above it."""
    markers = {tree.lowers[at] for at in clause.markers}
    match clause.relation:
        case Relation.OPEN_COMPLEMENT:
            return True
        case Relation.COMPLEMENT if not tree.is_verb(word) and tree.is_nominal(word):
            return kind is Kind.ALLEGATION  # *reports that he left*
        case Relation.COMPLEMENT | Relation.CLAUSAL_SUBJECT:
            return _embeds_finite(tree, clause, kind)
        case Relation.ADVERBIAL if "to" in markers and tree.tags[clause.verb] == "VB":
            return kind in AHEAD and not markers & {"as", "than", "so"}
        case Relation.ADVERBIAL:
            return bool(markers & _BEFORE_GERUNDS.get(kind, frozenset()))
        case relation if relation in NOUN_CLAUSES:
            return relation is Relation.ADNOMINAL and bool(markers & {"to", "that", "of", "for", "in", "at"})
    return False


def _embeds_finite(tree: Tree, clause: Clause, kind: Kind) -> bool:
    """*Demanded that he leave*, *hopes that it lasts*; not *suggested that he left*, which only reports."""
    first = min([*clause.auxiliaries, clause.verb])
    bare = tree.tags[first] == "VB" or tree.lowers[first] == "should"
    match kind:
        case Kind.REQUEST:
            return bare
        case Kind.PLAN:
            return bare or tree.tags[first] == "MD"
        case Kind.EXPECTATION | Kind.WISH:
            return tree.tags[first] not in ("VBD", "VBN") and tree.lemmas[first] != "have"
    return False
