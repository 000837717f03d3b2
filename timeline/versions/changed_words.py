"""How much a later text of an article differs from an earlier one, in words."""

import re
from difflib import SequenceMatcher

_WORD = re.compile(r"\w+|[^\w\s]")
_PIECE = re.compile(r"[^.!?\n]+[.!?\n]*|[.!?\n]+")

_MOST = 2_000
"""Words of a changed stretch that are compared one by one; the time goes with their square."""


def changed_words(old: str, new: str) -> int:
    """How many words were changed, taken out or put in: sentences are compared first, then the words of the others."""
    one, other = _PIECE.findall(old), _PIECE.findall(new)
    steps = SequenceMatcher(None, one, other).get_opcodes()
    return sum(_changed("".join(one[i:j]), "".join(other[k:m])) for kind, i, j, k, m in steps if kind != "equal")


def _changed(old: str, new: str) -> int:
    one, other = _WORD.findall(old), _WORD.findall(new)
    if max(len(one), len(other)) > _MOST:
        return max(len(one), len(other))
    steps = SequenceMatcher(None, one, other, autojunk=False).get_opcodes()
    return sum(max(j - i, m - k) for kind, i, j, k, m in steps if kind != "equal")
