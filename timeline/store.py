"""One timeline, one file: a TinyDB database with a journal beside it.

STUB of the interface; see `Store`.
"""

from pathlib import Path
from types import TracebackType

import msgspec

from timeline.collection import Timeline
from timeline.edits import Edit, EditKind
from timeline.model import Extraction


class StoreError(Exception):
    """A timeline file that cannot be opened or written; the message says which file, why, and what to do."""


class Added(msgspec.Struct, frozen=True):
    """What adding an article did."""

    article: str
    events: int
    outcome: str
    """`new`, `replaced` (the extractor or the metadata improved) or `unchanged`."""


class Store:
    """An open timeline file: one writer at a time, many readers."""

    path: Path
    timeline: Timeline
    """The view as it stands; a new object after every change."""

    @classmethod
    def open(cls, path: Path, *, read_only: bool = False) -> "Store":
        """Open or create. Raises StoreError when it is no timeline, is damaged, or another process writes to it."""
        raise NotImplementedError

    def close(self) -> None:
        """Write one plain JSON file, remove the journal, release the lock."""
        raise NotImplementedError

    def __enter__(self) -> "Store":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def add(self, extraction: Extraction) -> Added:
        """Keep what was read from an article; durable when it returns. Idempotent."""
        raise NotImplementedError

    def edit(self, kind: EditKind, target: str, value: str) -> Edit:
        """Record a correction and apply it; durable when it returns. Raises KeyError, or ValueError for a bad value."""
        raise NotImplementedError

    def undo(self) -> Edit | None:
        """Take back the last edit that holds; None when there is none."""
        raise NotImplementedError

    def redo(self) -> Edit | None:
        """Make the last edit taken back hold again; None when there is none or a newer edit was made since."""
        raise NotImplementedError

    def history(self) -> tuple[Edit, ...]:
        """All edits in the order they were made, undone ones included."""
        raise NotImplementedError
