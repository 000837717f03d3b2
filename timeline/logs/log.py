"""The log of corrections as it is kept: numbered, signed, each with what it replaced.

What is asked of it at each change is found by target, so that a change costs the same however many were made before.
"""

from collections.abc import Collection, Iterable, Mapping

from msgspec.structs import replace

from timeline.edits import (
    UNCORRECTED,
    Corrections,
    Edit,
    EditKind,
    carried,
    followed,
    holding,
    last_holding,
    last_step,
    step_redone,
)
from timeline.logs.identity import Register, heads, register_of, time_after, turns_of


class Log:
    """All edits in the order they were made, undone ones included."""

    def __init__(self, edits: Iterable[Edit], author: str = "") -> None:
        """That of these edits, in their order."""
        self._edits: dict[int, Edit] = {}
        self._on: dict[str, dict[int, Edit]] = {}
        self._registers: dict[Register, dict[int, Edit]] = {}
        self._to: Mapping[str, str] | None = None
        self.author = author
        """Who makes the next ones."""
        self.put(edits)

    @property
    def all(self) -> tuple[Edit, ...]:
        """In their order."""
        return tuple(self._edits.values())

    @property
    def last(self) -> Edit | None:
        """The one that was made last, undone or not."""
        return next(reversed(self._edits.values()), None)

    @property
    def to(self) -> Mapping[str, str]:
        """By target, as what it was read again: the target for which its edits hold now."""
        if self._to is None:
            self._to = carried(self._edits.values())
        return self._to

    def about(self, targets: Collection[str]) -> list[Edit]:
        """The edits on these targets, and on what is read as one of them now, in their order."""
        sources = {*targets, *(one for one in self.to if followed(self.to, one) in targets)}
        found = [self._on[one] for one in sources if one in self._on]
        if len(found) == 1:
            return list(found[0].values())
        return [edit for _, edit in sorted((number, edit) for own in found for number, edit in own.items())]

    def on(self, target: str) -> Corrections:
        """The edits on an event, article, actor or source that hold."""
        return holding(self.about([target]), self.to).get(target, UNCORRECTED)

    @property
    def held(self) -> Mapping[str, Corrections]:
        """By target, the edits that hold."""
        return holding(self._edits.values(), self.to)

    def last_holding(self) -> Edit | None:
        """The last edit that holds."""
        return last_holding(self._edits.values())

    def last_step(self) -> tuple[Edit, ...]:
        """The edits that an undo takes back: more than one where they were made together."""
        return last_step(self._edits.values())

    def step_redone(self) -> tuple[Edit, ...]:
        """The edits that a redo makes hold again."""
        return step_redone(self._edits.values())

    def next(
        self,
        kind: EditKind,
        target: str,
        value: str,
        *,
        part: str = "",
        before: str,
        after: Edit | None = None,
        author: str | None = None,
    ) -> Edit:
        """An edit that replaces what was in force `before`, and follows `after`, or those made so far."""
        made, holds = after or self.last, after or self.last_holding()
        edit = Edit(
            number=made.number + 1 if made else 1,
            kind=kind,
            target=target,
            part=part,
            value=value,
            at=time_after(made),
            author=self.author if author is None else author,
            before=before,
            after=holds.number if holds else 0,
        )
        of_register = self._registers.get(register_of(edit), {})
        return replace(edit, replaces=tuple(sorted(heads(of_register.values()))))

    def turned(self, edit: Edit) -> Edit:
        """An edit taken back, or made again if it was."""
        return replace(edit, undone=not edit.undone, turns=turns_of(edit) + 1)

    def put(self, edits: Iterable[Edit]) -> None:
        """These were made, undone or made again."""
        for edit in edits:
            self._edits[edit.number] = edit
            self._on.setdefault(edit.target, {})[edit.number] = edit
            self._registers.setdefault(register_of(edit), {})[edit.number] = edit
            if edit.kind is EditKind.ATTACH:
                self._to = None
