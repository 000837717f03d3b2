"""Named features by number: those that are seen often enough to learn from."""

from collections import Counter
from collections.abc import Iterable

FEWEST = 8
"""How often a feature must be seen."""


class FeatureNames:
    """The names, in the order of their numbers."""

    def __init__(self, seen: Iterable[Iterable[str]], fewest: int = FEWEST) -> None:
        """Count what is seen: the names of each thing that has some."""
        counts = Counter(name for names in seen for name in names)
        self.all = sorted(name for name, count in counts.items() if count >= fewest)
        self._numbers = {name: number for number, name in enumerate(self.all)}

    def of(self, names: Iterable[str]) -> list[int]:
        """The numbers of those names that have one."""
        return [self._numbers[name] for name in names if name in self._numbers]
