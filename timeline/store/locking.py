"""One writer at a time: a lock file beside the timeline, which is gone when nobody writes."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from timeline.store.disk import StoreError, refuse_irregular, refuse_read_only
from timeline.store.files import lock_of


def locked(path: Path) -> FileLock:
    """The lock of a timeline, held.

    Raises:
        StoreError: another process holds it, or it cannot be made.
    """
    refuse_irregular(lock_of(path))
    lock = FileLock(lock_of(path), mode=0o600)
    try:
        lock.acquire(blocking=False)
    except Timeout:
        raise StoreError(f"{path} is being written to by another dateline; close that one first") from None
    except OSError as error:
        raise StoreError(f"{path} cannot be opened for writing: {error.strerror or error}") from error
    return lock


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


def unlock(lock: FileLock) -> None:
    """Remove the lock's file while it is held, as nobody can hold a lock on a file that is gone, and release it.

    Raises:
        OSError: the file cannot be removed; the lock is released all the same.
    """
    try:
        Path(lock.lock_file).unlink(missing_ok=True)
    finally:
        lock.release()
