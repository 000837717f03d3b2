"""The smallest pieces of the date grammar: what each word of a sentence can be to it."""

import re
from collections.abc import Sequence
from functools import cache

import msgspec
from spacy.tokens import Token

from extractors.lexicons import lexicon, words
from timeline.meaning import DayPart, Edge, Meaning, Reference, Unit
from timeline.model import TimexType


class Time(msgspec.Struct, frozen=True):
    """The value of a finished piece: a meaning with its TIMEX3 type."""

    meaning: Meaning
    type: TimexType = TimexType.DATE


class Amount(msgspec.Struct, frozen=True):
    """A count of units; no count is `several`."""

    count: float | None
    unit: Unit


Value = Time | Amount | Unit | DayPart | Edge | Reference | int | float | str | tuple[int, ...] | None


class Piece(msgspec.Struct, frozen=True):
    """A run of tokens that the grammar treats as one thing of one kind."""

    kind: str
    value: Value
    start: int
    """Index of its first token in the sentence."""
    end: int
    """Index after its last token."""
    rules: tuple[str, ...] = ()


WORD = "word"
"""The kind of a token that says nothing about time."""

_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
_DECADE = re.compile(r"(1[5-9]|20)(\d)0['’]?s")
_SHORT_YEAR = re.compile(r"['’](\d\d)")
_SHORT_DECADE = re.compile(r"['’]?(\d)0s")
_NUMBER = re.compile(r"\d{1,3}(,\d{3})*|\d+(\.\d+)?")
_ORDINAL = re.compile(r"(\d{1,2})(st|nd|rd|th)")
_CLOCK = re.compile(r"([01]?\d|2[0-3])[:.]([0-5]\d)")
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")

_CASTS = {
    "unit": Unit,
    "units": Unit,
    "daypart": DayPart,
    "edge": Edge,
    "edge_noun": Edge,
    "vague": Reference,
    "set": Unit,
}
_CAPITALISED = {"weekday", "weekday_abbreviation", "month", "month_ambiguous"}
_TWO_DIGIT_PIVOT = 50


@cache
def _vocabulary() -> dict[str, tuple[str, Value]]:
    """Lower-cased word to kind and value; binders are kinds of their own."""
    table: dict[str, tuple[str, Value]] = {word: (word, None) for word in words("time", "binder")}
    for kind, entries in lexicon("time").items():
        if kind != "binder":
            cast = _CASTS.get(kind, int)
            table |= {word: (kind, cast(value)) for word, value in entries.items()}
    return table


@cache
def temporal_words() -> frozenset[str]:
    """The words without which no time expression can be; a sentence that has none costs one look-up a token."""
    binders = words("time", "binder")
    weak = {"number", "relative"}
    strong = {word for word, (kind, _) in _vocabulary().items() if word not in binders and kind not in weak}
    return frozenset({*strong, "tonight", "a.m.", "p.m."})


def may_tell_time(tokens: Sequence[Token]) -> bool:
    """Whether any token is a word of time or a number that could be a date."""
    known = temporal_words()
    return any(
        token.lower_ in known or token.lower_.rstrip(".") in known or token.text[:1].isdigit() for token in tokens
    )


def read_pieces(tokens: Sequence[Token]) -> list[Piece]:
    """One piece a token."""
    return [_piece(token, index) for index, token in enumerate(tokens)]


def _piece(token: Token, index: int) -> Piece:
    kind, value = _kind(token.text, token.lower_)
    return Piece(kind, value, index, index + 1)


def _kind(text: str, lower: str) -> tuple[str, Value]:
    if lower[0].isdigit() or lower[0] in "'’":
        return _numeral(text, lower)
    vocabulary = _vocabulary()
    found = vocabulary.get(lower)
    if found is None and lower.endswith("."):
        found = vocabulary.get(lower[:-1])
    if found is None or (found[0] in _CAPITALISED and not text[0].isupper()):
        return WORD, lower
    return found


def _numeral(text: str, lower: str) -> tuple[str, Value]:
    if match := _SLASHED.fullmatch(text):
        return "slashed", (int(match[1]), int(match[2]), int(match[3]))
    if _YEAR.fullmatch(text):
        return "year", int(text)
    if match := _DECADE.fullmatch(lower):
        return "decade", int(match[1] + match[2] + "0")
    if match := _SHORT_YEAR.fullmatch(text):
        return "year_short", _full_year(int(match[1]))
    if match := _SHORT_DECADE.fullmatch(lower):
        return "decade", _full_year(int(match[1] + "0"))
    if match := _ORDINAL.fullmatch(lower):
        return "ordinal", int(match[1])
    if match := _CLOCK.fullmatch(text):
        return "clock", (int(match[1]), int(match[2]))
    if _NUMBER.fullmatch(text):
        number = float(text.replace(",", ""))
        return "number", int(number) if number.is_integer() else number
    return WORD, lower


def _full_year(short: int) -> int:
    """`'98` is 1998, `'07` 2007: the century that news of today means."""
    return 1900 + short if short >= _TWO_DIGIT_PIVOT else 2000 + short
