"""What a person should know of how the files of a timeline were found, and the way on."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from timeline.counts import counted
from timeline.store.files import TORN, journal_of, new_of, rescued_of
from timeline.store.in_the_way import in_the_way
from timeline.store.kept import kept_states
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
        if state.journal.lacks_blocks:
            yield (
                f"in {journal} a part of the last change is zeros, as a power cut leaves one that was being written or "
                f"a failing disk one that was whole: look whether it is missed. What was before it is kept: {before}. "
                f"When this is opened for writing, that journal is kept as {rescued_of(path, TORN).name}"
            )
        else:
            yield (
                f"{journal} stops in the middle of a change, as a power cut leaves it. That change had not been "
                f"acknowledged; what was before it in the journal is kept: {before}"
            )


def told_before_writing(path: Path, state: State) -> Iterator[str]:
    """What of other files is to be known to who changes a timeline."""
    with suppress(OSError):
        if path.stat().st_nlink > 1 and not any(path.samefile(kept) for kept in kept_states(path)):
            yield (
                f"{path} has another name too, as a hard link, and what is changed under one name is not changed under "
                "the other: they are two timelines from the first change on. A symbolic link stays one"
            )
    with suppress(OSError):
        found = in_the_way(path)
        is_of_a_kill = found is not None and found.about is not None and found.about.revision == state.number
        if found is not None and not (is_of_a_kill and state.journal is not None):
            kept_as = rescued_of(path, found.ending).name
            yield f"{new_of(path).name} is in the place of the next state of {path}, and is kept as {kept_as} then"
