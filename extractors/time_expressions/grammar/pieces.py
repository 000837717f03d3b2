"""The pieces of the date grammar: runs of words taken as one thing, of a kind that says what value they carry.

The kinds are closed. A rule that names any other is refused when it is imported, and code that compares with any other
by the type checker. A new kind is told here and nowhere else; words of it go to `data/lexicons/time.toml`, in a table
of its name.
"""

from collections.abc import Mapping
from typing import Literal, get_args

import msgspec

from timeline.meanings import Meaning
from timeline.meanings.units import DayPart, Edge, Modifier, Reference, Unit
from timeline.model import TimexType


class Time(msgspec.Struct, frozen=True):
    """The value of a finished piece: a meaning with its TIMEX3 type."""

    meaning: Meaning
    type: TimexType = TimexType.DATE


class Amount(msgspec.Struct, frozen=True):
    """A count of units; no count is `several`."""

    count: float | None
    unit: Unit
    hedge: Modifier | None = None


NOON = 12
"""The hour at which the second half of a day begins."""


class ClockTime(msgspec.Struct, frozen=True):
    """An hour of some day: `8:30 p.m. GMT`."""

    hour: int
    minute: int
    zone: str = ""
    of_twelve: bool = False
    """Whether its words leave open which half of the day it is in: `9 o'clock`."""


class Portion(msgspec.Struct, frozen=True):
    """A quarter or half by its EDTF number, of no year yet."""

    number: int
    fiscal: bool = False


# Kinds by the value that they carry.
OfNumber = Literal["number"]
OfInteger = Literal[
    "weekday", "weekdays", "weekday_abbreviation", "month", "month_ambiguous", "season", "hour_name", "ordinal",
    "ordinal_word", "relative", "day_offset", "tonight", "meridiem", "iso_week", "quarter_code", "fiscal_code",
    "year", "year_short", "year_named", "decade", "decade_short", "decade_word",
]  # fmt: skip
OfFigures = Literal["slashed", "clock", "figured", "stamp_end"]
OfUnit = Literal["unit", "units", "second", "set"]
OfDayPart = Literal["daypart", "dayparts"]
OfEdge = Literal["edge", "edge_noun"]
OfReference = Literal["vague", "vague_noun"]
OfModifier = Literal["hedge"]
OfName = Literal["zone", "business_year", "holiday", "happening"]
OfTime = Literal["date", "time"]
OfAmount = Literal["amount", "one"]
OfClockTime = Literal["clocktime"]
OfPortion = Literal["portion"]
OfNothing = Literal["word", "time_word"]
Binder = Literal[
    "a", "an", "the", "of", "on", "in", "at", "and", "or", "to", "from", "between", "since", "until", "till",
    "through", "during", "into", "by", "before", "after", "ago", "earlier", "later", "hence", "back", "ahead",
    "every", "each", "other", "another", "that", "same", "these", "few", "several", "many", "some", "couple",
    "half", "more", "less", "than", "least", "most", "up", "so", "additional", "full", "whole", "entire",
    "consecutive", "straight", "long", "old", "olds", "final", "latest", "recent", "new", "period", "comparable",
    "corresponding", "very", "near", "distant", "short", "term", "moment", "moments", "small", "wee", "all",
    "local", "o'clock", "times", "once", "twice", "per", "fortnight", ",", "-", "–", "/",
    "bc", "b.c", "bce", "b.c.e", "ad", "a.d", "ce", "c.e", "no", "not", "onward", "onwards", "(", ")", "'", "'s",
]  # fmt: skip
"""Small words that bind pieces together; each is a kind of its own, and carries nothing."""

Kind = Literal[
    OfNumber,
    OfInteger,
    OfFigures,
    OfUnit,
    OfDayPart,
    OfEdge,
    OfReference,
    OfModifier,
    OfName,
    OfTime,
    OfAmount,
    OfClockTime,
    OfPortion,
    OfNothing,
    Binder,
]
"""What a piece can be to a rule."""

Value = (
    int
    | float
    | str
    | tuple[int, ...]
    | Unit
    | DayPart
    | Edge
    | Reference
    | Modifier
    | Time
    | Amount
    | ClockTime
    | Portion
    | None
)
"""What a piece can carry."""

WORD: Kind = "word"
"""The kind of a word that says nothing about time."""

_CARRIED: tuple[tuple[object, type | tuple[type, ...]], ...] = (
    (OfNumber, (int, float)),
    (OfInteger, int),
    (OfFigures, tuple),
    (OfUnit, Unit),
    (OfDayPart, DayPart),
    (OfEdge, Edge),
    (OfReference, Reference),
    (OfModifier, Modifier),
    (OfName, str),
    (OfTime, Time),
    (OfAmount, Amount),
    (OfClockTime, ClockTime),
    (OfPortion, Portion),
    (OfNothing, type(None)),
    (Binder, type(None)),
)
CARRIES: Mapping[Kind, type | tuple[type, ...]] = {
    kind: carried for kinds, carried in _CARRIED for kind in get_args(kinds)
}
"""Of each kind the type of its value."""

BINDERS: tuple[Binder, ...] = get_args(Binder)

TELLING: frozenset[Kind] = frozenset(
    (
        *("weekday", "weekdays", "month", "month_ambiguous", "season", "unit", "units", "daypart", "hour_name"),
        *("day_offset", "tonight", "vague", "vague_noun", "set", "slashed", "year", "decade", "year_short"),
        *("decade_short", "ordinal", "clock", "iso_week", "quarter_code", "fiscal_code", "meridiem", "zone"),
        *("decade_word", "fortnight", "o'clock", "figured"),
        *("bc", "b.c", "bce", "b.c.e", "ad", "a.d", "ce", "c.e"),
    )
)
"""Kinds that may be part of a time expression by themselves: a sentence without any has none."""

CAPITALISED: frozenset[Kind] = frozenset(("weekday", "weekdays", "weekday_abbreviation", "month", "month_ambiguous"))
"""Kinds of words that are names, and written so."""


class Piece(msgspec.Struct, frozen=True):
    """A run of words that the grammar treats as one thing of one kind."""

    kind: Kind
    value: Value
    start: int
    """Index of its first word in the sentence."""
    end: int
    """Index after its last word."""
    rules: tuple[str, ...] = ()
    ends: "tuple[Piece, ...]" = ()
    """The two times that a span was made of."""

    def is_of(self, *kinds: Kind) -> bool:
        """Whether it is of one of these kinds."""
        return self.kind in kinds
