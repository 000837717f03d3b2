"""What somebody is doing, or does it to, as the subject of the verb behind it.

*A woman walking her dog found it*, *a mob wielding sticks beat him*: neither the walking found it nor the sticks beat
him. A noun stands right before a participle that is no part of a name, and what follows belongs to the participle.
"""

from extractors.syntax.mending.word_classes import FINITE, NOUNS
from extractors.syntax.relations import SUBJECTS, Relation
from extractors.syntax.trees import Tree

_OF_CLAUSES = frozenset(
    {Relation.OBLIQUE, Relation.MARKER, Relation.COORDINATOR, Relation.PUNCTUATION, Relation.ADVERB}
)
_HIGHEST = 6
"""Words before a noun that belong to it."""


def free_doers(tree: Tree) -> None:
    """Make who does it the subject; looks at few words around each present participle."""
    leading = tree.having({Relation.OBJECT, Relation.OBLIQUE, Relation.NOUN_MODIFIER})
    for at in range(2, len(tree)):
        noun, head = at - 1, tree.heads[at]
        if tree.tags[at] != "VBG" or tree.tags[noun] not in NOUNS or head <= at:
            continue
        if tree.relations[at] in SUBJECTS and tree.tags[head] in FINITE and tree.heads[noun] == at:
            if at in leading:
                _free(tree, noun, at, at)  # *a woman walking her dog found it*: it is not the walking that found it
        elif tree.relations[at] is Relation.MODIFIER and tree.heads[head] == noun and _is_bare(tree, head):
            tree.heads[at], tree.relations[at] = noun, Relation.ADNOMINAL  # *a union representing miners*
            tree.heads[head], tree.relations[head] = at, Relation.OBJECT
        elif tree.relations[at] is Relation.COMPOUND and tree.heads[noun] in (at, head) and _is_odd(tree, noun, head):
            _free(tree, noun, at, head)  # *a mob wielding sticks beat him*: not the sticks
            tree.heads[head], tree.relations[head] = at, Relation.OBJECT


def _free(tree: Tree, noun: int, participle: int, top: int) -> None:
    """Put a noun in the place of a clause or phrase, and the participle on the noun."""
    for one in range(max(0, noun - _HIGHEST), noun):
        if tree.heads[one] in (participle, top) and tree.relations[one] not in _OF_CLAUSES:
            tree.heads[one] = noun
        elif tree.heads[one] == participle:
            tree.heads[one] = tree.heads[participle]
    if tree.relations[top] in SUBJECTS:
        tree.heads[noun], tree.relations[noun] = tree.heads[top], tree.relations[top]
    else:
        tree.heads[noun], tree.relations[noun] = top, Relation.SUBJECT
    tree.heads[participle], tree.relations[participle] = noun, Relation.ADNOMINAL


def _is_odd(tree: Tree, noun: int, head: int) -> bool:
    """*A mob wielding sticks*: no “a” belongs to sticks."""
    before = (at for at in range(max(0, noun - _HIGHEST), noun) if tree.heads[at] in (noun, head))
    articles = any(tree.lowers[at] in ("a", "an") for at in before)
    return articles and tree.tags[head] == "NNS" and tree.relations[head] in SUBJECTS


def _is_bare(tree: Tree, noun: int) -> bool:
    before = range(max(0, noun - _HIGHEST), noun)
    cases = any(tree.heads[at] == noun and tree.relations[at] is Relation.CASE for at in before)
    return tree.relations[noun] is Relation.NOUN_MODIFIER and not cases
