"""Scripts: the tables of `scripts.toml`, which says what each of their keys means, and what a word may belong to."""

from collections.abc import Mapping
from enum import StrEnum
from functools import cache

import msgspec

from extractors.lexicons.files import rows


class Part(StrEnum):
    """What a word is in a script."""

    SETS = "sets"
    TELLS = "tells"
    ACTS = "acts"
    THINGS = "things"


class Script(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A table of `scripts.toml`."""

    sets: tuple[str, ...]
    tells: tuple[str, ...]
    acts: tuple[str, ...]
    things: tuple[str, ...]


@cache
def scripts() -> Mapping[str, Script]:
    """The tables by name. Raises LexiconError where one is wrong."""
    return rows("scripts", Script)


MISHAPS = frozenset("accident attack disaster fire".split())
"""Those of what befalls people, which nobody announces."""

RECURRING = frozenset("match vote".split())
"""Those of what is held again and again, and so is told apart by its year."""


@cache
def scripts_of(part: Part) -> Mapping[str, frozenset[str]]:
    """By lemma, the scripts that it has this part in."""
    found: dict[str, set[str]] = {}
    for name, script in scripts().items():
        for lemma in getattr(script, part):
            found.setdefault(lemma, set()).add(name)
    return {lemma: frozenset(names) for lemma, names in found.items()}
