"""Files of others that stand where a timeline puts its own: they are never written over, nor removed."""

import os
import stat
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import msgspec

from timeline.store.disk import StoreError, reading
from timeline.store.files import begins_as_timeline, lock_of, named_beside, new_of, rescued_of
from timeline.store.snapshot import META, META_KEY, About, DamageError, tables_in
from timeline.store.torn import BLOCK


def refuse_other_lock(path: Path) -> None:
    """Pass over a timeline beside which nothing stands under the name of its lock but a lock, which is empty.

    Raises:
        StoreError: there is a file with something in it, which locking would empty.
    """
    lock = lock_of(path)
    with suppress(OSError):
        if lock.lstat().st_size and stat.S_ISREG(lock.lstat().st_mode):
            says = f"{lock.name} beside it is no lock of dateline, and has something in it: give that another name"
            raise StoreError(f"{path} cannot be changed: {says}")


class InTheWay(NamedTuple):
    """What stands where the next snapshot of a timeline is written, and was not cut short there by a kill."""

    ending: str
    """Of another name for it."""
    about: About | None
    """What it says of itself, if it is a whole timeline."""


def in_the_way(path: Path) -> InTheWay | None:
    """That of a timeline; None if there is nothing. Raises OSError."""
    new = new_of(path)
    if not os.path.lexists(new):
        return None
    if not stat.S_ISREG(new.lstat().st_mode):
        return InTheWay(".new", None)
    content = new.read_bytes()
    about = _about(content)
    if about is not None:
        return InTheWay(".json", about)
    # Where a power cut left it, its first block may be the one that never came to the disk.
    is_ours = begins_as_timeline(content) or not content[:BLOCK].strip(b"\0")
    return None if is_ours else InTheWay(".new", None)


def out_of_the_way(path: Path) -> tuple[Path, About | None] | None:
    """Give what is in the way of a timeline's next snapshot another name; that, and what it says of itself.

    Raises:
        OSError: it can't be renamed, or what a kill left there not be removed.
    """
    found = in_the_way(path)
    if found is None:
        new_of(path).unlink(missing_ok=True)
        return None
    aside = rescued_of(path, found.ending)
    new_of(path).rename(aside)
    return aside, found.about


def _about(content: bytes) -> About | None:
    """What a whole snapshot says of itself; None of what is none."""
    with suppress(DamageError, msgspec.MsgspecError, UnicodeDecodeError, RecursionError, KeyError):
        return msgspec.json.decode(tables_in(content)[META][META_KEY], type=About)
    return None


def refuse_name_of_others(path: Path) -> None:
    """Pass over a timeline that is there, or is to be made under a name that no file of another one has.

    Raises:
        StoreError: the other one would take it for its own.
    """
    with reading(path):
        what = "" if os.path.lexists(path) else named_beside(path)
    if what:
        raise StoreError(f"{path} would be {what} by its name; choose another one")
