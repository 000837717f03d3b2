"""How far the words below each word reach, read once for a whole doc."""

from dataclasses import dataclass

from spacy.tokens import Doc

from extractors.syntax.phrases import Range
from extractors.syntax.relations import Relation
from extractors.syntax.trees import Tree

_NOT_FIRST = frozenset(", . ; : — – - -- … ? ! ) ] ” » ’ /".split())
_NOT_LAST = frozenset(", . ; : — – - -- … ( [ “ « ‘ /".split())


@dataclass(frozen=True, slots=True)
class WordExtents:
    """Of each word the tokens from the first to the last below it, and where a run may begin and end."""

    below: list[Range]
    """Punctuation counts for nothing: parsers hang it anywhere."""
    _following: list[int]
    _before: list[int]

    def trimmed(self, start: int, end: int) -> Range | None:
        """A run without punctuation and white space at its edges; quotation marks stay."""
        if start >= end:
            return None
        start, end = self._following[start], self._before[end]
        return (start, end) if start < end else None

    def without(self, run: Range, hole: Range) -> tuple[Range, ...]:
        """What is left of a run where a part is taken out."""
        apart = hole[1] <= run[0] or run[1] <= hole[0]
        parts = [run] if apart else [(run[0], hole[0]), (hole[1], run[1])]
        return tuple(part for part in (self.trimmed(*part) for part in parts) if part is not None)


def read_word_extents(doc: Doc, tree: Tree) -> WordExtents:
    """The extents of all words of a doc, in time that grows with its length alone."""
    first, last = list(range(len(tree))), list(range(len(tree)))
    for at in reversed(tree.order):
        above = tree.heads[at]
        if above != at and tree.relations[at] is not Relation.PUNCTUATION:
            first[above], last[above] = min(first[above], first[at]), max(last[above], last[at])
    size = len(tree)
    following, before = [size] * (size + 1), [0] * (size + 1)
    texts = ["" if token.is_space else token.text for token in doc]
    for at, text in enumerate(texts):
        before[at + 1] = before[at] if not text or text in _NOT_LAST else at + 1
    for at in range(size - 1, -1, -1):
        following[at] = following[at + 1] if not texts[at] or texts[at] in _NOT_FIRST else at
    return WordExtents([(a, b + 1) for a, b in zip(first, last, strict=True)], following, before)
