"""The log of corrections as the store keeps it: numbered, signed, each with what it replaced."""

from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from timeline.edits import UNCORRECTED, Corrections, Edit, EditKind, holding, last_holding
from timeline.logs.identity import Register, heads, register_of, time_after, turns_of


class Log:
    """All edits in the order they were made, undone ones included."""

    def __init__(self, edits: Iterable[Edit], author: str = "") -> None:
        """That of these edits, in their order."""
        self._edits = {edit.number: edit for edit in edits}
        self._held: Mapping[str, Corrections] | None = None
        self._registers: dict[Register, dict[int, Edit]] | None = None
        self.author = author
        """Who makes the next ones."""

    @property
    def all(self) -> tuple[Edit, ...]:
        """In their order."""
        return tuple(self._edits.values())

    def on(self, target: str) -> Corrections:
        """The edits on an event, article, actor or source that hold."""
        return self.held.get(target, UNCORRECTED)

    @property
    def held(self) -> Mapping[str, Corrections]:
        """By target, the edits that hold."""
        if self._held is None:
            self._held = holding(self._edits.values())
        return self._held

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
        last = after or last_holding(self.all)
        edit = Edit(
            number=(after.number if after else max(self._edits, default=0)) + 1,
            kind=kind,
            target=target,
            part=part,
            value=value,
            at=time_after((*self.all, after) if after else self.all),
            author=self.author if author is None else author,
            before=before,
            after=last.number if last else 0,
        )
        return replace(edit, replaces=tuple(sorted(heads(self._of_register(edit)))))

    def _of_register(self, edit: Edit) -> list[Edit]:
        if self._registers is None:
            self._registers = {}
            for each in self._edits.values():
                self._registers.setdefault(register_of(each), {})[each.number] = each
        return list(self._registers.get(register_of(edit), {}).values())

    def turned(self, edit: Edit) -> Edit:
        """An edit taken back, or made again if it was."""
        return replace(edit, undone=not edit.undone, turns=turns_of(edit) + 1)

    def put(self, edits: Iterable[Edit]) -> None:
        """These were made, undone or made again."""
        self._edits |= {edit.number: edit for edit in edits}
        self._held = self._registers = None
