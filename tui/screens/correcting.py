"""What the timeline's screens do to the row under the cursor and to marked rows: edit, mark, join, split."""

from abc import abstractmethod
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from timeline.collection import Timeline
from timeline.counts import counted
from timeline.edits import YES, EditKind
from timeline.quoting import quoted
from tui.changes import Change
from tui.screens.browse import BrowseScreen
from tui.screens.dialog import Dialog, Result
from tui.widgets.status_line import Report

if TYPE_CHECKING:
    from tui.screens.edit import EditDialog


class Joining(NamedTuple):
    """What is marked, to become one."""

    kind: EditKind
    noun: str
    ids: Sequence[str]
    names: Sequence[str]
    says: str
    """What becomes of those that don't lead."""


class CorrectingScreen(BrowseScreen):
    """A browse screen whose rows can be edited, joined and split."""

    FOR_MARKED: ClassVar[str] = "m joins them"
    """What can be done to marked rows."""

    @abstractmethod
    def editing(self) -> "EditDialog | None":
        """The dialog for the row under the cursor."""

    @abstractmethod
    def joining(self) -> Joining:
        """The marked rows."""

    @abstractmethod
    def splitting(self) -> Sequence[tuple[str, Change]]:
        """What parts the row under the cursor into what was joined in it, by target."""

    def action_edit(self) -> None:
        """Correct the facts of the row."""
        dialog, target = self.editing(), self.row_target
        if dialog is None:
            return

        def keep(changes: tuple[Change, ...] | None) -> None:
            if changes:
                self.host.change(lambda: self.session.edit_all([(target, change) for change in changes]))

        self.ask(dialog, keep)

    def ask(self, dialog: "Dialog[Result]", then: Callable[[Result | None], None]) -> None:
        """Ask for a correction of the row under the cursor; where other rows are marked, that is said."""
        marked = self.rows.marked
        if marked and marked != [self.rows.row]:
            dialog.remark = f"for this row alone, and not for what is marked ({counted(len(marked), 'row')})"
        self.app.push_screen(dialog, then)

    @property
    @abstractmethod
    def row_target(self) -> str:
        """The id of what the row under the cursor is about; empty for none."""

    def action_mark(self) -> None:
        """Mark the row, or unmark it; the cursor stays on it."""
        if self.rows.row is None:
            return
        if self.rows.marks_go_along:
            self.action_mark_range()
            return
        name = quoted(self.timeline.name_of(self.row_target))
        self._tell_marked(name if self.rows.toggle_mark() else f"{name} no longer")

    def action_mark_range(self) -> None:
        """Mark all rows from the one that was marked last to this one, or from here as far as the cursor goes."""
        self.rows.mark_range()
        if self.rows.marks_go_along:
            self.host.tell(Report("marking as far as the cursor goes", hint=f"{self.FOR_MARKED} · v ends"))
        else:
            self._tell_marked()

    def action_unmark(self) -> None:
        """Leave nothing marked."""
        self.rows.unmark_all()
        self._tell_marked()

    def _tell_marked(self, last: str = "") -> None:
        """How many are marked, and which row was marked, or unmarked, just now."""
        count = len(self.rows.marked)
        first = "m joins it with what you mark next" if count else ""
        hint = f"{self.FOR_MARKED} · esc unmarks" if count > 1 else first
        told = f"{count:,} marked: {last}" if last else f"{count:,} marked"
        self.host.tell(Report(told if count else "nothing marked", hint=hint))

    def action_join(self) -> None:
        """Join the marked rows into one."""
        from tui.screens.one_of import OneOfDialog  # noqa: PLC0415

        wanted = self.joining()
        if len(wanted.ids) < 2:
            self.host.tell(Report(f"mark two or more {wanted.noun} with space first"))
            return

        def join(lead: int | None) -> None:
            if lead is not None:
                others = [id_ for at, id_ in enumerate(wanted.ids) if at != lead]
                changes = [(id_, Change(wanted.kind, wanted.ids[lead])) for id_ in others]
                self.rows.unmark_all()
                self.host.change(lambda: self.session.edit_all(changes))
                self.select(wanted.ids[lead])

        title = f"Join {len(wanted.ids)} {wanted.noun}"
        self.app.push_screen(OneOfDialog(title, "join", wanted.names, wanted.says), join)

    def action_split(self) -> None:
        """Part what was joined."""
        wanted = self.splitting()
        if wanted:
            self.host.change(lambda: self.session.edit_all(wanted))
        elif self.rows.row is not None:
            self.host.tell(Report("nothing is joined in this row"))


def parts(timeline: Timeline, event: str) -> list[tuple[str, Change]]:
    """What parts the events of a line: those that a person joined, else the mentions that were joined on reading."""
    members = timeline.members_of(event)
    if members:
        return [(member, Change(EditKind.JOIN, "")) for member in members]
    return [(mention, Change(EditKind.SPLIT, YES)) for mention in timeline.mentions_of(event)]
