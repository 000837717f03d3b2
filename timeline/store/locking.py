"""One writer at a time: a lock file beside the timeline, which is gone when nobody writes."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from timeline.store.disk import StoreError, refuse_irregular, refuse_read_only
from timeline.store.files import lock_of
from timeline.store.identity import identity
from timeline.store.in_the_way import refuse_other_lock

if TYPE_CHECKING:
    from filelock import FileLock


class BusyError(StoreError):
    """Another process writes to the timeline; once it has ended, this one may."""


class Lock:
    """A lock that is held."""

    def __init__(self, lock: "FileLock") -> None:
        self._lock = lock
        self.file = Path(lock.lock_file)
        self._identity = identity(self.file)

    @property
    def is_in_force(self) -> bool:
        """Whether its file is still there: when that was deleted, another process may hold one of the same name."""
        return self._identity is not None and self._identity.is_same_file(identity(self.file))

    def release(self) -> None:
        """Hold it no more, and leave its file."""
        self._lock.release()


def locked(path: Path) -> Lock:
    """The lock of a timeline, held.

    Raises:
        BusyError: another process holds it.
        StoreError: it cannot be made.
    """
    from filelock import FileLock, Timeout  # noqa: PLC0415 - not before a file is written to

    refuse_irregular(lock_of(path))
    refuse_other_lock(path)
    lock = FileLock(lock_of(path), mode=0o600)
    try:
        lock.acquire(blocking=False)
    except Timeout:
        raise BusyError(f"{path} is being written to by another dateline; close that one first") from None
    except OSError as error:
        raise StoreError(f"{path} cannot be opened for writing: {error.strerror or error}") from error
    return Lock(lock)


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Hold a timeline that may be written to.

    Raises:
        StoreError: another process holds it, or it may not be changed.
    """
    refuse_read_only(path)
    lock = locked(path)
    try:
        yield
    finally:
        with suppress(OSError):
            unlock(lock)


def unlock(lock: Lock) -> None:
    """Remove the lock's file while it is held, as nobody can hold a lock on a file that is gone, and release it.

    Raises:
        OSError: the file cannot be removed; the lock is released all the same.
    """
    try:
        if lock.is_in_force:
            lock.file.unlink(missing_ok=True)
    finally:
        lock.release()
