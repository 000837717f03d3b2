"""The edits that hold, found by target and by kind, however many there are."""

from collections.abc import Collection, Iterable, Mapping
from typing import Self

from timeline.edits import UNCORRECTED, Corrections, EditKind
from timeline.layered import Layered


class Held:
    """By target, the edits that hold. Immutable; one with other edits on few targets is made in little time."""

    def __init__(self, by_target: Mapping[str, Corrections]) -> None:
        """Of all targets."""
        self._by_target = Layered(dict(by_target))
        found: dict[EditKind, dict[str, Corrections]] = {}
        for target, edits in by_target.items():
            for kind in edits.kinds:
                found.setdefault(kind, {})[target] = edits
        self._of_kind = {kind: Layered(own) for kind, own in found.items()}
        self._beyond: tuple[Mapping[str, object], frozenset[str]] | None = None

    def __bool__(self) -> bool:
        return bool(self._by_target)

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
        targets = {target for kind in kinds for target in self._of_kind.get(kind, ())}
        return {target: self._by_target[target] for target in sorted(targets)}

    def beyond(self, known: Mapping[str, object]) -> frozenset[str]:
        """The targets that are not `known`; remembered as long as that is the same."""
        if self._beyond is None or self._beyond[0] is not known:
            self._beyond = known, frozenset(target for target in self._by_target if target not in known)
        return self._beyond[1]

    def with_others(self, changes: Mapping[str, Corrections]) -> Self:
        """The same but for what is held on these targets."""
        new = type(self)({})
        new._by_target = self._by_target.changed((), changes)
        new._of_kind = dict(self._of_kind)
        for target, edits in changes.items():
            for kind in {*self.on(target).kinds, *edits.kinds}:
                others = new._of_kind.get(kind, Layered({}))
                new._of_kind[kind] = others.changed([target], {target: edits} if kind in edits.kinds else {})
        if self._beyond is not None:
            known, before = self._beyond
            new._beyond = known, before.union(target for target in changes if target not in known)
        return new
