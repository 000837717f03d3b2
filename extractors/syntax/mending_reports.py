"""What a parse of a report can't mean: who says so stands between commas, or what is said hangs on another word.

*The ferry was late, divers have said, and should not have left*: nobody says that divers should not have left. *Said in
a letter to the court that the ferry was late*: *that* with a subject of its own opens no relative clause. *Said the
ferry was late and suggested it sank*: who suggests is who says. *Suggested the ferry left*: a verb with a tense is no
infinitive, so that what stands before it is its subject.
"""

from collections.abc import Iterator

from extractors.lexicons import verbs
from extractors.syntax.relations import AUXILIARIES, NOUN_CLAUSES, SUBJECTS, Relation
from extractors.syntax.trees import Tree

_FINITE = frozenset(("VBD", "VBZ", "VBP"))
_LONGEST = 9
"""Words of who says so between two commas."""
_STEPS = 3
"""From a noun up to the verb that it goes with."""
_BESIDE = frozenset({Relation.PARATAXIS, Relation.OPEN_COMPLEMENT, Relation.COMPLEMENT})
_MOVED = frozenset({Relation.OBLIQUE, Relation.CONJUNCT})
_UP = frozenset({Relation.NOUN_MODIFIER, Relation.CONJUNCT, Relation.COMPOUND, Relation.FLAT})
_SAID = frozenset({Relation.COMPLEMENT})
_TIMES = frozenset("ago now recently today yesterday".split())
_QUOTES = frozenset("\"“”'‘’")


def return_contents(tree: Tree) -> None:
    """Change the heads of a tree whose relations are settled; looks at each word a fixed number of times."""
    reporting = [at for at in range(len(tree)) if tree.is_verb(at) and tree.lemma_in(at, verbs.reporting())]
    if not reporting:
        return
    below = _below(tree)
    for verb in reporting:
        _give_subject(tree, verb, below)
        _stand_beside(tree, verb, below)
        _take_up(tree, verb, below)
        _resume(tree, verb, below)
        _go_on(tree, verb, below)
    for at in tree.having({Relation.MARKER}):
        _take_content(tree, at, below)


def _resume(tree: Tree, verb: int, below: dict[int, list[int]]) -> None:
    """*“Years ago,” he said, “I left”*: what is quoted before a cue goes with what is quoted behind it."""
    behind = (at for at in _having(tree, verb, _SAID, below) if at > verb)
    said = next((at for at in behind if _QUOTES.intersection(tree.lowers[verb + 1 : min(at, verb + _LONGEST)])), None)
    if said is None:
        return
    for at in [one for one in below[verb] if one < verb]:
        timed = tree.relations[at] is Relation.OBLIQUE or tree.lowers[at] in _TIMES
        if timed and tree.lowers[at + 1] == "," and tree.lowers[at + 2] in _QUOTES:
            _hang(tree, at, said, tree.relations[at], below)


def _go_on(tree: Tree, verb: int, below: dict[int, list[int]]) -> None:
    """*His letters, which it said were late*: a finite verb right behind who says so of a relative is what is said."""
    at = verb + 1
    if tree.relations[verb] is not Relation.RELATIVE or at >= len(tree) or tree.tags[at] not in (*_FINITE, "MD"):
        return
    said = tree.heads[at] if tree.relations[at] in AUXILIARIES else at
    if tree.heads[said] < verb < said and next(_having(tree, said, SUBJECTS, below), None) is None:
        _hang(tree, said, verb, Relation.COMPLEMENT, below)


def _below(tree: Tree) -> dict[int, list[int]]:
    below: dict[int, list[int]] = {}
    for at, head in enumerate(tree.heads):
        if head != at:
            below.setdefault(head, []).append(at)
    return below


def _hang(tree: Tree, at: int, head: int, relation: Relation, below: dict[int, list[int]]) -> None:
    if not tree.can_hang(at, head):
        return
    if tree.heads[at] != at:
        below[tree.heads[at]].remove(at)
    below.setdefault(head, []).append(at)
    tree.heads[at], tree.relations[at] = head, relation


def _having(tree: Tree, at: int, relations: frozenset[Relation], below: dict[int, list[int]]) -> Iterator[int]:
    return (one for one in below.get(at, ()) if tree.relations[one] in relations)


def _give_subject(tree: Tree, verb: int, below: dict[int, list[int]]) -> None:
    """*Suggested the ferry left*."""
    for at in list(_having(tree, verb, frozenset({Relation.OPEN_COMPLEMENT}), below)):
        objects = [one for one in _having(tree, verb, frozenset({Relation.OBJECT}), below) if verb < one < at]
        if tree.tags[at] not in _FINITE or len(objects) != 1 or any(_having(tree, at, SUBJECTS, below)):
            continue
        _hang(tree, objects[0], at, Relation.SUBJECT, below)
        tree.relations[at] = Relation.COMPLEMENT


def _stand_beside(tree: Tree, verb: int, below: dict[int, list[int]]) -> None:
    """*The ferry was late, divers have said, and should not have left*."""
    above, last = tree.heads[verb], len(tree) - 1
    if tree.relations[verb] not in _BESIDE or above >= verb or tree.lowers[min(verb + 1, last)] != ",":
        return
    subject = next(_having(tree, verb, SUBJECTS, below), None)
    comma = next((at for at in range(verb - 1, max(above, verb - _LONGEST), -1) if tree.lowers[at] == ","), None)
    if subject is None or comma is None or not comma < subject < verb:
        return
    if tree.lowers[comma - 1] in _QUOTES or tree.lowers[comma + 1] in _QUOTES:
        return
    others = [at for at in range(comma + 1, verb) if tree.is_verb(at) and tree.relations[at] not in AUXILIARIES]
    if others:
        return
    tree.relations[verb] = Relation.PARATAXIS
    for at in list(_having(tree, verb, _MOVED, below)):
        if at > verb:
            _hang(tree, at, above, tree.relations[at], below)


def _take_up(tree: Tree, verb: int, below: dict[int, list[int]]) -> None:
    """*Said the ferry was late and suggested it sank*."""
    first = tree.heads[verb]
    above = tree.heads[first]
    joined = tree.relations[verb] is Relation.CONJUNCT and tree.relations[first] is Relation.COMPLEMENT
    if not joined or tree.tags[verb] not in _FINITE or any(_having(tree, verb, SUBJECTS, below)):
        return
    reports = tree.lemma_in(above, verbs.reporting()) is not None and tree.lemma_in(first, verbs.reporting()) is None
    contents = any(_having(tree, verb, frozenset({Relation.COMPLEMENT}), below))
    if reports and contents and above < first:
        _hang(tree, verb, above, Relation.CONJUNCT, below)


def _take_content(tree: Tree, verb: int, below: dict[int, list[int]]) -> None:
    """*Said in a letter to the court that the ferry was late*."""
    if tree.relations[verb] not in NOUN_CLAUSES or not any(_having(tree, verb, SUBJECTS, below)):
        return
    markers = _having(tree, verb, frozenset({Relation.MARKER}), below)
    if not any(tree.lowers[at] == "that" and tree.tags[at] == "IN" for at in markers):
        return
    noun = tree.heads[verb]
    for _ in range(_STEPS):
        if tree.relations[noun] not in _UP or tree.heads[noun] >= noun:
            break
        noun = tree.heads[noun]
    above = tree.heads[noun]
    if tree.relations[noun] is not Relation.OBLIQUE or above >= noun or tree.lemma_in(above, verbs.reporting()) is None:
        return
    if not any(_having(tree, above, frozenset({Relation.COMPLEMENT, Relation.OBJECT}), below)):
        _hang(tree, verb, above, Relation.COMPLEMENT, below)
