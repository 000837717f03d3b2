"""The bend between two layers of a small network."""

import numpy as np

from extractors.encoder.encoder import Vectors

_SLOPE = np.float32(np.sqrt(2 / np.pi))


def gelu(values: Vectors) -> Vectors:
    """That of Hendrycks and Gimpel 2016, by tanh."""
    bent: Vectors = 0.5 * values * (1 + np.tanh(_SLOPE * (values + np.float32(0.044715) * values**3)))
    return bent
