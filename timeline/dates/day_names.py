"""The names of days in running words: holidays, and what happened on a day that is known by it."""

from collections.abc import Sequence
from functools import cache
from typing import Literal, NamedTuple

from timeline.dates import happenings, holidays


class DayName(NamedTuple):
    """A name of a day."""

    kind: Literal["holiday", "happening"]
    value: str
    """Of a holiday its id; of a happening its name, by which `happenings.by_name` has those that it may be."""
    words: int
    """How many words it is written in."""
    small: bool
    """Whether it is no name to whoever writes it small: *the spring bank holiday*."""


@cache
def _names() -> dict[str, DayName]:
    found = {holidays.key(name): _name("holiday", id_, name) for name, id_ in holidays.names().items()}
    for one in happenings.happenings().values():
        found |= {holidays.key(name): _name("happening", holidays.key(name), name) for name in one.names}
    return found


def _name(kind: Literal["holiday", "happening"], value: str, written: str) -> DayName:
    return DayName(kind, value, len(written.split()), written[0].islower())


@cache
def _beginnings() -> frozenset[str]:
    """What the key of a name may begin with."""
    return frozenset(key[:length] for key in _names() for length in range(1, len(key) + 1))


@cache
def _first_words() -> frozenset[str]:
    """What a name may begin with: all of its first word, or what of it stands before a hyphen."""
    written = (
        *holidays.names(),
        *(name for one in happenings.happenings().values() for name in (*one.names, *one.figures)),
    )
    firsts = {name.split()[0] for name in written}
    return frozenset(holidays.key(part) for first in firsts for part in (first, first.split("-")[0]))


def begins_a_name(text: str) -> bool:
    """Whether a word may be the first of a name."""
    return holidays.key(text) in _first_words()


def longest_name(words: Sequence[str]) -> tuple[DayName, int] | None:
    """The longest name that these words begin with, and how many of them it has."""
    if not words or not holidays.key(words[0]):
        return None
    beginnings = _beginnings()
    small = words[0][:1].islower()
    found, read = None, ""
    for count, word in enumerate(words, 1):
        written = holidays.key(word)
        read += written
        if read not in beginnings:
            break
        name = _names().get(read)
        if name is not None and written and count >= name.words and (name.small or not small):
            found = name, count
    return found
