"""*It is not the case that it burned*, *it was not true, he insisted, that he left*: *it* stands for a clause.

Where *it* is known to stand for one, and a parse hangs the clause with *that* on the noun or on who says so in between,
it is that clause which the sentence judges.
"""

from extractors.syntax.relations import SUBJECTS, Relation
from extractors.syntax.trees import Tree

_ELSEWHERE = frozenset({Relation.ADNOMINAL, Relation.COMPLEMENT, Relation.ADVERBIAL})


def return_what_it_is(tree: Tree) -> None:
    """Hang on the verb of *it* the clause that it stands for; looks at each word a few times."""
    judging = {
        tree.heads[at]: at
        for at, kind in enumerate(tree.relations)
        if kind is Relation.EXPLETIVE and tree.lowers[at] == "it" and tree.heads[at] > at
    }
    if not judging:
        return
    for at, kind in enumerate(tree.relations):
        if kind is Relation.CLAUSAL_SUBJECT or (kind is Relation.COMPLEMENT and tree.heads[at] in judging):
            judging.pop(tree.heads[at], None)
    told = tree.having(SUBJECTS)
    for mark, lower in enumerate(tree.lowers):
        clause = tree.heads[mark]
        if lower != "that" or tree.relations[mark] is not Relation.MARKER or clause not in told:
            continue
        word = tree.heads[clause]
        verb = tree.heads[word]
        if verb not in judging or not verb < word < mark or tree.relations[clause] not in _ELSEWHERE:
            continue
        on_noun = tree.relations[word] is Relation.PREDICATE
        aside = tree.relations[word] is Relation.PARATAXIS and tree.lowers[word + 1 : mark] == [","]
        if (on_noun and tree.relations[clause] is Relation.ADNOMINAL) or aside:
            tree.heads[clause], tree.relations[clause] = verb, Relation.CLAUSAL_SUBJECT
            del judging[verb]
