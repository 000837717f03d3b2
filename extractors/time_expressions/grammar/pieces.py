"""The pieces of the date grammar: runs of words that it treats as one thing, and what each can be."""

import msgspec

from timeline.meaning import DayPart, Edge, Meaning, Modifier, Reference, Unit
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


class ClockTime(msgspec.Struct, frozen=True):
    """An hour of some day: `8:30 p.m. GMT`."""

    hour: int
    minute: int
    zone: str = ""
    of_twelve: bool = False
    """Whether its words leave open which half of the day it is in: `9 o'clock`."""


class HourName(msgspec.Struct, frozen=True):
    """`noon`, `midnight`."""

    hour: int


class Portion(msgspec.Struct, frozen=True):
    """A quarter or half by its EDTF number, of no year yet."""

    number: int
    fiscal: bool = False


Value = (
    Time
    | Amount
    | ClockTime
    | HourName
    | Portion
    | Unit
    | DayPart
    | Edge
    | Reference
    | Modifier
    | int
    | float
    | str
    | tuple[int, ...]
    | None
)


class Piece(msgspec.Struct, frozen=True):
    """A run of words that the grammar treats as one thing of one kind."""

    kind: str
    value: Value
    start: int
    """Index of its first word in the sentence."""
    end: int
    """Index after its last word."""
    rules: tuple[str, ...] = ()
    ends: "tuple[Piece, ...]" = ()
    """The two times that a span was made of."""


WORD = "word"
"""The kind of a word that says nothing about time."""
