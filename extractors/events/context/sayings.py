"""Who says what in a doc: the attributions around each of its words, and what their cues do to what is said."""

from bisect import bisect_right
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt
from spacy.tokens import Doc

from extractors import attributions
from extractors.attributions import DocAttribution
from extractors.events.context.contradiction import contradicting
from extractors.events.context.disputed_accounts import Accounts
from extractors.events.context.own_asides import is_own_aside
from extractors.lexicons import verbs
from extractors.lexicons.verb_rows import Manner
from extractors.sentences.paragraphs import paragraphs
from extractors.syntax.clauses import Syntax, is_reporting
from extractors.syntax.eventive import is_hearsay
from extractors.syntax.phrases import Range
from extractors.syntax.relations import Relation
from extractors.syntax.trees import Tree
from extractors.verb_groups import VerbGroup
from timeline.model import Polarity

_TELLING = (Manner.CLAIMS, Manner.GUESSES, Manner.FORECASTS, Manner.DENIES)
"""Manners that change what is reported, in the order in which they are looked for."""
_CONTENDING = (Manner.CLAIMS, Manner.DENIES)
_SAID_WITH = (Relation.ADVERBIAL, Relation.CONJUNCT)
_HIGHEST = 4
"""Clauses on what somebody says that are climbed through."""


@dataclass(frozen=True, eq=False)
class Sayings:
    """The attributions of one doc, by token indices."""

    doc: Doc
    syntax: Syntax
    groups: Mapping[int, VerbGroup]
    mentions: Mapping[int, tuple[str, Range]]
    """For each token of a mention the actor and the whole mention."""
    quoted: npt.NDArray[np.bool_]
    """For each token whether it stands in quotation marks."""
    sentence: Callable[[int], Range]
    """The sentence that a token stands in."""

    @cached_property
    def tree(self) -> Tree:
        """The grammar, word by word."""
        return self.syntax.tree

    @cached_property
    def all(self) -> tuple[DocAttribution, ...]:
        """The attributions, by number."""
        return attributions.doc_attributions(self.doc)

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

    def has_content(self, at: int) -> bool:
        """Whether a word is of a cue of which it is known what is said."""
        return self.cues.get(at) in self.contents

    @cached_property
    def phrase_cues(self) -> list[Range]:
        """Where it is told without a verb who says something: *according to a letter*, with the token after it."""
        named = ((one.cue, one.source) for one in self.all if not self.has_verb(one.cue))
        hulls = (cue if source is None else (min(cue[0], source[0]), max(cue[1], source[1])) for cue, source in named)
        last = len(self.tree) - 1
        return [(start, end + (self.tree.tags[min(end, last)] == "IN")) for start, end in hulls]

    def has_verb(self, run: Range) -> bool:
        """Whether a verb stands among these tokens."""
        return any(at in self.groups for at in range(*run))

    def said_by(self, at: int) -> int | None:
        """The innermost attribution around a token; one whose speaker is known, where there is one.

        A tally is vouched for by who makes it: *pegged the number of dead at 29*; so is a forecast: *predicts rain*.
        """
        own = self.cues.get(at)
        counts = own is not None and self.tree.lemma_in(at, verbs.counting()) is not None and self._counts(own)
        if own is not None and (counts or self.foresees(at)):
            return own
        innermost, with_speaker = (int(row[at]) for row in self._speech)
        number = with_speaker if with_speaker >= 0 else innermost
        if number >= 0:
            return None if not self.quoted[at] and self._is_own_aside(at, number) else number
        return self._said_before(at) if self.quoted[at] else self._said_above(at)

    def _is_own_aside(self, at: int, number: int) -> bool:
        """*She said the ferry, which carries 900 people, had sunk*: what stands beside what is said."""
        cue = self.all[number].cue[0]
        return is_own_aside(self.syntax, at, cue, named=cue not in self._with_clause)

    @cached_property
    def _with_clause(self) -> frozenset[int | None]:
        """The verbs that a clause completes."""
        return frozenset(one.parent for one in self.syntax.clauses.values() if one.relation is Relation.COMPLEMENT)

    def foresees(self, at: int) -> bool:
        """*Predicts rain*, *expects winds of 90 miles an hour*: whether a verb forecasts what is named by a noun.

        In the open gold all four lines of four articles that are told by such a verb are forecasts of who makes them.
        """
        clause = self.syntax.clauses.get(at)
        lemma = self.tree.lemma_in(at, verbs.reporting_as(Manner.FORECASTS) - verbs.counting())
        if clause is None or clause.passive or not clause.objects or lemma is None:
            return False
        below = (self.syntax.clauses[verb].relation for verb in self.syntax.below.get(at, ()))
        return Relation.COMPLEMENT not in below

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
        of_cue, of_words = (bisect_right(self._paragraphs, (word, len(self.doc))) for word in (cue, at))
        return number if of_cue == of_words else None

    @cached_property
    def _named_cues(self) -> list[tuple[int, int]]:
        """Where each saying whose speaker is known has its cue, in the order of the text, with its number."""
        return sorted((one.cue[0], number) for number, one in enumerate(self.all) if one.speaker)

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
        return self.sentence(self.all[innermost].cue[0]) == self.sentence(at)

    def cue_text(self, at: int) -> str:
        """The cue of the innermost attribution around a token, quoted."""
        innermost = int(self._speech[0][at])
        return f"“{self.doc[slice(*self.all[innermost].cue)].text}”" if innermost >= 0 else ""

    @cached_property
    def parties(self) -> frozenset[str]:
        """The speakers of a quarrel, by name: those who claim or deny something, and speak of one another."""
        said = {number: one.speaker for number, one in enumerate(self.all) if one.speaker}
        marked = {said[n] for n, manner in self._manners.items() if n in said and manner in _CONTENDING}
        spoken_of: dict[str, set[str]] = {}
        selves: dict[str, set[str]] = {}
        for number, speaker in said.items():
            if speaker in marked:
                one = self.all[number]
                spoken_of.setdefault(speaker, set()).update(self._actors_in(*one.content))
                selves.setdefault(speaker, {one.actor}).update(self._actors_in(*([one.source] if one.source else [])))
        pairs = ((a, b) for a in marked for b in marked if a != b and spoken_of[a] & (selves[b] - {""}))
        return frozenset(speaker for pair in pairs for speaker in pair)

    @cached_property
    def disputed(self) -> frozenset[int]:
        """Those, by number, that somebody says are not so or tells in another way."""
        return frozenset(Accounts(self.syntax, self.groups, self.mentions, self.all, self.sentence).disputed())

    @cached_property
    def contradicting(self) -> frozenset[str]:
        """The speakers, by name, of whom the article says that their accounts differ."""
        return frozenset(contradicting(self.syntax, self.mentions, self.all))

    def _actors_in(self, *runs: Range) -> set[str]:
        return {self.mentions[at][0] for run in runs for at in range(*run) if at in self.mentions}

    @cached_property
    def _manners(self) -> dict[int, Manner]:
        """By attribution what its cue does to what is said; SAYS is left out."""
        manners: dict[int, Manner] = {}
        for number, cue in self._cue_words.items():
            verbal = (one for one in _TELLING if self.tree.lemma_in(cue, verbs.reporting_as(one)))
            manner = next(verbal, Manner.CLAIMS if is_hearsay(self.tree, cue) else None)
            if manner is Manner.DENIES and self._is_negated(cue):
                manner = Manner.CLAIMS  # *did not deny that he had left*
            if manner is not None:
                manners[number] = manner
        return manners

    def _is_negated(self, cue: int) -> bool:
        group = self.groups.get(cue)
        return group is not None and group.polarity is Polarity.NEGATIVE

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
            if not self._names_somebody(number) or (rows[1, start] >= 0 and self._is_thought(number)):
                continue
            if self._is_nameless(number):
                run = rows[1, start:end]
                run[run < 0] = number
            else:
                rows[1, start:end] = number
        return rows[0], rows[1]

    def _vouched(self, number: int, run: Range) -> list[Range]:
        """What of a content its source tells as true: all of it, or what is quoted: *praised the plan “we made”*."""
        if number >= len(self.all) or self.all[number].vouches:
            return [run]
        edges = np.flatnonzero(np.diff(np.concatenate(([False], self.quoted[slice(*run)], [False]))))
        return [(run[0] + int(start), run[0] + int(end)) for start, end in edges.reshape(-1, 2)]

    def _names_somebody(self, number: int) -> bool:
        return number < len(self.all) and bool(self.all[number].speaker)

    def _is_thought(self, number: int) -> bool:
        """*She said the crew knew that it sank*: what somebody thinks is told by who says that they do."""
        cue = self._cue_words.get(number)
        if cue is None or cue not in self.syntax.clauses:
            return False
        guesses = self.tree.lemma_in(cue, verbs.reporting_as(Manner.GUESSES)) is not None
        return guesses or not is_reporting(self.tree, cue)

    def _is_nameless(self, number: int) -> bool:
        """*Its source*, *sources*: whoever quotes them is who a reader can look up."""
        one = self.all[number]
        return not one.actor and one.source is not None and self.tree.lemmas[one.source[1] - 1] == "source"

    @cached_property
    def _paragraphs(self) -> tuple[Range, ...]:
        return paragraphs(self.doc)
