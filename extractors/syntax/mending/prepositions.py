"""A preposition that is taken for another word's than the noun that it stands before, or for none.

*The tug sank off Dorra*: the noun right behind *off* has no other, so that it is no part of the verb, and the place is
not what was sunk. *Came on Tuesday*: so it is before a day. *Until early Tuesday*: it holds the day, and not what
describes that. *Days after the sinking its owner fled*: what has an article is a noun, and *after* is its own. *Stopped
short of saying that*: *of* tells when, why or how nothing is done, so that what it opens is of the adjective.
"""

from calendar import day_name

from extractors.syntax.relations import SUBJECTS, Relation
from extractors.syntax.trees import Tree

_DESCRIBING = frozenset({Relation.MODIFIER, Relation.ADVERB})
_ARTICLES = frozenset("the a an".split())
_ON = frozenset(("on",))
_DAYS = frozenset(name.lower() for name in day_name)
_PARTICLES = frozenset({Relation.PARTICLE, Relation.ADVERB})
_CLAUSES = frozenset({Relation.ADVERBIAL, Relation.ADNOMINAL})
_ON_VERBS = SUBJECTS | {Relation.OBJECT, Relation.OBLIQUE}
_BESIDE = frozenset({Relation.ADVERB, Relation.PREDICATE, Relation.OPEN_COMPLEMENT})
_FARTHEST = 12
"""Words of a noun before its last."""


def return_prepositions(tree: Tree) -> None:
    """Hang such prepositions on their nouns; looks at few words behind each."""
    _return_particles(tree)
    for at, relation in enumerate(tree.relations):
        word = tree.heads[at]
        noun = tree.heads[word]
        if relation in _PARTICLES and tree.lowers[at] in _ON and _is_before_its_day(tree, at):
            tree.heads[at], tree.relations[at], tree.tags[at] = at + 1, Relation.CASE, "IN"
        before = at < word < noun and tree.tags[word] == "JJ" and tree.is_nominal(noun)
        if relation is Relation.CASE and before and tree.relations[word] in _DESCRIBING:
            tree.heads[at] = noun
        if relation is Relation.MARKER and at and tree.lowers[at] == "of" and word > at:
            _return_clause(tree, word, at - 1)
    _name_gerunds(tree)


def _return_particles(tree: Tree) -> None:
    found = [at for at, kind in enumerate(tree.relations) if kind is Relation.PARTICLE and tree.tags[at] == "IN"]
    if not found:
        return
    with_case = tree.having({Relation.CASE})
    for at in found:
        noun = _noun_behind(tree, at)
        if noun is not None and noun not in with_case:
            tree.heads[at], tree.relations[at] = noun, Relation.CASE
            tree.relations[noun] = Relation.OBLIQUE


def _noun_behind(tree: Tree, particle: int) -> int | None:
    """The noun on the same verb that begins right behind a particle."""
    verb = tree.heads[particle]
    if verb >= particle:
        return None
    for at in range(particle + 1, min(len(tree), particle + _FARTHEST)):
        if tree.heads[at] == verb:
            return at if tree.relations[at] in _ON_VERBS and tree.is_nominal(at) else None
        if tree.heads[at] <= particle:
            return None
    return None


def _is_before_its_day(tree: Tree, at: int) -> bool:
    """Whether both hang on the same verb; not *went on Monday’s tour*."""
    day = at + 1
    beside = day < len(tree) and tree.heads[day] == tree.heads[at] and tree.relations[day] is Relation.OBLIQUE
    return beside and tree.lowers[day] in _DAYS


def _return_clause(tree: Tree, clause: int, word: int) -> None:
    """Hang a clause with *of* on the adjective right before that."""
    verb = tree.heads[word]
    said = tree.tags[word] == "JJ" and tree.relations[word] in _BESIDE
    if said and tree.heads[clause] == verb and verb < word and tree.relations[clause] is Relation.ADVERBIAL:
        tree.heads[clause], tree.relations[word] = word, Relation.PREDICATE


def _name_gerunds(tree: Tree) -> None:
    """*The sinking* is a noun, unless it is done to something."""
    roles = {Relation.OBJECT, *SUBJECTS}
    kinds = enumerate(tree.relations)
    doing = {tree.heads[at] for at, kind in kinds if kind in roles and tree.lowers[at] not in _ARTICLES}
    for at in range(2, len(tree)):
        verb, article = tree.heads[at], at - 1
        alone = tree.tags[at] == "VBG" and at not in doing and tree.relations[at] in _CLAUSES and verb != at
        if not alone or tree.lowers[article] not in _ARTICLES or tree.heads[article] != at:
            continue
        tree.tags[at], tree.pos[at] = "NN", "NOUN"
        tree.relations[article] = Relation.MODIFIER
        tree.relations[at] = Relation.OBLIQUE if tree.is_verb(verb) else Relation.NOUN_MODIFIER
        marker = at - 2
        if tree.relations[marker] in (Relation.MARKER, Relation.CASE) and tree.heads[marker] in (verb, at):
            tree.heads[marker], tree.relations[marker] = at, Relation.CASE
