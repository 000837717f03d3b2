"""What stands close behind a verb of saying, and hangs on what is said.

*“It sank,” the owner said on Friday*; *the owner said on Friday it had sunk*: what stands right behind who says so,
with no comma and no *that* between, is of the saying. What is said goes on behind who says so only after a mark.
"""

from extractors.lexicons import verbs
from extractors.syntax.mending.word_classes import PHRASE_ENDS
from extractors.syntax.relations import SUBJECTS, Relation
from extractors.syntax.trees import Tree

_FARTHEST = 12
"""Words behind a verb of saying that are looked at."""


def keep_words_of_saying(tree: Tree) -> None:
    """Hang it on the verb of saying; looks at few words behind each."""
    subjects = {tree.heads[at]: at for at, relation in enumerate(tree.relations) if relation in SUBJECTS}
    for verb in sorted(subjects):
        if not tree.is_verb(verb) or tree.lemma_in(verb, verbs.reporting()) is None:
            continue
        behind = range(verb + 1, min(len(tree), verb + _FARTHEST))
        end = next((at for at in behind if tree.lowers[at] in PHRASE_ENDS), behind.stop)
        for at in range(verb + 1, end):
            said = tree.heads[at]
            taken = tree.relations[at] is Relation.OBLIQUE and tree.relations[said] is Relation.COMPLEMENT
            if not taken or tree.heads[said] != verb:
                continue
            # *Says in May it will leave*: in May nobody says so now.
            past = tree.tags[verb] == "VBD" and at < subjects.get(said, -1) and _is_right_behind(tree, verb, at)
            if said < verb or past:
                tree.heads[at] = verb


def _is_right_behind(tree: Tree, verb: int, at: int) -> bool:
    return verb + 1 == at or tree.heads[verb + 1] == at
