"""A timeline beside its own files, when those were taken by others."""

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from timeline.store.files import rescued_of
from timeline.store.locking import Lock, locked, unlock
from timeline.store.storage import JournaledStorage


def rescued(path: Path, rows: Mapping[str, Mapping[str, Any]], number: int) -> tuple[JournaledStorage, Lock]:
    """A new file beside the timeline at `path` with all that was in that, on the disk and held.

    Raises:
        StoreError: it can't be written.
    """
    storage = JournaledStorage(rescued_of(path, ".json"))
    lock = locked(storage.path)
    try:
        storage.put_in_place(rows, number)
    except BaseException:
        with suppress(OSError):
            unlock(lock)
        raise
    return storage, lock
