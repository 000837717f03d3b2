"""What is laid on the transformer to weigh events, as `EventNetwork` reads it; and what it is taught."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from extractors.events.likely_status import STATUSES
from training.event_rows import Asked
from training.feature_names import FeatureNames
from training.shipping import arrays, with_sums

SIZE = 128
MUST = 2.0
"""What a line that must be there counts, beside one that may be."""


@dataclass
class Question:
    """A word of a window, and what is known of it."""

    asked: Asked
    features: list[int]


class EventHeads(nn.Module):
    """The scores of some answers."""

    def __init__(self, width: int, features: int, answers: int) -> None:
        super().__init__()
        self.words, self.features = nn.Linear(2 * width, SIZE), nn.EmbeddingBag(features, SIZE, mode="sum")
        self.out, self.weights = nn.Linear(SIZE, answers), nn.EmbeddingBag(features, answers, mode="sum")
        nn.init.normal_(self.features.weight, std=0.02)
        nn.init.zeros_(self.weights.weight)
        self.dropout = nn.Dropout(0.25)

    def forward(self, vectors: Tensor, batch: Sequence[Sequence[Question]]) -> Tensor:
        """A row for each question; `vectors` has a row for each window, in which place 0 says nothing."""
        of = [(row, one) for row, window in enumerate(batch) for one in window]
        rows = torch.tensor([row for row, _ in of])
        both = [vectors[rows, torch.tensor(column)] for column in _places(of)]
        flat = torch.tensor([name for _, one in of for name in one.features], dtype=torch.long)
        offsets = torch.tensor(np.cumsum([0, *(len(one.features) for _, one in of[:-1])]))
        hidden = self.words(self.dropout(torch.cat(both, -1))) + self.features(flat, offsets)
        scores: Tensor = self.out(self.dropout(functional.gelu(hidden, approximate="tanh")))
        return scores + self.weights(flat, offsets)


def _places(of: Sequence[tuple[int, Question]]) -> tuple[list[int], list[int]]:
    return [one.asked.word for _, one in of], [one.asked.beside for _, one in of]


def lines_lost(scores: Tensor, asked: Sequence[Asked]) -> Tensor:
    """How unlikely it is held to be that each is a line, or is none, as it is."""
    is_line = torch.tensor([float(one.is_line) for one in asked])
    worth = torch.tensor([MUST if one.must else 1.0 for one in asked])
    return functional.binary_cross_entropy_with_logits(scores, is_line, worth)


def statuses_lost(scores: Tensor, asked: Sequence[Asked]) -> Tensor:
    """How unlikely the right statuses of events that are lines are held to be."""
    right = torch.tensor([[status.value in one.statuses for status in STATUSES] for one in asked])
    chances = torch.log_softmax(scores, -1)
    return -torch.logsumexp(chances.masked_fill(~right, -1e4), -1).mean()


def export(heads: EventHeads, names: FeatureNames, target: Path) -> None:
    """Write what `EventNetwork` reads."""
    found = arrays(heads)
    target.mkdir(exist_ok=True)
    np.savez_compressed(
        target / "network.npz",
        allow_pickle=False,
        words=found["words.weight"],
        words_bias=found["words.bias"],
        features=found["features.weight"],
        weights=found["weights.weight"],
        out=found["out.weight"],
        bias=found["out.bias"],
    )
    (target / "features.txt").write_text("\n".join(names.all) + "\n", encoding="utf-8")
    with_sums(target)
