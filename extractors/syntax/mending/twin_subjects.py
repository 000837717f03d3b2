"""A verb with two subjects, of which one says what the other is called.

*The ferry Merel sank*, *lead author Mia Kesk said so*: a verb has one subject, and where a name stands right behind the
first both are the same, which is the noun with its name, or the name with its title.
"""

from extractors.syntax.mending.word_classes import NAMED_TIMES, NOUNS
from extractors.syntax.relations import SUBJECTS, Relation
from extractors.syntax.trees import Tree

_NAMES = frozenset(("NNP", "NNPS"))
_MARKS = frozenset((Relation.PUNCTUATION, Relation.CASE))


def join_names(tree: Tree) -> None:
    """Hang such a name on its noun, and a title on its name; looks at each word a few times."""
    before: dict[int, int] = {}
    """By verb, its last subject so far."""
    for at, relation in enumerate(tree.relations):
        verb = tree.heads[at]
        if relation not in SUBJECTS or at > verb:
            continue
        noun = before.get(verb)
        if noun is None or not _is_called(tree, noun, at):
            before[verb] = at
        elif tree.tags[noun] in _NAMES:
            tree.heads[noun], tree.relations[noun] = at, Relation.COMPOUND
            before[verb] = at
        else:
            tree.heads[at], tree.relations[at] = noun, Relation.APPOSITION


def _is_called(tree: Tree, noun: int, name: int) -> bool:
    """Whether a name stands right behind a noun and its own words: no comma parts the two, and no preposition."""
    if tree.tags[noun] not in NOUNS or tree.tags[name] not in _NAMES or tree.lowers[name] in NAMED_TIMES:
        return False
    for at in range(noun + 1, name):
        apart = tree.relations[at] in _MARKS and tree.heads[at] in (noun, name)
        if apart or not noun <= tree.heads[at] <= name:
            return False
    return True
