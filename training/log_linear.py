"""Weights of named features by which what is right is likeliest: `extractors/log_linear.py` decides by them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

STEPS = 200
RATE = 0.1
PENALTY = 10.0
"""Of large weights: the higher, the closer to nought are those of what was seldom seen."""

Choice = Sequence[str]
"""What speaks for a choice, by name."""


class LogLinear:
    """Decisions, each between some choices, from which weights are learned by plain gradient descent."""

    def __init__(self, decisions: Sequence[Sequence[Choice]], right: Sequence[Sequence[bool]], fewest: int) -> None:
        """Take what there is to learn from.

        Args:
            decisions: the choices of each.
            right: for each choice whether it is right; several of one decision may be.
            fewest: how often a feature must be seen.
        """
        self._right = right
        seen = Counter(name for choices in decisions for choice in choices for name in choice)
        self.names = sorted(name for name, count in seen.items() if count >= fewest)
        places = {name: place for place, name in enumerate(self.names)}
        self._columns = [
            [[places[name] for name in choice if name in places] for choice in choices] for choices in decisions
        ]

    def fit(self, chosen: Sequence[int], worth: Sequence[float], penalty: float = PENALTY) -> dict[str, float]:
        """The weights that make what is right in some of the decisions likeliest.

        Args:
            chosen: which ones to learn from.
            worth: how much each of these counts.
            penalty: of large weights.
        """
        flat = [(n, column, right) for n, at in enumerate(chosen) for column, right in self._pairs(at)]
        group = np.array([n for n, _, _ in flat], dtype=np.intp)
        right = np.array([is_right for _, _, is_right in flat])
        rows = np.repeat(np.arange(len(flat)), [len(column) for _, column, _ in flat])
        columns = np.concatenate([np.array(column, dtype=int) for _, column, _ in flat])
        worths = np.array(worth)[group]
        weights, mean, spread = (np.zeros(len(self.names)) for _ in range(3))
        for step in range(1, STEPS + 1):
            sums = np.bincount(rows, weights=weights[columns], minlength=len(flat))
            chance = _shares(sums, group)
            wanted = _shares(np.where(right, sums, -np.inf), group)
            off = (chance - wanted) * worths
            slope = np.bincount(columns, weights=off[rows], minlength=len(weights)) + penalty * weights
            mean, spread = 0.9 * mean + 0.1 * slope, 0.999 * spread + 0.001 * slope**2
            size = np.sqrt(spread / (1 - 0.999**step)) + 1e-8
            weights -= RATE * (1 - step / STEPS) * mean / (1 - 0.9**step) / size
        return dict(zip(self.names, weights.tolist(), strict=True))

    def _pairs(self, at: int) -> Iterator[tuple[list[int], bool]]:
        return zip(self._columns[at], self._right[at], strict=True)


def _shares(sums: NDArray[Any], group: NDArray[np.intp]) -> NDArray[np.float64]:
    """What share of its group each has, as powers of its sum."""
    most = np.full(group[-1] + 1, -np.inf)
    np.maximum.at(most, group, sums)
    powers = np.exp(sums - most[group])
    shares: NDArray[np.float64] = powers / np.bincount(group, weights=powers)[group]
    return shares
