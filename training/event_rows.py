"""Step: what there is to learn of events, as the rules and the grammar read the articles.

`python -m training.event_rows OUT` writes a row an article, from the timelines of `gold.py`:

- the clauses and nouns that no rule takes, and which of them are lines: where one stands highest in the words of a line
  that nothing else was found for;
- the events that the rules find and that are lines, and which status each has;
- the decisions about times: each event that is a line chooses between the times that
  `extractors/events/scenes/story_times.py` offers, and none; right is each that gives a date that the gold accepts. So
  do the lines of the short passages that tests hold the dates to, which mostly have none of the times beside them.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import msgspec
from spacy.language import Language
from spacy.tokens import Doc

from benchmarks.lines import article_scorer
from benchmarks.score_shared import article_of
from extractors.encoder.encoder import LENGTH, Pieces, vocabulary
from extractors.events.candidates import overlooked, overlooked_nouns
from extractors.events.candidates.event_candidates import EventCandidate, candidates_of
from extractors.events.candidates.telling_verbs import telling_verbs
from extractors.events.component import Events, read_by_rule, records_of
from extractors.events.context.event_context import EventContext, read_event_context
from extractors.events.dating.dates import Dates
from extractors.events.dating.dating import read_dates
from extractors.events.likely_status import features, words
from extractors.events.scenes.likely_times import with_time
from extractors.events.scenes.profiles import Profiles
from extractors.events.scenes.story_times import StoryTimes
from extractors.events.scenes.time_signs import TimeSigns
from extractors.extraction import from_doc
from extractors.pipeline import load_pipeline, process
from timeline.dates.settling import settled
from timeline.export.findings import plain_date
from timeline.model import Article, Assertion, Extraction
from training.gold import articles, lines_of

PASSAGES = Path(__file__).parents[1] / "tests" / "extractors" / "events" / "dating" / "passages.tsv"
TIMES = 4
"""How often a passage counts: there are few of them, and each stands for a kind."""


class Asked(msgspec.Struct, frozen=True):
    """A word that may be a line, with one beside it: their places in a window, 0 for none."""

    window: int
    word: int
    beside: int
    features: Sequence[str]
    is_line: bool
    must: bool = False
    may: bool = True
    """Whether it can be taken at all; what can't teaches too."""
    statuses: Sequence[str] = ()
    """Those that are right; none of what is no line."""


class Decision(msgspec.Struct, frozen=True):
    """An event that is a line, and which of the times offered are right; the last is none."""

    window: int
    event: int
    """Its place in the window."""
    times: Sequence[int]
    """Theirs; what stands before the window is none of it, and is 0."""
    features: Sequence[Sequence[str]]
    right: Sequence[bool]


class Row(msgspec.Struct, frozen=True):
    """An article: the pieces and shapes of its windows, and what there is to learn of it."""

    article: str
    windows: Mapping[int, tuple[Sequence[int], Sequence[int]]]
    sentences: Mapping[int, Sequence[int]]
    """By window where its sentences begin."""
    decisions: Sequence[Decision]
    clauses: Sequence[Asked] = ()
    nouns: Sequence[Asked] = ()
    events: Sequence[Asked] = ()


IsRight = Callable[[str | None], bool]
"""Whether a date is right; None is that of what has no time."""


def signs_of_times(rows: Sequence[Row]) -> Iterator[Sequence[str]]:
    """What speaks for each time of each decision."""
    return (signs for row in rows for one in row.decisions for signs in one.features)


def read_rows(path: Path) -> list[Row]:
    """What this step wrote."""
    return [msgspec.json.decode(line, type=Row) for line in path.read_bytes().splitlines()]


class Reading:
    """One text as the rules read it."""

    def __init__(self, nlp: Language, text: str, published: str, lines: Sequence[Mapping[str, Any]] = ()) -> None:
        self.doc: Doc = process(nlp, text)
        self.context: EventContext = read_event_context(self.doc)
        self.dates: Dates = read_dates(self.context)
        telling = sorted(telling_verbs(self.context, self.dates))
        self.by_rule = frozenset(telling) | {one.trigger for one in candidates_of(self.context, self.dates, telling)}
        """Verbs and nouns that the rules take."""
        left = [line for line in lines if self.by_rule.isdisjoint(_tokens(self.doc, line))]
        self.missed = {at: line for line in left if (at := _highest(self.context, line)) is not None}
        """By word the lines that they pass over; these are read as if they didn't."""
        self.candidates, self.apart = read_by_rule(self.context, self.missed)
        Events().set_annotations(self.doc, records_of(self.context, self.candidates, {}))
        self.extraction: Extraction = from_doc(article_of(text, published), self.doc, extractor="")
        self._told = {self.doc[one.trigger].idx: one for one in self.candidates}
        self._pieces = Pieces([token.text for token in self.doc], vocabulary())

    def candidate(self, number: int) -> EventCandidate | None:
        """The candidate that an assertion was made of."""
        return self._told.get(self.extraction.assertions[number].trigger[0])

    def window(self, word: int) -> int:
        """That in which a word is asked for."""
        return int(self._pieces.windows[word])

    def place(self, word: int | None, window: int) -> int:
        """Where a word stands in a window; 0 where it stands in another."""
        place = 0 if word is None else self._pieces.place(word, window)
        return place if 0 < place <= LENGTH else 0

    def windows(self) -> Mapping[int, tuple[Sequence[int], Sequence[int]]]:
        """All of them."""
        return {number: self._pieces.within(number) for number in range(self._pieces.last + 1)}

    def sentences(self) -> Mapping[int, Sequence[int]]:
        """By window where those sentences begin that begin in it."""
        starts = [sentence.start for sentence in self.doc.sents]
        places = {number: [self.place(start, number) for start in starts] for number in range(self._pieces.last + 1)}
        return {number: sorted({place for place in found if place}) for number, found in places.items()}

    def asked(self, word: int, beside: int | None, signs: Sequence[str], line: Mapping[str, Any] | None) -> Asked:
        """What there is to learn of a word, which is a line or is none."""
        window = self.window(word)
        places = self.place(word, window), self.place(beside, window)
        return Asked(window, *places, signs, line is not None, must=line is not None and bool(line["must"]))

    def decisions(self, judges: Mapping[int, IsRight]) -> Iterator[Decision]:
        """By event that is a line, which dates are right for it."""
        story = StoryTimes(self.context, self.candidates, self.apart)
        signs = TimeSigns(story)
        for number, is_right in sorted(judges.items()):
            one = self.candidate(number)
            times = [] if one is None else story.offered(one)
            if one is None or not times:
                continue
            assertion = self.extraction.assertions[number]
            ways = (with_time(one, time) for time in (*times, None))
            right = [is_right(_date(self.extraction.article, assertion, way)) for way in ways]
            window = self.window(one.trigger)
            event, *places = (self.place(word, window) for word in (one.trigger, *story.starts(times)))
            yield Decision(window, event, places, signs.of(one, times), right)


def row(nlp: Language, gold: Mapping[str, Any], text: str) -> Row:
    """That of one article."""
    reading = Reading(nlp, text, gold["article_date"], gold["events"])
    lines = lines_of(gold, text, reading.extraction)
    judges = {number: partial(_accepts, line) for number, line in lines.items()}
    clauses, nouns = _passed_over(reading)
    events = list(_events(reading, lines))
    decisions = list(reading.decisions(judges))
    return Row(gold["id"], reading.windows(), reading.sentences(), decisions, clauses, nouns, events)


def passage(nlp: Language, number: int, published: str, dates: Mapping[str, str], text: str) -> Row:
    """That of a passage of the tests, whose lines are told by their words."""
    reading = Reading(nlp, text, published)
    told = (text[slice(*one.trigger)] for one in reading.extraction.assertions)
    judges = {at: partial(_is_date, dates[word], published) for at, word in enumerate(told) if word in dates}
    return Row(f"passage {number}", reading.windows(), reading.sentences(), list(reading.decisions(judges)))


def _passed_over(reading: Reading) -> tuple[list[Asked], list[Asked]]:
    """The clauses and nouns that no rule takes; one inside the words of a line that has its own word is none."""
    context, dates, missed = reading.context, reading.dates, reading.missed
    telling = frozenset(telling_verbs(context, dates))
    clauses, nouns = [], []
    for verb in sorted(context.groups.keys() - reading.by_rule):
        signs = list(overlooked.features(context, dates, telling, verb))
        one = reading.asked(verb, context.syntax.clauses[verb].subject, signs, missed.get(verb))
        clauses.append(msgspec.structs.replace(one, may=overlooked.may_tell(context, dates, verb)))
    for noun in overlooked_nouns.nouns(context):
        if noun not in reading.by_rule:
            signs = list(overlooked_nouns.features(context, dates, reading.by_rule, noun))
            nouns.append(reading.asked(noun, context.tree.heads[noun], signs, missed.get(noun)))
    return clauses, nouns


def _events(reading: Reading, lines: Mapping[int, Mapping[str, Any]]) -> Iterator[Asked]:
    """The events that the rules find."""
    context, profiles = reading.context, Profiles(reading.context)
    for number in range(len(reading.extraction.assertions)):
        one, line = reading.candidate(number), lines.get(number)
        if one is None or line is None:
            continue
        (word,), (subject,) = words(context, [one])
        asked = reading.asked(word, subject, list(features(context, profiles, one)), line)
        yield msgspec.structs.replace(asked, statuses=[line["kind"], *line.get("kind_alt", ())])


def _tokens(doc: Doc, line: Mapping[str, Any]) -> range:
    span = doc.char_span(line["start"], line["end"], alignment_mode="expand")
    return range(0) if span is None else range(span.start, span.end)


def _highest(context: EventContext, line: Mapping[str, Any]) -> int | None:
    """The verb of a line that stands highest in the tree; its noun, where it has no verb."""
    inside = _tokens(context.doc, line)
    verbs = [at for at in inside if at in context.groups]
    heads = verbs or [at for at in overlooked_nouns.nouns(context) if at in inside]
    return min(heads, key=lambda at: (sum(1 for _ in context.doc[at].ancestors), at), default=None)


def _accepts(line: Mapping[str, Any], date: str | None) -> bool:
    return bool(article_scorer().date_ok(date, line))


def _is_date(wanted: str, published: str, date: str | None) -> bool:
    """*none* is told of what is dated nowhere, or only by its publication."""
    told = (date or "none").replace("?", "")
    return ("none" if told == f"../{published}" else told) == wanted.replace("?", "")


def _date(article: Article, assertion: Assertion, way: EventCandidate) -> str | None:
    """The date that an event has if this is its time."""
    told = msgspec.structs.replace(assertion, time=way.time, tie=way.tie, apart=way.apart)
    return plain_date(settled(article, told).when)


def passages() -> Iterator[list[str]]:
    """Those that the tests hold the rules to: day, dates by words, and text."""
    for line in PASSAGES.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            yield line.replace(" ¶ ", "\n\n").split("\t")


def main(target: Path) -> None:
    """Read the articles, and write what there is to learn of them."""
    nlp, encoder = load_pipeline(), msgspec.json.Encoder()
    nlp.disable_pipes("dateline_events")
    with target.open("wb") as out:
        for gold, text in articles():
            out.write(encoder.encode(row(nlp, gold, text)) + b"\n")
        for number, (published, lines, text) in enumerate(passages()):
            dates = dict(line.split("=") for line in lines.split("; "))
            out.write(TIMES * (encoder.encode(passage(nlp, number, published, dates, text)) + b"\n"))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
