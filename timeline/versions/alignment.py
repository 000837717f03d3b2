"""What stands where in a later text: words that stayed, and those that took the place of as many others."""

import re
from bisect import bisect_right
from difflib import SequenceMatcher

from timeline.model import Span

_WORD = re.compile(r"\w+|[^\w\s]")
_PIECE = re.compile(r"[^.!?\n]+[.!?\n]*|[.!?\n]+")

_MOST = 2_000
"""Words of a changed stretch that are compared one by one; the time goes with their square."""


class Alignment:
    """Of two texts."""

    def __init__(self, old: str, new: str) -> None:
        """Sentences are compared first, then the words of those that changed."""
        self._moves: list[tuple[int, int, int, int]] = []
        """In order: start and end of what stayed or was replaced, and of what stands there now."""
        self.changed = 0
        """How many words were changed, taken out or put in."""
        one, other = list(_PIECE.finditer(old)), list(_PIECE.finditer(new))
        matcher = SequenceMatcher(None, [piece[0] for piece in one], [piece[0] for piece in other])
        for kind, i, j, k, m in matcher.get_opcodes():
            before = one[i].start() if i < len(one) else len(old), one[j - 1].end() if j > i else 0
            after = other[k].start() if k < len(other) else len(new), other[m - 1].end() if m > k else 0
            if kind == "equal":
                self._moves.append((*before, *after))
            else:
                words = [_words(old, *before) if j > i else [], _words(new, *after) if m > k else []]
                self._compare(words[0], words[1])

    def _compare(self, one: list[re.Match[str]], other: list[re.Match[str]]) -> None:
        if max(len(one), len(other)) > _MOST:
            self.changed += max(len(one), len(other))
            return
        matcher = SequenceMatcher(None, [word[0] for word in one], [word[0] for word in other], autojunk=False)
        for kind, i, j, k, m in matcher.get_opcodes():
            if kind != "equal":
                self.changed += max(j - i, m - k)
            if j - i == m - k:
                for before, after in zip(one[i:j], other[k:m], strict=True):
                    self._moves.append((*before.span(), *after.span()))

    def place(self, span: Span) -> int | None:
        """Where what begins a span of the old text stands in the new one; None if nothing took its place."""
        at = bisect_right(self._moves, span[0], key=lambda move: move[0]) - 1
        if at < 0:
            return None
        start, end, new, new_end = self._moves[at]
        return min(new + span[0] - start, new_end - 1) if start <= span[0] < end else None


def _words(text: str, start: int, end: int) -> list[re.Match[str]]:
    return list(_WORD.finditer(text, start, end))
