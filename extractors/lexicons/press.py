"""Names of outlets, and words that tell them: the lists of `press.toml`."""

from functools import cache

import msgspec

from extractors.lexicons.files import lists


class Press(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The lists of `press.toml`, which has a comment on each."""

    outlets: frozenset[str]
    ends: frozenset[str]
    surnames: frozenset[str]
    endings: frozenset[str]
    begins: frozenset[str]
    begins_of: frozenset[str]
    sections: frozenset[str]
    general: frozenset[str]


@cache
def press_words() -> Press:
    """The lists as they are written. Raises LexiconError where one is wrong."""
    return lists("press", Press)


@cache
def folded() -> Press:
    """The lists without regard to capitals."""
    return Press(
        **{name: frozenset(map(str.casefold, words)) for name, words in msgspec.structs.asdict(press_words()).items()}
    )
