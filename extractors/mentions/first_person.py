"""The sieve of first persons: *I* is who speaks, and *we* the body spoken for.

In a quotation, or in a turn of an interview that has a name or initials before it, that is who said it, as
`dateline_attributions` has found. Outside of quotations an interview has two
voices, which paragraphs that end in a question tell apart: *I* is the same voice as before, *you* the other one. The
one who answers is the person that the words before the first question name most often.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Literal

from extractors.mentions.descriptions import Link
from extractors.mentions.entities import Entities
from extractors.mentions.pronoun_forms import PRONOUNS, Person
from extractors.mentions.records import Being, DocMention, MentionForm, Sieve
from extractors.mentions.text_view import TextView
from extractors.sentences.paragraphs import paragraphs
from extractors.syntax.phrases import Range, head

_QUOTATIONS, _SOURCES, _CONTENTS = "quotations", "attribution_sources", "attribution_contents"
_CUES = "attribution_cues"
"""Groups of spans that the components of quotations and attributions fill; attributions stand above this folder."""
_FEWEST_WORDS = 6
"""Of a quotation in which *he* is somebody else than who speaks: fewer may be fitted into the sentence of the paper."""
_FEWEST_QUESTIONS = 2
"""Paragraphs that end in a question: with fewer a text is no interview."""

Voice = Literal["asks", "answers"]
Speaker = int | Voice
"""The number of an attribution, below zero a paragraph with a quotation of nobody that is known, or a voice."""


def speaking(view: TextView, spoken: "Spoken") -> Iterator[Link]:
    """Links of *I*, *we* and *you*, in the order of the text."""
    latest: dict[tuple[object, Person], int] = {}
    for n, one in enumerate(view.mentions):
        person = PRONOUNS.get(view.tree.lowers[one.head]) if one.form is MentionForm.PRONOUN else None
        if person not in (Person.I, Person.WE, Person.YOU):
            continue
        speaker = spoken.speaker(one.head)
        if person is Person.YOU:
            if not isinstance(speaker, str) or not spoken.is_interview:
                continue
            speaker, person = ("answers" if speaker == "asks" else "asks"), Person.I
        who = spoken.identity(speaker)
        known = latest.get((who, person))
        meant = known if known is not None else spoken.meant(speaker, person)
        latest[who, person] = n
        if meant is not None and meant != n:
            because = "who speaks" if person is Person.I else "who is spoken for"
            sure = isinstance(speaker, int) and speaker >= 0
            yield Link(n, meant, Sieve.SPEAKER, f"“{view.text(meant)}” is {because}", sure)


class Spoken:
    """Who speaks where."""

    def __init__(self, view: TextView, entities: Entities) -> None:
        self._view, self._entities = view, entities
        spans = view.doc.spans
        self._quoted = _covering(("", span.start, span.end) for span in spans.get(_QUOTATIONS, ()))
        self._lengths = {at: len(span) for span in spans.get(_QUOTATIONS, ()) for at in range(span.start, span.end)}
        contents = ((str(span.id_), span.start, span.end) for span in spans.get(_CONTENTS, ()))
        self._said = _covering(sorted(contents, key=lambda one: one[1] - one[2]))
        marks = {str(span.id_) for span in spans.get(_CUES, ()) if not any(letter.islower() for letter in span.text)}
        self._turns = {at: key for at, key in self._said.items() if key in marks}
        self._sources: Mapping[str, Range] = {str(s.id_): (s.start, s.end) for s in spans.get(_SOURCES, ())}
        self._paragraphs = paragraphs(view.doc)
        self._starts = [start for start, _ in self._paragraphs]

    @cached_property
    def is_interview(self) -> bool:
        """Whether paragraphs of questions and of answers take turns."""
        return sum(self._asks) >= _FEWEST_QUESTIONS

    @cached_property
    def _asks(self) -> list[bool]:
        return [self._ends_in_question(*run) for run in self._paragraphs]

    def _ends_in_question(self, start: int, end: int) -> bool:
        lowers = self._view.tree.lowers
        last = next((at for at in range(end - 1, start - 1, -1) if not lowers[at].isspace()), start)
        return lowers[last] == "?"

    def speaker(self, at: int) -> Speaker:
        """Who speaks at a word."""
        paragraph = bisect_right(self._starts, at) - 1
        if at not in self._quoted and self._turns.get(at, "") in self._sources:
            return int(self._turns[at])
        if at not in self._quoted:
            return "asks" if self._asks[paragraph] else "answers"
        said = self._said.get(at, "")
        return int(said) if said in self._sources else -1 - paragraph

    def quoted_by(self, at: int) -> int | None:
        """The mention of who is quoted at a word, in a quotation that is more than a few words of theirs."""
        if self._lengths.get(at, 0) < _FEWEST_WORDS:
            return None
        speaker = self.speaker(at)
        return self._source(speaker) if isinstance(speaker, int) and speaker >= 0 else None

    def identity(self, speaker: Speaker) -> object:
        """What one speaker shares wherever they speak: the cluster of who they are."""
        source = self._source(speaker) if isinstance(speaker, int) and speaker >= 0 else None
        return speaker if source is None else self._entities.top(source)

    def meant(self, speaker: Speaker, person: Person) -> int | None:
        """The mention that a first *I* or *we* of a speaker takes up."""
        if not isinstance(speaker, int):
            return self._interviewed if speaker == "answers" and person is Person.I else None
        source = self._source(speaker) if speaker >= 0 else None
        if source is None:
            return None
        being = self._entities.of(source).being
        if person is Person.I:
            return source if being in (Being.PERSON, Being.UNKNOWN) else None
        if being in (Being.BODY, Being.PLACE):
            return source
        return self._body_in(self._sources[str(speaker)])

    def _source(self, number: int) -> int | None:
        start, end = self._sources[str(number)]
        return self._view.by_head.get(head(self._view.tree, start, end))

    def _body_in(self, run: Range) -> int | None:
        """The body that a source speaks for: *a spokeswoman for the council*."""
        places = (self._view.by_head.get(at) for at in range(*run))
        bodies = [n for n in places if n is not None and self._entities.of(n).being is Being.BODY]
        return bodies[0] if len(bodies) == 1 else None

    @cached_property
    def _interviewed(self) -> int | None:
        """Who answers: the person most often named before the first question, where one is named more than others."""
        if not self.is_interview:
            return None
        first = self._paragraphs[self._asks.index(True)][0]
        named: Counter[int] = Counter()
        places: dict[int, int] = {}
        for n, one in enumerate(self._view.mentions):
            if one.start >= first:
                break
            if _is_person(one):
                named[top := self._entities.top(n)] += 1
                places[top] = n
        ranked = named.most_common(2)
        if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
            return None
        return places[ranked[0][0]]


def _is_person(one: DocMention) -> bool:
    return one.form is MentionForm.NAME and one.being is Being.PERSON and bool(one.actor)


def _covering(runs: Iterable[tuple[str, int, int]]) -> dict[int, str]:
    """For each word the last of the runs that holds it."""
    covered: dict[int, str] = {}
    for key, start, end in runs:
        covered.update(dict.fromkeys(range(start, end), key))
    return covered
