"""How often dates that were read in the same way are right, as measured on news dated by hand.

Each expression that was given a time belongs to one kind, by its meaning and by how that was resolved. How many of a
kind were right is counted by `make calibrate` and kept in `data/calibration.toml`; nothing of it is stored with an
article, so that a new date has a new confidence.
"""

import tomllib
from enum import StrEnum
from functools import cache
from importlib.resources import files

import msgspec

from timeline.meanings.composed import (
    About,
    Anchor,
    BeforeChrist,
    CalendarDate,
    Century,
    Clock,
    Decade,
    Duration,
    FiscalYear,
    From,
    Holiday,
    Meaning,
    MonthOf,
    Nth,
    OfStory,
    OneOf,
    Part,
    Period,
    Range,
    Recurring,
    Season,
    Shift,
    Some,
    Trailing,
    Unit,
    UnitOf,
    Vague,
    Weekday,
    Within,
    YearPart,
)
from timeline.model import Article, Assertion, TimeExpression
from timeline.when import When

PRIOR = 10
"""So many cases of the overall rate are added to each kind, so that a kind of few cases stays close to it."""

FEW = 30
"""A kind with fewer cases says so."""


OfTheCalendar = CalendarDate | Decade | Century | MonthOf | YearPart | Season | Holiday | FiscalYear | Period | Trailing
"""Meanings that are of one kind however they are resolved."""


class Kind(StrEnum):
    """How a time was read, in words for a person."""

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


class Confidence(msgspec.Struct, frozen=True):
    """How often an expression of its kind is read right."""

    kind: Kind
    rate: float
    """Between 0 and 1; of several dates that of the first."""

    def says(self, when: When) -> str:
        """`read right 93 times in 100 in news dated by hand (weekday, direction settled)`."""
        read = "the first is right" if when.candidates else "read right"
        few = ", few cases" if measured()[self.kind][1] < FEW else ""
        return f"{read} {100 * self.rate:.0f} times in 100 in news dated by hand ({self.kind}{few})"


def of_assertion(assertion: Assertion, article: Article) -> Confidence | None:
    """Of the date that is read for an assertion; None where no words gave one."""
    return None if assertion.time is None else confidence(article.time_expressions[assertion.time], assertion.when)


def confidence(found: TimeExpression, when: When) -> Confidence | None:
    """Of the time that an expression was given; None where it stays open."""
    kind = kind_of(found, when)
    return None if kind is None else Confidence(kind, round(rate(measured(), kind), 3))


@cache
def measured() -> dict[Kind, tuple[int, int]]:
    """Of each kind, how many were right, and of how many."""
    counts = tomllib.loads((files("dateline_data") / "calibration.toml").read_text(encoding="utf-8"))
    return {kind: (counts[kind][0], counts[kind][1]) for kind in Kind}


def rate(counts: dict[Kind, tuple[int, int]], kind: Kind) -> float:
    """The share of right ones, drawn to that of all kinds: (right + PRIOR · overall) / (of + PRIOR)."""
    overall = sum(right for right, _ in counts.values()) / sum(of for _, of in counts.values())
    right, of = counts[kind]
    return (right + PRIOR * overall) / (of + PRIOR)


def kind_of(found: TimeExpression, when: When) -> Kind | None:
    """How a time was read; None where it stays open."""
    if (placeless := _placeless(found.meaning)) is not None and when.is_open:
        return placeless
    if when.is_open:
        return None
    return Kind.STORY if found.told is not None or found.event is not None else _kind(found.meaning, when)


def _placeless(meaning: Meaning) -> Kind | None:
    match meaning:
        case About(base=base):
            return _placeless(base)
        case Duration(count=count):
            return Kind.UNCOUNTED if count is None else Kind.LENGTH
        case Recurring():
            return Kind.REPEATED
        case Vague():
            return Kind.VAGUE
        case _:
            return None


def _kind(meaning: Meaning, when: When) -> Kind:
    match meaning:
        case Within(base=base) | Clock(base=base) | Part(base=base) | About(base=base):
            return _kind(base, when)
        case Range(start, end):
            known = start or end
            return Kind.SPAN if known is None or (start and end) else _kind(known, when)
        case From(base=base) | Nth(base=base) | UnitOf(base=base):
            return Kind.STORY if _kind(base, when) is Kind.STORY else Kind.COUNTED
        case Weekday(anchor=Anchor.PUBLICATION):
            return Kind.OPEN_WEEKDAY if when.candidates else Kind.WEEKDAY
        case Shift(anchor=Anchor.PUBLICATION):
            return Kind.SEVERAL if when.candidates else Kind.AGO
        case Weekday() | Shift() | Some() | OfStory() | Vague() | Duration() | Recurring():
            return Kind.STORY
        case OneOf() | BeforeChrist():
            return Kind.SEVERAL
        case _:
            return Kind.SEVERAL if when.candidates else _of_the_calendar(meaning)


def _of_the_calendar(meaning: OfTheCalendar) -> Kind:
    match meaning:
        case CalendarDate(year=int(), month=int()):
            return Kind.FULL_DATE
        case CalendarDate(year=int()) | Decade() | Century():
            return Kind.YEAR
        case CalendarDate(day=int()):
            return Kind.DAY
        case CalendarDate() | MonthOf():
            return Kind.MONTH
        case YearPart():
            return Kind.QUARTER
        case Season() | Holiday() | FiscalYear():
            return Kind.NAMED
        case Period(Unit.DAY):
            return Kind.TODAY
        case Period(Unit.WEEK | Unit.WEEKEND):
            return Kind.WEEK
        case Period():
            return Kind.PERIOD
        case Trailing():
            return Kind.STRETCH
