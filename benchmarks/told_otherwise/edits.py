"""A text with some of its stretches replaced, and where in it stands now what stood in the text before."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import NamedTuple

from timeline.model import Span


class Edit(NamedTuple):
    """What stands from `start` to `end` is replaced."""

    start: int
    end: int
    new: str


@dataclass(frozen=True, slots=True)
class Retold:
    """A text after edits that don't touch each other."""

    text: str
    edits: tuple[Edit, ...]
    places: tuple[int, ...]
    """Where each edit stands in the new text."""

    def moved(self, span: Span) -> Span:
        """Where a span of the old text is now; one within what was replaced is all of the new words."""
        return self._start(span[0]), self._end(span[1])

    def _start(self, at: int) -> int:
        number = bisect_right(self.edits, at, key=lambda edit: edit.start) - 1
        if number < 0:
            return at
        edit = self.edits[number]
        return self.places[number] + (len(edit.new) + at - edit.end if at >= edit.end else 0)

    def _end(self, at: int) -> int:
        number = bisect_right(self.edits, at - 1, key=lambda edit: edit.start) - 1
        if number < 0:
            return at
        edit = self.edits[number]
        return self.places[number] + len(edit.new) + max(0, at - edit.end)


def retold(text: str, edits: Iterable[Edit]) -> Retold:
    """A text after edits; of two that touch the same words the first in the text is made."""
    kept: list[Edit] = []
    places: list[int] = []
    parts: list[str] = []
    length = last = 0
    for edit in sorted(edits):
        if edit.start < last or text[edit.start : edit.end] == edit.new:
            continue
        parts += (text[last : edit.start], edit.new)
        length += edit.start - last
        places.append(length)
        length, last = length + len(edit.new), edit.end
        kept.append(edit)
    return Retold("".join([*parts, text[last:]]), tuple(kept), tuple(places))


def replacing(pattern: re.Pattern[str], new: Callable[[re.Match[str]], str], text: str) -> list[Edit]:
    """An edit for each match, without what its both sides share."""
    return [_narrow(Edit(match.start(), match.end(), new(match)), text) for match in pattern.finditer(text)]


def _narrow(edit: Edit, text: str) -> Edit:
    """Words that stay are no part of an edit, so that a trigger among them is found again."""
    start, end, new = edit
    while start < end and new and text[start] == new[0]:
        start, new = start + 1, new[1:]
    while start < end and new and text[end - 1] == new[-1]:
        end, new = end - 1, new[:-1]
    return Edit(start, end, new)
