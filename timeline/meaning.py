"""What a time expression means, before anyone asks when: small symbolic values that know no publication date.

The grammar in `extractors` composes them, `timeline.resolve` turns them into dates, and the store keeps them as JSON
(`{"means": "weekday", "day": 5}`), so that another publication date needs no second reading.
"""

from enum import StrEnum

import msgspec


class Unit(StrEnum):
    """Units of the calendar and the clock, named as in TIMEX3 durations by `timeline.timex`."""

    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


class DayPart(StrEnum):
    """Parts of the day, by their TIMEX3 codes."""

    MORNING = "MO"
    MIDDAY = "MI"
    AFTERNOON = "AF"
    EVENING = "EV"
    NIGHT = "NI"


class Edge(StrEnum):
    """Which part of a period is meant, by its TIMEX3 `mod`."""

    START = "START"
    MID = "MID"
    END = "END"


class Anchor(StrEnum):
    """What a shift counts from."""

    PUBLICATION = "publication"
    """And the day on which a speaker said it, where the sentence names that day."""
    NARRATIVE = "narrative"
    """A time told of before: `two days later`, `the day before he left`."""


class Reference(StrEnum):
    """TIMEX3's values for a time that is kept vague."""

    PAST = "PAST_REF"
    PRESENT = "PRESENT_REF"
    FUTURE = "FUTURE_REF"


class _Meaning(msgspec.Struct, frozen=True, tag_field="means", omit_defaults=True):
    """The base of all meanings."""


class CalendarDate(_Meaning, frozen=True, tag="date"):
    """A date by name: `26 January 2019`, `May 2018`, `2019`; a missing year is looked for around the anchor."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    """The day of the week that the text gives with it, Monday 0: it must agree."""


class Decade(_Meaning, frozen=True, tag="decade"):
    """`the 1990s`, by its first year."""

    start: int


class Season(_Meaning, frozen=True, tag="season"):
    """A season by its EDTF number (21 spring to 24 winter), of a year or of the year that direction gives."""

    number: int
    year: int | None = None
    offset: int | None = None
    """`last summer` is -1, `this summer` 0."""


class Weekday(_Meaning, frozen=True, tag="weekday"):
    """A day of the week, Monday 0; `offset` is -1 for `last Friday`, 1 for `next Friday`, 0 for `this Friday`."""

    day: int
    offset: int | None = None


class Period(_Meaning, frozen=True, tag="period"):
    """A whole calendar unit, counted from the one that holds publication: `last week` is -1, `today` day 0."""

    unit: Unit
    offset: int


class MonthOf(_Meaning, frozen=True, tag="month-of"):
    """A month of a counted year: `May last year`, `last May` (offset counts in Mays)."""

    month: int
    offset: int
    counts_years: bool = False
    """True: of the year so many from this one; False: the so-manieth such month from publication."""


class Shift(_Meaning, frozen=True, tag="shift"):
    """So many units from an anchor: `eight days ago`, `in eight days`, `two days later`."""

    count: int
    unit: Unit
    anchor: Anchor = Anchor.PUBLICATION


class Trailing(_Meaning, frozen=True, tag="trailing"):
    """The stretch of units next to publication: `in the last week` (-1), `the next two years` (2)."""

    count: int
    unit: Unit


class Within(_Meaning, frozen=True, tag="within"):
    """A part of a day: `Wednesday night`."""

    part: DayPart
    base: "Meaning"


class Clock(_Meaning, frozen=True, tag="clock"):
    """A clock time on a day: `at 8:30 p.m. Friday`."""

    hour: int
    minute: int
    base: "Meaning"


class Part(_Meaning, frozen=True, tag="part"):
    """A part of a period: `early May`, `late last year`, `the end of the week`."""

    edge: Edge
    base: "Meaning"


class Range(_Meaning, frozen=True, tag="range"):
    """From one time to another; None is an open side: `since Friday`, `until May`, `from 3 to 5 May`."""

    start: "Meaning | None" = None
    end: "Meaning | None" = None


class Duration(_Meaning, frozen=True, tag="duration"):
    """A length of time with no place: `for two years`; no count is `for years`."""

    unit: Unit
    count: float | None = None


class Recurring(_Meaning, frozen=True, tag="recurring"):
    """A set of times: `every Tuesday`, `monthly`."""

    unit: Unit
    weekday: int | None = None


class Vague(_Meaning, frozen=True, tag="vague"):
    """`now`, `recently`, `soon`: a time that stays vague."""

    reference: Reference


Meaning = (
    CalendarDate
    | Decade
    | Season
    | Weekday
    | Period
    | MonthOf
    | Shift
    | Trailing
    | Within
    | Clock
    | Part
    | Range
    | Duration
    | Recurring
    | Vague
)
