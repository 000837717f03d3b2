"""What is laid on the transformer to choose the time of an event, as `TimeNetwork` reads it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from training.event_rows import Row
from training.feature_names import FeatureNames
from training.shipping import arrays, with_sums

SIZE = 192


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


def decisions_of(row: Row, window: int, features: FeatureNames) -> list[Decision]:
    """What there is to decide in a window where there is a right choice."""
    return [
        Decision(one.event, list(one.times), [features.of(names) for names in one.features], list(one.right))
        for one in row.decisions
        if one.window == window and any(one.right)
    ]


def time_windows(rows: Iterable[Row], features: FeatureNames) -> Iterator[TimeWindow]:
    """The windows in which there is something to decide."""
    for row in rows:
        for number, (pieces, shapes) in row.windows.items():
            if decisions := decisions_of(row, int(number), features):
                yield TimeWindow(list(pieces), list(shapes), decisions)


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
        scores = self.scores(vectors, of)
        decision = torch.tensor([number for number, (_, one) in enumerate(of) for _ in one.right])
        right = torch.tensor([value for _, one in of for value in one.right])
        return (_sums(scores, decision, len(of)) - _sums(scores.masked_fill(~right, -1e4), decision, len(of))).mean()

    def scores(self, vectors: Tensor, of: Sequence[tuple[int, Decision]]) -> Tensor:
        """That of each time of each decision, and at last of none, one behind the other; each with its row."""
        choices = [
            (row, one.event, place, names)
            for row, one in of
            for place, names in zip([*one.times, -1], one.features, strict=True)
        ]
        row, event, place = (torch.tensor(column) for column in list(zip(*choices, strict=True))[:3])
        names = [names for *_, names in choices]
        flat = torch.tensor([name for one in names for name in one])
        offsets = torch.tensor(np.cumsum([0, *(len(one) for one in names[:-1])]))
        vectors = self.dropout(vectors)
        of_event = self.event(vectors[row, event])
        of_time = torch.where((place < 0)[:, None], self.none, self.time(vectors[row, place.clamp(min=0)]))
        hidden = self.hidden(torch.cat([of_event, of_time, of_event * of_time], -1)) + self.features(flat, offsets)
        bent = self.dropout(functional.gelu(hidden, approximate="tanh"))
        scores: Tensor = self.out(bent).squeeze(-1).float() + self.weights(flat, offsets).squeeze(-1)
        return scores


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
