"""Weights for clauses that the rules pass over: `python -m training.overlooked data/overlooked.toml`.

Learned from the articles that readers who knew nothing of the program made timelines of, of which none is shut
(`benchmarks/unseen_articles.py`, `benchmarks/lines.py`): a clause that no rule takes counts as overlooked where its
verb stands highest in the words of a line that nothing else was found for. What must be in a timeline counts twice.
Printed is how many of the likeliest are lines, in articles that were left out of the learning in turn.
"""

from __future__ import annotations

import sys
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from benchmarks.lines import ARTICLES, OPEN, SEED, of_files
from benchmarks.unseen_articles import unseen_articles
from extractors.events.candidates.event_candidates import candidates_of
from extractors.events.candidates.overlooked import features, may_tell
from extractors.events.candidates.telling_verbs import telling_verbs
from extractors.events.context.event_context import EventContext, read_event_context
from extractors.events.dating.dating import read_dates
from extractors.log_linear import chance
from extractors.pipeline import load_pipeline, process
from training.log_linear import LogLinear

READERS = ("first", "second", "third", "fourth", "fifth", "seventh", "writers")
FOLDS = 8
FEWEST = 12
PENALTY = 3.0
SMALLEST = 0.03
"""Smaller weights are left out."""
MUST = 2.0
"""What a line that must be there counts, beside one that may be."""
SURE = 0.615
"""The chance from which on a clause is taken: some two in three of those above it are lines."""
HEADER = """\
# Made by `python -m training.overlooked`: what speaks for a clause that the rules pass over, and the chance from which
# on it tells of something. Learned from timelines that people made of articles of many houses.
"""


@dataclass(frozen=True)
class Passed:
    """A clause that the rules pass over."""

    article: str
    features: tuple[str, ...]
    is_line: bool
    must: bool


def articles() -> Iterator[tuple[dict[str, Any], str]]:
    """Gold timelines that may be learned from, each with its text."""
    return chain(
        of_files(ARTICLES / f"{name}.gold.json" for name in OPEN),
        of_files(sorted((ARTICLES / "extra").glob("*.gold.json"))),
        of_files([SEED]),
        *(unseen_articles(readers, shut=False) for readers in READERS),
    )


def passed_over(nlp: Language, gold: Mapping[str, Any], text: str) -> Iterator[Passed]:
    """The clauses of an article that the rules pass over, but for those inside the words of a line that was found."""
    doc = process(nlp, text)
    context = read_event_context(doc)
    dates = read_dates(context)
    telling = frozenset(telling_verbs(context, dates))
    triggers = {one.trigger for one in candidates_of(context, dates, sorted(telling))}
    lines = {at: line for line in gold["events"] for at in _tokens(doc, line)}
    missed = {_highest(context, line): line for line in gold["events"] if not triggers & {*_tokens(doc, line)}}
    for verb in context.groups:
        inside = lines.get(verb) is not None and verb not in missed
        if verb not in telling and verb not in triggers and not inside and may_tell(context, dates, verb):
            line = missed.get(verb)
            found = tuple(features(context, dates, telling, verb))
            yield Passed(gold["id"], found, line is not None, line is not None and line["must"])


def _tokens(doc: Doc, line: Mapping[str, Any]) -> range:
    span = doc.char_span(line["start"], line["end"], alignment_mode="expand")
    return range(0) if span is None else range(span.start, span.end)


def _highest(context: EventContext, line: Mapping[str, Any]) -> int:
    """The verb of a line that stands highest in the tree, -1 if it has none."""
    verbs = [at for at in _tokens(context.doc, line) if at in context.groups]
    return min(verbs, key=lambda at: (_depth(context, at), at), default=-1)


def _depth(context: EventContext, at: int) -> int:
    return sum(1 for _ in context.doc[at].ancestors)


def learn(clauses: Sequence[Passed], chosen: Sequence[int]) -> dict[str, float]:
    """The weights that tell lines among these clauses."""
    decisions = [(one.features, ()) for one in clauses]
    model = LogLinear(decisions, [(one.is_line, not one.is_line) for one in clauses], FEWEST)
    return model.fit(chosen, [MUST if clauses[at].must else 1.0 for at in chosen], PENALTY)


def left_out(clauses: Sequence[Passed]) -> list[float]:
    """The chance of each clause by what the other articles teach."""
    fold = [zlib.crc32(one.article.encode()) % FOLDS for one in clauses]
    weights = [learn(clauses, [n for n, other in enumerate(fold) if other != part]) for part in range(FOLDS)]
    return [chance(weights[fold[n]], one.features) for n, one in enumerate(clauses)]


def main(target: Path) -> None:
    """Learn the weights, print how good they are, and write them."""
    nlp = load_pipeline()
    nlp.disable_pipes("dateline_events")
    clauses = [one for gold, text in articles() for one in passed_over(nlp, gold, text)]
    chances = left_out(clauses)
    print(f"{len(clauses)} clauses, {sum(one.is_line for one in clauses)} lines")
    for sure in (0.5, 0.55, 0.6, SURE, 0.65, 0.7, 0.75):
        above = [one for one, likely in zip(clauses, chances, strict=True) if likely >= sure]
        lines, must = sum(one.is_line for one in above), sum(one.must for one in above)
        print(f"from {sure:.2f}: {len(above):4} taken, {lines:4} lines, {must:4} of those that must be there")
    weights = learn(clauses, range(len(clauses)))
    rows = [f'"{name}" = {weight:.2f}\n' for name, weight in sorted(weights.items()) if abs(weight) >= SMALLEST]
    target.write_text(f"{HEADER}\n[clause]\nsure = {SURE}\n\n[clause.features]\n{''.join(rows)}", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
