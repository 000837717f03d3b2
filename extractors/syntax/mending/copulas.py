"""A *was* whose relation and word contradict each other, before what it joins is raised.

*The owners were concerned*, with a passive auxiliary on an adjective: nothing is done to them. *His state was on Monday
said to be good*, with a copula on a preposition: it goes with the verb that the preposition's noun hangs on. *It was
Lind's doing*: with a possessor what looks like a gerund is a noun.
"""

from extractors.lexicons.forms import forms
from extractors.syntax.relations import AUXILIARIES, SUBJECTS, Relation
from extractors.syntax.trees import BE, Tree

_ADJECTIVES = frozenset(("JJ", "JJR", "JJS"))
_LIGHT = frozenset({Relation.CASE, Relation.MARKER, Relation.OBLIQUE, Relation.ADVERB})
_HIGHEST = 4
"""Steps from a light word up to the verb of its clause."""


def settle_copulas(tree: Tree) -> None:
    """Make copulas and auxiliaries of each *was* by what it stands with; looks at each word a few times."""
    copulas = {tree.heads[at]: at for at, kind in enumerate(tree.relations) if kind is Relation.COPULA}
    for at, tag in enumerate(tree.tags):
        owner = tree.heads[at]
        owns = tag == "POS" and tree.relations[at] is Relation.CASE and tree.relations[owner] in SUBJECTS
        if owns and copulas.get(tree.heads[owner], owner) < owner:
            tree.relations[owner] = Relation.POSSESSOR  # *Lind* of *it was Lind's doing*, not of *Lind's is full*
    for at in range(len(tree)):
        if tree.relations[at] is Relation.COPULA and tree.relations[tree.heads[at]] is Relation.CASE:
            _return_auxiliary(tree, at)
    passive = tree.having({Relation.PASSIVE_AUXILIARY})
    adjectives = {at for at in passive - tree.having({Relation.AGENT}) if tree.tags[at] in _ADJECTIVES}
    done = {at for at in adjectives if tree.lowers[at] in forms().unchanged_past}  # *were hurt*
    adjectives -= done
    for at in done:
        tree.tags[at], tree.pos[at] = "VBN", "VERB"
    owned = tree.having({Relation.POSSESSOR}) & tree.having({Relation.COPULA})
    for at, head in enumerate(tree.heads):
        kind = tree.relations[at]
        if head in adjectives and kind is Relation.PASSIVE_AUXILIARY and tree.lowers[at] in BE:
            tree.relations[at] = Relation.COPULA
        elif head in adjectives and kind is Relation.PASSIVE_SUBJECT:
            tree.relations[at] = Relation.SUBJECT
    for at in owned:
        if tree.tags[at] == "VBG":
            tree.tags[at], tree.pos[at] = "NN", "NOUN"


def _return_auxiliary(tree: Tree, was: int) -> None:
    above = tree.heads[was]
    for _ in range(_HIGHEST):
        if tree.relations[above] not in _LIGHT:
            break
        above = tree.heads[above]
    if above > was and tree.tags[above] in ("VBN", "VBG") and tree.relations[above] not in AUXILIARIES:
        tree.heads[was] = above
        passive = tree.tags[above] == "VBN"
        tree.relations[was] = Relation.PASSIVE_AUXILIARY if passive else Relation.AUXILIARY
