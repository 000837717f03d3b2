"""What a doc shows before its cues are read: its grammar, how far its words reach, its quotations and times."""

from bisect import bisect_right
from dataclasses import dataclass

import msgspec
from spacy.tokens import Doc

from extractors.attributions.word_extents import WordExtents, read_word_extents
from extractors.quotations import KEY as QUOTATIONS
from extractors.syntax.clauses import Clause, Syntax, read_syntax
from extractors.syntax.phrases import Range
from extractors.syntax.trees import Tree
from extractors.time_expressions.records import KEY as TIMES

_BEFORE_TIMES = frozenset("on from in of since at by for during".split())


class SourcePhrase(msgspec.Struct, frozen=True):
    """Who says it, by token indices of the doc."""

    phrase: Range
    """All of it, with what it tells of them: *Rosa Lind, the mayor, who saw it*."""
    name: Range
    """Without the clauses in it: what they are known by."""


class AttributionCandidate(msgspec.Struct, frozen=True):
    """One attribution by token indices of the doc; the source may be missing."""

    source: SourcePhrase | None
    cue: Range
    content: tuple[Range, ...]
    """More than one run where it is broken: *“…,” he said. “…”*; none yet where only a quotation can be it."""
    embedded: bool = False
    """Whether it stands inside what another says: *he said she denied it*."""
    vouches: bool = True
    """Whether the source tells the content as true."""


@dataclass(frozen=True, slots=True)
class SpeechContext:
    """A doc with what was read of it, by token indices."""

    doc: Doc
    syntax: Syntax
    extents: WordExtents
    quoted: list[int]
    """For each token the number of its quotation, -1 outside of quotations."""
    quotations: list[list[Range]]
    """The runs of each quotation, one a paragraph."""
    timed: list[bool]
    """For each token whether it is in a time expression."""
    sentence_starts: list[int]

    @property
    def tree(self) -> Tree:
        """The grammar, word by word."""
        return self.syntax.tree

    def sentence(self, at: int) -> Range:
        """The sentence that a token is in."""
        number = bisect_right(self.sentence_starts, at)
        end = self.sentence_starts[number] if number < len(self.sentence_starts) else len(self.tree)
        return self.sentence_starts[number - 1] if number else 0, end

    def before_time(self, end: int) -> int:
        """The end of a run without a time at its end, which dates the saying: *rejected calls to resign on Friday*."""
        at = end
        while at and self.timed[at - 1]:
            at -= 1
        before = 0 < at < end and self.tree.lowers[at - 1] in _BEFORE_TIMES
        return at - before - (before and self.tree.lowers[at - 2 : at] == ["as", "of"])

    def clause_run(self, clause: Clause) -> Range:
        """A clause with all below it."""
        return self.extents.below[clause.verb]


def read_speech_context(doc: Doc) -> SpeechContext:
    """What a doc shows; one that has no parse has no clauses worth reading."""
    syntax = read_syntax(doc)
    quoted, quotations = [-1] * len(doc), list[list[Range]]()
    numbers: dict[str, int] = {}
    for span in doc.spans.get(QUOTATIONS, ()):
        number = numbers.setdefault(span.id_, len(numbers))
        if number == len(quotations):
            quotations.append([])
        quotations[number].append((span.start, span.end))
        quoted[span.start : span.end] = [number] * len(span)
    timed = [False] * len(doc)
    for span in doc.spans.get(TIMES, ()):
        timed[span.start : span.end] = [True] * len(span)
    starts = [at for at, is_start in enumerate(doc.to_array("SENT_START").tolist()) if is_start == 1]
    return SpeechContext(doc, syntax, read_word_extents(doc, syntax.tree), quoted, quotations, timed, starts or [0])
