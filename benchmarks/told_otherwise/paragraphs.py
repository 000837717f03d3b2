"""The same sentences in other paragraphs."""

import re

from benchmarks.told_otherwise.edits import Edit, replacing
from benchmarks.told_otherwise.told import Told

_BREAK = re.compile(r"(?<=[.!?\"”])[ \t\u00a0]*\n\s*(?=\S)")


def split(told: Told) -> list[Edit]:
    """A break behind the middle sentence of each paragraph of three and more."""
    edits = []
    group: list[tuple[int, int]] = []
    for sentence in [*told.sentences(), None]:
        before = group[-1][1] if group else 0
        if sentence is None or "\n" in told.text[before : sentence.start_char]:
            if len(group) > 2:
                middle = len(group) // 2
                edits.append(Edit(group[middle - 1][1], group[middle][0], "\n\n"))
            group = []
        if sentence is not None:
            group.append((sentence.start_char, sentence.end_char))
    return [edit for edit in edits if told.text[edit.start - 1] in '.!?"”']


def joined(text: str) -> list[Edit]:
    """Every second break between paragraphs is a space."""
    return replacing(_BREAK, lambda _: " ", text)[1::2]
