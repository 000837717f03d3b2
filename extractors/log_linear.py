"""Log-linear models: features by name, each with a weight, and the chance of a choice, which grows with their sum.

Which weights there are is learned (`training`) and kept as plain tables beside the lexicons, so that every decision can
be read back to what spoke for it.
"""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from importlib.resources import files
from math import exp

import msgspec


class Weights(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What was learned of one kind of decision."""

    sure: float
    """The chance from which on a choice is made, or is sure."""
    features: Mapping[str, float]


def learned(name: str) -> Mapping[str, Weights]:
    """The weights of a file of `data`, by kind of decision."""
    rows = tomllib.loads((files("dateline_data") / name).read_text(encoding="utf-8"))
    return msgspec.convert(rows, dict[str, Weights])


def chances_of(weights: Mapping[str, float], choices: Sequence[Sequence[str]]) -> list[float]:
    """How likely each choice is, by its features; they add up to one."""
    sums = [_sum(weights, choice) for choice in choices]
    most = max(sums)
    powers = [exp(one - most) for one in sums]
    whole = sum(powers)
    return [power / whole for power in powers]


def _sum(weights: Mapping[str, float], features: Iterable[str]) -> float:
    return sum(weights.get(feature, 0.0) for feature in features)
