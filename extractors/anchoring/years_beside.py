"""Years that stand a little before a bare date: *the 2019 strike … called off on 8 November*.

A paper gives a date of its own last months without a year, and leaves out that of a story that it has just named. Which
of both is meant only the calendar tells (`timeline.dates.resolve`): both are kept. Nothing here depends on the
publication date.
"""

from bisect import bisect_right
from collections.abc import Collection, Sequence

import msgspec

from timeline.meanings import Meaning
from timeline.meanings.composed import Bounded, From, OneOf, PartOfDay
from timeline.meanings.counted import Shift
from timeline.meanings.named import CalendarDate, Holiday
from timeline.meanings.units import Anchor, Unit
from timeline.model import NarrativeAnchor, Sense, TimeExpression

_BACK = 8
"""Times before a date among which a full date of its month stands."""
_FAR = 1500
"""Characters in which it stands: a few paragraphs."""
_ADJACENT = 5
"""Characters between *that year* and the date in it: *that year, on 5 May*."""


def with_years_beside(
    expressions: Sequence[TimeExpression], sentences: Sequence[int], asides: Collection[int] = ()
) -> list[TimeExpression]:
    """Each bare date with the year that was told beside it, as the other date that it may be.

    Args:
        expressions: in the order of the text.
        sentences: where each sentence starts, in characters.
        asides: those told aside, which begin no story: *the firm, founded in 1952, opened a shop on 4 March*.
    """
    settled: list[TimeExpression] = []
    for at, one in enumerate(expressions):
        first = max(0, at - _BACK)
        before = [other for place, other in enumerate(settled[first:], first) if place not in asides]
        before = [other for other in before if one.start - other.start <= _FAR]
        if one.direction.sense is not Sense.FUTURE and one.told is None and one.event is None:
            one = _beside(one, before, sentences)  # noqa: PLW2901 - the same, and more of it
        settled.append(one)
    return settled


def _beside(one: TimeExpression, before: Sequence[TimeExpression], sentences: Sequence[int]) -> TimeExpression:
    match _bare(one.meaning):
        case CalendarDate(None, None, int() as day) if (month := _month_of(one, day, before, sentences)) is not None:
            return msgspec.structs.replace(_with_day(one, month), told=before[-1].told)
        case CalendarDate(None, int() as month, int()) as date:
            same = next((full for full in map(_full, reversed(before)) if full and full.month == month), None)
            if same is not None:
                return _with_day(one, OneOf((msgspec.structs.replace(date, year=same.year), date)))
            year = _year_of_sentence(one, before, sentences)
            if year is not None:
                return _with_day(one, OneOf((date, msgspec.structs.replace(date, year=year))))
    return one


def _bare(meaning: Meaning) -> CalendarDate | None:
    """The date without a year that a time is, or is a part of."""
    match meaning:
        case CalendarDate(year=None, weekday=None, year_offset=None, day=int()):
            return meaning
        case PartOfDay(_, base):
            return _bare(base)
        case _:
            return None


def _full(one: TimeExpression) -> CalendarDate | None:
    """A past day by its full date, or by one that was found to be of another year."""
    match one.meaning:
        case CalendarDate(int(), int(), int()) as date:
            return date if one.direction.sense is not Sense.FUTURE else None
        case OneOf((CalendarDate(int(), int(), int()) as date, CalendarDate(year=None))):
            return date
        case _:
            return None


def _year_of_sentence(one: TimeExpression, before: Sequence[TimeExpression], sentences: Sequence[int]) -> int | None:
    """A year by name in the same sentence, with no other day between."""
    last = next((other for other in reversed(before) if other.meaning.fineness() is not None), None)
    if last is None or bisect_right(sentences, last.start) != bisect_right(sentences, one.start):
        return None
    match last.meaning:
        case CalendarDate(int() as year, None, None):
            return year
        case _:
            return None


def _month_of(
    one: TimeExpression, day: int, before: Sequence[TimeExpression], sentences: Sequence[int]
) -> Meaning | None:
    """*On June 5th … on the 6th*: a later day of the month that was told of in the same sentence."""
    last = before[-1] if before else None
    if last is None or bisect_right(sentences, last.start) != bisect_right(sentences, one.start):
        return None
    if last.direction.sense is Sense.FUTURE or Sense.FUTURE in (one.direction.sense, one.direction.likelier):
        return None
    dates = last.meaning.options if isinstance(last.meaning, OneOf) else (last.meaning,)
    moved = [
        msgspec.structs.replace(date, day=day, weekday=None)
        for date in dates
        if isinstance(date, CalendarDate) and date.month is not None and date.day is not None and date.day < day
    ]
    if not moved or len(moved) < len(dates):
        return None
    return moved[0] if len(moved) == 1 else OneOf(tuple(moved))


def _with_day(one: TimeExpression, day: Meaning) -> TimeExpression:
    meaning = PartOfDay(one.meaning.part, day) if isinstance(one.meaning, PartOfDay) else day
    return msgspec.structs.replace(one, meaning=meaning)


def with_that_year(expressions: Sequence[TimeExpression], text: str) -> tuple[TimeExpression, ...]:
    """*That year, two days before Christmas*: of the year that *that year* is, by the time that this counts from."""
    settled: list[TimeExpression] = []
    for at, one in enumerate(expressions):
        near = [
            place for place in (at - 1, at + 1) if 0 <= place < len(expressions) and _is_that_year(expressions[place])
        ]
        year = next((place for place in near if _is_beside(expressions[place], one, text)), None)
        if year is not None and _lacks_year(one.meaning) and one.told is None:
            named = year if year < at else _named_before(expressions, at)
            if named is not None:
                link = NarrativeAnchor(named, same_sentence=True)
                one = msgspec.structs.replace(one, told=link)  # noqa: PLW2901 - the same, and more of it
        settled.append(one)
    return tuple(settled)


def _is_that_year(one: TimeExpression) -> bool:
    return one.meaning == Shift(0, Unit.YEAR, Anchor.NARRATIVE)


def _named_before(expressions: Sequence[TimeExpression], at: int) -> int | None:
    """The last year by name that was told before *two days before Easter that year*."""
    for place in range(at - 1, max(-1, at - _BACK), -1):
        meaning = expressions[place].meaning
        base = meaning.base if isinstance(meaning, Bounded | PartOfDay) else meaning
        if isinstance(base, CalendarDate) and base.year is not None:
            return place
    return None


def _is_beside(year: TimeExpression, one: TimeExpression, text: str) -> bool:
    first, last = sorted((year, one), key=lambda each: each.start)
    between = text[first.end : last.start]
    plain = between.replace(",", " ").split()
    return "that" in year.text.lower() and len(between) <= _ADJACENT and set(plain) <= {"on", "at", "in"}


def _lacks_year(meaning: Meaning) -> bool:
    match meaning:
        case CalendarDate() | Holiday():
            return meaning.is_bare()
        case From(base=base) | PartOfDay(base=base) | Bounded(base=base):
            return _lacks_year(base)
        case _:
            return False
