"""A *was* that says nothing, and behind an insertion what it says.

*One child was, the police said, among the dead*: no clause ends with *was* and a comma, so that what stands behind the
next comma is its predicate, or the participle that it is the auxiliary of, whatever a parse hangs it on. A word between
*was* and its predicate that hangs on a verb outside belongs to the predicate (*was “likely” his doing*).
"""

from extractors.syntax.mending.word_classes import FINITE
from extractors.syntax.relations import SUBJECTS, Relation
from extractors.syntax.trees import BE, Tree

_SAYS_NOTHING = SUBJECTS | {Relation.PUNCTUATION, Relation.EXPLETIVE, Relation.ADVERB, Relation.NEGATION}
_LONGEST = 16
"""Words of an insertion."""
_FARTHEST = 8
"""Words from *was* to its predicate."""


def join_predicates(tree: Tree) -> None:
    """Give such a *was* what it says; looks at few words behind each."""
    for was in range(1, len(tree) - 3):
        if tree.lowers[was] not in BE or tree.tags[was] not in FINITE:
            continue
        if tree.lowers[was + 1] == ",":
            _join(tree, was)
        else:
            _gather(tree, was)


def _join(tree: Tree, was: int) -> None:
    last = min(len(tree) - 1, was + _LONGEST)
    comma = next((at for at in range(was + 2, last) if tree.lowers[at] == ","), None)
    speaker = tree.heads[was]
    first = max(0, was - _LONGEST)
    if was < speaker:  # *the data were, the study says*, where a parse gives both subjects to *says*
        for at in range(first, was):
            if tree.heads[at] == speaker and tree.relations[at] in SUBJECTS:
                tree.heads[at] = was
    below = [at for at in range(first, last) if tree.heads[at] == was and at != was]
    subject = next((at for at in below if tree.relations[at] in SUBJECTS and at < was), None)
    if comma is None or subject is None:
        return
    inserted = range(was + 2, comma)
    if any(tree.relations[at] not in _SAYS_NOTHING for at in below if at not in inserted):
        return
    inside = {tree.heads[was], *inserted}
    said = next((at for at in range(comma + 1, last) if tree.heads[at] in inside and at != tree.heads[at]), None)
    if said is None or tree.lowers[comma + 1] in ("and", "but", "or") or not tree.can_hang(said, was):
        return
    if any(tree.heads[at] == said and tree.relations[at] in SUBJECTS for at in range(comma, said)):
        return  # *the fact is, nobody has asked*
    if speaker in inserted:  # *were, the study says, correlated*
        tree.heads[was] = was if tree.heads[speaker] == speaker else tree.heads[speaker]
        tree.relations[was] = tree.relations[speaker]
        tree.heads[speaker], tree.relations[speaker] = was, Relation.PARATAXIS
    if tree.tags[said] == "VBN":
        _lower(tree, was, said, below)
    else:
        case = any(tree.heads[at] == said and tree.relations[at] is Relation.CASE for at in range(comma, said))
        tree.heads[said], tree.relations[said] = was, Relation.OBLIQUE if case else Relation.PREDICATE


def _lower(tree: Tree, was: int, participle: int, below: list[int]) -> None:
    """Make *was* the auxiliary of a participle."""
    tree.heads[participle] = participle if tree.heads[was] == was else tree.heads[was]
    tree.relations[participle] = tree.relations[was]
    for at, head in enumerate(tree.heads):
        if head == was and at != was:
            tree.heads[at] = participle
    for at in below:
        if tree.relations[at] is Relation.SUBJECT:
            tree.relations[at] = Relation.PASSIVE_SUBJECT
    tree.heads[was], tree.relations[was] = participle, Relation.PASSIVE_AUXILIARY


def _gather(tree: Tree, was: int) -> None:
    last = min(len(tree), was + _FARTHEST)
    predicates = (at for at in range(was + 1, last) if tree.heads[at] == was)
    predicate = next((at for at in predicates if tree.relations[at] is Relation.PREDICATE), was)
    for at in range(was + 1, predicate):
        head = tree.heads[at]
        outside = head != at and not was <= head <= predicate
        if outside and tree.relations[at] is not Relation.PUNCTUATION and tree.can_hang(predicate, head):
            tree.heads[at], tree.relations[at] = predicate, Relation.MODIFIER
