"""How likely clauses tell of something: a small network over what the encoder says of them, and named features.

Learned by `training.overlooked`. The score of a clause is of the vectors of its verb and its subject, to which each
feature adds.
"""

from collections.abc import Sequence
from functools import cache

import numpy as np

from extractors.encoder.bends import gelu
from extractors.encoder.encoder import Vectors
from extractors.encoder.stored import stored_lines, stored_weights

CLAUSES = "overlooked"
"""The folder of `data`."""


class ClauseNetwork:
    """The network's weights."""

    def __init__(self, arrays: dict[str, Vectors], features: Sequence[str]) -> None:
        self._arrays = arrays
        self._rows = {name: row for row, name in enumerate(features)}

    def chances(self, verbs: Vectors, subjects: Vectors, features: Sequence[Sequence[str]]) -> Vectors:
        """How likely each clause tells of something.

        Args:
            verbs: a row for each clause.
            subjects: theirs, zeros for a clause that has none.
            features: of each.
        """
        array = self._arrays
        rows = [[self._rows[name] for name in names if name in self._rows] for names in features]
        hidden = np.hstack([verbs, subjects]).astype(np.float32) @ array["words"].T + array["words_bias"]
        hidden += np.array([array["features"][one].sum(axis=0) for one in rows])
        scores = gelu(hidden) @ array["out"] + np.array([array["weights"][one].sum() for one in rows])
        chances: Vectors = 1 / (1 + np.exp(-scores - array["bias"]))
        return chances


@cache
def clause_network() -> ClauseNetwork:
    """The one that ships."""
    return ClauseNetwork(stored_weights(CLAUSES), stored_lines(CLAUSES, "features.txt"))
