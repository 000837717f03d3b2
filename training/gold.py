"""Gold timelines that may be learned from: those of people who knew nothing of the program, of which none is shut."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any

from benchmarks.lines import ARTICLES, OPEN, SEED, article_scorer, of_files
from benchmarks.score_samples import prediction
from benchmarks.unseen_articles import unseen_articles
from timeline.export.findings import findings
from timeline.model import Extraction

READERS = ("first", "second", "third", "fourth", "fifth", "seventh", "writers", "later writers")


def articles() -> Iterator[tuple[dict[str, Any], str]]:
    """Each gold timeline with its text."""
    return chain(
        of_files(ARTICLES / f"{name}.gold.json" for name in OPEN),
        of_files(sorted((ARTICLES / "extra").glob("*.gold.json"))),
        of_files([SEED]),
        *(unseen_articles(readers, shut=False) for readers in READERS),
    )


def lines_of(gold: Mapping[str, Any], text: str, extraction: Extraction) -> dict[int, dict[str, Any]]:
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
