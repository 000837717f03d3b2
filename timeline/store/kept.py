"""Earlier states of a timeline, kept in a folder beside it: the one before, and one a day for seven days.

A snapshot that is about to be replaced is kept under the day on which it was written, in the place of an earlier one of
that day. So the latest is the state before, and that of an earlier day is how the day ended, but for its last session.
It costs no writing: where the file system can, the old file just gets another name.
"""

import datetime as dt
from contextlib import suppress
from pathlib import Path

from timeline.store.disk import name_too, sync_folder
from timeline.store.files import kept_in

DAYS = 7
"""So many states are kept at most."""

MOST = 256_000_000
"""So many bytes in all at most; the state before is kept, however large."""


def kept_states(path: Path) -> list[Path]:
    """What is kept of the timeline at `path`, the latest first; each is a timeline file, named by its day.

    A folder that is a link is nobody's: a timeline that was sent may have one beside it that leads anywhere.
    """
    if kept_in(path).is_symlink():
        return []
    return sorted(kept_in(path).glob("????-??-??.json"), reverse=True)


def keep(path: Path) -> None:
    """Keep the snapshot at `path`, which is about to be replaced, and drop what is too much.

    It is no reason not to save what is new when this cannot be done, as on a full disk.
    """
    with suppress(OSError):
        day = dt.datetime.fromtimestamp(path.stat().st_mtime, dt.UTC).date()
        folder = kept_in(path)
        if folder.is_symlink():
            return
        folder.mkdir(mode=0o700, exist_ok=True)
        new = folder / "next"
        new.unlink(missing_ok=True)
        name_too(path, new)
        latest = folder / f"{day.isoformat()}.json"
        new.replace(latest)
        new.unlink(missing_ok=True)  # it stays where both names are of one file
        _drop_what_is_too_much(path, latest)
        sync_folder(folder)


def _drop_what_is_too_much(path: Path, latest: Path) -> None:
    """Of the others the earliest; of the file that was replaced the system may say any day, as where it was copied."""
    total = latest.stat().st_size
    for number, state in enumerate((state for state in kept_states(path) if state != latest), 1):
        total += state.stat().st_size
        if number >= DAYS or total > MOST:
            state.unlink()
