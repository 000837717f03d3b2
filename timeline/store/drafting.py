"""Edits that are about to be made: in their order, each with what it replaces and with what follows from it."""

from collections.abc import Callable, Iterable

from msgspec.structs import replace

from timeline.collection import Timeline
from timeline.edit_values import checked_part, checked_value
from timeline.edits import CHANGED, PROGRAM, Edit, EditKind
from timeline.logs.log import Log
from timeline.model import Extraction
from timeline.store.adding import steps_of


class Draft:
    """Some that are made after those in a log; nothing of them is kept as long as they are here."""

    def __init__(self, log: Log, timeline: Callable[[], Timeline]) -> None:
        """`timeline` gives what is in force before them."""
        self.edits: list[Edit] = []
        self._log, self._timeline = log, timeline

    def correct(self, wanted: Iterable[tuple[EditKind, str, str, str]]) -> None:
        """Corrections of a person, each looked at as if the others were not made; of two of the same thing the later.

        Raises:
            KeyError: there is no such event, article, actor or source, or none that a value or part names.
            ValueError: a bad value or part for its kind.
        """
        set_by = {(kind, target, part): value for kind, target, value, part in wanted}
        for (kind, target, part), value in set_by.items():
            timeline = self._timeline()
            set_part, set_value = checked_part(kind, part), timeline.as_kept(kind, checked_value(kind, value))
            timeline.check_edit(kind, target, set_value, set_part)
            self._put(kind, target, set_value, set_part)

    def add(self, kept: Extraction | None, fresh: Extraction) -> None:
        """What comes with adding an article, in the place of what is kept of it."""
        for kind, target, value, author in steps_of(kept, fresh, self._log):
            self._put(kind, target, value, author=author)
        if kept is not None:
            self.doubt(kept, fresh)

    def doubt(self, kept: Extraction, fresh: Extraction) -> None:
        """Put lines back to review that are told otherwise after these edits, where `fresh` is read."""
        from timeline.store.doubting import doubted_by  # noqa: PLC0415 - not to look at a timeline

        made: list[Edit] = []
        for line, title in sorted(doubted_by(self.edits, kept, fresh, self._log).items()):
            after = made[-1] if made else self._last
            made.append(self._log.next(EditKind.REVIEW, line, CHANGED, before=title, after=after, author=PROGRAM))
        self.edits += [replace(edit, step=made[0].at) for edit in made] if len(made) > 1 else made

    def join(self) -> None:
        """One undo takes all of them back."""
        if len(self.edits) > 1:
            self.edits = [replace(edit, step=self.edits[0].at) for edit in self.edits]

    @property
    def _last(self) -> Edit | None:
        return self.edits[-1] if self.edits else None

    def _put(self, kind: EditKind, target: str, value: str, part: str = "", *, author: str | None = None) -> None:
        before = self._timeline().in_force(kind, target, part)
        self.edits.append(
            self._log.next(kind, target, value, part=part, before=before, after=self._last, author=author)
        )
