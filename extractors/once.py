"""What is read of a doc once and shared by all components that ask for it."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar
from weakref import WeakKeyDictionary

from spacy.tokens import Doc

Read = TypeVar("Read")

_GRAMMAR: list[int | str] = ["HEAD", "DEP", "TAG", "POS", "LEMMA"]
_TEXT: list[int | str] = ["ORTH", "SPACY"]


def once_per_parse(read: Callable[[Doc], Read]) -> Callable[[Doc], Read]:
    """Let a pure function of a doc's grammar read each doc once, and again only when its grammar has changed.

    What it gives is kept as long as the doc lives, beside the doc and not in it: it is no part of a serialized doc.
    """
    return _once(read, _GRAMMAR)


def once_per_text(read: Callable[[Doc], Read]) -> Callable[[Doc], Read]:
    """The same for a pure function of a doc's tokens, which are others when tokens were merged or split."""
    return _once(read, _TEXT)


def _once(read: Callable[[Doc], Read], depends_on: list[int | str]) -> Callable[[Doc], Read]:
    kept: WeakKeyDictionary[Doc, tuple[bytes, Read]] = WeakKeyDictionary()

    @wraps(read)
    def reading(doc: Doc) -> Read:
        state = doc.to_array(depends_on).tobytes()
        known = kept.get(doc)
        if known is None or known[0] != state:
            known = kept[doc] = state, read(doc)
        return known[1]

    return reading


def once_per_rows(*names: str) -> Callable[[Callable[[Doc], Read]], Callable[[Doc], Read]]:
    """The same for a pure function of what components keep in a doc under these names, as `doc._.dateline_mentions`.

    A component that runs again keeps other rows, and they are read anew.
    """

    def decorate(read: Callable[[Doc], Read]) -> Callable[[Doc], Read]:
        kept: WeakKeyDictionary[Doc, tuple[list[object], Read]] = WeakKeyDictionary()

        @wraps(read)
        def reading(doc: Doc) -> Read:
            rows = [doc._.get(name) for name in names]
            known = kept.get(doc)
            if known is None or any(one is not other for one, other in zip(known[0], rows, strict=True)):
                known = kept[doc] = rows, read(doc)
            return known[1]

        return reading

    return decorate
