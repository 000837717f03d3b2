"""Corrections of two people that say different things of the same, neither of whom knew of the other's."""

from collections.abc import Iterable, Mapping

import msgspec

from timeline.edits import PROGRAM, Edit, EditKind, followed
from timeline.logs.identity import Register, edit_id, register_of


class Conflict(msgspec.Struct, frozen=True):
    """Edits that hold, of one kind on one target, of which none replaces another; settled by a later one."""

    edits: tuple[Edit, ...]
    """In their order: until it is settled, what the last one says is in force."""

    @property
    def target(self) -> str:
        """What they are about."""
        return self.edits[0].target

    @property
    def kind(self) -> EditKind:
        """What they set."""
        return self.edits[0].kind


def conflicts(log: Iterable[Edit]) -> list[Conflict]:
    """What people disagree about in a log."""
    registers: dict[Register, list[Edit]] = {}
    for edit in log:
        if edit.kind is not EditKind.MERGE and edit.author != PROGRAM:
            registers.setdefault(register_of(edit), []).append(edit)
    found: list[Conflict] = []
    for edits in registers.values():
        if len({edit.value for edit in edits if not edit.undone}) > 1:
            last = _last(edits)
            if len({edit.value for edit in last}) > 1:
                found.append(Conflict(tuple(last)))
    return found


def conflicts_on(log: Iterable[Edit], to: Mapping[str, str]) -> dict[str, tuple[Conflict, ...]]:
    """By target, as what it was read again, what people disagree about in a log."""
    found: dict[str, tuple[Conflict, ...]] = {}
    for conflict in conflicts(log):
        target = followed(to, conflict.target)
        found[target] = (*found.get(target, ()), conflict)
    return found


def _last(edits: list[Edit]) -> list[Edit]:
    """Those that hold and are replaced by none that holds, at once or through others that were taken back."""
    by_id = {edit_id(edit): edit for edit in edits}
    replaced: set[str] = set()
    for edit in edits:
        if not edit.undone:
            replaced |= _before(edit, by_id)
    return [edit for name, edit in by_id.items() if not edit.undone and name not in replaced]


def _before(edit: Edit, by_id: Mapping[str, Edit]) -> set[str]:
    names: set[str] = set()
    left = list(edit.replaces or ())
    while left:
        name = left.pop()
        if name in by_id and name not in names:
            names.add(name)
            left += by_id[name].replaces or ()
    return names
