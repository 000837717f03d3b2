"""What a time expression means, before anyone asks when: small symbolic values that know no publication date.

The grammar in `extractors` composes them, `timeline.dates.resolve` turns them into dates, and the store keeps them as
JSON (`{"means": "weekday", "day": 5}`), so that another publication date needs no second reading.
"""

from enum import StrEnum

import msgspec


class Unit(StrEnum):
    """Units of the calendar and the clock, named as in TIMEX3 durations by `timeline.dates.timex`."""

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
    FIRST_HALF = "FIRST_HALF"
    SECOND_HALF = "SECOND_HALF"
    EARLIER = "BEFORE"
    """What was over of it at publication: `earlier this month`."""
    LATER = "AFTER"
    """What was still to come of it: `later this year`."""


class Modifier(StrEnum):
    """How an amount or a time is hedged, by its TIMEX3 `mod`."""

    ABOUT = "APPROX"
    MORE = "MORE_THAN"
    LESS = "LESS_THAN"
    AT_LEAST = "EQUAL_OR_MORE"
    AT_MOST = "EQUAL_OR_LESS"


class Anchor(StrEnum):
    """What a shift counts from."""

    PUBLICATION = "publication"
    """And the day on which a speaker said it, where the sentence names that day."""
    NARRATIVE = "narrative"
    """A time told of before: `two days later`, `the day before he left`."""
    EVENT = "event"
    """What the words after it tell: `two days after he left`, of which TimeML marks the length alone."""


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
    years: int | None = None
    """Of the year so many from that of publication: `May 20 last year` is -1."""


class BeforeChrist(_Meaning, frozen=True, tag="before-christ"):
    """A year before the year 1: `44 BC`."""

    year: int


class Holiday(_Meaning, frozen=True, tag="holiday"):
    """A day that has a name, by its id in `timeline.dates.holidays`; `last Christmas` has offset -1."""

    name: str
    year: int | None = None
    offset: int | None = None


class YearPart(_Meaning, frozen=True, tag="year-part"):
    """A quarter or half of a year by its EDTF number (33 first quarter to 36, 40 first half, 41)."""

    number: int
    year: int | None = None
    years: int | None = None
    """Of the year so many from that of publication: `last year's third quarter` is -1."""
    fiscal: bool = False
    """Of a business year, of which the text doesn't say when it begins."""


class FiscalYear(_Meaning, frozen=True, tag="fiscal-year"):
    """A business year by its number, or counted from publication."""

    year: int | None = None
    offset: int = 0


class Century(_Meaning, frozen=True, tag="century"):
    """`the 20th century`, by its number; before Christ it is negative."""

    number: int


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
    anchor: Anchor = Anchor.PUBLICATION
    """What `the previous Friday` is previous to."""


class Period(_Meaning, frozen=True, tag="period"):
    """A whole calendar unit, counted from the one that holds publication: `last week` is -1, `today` day 0."""

    unit: Unit
    offset: int | None
    """None where the direction decides between the last and the next: `the weekend`."""


class MonthOf(_Meaning, frozen=True, tag="month-of"):
    """A month of a counted year: `May last year`, `last May` (offset counts in Mays)."""

    month: int
    offset: int
    counts_years: bool = False
    """True: of the year so many from this one; False: the so-manieth such month from publication."""


class OfStory(_Meaning, frozen=True, tag="of-story"):
    """A month or a season that counts from the story: `that May`, `the following spring`, `June of the next year`."""

    offset: int
    month: int | None = None
    season: int | None = None
    """By its EDTF number."""
    counts_years: bool = False
    """As `MonthOf` has it."""


class Shift(_Meaning, frozen=True, tag="shift"):
    """So many units from an anchor: `eight days ago`, `in eight days`, `two days later`."""

    count: int
    unit: Unit
    anchor: Anchor = Anchor.PUBLICATION


class Some(_Meaning, frozen=True, tag="some"):
    """An untold number of units from what is told: `hours later`, `days after the vote`."""

    unit: Unit
    way: int
    """1 is after it, -1 before it."""
    anchor: Anchor = Anchor.NARRATIVE


class From(_Meaning, frozen=True, tag="from"):
    """So many units from a time that the text names: `two days after Christmas`, `a week ago Friday`."""

    count: int
    unit: Unit
    base: "Meaning"


class Nth(_Meaning, frozen=True, tag="nth"):
    """The so-manieth unit or weekday of a period, from its end where negative: `the last Monday of May`."""

    number: int
    base: "Meaning"
    unit: Unit = Unit.DAY
    weekday: int | None = None


class UnitOf(_Meaning, frozen=True, tag="unit-of"):
    """The unit that a day lies in: `the week of March 4`; of a weekend the nearest: `the Memorial Day weekend`."""

    unit: Unit
    base: "Meaning"


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
    zone: str = ""
    """As the text names it: `GMT`, `ET`, `local`."""


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
    """A set of times: `every Tuesday`, `monthly`, `twice a week`, `each July`."""

    unit: Unit
    weekday: int | None = None
    every: int = 1
    """In how many units it comes."""
    times: int | None = None
    """How often it comes in them."""
    month: int | None = None
    season: int | None = None
    part: DayPart | None = None
    """The part of the day that it comes in: `every morning`."""


class About(_Meaning, frozen=True, tag="about"):
    """A time or a length that is hedged: `around 1990`, `at least two years`."""

    modifier: Modifier
    base: "Meaning"


class OneOf(_Meaning, frozen=True, tag="one-of"):
    """What can be read in several ways, the likelier first: `3/4/2019`."""

    options: tuple["Meaning", ...]


class Vague(_Meaning, frozen=True, tag="vague"):
    """`now`, `recently`, `soon`: a time that stays vague."""

    reference: Reference


Meaning = (
    CalendarDate
    | BeforeChrist
    | Holiday
    | YearPart
    | FiscalYear
    | Century
    | Decade
    | Season
    | Weekday
    | Period
    | MonthOf
    | OfStory
    | Shift
    | Some
    | From
    | Nth
    | UnitOf
    | Trailing
    | Within
    | Clock
    | Part
    | Range
    | Duration
    | Recurring
    | About
    | OneOf
    | Vague
)
