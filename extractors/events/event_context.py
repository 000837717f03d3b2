"""What a doc shows before its events are read: its grammar, times, names, quotations, and who says what."""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt
from spacy.tokens import Doc, Span

from extractors import actors, attributions, quotations, time_expressions
from extractors.lexicons import verbs
from extractors.lexicons.verbs import Manner
from extractors.sentences import sentences
from extractors.sentences.paragraphs import paragraphs
from extractors.syntax.clauses import Clause, Syntax, read_syntax
from extractors.syntax.embedding import Embedding
from extractors.syntax.phrases import Range
from extractors.syntax.trees import Tree
from extractors.time_expressions.counted_events import CountedEvent, counted_event
from extractors.time_expressions.records import direction_of, meaning_of
from extractors.verb_groups import VerbGroup, verb_groups
from timeline.meanings import Meaning
from timeline.meanings.placeless import Placeless
from timeline.model import Direction

_LONGEST_HEADING = 15
"""Tokens: a longer line without a mark at its end is a sentence that lost it."""
_TELLING = (Manner.CLAIMS, Manner.FORECASTS, Manner.DENIES)
"""Manners that change what is reported, in the order in which they are looked for."""


@dataclass(frozen=True)
class EventContext:
    """A doc with all that its events are read from, by token indices."""

    doc: Doc
    syntax: Syntax
    groups: Mapping[int, VerbGroup]

    @property
    def tree(self) -> Tree:
        """The grammar, word by word."""
        return self.syntax.tree

    @cached_property
    def times(self) -> dict[int, Span]:
        """The time expressions that can date something, by their index: not *for two years*, nor *every Tuesday*."""
        spans = enumerate(self.doc.spans.get(time_expressions.KEY, ()))
        return {n: span for n, span in spans if not isinstance(meaning_of(span), Placeless)}

    @cached_property
    def meanings(self) -> dict[int, Meaning]:
        """What each of them means."""
        return {n: meaning_of(span) for n, span in self.times.items()}

    @cached_property
    def directions(self) -> dict[int, Direction]:
        """Which way each of them points."""
        return {n: direction_of(span) for n, span in self.times.items()}

    @cached_property
    def counted(self) -> dict[int, CountedEvent]:
        """By time expression the event that it counts from, where the words after it tell one."""
        ends = ((n, span, self.sentence(span.start)[1]) for n, span in self.times.items())
        events = ((n, counted_event(self.syntax, (span.start, span.end), end)) for n, span, end in ends)
        return {n: event for n, event in events if event is not None}

    @cached_property
    def time_starts(self) -> dict[int, int]:
        """Where each time expression ends, lengths of time too, by where it starts."""
        return {span.start: span.end for span in self.doc.spans.get(time_expressions.KEY, ())}

    @cached_property
    def timed(self) -> set[int]:
        """The tokens of time expressions."""
        return {at for start, end in self.time_starts.items() for at in range(start, end)}

    @cached_property
    def mentions(self) -> dict[int, tuple[str, Range]]:
        """For each token of a mention the actor and the whole mention."""
        spans = self.doc.spans.get(actors.KEY, ())
        return {at: (span.id_, (span.start, span.end)) for span in spans for at in range(span.start, span.end)}

    @cached_property
    def cues(self) -> dict[int, int]:
        """For each token of a cue its attribution."""
        return {token.i: int(span.id_) for span in self.doc.spans.get(attributions.CUES, ()) for token in span}

    @cached_property
    def contents(self) -> dict[int, list[Range]]:
        """What each attribution reports."""
        runs: dict[int, list[Range]] = {}
        for span in self.doc.spans.get(attributions.CONTENTS, ()):
            runs.setdefault(int(span.id_), []).append((span.start, span.end))
        return runs

    @cached_property
    def quoted(self) -> npt.NDArray[np.bool_]:
        """For each token whether it stands in quotation marks."""
        marks = np.zeros(len(self.doc), dtype=np.bool_)
        for span in self.doc.spans.get(quotations.KEY, ()):
            marks[span.start : span.end] = True
        return marks

    def said_by(self, at: int) -> int | None:
        """The innermost attribution around a token; one whose speaker is known, where there is one."""
        innermost, with_speaker = (int(row[at]) for row in self._speech)
        number = with_speaker if with_speaker >= 0 else innermost
        return None if number < 0 else number

    def manner(self, at: int) -> Manner:
        """What the cue of the innermost attribution around a token does to it."""
        innermost = int(self._speech[0][at])
        cue = self._cue_words.get(innermost)
        if cue is None:
            return Manner.SAYS
        manners = (manner for manner in _TELLING if self.tree.lemma_in(cue, verbs.reporting_as(manner)))
        return next(manners, Manner.SAYS)

    @cached_property
    def _cue_words(self) -> dict[int, int]:
        return {number: at for at, number in sorted(self.cues.items(), reverse=True)}

    @cached_property
    def _speech(self) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
        speakers = [one.speaker for one in attributions.doc_attributions(self.doc)]
        rows = np.full((2, len(self.doc)), -1, dtype=np.int64)
        runs = sorted(
            ((a, b, n) for n, contents in self.contents.items() for a, b in contents), key=lambda run: run[0] - run[1]
        )
        for start, end, number in runs:
            rows[0, start:end] = number
            if number < len(speakers) and speakers[number]:
                rows[1, start:end] = number
        return rows[0], rows[1]

    @cached_property
    def _sentences(self) -> list[Range]:
        return [(sentence.start, sentence.end) for sentence in sentences(self.doc)]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [start for start, _ in self._sentences]

    def sentence(self, at: int) -> Range:
        """The sentence that a token stands in."""
        return self._sentences[bisect_right(self._sentence_starts, at) - 1]

    @cached_property
    def paragraphs(self) -> list[Range]:
        """The paragraphs, in order."""
        return paragraphs(self.doc)

    def in_heading(self, at: int) -> bool:
        """Whether a token stands in a paragraph of one line that no mark ends, and no date begins as it does a row."""
        number = bisect_right(self.paragraphs, (at, len(self.doc))) - 1
        start, end = self.paragraphs[number]
        while end > start + 1 and self.doc[end - 1].is_space:
            end -= 1
        row = start in self.time_starts and not self.doc[min(self.time_starts[start], end - 1)].is_alpha
        return end - start <= _LONGEST_HEADING and self.doc[end - 1].is_alpha and not row

    @cached_property
    def embeddings(self) -> dict[int, Embedding]:
        """The embedding of each clause that has one, by its verb."""
        embeddings = ((group.trigger, group.embedding) for group in self.groups.values())
        return {verb: above for verb, above in embeddings if above is not None}

    @cached_property
    def embedded(self) -> dict[int, list[int]]:
        """By verb, the verbs of the clauses below it that it, or what it says of its subject, embeds."""
        embedded: dict[int, list[int]] = {}
        for verb, above in self.embeddings.items():
            if above.word in (above.verb, self.syntax.clauses[above.verb].predicate):
                embedded.setdefault(above.verb, []).append(verb)
        return embedded

    def markers(self, clause: Clause) -> set[str]:
        """The small words that introduce a clause."""
        return {self.tree.lowers[at] for at in clause.markers}


def read_event_context(doc: Doc) -> EventContext:
    """What a doc shows."""
    return EventContext(doc, read_syntax(doc), verb_groups(doc))
