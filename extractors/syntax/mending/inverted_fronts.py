"""A subject with a preposition: *only in 1998 was the law changed*, *only on Friday did the mayor resign*.

No subject has one. What stands there sets the time or the place of what is told behind, and the noun behind *was* or
*did* is the subject, though parsers take the opening for it, and the verb for a participle or a noun.
"""

from extractors.syntax.mending.word_classes import NOUNS
from extractors.syntax.relations import SUBJECTS, Relation
from extractors.syntax.trees import Tree

_WAS = frozenset("was were".split())
_DID = frozenset(("did",))
_PAST = frozenset(("VBN", "VBD"))
_TAKEN = frozenset({Relation.ADNOMINAL, Relation.RELATIVE, Relation.OPEN_COMPLEMENT})
"""What a participle behind its subject is taken for."""
_FARTHEST = 40
"""Tokens from the auxiliary that are looked at."""


def return_fronts(tree: Tree) -> None:
    """Make what opens such a sentence an oblique again, and the noun behind the auxiliary its subject."""
    for front in [at for at, relation in enumerate(tree.relations) if relation in SUBJECTS and _is_fronted(tree, at)]:
        auxiliary = tree.heads[front]
        if tree.lowers[auxiliary] in _WAS:
            _return(tree, front, *_with_participle(tree, auxiliary))
        elif tree.lowers[auxiliary] in _DID:
            _return(tree, front, *_with_bare_verb(tree, auxiliary))


def _is_fronted(tree: Tree, at: int) -> bool:
    """A noun with *only* and a preposition before it, and the verb that it would be the subject of right behind."""
    before = [word for word in range(max(0, at - 4), at) if tree.heads[word] == at]
    has_case = any(tree.relations[word] is Relation.CASE for word in before)
    return has_case and "only" in (tree.lowers[word] for word in before) and tree.heads[at] == at + 1


def _with_participle(tree: Tree, was: int) -> tuple[int, int]:
    """The noun behind *was*, and the participle on it: both -1 where there is none."""
    behind = _behind(tree, was)
    noun = next((at for at in behind if tree.heads[at] == was and tree.relations[at] is Relation.PREDICATE), -1)
    on_it = (at for at in behind if tree.heads[at] == noun and tree.relations[at] in _TAKEN)
    verb = next((at for at in on_it if tree.tags[at] in _PAST), -1) if noun >= 0 else -1
    return noun, verb


def _with_bare_verb(tree: Tree, did: int) -> tuple[int, int]:
    """The noun behind *did* that is a part of what is taken for its object, and that."""
    behind = _behind(tree, did)
    verb = next((at for at in behind if tree.heads[at] == did and tree.relations[at] is Relation.OBJECT), -1)
    parts = (at for at in range(did + 1, verb) if tree.heads[at] == verb and tree.relations[at] is Relation.COMPOUND)
    return next((at for at in parts if tree.tags[at] in NOUNS), -1), verb


def _behind(tree: Tree, at: int) -> range:
    return range(at + 1, min(at + 1 + _FARTHEST, len(tree)))


def _return(tree: Tree, front: int, subject: int, verb: int) -> None:
    auxiliary = tree.heads[front]
    if subject < 0 or verb < 0:
        return
    passive = tree.lowers[auxiliary] in _WAS
    for at in (*range(max(0, front - _FARTHEST), auxiliary), *_behind(tree, auxiliary)):
        if tree.heads[at] == auxiliary:
            tree.heads[at] = verb
        if tree.heads[at] == verb and auxiliary < at < subject:
            tree.heads[at] = subject
    tree.heads[verb] = verb if tree.heads[auxiliary] == auxiliary else tree.heads[auxiliary]
    tree.relations[verb], tree.tags[verb] = tree.relations[auxiliary], "VBN" if passive else "VB"
    tree.heads[auxiliary] = tree.heads[subject] = verb
    tree.relations[auxiliary] = Relation.PASSIVE_AUXILIARY if passive else Relation.AUXILIARY
    tree.relations[subject] = Relation.PASSIVE_SUBJECT if passive else Relation.SUBJECT
    tree.relations[front] = Relation.OBLIQUE
