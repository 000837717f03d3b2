"""Weights for the times of what has none of its own: `python -m training.likely_times data/likely_times.toml`.

Learned from the same articles as those of `training/overlooked.py`. Each event that is a line of the gold is one
decision between the times that `extractors/events/scenes/likely_times.py` offers, and none; right is each that gives a
date that the gold accepts. Printed is how many are right, in articles that were left out of the learning in turn,
beside what the rules alone give.
"""

from __future__ import annotations

import sys
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log
from pathlib import Path
from typing import Any

import msgspec
from spacy.language import Language

from benchmarks.lines import article_scorer
from benchmarks.score_samples import prediction
from benchmarks.score_shared import article_of
from extractors.events.candidates.event_candidates import EventCandidate
from extractors.events.component import read_by_rule
from extractors.events.context.event_context import read_event_context
from extractors.events.scenes.likely_times import NEAR, Choices
from extractors.extraction import from_doc
from extractors.pipeline import load_pipeline, process
from timeline.dates.settling import settled
from timeline.export.findings import findings, plain_date
from timeline.model import Article, Assertion, Extraction
from training.log_linear import LogLinear
from training.overlooked import FOLDS, articles

FEWEST = 15
PENALTY = 12.0
SMALLEST = 0.03
"""Smaller weights are left out."""
SURE = 1.0
"""How likely a time must be beside none, in another paragraph."""
HEADER = """\
# Made by `python -m training.likely_times`: what speaks for each time that an event without one of its own may have,
# and for none. Learned from timelines that people made of articles of many houses.
"""


@dataclass(frozen=True)
class Decision:
    """An event that is a line, and which of the times offered are right; the last is none."""

    article: str
    features: Sequence[Sequence[str]]
    right: Sequence[bool]
    read_right: bool
    """Whether its date by the rules alone is right."""
    is_dated: bool
    """Whether the gold puts it in time."""


def decisions(nlp: Language, gold: Mapping[str, Any], text: str) -> Iterator[Decision]:
    """Those of one article."""
    doc = process(nlp, text)
    context = read_event_context(doc)
    candidates, apart = read_by_rule(context)
    extraction = from_doc(article_of(text, gold["article_date"]), doc, extractor="")
    lines = _lines(gold, text, extraction)
    told = {doc[one.trigger].idx: one for one in candidates if one.trigger not in apart}
    choices = Choices(context, candidates)
    for number, assertion in enumerate(extraction.assertions):
        one, line = told.get(assertion.trigger[0]), lines.get(number)
        options = [] if one is None or line is None else choices.options(one)
        if one is None or line is None or not options:
            continue
        ways = [choices.dated(one, option) for option in (*options, None)]
        dates = [_date(extraction.article, assertion, way) for way in (*ways, one)]
        *right, read_right = (bool(article_scorer().date_ok(date, line)) for date in dates)
        is_dated = line["precision"] != "undated"
        yield Decision(gold["id"], choices.features(one, options), right, read_right, is_dated)


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


def learn(model: LogLinear, found: Sequence[Decision], chosen: Sequence[int]) -> dict[str, float]:
    """The weights by which what is right in these decisions is likeliest; what has no right choice teaches nothing."""
    taught = [at for at in chosen if any(found[at].right)]
    return model.fit(taught, [1.0] * len(taught), PENALTY)


def is_right(weights: Mapping[str, float], one: Decision) -> bool:
    """Whether what the weights choose is right."""
    sums = [sum(weights.get(name, 0.0) for name in choice) for choice in one.features]
    best = max(range(len(sums) - 1), key=lambda place: (sums[place], -place))
    far = any("paragraphs" in name for name in one.features[best])
    return one.right[best] if sums[best] > sums[-1] + log(SURE if far else SURE * NEAR) else one.right[-1]


def main(target: Path) -> None:
    """Learn the weights, print how good they are, and write them."""
    nlp = load_pipeline()
    found = [one for gold, text in articles() for one in decisions(nlp, gold, text)]
    model = LogLinear([one.features for one in found], [one.right for one in found], FEWEST)
    fold = [zlib.crc32(one.article.encode()) % FOLDS for one in found]
    counts: Counter[str] = Counter()
    for part in range(FOLDS):
        weights = learn(model, found, [n for n, other in enumerate(fold) if other != part])
        for one in (one for n, one in enumerate(found) if fold[n] == part):
            counts.update(all=1, rules=one.read_right, weighed=is_right(weights, one))
            if one.is_dated:
                counts.update({"all in time": 1, "rules in time": one.read_right, "in time": is_right(weights, one)})
    print(*(f"{name}: {count}" for name, count in counts.items()), sep="\n")
    weights = learn(model, found, range(len(found)))
    rows = [f'"{name}" = {weight:.2f}\n' for name, weight in sorted(weights.items()) if abs(weight) >= SMALLEST]
    target.write_text(f"{HEADER}\n[time]\nsure = {SURE}\n\n[time.features]\n{''.join(rows)}", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
