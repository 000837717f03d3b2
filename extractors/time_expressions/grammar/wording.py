"""What each word can be to the date grammar: its kind and its value, told from its letters alone.

A token of spaCy's may hold several words (`mid-1990s`, `12:30am`), so that words are counted apart from tokens.
"""

import re
from collections.abc import Callable, Mapping
from enum import EnumType
from functools import cache
from typing import Any, Literal, cast, get_args

import msgspec

from extractors.lexicons import LexiconError, lexicon, words
from extractors.time_expressions.grammar.pieces import BINDERS, CAPITALISED, CARRIES, NOON, TELLING, WORD, Kind, Value
from timeline.dates.calendar_names import MONTHS, day_of
from timeline.dates.day_names import begins_a_name
from timeline.meanings.units import FIRST_HALF, FIRST_QUARTER


class Word(msgspec.Struct, frozen=True):
    """A word as the grammar sees it."""

    kind: Kind
    value: Value
    text: str
    lower: str

    def is_of(self, *kinds: Kind) -> bool:
        """Whether it is of one of these kinds."""
        return self.kind in kinds


class Wording(msgspec.Struct, frozen=True):
    """The words of one token."""

    words: tuple[Word, ...]
    tells_time: bool
    """Whether it may be part of a time expression by itself; a sentence without such a word has none."""


YEAR_FIGURES = r"1[5-9]\d\d|20\d\d"


def day_first(first: int, second: int, year: int) -> tuple[int, int, int]:
    """Year, month and day of figures parted by points, which who writes so puts the day first."""
    return (
        (year, second, first)
        if day_of(year, second, first) or not day_of(year, first, second)
        else (year, first, second)
    )


_NUMERALS: tuple[tuple[re.Pattern[str], Kind, Callable[[re.Match[str]], Value]], ...] = (
    (re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4}|\d\d)"), "slashed", lambda m: (int(m[1]), int(m[2]), full_year(m[3]))),
    (re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})"), "figured", lambda m: day_first(int(m[1]), int(m[2]), int(m[3]))),
    (re.compile(rf"({YEAR_FIGURES})([/.])(\d\d?)\2(\d\d?)"), "figured", lambda m: (int(m[1]), int(m[3]), int(m[4]))),
    (
        re.compile(r"(\d\d)[Tt](\d\d):(\d\d)(?::[\d.]+)?(?:([Zz])|[+-]\d\d:?\d\d)?\.?"),
        "stamp_end",
        lambda m: (int(m[1]), int(m[2]), int(m[3]), int(m[4] is not None)),
    ),
    (re.compile(r"1\d\d\d|20\d\d"), "year", lambda m: int(m[0])),
    (re.compile(r"(1\d|20|[2-9])(\d)0['’]?s"), "decade", lambda m: int(m[1] + m[2] + "0")),
    (re.compile(r"['’](\d\d)"), "year_short", lambda m: full_year(m[1])),
    (re.compile(r"['’](\d)0s"), "decade", lambda m: full_decade(m[1])),
    (re.compile(r"(\d)0['’]?s"), "decade_short", lambda m: full_decade(m[1])),
    (re.compile(r"(\d{1,2})(?:st|nd|rd|th)"), "ordinal", lambda m: int(m[1])),
    (re.compile(r"([01]?\d|2[0-3]):([0-5]\d)(?::[0-5]\d)?"), "clock", lambda m: (int(m[1]), int(m[2]))),
    (re.compile(r"[wW](\d\d)"), "iso_week", lambda m: int(m[1])),
    (re.compile(r"(?:[qQ]([1-4])|([1-4])[qQ])"), "quarter_code", lambda m: FIRST_QUARTER - 1 + int(m[1] or m[2])),
    (re.compile(r"(?:H([12])|([12])H)"), "quarter_code", lambda m: FIRST_HALF - 1 + int(m[1] or m[2])),
    (re.compile(r"(?:fy|FY)['’]?(\d{4}|\d\d)"), "fiscal_code", lambda m: full_year(m[1])),
    (re.compile(r"\d{1,3}(?:,\d{3}){0,4}|\d{1,15}(?:\.\d+)?"), "number", lambda m: _number(m[0])),
)
_MERIDIEM = re.compile(r"([ap])\.?m\.?")
_GLUED_MERIDIEM = re.compile(r"(\d[\d:.]*)([ap]\.?m\.?)", re.IGNORECASE)
_GLUED_CLAUSE = re.compile(r"(\d+)(,)([A-Za-z].*)")
_PART_OF_YEAR = re.compile(r"((?:[1-4][qQ]|[12]H)|(?:[qQ][1-4]|H[12])(?=['’]))['’]?(\d{4}|\d\d)")
"""`3Q19`, `1H2023`, `Q3'19`: a part of a year glued to it."""
_CITED = re.compile(r"(\d{4})([.,;:]?)((?:\[\d+\]?)+)")
"""`1948.[4]`: a year with the mark of a note."""
_PARTED = re.compile(r"([-–—/]|,(?=\s)|['’]s(?=\s|$)|\s+)")
WordList = Literal[
    "aged_thing",
    "calamity",
    "counted_thing",
    "day_moment",
    "earnings",
    "named_by_a_day",
    "named_by_a_month",
    "numbered_thing",
    "overnight_thing",
    "rate",
    "reported_sum",
    "talk",
    "temperature",
    "war",
    "weekday_epithet",
    "yearly",
]
WORD_LISTS = get_args(WordList)
"""Tables of `time.toml` that are no kinds, but lists that rules look at."""
_TELLING_WORDS = frozenset("nineteen past half moment moments time term ' ’ tues weds thurs thur fri".split())
_TWO_DIGIT_PIVOT = 50
"""Two figures from here on are of the 20th century: news of today tells of the last 75 years and the next 25."""
_LARGEST_CACHE = 30_000
"""Words that are kept, more than hundreds of articles use, before all are read anew."""
_cache: dict[str, Wording] = {}


def full_year(figures: str) -> int:
    """`98` is 1998, `07` 2007: the century that news of today means; four figures stay."""
    number = int(figures)
    if len(figures) > 2:
        return number
    return 1900 + number if number >= _TWO_DIGIT_PIVOT else 2000 + number


def full_decade(figure: str) -> int:
    """`30` is the 1930s, `10` the 2010s: a decade is told of when it is over."""
    return full_year(f"{figure}0") if figure in "01" else 1900 + 10 * int(figure)


def wording(text: str) -> Wording:
    """The words of a token; the same for each occurrence."""
    found = _cache.get(text)
    if found is None:
        if len(_cache) >= _LARGEST_CACHE:
            _cache.clear()
        found = _cache[text] = _read(text)
    return found


def _read(text: str) -> Wording:
    if text.isspace():
        return Wording((), tells_time=False)
    word = _word(text)
    found: tuple[Word, ...] = (word,)
    if word.kind == WORD:
        found = _glued(text) or found
    telling = any(one.kind in TELLING or one.lower in _TELLING_WORDS for one in found)
    return Wording(found, telling or (not text[:1].islower() and begins_a_name(found[0].text)))


_YEARS_PARTED = re.compile(r"\d{3}[/-]\d{2,3}")
"""`387/386`, `264-241`, which are years if an era follows."""
_MOST_PARTS = 9
"""`two-and-a-half-year-old`: what has more parts is no word but an address or a code."""


def _glued(text: str) -> tuple[Word, ...]:
    """`12:30am`, `mid-1990s`, `last week` where a pipeline has merged it: the words, if any of them speaks of time."""
    if match := _GLUED_MERIDIEM.fullmatch(text) or _GLUED_CLAUSE.fullmatch(text) or _CITED.fullmatch(text):
        return tuple(_word(part) for part in match.groups() if part)
    if match := _PART_OF_YEAR.fullmatch(text):
        return _word(match[1]), _word(match[2] if len(match[2]) > len("19") else f"'{match[2]}")
    parts = [part for part in _PARTED.split(text) if part and not part.isspace()]
    if not 1 < len(parts) <= _MOST_PARTS:
        return ()
    found = tuple(map(_word, parts))
    telling = any(word.kind in TELLING for word in found)
    figures = all(word.is_of("number", "–") for word in found) or _YEARS_PARTED.fullmatch(text) is not None
    return found if telling or figures else ()


def _word(text: str) -> Word:
    kind, value = _kind(text, text.lower())
    return Word(kind, value, text, text.lower())


_NOTHING_ELSE = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday "
    "january february april june july september october november december".split()
)
"""Names that are no other word, so that they need no capital: *got hit on tuesday*."""


def _kind(text: str, lower: str) -> tuple[Kind, Value]:
    if lower[0].isdigit() or (lower[0] in "'’wWqQfFhH" and lower[-1].isdecimal()) or lower[0] in "'’":
        found = _numeral(text)
        if found is not None:
            return found
    if match := _MERIDIEM.fullmatch(lower):
        return "meridiem", NOON * (match[1] == "p")
    plain = lower.replace("’", "'")
    named = _vocabulary().get(plain) or _vocabulary().get(plain.rstrip("."))
    name = named is not None and named[0] in CAPITALISED and plain not in _NOTHING_ELSE
    if named is None or (name and not text[0].isupper()) or (named[0] == "zone" and text == lower):
        return WORD, None
    return named


def _numeral(text: str) -> tuple[Kind, Value] | None:
    for pattern, kind, value in _NUMERALS:
        if match := pattern.fullmatch(text):
            return kind, value(match)
    return None


def _number(text: str) -> int | float:
    number = float(text.replace(",", ""))
    return int(number) if number.is_integer() else number


def listed(name: WordList) -> frozenset[str]:
    """The words of a list in `time.toml`."""
    return words("time", name)


@cache
def _vocabulary() -> dict[str, tuple[Kind, Value]]:
    """Lower-cased word to kind and value."""
    months: dict[str, tuple[Kind, Value]] = {name: ("month", number) for name, number in MONTHS.items()}
    table: dict[str, tuple[Kind, Value]] = {word: (word, None) for word in BINDERS}
    for kind, entries in lexicon("time").items():
        if kind in WORD_LISTS:
            continue
        if kind not in CARRIES:
            raise LexiconError(f"time.toml has a table “{kind}”, which is no kind of piece of the date grammar")
        told = _told_in(cast("Kind", kind), entries)
        if twice := told.keys() & table.keys():
            raise LexiconError(f"time.toml has “{twice.pop()}” a second time, as “{kind}”")
        table |= told
    return months | table


def _told_in(kind: Kind, entries: Mapping[str, Any]) -> dict[str, tuple[Kind, Value]]:
    """The words of one table: of a kind that carries a name the word is its own."""
    carried = CARRIES[kind]
    if listed := entries.get("words"):
        return {word: (kind, word if carried is str else None) for word in listed}
    as_carried: Callable[[Any], Any] = carried if isinstance(carried, EnumType) else lambda value: value
    return {word: (kind, as_carried(value)) for word, value in entries.items()}
