"""A verb with two subjects.

A verb has one. *After the raid clubs shut*: what a preposition holds is none. *The ferry Merel sank*, *lead author Mia
Kesk said so*: where a name stands right behind the first both are the same, which is the noun with its name, or the
name with its title. *It was full, said Corran–Oslund manager Otto Rask*: what was full stands before it, and what
follows a verb of saying is who says so, or belongs to the name of who does.
"""

from collections.abc import Mapping, Sequence

from extractors.lexicons import verbs
from extractors.syntax.mending.word_classes import NAMED_TIMES, NAMES, NOUNS, PHRASE_ENDS
from extractors.syntax.relations import SUBJECTS, Relation
from extractors.syntax.trees import Tree

_HOLDING = frozenset("after at before by during from in on since until".split())
"""Prepositions that tell when or where; *all but one* is a subject."""
_MARKS = frozenset((Relation.PUNCTUATION, Relation.CASE))
_LONGEST = 9
"""Words of who says so."""


def leave_one_subject(tree: Tree) -> None:
    """Give what is no subject its place; looks at each word a few times."""
    subjects: dict[int, list[int]] = {}
    for at, relation in enumerate(tree.relations):
        if relation in SUBJECTS:
            subjects.setdefault(tree.heads[at], []).append(at)
    several = {verb: found for verb, found in subjects.items() if len(found) > 1}
    if not several:
        return
    cases = (at for at, relation in enumerate(tree.relations) if relation is Relation.CASE)
    held = {tree.heads[at] for at in cases if tree.lowers[at] in _HOLDING}
    for verb, found in several.items():
        free = [at for at in found if at not in held] or found
        for at in found:
            if at not in free:
                tree.relations[at] = Relation.OBLIQUE
        _join_names(tree, [at for at in free if at < verb])
        _give_to_speaker(tree, verb, free, subjects)


def _join_names(tree: Tree, subjects: Sequence[int]) -> None:
    """Hang such a name on its noun, and a title on its name."""
    noun: int | None = None
    for at in subjects:
        if noun is None or not _is_called(tree, noun, at):
            noun = at
        elif tree.tags[noun] in NAMES:
            tree.heads[noun], tree.relations[noun] = at, Relation.COMPOUND
            noun = at
        else:
            tree.heads[at], tree.relations[at] = noun, Relation.APPOSITION


def _is_called(tree: Tree, noun: int, name: int) -> bool:
    """Whether a name stands right behind a noun and its own words: no comma parts the two, and no preposition."""
    if tree.tags[noun] not in NOUNS or tree.tags[name] not in NAMES or tree.lowers[name] in NAMED_TIMES:
        return False
    for at in range(noun + 1, name):
        apart = tree.relations[at] in _MARKS and tree.heads[at] in (noun, name)
        if apart or not noun <= tree.heads[at] <= name:
            return False
    return True


def _give_to_speaker(tree: Tree, verb: int, free: Sequence[int], subjects: Mapping[int, Sequence[int]]) -> None:
    """Hang what stands right behind a verb of saying on that, or on who says so."""
    saying = tree.heads[verb]
    said = free[0] < verb < saying and tree.relations[verb] is Relation.COMPLEMENT
    if not said or tree.lemma_in(saying, verbs.reporting()) is None:
        return
    for at in free:
        if not saying < at < saying + _LONGEST or any(tree.lowers[one] in PHRASE_ENDS for one in range(saying, at)):
            continue
        who = next((one for one in subjects.get(saying, ()) if at < one < at + _LONGEST), None)
        tree.heads[at] = saying if who is None else who
        tree.relations[at] = Relation.SUBJECT if who is None else Relation.COMPOUND
