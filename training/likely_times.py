"""Step: the decisions by which `training/time_network.py` learns which time of its story an event has.

`python -m training.likely_times VOCABULARY OUT` writes a row an article, from the same articles as
`training/overlooked.py`. VOCABULARY is that of the transformer (`vocab.txt`); what of it the shared texts need is kept
as `data/encoder/pieces.txt`. Each event that is a line of the gold is one decision between the times that
`extractors/events/scenes/story_times.py` offers, and none; right is each that gives a date that the gold accepts. So
are the lines of the short passages that tests hold the dates to, which mostly have none of the times beside them.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
from spacy.language import Language

from benchmarks.lines import article_scorer
from benchmarks.score_samples import prediction
from benchmarks.score_shared import article_of
from benchmarks.unseen_articles import shared_texts
from extractors.encoder.component import word_vectors
from extractors.encoder.encoder import Pieces, vocabulary
from extractors.encoder.word_pieces import END, START, UNKNOWN, WordPieces
from extractors.events.candidates.event_candidates import EventCandidate
from extractors.events.component import Events, read_by_rule
from extractors.events.context.event_context import read_event_context
from extractors.events.scenes.likely_times import with_time
from extractors.events.scenes.story_times import StoryTimes
from extractors.events.scenes.time_signs import TimeSigns
from extractors.extraction import from_doc
from extractors.pipeline import load_pipeline, process
from timeline.dates.settling import settled
from timeline.export.findings import findings, plain_date
from timeline.model import Article, Assertion, Extraction
from training.overlooked import articles

PASSAGES = Path(__file__).parents[1] / "tests" / "extractors" / "events" / "dating" / "passages.tsv"
TIMES = 4
"""How often a passage counts: there are few of them, and each stands for a kind."""
FEWEST = 3
"""How often a piece must stand in the shared texts."""
PIECES = Path(__file__).parents[1] / "data" / "encoder" / "pieces.txt"


class Decision(msgspec.Struct, frozen=True):
    """An event that is a line, and which of the times offered are right; the last is none."""

    window: int
    event: int
    """Its place in the window."""
    times: Sequence[int]
    """Theirs; what stands before the window is none of it, and is 0."""
    rows: Sequence[int]
    """Of the event and the times, among the vectors of the article."""
    features: Sequence[Sequence[str]]
    right: Sequence[bool]


class Row(msgspec.Struct, frozen=True):
    """An article: the pieces and shapes of its windows, what there is to decide, and what the encoder said of it."""

    article: str
    windows: Mapping[int, tuple[Sequence[int], Sequence[int]]]
    decisions: Sequence[Decision]
    vectors: bytes
    """Of sixteen bits a number."""


IsRight = Callable[[str | None], bool]
"""Whether a date is right; None is that of what has no time."""
Judges = Callable[[Extraction], Mapping[int, IsRight]]
"""By event that is a line, which dates are right for it."""


def row(nlp: Language, gold: Mapping[str, Any], text: str) -> Row:
    """That of one article."""

    def judges(extraction: Extraction) -> Mapping[int, IsRight]:
        lines = _lines(gold, text, extraction)
        return {number: partial(_accepts, line) for number, line in lines.items()}

    return _row(nlp, gold["id"], text, gold["article_date"], judges)


def passage(nlp: Language, number: int, published: str, dates: Mapping[str, str], text: str) -> Row:
    """That of a passage of the tests, whose lines are told by their words."""

    def judges(extraction: Extraction) -> Mapping[int, IsRight]:
        words = (text[slice(*one.trigger)] for one in extraction.assertions)
        return {at: partial(_is_date, dates[word], published) for at, word in enumerate(words) if word in dates}

    return _row(nlp, f"passage {number}", text, published, judges)


def _accepts(line: Mapping[str, Any], date: str | None) -> bool:
    return bool(article_scorer().date_ok(date, line))


def _is_date(wanted: str, published: str, date: str | None) -> bool:
    """*none* is told of what is dated nowhere, or only by its publication."""
    told = (date or "none").replace("?", "")
    return ("none" if told == f"../{published}" else told) == wanted.replace("?", "")


def _row(nlp: Language, name: str, text: str, published: str, judges: Judges) -> Row:
    doc = process(nlp, text)
    context = read_event_context(doc)
    candidates, apart = read_by_rule(context)
    extraction = from_doc(article_of(text, published), doc, extractor="")
    told = {doc[one.trigger].idx: one for one in candidates if one.trigger not in apart}
    story = StoryTimes(context, candidates)
    signs = TimeSigns(story)
    pieces = Pieces([token.text for token in doc], vocabulary())
    found: list[Decision] = []
    rows: list[int] = []
    for number, is_right in sorted(judges(extraction).items()):
        assertion = extraction.assertions[number]
        one = told.get(assertion.trigger[0])
        options = [] if one is None else story.offered(one)
        if one is None or not options:
            continue
        ways = (with_time(one, option) for option in (*options, None))
        right = [is_right(_date(extraction.article, assertion, way)) for way in ways]
        words = [one.trigger, *story.starts(options)]
        window = int(pieces.windows[one.trigger])
        event, *times = (max(0, pieces.place(word, window)) for word in words)
        places = range(len(rows), len(rows) + len(words))
        found.append(Decision(window, event, times, list(places), signs.of(one, options), right))
        rows += words
    windows = {number: pieces.within(number) for number in sorted({one.window for one in found})}
    return Row(name, windows, found, word_vectors(doc)[rows].astype(np.float16).tobytes())


def _lines(gold: Mapping[str, Any], text: str, extraction: Extraction) -> dict[int, dict[str, Any]]:
    """By event the line of the gold that the shared scorer matches it with."""
    scorer = article_scorer()
    found: Any = prediction(gold["id"], findings(extraction))["events"]
    for line in gold["events"]:
        if "earliest" not in line:
            line["earliest"], line["latest"] = scorer.interval(line["date"])
    sentences = scorer.sents(text)

    def inside(one: Mapping[str, Any]) -> set[int]:
        return {n for n, (start, end) in enumerate(sentences) if start < one["end"] and end > one["start"]}

    def worth(line: Mapping[str, Any], event: Mapping[str, Any]) -> float:
        overlap = max(0, min(line["end"], event["end"]) - max(line["start"], event["start"]))
        if not overlap and not inside(line) & inside(event):
            return 0.0
        union = max(line["end"], event["end"]) - min(line["start"], event["start"])
        dated, must = bool(scorer.date_ok(event["date"], line)), bool(line["must"])
        return float(1 + overlap / max(1, union) + 0.5 * dated + 0.1 * must)

    pairs = scorer.assign([[worth(line, event) for event in found] for line in gold["events"]])
    return {event: gold["events"][line] for line, event in pairs}


def _date(article: Article, assertion: Assertion, way: EventCandidate) -> str | None:
    """The date that an event has if this is its time."""
    told = msgspec.structs.replace(assertion, time=way.time, tie=way.tie, apart=way.apart)
    return plain_date(settled(article, told).when)


def kept(known: Sequence[str], texts: Iterable[str]) -> Iterator[str]:
    """The signs, the single letters, and the pieces that the texts have often enough; in their order."""
    pieces = WordPieces(known)
    words = Counter(word for text in texts for word in text.split())
    seen = Counter[int]()
    for word, count in words.items():
        for number in pieces.split(word):
            seen[number] += count
    for number, piece in enumerate(known):
        if piece in (START, END, UNKNOWN) or len(piece.removeprefix("##")) == 1 or seen[number] >= FEWEST:
            yield piece


def passages() -> Iterator[list[str]]:
    """Those that the tests hold the rules to: day, dates by words, and text."""
    for line in PASSAGES.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            yield line.replace(" ¶ ", "\n\n").split("\t")


def main(known: Path, target: Path) -> None:
    """Choose the pieces, and write the decisions."""
    PIECES.parent.mkdir(exist_ok=True)
    pieces = kept(known.read_text(encoding="utf-8").splitlines(), shared_texts().values())
    PIECES.write_text("\n".join(pieces) + "\n", encoding="utf-8")
    nlp, encoder = load_pipeline(), msgspec.json.Encoder()
    component = nlp.get_pipe("dateline_events")
    assert isinstance(component, Events)
    component.likely_times = False
    with target.open("wb") as out:
        for gold, text in articles():
            out.write(encoder.encode(row(nlp, gold, text)) + b"\n")
        for number, (published, lines, text) in enumerate(passages()):
            dates = dict(line.split("=") for line in lines.split("; "))
            out.write(TIMES * (encoder.encode(passage(nlp, number, published, dates, text)) + b"\n"))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
