"""A past form right behind *and* that a parse takes for a participle before its noun.

*Was based in Skerra and accepted tokens*: *and* joins like to like, and a word before a noun has nothing to be joined
to where no other word of its kind stands before *and*: it is one more verb, and the noun what is done by it.
"""

from extractors.lexicons.forms import looks_past
from extractors.syntax.relations import Relation
from extractors.syntax.trees import Tree

_PAST = frozenset("VBN VBD JJ".split())
_JOINS = frozenset("and but or".split())
_LIKE = frozenset("JJ JJR JJS VBN VBG RB".split())
_BEHIND = frozenset(
    {Relation.OBLIQUE, Relation.ADVERB, Relation.ADVERBIAL, Relation.PARTICLE, Relation.OPEN_COMPLEMENT}
)
_OF_VERBS = frozenset({Relation.OBLIQUE, Relation.OBJECT, Relation.ADVERBIAL, Relation.CONJUNCT})
_FARTHEST = 24
"""Words behind such a verb that may hang on it."""


def return_joined_pasts(tree: Tree) -> None:
    """Join such a past to the verb before it; looks at few words behind each *and*."""
    for past in range(2, len(tree) - 1):
        joining = past - 1
        if tree.lowers[joining] not in _JOINS or tree.heads[joining] not in (past, tree.heads[past]):
            continue
        noun = tree.heads[past]
        verb = tree.heads[noun]
        modifies = tree.relations[past] is Relation.MODIFIER and noun > past and tree.tags[past] in _PAST
        if not modifies or tree.tags[joining - 1] in _LIKE or not looks_past(tree.lowers[past]):
            continue
        beside = verb < joining and tree.is_verb(verb) and tree.relations[noun] in _OF_VERBS
        held = any(tree.heads[at] == noun and tree.relations[at] is Relation.CASE for at in range(verb, joining))
        if beside and not held:
            _join(tree, verb, past, noun)


def _join(tree: Tree, verb: int, past: int, noun: int) -> None:
    tree.heads[past], tree.relations[past] = verb, Relation.CONJUNCT
    tree.tags[past], tree.pos[past] = "VBD", "VERB"
    tree.heads[past - 1] = past
    tree.heads[noun], tree.relations[noun] = past, Relation.OBJECT
    for at in range(noun + 1, min(len(tree), noun + _FARTHEST)):
        if tree.heads[at] == verb and tree.relations[at] in _BEHIND:
            tree.heads[at] = past
