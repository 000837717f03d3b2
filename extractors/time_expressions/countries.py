"""Which country a day with a name is told of: holidays of one name lie on other days in other countries.

Places and peoples in its sentence tell; where there is none, those of the article that are named most.
"""

from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from typing import cast

import msgspec
from spacy.tokens import Doc, Span

from extractors.lexicons import places
from timeline.dates import happenings, holidays
from timeline.meanings import Meaning
from timeline.meanings.base import Base
from timeline.meanings.named import Happening, Holiday

_LONGEST = 5
"""Tokens of a place: *Democratic Republic of the Congo* is told by its first or last words too."""
_SHORTEST_SHOUTED = 4
"""Letters of a place in capitals: *LAGOS*; shorter ones are initials of other things."""


class Countries:
    """The countries that one doc tells of, looked for when a day first needs them."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc

    def told(self, meaning: Meaning, sentence: Span) -> Meaning:
        """The meaning, with the countries that it may be told of where that makes a difference."""
        if not _depends(meaning):
            return meaning
        found = tuple(dict.fromkeys(_codes(sentence))) or self._of_article
        return _with(meaning, found)

    @cached_property
    def _of_article(self) -> tuple[str, ...]:
        """Those that are named most."""
        counted = Counter(_codes(self.doc[:])).most_common()
        return tuple(code for code, times in counted if times == counted[0][1])


def _codes(span: Span) -> Iterator[str]:
    """The countries of the places and peoples in a span, surely known names alone where there are any."""
    found = list(_places(span))
    sure = [code for name, code in found if name not in places.ambiguous_places()]
    yield from sure or [code for _, code in found]


def _places(span: Span) -> Iterator[tuple[str, str]]:
    at = 0
    while at < len(span):
        name, length = _place(span, at) if span[at].text[:1].isupper() else ("", 1)
        if name:
            yield name, places.country_codes()[name]
        at += length


def _place(span: Span, at: int) -> tuple[str, int]:
    for length in range(min(_LONGEST, len(span) - at), 0, -1):
        text = span[at : at + length].text
        shouted = text.title() if text.isupper() and len(text) >= _SHORTEST_SHOUTED else text
        for name in (text, shouted):
            if name in places.country_codes():
                return name, length
    return "", 1


def _depends(meaning: Meaning) -> bool:
    match meaning:
        case Holiday(name):
            return holidays.differs(name)
        case Happening(ids):
            return happenings.several(ids)
        case _:
            return any(_depends(part) for part in meaning.parts())


def _with(meaning: Meaning, countries: tuple[str, ...]) -> Meaning:
    """Each day in it that has a name, with the countries that it may be of."""
    match meaning:
        case Holiday(name):
            return msgspec.structs.replace(
                meaning, countries=tuple(filter(lambda one: holidays.keeps(one, name), countries))
            )
        case Happening():
            return msgspec.structs.replace(meaning, countries=countries)
        case _:
            fields = ((name, getattr(meaning, name)) for name in meaning.__struct_fields__)
            inner = ((name, value) for name, value in fields if isinstance(value, Base))
            told = {name: _with(cast("Meaning", value), countries) for name, value in inner}
            return msgspec.structs.replace(meaning, **told)
