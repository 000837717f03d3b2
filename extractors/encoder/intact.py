"""Whether the files that were learned are as they were made: what is cut or exchanged would read on, and otherwise."""

from functools import cache
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable

SUMS = "SHA256SUMS"
"""A line for each file, as `sha256sum` writes and checks it."""


class DamagedDataError(Exception):
    """A file that ships with dateline is missing, or is not the one that was made."""


@cache
def intact(name: str) -> Traversable:
    """A folder of `data`, all files of which are there as they were made.

    Raises:
        DamagedDataError: one is not.
    """
    folder = files("dateline_data") / name
    try:
        damaged = first_damaged(folder)
    except (OSError, ValueError) as error:
        raise DamagedDataError(f"data/{name} can't be read ({error}): install dateline again") from error
    if damaged is not None:
        raise DamagedDataError(f"data/{name}/{damaged} is not as it was made: install dateline again")
    return folder


def first_damaged(folder: Traversable) -> str | None:
    """The first file of a folder that is not as its sums say, if any is."""
    for line in (folder / SUMS).read_text(encoding="utf-8").splitlines():
        wanted, name = line.split(maxsplit=1)
        if sha256((folder / name).read_bytes()).hexdigest() != wanted:
            return name
    return None
