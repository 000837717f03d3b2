"""What a doc shows before its events are read: its grammar, times, names, quotations, and who says what."""

from bisect import bisect_left, bisect_right
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt
from spacy.tokens import Doc, Span

from extractors import actors, attributions, quotations, time_expressions
from extractors.attributions import DocAttribution
from extractors.events.contradiction import contradicting
from extractors.lexicons import verbs
from extractors.lexicons.verbs import Manner
from extractors.mentions.cast import Cast, read_cast
from extractors.sentences import sentences
from extractors.sentences.paragraphs import paragraphs
from extractors.syntax.clauses import Clause, Syntax, read_syntax
from extractors.syntax.embedding import Embedding
from extractors.syntax.eventive import is_hearsay
from extractors.syntax.phrases import Range, governor
from extractors.syntax.relations import Relation
from extractors.syntax.trees import Tree
from extractors.time_expressions.counted_events import CountedEvent, counted_event
from extractors.time_expressions.records import direction_of, meaning_of
from extractors.verb_groups import VerbGroup, verb_groups
from timeline.meanings import Meaning
from timeline.meanings.composed import unhedged
from timeline.meanings.placeless import Duration, Placeless
from timeline.model import ActorKind, Direction, Status
from timeline.when import Step

_LONGEST_HEADING = 15
"""Tokens: a longer line without a mark at its end is a sentence that lost it."""
_LONGEST_TITLE = 30
"""Tokens of the heading of an article."""
_LASTING = frozenset("for within".split())
"""Words before a length of time by which something lasts so long, or is to be done in it."""
_TELLING = (Manner.CLAIMS, Manner.GUESSES, Manner.FORECASTS, Manner.DENIES)
"""Manners that change what is reported, in the order in which they are looked for."""
_CONTENDING = (Manner.CLAIMS, Manner.DENIES)
_SAID_WITH = (Relation.ADVERBIAL, Relation.CONJUNCT)
_HIGHEST = 4
"""Clauses on what somebody says that are climbed through."""
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
    def cues(self) -> dict[int, int]:
        """For each token of a cue its attribution; what somebody wants or is for is no saying."""
        spans = self.doc.spans.get(attributions.CUES, ())
        tokens = {token.i: int(span.id_) for span in spans for token in span}
        return {at: number for at, number in tokens.items() if self.tree.lemma_in(at, verbs.stances()) is None}

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
    def phrase_cues(self) -> list[Range]:
        """Where it is told without a verb who says something: *according to a letter*, with the token after it."""
        named = ((one.cue, one.source) for one in self.sayings if not self.has_verb(one.cue))
        hulls = (cue if source is None else (min(cue[0], source[0]), max(cue[1], source[1])) for cue, source in named)
        last = len(self.tree) - 1
        return [(start, end + (self.tree.tags[min(end, last)] == "IN")) for start, end in hulls]

    def has_verb(self, run: Range) -> bool:
        """Whether a verb stands among these tokens."""
        return any(at in self.groups for at in range(*run))

    def said_by(self, at: int) -> int | None:
        """The innermost attribution around a token; one whose speaker is known, where there is one.

        A tally is vouched for by who makes it: *pegged the number of dead at 29*.
        """
        own = self.cues.get(at)
        if own is not None and self.tree.lemma_in(at, verbs.counting()) is not None and self._counts(own):
            return own
        innermost, with_speaker = (int(row[at]) for row in self._speech)
        number = with_speaker if with_speaker >= 0 else innermost
        if number >= 0:
            return number
        return self._said_before(at) if self.quoted[at] else self._said_above(at)

    def _said_above(self, at: int) -> int | None:
        """*She said the nose went down, while the crew tried to lift it*: a clause on what is said is said with it."""
        for _ in range(_HIGHEST):
            clause = self.syntax.clauses.get(at)
            if clause is None or clause.relation not in _SAID_WITH or clause.parent is None or clause.parent >= at:
                return None
            at = clause.parent
            if at in self.cues or self.quoted[at]:
                return None
            innermost, with_speaker = (int(row[at]) for row in self._speech)
            if innermost >= 0:
                return with_speaker if with_speaker >= 0 else innermost
        return None

    def _said_before(self, at: int) -> int | None:
        """The last saying before words in quotation marks that nothing else claims: they are hardly the article's."""
        starts = [start for start, _ in self._named_cues]
        before = bisect_right(starts, at) - 1
        if before < 0:
            return None
        cue, number = self._named_cues[before]
        of_cue, of_words = (bisect_right(self.paragraphs, (word, len(self.doc))) for word in (cue, at))
        return number if of_cue == of_words else None

    @cached_property
    def _named_cues(self) -> list[tuple[int, int]]:
        """Where each saying whose speaker is known has its cue, in the order of the text, with its number."""
        return sorted((one.cue[0], number) for number, one in enumerate(self.sayings) if one.speaker)

    def _counts(self, number: int) -> bool:
        """Whether what is said is a number."""
        return any(self.tree.tags[at] == "CD" for run in self.contents.get(number, ()) for at in range(*run))

    def manner(self, at: int) -> Manner:
        """What the cue of the innermost attribution around a token does to it."""
        innermost = int(self._speech[0][at])
        return self._manners.get(innermost, Manner.SAYS)

    def is_denied(self, at: int) -> bool:
        """Whether a clause is what somebody denies, rather than the words they deny it with."""
        innermost = int(self._speech[0][at])
        if self.manner(at) is not Manner.DENIES or self.quoted[at]:
            return False
        return self.sentence(self.sayings[innermost].cue[0]) == self.sentence(at)

    def cue_text(self, at: int) -> str:
        """The cue of the innermost attribution around a token, quoted."""
        innermost = int(self._speech[0][at])
        return f"“{self.doc[slice(*self.sayings[innermost].cue)].text}”" if innermost >= 0 else ""

    def time_text(self, number: int | None) -> str:
        """A time expression, quoted."""
        return f"“{self.times[number].text}”" if number is not None else ""

    @cached_property
    def sayings(self) -> tuple[DocAttribution, ...]:
        """The attributions, by number."""
        return attributions.doc_attributions(self.doc)

    @cached_property
    def parties(self) -> frozenset[str]:
        """The speakers of a quarrel, by name: those who claim or deny something, and speak of one another."""
        said = {number: one.speaker for number, one in enumerate(self.sayings) if one.speaker}
        marked = {said[n] for n, manner in self._manners.items() if n in said and manner in _CONTENDING}
        spoken_of: dict[str, set[str]] = {}
        selves: dict[str, set[str]] = {}
        for number, speaker in said.items():
            if speaker in marked:
                one = self.sayings[number]
                spoken_of.setdefault(speaker, set()).update(self._actors_in(*one.content))
                selves.setdefault(speaker, {one.actor}).update(self._actors_in(*([one.source] if one.source else [])))
        pairs = ((a, b) for a in marked for b in marked if a != b and spoken_of[a] & (selves[b] - {""}))
        return frozenset(speaker for pair in pairs for speaker in pair)

    @cached_property
    def contradicting(self) -> frozenset[str]:
        """The speakers, by name, of whom the article says that their accounts differ."""
        return frozenset(contradicting(self.syntax, self.mentions, self.sayings))

    def _actors_in(self, *runs: Range) -> set[str]:
        return {self.mentions[at][0] for run in runs for at in range(*run) if at in self.mentions}

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
    def _manners(self) -> dict[int, Manner]:
        """By attribution what its cue does to what is said; SAYS is left out."""
        manners: dict[int, Manner] = {}
        for number, cue in self._cue_words.items():
            verbal = (one for one in _TELLING if self.tree.lemma_in(cue, verbs.reporting_as(one)))
            manner = next(verbal, Manner.CLAIMS if is_hearsay(self.tree, cue) else None)
            if manner is not None:
                manners[number] = manner
        return manners

    @cached_property
    def _cue_words(self) -> dict[int, int]:
        return {number: at for at, number in sorted(self.cues.items(), reverse=True)}

    @cached_property
    def _speech(self) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
        rows = np.full((2, len(self.doc)), -1, dtype=np.int64)
        vouched = (
            (a, b, n) for n, contents in self.contents.items() for run in contents for a, b in self._vouched(n, run)
        )
        runs = sorted(vouched, key=lambda run: run[0] - run[1])
        for start, end, number in runs:
            rows[0, start:end] = number
            if not self._names_somebody(number):
                continue
            if self._is_nameless(number):
                run = rows[1, start:end]
                run[run < 0] = number
            else:
                rows[1, start:end] = number
        return rows[0], rows[1]

    def _vouched(self, number: int, run: Range) -> list[Range]:
        """What of a content its source tells as true: all of it, or what is quoted: *praised the plan “we made”*."""
        if number >= len(self.sayings) or self.sayings[number].vouches:
            return [run]
        edges = np.flatnonzero(np.diff(np.concatenate(([False], self.quoted[slice(*run)], [False]))))
        return [(run[0] + int(start), run[0] + int(end)) for start, end in edges.reshape(-1, 2)]

    def _names_somebody(self, number: int) -> bool:
        return number < len(self.sayings) and bool(self.sayings[number].speaker)

    def _is_nameless(self, number: int) -> bool:
        """*Its source*, *sources*: whoever quotes them is who a reader can look up."""
        one = self.sayings[number]
        return not one.actor and one.source is not None and self.tree.lemmas[one.source[1] - 1] == "source"

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
    def verdicts(self) -> dict[Hashable, tuple[Status, Step]]:
        """By event its status and why, as far as anybody has asked (`status.py`)."""
        return {}

    def markers(self, clause: Clause) -> set[str]:
        """The small words that introduce a clause."""
        return {self.tree.lowers[at] for at in clause.markers}


def _is_placeless(meaning: Meaning) -> bool:
    """Whether a time is a length, a set or a vague word, roughly told or not: *for almost 15 years*."""
    return isinstance(unhedged(meaning), Placeless)


def read_event_context(doc: Doc) -> EventContext:
    """What a doc shows."""
    return EventContext(doc, read_syntax(doc), verb_groups(doc))
