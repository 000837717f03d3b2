"""What is made of other meanings: `two days after Christmas`, `Wednesday night`, `early May`, `since Friday`."""

from timeline.meanings import timex
from timeline.meanings.base import Base, DateKind
from timeline.meanings.counted import Counted
from timeline.meanings.named import Named
from timeline.meanings.placeless import Placeless
from timeline.meanings.ranges import Count, DayOfWeek, Hour, Minute
from timeline.meanings.units import DayPart, Edge, Modifier, Unit
from timeline.when import Bound


class _FoundFrom(Base, frozen=True):
    """A time that is found from another, its first part."""

    def kind(self) -> DateKind:
        """Of the story, where the other counts from that."""
        return DateKind.STORY if self.parts()[0].kind() is DateKind.STORY else DateKind.COUNTED

    def kind_of_several(self) -> DateKind:
        """Counted all the same."""
        return self.kind()


class From(_FoundFrom, frozen=True, tag="from"):
    """So many units from a time that the text names: `two days after Christmas`, `a week ago Friday`."""

    count: Count
    unit: Unit
    base: "Meaning"

    def parts(self) -> "tuple[Meaning, ...]":
        """What it counts from."""
        return (self.base,)

    def unplaced(self) -> str:
        """One of its units."""
        return timex.some_unit(self.unit)

    def fineness(self) -> Unit | None:
        """Counted in days or weeks, that of the other time."""
        return self.base.fineness() if self.unit in (Unit.DAY, Unit.WEEK) else None


class Nth(_FoundFrom, frozen=True, tag="nth"):
    """The n-th unit or weekday of a period, from its end where negative: `the last Monday of May`."""

    number: Count
    base: "Meaning"
    unit: Unit = Unit.DAY
    weekday: DayOfWeek | None = None

    def parts(self) -> "tuple[Meaning, ...]":
        """The period."""
        return (self.base,)

    def unplaced(self) -> str:
        """`XXXX-WXX-1`, `XXXX-WXX`."""
        return timex.some_unit(self.unit) if self.weekday is None else timex.some_weekday(self.weekday)

    def fineness(self) -> Unit | None:
        """A day, a weekend or a week, where it is one."""
        if self.weekday is not None:
            return Unit.DAY
        return self.unit if self.unit in (Unit.DAY, Unit.WEEKEND, Unit.WEEK) else None


class UnitOf(_FoundFrom, frozen=True, tag="unit-of"):
    """The unit that a day lies in: `the week of March 4`; of a weekend the nearest: `the Memorial Day weekend`."""

    unit: Unit
    base: "Meaning"

    def parts(self) -> "tuple[Meaning, ...]":
        """The day."""
        return (self.base,)

    def unplaced(self) -> str:
        """`XXXX-WXX`."""
        return timex.some_unit(self.unit)


class FirstUnits(_FoundFrom, frozen=True, tag="first-units"):
    """The first so many units of a period, its last where negative: `the first five months of 2011`."""

    count: int
    base: "Meaning"
    unit: Unit

    def parts(self) -> "tuple[Meaning, ...]":
        """The period."""
        return (self.base,)

    def unplaced(self) -> str:
        """`P5M`."""
        return timex.duration(abs(self.count), self.unit)


class Reaching(_FoundFrom, frozen=True, tag="reaching"):
    """So many units up to a day or month, that included: `the three months to June`; from it on where positive."""

    count: int
    unit: Unit
    base: "Meaning"

    def parts(self) -> "tuple[Meaning, ...]":
        """Where they end, or begin."""
        return (self.base,)

    def unplaced(self) -> str:
        """`P3M`."""
        return timex.duration(abs(self.count), self.unit)


Found = From | Nth | UnitOf | FirstUnits | Reaching
"""Times that are found from another that the words name."""


class _PartOf(Base, frozen=True):
    """A time that is another, its first part, narrowed or hedged."""

    def unplaced(self) -> str:
        """That of the other."""
        return self.parts()[0].unplaced()

    def mod(self) -> str:
        """That of the other."""
        return self.parts()[0].mod()

    def kind(self) -> DateKind:
        """That of the other."""
        return self.parts()[0].kind()

    def kind_of_several(self) -> DateKind:
        """That of the other."""
        return self.parts()[0].kind_of_several()

    def fineness(self) -> Unit | None:
        """That of the other."""
        return self.parts()[0].fineness()


class PartOfDay(_PartOf, frozen=True, tag="within"):
    """A part of a day: `Wednesday night`."""

    part: DayPart
    base: "Meaning"

    def parts(self) -> "tuple[Meaning, ...]":
        """The day."""
        return (self.base,)

    def unplaced(self) -> str:
        """`XXXX-WXX-3TNI`."""
        return f"{self.base.unplaced()}T{self.part}"


class Clock(_PartOf, frozen=True, tag="clock"):
    """A clock time on a day: `at 8:30 p.m. Friday`."""

    hour: Hour
    minute: Minute
    base: "Meaning"
    zone: str = ""
    """As the text names it: `GMT`, `ET`, `local`."""

    def parts(self) -> "tuple[Meaning, ...]":
        """The day."""
        return (self.base,)

    def unplaced(self) -> str:
        """`XXXX-WXX-5T20:30`."""
        utc = "Z" if self.zone in ("GMT", "UTC") else ""
        return f"{self.base.unplaced()}T{self.hour:02d}:{self.minute:02d}{utc}"


class PartOfPeriod(_PartOf, frozen=True, tag="part"):
    """A part of a period: `early May`, `late last year`, `the end of the week`."""

    edge: Edge
    base: "Meaning"

    def parts(self) -> "tuple[Meaning, ...]":
        """The period."""
        return (self.base,)

    def mod(self) -> str:
        """`START`."""
        return self.edge.value


class About(_PartOf, frozen=True, tag="about"):
    """A time or a length that is hedged: `around 1990`, `at least two years`."""

    modifier: Modifier
    base: "Meaning"

    def parts(self) -> "tuple[Meaning, ...]":
        """What is hedged."""
        return (self.base,)

    def mod(self) -> str:
        """`APPROX`."""
        return self.modifier.value

    def placeless_kind(self) -> DateKind | None:
        """A hedged length is a length."""
        return self.base.placeless_kind()


Narrowed = PartOfDay | Clock | PartOfPeriod | About
"""Times that are another, narrowed or hedged."""


def unhedged(meaning: "Meaning") -> "Meaning":
    """What a meaning says without its *about* or *almost*."""
    return meaning.base if isinstance(meaning, About) else meaning


class Range(Base, frozen=True, tag="range"):
    """From one time to another; None is an open side: `since Friday`, `until May`, `from 3 to 5 May`."""

    start: "Meaning | None" = None
    end: "Meaning | None" = None

    def lacks(self) -> str:
        """A side."""
        return "a start or an end" if self.start is self.end is None else ""

    def parts(self) -> "tuple[Meaning, ...]":
        """Its sides that are not open."""
        return tuple(side for side in (self.start, self.end) if side is not None)

    def unplaced(self) -> str:
        """That of its first side; both are written as times of their own."""
        return self.parts()[0].unplaced() if self.parts() else ""

    def mod(self) -> str:
        """Of one open side that of the other."""
        sides = self.parts()
        return sides[0].mod() if len(sides) == 1 else ""

    def kind(self) -> DateKind:
        """A span from one time to another; of one open side that of the other."""
        sides = self.parts()
        return sides[0].kind() if len(sides) == 1 else DateKind.SPAN

    def kind_of_several(self) -> DateKind:
        """As its kind is."""
        sides = self.parts()
        return sides[0].kind_of_several() if len(sides) == 1 else DateKind.SPAN


class Bounded(Base, frozen=True, tag="bounded"):
    """Some time before, after or between others: `before 5 May 2012`, `by 1790`, `between 1190 and 1215`."""

    bound: Bound
    base: "Meaning"
    """The time that is named; of `between` the span from the one to the other."""

    def parts(self) -> "tuple[Meaning, ...]":
        """The time that is named."""
        return (self.base,)

    def unplaced(self) -> str:
        """That of the time named, as TimeML has it."""
        return self.base.unplaced()

    def mod(self) -> str:
        """`BEFORE`."""
        return "" if self.bound is Bound.BETWEEN else self.bound.value

    def kind(self) -> DateKind:
        """That of the time named."""
        return self.base.kind()


class OneOf(Base, frozen=True, tag="one-of"):
    """What can be read in several ways, the likelier first: `3/4/2019`."""

    options: tuple["Meaning", ...]

    def parts(self) -> "tuple[Meaning, ...]":
        """The ways."""
        return self.options

    def unplaced(self) -> str:
        """That of the likelier."""
        return self.options[0].unplaced() if self.options else ""

    def kind(self) -> DateKind:
        """One of several dates, even where they are the same."""
        return DateKind.SEVERAL

    def fineness(self) -> Unit | None:
        """That of all ways, where they have one in common."""
        units = {option.fineness() for option in self.options}
        return units.pop() if len(units) == 1 else None


Composed = Found | Narrowed | Range | Bounded | OneOf
"""Meanings that are made of others."""

Meaning = Named | Counted | Placeless | Composed
"""All that a time expression can mean."""
