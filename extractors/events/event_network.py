"""What is likely of an event: small networks over the vectors of two words, and named features.

Learned by `training.events`, together with the upper layers of the encoder that give these vectors. Each answer has a
score, of the vectors of an event's word and of one beside it, to which each feature adds.
"""

from collections.abc import Sequence
from functools import cache

import numpy as np

from extractors.encoder.bends import gelu
from extractors.encoder.encoder import Vectors
from extractors.encoder.stored import stored_lines, stored_weights


class EventNetwork:
    """The weights of one question."""

    def __init__(self, arrays: dict[str, Vectors], features: Sequence[str]) -> None:
        self._arrays = arrays
        self._rows = {name: row for row, name in enumerate(features)}

    def scores(self, words: Vectors, beside: Vectors, features: Sequence[Sequence[str]]) -> Vectors:
        """A row for each event: the logarithms of the odds, or up to a sum of the chances, of each answer.

        Args:
            words: a row for each event.
            beside: a row for a word beside each, zeros for one that has none.
            features: of each.
        """
        array = self._arrays
        rows = [[self._rows[name] for name in names if name in self._rows] for names in features]
        hidden = np.hstack([words, beside]).astype(np.float32) @ array["words"].T + array["words_bias"]
        hidden += np.array([array["features"][one].sum(axis=0) for one in rows])
        told = np.array([array["weights"][one].sum(axis=0) for one in rows])
        scores: Vectors = gelu(hidden) @ array["out"].T + array["bias"] + told
        return scores

    def chances(self, words: Vectors, beside: Vectors, features: Sequence[Sequence[str]]) -> Vectors:
        """How likely it is of each event, where there is one answer, yes or no."""
        scores = self.scores(words, beside, features)[:, 0]
        return np.asarray(1 / (1 + np.exp(-scores)), dtype=np.float32)


@cache
def event_network(name: str) -> EventNetwork:
    """That of a folder of `data`."""
    return EventNetwork(stored_weights(name), stored_lines(name, "features.txt"))
