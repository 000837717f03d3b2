"""A sentence that is taken for a time with a relative clause.

*The same day Lind was freed.*: a time that is one and no other already, as *the next day* and *that night* are, needs
no clause to say which it is; and a sentence that ends in a point has a verb. So the clause is the sentence, and the
time is when it was.
"""

from extractors.lexicons.time_words import time_nouns
from extractors.syntax.mending.word_classes import NOUNS, WITH_TENSE
from extractors.syntax.relations import AUXILIARIES, SUBJECTS, Relation
from extractors.syntax.trees import Tree

_ONE = frozenset("next same following previous last this that".split())
_RELATIVE_TAGS = frozenset("WDT WP WP$ WRB IN".split())
_LONGEST = 4
"""Words of the time."""


def raise_clauses(tree: Tree) -> None:
    """Make such a clause the main one; looks at each word a few times."""
    found = {tree.heads[at]: at for at, kind in enumerate(tree.relations) if kind is Relation.RELATIVE}
    times = [at for at in found if tree.heads[at] == at and _is_one(tree, at)]
    if not times:
        return
    below: dict[int, list[int]] = {word: [] for time in times for word in (time, found[time])}
    for at, head in enumerate(tree.heads):
        if head in below and head != at:
            below[head].append(at)
    for time in times:
        verb = found[time]
        behind = [at for at in below[time] if at > verb]
        ends = any(tree.lowers[at] == "." for at in (*behind, *below[verb]))
        if ends and all(tree.relations[at] is Relation.PUNCTUATION for at in behind) and _is_whole(tree, verb, below):
            for at in behind:
                tree.heads[at] = verb
            tree.heads[verb], tree.relations[verb] = verb, Relation.ROOT
            tree.heads[time], tree.relations[time] = verb, Relation.OBLIQUE


def _is_one(tree: Tree, at: int) -> bool:
    before = (word for word in range(max(0, at - _LONGEST), at) if tree.heads[word] == at)
    return tree.tags[at] in NOUNS and tree.lemmas[at] in time_nouns() and any(tree.lowers[w] in _ONE for w in before)


def _is_whole(tree: Tree, verb: int, below: dict[int, list[int]]) -> bool:
    """Whether a clause has a tense and a subject that no relative word stands before."""
    subject = next((at for at in below[verb] if tree.relations[at] in SUBJECTS), verb)
    helping = (at for at in below[verb] if tree.relations[at] in AUXILIARIES)
    led = any(at < subject and tree.tags[at] in _RELATIVE_TAGS for at in below[verb])
    tensed = any(tree.tags[at] in WITH_TENSE for at in (verb, *helping))
    return subject < verb and tensed and not led and tree.tags[subject] not in _RELATIVE_TAGS
