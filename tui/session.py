"""The timeline file as the app uses it: opened for writing if it can be, changed, and left tidy."""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from secrets import token_hex
from typing import TYPE_CHECKING

from timeline.collection import Entry, Timeline
from timeline.edit_values import EventByHand, written_by_hand
from timeline.edits import YES, Edit, EditKind
from timeline.history import named
from timeline.model import Article, Extraction, content_id
from timeline.quoting import quoted
from timeline.store import Added, Store, StoreError
from timeline.store.ahead import Ahead
from timeline.store.files import journal_of
from timeline.store.identity import Identity
from timeline.store.locking import BusyError
from tui.author import author
from tui.changes import Change, reviewed
from tui.telling import leading, told_one_by_one, told_together

if TYPE_CHECKING:
    from timeline.store.whereabouts import Needed

_NOTHING = Timeline()


class Session:
    """A timeline, to be opened. Changes raise StoreError when they cannot be kept."""

    def __init__(self, path: Path, look_only: str = "", *, remembers: bool = False) -> None:
        """Of a timeline file.

        Args:
            path: the file.
            look_only: why it is not to be changed, if it is not.
            remembers: whether where the first lines of a long one stand is kept for the next time.
        """
        self.path = path
        self._look_only = look_only
        self._remembers = remembers
        self.read_only = "it is not open yet"
        """Why nothing can be changed; empty when it can."""
        self.changed = ""
        """Id of the event or article that was changed last, here; empty before."""
        self._opened: Store | None = None
        self._glimpsed: Timeline | None = None
        self._ahead: Ahead | None = None
        self._needed: Needed | None = None
        """What the first lines are made of, as long as that is known."""
        self._known_at: Identity | None = None
        """The file of which it is kept where that stands."""
        self._reads_later = False
        self._waits = False
        """Whether nothing can be changed just because another process writes."""

    def glimpse(self) -> bool:
        """Have the first lines of a long timeline to show until it is open; whether there are any."""
        from timeline.store.glimpse import glimpse, glimpse_there  # noqa: PLC0415 - few timelines are that long
        from tui.foremost import kept_whereabouts  # noqa: PLC0415

        path = self.path.resolve()
        if self._remembers and (where := kept_whereabouts(path)) is not None:
            found = glimpse_there(path, where)
            if found.timeline is not None:
                self._glimpsed, self._needed, self._known_at = found.timeline, found.needed, where.file
                return True
        self._glimpsed, self._needed, self._ahead = glimpse(path)
        return self._glimpsed is not None

    def open(self, *, unread: bool = False) -> None:
        """Open or create the file; one that another process is writing to is opened for reading only.

        The articles may be left `unread` until they are looked at; then `check` is to be called until all were.

        Raises:
            StoreError: it is no timeline, or is damaged.
        """
        ahead, self._ahead, self._reads_later = self._ahead, None, unread
        if self._look_only:
            self._opened, self.read_only = Store.open(self.path, read_only=True, unread=unread), self._look_only
            self._glimpsed = None
            return
        try:
            self._opened, self.read_only = Store.open(self.path, ahead=ahead, unread=unread), ""
            self._opened.sign(author())
        except StoreError as refused:
            if not self.path.exists():
                raise
            self._opened = Store.open(self.path, read_only=True, unread=unread)
            self._only_reads(refused)
        self._glimpsed = None

    def _only_reads(self, refused: StoreError) -> None:
        self.read_only = str(refused).replace(f"{self.path.resolve()} ", "it ", 1)  # the app says of which file
        self._waits = isinstance(refused, BusyError)

    def take_over(self) -> bool:
        """Open it for writing if another process did that before and has ended; whether it is open so now."""
        if not self._waits or not self.path.exists():
            return False
        try:
            opened = Store.open(self.path, unread=self._reads_later)
            opened.sign(author())
        except StoreError as refused:
            self._only_reads(refused)
            return False
        self._opened, self.read_only, self._waits, self._needed = opened, "", False, None
        return True

    def check(self, seconds: float) -> bool:
        """Read for so long what was not looked at yet; whether all of it was read, and holds together.

        Raises:
            StoreError: it does not.
        """
        return self._opened is None or self._opened.check(seconds)

    def follow(self) -> bool:
        """Show what another process has written, if this one only reads; whether there was anything.

        A file that can't be read just then, as when it is being replaced, is tried again the next time.
        """
        if self._opened is None or not self._opened.is_outdated:
            return False
        try:
            self._opened = Store.open(self.path, read_only=True, unread=self._reads_later)
        except StoreError:
            return False
        self._needed = None
        return True

    def close(self) -> None:
        """Leave one plain JSON file behind.

        Raises:
            StoreError: it can't be written; what was changed is safe in the journal beside it.
        """
        if self._opened is not None:
            try:
                self._opened.close()
            except StoreError as refused:
                if not journal_of(self._opened.path).exists():
                    raise
                safe = "what was changed is safe in the journal beside it, until there is room to open it again"
                raise StoreError(f"{refused}; {safe}") from refused
            self._remember(self._opened)

    def _remember(self, store: Store) -> None:
        """Keep where the first lines stand in the file that was left, unless that is kept or not plain."""
        needed, file = self._needed, store.snapshot
        if not self._remembers or needed is None or file is None or file == self._known_at or store.rescued:
            return
        from timeline.store.glimpse import where_now  # noqa: PLC0415 - few timelines are that long
        from tui.foremost import keep_whereabouts  # noqa: PLC0415

        if (where := where_now(store.path, file, needed, store.history(), store.timeline)) is not None:
            keep_whereabouts(store.path, where)
            self._known_at = file

    @property
    def size(self) -> int:
        """Bytes to read when it is opened."""
        return self.path.stat().st_size if self.path.exists() else 0

    @property
    def is_open(self) -> bool:
        """Whether all of it is there, to be looked at and corrected."""
        return self._opened is not None

    @property
    def has_lines(self) -> bool:
        """Whether there is something to show: all of it, or the first lines."""
        return self.is_open or self._glimpsed is not None

    @property
    def notices(self) -> tuple[str, ...]:
        """What a person should know of how the files were found."""
        return self._opened.notices if self._opened is not None else ()

    @property
    def rescued(self) -> str:
        """Why what is done is kept in another file, and in which; empty as long as it is not."""
        return self._opened.rescued if self._opened is not None else ""

    @property
    def way_back(self) -> str:
        """The command that takes what was rescued into the timeline."""
        return self._opened.way_back if self._opened is not None else ""

    def take_rescued(self) -> str:
        """Go on in what is in place of the timeline now, with all that was rescued taken into it in one step.

        The file in which it was kept stays. Returns what was done, in words.

        Raises:
            StoreError: what is there now can't be opened for writing, or the two don't hold together.
        """
        from timeline.soundness import UnsoundError  # noqa: PLC0415 - it happens seldom

        rescued = self._store
        there = Store.open(self.path)
        try:
            there.sign(author())
            outcome = there.merge(rescued.contents(), rescued.path.name)
        except BaseException as refused:
            with suppress(StoreError):
                there.close()
            if isinstance(refused, UnsoundError):
                raise StoreError(f"not merged: {refused}") from refused
            raise
        self._opened, self._needed = there, None
        with suppress(StoreError):  # all of it is in the timeline by now
            rescued.close()
        return f"{rescued.path.name} merged into {self.path.name}: {outcome.says}"

    @property
    def timeline(self) -> Timeline:
        """What is in it now, with the edits applied; before it is open, what was glimpsed of it."""
        return self._opened.timeline if self._opened is not None else self._glimpsed or _NOTHING

    @property
    def _store(self) -> Store:
        assert self._opened is not None, "not open yet"
        return self._opened

    def article(self, article_id: str) -> Article | None:
        """An article as it is in force; None if it is not there."""
        return self._store.article(article_id)

    def add(self, extraction: Extraction) -> Added:
        """Keep what was read from an article."""
        self._check_writable()
        self._needed = None
        return self._store.add(extraction)

    def star(self, entry: Entry) -> str:
        """Mark the event, or unmark it."""
        return self.edit(EditKind.STAR, entry.id, "" if entry.starred else YES)

    def hide(self, entry: Entry) -> str:
        """Take the event out of the list, or bring it back."""
        return self.edit(EditKind.HIDE, entry.id, "" if entry.hidden else YES)

    def remove(self, article: Article) -> str:
        """Take the article out with its events."""
        return self.edit(EditKind.REMOVE, article.id, YES)

    def edit(self, kind: EditKind, target: str, value: str, part: str = "") -> str:
        """Make a correction; returns what was done, in words."""
        return self.edit_all([(target, Change(kind, value, part))])

    def edit_all(self, changes: Sequence[tuple[str, Change]]) -> str:
        """Make several corrections, all or none of them, which one undo takes back; returns what was done, in words."""
        self._check_writable()
        before = self.timeline
        try:
            edits = self._store.edit_together((kind, target, value, part) for target, (kind, value, part) in changes)
        except KeyError as missing:
            raise StoreError(
                f"not changed: {quoted(named(missing.args[0], before))} was not read, or is gone"
            ) from missing
        except ValueError as refused:
            raise StoreError(f"not changed: {refused}") from refused
        return self._told_all(edits, before)

    def add_event(self, event: EventByHand) -> str:
        """Add an event that no program read."""
        return self.edit(EditKind.EVENT, content_id("event by hand", token_hex(16)), written_by_hand(event))

    def settle(self, edit: Edit) -> str:
        """Make a correction that holds over all that differ from it, the one in force too."""
        return self.edit(edit.kind, edit.target, edit.value, edit.part)

    def review(self, entry: Entry, value: str) -> str:
        """Accept or reject an event, or take that back."""
        return self.edit_all(reviewed(entry, "" if entry.review == value else value))

    def undo(self) -> str | None:
        """Take back the last change; returns which, or None when there is none."""
        self._check_writable()
        before = self.timeline
        edits = self._store.undo()
        return self._told_all(edits, before) if edits else None

    def redo(self) -> str | None:
        """Make the last change taken back again; returns which, or None when there is none."""
        self._check_writable()
        before = self.timeline
        edits = self._store.redo()
        return self._told_all(edits, before) if edits else None

    @property
    def history(self) -> tuple[Edit, ...]:
        """All corrections in the order they were made, those that were taken back included."""
        return self._opened.history() if self._opened is not None else ()

    def undo_many(self, times: int) -> str | None:
        """Take back so many changes, the last one first."""
        return told_one_by_one([self.undo() for _ in range(times)], "taken back")

    def redo_many(self, times: int) -> str | None:
        """Make so many changes again."""
        return told_one_by_one([self.redo() for _ in range(times)], "made again")

    def _check_writable(self) -> None:
        if self.read_only:
            raise StoreError(f"read-only: {self.read_only}")

    def _told_all(self, edits: Sequence[Edit], before: Timeline) -> str:
        told = told_together(edits, self.timeline, before, self._store.stays)
        self.changed = leading(edits).target
        return told
