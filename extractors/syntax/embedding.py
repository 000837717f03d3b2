"""Embedding: what the word above a clause makes of it. *Plans to leave* is no leaving yet, *refused to leave* is none.

The words are in `verbs.toml`, `adjectives.toml` and `nouns.toml`.
"""

import msgspec

from extractors.lexicons import governors, modifiers
from extractors.lexicons.effects import Effect
from extractors.syntax.clauses import Clause, Syntax
from extractors.syntax.relations import Relation
from extractors.syntax.trees import BE, Tree

AHEAD = frozenset({Effect.PLAN, Effect.EXPECTATION, Effect.REQUEST, Effect.WISH, Effect.FUTURE, Effect.NECESSITY})
"""What lies after the time of the embedding word."""
ON_NOUNS = frozenset(
    {Effect.PLAN, Effect.EXPECTATION, Effect.REQUEST, Effect.WISH, Effect.REFUSAL, Effect.PHASE, Effect.END}
)
"""What can be said of a noun as of a clause: *the trial is scheduled for Monday*, *called for protests*."""
NEGATION_STAYS_ABOVE = frozenset({Effect.ALLEGATION, Effect.END, Effect.ATTEMPT})
"""*Did not stop working* denies the end, not the work."""

_BEFORE_GERUNDS = {
    Effect.ALLEGATION: frozenset("of for with".split()),
    Effect.REQUEST: frozenset("for on to".split()),
    Effect.PLAN: frozenset("for on to of".split()),
    Effect.WISH: frozenset("for of to about".split()),
    Effect.ACHIEVEMENT: frozenset("in into".split()),
    Effect.ATTEMPT: frozenset("at for".split()),
    Effect.EXPECTATION: frozenset("of".split()),
    Effect.NECESSITY: frozenset("of for".split()),
    Effect.REFUSAL: frozenset("in of against".split()),
    Effect.BRINK: frozenset("of to".split()),
}
_BEFORE_ANY_GERUND = frozenset("of for in at".split())
_MAKING_ANOTHER = frozenset("up off down aside".split())
"""Particles that make another verb of one: *set up a fund to help*, *called off the march*."""
_MORE = frozenset("more less equally".split())
_SEVERAL = frozenset({Relation.CONJUNCT, Relation.NOUN_MODIFIER})
"""Below a noun, these can make many of one: *a total of 39 are*."""
_SET = frozenset(("set",))
_ALIGHT = frozenset("alight ablaze afire free loose ashore aside up off out".split())
_OF_BODIES = frozenset("are have do".split())
"""Verbs of many that a body often has: *the council have met*."""
_TO_SOMEBODY = frozenset({Effect.REQUEST, Effect.WISH, Effect.EXPECTATION})
"""What is asked, wished or expected of somebody."""


class Embedding(msgspec.Struct, frozen=True):
    """The word above a clause that says what becomes of it."""

    word: int
    """The verb, adjective or noun."""
    verb: int
    """The verb of the clause that the word is in."""
    kind: Effect
    negative: bool = False
    """Whether the word itself denies what is below it: *refused*, *unlikely*."""


def kind_of(tree: Tree, at: int) -> Effect | None:
    """What a word would make of a clause below it."""
    if _is_another(tree, at):
        return None
    if tree.lowers[at] == "going" or (tree.lemmas[at] == "go" and tree.tags[at] == "VBG"):
        return Effect.FUTURE
    is_noun = tree.pos[at] in ("NOUN", "PROPN") and not tree.tags[at].startswith("VB")
    kinds = governors.embedding_nouns() if is_noun else governors.embedding_predicates()
    lemma = tree.lemma_in(at, kinds)
    return kinds[lemma] if lemma is not None else None


def sets_time(tree: Tree, at: int) -> bool:
    """*Is scheduled*, *is due*, *was set for Monday*; not *was set up on Monday*, *was set on fire on Monday*."""
    return tree.lemma_in(at, governors.setting_time()) is not None and not _is_another(tree, at)


def _is_another(tree: Tree, at: int) -> bool:
    """Whether the word behind a verb makes another of it: *set up*, *set alight*, *set on fire*."""
    after = min(at + 1, len(tree) - 1)
    if tree.tags[after] == "RP" and tree.lowers[after] in _MAKING_ANOTHER:
        return True
    behind = tree.lowers[after : after + 2]
    return (behind[0] in _ALIGHT or behind == ["on", "fire"]) and tree.lemma_in(at, _SET) is not None


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
        return Embedding(parent.verb, parent.verb, kind_of(tree, parent.verb) or Effect.REQUEST)
    if kind is None and _is_charged_with(tree, clause, parent):
        return Embedding(parent.verb, parent.verb, Effect.ALLEGATION)
    if _says_from(tree, clause, parent):
        return Embedding(parent.verb, parent.verb, Effect.REFUSAL, negative=True)
    if _is_near(tree, clause, word):
        return Embedding(word, parent.verb, Effect.BRINK, negative=True)
    is_to = clause.relation is Relation.OPEN_COMPLEMENT and tree.lowers[word] in BE and parent.predicate is None
    if kind is None and is_to:
        kind = Effect.FUTURE
    if kind is None or not _embeds(tree, clause, kind, word) or _is_compared(tree, word):
        return None
    negating = governors.negating_nouns() if tree.pos[word] == "NOUN" else governors.negating()
    negative = tree.lemma_in(word, negating) is not None
    return Embedding(word, parent.verb, kind, negative)


def _is_compared(tree: Tree, word: int) -> bool:
    """*More likely to die than men*: a finding of how often, and no forecast."""
    before = tree.lowers[word - 1] if word else ""
    return tree.tags[word] == "JJ" and before in _MORE


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


def _is_charged_with(tree: Tree, clause: Clause, parent: Clause) -> bool:
    """*Accused the council of hiding it*: parsers hang *hiding* on *council*, which is accused of it."""
    if kind_of(tree, parent.verb) is not Effect.ALLEGATION or clause.relation is not Relation.ADNOMINAL:
        return False
    markers = {tree.lowers[at] for at in clause.markers}
    gerund = tree.tags[clause.verb] == "VBG" and bool(markers & _BEFORE_GERUNDS[Effect.ALLEGATION])
    return gerund and clause.attached is not None and clause.attached > parent.verb


def _says_from(tree: Tree, clause: Clause, parent: Clause) -> bool:
    """*Kept them from leaving*, *saved it from being sold*, which parsers hang on *it*."""
    if not any(tree.lowers[at] == "from" for at in clause.markers):
        return False
    on_object = clause.relation is Relation.ADNOMINAL and clause.attached in (*parent.objects, parent.subject)
    beside = clause.relation is Relation.ADVERBIAL and clause.attached == parent.verb
    return (beside or on_object) and tree.lemma_in(parent.verb, governors.negating_with_from()) is not None


def _is_near(tree: Tree, clause: Clause, word: int) -> bool:
    """*Came close to winning*, *came within metres of winning*."""
    if tree.tags[clause.verb] != "VBG" and not clause.passive:
        return False
    markers = {tree.lowers[at]: at for at in clause.markers}
    if "to" in markers and tree.lowers[markers["to"] - 1] in modifiers.nearing("gerund"):
        return True
    return "of" in markers and any(tree.lowers[at] == "within" for at in tree.children[word])


def _embeds(tree: Tree, clause: Clause, kind: Effect, word: int) -> bool:
    """Whether a clause in this place takes its meaning from the word above it."""
    markers = {tree.lowers[at] for at in clause.markers}
    match clause.relation:
        case Relation.OPEN_COMPLEMENT:
            return True
        case Relation.COMPLEMENT if not tree.is_verb(word) and tree.is_nominal(word):
            return kind is Effect.ALLEGATION  # *reports that he left*
        case Relation.COMPLEMENT | Relation.CLAUSAL_SUBJECT:
            return _embeds_finite(tree, clause, kind)
        case Relation.ADVERBIAL if "to" in markers and tree.tags[clause.verb] == "VB":
            return kind in AHEAD and not markers & {"as", "than", "so"}
        case Relation.ADVERBIAL:
            return bool(markers & _BEFORE_GERUNDS.get(kind, frozenset()))
        case Relation.ADNOMINAL if tree.tags[clause.verb] == "VBG":
            return bool(markers & _BEFORE_GERUNDS.get(kind, _BEFORE_ANY_GERUND))
        case Relation.ADNOMINAL:
            return bool(markers & {"to", "that", "of", "for", "in", "at"})
    return False


def _disagrees(tree: Tree, clause: Clause, first: int) -> bool:
    """*Demanded that he resign*, *that the budget include it*: the verb of many with one subject is a subjunctive."""
    at = clause.subject
    if tree.tags[first] != "VBP" or at is None:
        return False
    several = any(tree.relations[word] in _SEVERAL for word in tree.children[at]) or tree.lowers[first] in _OF_BODIES
    return tree.lowers[at] in ("he", "she", "it") or (tree.tags[at] == "NN" and not several)


def _embeds_finite(tree: Tree, clause: Clause, kind: Effect) -> bool:
    """*Demanded that he leave*, *hopes that it lasts*; not *suggested that he left*, which only reports."""
    first = min([*clause.auxiliaries, clause.verb])
    bare = tree.tags[first] == "VB" or tree.lowers[first] == "should" or _disagrees(tree, clause, first)
    match kind:
        case Effect.REQUEST:
            return bare
        case Effect.PLAN:
            return bare or tree.tags[first] == "MD"
        case Effect.EXPECTATION | Effect.WISH:
            return tree.tags[first] not in ("VBD", "VBN") and tree.lemmas[first] != "have"
    return False
