"""What a doc shows before its events are read: its grammar, times, names and quotations, and who says what.

Who says what is a file of its own, `sayings.py`.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Hashable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt
from spacy.tokens import Doc, Span

from extractors import actors, quotations, time_expressions
from extractors.events.context.fiction import Fiction, fiction_around
from extractors.events.context.sayings import Sayings
from extractors.mentions.cast import Cast, read_cast
from extractors.sentences import sentences
from extractors.sentences.paragraphs import paragraphs
from extractors.syntax.clauses import Clause, Syntax, read_syntax
from extractors.syntax.embedding import Embedding
from extractors.syntax.phrases import Range, governor
from extractors.syntax.tenses import Form, Modality, Tense
from extractors.syntax.trees import Tree
from extractors.time_expressions.counted_events import CountedEvent, counted_event
from extractors.time_expressions.records import direction_of, meaning_of
from extractors.verb_groups import VerbGroup, verb_groups
from timeline.meanings import Meaning
from timeline.meanings.composed import unhedged
from timeline.meanings.placeless import Duration, Placeless
from timeline.model import ActorKind, Direction, Polarity, Status
from timeline.when import Step

_LONGEST_HEADING = 15
"""Tokens: a longer line without a mark at its end is a sentence that lost it."""
_LONGEST_TITLE = 30
"""Tokens of the heading of an article."""
_GRANTING = frozenset("have give grant allow".split())
_LASTS = frozenset("go live run spare serve wait prepare think".split())
"""What is done for all of a time: *has a year to live*."""
_LASTING = frozenset("for within".split())
"""Words before a length of time by which something lasts so long, or is to be done in it."""
_BODIES = (ActorKind.ORGANISATION, ActorKind.COUNTRY)


@dataclass(frozen=True)
class EventContext:
    """A doc with all that its events are read from, by token indices."""

    doc: Doc
    syntax: Syntax
    groups: Mapping[int, VerbGroup]

    @cached_property
    def tree(self) -> Tree:
        """The grammar, word by word."""
        return self.syntax.tree

    @cached_property
    def text(self) -> str:
        """The text of the doc, which spaCy puts together anew each time it is asked for."""
        return self.doc.text

    @cached_property
    def times(self) -> dict[int, Span]:
        """The time expressions that can date something, by their index: not *for two years*, nor *every Tuesday*."""
        spans = enumerate(self.doc.spans.get(time_expressions.KEY, ()))
        return {n: span for n, span in spans if not _is_placeless(meaning_of(span))}

    @cached_property
    def times_by_start(self) -> dict[int, int]:
        """Their indices by the token that they begin with."""
        return {span.start: n for n, span in self.times.items()}

    def times_within(self, start: int, end: int) -> dict[int, Span]:
        """Those of them that begin and end between two tokens."""
        numbers, starts = self._times_in_order
        inside = numbers[bisect_left(starts, start) : bisect_left(starts, end)]
        return {n: self.times[n] for n in inside if self.times[n].end <= end}

    @cached_property
    def _times_in_order(self) -> tuple[list[int], list[int]]:
        """Their indices, and where they start."""
        numbers = sorted(self.times, key=lambda number: self.times[number].start)
        return numbers, [self.times[number].start for number in numbers]

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

    def lengths(self, word: str) -> dict[int, int]:
        """By verb, the length of time behind this word: *for two weeks*, *within 60 days*."""
        return self._lengths.get(word, {})

    @cached_property
    def _lengths(self) -> dict[str, dict[int, int]]:
        lengths: dict[str, dict[int, int]] = {}
        for number, span in enumerate(self.doc.spans.get(time_expressions.KEY, ())):
            before = self.tree.lowers[span.start - 1] if span.start else ""
            if before in _LASTING and isinstance(unhedged(meaning_of(span)), Duration):
                at = governor(self.syntax, span.start, span.end)
                if at is not None:
                    lengths.setdefault(before, {}).setdefault(at, number)
        return lengths

    @cached_property
    def deadlines(self) -> dict[int, int]:
        """By verb the length of time that it must be done in: *must pay within 30 days*, *have a week to leave*."""
        within = {at: number for at, number in self.lengths("within").items() if self._is_due(at)}
        return within | dict(self._granted())

    def _is_due(self, verb: int) -> bool:
        group = self.groups.get(verb)
        return group is not None and (group.tense is Tense.FUTURE or group.modality is Modality.NECESSITY)

    def _granted(self) -> Iterator[tuple[int, int]]:
        """*Have a week to leave*, *is given ten days to appeal*; not *had a week to leave*, *has a year to live*."""
        tree = self.tree
        for number, span in enumerate(self.doc.spans.get(time_expressions.KEY, ())):
            verb = span.end + 1
            if verb >= len(tree) or tree.tags[span.end] != "TO" or verb not in self.groups:
                continue
            above = self.groups.get(self.syntax.owners[span.end - 1])
            if above is None or not isinstance(unhedged(meaning_of(span)), Duration):
                continue
            grants = tree.lemmas[above.trigger] in _GRANTING and above.trigger < span.start
            present = above.tense is Tense.PRESENT and above.polarity is Polarity.POSITIVE
            if grants and present and not above.conditional and tree.lemmas[verb] not in _LASTS:
                yield verb, number

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
    def cast(self) -> Cast:
        """Whom the mentions stand for."""
        return read_cast(self.doc)

    @cached_property
    def quoted(self) -> npt.NDArray[np.bool_]:
        """For each token whether it stands in quotation marks."""
        marks = np.zeros(len(self.doc), dtype=np.bool_)
        for span in self.doc.spans.get(quotations.KEY, ()):
            marks[span.start : span.end] = True
        return marks

    @cached_property
    def in_question(self) -> npt.NDArray[np.bool_]:
        """For each token whether it stands in a question: from where its sentence or quotation begins."""
        marks = np.zeros(len(self.doc), dtype=np.bool_)
        before = 0
        for at, lower in enumerate(self.tree.lowers):
            if lower == "?":
                start = max(before, self.sentence(at)[0])
                while start < at and self.quoted[start] != self.quoted[at]:
                    start += 1
                marks[start:at] = True
                before = at + 1
        return marks

    @cached_property
    def sayings(self) -> Sayings:
        """Who says what."""
        return Sayings(self.doc, self.syntax, self.groups, self.mentions, self.quoted, self.sentence)

    def time_text(self, number: int | None) -> str:
        """A time expression, quoted."""
        return f"“{self.times[number].text}”" if number is not None else ""

    @cached_property
    def bodies(self) -> frozenset[str]:
        """The ids of the actors that are no people."""
        return frozenset(actor.id for actor in actors.actors(self.doc) if actor.kind in _BODIES)

    @cached_property
    def people(self) -> frozenset[str]:
        """The ids of the actors that are people, as far as anything shows what they are."""
        people = (ActorKind.PERSON, ActorKind.UNKNOWN)
        return frozenset(actor.id for actor in actors.actors(self.doc) if actor.kind in people)

    @cached_property
    def titles(self) -> dict[str, frozenset[str]]:
        """By actor the words of their titles."""
        return {
            actor.id: frozenset(word.lower() for title in actor.titles for word in title.split())
            for actor in actors.actors(self.doc)
        }

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
    def paragraphs(self) -> tuple[Range, ...]:
        """The paragraphs, in order."""
        return paragraphs(self.doc)

    def in_heading(self, at: int) -> bool:
        """Whether a token stands in a paragraph of one line that no mark ends, and no date begins as it does a row.

        The line above all others is a heading however long it is.
        """
        number = bisect_right(self.paragraphs, (at, len(self.doc))) - 1
        start, end = self.paragraphs[number]
        while end > start + 1 and self.doc[end - 1].is_space:
            end -= 1
        row = start in self.time_starts and not self.doc[min(self.time_starts[start], end - 1)].is_alpha
        longest = _LONGEST_TITLE if number == 0 and len(self.paragraphs) > 1 else _LONGEST_HEADING
        return end - start <= longest and self.doc[end - 1].is_alpha and not row

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

    @cached_property
    def branches(self) -> dict[tuple[int, Range], frozenset[int]]:
        """By word and sentence what hangs on it there, as far as a title has asked (`titles/branches.py`)."""
        return {}

    @cached_property
    def fiction(self) -> dict[int, set[Fiction]]:
        """By verb when what it is told within, a film or a dream, never was."""
        return fiction_around(self.syntax, self.timed)

    @cached_property
    def verdicts(self) -> dict[Hashable, tuple[Status, Step]]:
        """By event its status and why, as far as anybody has asked (`status.py`)."""
        return {}

    def is_finite(self, verb: int) -> bool:
        """Whether a verb has a tense of its own, or shares one."""
        group = self.groups.get(verb)
        return group is not None and group.form is Form.FINITE

    def has_case(self, noun: int, cases: Collection[str]) -> bool:
        """Whether one of these small words leads a noun: *in*, *by*."""
        return any(self.tree.lowers[at] in cases for at in self.tree.children[noun])

    def markers(self, clause: Clause) -> set[str]:
        """The small words that introduce a clause."""
        return {self.tree.lowers[at] for at in clause.markers}


def _is_placeless(meaning: Meaning) -> bool:
    """Whether a time is a length, a set or a vague word, roughly told or not: *for almost 15 years*."""
    return isinstance(unhedged(meaning), Placeless)


def read_event_context(doc: Doc) -> EventContext:
    """What a doc shows."""
    return EventContext(doc, read_syntax(doc), verb_groups(doc))
