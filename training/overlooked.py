"""Network for clauses that the rules pass over: `python -m training.overlooked data/overlooked`, with torch installed.

Learned from the articles that readers who knew nothing of the program made timelines of, of which none is shut
(`benchmarks/unseen_articles.py`, `benchmarks/lines.py`): a clause that no rule takes counts as overlooked where its
verb stands highest in the words of a line that nothing else was found for. What must be in a timeline counts twice.
Printed is how many of the likeliest are lines, in articles that were left out of the learning in turn.
"""

from __future__ import annotations

import sys
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np
import torch
from spacy.language import Language
from spacy.tokens import Doc
from torch import Tensor, nn
from torch.nn import functional

from benchmarks.lines import ARTICLES, OPEN, SEED, of_files
from benchmarks.unseen_articles import unseen_articles
from extractors.encoder.encoder import WIDTH, Vectors
from extractors.events.candidates.event_candidates import candidates_of
from extractors.events.candidates.overlooked import SURE, features, may_tell, vectors
from extractors.events.candidates.telling_verbs import telling_verbs
from extractors.events.context.event_context import EventContext, read_event_context
from extractors.events.dating.dating import read_dates
from extractors.pipeline import load_pipeline, process
from training.shipping import arrays, with_sums

READERS = ("first", "second", "third", "fourth", "fifth", "seventh", "writers")
FOLDS = 8
FEWEST = 8
"""How often a feature must be seen."""
EPOCHS, BATCH, SIZE = 6, 64, 96
MUST = 2.0
"""What a line that must be there counts, beside one that may be."""
CHANCE = 3
"""By which weights begin and clauses are shuffled."""
_RATE = 1e-3


@dataclass(frozen=True)
class Passed:
    """A clause that the rules pass over."""

    article: str
    features: tuple[str, ...]
    vectors: Vectors
    """Of its verb and its subject, one behind the other."""
    is_line: float
    """Whether it is one, or how far."""
    must: bool
    may: bool
    """Whether it can be taken at all; what can't teaches too."""


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
        if verb not in telling and verb not in triggers and not inside:
            line = missed.get(verb)
            found = tuple(features(context, dates, telling, verb))
            known = np.hstack(vectors(context, [verb]))[0].astype(np.float32)
            must = line is not None and line["must"]
            yield Passed(gold["id"], found, known, line is not None, must, may_tell(context, dates, verb))


def _tokens(doc: Doc, line: Mapping[str, Any]) -> range:
    span = doc.char_span(line["start"], line["end"], alignment_mode="expand")
    return range(0) if span is None else range(span.start, span.end)


def _highest(context: EventContext, line: Mapping[str, Any]) -> int:
    """The verb of a line that stands highest in the tree, -1 if it has none."""
    verbs = [at for at in _tokens(context.doc, line) if at in context.groups]
    return min(verbs, key=lambda at: (_depth(context, at), at), default=-1)


def _depth(context: EventContext, at: int) -> int:
    return sum(1 for _ in context.doc[at].ancestors)


class Network(nn.Module):
    """The score of clauses, as `ClauseNetwork` has it."""

    def __init__(self, features: int) -> None:
        super().__init__()
        self.words, self.features = nn.Linear(2 * WIDTH, SIZE), nn.Linear(features, SIZE, bias=False)
        self.out, self.weights = nn.Linear(SIZE, 1), nn.Linear(features, 1, bias=False)
        self.dropout = nn.Dropout(0.3)

    def forward(self, words: Tensor, features: Tensor) -> Tensor:
        """Of clauses in rows."""
        hidden = functional.gelu(self.words(self.dropout(words)) + self.features(features), approximate="tanh")
        score: Tensor = self.out(self.dropout(hidden)) + self.weights(features)
        return score.squeeze(-1)


@dataclass(frozen=True)
class Table:
    """All clauses as the network takes them."""

    words: Tensor
    features: Tensor
    is_line: Tensor
    worth: Tensor

    @classmethod
    def of(cls, clauses: Sequence[Passed], names: Sequence[str]) -> Table:
        """Those of these clauses."""
        rows = {name: row for row, name in enumerate(names)}
        features = torch.zeros(len(clauses), len(names))
        for number, one in enumerate(clauses):
            features[number, [rows[name] for name in one.features if name in rows]] = 1
        worth = torch.tensor([MUST if one.must else 1.0 for one in clauses])
        is_line = torch.tensor([float(one.is_line) for one in clauses])
        return cls(torch.tensor(np.array([one.vectors for one in clauses])), features, is_line, worth)


def learn(table: Table, chosen: Tensor) -> Network:
    """The network that tells lines among these clauses."""
    torch.manual_seed(CHANCE)
    network = Network(table.features.shape[1])
    optimizer = torch.optim.AdamW(network.parameters(), lr=_RATE, weight_decay=0.02)
    steps = EPOCHS * -(-len(chosen) // BATCH)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: max(0.0, 1 - step / steps))
    network.train()
    for _ in range(EPOCHS):
        for batch in chosen[torch.randperm(len(chosen))].split(BATCH):
            loss = functional.binary_cross_entropy_with_logits(
                network(table.words[batch], table.features[batch]), table.is_line[batch], table.worth[batch]
            )
            loss.backward()
            optimizer.step()
            schedule.step()
            optimizer.zero_grad()
    network.eval()
    return network


def left_out(clauses: Sequence[Passed], table: Table) -> Tensor:
    """The chance of each clause by what the other articles teach."""
    fold = torch.tensor([zlib.crc32(one.article.encode()) % FOLDS for one in clauses])
    chances = torch.zeros(len(clauses))
    with torch.no_grad():
        for part in range(FOLDS):
            with torch.enable_grad():
                network = learn(table, torch.nonzero(fold != part).squeeze(-1))
            here = fold == part
            chances[here] = network(table.words[here], table.features[here]).sigmoid()
    return chances


def export(network: Network, names: Sequence[str], target: Path) -> None:
    """Write what `ClauseNetwork` reads."""
    found = arrays(network)
    np.savez_compressed(
        target / "network.npz",
        allow_pickle=False,
        words=found["words.weight"],
        words_bias=found["words.bias"],
        features=found["features.weight"].T,
        weights=found["weights.weight"][0],
        out=found["out.weight"][0],
        bias=found["out.bias"][0],
    )
    (target / "features.txt").write_text("\n".join(names) + "\n", encoding="utf-8")
    with_sums(target)


def teach(clauses: Sequence[Passed], target: Path) -> None:
    """Learn the network, print how good it is, and write it."""
    torch.set_num_threads(1)
    seen = Counter(name for one in clauses for name in one.features)
    names = sorted(name for name, count in seen.items() if count >= FEWEST)
    table = Table.of(clauses, names)
    chances = left_out(clauses, table).tolist()
    print(f"{len(clauses)} clauses, {sum(one.is_line for one in clauses)} lines")
    for sure in (0.5, 0.55, SURE, 0.65, 0.7, 0.75):
        above = [one for one, likely in zip(clauses, chances, strict=True) if one.may and likely >= sure]
        lines, must = sum(one.is_line for one in above), sum(one.must for one in above)
        print(f"from {sure:.2f}: {len(above):4} taken, {lines:4} lines, {must:4} of those that must be there")
    target.mkdir(exist_ok=True)
    export(learn(table, torch.arange(len(clauses))), names, target)


def main(target: Path) -> None:
    """Read the articles, and learn from them."""
    nlp = load_pipeline()
    nlp.disable_pipes("dateline_events")
    teach([one for gold, text in articles() for one in passed_over(nlp, gold, text)], target)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
