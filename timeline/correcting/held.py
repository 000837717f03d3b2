"""The edits that hold, found by target and by kind, however many there are."""

from collections.abc import Collection, Iterable, Mapping
from typing import Self

from timeline.edits import UNCORRECTED, Corrections, EditKind


class Held:
    """By target, the edits that hold. Immutable; one with other edits on few targets is made in little time."""

    def __init__(self, by_target: Mapping[str, Corrections]) -> None:
        """Of all targets."""
        self._by_target = dict(by_target)
        self._of_kind: dict[EditKind, frozenset[str]] = {}
        targets: dict[EditKind, set[str]] = {}
        for target, edits in self._by_target.items():
            for kind in edits.kinds:
                targets.setdefault(kind, set()).add(target)
        self._of_kind = {kind: frozenset(found) for kind, found in targets.items()}

    @property
    def targets(self) -> Collection[str]:
        """All that there are edits on."""
        return self._by_target.keys()

    def on(self, target: str) -> Corrections:
        """Those on a target."""
        return self._by_target.get(target, UNCORRECTED)

    def has(self, kinds: Iterable[EditKind]) -> bool:
        """Whether there is an edit of one of these kinds."""
        return any(self._of_kind.get(kind) for kind in kinds)

    def of(self, *kinds: EditKind) -> dict[str, Corrections]:
        """The targets that have edits of one of these kinds, in order, each with all its edits."""
        targets = frozenset[str]().union(*(self._of_kind.get(kind, ()) for kind in kinds))
        return {target: self._by_target[target] for target in sorted(targets)}

    def with_others(self, changes: Mapping[str, Corrections]) -> Self:
        """The same but for what is held on these targets."""
        new = type(self)({})
        new._by_target = {**self._by_target, **changes}
        new._of_kind = dict(self._of_kind)
        for target, edits in changes.items():
            for kind in {*self.on(target).kinds, *edits.kinds}:
                others = new._of_kind.get(kind, frozenset()) - {target}
                new._of_kind[kind] = others | {target} if kind in edits.kinds else others
        return new
