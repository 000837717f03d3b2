"""*Stopped short of saying that*: what *of* opens right behind an adjective is of the adjective, and not of the verb.

*Of* tells when, why or how nothing is done, so that the adjective before it is said of somebody: *short of saying it*.
"""

from extractors.syntax.relations import Relation
from extractors.syntax.trees import Tree

_BESIDE = frozenset({Relation.ADVERB, Relation.PREDICATE, Relation.OPEN_COMPLEMENT})


def return_of_clauses(tree: Tree) -> None:
    """Hang a clause with *of* on the adjective right before it; looks at each word once."""
    for at in range(1, len(tree)):
        clause, word = tree.heads[at], at - 1
        opens = tree.lowers[at] == "of" and tree.relations[at] is Relation.MARKER and clause > at
        if not opens or tree.tags[word] != "JJ" or tree.relations[word] not in _BESIDE:
            continue
        verb = tree.heads[word]
        if tree.heads[clause] == verb and verb < word and tree.relations[clause] is Relation.ADVERBIAL:
            tree.heads[clause], tree.relations[word] = word, Relation.PREDICATE
