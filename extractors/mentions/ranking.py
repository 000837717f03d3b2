"""Choosing by learned weights: of what a mention may mean, how likely each is, and that none of them is meant.

A log-linear model: what speaks for or against a choice are features by name, each has a weight, and the chance of a
choice grows with the sum of its weights. `training/antecedents.py` learns them; `data/antecedents.toml` has them.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from extractors import log_linear
from extractors.log_linear import Weights, chances_of

_FAR_LIKELIER = 2.0
"""How much likelier than the likeliest it must be that none is meant, so that none is: a text may tell too little."""


class Likeliest(NamedTuple):
    """The likeliest of several that may be meant."""

    place: int
    """Which of them it is, counted from none."""
    chance: float
    sure: bool


@cache
def learned() -> Mapping[str, Weights]:
    """The weights by kind of mention."""
    return log_linear.learned("antecedents.toml")


class Ranker:
    """Finds the likeliest antecedent by what was learned."""

    def __init__(self, weights: Mapping[str, Weights] | None = None) -> None:
        self._weights = learned() if weights is None else weights

    def likeliest(
        self,
        kind: str,
        number: int,  # noqa: ARG002 - for those who watch
        candidates: Sequence[int],
        choices: Sequence[Sequence[str]],
    ) -> Likeliest | None:
        """The likeliest of the candidates of a mention, or None where it is far likelier that none is meant.

        Args:
            kind: of mention, which has weights of its own.
            number: the mention.
            candidates: the mentions that it may take up, the nearest first.
            choices: the features of each, and at last those that speak for none of them.
        """
        weights = self._weights[kind]
        chances = chances_of(weights.features, choices)
        best = max(range(len(candidates)), key=lambda place: (chances[place], -place))
        if chances[-1] > _FAR_LIKELIER * chances[best]:
            return None
        return Likeliest(best, chances[best], chances[best] >= weights.sure)
