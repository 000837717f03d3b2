"""How likely each of some times is an event's: a small network over what the encoder says of both, and named features.

Learned by `training.events`. The score of a time is of the event's vector, the time's and their product, to
which each feature adds; *none* has a vector of its own.
"""

from collections.abc import Sequence
from functools import cache

import numpy as np
import numpy.typing as npt

from extractors.encoder.bends import gelu
from extractors.encoder.encoder import Vectors
from extractors.encoder.stored import stored_lines, stored_weights

TIMES = "story_times"
"""The folder of `data`."""


class TimeNetwork:
    """The network's weights."""

    def __init__(self, arrays: dict[str, npt.NDArray[np.float32]], features: Sequence[str]) -> None:
        self._arrays = arrays
        self._rows = {name: row for row, name in enumerate(features)}

    def chances(self, event: Vectors, times: Vectors, features: Sequence[Sequence[str]]) -> list[float]:
        """How likely each time is, and at last none; they add up to one.

        Args:
            event: its vector.
            times: a row for each time.
            features: of each time, and of none.
        """
        array = self._arrays
        of_event = event.astype(np.float32) @ array["event"].T + array["event_bias"]
        of_times = np.vstack([times.astype(np.float32) @ array["time"].T + array["time_bias"], array["none"][None]])
        both = np.hstack([np.broadcast_to(of_event, of_times.shape), of_times, of_event * of_times])
        hidden = both @ array["hidden"].T + array["hidden_bias"]
        rows = [[self._rows[name] for name in names if name in self._rows] for names in features]
        hidden += np.array([array["features"][one].sum(axis=0) for one in rows])
        scores = gelu(hidden) @ array["out"] + np.array([array["weights"][one].sum() for one in rows])
        powers = np.exp(scores - scores.max())
        chances: list[float] = (powers / powers.sum()).tolist()
        return chances


@cache
def time_network() -> TimeNetwork:
    """The one that ships."""
    return TimeNetwork(stored_weights(TIMES), stored_lines(TIMES, "features.txt"))
