"""Dates by name: `26 January 2019`, `May`, `Christmas`, `the third quarter`, `the 1990s`."""

import msgspec

from timeline.meanings import timex
from timeline.meanings.base import Base, DateKind
from timeline.meanings.ranges import Count, DayOfWeek, Month, MonthDay, SeasonNumber, YearPartNumber
from timeline.meanings.units import FIRST_QUARTER, LAST_QUARTER, Unit


class CalendarDate(Base, frozen=True, tag="date"):
    """A date by name: `26 January 2019`, `May 2018`, `2019`; a missing year is looked for around the anchor."""

    year: Count | None = None
    month: Month | None = None
    day: MonthDay | None = None
    weekday: DayOfWeek | None = None
    """The day of the week that the text gives with it, Monday 0: it must agree."""
    year_offset: Count | None = msgspec.field(default=None, name="years")
    """Its year, counted from that of publication: `May 20 last year` is -1."""

    def lacks(self) -> str:
        """A part of it, and a month where it has a year and a day."""
        if self.year is self.month is self.day is None:
            return "a year, a month or a day"
        return "a month" if self.month is None and self.day is not None and not self.is_bare() else ""

    def unplaced(self) -> str:
        """`XXXX-05-20`."""
        return timex.underspecified(self.year, self.month, self.day)

    def kind(self) -> DateKind:
        """By what of it is given."""
        if self.year is not None:
            return DateKind.YEAR if self.month is None else DateKind.FULL_DATE
        return DateKind.MONTH if self.day is None else DateKind.DAY

    def is_bare(self) -> bool:
        """Without its year."""
        return self.year is None and self.year_offset is None

    def fineness(self) -> Unit | None:
        """The smallest unit that is named."""
        return Unit.DAY if self.day is not None else Unit.MONTH if self.month is not None else Unit.YEAR


class SameDay(Base, frozen=True, tag="same-day"):
    """The day of publication in another year: `on this day in 1989`."""

    year: Count

    def unplaced(self) -> str:
        """`1989`."""
        return timex.underspecified(self.year, None, None)

    def kind(self) -> DateKind:
        """As a date with its year."""
        return DateKind.FULL_DATE

    def fineness(self) -> Unit | None:
        """A day."""
        return Unit.DAY


class BeforeChrist(Base, frozen=True, tag="before-christ"):
    """A year before the year 1: `44 BC`."""

    year: Count

    def unplaced(self) -> str:
        """`BC0044`."""
        return f"BC{self.year:04d}"

    def kind(self) -> DateKind:
        """As years have it."""
        return DateKind.YEAR

    def fineness(self) -> Unit | None:
        """A year: months and days before Christ are told of by it."""
        return Unit.YEAR


class Holiday(Base, frozen=True, tag="holiday"):
    """A day that has a name, by its id in `timeline.dates.holidays`; `last Christmas` has offset -1."""

    name: str
    year: Count | None = None
    offset: Count | None = None
    countries: tuple[str, ...] = ()
    """Countries (ISO 3166) that the text tells of, of a name whose day differs; any of them may be meant."""
    happened: bool = False
    """Whether what is told of happened on it: *the Boxing Day fire*, of whatever year."""

    def unplaced(self) -> str:
        """Some day."""
        return timex.SOME_DAY

    def kind(self) -> DateKind:
        """As seasons have it."""
        return DateKind.NAMED

    def is_bare(self) -> bool:
        """Without its year."""
        return self.year is None and self.offset is None

    def fineness(self) -> Unit | None:
        """A day."""
        return Unit.DAY


class Happening(Base, frozen=True, tag="happening"):
    """A day that is called by what happened on it: `D-Day`, `Black Wednesday`, `the Sept. 11 attacks`."""

    ids: tuple[str, ...] = ()
    """In `data/days/happenings.toml`, of those that it may be; of `the March 3 explosion` none."""
    month: Month | None = None
    day: MonthDay | None = None
    """Of the date that stands in its name."""
    year: Count | None = None
    countries: tuple[str, ...] = ()
    """As `Holiday` has it."""
    by_date: bool = False
    """Whether the words give that date alone, which may be of any year: `since Oct. 7`."""

    def lacks(self) -> str:
        """What says which day it is."""
        return "a name or a date" if not self.ids and (self.month is None or self.day is None) else ""

    def unplaced(self) -> str:
        """`XXXX-09-11`."""
        return timex.underspecified(self.year, self.month, self.day) if self.month else timex.SOME_DAY

    def kind(self) -> DateKind:
        """As holidays have it; that of a date where it is no more than one."""
        return DateKind.NAMED if self.ids else DateKind.DAY

    def is_bare(self) -> bool:
        """Without its year: many are kept each year."""
        return self.year is None

    def fineness(self) -> Unit | None:
        """A day."""
        return Unit.DAY


class YearPart(Base, frozen=True, tag="year-part"):
    """A quarter or half of a year by its EDTF number (33 first quarter to 36, 40 first half, 41)."""

    number: YearPartNumber
    year: Count | None = None
    year_offset: Count | None = msgspec.field(default=None, name="years")
    """Its year, counted from that of publication: `last year's third quarter` is -1."""
    fiscal: bool = False
    """Of a business year, of which the text doesn't say when it begins."""

    def unplaced(self) -> str:
        """`XXXX-Q3`."""
        return timex.year_part(self.number, self.year)

    def kind(self) -> DateKind:
        """Halves too."""
        return DateKind.QUARTER

    def is_bare(self) -> bool:
        """Without its year."""
        return self.year is None and self.year_offset is None

    def fineness(self) -> Unit | None:
        """A quarter of a calendar year; halves are no unit, and business years begin nobody says when."""
        return Unit.QUARTER if not self.fiscal and FIRST_QUARTER <= self.number <= LAST_QUARTER else None


class FiscalYear(Base, frozen=True, tag="fiscal-year"):
    """A business year by its number, or counted from publication."""

    year: Count | None = None
    year_offset: Count = msgspec.field(default=0, name="offset")
    """Its year, counted from that of publication."""

    def unplaced(self) -> str:
        """`XXXX`."""
        return "XXXX" if self.year is None else f"{self.year:04d}"

    def kind(self) -> DateKind:
        """As seasons have it."""
        return DateKind.NAMED


class Century(Base, frozen=True, tag="century"):
    """`the 20th century`, by its number; before Christ it is negative."""

    number: Count

    def unplaced(self) -> str:
        """`19` for the 20th."""
        return f"{self.number - 1:02d}" if self.number > 0 else f"BC{-self.number - 1:02d}"

    def kind(self) -> DateKind:
        """As years have it."""
        return DateKind.YEAR


class Decade(Base, frozen=True, tag="decade"):
    """`the 1990s`, by its first year."""

    start: Count

    def unplaced(self) -> str:
        """`199`."""
        return f"{self.start // 10:03d}"

    def kind(self) -> DateKind:
        """As years have it."""
        return DateKind.YEAR


class Season(Base, frozen=True, tag="season"):
    """A season by its EDTF number (21 spring to 24 winter), of a year or of the year that direction gives."""

    number: SeasonNumber
    year: Count | None = None
    offset: Count | None = None
    """`last summer` is -1, `this summer` 0."""

    def unplaced(self) -> str:
        """`XXXX-SU`."""
        return f"XXXX-{timex.SEASON_CODES[self.number]}"

    def kind(self) -> DateKind:
        """As holidays have it."""
        return DateKind.NAMED

    def is_bare(self) -> bool:
        """Without its year."""
        return self.year is None and self.offset is None

    def fineness(self) -> Unit | None:
        """Years are counted from it."""
        return Unit.YEAR


Named = CalendarDate | SameDay | BeforeChrist | Holiday | Happening | YearPart | FiscalYear | Century | Decade | Season
"""Meanings that name a date."""
