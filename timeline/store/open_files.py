"""The files of an open timeline: one program writes to them, and goes on in others when they are taken from it."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from timeline.store.ahead import Ahead
from timeline.store.disk import StoreError, refuse_read_only
from timeline.store.files import journal_of
from timeline.store.identity import TakenError
from timeline.store.in_the_way import refuse_name_of_others
from timeline.store.journal import Change
from timeline.store.locking import Lock, locked, unlock
from timeline.store.rescuing import rescued
from timeline.store.state import State
from timeline.store.storage import JournaledStorage

_JOURNAL_LIMIT = 16_000_000
"""Bytes of journal after which it is brought into the snapshot."""

Everything = Callable[[], Mapping[str, Mapping[str, Any]]]
"""Gives all rows of the timeline as it is in memory."""


class OpenFiles:
    """Snapshot, journal and lock of one timeline."""

    path: Path

    def __init__(self, path: Path, *, read_only: bool, ahead: Ahead | None = None) -> None:
        """Those at `path`, with the lock of who writes to them unless they are to be `read_only`.

        The snapshot may have been read `ahead`.

        Raises:
            StoreError: they may not be written to, or another process does.
        """
        self.storage = JournaledStorage(path, ahead)
        self.path = self.storage.path
        self.lock: Lock | None = None
        self.rescued = ""
        """Why what is done is kept in another file, at `path`, and in which; empty as long as it is not."""
        self.way_back = ""
        """The command that takes that into what is in its place now."""
        self._journal_limit = _JOURNAL_LIMIT
        if not read_only:
            refuse_read_only(self.path)
            refuse_name_of_others(self.path)
            self.lock = locked(self.path)

    @property
    def is_outdated(self) -> bool:
        """Whether somebody else has written since these were opened for reading."""
        return self.lock is None and self.storage.is_outdated

    def load(self) -> State:
        """What they say. Raises StoreError."""
        return self.storage.load()

    def begin(self, *, accept: bool) -> None:
        """Get ready to write, with no journal left; `accept` what was changed outside dateline. Raises StoreError."""
        if accept:
            self.storage.accept()
        self.storage.compact()

    def write(self, change: Change, everything: Everything) -> None:
        """Make a change; it is on the disk when this returns. Raises StoreError."""
        if self.lock is None:
            raise StoreError(f"{self.path} is open for reading only; open it again to change it")
        try:
            self._hold()
            self.storage.append(change)
        except TakenError as taken:
            self._rescue(taken, everything)
            self.storage.append(change)

    def compact_if_long(self) -> None:
        """Bring a long journal into the snapshot; once memory says what the files say, as a signal may come here."""
        if self.storage.journal_size > self._journal_limit:
            with suppress(StoreError):
                self.storage.compact()
            self._journal_limit = self.storage.journal_size + _JOURNAL_LIMIT

    def close(self, everything: Everything) -> None:
        """Write one plain JSON file, remove the journal, release the lock.

        Raises:
            StoreError: one of that cannot be done; every change that was made is kept.
        """
        if self.lock is None:
            return
        try:
            self._settle(everything)
        except BaseException:
            self.let_go()
            raise
        finally:
            self.storage.close()
        lock, self.lock = self.lock, None
        try:
            unlock(lock)
        except OSError as error:
            raise StoreError(
                f"{lock.file} cannot be removed: {error.strerror or error}. Every change is kept, and the file "
                "stops nobody; remove it yourself when you can"
            ) from error

    def let_go(self) -> None:
        """Release the lock, whatever becomes of its file."""
        lock, self.lock = self.lock, None
        if lock is not None:
            with suppress(OSError):
                unlock(lock)

    def rest(self) -> None:
        """Let others write until `resume`; nothing is put in order meanwhile."""
        self.let_go()

    def resume(self) -> bool:
        """Hold them again; whether nobody has written since `rest`, else they are not held.

        Where others put another revision in place of the snapshot alone, that is seen when a change is made.

        Raises:
            BusyError: somebody holds them now.
        """
        lock = locked(self.path)
        if not self.storage.is_untouched:
            with suppress(OSError):
                unlock(lock)
            return False
        self.lock = lock
        return True

    def _hold(self) -> None:
        """Take the lock again if its file was deleted.

        Raises:
            TakenError: somebody else has it.
        """
        if self.lock is not None and not self.lock.is_in_force:
            try:
                again = locked(self.path)
            except StoreError as refused:
                raise TakenError(f"its lock was deleted, and another dateline writes to {self.path.name}") from refused
            self.lock.release()
            self.lock = again

    def _settle(self, everything: Everything) -> None:
        try:
            self.storage.compact()
        except TakenError as taken:
            self._rescue(taken, everything)
        except StoreError as error:
            if not isinstance(error.__cause__, OSError):
                raise
            journal = journal_of(self.path).name
            raise StoreError(
                f"{self.path} could not be made one file: {error.__cause__.strerror or error.__cause__}. Every change "
                f"is kept: leave {journal} beside it, and see to the disk's free space and the folder's permissions"
            ) from error

    def _rescue(self, taken: TakenError, everything: Everything) -> None:
        """Go on in another file, with all that is in the timeline, when its own files were taken by others."""
        other, lock = rescued(self.path, everything(), self.storage.number)
        self.storage.leave()
        self.let_go()
        self.rescued = f"{taken}: all of yours is kept in {other.path.name}, and what you do now"
        self.way_back = f"dateline merge -t {self.path} {other.path} takes it into what is there now"
        if not self.path.exists():
            says = f"nothing is at {self.path} now: rename {other.path.name} to {self.path.name}"
            self.way_back = (
                f"{says}, or dateline merge -t with the new name of yours and {other.path} takes it in there"
            )
        self.storage, self.lock, self.path = other, lock, other.path
