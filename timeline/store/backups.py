"""Copies of a timeline: made while it is open, and put back in its place."""

import os
from pathlib import Path

from timeline.store.disk import StoreError, name_too, sync_folder, writing
from timeline.store.files import journal_of, kept_in, part_of_timeline, rescued_of
from timeline.store.locking import alone
from timeline.store.notices import notices
from timeline.store.state import State
from timeline.store.storage import JournaledStorage


def backup(path: Path, to: Path) -> None:
    """Write the timeline as it is now to one new file, whoever has it open meanwhile.

    Raises:
        StoreError: it can't be read, or there is something at that place.
    """
    state = _whole(path)
    if os.path.lexists(to) or part_of_timeline(to):
        raise StoreError(f"{to} exists already; name a new file")
    JournaledStorage(to).put_in_place(state.tables or {}, state.number)


def restore(path: Path, earlier: Path) -> list[Path]:
    """Put an earlier state in the place of a timeline that nobody else has open; returns where the later one is now.

    Raises:
        StoreError: it is no state of a timeline, somebody has it open, or the disk fails.
    """
    wanted = _whole(earlier)
    with alone(path):
        try:
            number = JournaledStorage(path).load().number
        except StoreError:  # it is damaged, which may be why an earlier state is wanted
            number = 0
        aside = set_aside(path)
        JournaledStorage(path).put_in_place(wanted.tables or {}, max(number, wanted.number) + 1)
    return aside


def named_state(path: Path, name: str) -> Path:
    """The state that a person means: a file, or the day of one that was kept."""
    day = kept_in(path) / f"{name}.json"
    return day if day.exists() else Path(name)


def _whole(path: Path) -> State:
    """What is in a timeline, as dateline wrote it."""
    state = JournaledStorage(path).load()
    if state.tables is None:
        raise StoreError(f"{path}: there is no such timeline")
    if not state.is_as_written:
        raise StoreError(next(notices(path, state)))
    return state


def set_aside(path: Path) -> list[Path]:
    """Give the files of a timeline, as they are, another name beside their own; for good when this returns."""
    aside = []
    for file, suffix in ((path, ".json"), (journal_of(path), ".journal")):
        if file.exists():
            other = rescued_of(path, suffix)
            with writing(other):
                name_too(file, other)
            aside.append(other)
    with writing(path):
        sync_folder(path.parent)
    return aside
