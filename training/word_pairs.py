"""A small network over the vectors of two words and named features, learned on the vectors as they ship.

It is what `EventNetwork` reads, with one answer: yes or no. The encoder stays as it is; `events.py` has those that are
learned together with its upper layers.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from extractors.encoder.encoder import WIDTH, Vectors
from training.feature_names import FeatureNames
from training.shipping import arrays, with_sums

FOLDS = 8
EPOCHS, BATCH, SIZE = 6, 64, 96
CHANCE = 3
"""By which weights begin and pairs are shuffled."""
_RATE = 1e-3


@dataclass(frozen=True)
class Pair:
    """Two words of an article."""

    article: str
    features: tuple[str, ...]
    vectors: Vectors
    """Of both, one behind the other."""
    answer: float
    """Yes or no, or how far."""


class Network(nn.Module):
    """The score of pairs, as `EventNetwork` has it."""

    def __init__(self, features: int) -> None:
        super().__init__()
        self.words, self.features = nn.Linear(2 * WIDTH, SIZE), nn.Linear(features, SIZE, bias=False)
        self.out, self.weights = nn.Linear(SIZE, 1), nn.Linear(features, 1, bias=False)
        self.dropout = nn.Dropout(0.3)

    def forward(self, words: Tensor, features: Tensor) -> Tensor:
        """Of pairs in rows."""
        hidden = functional.gelu(self.words(self.dropout(words)) + self.features(features), approximate="tanh")
        score: Tensor = self.out(self.dropout(hidden)) + self.weights(features)
        return score.squeeze(-1)


@dataclass(frozen=True)
class Table:
    """All pairs as the network takes them."""

    words: Tensor
    features: Tensor
    answers: Tensor

    @classmethod
    def of(cls, pairs: Sequence[Pair], names: FeatureNames) -> Table:
        """Those of these pairs."""
        features = torch.zeros(len(pairs), len(names.all))
        for number, one in enumerate(pairs):
            features[number, names.of(one.features)] = 1
        answers = torch.tensor([float(one.answer) for one in pairs])
        return cls(torch.tensor(np.array([one.vectors for one in pairs])), features, answers)


def learn(table: Table, chosen: Tensor) -> Network:
    """The network that answers for these pairs."""
    torch.manual_seed(CHANCE)
    network = Network(table.features.shape[1])
    optimizer = torch.optim.AdamW(network.parameters(), lr=_RATE, weight_decay=0.02)
    steps = EPOCHS * -(-len(chosen) // BATCH)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: max(0.0, 1 - step / steps))
    network.train()
    for _ in range(EPOCHS):
        for batch in chosen[torch.randperm(len(chosen))].split(BATCH):
            loss = functional.binary_cross_entropy_with_logits(
                network(table.words[batch], table.features[batch]), table.answers[batch]
            )
            loss.backward()
            optimizer.step()
            schedule.step()
            optimizer.zero_grad()
    network.eval()
    return network


def left_out(pairs: Sequence[Pair], table: Table) -> Tensor:
    """The chance of each pair by what the other articles teach."""
    fold = torch.tensor([zlib.crc32(one.article.encode()) % FOLDS for one in pairs])
    chances = torch.zeros(len(pairs))
    with torch.no_grad():
        for part in range(FOLDS):
            with torch.enable_grad():
                network = learn(table, torch.nonzero(fold != part).squeeze(-1))
            here = fold == part
            chances[here] = network(table.words[here], table.features[here]).sigmoid()
    return chances


def export(network: Network, names: Sequence[str], target: Path) -> None:
    """Write what `EventNetwork` reads."""
    found = arrays(network)
    np.savez_compressed(
        target / "network.npz",
        allow_pickle=False,
        words=found["words.weight"],
        words_bias=found["words.bias"],
        features=found["features.weight"].T,
        weights=found["weights.weight"].T,
        out=found["out.weight"],
        bias=found["out.bias"],
    )
    (target / "features.txt").write_text("\n".join(names) + "\n", encoding="utf-8")
    with_sums(target)
