"""A clause that a parse takes for what is said or thought, though it tells when, why or how something was done.

*Tweeted it as crowds gathered*: what *as*, *because* or *while* opens is never what a verb says; only *that*, *if*,
*whether* and a question are. *Asked if she would stay, she said no*: a participle alone is nothing that is said. And
the other way round: *went on to say*, where the saying is what one goes on to.
"""

from extractors.syntax.relations import AUXILIARIES, SUBJECTS, Relation
from extractors.syntax.trees import BE, Tree

_ADVERBIAL = frozenset("after although as because before since though unless until while".split())
_GOING_ON = 3
"""Words from *went* to what one went on to."""
_WHAT_IS_SAID = frozenset("that if whether".split())
_OWN = SUBJECTS | AUXILIARIES | {Relation.EXPLETIVE, Relation.MARKER, Relation.COPULA}


def settle_adverbials(tree: Tree) -> None:
    """Call adverbial what is marked so, and what opens a sentence as a participle; looks at each word once.

    What one goes on to is none.
    """
    marks: dict[int, set[str]] = {}
    for at, kind in enumerate(tree.relations):
        if kind is Relation.MARKER:
            marks.setdefault(tree.heads[at], set()).add(tree.lowers[at])
    with_own = tree.having(_OWN)
    first_subject: dict[int, int] = {}
    for at, kind in enumerate(tree.relations):
        if kind in SUBJECTS:
            first_subject.setdefault(tree.heads[at], at)
    for at, kind in enumerate(tree.relations):
        head = tree.heads[at]
        if kind is Relation.ADVERBIAL and at == head + _GOING_ON and tree.lowers[head + 1 : at] == ["on", "to"]:
            tree.relations[at] = Relation.OPEN_COMPLEMENT
        if kind is not Relation.COMPLEMENT or tree.lowers[head] in BE:
            continue
        own = marks.get(at, set())
        alone = tree.tags[at] == "VBN" and at not in with_own and at < first_subject.get(head, at) < head
        if alone or (own & _ADVERBIAL and not own & _WHAT_IS_SAID):
            tree.relations[at] = Relation.ADVERBIAL
