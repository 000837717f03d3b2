"""Rules for days that name their month once: `2, 3 and 9 March`, `the 2nd and the 5th of April`, `June 3, 4 and 7`.

Days that follow on each other are one span (`calendar_rules.py`). Of others each is a time of its own: a layer takes
one day of the row at a time, so that a row is as long as there are layers.
"""

from itertools import pairwise

from extractors.time_expressions.grammar.building import NO_NOUN, after, dated, integer, number, piece
from extractors.time_expressions.grammar.composition import Built, Run, Words, layer, rule
from extractors.time_expressions.grammar.pieces import Piece, Time
from timeline.meanings.composed import Range
from timeline.meanings.named import CalendarDate

DAY = "number|ordinal"


def _days(run: Run) -> list[Piece]:
    return [one for one in run if one.is_of("number", "ordinal")]


def is_row(days: list[Piece]) -> bool:
    """Whether each of them is the day after the one before it."""
    numbers = [integer(day.value) or 0 for day in days]
    return numbers == list(range(numbers[0], numbers[0] + len(numbers)))


def _row(run: Run, words: Words) -> Built:
    """`3, 4 and 5 June 2024`, `June 3rd, 4th and 5th`: from the first day to the last."""
    days, month, year = _days(run), piece(run, "month"), piece(run, "year")
    assert month is not None
    if not is_row(days) or (run[0] is month and year is None and not ends_dates(run, words)):
        return None
    first, last = (dated(year.value if year else None, month.value, day.value) for day in (days[0], days[-1]))
    return None if first is None or last is None else ("date", Time(Range(first, last)))


def _ahead_of_its_month(run: Run, words: Words) -> Built:
    """The first of `11 and 14 January`."""
    days, month, year = _days(run), piece(run, "month"), piece(run, "year")
    assert month is not None
    if (is_row(days) and not piece(run, "or")) or not _rises(days):
        return None
    date = dated(year.value if year else None, month.value, days[0].value)
    return ("date", Time(date)) if date else None


def _rises(days: list[Piece]) -> bool:
    numbers = [integer(day.value) or 0 for day in days]
    return all(one < other for one, other in pairwise(numbers)) and numbers[-1] <= 31


def _behind_its_month(run: Run, words: Words) -> Built:
    """The second of `June 3, 4 and 7`."""
    days, month, year = _days(run), piece(run, "month"), piece(run, "year")
    assert month is not None
    if (is_row(days) and not piece(run, "or")) or not _rises(days) or (year is None and not ends_dates(run, words)):
        return None
    date = dated(year.value if year else None, month.value, days[1].value)
    return ("date", Time(date)) if date else None


def _last_of_its_month(run: Run, words: Words) -> Built:
    """The third of `June 3, 4 and 7`, whose second is a date by now."""
    other, month, year = piece(run, "date"), piece(run, "month"), piece(run, "year")
    assert month is not None
    assert other is not None
    same = isinstance(other.value, Time) and isinstance(other.value.meaning, CalendarDate)
    if not same or (year is None and not ends_dates(run, words)):
        return None
    date = dated(year.value if year else None, number(month), _days(run)[-1].value)
    return ("date", Time(date)) if date else None


def ends_dates(run: Run, words: Words) -> bool:
    """Whether no noun follows that the last figure counts: *on June 3 and 40 people came*."""
    next_ = after(run, words)
    return next_ is None or next_.lower in NO_NOUN or not next_.text[:1].isalnum()


ROWS_OF_DAYS = layer(
    "rows of days",
    rule("days-row", f"the? {DAY} , {DAY} ,? and {DAY} of? month ,? year", _row, "3, 4 and 5 June 2024"),
    rule("days-row", f"the? {DAY} , {DAY} ,? and {DAY} of? month", _row, "3, 4 and 5 June"),
    rule("days-row", f"month {DAY} , {DAY} ,? and {DAY} ,? year", _row, "June 3, 4 and 5, 2024"),
    rule("days-row", f"month {DAY} , {DAY} ,? and {DAY}", _row, "June 3rd, 4th and 5th"),
)
DAYS_OF_FOUR = layer(
    "the first of four days",
    rule(
        "day-of-several",
        f"[ the? {DAY} ] , {DAY} , {DAY} ,? and {DAY} of? month ,? year?",
        _ahead_of_its_month,
        "2, 3, 7 and 9 March",
    ),
)
DAYS_OF_THREE = layer(
    "one of three days",
    rule(
        "day-of-several",
        f"[ the? {DAY} ] , the? {DAY} ,? and the? {DAY} of? month ,? year?",
        _ahead_of_its_month,
        "2, 3 and 9 March",
    ),
    rule("day-of-several", f"month {DAY} , [ {DAY} ] ,? and {DAY} ,? year?", _behind_its_month, "June 3, 4 and 7"),
)
DAYS_OF_TWO = layer(
    "one of two days",
    rule(
        "day-of-several",
        f"[ the? {DAY} ] and|or the? {DAY} of? month ,? year?",
        _ahead_of_its_month,
        "the 2nd and the 5th of April",
    ),
    rule("day-of-several", f"month {DAY} , date ,? and [ {DAY} ,? year? ]", _last_of_its_month, "June 3, 4 and 7"),
    rule("day-of-several", f"month {DAY} and|or [ {DAY} ,? year? ]", _behind_its_month, "June 3 and 7"),
)
SHARED_DAYS = (ROWS_OF_DAYS, DAYS_OF_FOUR, DAYS_OF_THREE, DAYS_OF_TWO)
"""Before the layer of dates by name, in this order."""
