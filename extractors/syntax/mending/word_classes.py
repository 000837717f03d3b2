"""Words by what they can be beside others: classes of tags, of marks and of times that several mends go by."""

from calendar import day_name, month_name

from extractors.syntax.trees import Tree

NOUNS = frozenset("NN NNS NNP NNPS".split())
NAMES = frozenset(("NNP", "NNPS"))
SINGULAR = frozenset(("NN", "NNP"))
PLURAL = frozenset(("NNS", "NNPS"))
FINITE = frozenset("VBD VBZ VBP".split())
"""Tags of verbs that have a tense."""
WITH_TENSE = FINITE | {"MD"}
OPENS_OBJECT = NOUNS | frozenset("DT PRP$ CD PRP".split())
"""Tags of the first word of what a verb right before it is done to."""
PHRASE_ENDS = frozenset('. ? ! ; : , ( ) — – -- " “ ” ‘'.split())
"""Marks that no phrase goes on over."""
NAMED_TIMES = frozenset(name.lower() for name in (*day_name, *month_name) if name)
"""*Monday*, *May*."""
_SENTENCE_ENDS = frozenset('. ? ! ; : “ ” " ( ) — –'.split())


def starts_sentence(tree: Tree, at: int) -> bool:
    """Whether a word is the first of a sentence, or of what stands apart in one."""
    return at == 0 or tree.lowers[at - 1] in _SENTENCE_ENDS or tree.lowers[at - 1].isspace()
