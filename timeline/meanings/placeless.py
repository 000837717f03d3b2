"""What has no place in the calendar: `for two years`, `every Tuesday`, `recently`."""

from timeline.meanings import timex
from timeline.meanings.base import Base, DateKind
from timeline.meanings.ranges import Count, DayOfWeek, Length, Month, SeasonNumber
from timeline.meanings.units import DayPart, Reference, Unit


class Duration(Base, frozen=True, tag="duration"):
    """A length of time with no place: `for two years`; no count is `for years`."""

    unit: Unit
    count: Length | None = None

    def unplaced(self) -> str:
        """`P2Y`."""
        return timex.duration(self.count, self.unit)

    def kind(self) -> DateKind:
        """A length has a date only where it is counted from what is told."""
        return DateKind.STORY

    def placeless_kind(self) -> DateKind | None:
        """A length."""
        return DateKind.UNCOUNTED if self.count is None else DateKind.LENGTH


class Recurring(Base, frozen=True, tag="recurring"):
    """A set of times: `every Tuesday`, `monthly`, `twice a week`, `each July`."""

    unit: Unit
    weekday: DayOfWeek | None = None
    every: Count = 1
    """In how many units it comes."""
    times: Count | None = None
    """How often it comes in them."""
    month: Month | None = None
    season: SeasonNumber | None = None
    part: DayPart | None = None
    """The part of the day that it comes in: `every morning`."""

    def unplaced(self) -> str:
        """`XXXX-WXX-2`, `P1M`."""
        part = "" if self.part is None else f"T{self.part}"
        if self.weekday is not None:
            return f"{timex.some_weekday(self.weekday)}{part}"
        if part:
            return f"{timex.SOME_DAY}{part}"
        if self.month is not None:
            return f"XXXX-{self.month:02d}"
        if self.season is not None:
            return f"XXXX-{timex.SEASON_CODES[self.season]}"
        return timex.duration(self.every, self.unit)

    def kind(self) -> DateKind:
        """A set has a date only where it is counted from what is told."""
        return DateKind.STORY

    def placeless_kind(self) -> DateKind | None:
        """A set."""
        return DateKind.REPEATED


class Vague(Base, frozen=True, tag="vague"):
    """`now`, `recently`, `soon`: a time that stays vague."""

    reference: Reference

    def unplaced(self) -> str:
        """`PRESENT_REF`."""
        return self.reference.value

    def kind(self) -> DateKind:
        """`at the time` has the date of what is told."""
        return DateKind.STORY

    def placeless_kind(self) -> DateKind | None:
        """A vague word."""
        return DateKind.VAGUE


Placeless = Duration | Recurring | Vague
"""Meanings that date nothing by themselves."""
