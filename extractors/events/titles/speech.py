"""Who speaks, where a title is in somebody's own words: *[Rosa Lind]: We found the wreck*.

In a quotation that is its source; in an interview or a transcript, whoever the last label at the beginning of a
paragraph names: *((Rosa Lind))*, *ROSA LIND:*.
"""

import re
from bisect import bisect_right
from functools import cached_property

from extractors.events.event_context import EventContext
from extractors.syntax.phrases import Range

OWN = frozenset("i we my our me us myself ourselves".split())
"""Words that mean whoever speaks."""
UNNAMED = frozenset("i we my our me us you your it they he she this that these those there what its their".split())
"""Words that lean on who speaks, or on what was said before."""
_LABEL = re.compile(r"\s*(?:\(\(([^()\n]{2,45})\)\)|([A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3}):(?=\s))")
_OWNED = frozenset("his her its their my our your".split())
"""*Her reasoning* and *his lawyer* are nobody who is named."""
_LONGEST = 45
_FEWEST = 2
"""Labels that make a transcript: one colon is an introduction."""


class Speech:
    """What is said in a doc, by word."""

    def __init__(self, context: EventContext) -> None:
        self.context = context

    def speaker(self, at: int) -> str:
        """The speaker of a word as it stands before a title; empty where nobody is known to say just that."""
        number = self.context.sayings.said_by(at)
        name = self.context.sayings.all[number].speaker if number is not None else ""
        told = 0 < len(name) <= _LONGEST and name.partition(" ")[0].lower() not in _OWNED
        if self.context.quoted[at] and told and name in self.context.text:
            return f"[{name}]: "
        label = self._label(at)
        return f"[{label}]: " if label else ""

    def _label(self, at: int) -> str:
        number = bisect_right([start for start, _, _ in self._labels], at) - 1
        return self._labels[number][2] if number >= 0 else ""

    def unlabelled(self, sentence: Range) -> Range:
        """A sentence without the label that it begins with."""
        start, end = sentence
        number = bisect_right([first for first, _, _ in self._labels], start) - 1
        after = self._labels[number][1] if number >= 0 else start
        return (after, end) if start < after < end else sentence

    @cached_property
    def _labels(self) -> list[tuple[int, int, str]]:
        """Where each label begins and ends, and whom it names."""
        found = []
        doc = self.context.doc
        for start, end in self.context.paragraphs:
            label = _LABEL.match(doc[start:end].text)
            if label is not None:
                last = doc[start].idx + label.end()
                stop = next((at for at in range(start, end) if doc[at].idx >= last), end)
                found.append((start, stop, label[1] or label[2]))
        return found if len({name for _, _, name in found}) >= _FEWEST else []
