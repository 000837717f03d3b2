"""Parts of meanings in words for a person: `2 years`, `every Tuesday`, `the third`, `the year before publication`."""

from functools import cache

from timeline.dates.calendar_names import MONTH_NAMES, WEEKDAY_NAMES
from timeline.dates.edtf import SEASONS
from timeline.meanings.composed import About
from timeline.meanings.placeless import Duration, Recurring
from timeline.meanings.units import Modifier, Reference, Unit

NAMED = "the words name it"
"""Why a date is meant that stands in the text in full."""

MONTH_WORDS = tuple(name.capitalize() for name in MONTH_NAMES)
DAY_NAMES = tuple(name.capitalize() for name in WEEKDAY_NAMES)

VAGUE_WORDS = {
    Reference.PAST: "a vague word for a time that is past",
    Reference.PRESENT: "a vague word for the present",
    Reference.FUTURE: "a vague word for a time to come",
}
_HEDGES = {
    Modifier.ABOUT: "about",
    Modifier.MORE: "more than",
    Modifier.LESS: "less than",
    Modifier.AT_LEAST: "at least",
    Modifier.AT_MOST: "at most",
}
_FRACTIONS = {0.5: "half"}


_WITH_AN_ARTICLE = frozenset("AE BS CF DO GB GM KM MH MV NL PH SB SC US".split())


@cache
def country_name(code: str) -> str:
    """`Canada` for `CA`, `the United States` for `US`; the code where it has no name."""
    from babel import Locale  # noqa: PLC0415 - its tables take 0.1 s, and few dates go by the country

    return f"{'the ' * (code in _WITH_AN_ARTICLE)}{Locale('en').territories.get(code, code)}"


def amount(count: float, unit: Unit) -> str:
    """`1 day`, `3 weeks`, `half a year`."""
    if count in _FRACTIONS:
        return f"{_FRACTIONS[count]} {'an' if unit is Unit.HOUR else 'a'} {unit}"
    return f"{count:g} {unit}{'' if count == 1 else 's'}"


def length(meaning: Duration | About) -> str:
    """`2 years`, `some days`, `at least half an hour`."""
    if isinstance(meaning, About):
        inner = length(meaning.base) if isinstance(meaning.base, Duration | About) else "a time"
        return f"{_HEDGES[meaning.modifier]} {inner}"
    return f"some {meaning.unit}s" if meaning.count is None else amount(meaning.count, meaning.unit)


def repeated(meaning: Recurring) -> str:
    """`every Tuesday`, `every 2 weeks`, `3 times every week`."""
    named = (
        DAY_NAMES[meaning.weekday]
        if meaning.weekday is not None
        else MONTH_WORDS[meaning.month - 1]
        if meaning.month is not None
        else SEASONS.get(meaning.season or 0, "")
    )
    if named and meaning.every > 1:
        named = f"{'other' if meaning.every == 2 else ordinal(meaning.every)} {named}"
    every = named or (amount(meaning.every, meaning.unit) if meaning.every > 1 else meaning.unit)
    times = "" if meaning.times is None else {1: "once ", 2: "twice "}.get(meaning.times, f"{meaning.times} times ")
    return f"{times}every {every}"


def ordinal(number: int) -> str:
    """`first`, `23rd`, `last`."""
    words = {1: "first", 2: "second", 3: "third", 4: "fourth", 5: "fifth", -1: "last"}
    if number < -1:
        return f"{ordinal(-number)} but last"
    return words.get(number, f"{number}{ending(number)}")


def ending(number: int) -> str:
    """Of an ordinal in figures: `st`, `nd`, `rd`, `th`."""
    return "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def year_from_publication(years: int) -> str:
    """`the year before publication`: of the calendar, counted from that of publication."""
    if years in (-1, 0, 1):
        return {-1: "the year before", 0: "the year of", 1: "the year after"}[years] + " publication"
    return f"the year {abs(years)} years {'before' if years < 0 else 'after'} publication"
