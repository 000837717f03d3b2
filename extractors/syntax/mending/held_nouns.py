"""A preposition that is taken for another word's than the noun that it stands before.

*Until early Tuesday*: it holds the day, and not what describes that. *Days after the sinking its owner fled*: what has
an article is a noun, and *after* is its own. *Came on Tuesday*: before a day *on* is a preposition, and no particle. *A
week after the raid the school reopened*: no verb has two subjects, and none has a preposition.
"""

from calendar import day_name

from extractors.syntax.relations import SUBJECTS, Relation
from extractors.syntax.trees import Tree

_DESCRIBING = frozenset({Relation.MODIFIER, Relation.ADVERB})
_HOLDING = frozenset("after at before by during from in on since until".split())
"""Prepositions that tell when or where; *all but one* is a subject."""
_ARTICLES = frozenset("the a an".split())
_ON = frozenset(("on",))
_DAYS = frozenset(name.lower() for name in day_name)
_PARTICLES = frozenset({Relation.PARTICLE, Relation.ADVERB})
_CLAUSES = frozenset({Relation.ADVERBIAL, Relation.ADNOMINAL})


def hold_nouns(tree: Tree) -> None:
    """Hang such prepositions on their nouns; looks at each word a few times."""
    for at, relation in enumerate(tree.relations):
        word = tree.heads[at]
        noun = tree.heads[word]
        if relation in _PARTICLES and tree.lowers[at] in _ON and _is_before_its_day(tree, at):
            tree.heads[at], tree.relations[at], tree.tags[at] = at + 1, Relation.CASE, "IN"
        before = at < word < noun and tree.tags[word] == "JJ" and tree.is_nominal(noun)
        if relation is Relation.CASE and before and tree.relations[word] in _DESCRIBING:
            tree.heads[at] = noun
    _name_gerunds(tree)
    cases = [at for at, relation in enumerate(tree.relations) if relation is Relation.CASE]
    held = {tree.heads[at] for at in cases if tree.lowers[at] in _HOLDING}
    subjects: dict[int, list[int]] = {}
    for at, relation in enumerate(tree.relations):
        if relation in SUBJECTS:
            subjects.setdefault(tree.heads[at], []).append(at)
    for several in subjects.values():
        free = [at for at in several if at not in held]
        for at in several:
            if free and at in held:
                tree.relations[at] = Relation.OBLIQUE


def _is_before_its_day(tree: Tree, at: int) -> bool:
    """Whether both hang on the same verb; not *went on Monday’s tour*."""
    day = at + 1
    beside = day < len(tree) and tree.heads[day] == tree.heads[at] and tree.relations[day] is Relation.OBLIQUE
    return beside and tree.lowers[day] in _DAYS


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
