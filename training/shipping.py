"""Weights as they ship: half of the bits, and sums of the files by which a damaged one is known."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import numpy as np
import numpy.typing as npt
from torch import nn

from extractors.encoder.intact import SUMS


def arrays(module: nn.Module) -> dict[str, npt.NDArray[np.float16]]:
    """The weights of a module, by name."""
    return {name: value.detach().numpy().astype(np.float16) for name, value in module.state_dict().items()}


def with_sums(folder: Path) -> None:
    """Write the sums of what lies in a folder."""
    made = sorted(path for path in folder.iterdir() if path.name not in (SUMS, "README.md"))
    sums = (f"{sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in made)
    (folder / SUMS).write_text("".join(sums), encoding="utf-8")
