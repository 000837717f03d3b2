"""Words of a text that a person goes through and marks."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from timeline.model import Span

_WORD = re.compile(r"\S+")


class Words:
    """A place among the words of a text, and how many of them are marked from there."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._spans: Sequence[Span] = [match.span() for match in _WORD.finditer(text)]
        self._at: int | None = None
        self._from: int | None = None

    @property
    def is_on(self) -> bool:
        """Whether a person goes through the words."""
        return self._at is not None

    @property
    def is_marking(self) -> bool:
        """Whether what is gone through is marked."""
        return self._from is not None

    @property
    def span(self) -> Span | None:
        """The word, or the words that are marked."""
        if self._at is None:
            return None
        first, last = sorted((self._at, self._at if self._from is None else self._from))
        return self._spans[first][0], self._spans[last][1]

    @property
    def place(self) -> int:
        """Where the text must be in view."""
        return 0 if self._at is None else self._spans[self._at][0]

    def go(self, step: int, start: int) -> None:
        """To another word; the first time, to that at the offset `start`."""
        if not self._spans:
            return
        if self._at is None:
            self._at = max(0, bisect_right(self._spans, start, key=lambda span: span[0]) - 1)
        else:
            self._at = max(0, min(len(self._spans) - 1, self._at + step))

    def toggle(self, start: int) -> None:
        """Begin to mark at the word, or leave off."""
        if self._at is None:
            self.go(0, start)
        self._from = self._at if self._from is None else None

    def leave(self) -> None:
        """Go through the words no more."""
        self._at = self._from = None

    def passage(self, selected: str) -> str:
        """The words that are marked, or that were selected with the mouse, as they stand in the text; empty if none."""
        if self._from is not None and (span := self.span) is not None:
            return self._text[slice(*span)]
        wanted = r"\s+".join(map(re.escape, selected.split()))
        found = re.search(wanted, self._text) if wanted else None
        return found[0] if found else ""
