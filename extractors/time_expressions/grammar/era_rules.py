"""Rules for years of an era: `44 BC`, `AD 79`, `1190/85 BC`, `10 January 49 BC`.

A day or a month before Christ is told of by its year: which day of our calendar it was is a question for scholars.
"""

import datetime as dt

from extractors.time_expressions.grammar.building import dated, integer, made, piece
from extractors.time_expressions.grammar.composition import Built, Run, Words, rule
from extractors.time_expressions.grammar.pieces import Kind, Piece, Time
from timeline.meanings import Meaning
from timeline.meanings.composed import Bounded, Range
from timeline.meanings.named import BeforeChrist, CalendarDate
from timeline.when import Bound

_BEFORE_CHRIST: tuple[Kind, ...] = ("bc", "b.c", "bce", "b.c.e")
_OUR_ERA: tuple[Kind, ...] = ("ad", "a.d", "ce", "c.e")
BEFORE = "|".join(_BEFORE_CHRIST)
_ERA = f"{BEFORE}|{'|'.join(_OUR_ERA)}"
_FURTHEST = 10**10
"""Years before Christ: the world is older than that, but not much."""


def _is_era(one: Piece, words: Words) -> bool:
    """Whether it is an era, and not *30 ad agencies*."""
    return one.is_of(*_BEFORE_CHRIST) or words[one.start].text[:1].isupper()


def _year(one: Piece, *, before: bool) -> int | None:
    year = integer(one.value)
    return year if year is not None and 0 < year <= (_FURTHEST if before else dt.MAXYEAR) else None


def _years(run: Run) -> list[Piece]:
    return [one for one in run if one.is_of("number", "year")]


def _old_year(run: Run, words: Words) -> Built:
    """`44 BC`, `AD 79`."""
    era = piece(run, *_BEFORE_CHRIST, *_OUR_ERA)
    assert era is not None
    before = era.is_of(*_BEFORE_CHRIST)
    year = _year(_years(run)[0], before=before)
    if year is None or not _is_era(era, words):
        return None
    return made(BeforeChrist(year) if before else CalendarDate(year))


def _span(run: Run, words: Words) -> Range | None:
    """Both years, the later one perhaps with its last figures alone: `1190/85`."""
    first, last = (_year(one, before=True) for one in _years(run))
    if first is None or last is None:
        return None
    size = 10 ** len(words[_years(run)[1].start].text)
    if last < size <= first and piece(run, "-", "–", "/") and first // size * size + last < first:
        last += first // size * size
    return Range(BeforeChrist(first), BeforeChrist(last)) if last < first else None


def _from_to(run: Run, words: Words) -> Built:
    span = _span(run, words)
    return None if span is None else made(span)


def _between(run: Run, words: Words) -> Built:
    span = _span(run, words)
    return None if span is None else made(Bounded(Bound.BETWEEN, span))


def _day(run: Run, words: Words) -> Built:
    """`10 January 49 BC`, `24 August AD 79`, `March 44 BC`."""
    era = piece(run, *_BEFORE_CHRIST, *_OUR_ERA)
    assert era is not None
    if not _is_era(era, words):
        return None
    before = era.is_of(*_BEFORE_CHRIST)
    at = next(place for place, one in enumerate(run) if one.kind == "month")
    figures = _years(run[at:])
    year = _year(figures[-1], before=before)
    if year is None:
        return None
    if before:
        return "date", Time(BeforeChrist(year))
    month = integer(run[at].value)
    day = next((one for one in (*run[:at], *run[at + 1 : run.index(figures[-1])]) if one.is_of(*_DAYS)), None)
    meaning: Meaning | None = CalendarDate(year, month) if day is None else dated(year, month, day.value)
    return None if meaning is None else ("date", Time(meaning))


_DAYS: tuple[Kind, ...] = ("number", "ordinal", "ordinal_word")
_DAY = "|".join(_DAYS)
DAYS_OF_AN_ERA = (
    rule("era-day", f"the? {_DAY} of? month ,? number|year {_ERA}", _day, "10 January 49 BC"),
    rule("era-day", f"the? {_DAY} of? month ,? ad|a.d number|year", _day, "24 August AD 79"),
    rule("era-day", f"month the? {_DAY} ,? number|year {_ERA}", _day, "March 15, 44 BC"),
    rule("era-month", f"month of|,? number|year {_ERA}", _day, "March 44 BC"),
)
"""For the layer of dates by name."""
YEARS_OF_AN_ERA = (
    rule("years-bc", f"number|year -|–|/ number|year {BEFORE}", _from_to, "1190/85 BC"),
    rule("years-bc", f"from [ number|year to|until number|year {BEFORE} ]", _from_to, "from 264 to 241 BC"),
    rule("between", f"between [ number|year and number|year {BEFORE} ]", _between, "between 1190 and 1185 BC"),
    rule("old-year", f"number|year {_ERA}", _old_year, "44 BC"),
    rule("old-year", "ad|a.d number|year", _old_year, "AD 79"),
)
"""For the layer of finished dates."""
