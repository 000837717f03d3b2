"""What every kind of meaning says of itself, and the kinds that their dates are counted by.

A new kind of meaning is a class in the file of its family, which answers these questions, and a case in
`timeline.dates.resolve`, or in the file of `timeline.dates.resolving` for its family, which says where it lies.
"""

from abc import abstractmethod
from enum import StrEnum
from typing import TYPE_CHECKING

import msgspec

from timeline.meanings.units import Unit

if TYPE_CHECKING:
    from timeline.meanings.composed import Meaning


class DateKind(StrEnum):
    """How a time was read, in words for a person: how often dates of each kind are right is measured."""

    FULL_DATE = "date with its year"
    YEAR = "year, decade or century"
    DAY = "day and month, year found"
    MONTH = "month, year found"
    QUARTER = "quarter or half of a year"
    NAMED = "season, holiday or business year"
    WEEKDAY = "weekday, direction settled"
    OPEN_WEEKDAY = "weekday, direction open"
    TODAY = "today, yesterday or tomorrow"
    WEEK = "week counted from publication"
    PERIOD = "month or year counted from publication"
    AGO = "days or years counted from publication"
    STRETCH = "stretch up to or from publication"
    STORY = "counted from the story"
    COUNTED = "counted from a time in its own words"
    SEVERAL = "one of several dates"
    SPAN = "from one time to another"
    LENGTH = "length of time"
    UNCOUNTED = "length of time without a number"
    REPEATED = "time that repeats"
    VAGUE = "vague word"


class Base(msgspec.Struct, frozen=True, gc=False, tag_field="means", omit_defaults=True):
    """The base of all meanings."""

    @abstractmethod
    def unplaced(self) -> str:
        """Its TIMEX3 value while it has no place: underspecified, as TimeML writes it."""

    def mod(self) -> str:
        """Its TIMEX3 `mod`: what hedges it, or which part of a period is meant."""
        return ""

    @abstractmethod
    def kind(self) -> DateKind:
        """The kind that its date is counted by."""

    def kind_of_several(self) -> DateKind:
        """The kind that it is counted by where several dates are possible."""
        return DateKind.STORY if self.kind() is DateKind.STORY else DateKind.SEVERAL

    def placeless_kind(self) -> DateKind | None:
        """The kind that it is counted by where it has no date; None for what should have one."""
        return None

    def parts(self) -> "tuple[Meaning, ...]":
        """The meanings that it is made of."""
        return ()

    def lacks(self) -> str:
        """What it needs to be resolved and has not, for a person; empty for what is whole."""
        return ""

    def is_bare(self) -> bool:
        """Whether nothing in its words says which way it points, so that the sentence has to: `Friday`, `20 May`."""
        return any(part.is_bare() for part in self.parts())

    def fineness(self) -> Unit | None:
        """The unit that it fills; None for lengths, spans, sets, and what is vague."""
        return None
