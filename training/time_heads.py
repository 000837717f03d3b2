"""What is laid on the transformer to choose the time of an event, as `TimeNetwork` reads it.

`python -m training.time_heads DECISIONS data/story_times` learns it anew, in two minutes, on the vectors that the
encoder gives that ships: for when the rules or the gold have changed and the encoder stays. Torch must be installed.
"""

from __future__ import annotations

import json
import random
import sys
from base64 import b64decode
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from extractors.encoder.encoder import WIDTH
from training.shipping import arrays, with_sums

SEED = 3
SIZE = 192
FEWEST = 8
"""How often a feature must be seen."""
EPOCHS, BATCH = 6, 64
"""Of learning it anew; decisions."""
_RATE = 1e-3


@dataclass
class Decision:
    """One event: places and features by number, of each time and at last of none."""

    event: int
    times: list[int]
    features: list[list[int]]
    right: list[bool]


@dataclass
class TimeWindow:
    """The pieces of a part of an article, and what there is to decide in it."""

    pieces: list[int]
    shapes: list[int]
    decisions: list[Decision]


class Features:
    """The names of the features that are seen often enough."""

    def __init__(self, rows: Sequence[dict[str, Any]]) -> None:
        seen = Counter(
            name for row in rows for one in row["decisions"] for choice in one["features"] for name in choice
        )
        self.names = sorted(name for name, count in seen.items() if count >= FEWEST)
        self._numbers = {name: number for number, name in enumerate(self.names)}

    def of(self, choices: Sequence[Sequence[str]]) -> list[list[int]]:
        """Those of each choice by number."""
        return [[self._numbers[name] for name in choice if name in self._numbers] for choice in choices]


def rows_of(path: Path) -> list[dict[str, Any]]:
    """What `training.likely_times` wrote."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def time_windows(rows: Sequence[dict[str, Any]], features: Features) -> list[TimeWindow]:
    """What there is to decide where there is a right choice, by windows."""
    found = []
    for row in rows:
        for number, (pieces, shapes) in row["windows"].items():
            decisions = [
                Decision(one["event"], one["times"], features.of(one["features"]), one["right"])
                for one in row["decisions"]
                if one["window"] == int(number) and any(one["right"])
            ]
            if decisions:
                found.append(TimeWindow(pieces, shapes, decisions))
    return found


class TimeHeads(nn.Module):
    """Scores of the times of events."""

    def __init__(self, width: int, features: int) -> None:
        super().__init__()
        self.event, self.time = nn.Linear(width, SIZE), nn.Linear(width, SIZE)
        self.none = nn.Parameter(torch.randn(SIZE) * 0.02)
        self.features = nn.EmbeddingBag(features, SIZE, mode="sum")
        self.weights = nn.EmbeddingBag(features, 1, mode="sum")
        nn.init.normal_(self.features.weight, std=0.02)
        nn.init.zeros_(self.weights.weight)
        self.hidden, self.out = nn.Linear(3 * SIZE, SIZE), nn.Linear(SIZE, 1, bias=False)
        self.dropout = nn.Dropout(0.2)

    def losses(self, vectors: Tensor, batch: Sequence[TimeWindow]) -> Tensor:
        """How unlikely what is right is held to be, on average; a row of vectors for each window."""
        of = [(row, one) for row, window in enumerate(batch) for one in window.decisions]
        choices = [
            (n, row, one.event, place, names)
            for n, (row, one) in enumerate(of)
            for place, names in zip([*one.times, -1], one.features, strict=True)
        ]
        decision, row, event, place = (torch.tensor(column) for column in list(zip(*choices, strict=True))[:4])
        names = [names for *_, names in choices]
        flat = torch.tensor([name for one in names for name in one])
        offsets = torch.tensor(np.cumsum([0, *(len(one) for one in names[:-1])]))
        vectors = self.dropout(vectors)
        of_event = self.event(vectors[row, event])
        of_time = torch.where((place < 0)[:, None], self.none, self.time(vectors[row, place.clamp(min=0)]))
        hidden = self.hidden(torch.cat([of_event, of_time, of_event * of_time], -1)) + self.features(flat, offsets)
        bent = self.dropout(functional.gelu(hidden, approximate="tanh"))
        scores = self.out(bent).squeeze(-1).float() + self.weights(flat, offsets).squeeze(-1)
        right = torch.tensor([value for _, one in of for value in one.right])
        return (_sums(scores, decision, len(of)) - _sums(scores.masked_fill(~right, -1e4), decision, len(of))).mean()


def _sums(scores: Tensor, decision: Tensor, count: int) -> Tensor:
    """By decision the logarithm of the sum of the powers of its scores."""
    most = torch.full((count,), -1e4).scatter_reduce(0, decision, scores, "amax")
    powers = (scores - most[decision]).exp()
    return most + torch.zeros(count).scatter_add(0, decision, powers).clamp_min(1e-20).log()


def export(heads: TimeHeads, features: Sequence[str], target: Path) -> None:
    """Write what `TimeNetwork` reads."""
    found = arrays(heads)
    named = {name.removesuffix(".weight").replace(".bias", "_bias"): value for name, value in found.items()}
    named["out"], named["weights"] = named["out"][0], named["weights"][:, 0]
    np.savez_compressed(target / "network.npz", allow_pickle=False, **named)
    (target / "features.txt").write_text("\n".join(features) + "\n", encoding="utf-8")
    with_sums(target)


def main(decisions: Path, target: Path) -> None:
    """Learn it anew."""
    torch.manual_seed(SEED)
    torch.set_num_threads(1)
    rows = rows_of(decisions)
    features = Features(rows)
    read = [
        (torch.frombuffer(bytearray(b64decode(row["vectors"])), dtype=torch.float16).reshape(-1, WIDTH).float(), one)
        for row in rows
        for one in row["decisions"]
        if any(one["right"])
    ]
    found = []
    for vectors, one in read:
        event, *times = one["rows"]
        window = TimeWindow(
            [], [], [Decision(0, list(range(1, len(times) + 1)), features.of(one["features"]), one["right"])]
        )
        found.append((vectors[[event, *times]], window))
    heads = TimeHeads(WIDTH, len(features.names))
    rng, steps = random.Random(SEED), EPOCHS * -(-len(found) // BATCH)
    optimizer = torch.optim.AdamW(heads.parameters(), lr=_RATE, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: max(0.0, 1 - step / steps))
    print(f"{len(found)} decisions, {len(features.names)} features", flush=True)
    for epoch in range(EPOCHS):
        losses = []
        order = rng.sample(range(len(found)), len(found))
        for at in range(0, len(order), BATCH):
            batch = [found[number] for number in order[at : at + BATCH]]
            vectors = nn.utils.rnn.pad_sequence([one for one, _ in batch], batch_first=True)
            value = heads.losses(vectors, [window for _, window in batch])
            value.backward()
            optimizer.step()
            schedule.step()
            optimizer.zero_grad()
            losses.append(value.item())
        print(f"{epoch + 1} of {EPOCHS}: {sum(losses) / len(losses):.3f}", flush=True)
    heads.eval()
    export(heads, features.names, target)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
