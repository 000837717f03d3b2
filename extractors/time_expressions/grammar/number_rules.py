"""Rules for numbers in words, ordinals, hours of the clock: what dates and amounts are made of."""

import re

from extractors.time_expressions.grammar.building import before, follows, integer, number, piece
from extractors.time_expressions.grammar.composition import Built, Run, Words, layer, rule
from extractors.time_expressions.grammar.pieces import NOON, ClockTime
from extractors.time_expressions.grammar.wording import full_year
from timeline.dates.calendar_names import MONTHS
from timeline.meanings.units import DayPart, Unit

_LATE = (DayPart.AFTERNOON, DayPart.EVENING, DayPart.NIGHT)
_FIRST_AT_NIGHT = 6
"""*Two at night* is after midnight, *nine at night* before it."""
_OF_24 = re.compile(r"(?:[01]\d|2[0-3]):[0-5]\d")
_BEFORE_AN_HOUR = frozenset(
    "around about approximately until till by from before after between since past nearly almost roughly just".split()
)
_POINTED = re.compile(r"(\d\d?)\.([0-5]\d)")
_MULTIPLES = (100, 1000)
"""Numbers that others multiply: *two hundred*."""
_CENTURIES_SPELLED = range(16, 21)
"""As *nineteen* in *nineteen seventy-nine*; what is smaller counts: *fifteen twenty*."""
_LAST_NAMED_YEAR = 2100
"""What is larger after *the year* is no year of news."""
_BEFORE_A_YEAR = frozenset("in since until by of from year".split())


def _compound(run: Run, words: Words) -> Built:
    """`twenty-five`, `two hundred`; `a hundred`."""
    first, last = integer(run[0].value), integer(run[-1].value)
    if run[0].kind == "a":
        first = 1 if last in (*_MULTIPLES, NOON) else None
    if first is None or last is None:
        return None
    if last in _MULTIPLES or (last == NOON and words[run[-1].start].lower == "dozen"):
        return ("number", first * last) if 0 < first < 100 else None
    if first in range(20, 100, 10) and 0 < last < 10 and words[run[0].start].lower.isalpha():
        return "ordinal_word" if run[-1].kind == "ordinal_word" else "number", first + last
    return None


def _twenty_second(run: Run, words: Words) -> Built:
    """`the twenty-second of May`; not a twenty-second delay."""
    tens = integer(run[0].value)
    dated = before(run, words) == "the" and follows(run, words) == "of"
    month = before(run, words).rstrip(".") in MONTHS
    spelled = words[run[0].start].lower.isalpha() and tens in (20, 30)
    return ("ordinal_word", tens + 2) if tens is not None and spelled and (dated or month) else None


def _and_a_half(run: Run, words: Words) -> Built:
    count = run[0].value
    return ("number", count + 0.5) if isinstance(count, int) and count < 1000 else None


def _spelled_year(run: Run, words: Words) -> Built:
    """`nineteen seventy-nine`, `twenty nineteen`; `in two thousand and one`."""
    first, last = integer(run[0].value), integer(run[-1].value)
    if first is None or last is None or not words[run[0].start].lower.isalpha():
        return None
    if first in _CENTURIES_SPELLED and 10 <= last < 100:
        return "year", first * 100 + last
    if first == 2000 and 0 < last < 100 and before(run, words) in _BEFORE_A_YEAR:
        return "year", first + last
    return None


def _year_of(run: Run, words: Words) -> Built:
    """`the year two thousand`, `in the year 800`."""
    count = integer(run[-1].value) if run[1].value is Unit.YEAR else None
    if count is None or not 0 < count <= _LAST_NAMED_YEAR or follows(run, words) == "%":
        return None
    return "year_named", count


def _short_year(run: Run, words: Words) -> Built:
    """`in '98`, `Aug. '98`: the apostrophe is a word of its own."""
    figures = words[run[-1].start].text
    led = before(run, words)
    if len(figures) != 2 or not figures.isdecimal() or not (led in _BEFORE_A_YEAR or led.rstrip(".") in MONTHS):
        return None
    return "year_short", full_year(figures)


_DAYS = ("weekday", "day_offset", "tonight")


def _clock(run: Run, words: Words) -> Built:
    """`8:30 p.m.`, `at 18:30`, `5 p.m. EST`, `noon`, `1830 GMT`."""
    named, plain = piece(run, "hour_name"), piece(run, "clock", "number", "year")
    zone = piece(run, "zone", "local")
    meridiem = piece(run, "meridiem")
    minute: int | None = 0
    if named is not None:
        if _is_title(run, words):
            return "word", None
        hour: int | None = number(named)
    else:
        assert plain is not None
        text = words[plain.start].text
        if isinstance(plain.value, tuple):
            hour, minute = plain.value
        elif match := _POINTED.fullmatch(text):
            hour, minute = int(match[1]), int(match[2])
        elif meridiem is None and len(text) == 4 and text.isdecimal():
            hour, minute = int(text[:2]), int(text[2:])
        else:
            hour = integer(plain.value)
    if hour is None or minute is None or not 0 <= hour < 24 or not 0 <= minute < 60:
        return None
    if meridiem is not None:
        if not 1 <= hour <= NOON:
            return None
        hour = hour % NOON + number(meridiem)
    said = "" if zone is None else "local time" if zone.kind == "local" else words[zone.start].text
    return "clocktime", ClockTime(hour, minute, said)


def _hour_of_24(run: Run, words: Words) -> Built:
    """`around 20:30`, `Saturday 20:00`, `between 15:00 and 06:00`; not `a ratio of 20:30`."""
    at, end = run[0].start, run[-1].end
    before = words[at - 1] if at else None
    told = before is not None and (before.lower in _BEFORE_AN_HOUR or before.kind in _DAYS)
    after = end + 1 if end < len(words) and words[end].lower == "on" else end
    told |= after < len(words) and words[after].kind in _DAYS
    joined = before is not None and before.lower in ("and", "to", "-", "–", "or") and at > 1
    told |= joined and words[at - 2].kind == "clock"
    return _clock(run, words) if told and _OF_24.fullmatch(words[at].text) else None


def _is_title(run: Run, words: Words) -> bool:
    """`Midnight Oil`: inside a sentence no hour is spelled large before another large word."""
    next_ = words[run[-1].end] if run[-1].end < len(words) else None
    large = words[run[0].start].text.istitle() and run[0].start > 0
    return large and next_ is not None and next_.kind == "word" and next_.text.istitle()


def _oclock(run: Run, words: Words) -> Built:
    """`ten o'clock`, `at ten o'clock in the evening`, `at 8 in the morning`."""
    counted, part = piece(run, "number"), piece(run, "daypart")
    hour = integer(counted.value) if counted is not None else None
    if hour is None or not 1 <= hour <= NOON:
        return None
    late = part is not None and part.value in _LATE and not (part.value is DayPart.NIGHT and hour < _FIRST_AT_NIGHT)
    return "clocktime", ClockTime(hour % NOON + NOON if late else hour, 0, of_twelve=part is None)


def _past_an_hour(run: Run, words: Words) -> Built:
    """`half past ten`, `a quarter to nine`."""
    hour, to = integer(run[-1].value), run[-2].kind == "to"
    quarter = run[-3].kind == "unit"
    told = words[run[-2].start].lower in ("past", "to") and (not quarter or run[-3].value is Unit.QUARTER)
    if not told or hour is None or not 1 <= hour <= NOON:
        return None
    minute = 45 if to else 15 if quarter else 30
    return "clocktime", ClockTime((hour - to) or NOON, minute, of_twelve=True)


COMPOUNDS = layer(
    "compound numbers",
    rule("number", "number -? number", _compound, "twenty-five days"),
    rule("number", "a number", _compound, "a hundred days"),
    rule("ordinal", "number - ordinal_word", _compound, "the twenty-fifth of May"),
    rule("ordinal", "number ordinal_word", _compound, "the twenty fifth of May"),
    rule("ordinal", "number -? second", _twenty_second, "the twenty-second of May"),
)
NUMBERS = layer(
    "numbers, hours",
    rule("and-a-half", "number and a|one half", _and_a_half, "two and a half years"),
    rule("and-a-half", "number - and - a - half", _and_a_half, "two-and-a-half years"),
    rule("spelled-year", "number -? number", _spelled_year, "nineteen seventy-nine"),
    rule("spelled-year", "number and number", _spelled_year, "in two thousand and one"),
    rule("clock", "clock|number meridiem zone?", _clock, "8:30 p.m. GMT"),
    rule("clock", "clock|number meridiem local time_word", _clock, "8:30 p.m. local time"),
    rule("clock", "at [ clock|number meridiem zone? ]", _clock, "at 8 p.m."),
    rule("clock", "at [ clock|number meridiem local time_word ]", _clock, "at 8 p.m. local time"),
    rule("clock", "clock|number|year zone", _clock, "1830 GMT"),
    rule("clock", "at [ clock|number|year zone ]", _clock, "at 18:30 GMT"),
    rule("clock", "at [ clock ]", _clock, "at 18:30"),
    rule("clock", "clock", _hour_of_24, "around 18:30"),
    rule("clock", "number o'clock in|at the? daypart", _oclock, "ten o'clock in the evening"),
    rule("clock", "at [ number in the daypart ]", _oclock, "at 8 in the morning"),
    rule("clock", "number o'clock", _oclock, "ten o'clock"),
    rule("clock", "clock|number|year local time_word", _clock, "18:30 local time"),
    rule("clock", "at [ clock|number|year local time_word ]", _clock, "at 18:30 local time"),
    rule("past-an-hour", "half relative number", _past_an_hour, "half past ten"),
    rule("past-an-hour", "a? unit relative|to number", _past_an_hour, "a quarter to nine"),
    rule("clock", "hour_name zone?", _clock, "noon"),
)
YEARS = layer(
    "years in words",
    rule("year", "the unit number|year", _year_of, "in the year 800"),
    rule("short-year", "' number", _short_year, "in ' 98"),
)
