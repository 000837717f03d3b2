"""*The sale, due to be completed in May*: before a bare verb *due to* is no preposition.

*Due* says of the noun before it what is to come, as *set to* and *scheduled to* do; *due to the rain* is another.
"""

from extractors.syntax.relations import AUXILIARIES, Relation
from extractors.syntax.trees import Tree

_WITHIN = frozenset({Relation.NOUN_MODIFIER, Relation.CONJUNCT, Relation.APPOSITION})
_HIGHEST = 4
"""Steps from the word before *due* up to its noun."""


def part_due_to(tree: Tree) -> None:
    """Hang what is due on *due*, and that on its noun; looks at few words around each."""
    for due in range(1, len(tree) - 2):
        to, verb = due + 1, due + 2
        if tree.lowers[due] != "due" or tree.lowers[to] != "to" or tree.heads[to] != due or tree.tags[verb] != "VB":
            continue
        if tree.relations[verb] in AUXILIARIES:
            verb = tree.heads[verb]
        noun = _noun_before(tree, due)
        if noun is None or verb < to or not (tree.can_hang(due, noun) and noun != verb):
            continue
        tree.heads[due], tree.relations[due] = noun, Relation.ADNOMINAL
        tree.heads[verb], tree.relations[verb] = due, Relation.OPEN_COMPLEMENT
        tree.heads[to], tree.relations[to] = verb, Relation.MARKER


def _noun_before(tree: Tree, due: int) -> int | None:
    """The noun of the phrase that *due* stands behind, with or without a comma."""
    noun = due - 2 if tree.lowers[due - 1] == "," else due - 1
    if noun < 0 or not tree.is_nominal(noun):
        return None
    for _ in range(_HIGHEST):
        if tree.relations[noun] not in _WITHIN or not tree.heads[noun] < noun:
            break
        noun = tree.heads[noun]
    return noun
