"""How much computing and memory an article may take before it is given up."""

import re
from collections.abc import Mapping
from types import MappingProxyType

import msgspec

_MINUTE, _HOUR = 60.0, 3600.0
_MEGABYTE, _GIGABYTE = 10**6, 10**9

LEAST_SECONDS = 60.0
"""A short article takes less than one: the rest is patience with a slow machine."""
SECONDS_A_BYTE = 1 / 5_000
"""Ordinary text is read at some 30 kB a second; a machine six times slower is still waited for."""
OTHER_MODEL = 10
"""So much longer may other language pipelines take: a transformer does."""
LEAST_MEMORY = 1_500_000_000
"""Bytes: an ordinary article takes one or two megabytes, and a hostile one is ended before it hurts the machine."""
MEMORY_A_BYTE = 500
"""Ordinary text takes some 300 bytes for each of its own, beside the pipeline and what 100 kB take at once."""

_UNITS: Mapping[str, float] = MappingProxyType(
    {"s": 1, "min": _MINUTE, "h": _HOUR, "MB": _MEGABYTE, "GB": _GIGABYTE},
)
_BY_FOLDED_NAME = {unit.lower(): unit for unit in _UNITS}
_AMOUNT = re.compile(r"(\d{1,6}(?:\.\d{1,6})?)([a-z]+)", re.IGNORECASE)


class Bounds(msgspec.Struct, frozen=True):
    """What one article may take."""

    seconds: float
    """Of computing, so that a busy machine refuses nothing."""
    memory: float
    """Bytes beyond those that the process has when it begins with the article."""


class Limit(msgspec.Struct, frozen=True):
    """What a person lets each article take; what is None goes by the length of the article."""

    seconds: float | None = None
    memory: float | None = None

    def bounds(self, length: int, *, other_model: bool = False) -> Bounds:
        """The bounds of an article of `length` bytes."""
        slower = OTHER_MODEL if other_model else 1
        return Bounds(
            self.seconds if self.seconds is not None else (LEAST_SECONDS + length * SECONDS_A_BYTE) * slower,
            self.memory if self.memory is not None else LEAST_MEMORY + length * MEMORY_A_BYTE,
        )


def read_limit(typed: str) -> Limit:
    """What a person types: `60s`, `2GB`, or both, such as `5min,2GB`.

    Raises:
        ValueError: It is no limit; the message says how one looks.
    """
    seconds = memory = None
    for part in re.split(r"[,\s]+", re.sub(r"(?<=\d)\s+(?=[a-zA-Z])", "", typed.strip())):
        found = _AMOUNT.fullmatch(part)
        unit = _BY_FOLDED_NAME.get(found[2].lower()) if found else None
        if found is None or unit is None or not float(found[1]):
            raise ValueError(f"“{part}” is no limit; one looks like 60s, 5min, 2GB, or 5min,2GB")
        amount = float(found[1]) * _UNITS[unit]
        if unit.endswith("B"):
            memory = amount
        else:
            seconds = amount
    return Limit(seconds, memory)


def told_seconds(seconds: float) -> str:
    """`60 s`, `5 min`, `2 h`."""
    for unit, size in (("h", _HOUR), ("min", _MINUTE)):
        if seconds >= 2 * size:
            return f"{seconds / size:.3g} {unit}"
    return f"{seconds:.0f} s" if seconds >= 10 else f"{seconds:.2g} s"


def told_memory(memory: float) -> str:
    """`300 MB`, `1.5 GB`."""
    return f"{memory / _GIGABYTE:.3g} GB" if memory >= _GIGABYTE else f"{memory / _MEGABYTE:.3g} MB"
