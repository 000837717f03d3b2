"""What counts from publication, from the story or from an event: `Friday`, `last week`, `two days later`."""

from timeline.meanings import timex
from timeline.meanings.base import Base, DateKind
from timeline.meanings.ranges import Count, DayOfWeek, Month, SeasonNumber
from timeline.meanings.units import ANCHORING, CLOCK_UNITS, Anchor, Unit


class Weekday(Base, frozen=True, tag="weekday"):
    """A day of the week, Monday 0; `offset` is -1 for `last Friday`, 1 for `next Friday`, 0 for `this Friday`."""

    day: DayOfWeek
    offset: Count | None = None
    anchor: Anchor = Anchor.PUBLICATION
    """What `the previous Friday` is previous to."""

    def unplaced(self) -> str:
        """`XXXX-WXX-5`."""
        return timex.some_weekday(self.day)

    def kind(self) -> DateKind:
        """By what it counts from."""
        return DateKind.WEEKDAY if self.anchor is Anchor.PUBLICATION else DateKind.STORY

    def kind_of_several(self) -> DateKind:
        """Two, where the direction is open."""
        return DateKind.OPEN_WEEKDAY if self.anchor is Anchor.PUBLICATION else DateKind.STORY

    def is_bare(self) -> bool:
        """`this Friday` too may be behind or ahead."""
        return not self.offset

    def fineness(self) -> Unit | None:
        """A day."""
        return Unit.DAY


class Period(Base, frozen=True, tag="period"):
    """A whole calendar unit, counted from the one that holds publication: `last week` is -1, `today` day 0."""

    unit: Unit
    offset: Count | None
    """None where the direction decides between the last and the next: `the weekend`."""

    def unplaced(self) -> str:
        """`XXXX-WXX`."""
        return timex.some_unit(self.unit)

    def kind(self) -> DateKind:
        """By its unit."""
        match self.unit:
            case Unit.DAY:
                return DateKind.TODAY
            case Unit.WEEK | Unit.WEEKEND:
                return DateKind.WEEK
            case _:
                return DateKind.PERIOD

    def is_bare(self) -> bool:
        """`the weekend`, and `this weekend`, of which news tells on both sides."""
        return self.offset is None or (self.unit is Unit.WEEKEND and not self.offset)

    def fineness(self) -> Unit | None:
        """Its unit, where others count from such."""
        return self.unit if self.offset is not None and self.unit in ANCHORING else None


class MonthOf(Base, frozen=True, tag="month-of"):
    """A month of a counted year: `May last year`, `last May` (offset counts in Mays)."""

    month: Month
    offset: Count
    counts_years: bool = False
    """True: its year is counted from that of publication; False: it is the n-th such month from publication."""

    def unplaced(self) -> str:
        """`XXXX-05`."""
        return f"XXXX-{self.month:02d}"

    def kind(self) -> DateKind:
        """A month."""
        return DateKind.MONTH

    def fineness(self) -> Unit | None:
        """A month."""
        return Unit.MONTH


class OfStory(Base, frozen=True, tag="of-story"):
    """A month or a season that counts from the story: `that May`, `the following spring`, `June of the next year`."""

    offset: Count
    month: Month | None = None
    season: SeasonNumber | None = None
    """By its EDTF number."""
    counts_years: bool = False
    """As `MonthOf` has it."""

    def lacks(self) -> str:
        """A month or a season."""
        return "a month or a season" if self.month is self.season is None else ""

    def unplaced(self) -> str:
        """`XXXX-05`, `XXXX-SP`."""
        return f"XXXX-{self.month:02d}" if self.month is not None else f"XXXX-{timex.SEASON_CODES[self.season or 21]}"

    def kind(self) -> DateKind:
        """Of the story."""
        return DateKind.STORY

    def fineness(self) -> Unit | None:
        """A month; from a season years are counted."""
        return Unit.YEAR if self.month is None else Unit.MONTH


class Shift(Base, frozen=True, tag="shift"):
    """So many units from an anchor: `eight days ago`, `in eight days`, `two days later`."""

    count: Count
    unit: Unit
    anchor: Anchor = Anchor.PUBLICATION

    def unplaced(self) -> str:
        """The length alone where TimeML marks that, else one of the units."""
        told = self.anchor is Anchor.NARRATIVE and self.unit in CLOCK_UNITS and self.count
        if told or self.anchor is Anchor.EVENT:
            return timex.duration(abs(self.count), self.unit)
        return timex.some_unit(self.unit)

    def kind(self) -> DateKind:
        """By what it counts from."""
        return DateKind.AGO if self.anchor is Anchor.PUBLICATION else DateKind.STORY

    def fineness(self) -> Unit | None:
        """Its unit, where others count from such."""
        return self.unit if self.anchor is not Anchor.EVENT and self.unit in ANCHORING else None


class Some(Base, frozen=True, tag="some"):
    """An untold number of units from what is told: `hours later`, `days after the vote`."""

    unit: Unit
    way: Count
    """1 is after it, -1 before it."""
    anchor: Anchor = Anchor.NARRATIVE

    def unplaced(self) -> str:
        """`PXD`."""
        return timex.duration(None, self.unit)

    def kind(self) -> DateKind:
        """Of the story."""
        return DateKind.STORY


class Trailing(Base, frozen=True, tag="trailing"):
    """The stretch of units next to publication: `in the last week` (-1), `the next two years` (2)."""

    count: Count
    unit: Unit

    def unplaced(self) -> str:
        """`P2Y`."""
        return timex.duration(abs(self.count), self.unit)

    def kind(self) -> DateKind:
        """A stretch."""
        return DateKind.STRETCH


Counted = Weekday | Period | MonthOf | OfStory | Shift | Some | Trailing
"""Meanings that count from a day, or from what is told."""
