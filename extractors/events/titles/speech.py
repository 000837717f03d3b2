"""Who speaks, where a title is in somebody's own words: *[Rosa Lind]: We found the wreck*.

In a quotation that is its source; in an interview or a transcript, whoever the last label at the beginning of a
paragraph names: *((Rosa Lind))*, *ROSA LIND:*.
"""

import re
from bisect import bisect_right
from functools import cached_property

from extractors.events.context.event_context import EventContext
from extractors.syntax.clauses import chain, is_reporting
from extractors.syntax.phrases import Range

OWN = frozenset("i we my our me us myself ourselves".split())
"""Words that mean whoever speaks."""
UNNAMED = frozenset("i we my our me us you your it they he she this that these those there what its their".split())
"""Words that lean on who speaks, or on what was said before."""
_LABEL = re.compile(r"\s*(?:\(\(([^()\n]{2,45})\)\)|([A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3}):(?=\s))")
_OWNED = frozenset("his her its their my our your".split())
"""*Her reasoning* and *his lawyer* are nobody who is named."""
_INNER = frozenset(("'", "‘", "’", "`"))
"""Marks of a quotation within another."""
_FARTHEST = 60
"""Words back to where a quotation within another begins."""
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
        if told and self._is_quoted_within(at):
            return ""
        if self.context.quoted[at] and told and name in self.context.text:
            return f"[{name[:1].upper()}{name[1:]}]: "
        label = self._label(at)
        return f"[{label}]: " if label else ""

    def _is_quoted_within(self, at: int) -> bool:
        """*“He told me, ‘I killed her’,” said Lind*: whoever speaks there, it is not Lind."""
        start = at
        while start > max(0, at - _FARTHEST) and self.context.quoted[start - 1]:
            start -= 1
        lowers, depth = self.context.tree.lowers, 0
        for word in range(start, at):
            opens = lowers[word] in _INNER and word + 1 < len(lowers) and not self.context.doc[word].whitespace_
            depth = 1 if opens and (word == start or self.context.doc[word - 1].whitespace_) else depth
            depth = 0 if lowers[word] in _INNER and self.context.doc[word].whitespace_ else depth
        return depth > 0 or self._is_retold(at)

    def _is_retold(self, at: int) -> bool:
        """*Roth told the inquiry that the captain had said: “I left”*: the nearest who says it, and another."""
        clause, number = self.context.syntax.clause_of(at), self.context.sayings.said_by(at)
        above = () if clause is None else chain(self.context.syntax, clause)
        telling = next((one for one in above if is_reporting(self.context.tree, one.verb)), None)
        if telling is None or telling.understood_subject is None or number is None:
            return False
        first, last = self.context.sayings.all[number].cue
        return not first <= telling.verb < last

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
