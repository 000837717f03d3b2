"""What a person should know of how the files of a timeline were found, and the way on."""

from collections.abc import Iterator
from pathlib import Path

from timeline.counts import counted
from timeline.store.files import journal_of, rescued_of
from timeline.store.state import State


def notices(path: Path, state: State) -> Iterator[str]:
    """All that is odd, though nothing is lost."""
    journal = journal_of(path).name
    if not state.is_as_written:
        yield (
            f"{path} was edited outside dateline, or is damaged: it holds together, but is not what dateline wrote. It "
            f"can be read; dateline check --accept -t {path} takes it as it is, so that it can be changed again"
        )
    if state.is_apart:
        yield (
            f"{journal} belongs to another state of {path}, and its changes are not in this one. When this is opened "
            f"for writing, that journal is kept as {rescued_of(path, '.journal').name}"
        )
    if state.journal is not None and state.journal.is_torn:
        before = counted(len(state.journal.changes), "change")
        yield (
            f"{journal} stops in the middle of a change, as a power cut leaves it. That change had not been "
            f"acknowledged; what was before it in the journal is kept: {before}"
        )
