"""The units and other closed vocabularies that meanings are made of."""

from enum import StrEnum


class Unit(StrEnum):
    """Units of the calendar and the clock, finest first, named as in TIMEX3 durations by `timex.py`."""

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


CLOCK_UNITS = (Unit.HOUR, Unit.MINUTE, Unit.SECOND)
"""Units that are finer than a day."""

ANCHORING = (Unit.DAY, Unit.WEEK, Unit.MONTH, Unit.QUARTER, Unit.YEAR)
"""Units that what is told later can be counted from."""


FIRST_QUARTER, LAST_QUARTER = 33, 36
FIRST_HALF, SECOND_HALF = 40, 41
"""Parts of years by their EDTF numbers (ISO 8601-2, sub-year groupings)."""


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
    TURN = "TURN"
    """About the day on which it begins, on either side: `the turn of the year`. TIMEX3 has no `mod` for it."""


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
