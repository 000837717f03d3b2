"""What the tables know of names: countries, peoples, capitals and other places; the longest run of tokens counts."""

import re
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from typing import Generic, NamedTuple, TypeVar

from extractors.actors.wording import Words
from extractors.lexicons import places

Value = TypeVar("Value")
_PIECES = re.compile(r"\w+|[^\w\s]")
_FIRST = re.compile(r"[^\s\-'’]+")
LONGEST_LISTED = 12
"""Tokens: no phrase is looked for beyond."""


class NameKind(StrEnum):
    """What a name is a name of; the labels of `doc.ents`."""

    PERSON = "PERSON"
    ORG = "ORG"
    GPE = "GPE"
    """A country, city or state."""
    LOC = "LOC"
    """Any other place."""
    NORP = "NORP"
    """A nationality, a faith, a political group."""


class TableEntry(NamedTuple):
    """What the tables say of one name."""

    kind: NameKind
    country: str = ""
    """The country it means; empty for what is none."""
    weight: float = 1.0
    """How much its kind may be trusted."""


COUNTRY_WEIGHT, CAPITAL_WEIGHT, PLACE_WEIGHT, AMBIGUOUS_WEIGHT = 8.0, 4.0, 3.0, 0.6
"""In votes of the model, of which four count at most (`evidence.py`): a country stands against all of them, a capital
against as much, and what is called ambiguous speaks only where nothing else does."""
SURE_WEIGHT = PLACE_WEIGHT
"""From this weight on the table alone makes a name."""


@cache
def gazetteer() -> dict[str, TableEntry]:
    """All names of the tables."""
    table = dict.fromkeys(places.places(), TableEntry(NameKind.LOC, weight=PLACE_WEIGHT))
    table |= dict.fromkeys(places.cities(), TableEntry(NameKind.GPE, weight=PLACE_WEIGHT))
    table |= dict.fromkeys(places.capitals(), TableEntry(NameKind.GPE, weight=CAPITAL_WEIGHT))
    table |= dict.fromkeys(places.groups(), TableEntry(NameKind.NORP, weight=PLACE_WEIGHT))
    for name, country in places.countries().items():
        kind = NameKind.NORP if name in places.demonyms() else NameKind.GPE
        table[name] = TableEntry(kind, country, COUNTRY_WEIGHT)
    for name in (places.ambiguous_places() | places.ambiguous_groups()) & table.keys():
        table[name] = table[name]._replace(weight=AMBIGUOUS_WEIGHT)
    return table


def look_up(text: str) -> TableEntry | None:
    """What the tables know of a name as written; a dateline's CARACAS counts as Caracas."""
    table = gazetteer()
    entry = table.get(text) or table.get(text.replace("’", "'"))
    if entry is None and len(text) >= 4 and text.isupper():
        return table.get(text.title())
    return entry


class Phrases(Generic[Value]):
    """Phrases to be found in running words, the longest first."""

    def __init__(self, table: Mapping[str, Value]) -> None:
        self._table = table
        self._longest: dict[str, int] = {}
        for phrase in table:
            first = _FIRST.match(phrase)
            length = min(len(_PIECES.findall(phrase)), LONGEST_LISTED)
            for opening in {phrase.split(" ", 1)[0], first[0] if first else phrase}:
                self._longest[opening] = max(self._longest.get(opening, 0), length)

    def match(self, words: Words, at: int) -> tuple[int, Value] | None:
        """Where the longest phrase that begins at a token ends, and its value."""
        longest = self._longest.get(words.texts[at], 0)
        for end in range(min(at + longest, len(words.texts)), at, -1):
            text = words.text(at, end)
            if text in self._table:
                return end, self._table[text]
        return None


@cache
def gazetteer_phrases() -> Phrases[TableEntry]:
    """The tables, as phrases."""
    return Phrases(gazetteer())
