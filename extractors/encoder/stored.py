"""What a network that was learned keeps in its folder of `data`: weights, and lists of what their rows stand for."""

from io import BytesIO

import numpy as np

from extractors.encoder.encoder import Vectors
from extractors.encoder.intact import intact


def stored_weights(name: str) -> dict[str, Vectors]:
    """The arrays of the network of a folder, by name."""
    with np.load(BytesIO((intact(name) / "network.npz").read_bytes())) as stored:
        return {array: stored[array].astype(np.float32) for array in stored.files}


def stored_lines(name: str, file: str) -> list[str]:
    """The lines of a list of that folder."""
    return (intact(name) / file).read_text(encoding="utf-8").splitlines()
