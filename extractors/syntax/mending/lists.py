"""A list of nouns that nothing closes, or a whole without what is taken from it.

*Looked for it in mud, fish, and contaminated grain*: *and* closes a list of nouns, so that what follows it is a noun of
the list; nobody contaminated grain, or *mud, fish* would be no list. *Wins in Corran, Oslund, and Skerra left him with
nine* joins no clause to wins. *All but one victim were found*, *closed all but three schools*: a verb with *all* has no
other subject or object behind *but*; *all but one* says of the noun how many are meant.
"""

from extractors.syntax.mending.word_classes import NOUNS
from extractors.syntax.relations import AUXILIARIES, SUBJECTS, Relation
from extractors.syntax.trees import Tree

_PAST = frozenset(("VBD", "VBN"))
_FEWEST = 2
"""Nouns behind the first of a list that is still open."""
_WITHIN_A_NOUN = frozenset({Relation.MODIFIER, Relation.NUMBER, Relation.COMPOUND})
_HIGHEST = 4
"""Steps from the word behind *but* up to its noun."""


def close_lists(tree: Tree) -> None:
    """Give a list its last noun; looks at each word a few times."""
    joining = [at for at, kind in enumerate(tree.relations) if kind is Relation.COORDINATOR and _closes(tree, at)]
    if not joining:
        return
    coordinated = {tree.heads[at] for at, kind in enumerate(tree.relations) if kind is Relation.COORDINATOR}
    clausal = tree.having(SUBJECTS | AUXILIARIES)
    below: dict[int, list[int]] = {tree.heads[at]: [] for at in joining}
    for at, head in enumerate(tree.heads):
        if head in below and at != head:
            below[head].append(at)
    for at in joining:
        verb, last = tree.heads[at], at - 2
        first = tree.heads[last]
        members = {one for one in range(first, at) if _is_member(tree, one, first)} if first < last else set()
        if last not in members or members & coordinated:
            continue
        if verb not in clausal and len(members) >= _FEWEST:
            _take_object(tree, verb, first, below[verb])
        elif verb in clausal:
            _take_subject(tree, verb, first, at)


def _closes(tree: Tree, at: int) -> bool:
    """Whether *and* stands behind a noun of a list and a comma, and a parse gives it to a verb behind it."""
    verb = tree.heads[at]
    between = at > 1 and tree.lowers[at] in ("and", "or") and tree.lowers[at - 1] == "," and verb > at
    member = between and tree.relations[at - 2] is Relation.CONJUNCT and tree.tags[at - 2] in NOUNS
    return member and tree.tags[verb] in _PAST and tree.relations[verb] is Relation.CONJUNCT


def _is_member(tree: Tree, at: int, first: int) -> bool:
    return tree.heads[at] == first and tree.relations[at] is Relation.CONJUNCT and tree.tags[at] in NOUNS


def _take_object(tree: Tree, verb: int, first: int, below: list[int]) -> None:
    """*Contaminated grain*: a participle right before its noun."""
    noun = next((at for at in below if at > verb), verb)
    bare = noun != verb and tree.relations[noun] is Relation.OBJECT and tree.tags[noun] in ("NN", "NNS")
    bare = bare and all(tree.tags[at] in ("NN", "NNS", "JJ") for at in range(verb + 1, noun))
    if not bare or not tree.can_hang(noun, first) or tree.heads[verb] == first:
        return
    for at in below:
        if at != noun:
            tree.heads[at] = noun
            if tree.relations[at] is Relation.OBLIQUE:
                tree.relations[at] = Relation.NOUN_MODIFIER
    tree.heads[noun], tree.relations[noun] = first, Relation.CONJUNCT
    tree.heads[verb], tree.relations[verb], tree.tags[verb], tree.pos[verb] = noun, Relation.MODIFIER, "JJ", "ADJ"


def _take_subject(tree: Tree, verb: int, first: int, joining: int) -> None:
    """*Skerra* of *wins in Corran, Oslund, and Skerra left him with nine*, where *left* is joined to *wins*."""
    noun = tree.heads[verb]
    subjects = [at for at in range(joining, verb) if tree.heads[at] == verb and tree.relations[at] in SUBJECTS]
    if (
        len(subjects) != 1
        or not tree.is_nominal(noun)
        or tree.tags[subjects[0]] not in NOUNS
        or tree.tags[verb] != "VBD"
    ):
        return
    above = tree.heads[noun]
    own = tree.heads[first] == noun and tree.relations[noun] in SUBJECTS and above > verb
    if not own:
        return
    last = subjects[0]
    tree.heads[last], tree.relations[last] = first, Relation.CONJUNCT
    tree.heads[joining] = last
    tree.heads[verb], tree.relations[verb] = above, Relation.PARATAXIS
    tree.heads[noun], tree.relations[noun] = verb, Relation.SUBJECT


def join_exceptions(tree: Tree) -> None:
    """Put *all but one* on its noun; looks at each *but* behind *all*."""
    for but in range(1, len(tree) - 1):
        whole = but - 1
        if tree.lowers[but] != "but" or tree.lowers[whole] != "all":
            continue
        noun = but + 1
        for _ in range(_HIGHEST):
            if tree.relations[noun] not in _WITHIN_A_NOUN or tree.heads[noun] <= noun:
                break
            noun = tree.heads[noun]
        beside = (
            tree.heads[noun] == tree.heads[whole] and _stands_for(tree, noun) == _stands_for(tree, whole) is not None
        )
        if beside and noun not in (whole, tree.heads[whole]):
            for at in (whole, but):
                tree.heads[at], tree.relations[at] = noun, Relation.MODIFIER


def _stands_for(tree: Tree, at: int) -> str | None:
    """Whether it is a subject or an object."""
    if tree.relations[at] in SUBJECTS:
        return "subject"
    return "object" if tree.relations[at] is Relation.OBJECT else None
