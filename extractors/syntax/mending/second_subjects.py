"""A second subject of what is said, behind who says so.

*It was full, said Corran–Oslund manager Otto Rask*: what was full stands before it. A name behind the verb of saying
says so too, or belongs to the name of who does.
"""

from extractors.lexicons import verbs
from extractors.syntax.relations import SUBJECTS, Relation
from extractors.syntax.trees import Tree

_LONGEST = 9
"""Words of who says so."""


def return_second_subjects(tree: Tree) -> None:
    """Give such a subject to who says so; looks at each word a few times."""
    subjects: dict[int, int] = {}
    """By verb, its first subject."""
    for at, kind in enumerate(tree.relations):
        verb = tree.heads[at]
        if kind not in SUBJECTS:
            continue
        first, above = subjects.setdefault(verb, at), tree.heads[verb]
        said = first < verb < above < at and tree.relations[verb] is Relation.COMPLEMENT
        if said and tree.lemma_in(above, verbs.reporting()) is not None:
            behind = range(at + 1, min(at + _LONGEST, len(tree)))
            who = next((one for one in behind if tree.heads[one] == above and tree.relations[one] in SUBJECTS), None)
            tree.heads[at] = above if who is None else who
            tree.relations[at] = Relation.SUBJECT if who is None else Relation.COMPOUND
