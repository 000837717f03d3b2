"""Journals that have lost their timeline: its file was renamed after a kill, and the journal was not."""

from contextlib import suppress
from pathlib import Path

from timeline.store.disk import StoreError, read_file
from timeline.store.files import journal_of
from timeline.store.journal import Header
from timeline.store.reading_journal import header_of
from timeline.store.snapshot import Revision

_ENDING = journal_of(Path("x")).name.removeprefix("x")


def stray_journal(path: Path, revision: Revision, checksum: str) -> Path | None:
    """The journal in the folder of a timeline that continues its snapshot, under the name of one that isn't there.

    Args:
        path: the timeline, which has no journal.
        revision: at which its snapshot stands.
        checksum: of its snapshot.
    """
    for other in sorted(path.parent.glob(f"*{_ENDING}")):
        named = other.with_name(other.name.removesuffix(_ENDING))
        header = None if named.exists() else _header(other)
        if header is not None and (header.continues, header.follows) == (revision, checksum):
            return other
    return None


def _header(path: Path) -> Header | None:
    with suppress(StoreError):
        return header_of(read_file(path) or b"")
    return None
