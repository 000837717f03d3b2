"""Rules for the first and last units of longer times: `the first five months of 2011`, `the last month of the year`."""

from extractors.time_expressions.grammar.building import (
    INSTANTS,
    amount,
    integer,
    is_placed,
    lasting,
    made,
    meaning,
    piece,
    said,
    unit,
    whole,
)
from extractors.time_expressions.grammar.composition import Built, Run, Words, layer, rule
from extractors.time_expressions.grammar.pieces import Piece
from timeline.meanings import Meaning
from timeline.meanings.composed import Clock, FirstUnits, Nth, PartOfDay, Range
from timeline.meanings.counted import Period, Trailing, Weekday
from timeline.meanings.placeless import Recurring
from timeline.meanings.units import CLOCK_UNITS, Unit

_SIZES = tuple(Unit)
_LONGER = (Unit.WEEK, Unit.MONTH, Unit.QUARTER, Unit.YEAR, Unit.DECADE, Unit.CENTURY)


def _which(one: Piece, words: Words) -> int | None:
    """Which one in the row; the last is -1."""
    if one.is_of("relative", "final"):
        return -1 if said(one, words) in ("last", "final") else None
    return 2 if one.kind == "second" else integer(one.value)


def _first_units(run: Run, words: Words) -> Built:
    """`the first five months of 2011`, `the first ten days of May`."""
    which = piece(run, "ordinal_word", "final")
    assert which is not None
    held, base = amount(piece(run, "amount")), _base(run)
    count, way = whole(held.count), _which(which, words)
    if base is None or count is None or way not in (1, -1) or held.hedge is not None:
        return None
    return _units_of(way * count, held.unit, base)


def _last_units(run: Run, words: Words) -> Built:
    """`the last four months of 2021`, `the last month of the year`, `the last Friday of the month`."""
    inner, base = meaning(run[0]), _base(run)
    if base is None:
        return None
    match inner:
        case Weekday(day, -1):
            return made(Nth(-1, base, weekday=day)) if run[-1].kind == "unit" else None
        case Trailing(-1, Unit.QUARTER | Unit.MONTH | Unit.WEEK | Unit.WEEKEND | Unit.DAY as only):
            return made(Nth(-1, base, only)) if _is_finer(only, base) else None
        case Period(Unit.QUARTER | Unit.WEEKEND as only, -1) if run[-1].kind == "unit":
            return made(Nth(-1, base, only)) if _is_finer(only, base) else None
        case Trailing(count, only) if count < -1:
            return _units_of(count, only, base)
        case _:
            return None


def _units_of(count: int, only: Unit, base: Meaning) -> Built:
    fits = only not in (*CLOCK_UNITS, *INSTANTS) and _is_finer(only, base)
    return lasting(FirstUnits(count, base, only)) if fits and 0 < abs(count) < 400 else None


def _is_finer(only: Unit, base: Meaning) -> bool:
    longer = base.fineness() if not isinstance(base, Period) else base.unit
    return longer is None or _SIZES.index(only) < _SIZES.index(longer)


def _base(run: Run) -> Meaning | None:
    """The longer time; which year *the year* is lies with what is told of it."""
    last = run[-1]
    if last.kind == "unit":
        only = unit(last)
        return Period(only, None) if only in _LONGER else None
    base = meaning(last)
    return base if is_placed(last) and not isinstance(base, Weekday | Range | PartOfDay | Clock) else None


def _nth_of_unit(run: Run, words: Words) -> Built:
    """`the first Monday of the month`, `the second week of the year`."""
    which = run[1] if run[0].kind == "the" else run[0]
    thing, base, count = piece(run[1:], "time", "unit"), _base(run), _which(which, words)
    if thing is None or base is None or not count or abs(count) > 53:
        return None
    if thing.kind == "unit":
        only = unit(thing)
        plain = only in (Unit.DAY, Unit.WEEK, Unit.WEEKEND, Unit.MONTH) and _is_finer(only, base)
        return made(Nth(count, base, only)) if plain else None
    return _nth_day(meaning(thing), count, base)


def _nth_day(day: Meaning, count: int, base: Meaning) -> Built:
    match day:
        case Weekday(weekday, None) | Recurring(Unit.WEEK, int() as weekday, 1, None):
            return made(Nth(count, base, weekday=weekday))
        case _:
            return None


def _nth_weekday(run: Run, words: Words) -> Built:
    """`first Tuesday of May`, as it is said without an article."""
    return _nth_of_unit(run, words) if isinstance(meaning(piece(run, "time")), Weekday | Recurring) else None


def _nth_of_several(run: Run, words: Words) -> Built:
    """The first of `the second and fourth Mondays of January`."""
    and_ = next(at for at, one in enumerate(run) if one.is_of("and", "or", ","))
    several = next((one for one in run[and_:] if one.kind == "time"), None)
    if several is None or not isinstance(meaning(several), Recurring):
        return None
    base, count = _base(run), _which(run[and_ - 1], words)
    return _nth_day(meaning(several), count, base) if base is not None and count else None


WHICH = "ordinal_word|second|ordinal"
FIRST_OF_SEVERAL = layer(
    "the first of several weekdays of a month",
    rule(
        "nth-of-several",
        f"[ the? {WHICH} ] and|or|, the? {WHICH}|final time of|in time",
        _nth_of_several,
        "the second and fourth Mondays of January",
    ),
    rule(
        "nth-of-several",
        f"[ the? {WHICH} ] and|or|, the? {WHICH}|final time of the unit",
        _nth_of_several,
        "the second and third Fridays of the month",
    ),
)
FIRSTS = layer(
    "firsts and lasts of longer times",
    rule("first-units", "the ordinal_word|final amount of|in time", _first_units, "the first five months of 2011"),
    rule("first-units", "the ordinal_word|final amount of the unit", _first_units, "the first five months of the year"),
    rule("first-units", "time of|in time", _last_units, "the last four months of 2021"),
    rule("first-units", "time of the unit", _last_units, "the last month of the year"),
    rule("nth", f"the {WHICH}|final unit|time of the unit", _nth_of_unit, "the first Monday of the month"),
    rule("nth", f"the? {WHICH} time of|in time", _nth_weekday, "first Tuesday of May"),
    rule("nth", f"{WHICH}|final time of the unit", _nth_weekday, "third Fridays of the month"),
)
