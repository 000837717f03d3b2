"""*Which critics said was unfair*: what a relative begins with is what was unfair, and not what critics said.

What is said there has a tense, and so a subject; nothing else stands before it that could be one.
"""

from extractors.syntax.mending.word_classes import FINITE
from extractors.syntax.relations import SUBJECTS, Relation
from extractors.syntax.trees import Tree

_WHICH = frozenset(("which", "who", "that"))
_OF_CLAUSES = SUBJECTS | {Relation.EXPLETIVE, Relation.MARKER}


def return_relative_subjects(tree: Tree) -> None:
    """Give what is said in a relative the pronoun for its subject; looks at each word once."""
    objects = {
        tree.heads[at]: at
        for at, kind in enumerate(tree.relations)
        if kind is Relation.OBJECT and tree.lowers[at] in _WHICH and tree.relations[tree.heads[at]] is Relation.RELATIVE
    }
    if not objects:
        return
    clausal = tree.having(_OF_CLAUSES)
    for at, kind in enumerate(tree.relations):
        verb = tree.heads[at]
        said = kind is Relation.COMPLEMENT and tree.tags[at] in FINITE and at not in clausal
        if said and at > verb and objects.get(verb, at) < verb:
            pronoun = objects.pop(verb)
            tree.heads[pronoun], tree.relations[pronoun] = at, Relation.SUBJECT
