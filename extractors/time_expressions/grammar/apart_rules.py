"""Rules for days told apart from what says which: `Friday the 24th`, `the 20th of next month`."""

from extractors.time_expressions.grammar.building import (
    MOST_WEEKS,
    NO_NOUN,
    after,
    before,
    is_day,
    lasting,
    made,
    meaning,
    number,
    of_day,
    piece,
    said,
    unit,
)
from extractors.time_expressions.grammar.composition import Built, Run, Words, layer, rule
from extractors.time_expressions.grammar.pieces import Kind, Piece
from timeline.meanings import Meaning
from timeline.meanings.composed import From, Nth, PartOfDay, Reaching
from timeline.meanings.counted import MonthOf, OfStory, Period, Shift, Trailing, Weekday
from timeline.meanings.named import CalendarDate
from timeline.meanings.units import Anchor, Unit

_VERBS = frozenset("is was will would has had as".split())
"""After a weekday that begins a clause of its own: *he said last week Friday was fine*."""


def _in_week(week: Meaning, day: Meaning) -> Built:
    """A day, or a part of one, of a week that is told beside it."""
    if not isinstance(week, Period | Shift) or week.unit is not Unit.WEEK:
        return None
    if isinstance(week, Shift) and week.anchor is not Anchor.NARRATIVE:
        return None
    match day:
        case Weekday(which, None):
            return made(Nth(1, week, weekday=which))
        case PartOfDay(part, Weekday(which, None)):
            return of_day(PartOfDay(part, Nth(1, week, weekday=which)))
        case _:
            return None


def _week_first(run: Run, words: Words) -> Built:
    """`next week on Friday`, `next week Tuesday`; `next month on the 20th`."""
    next_ = after(run, words)
    if not piece(run, "on") and next_ is not None and next_.lower in _VERBS:
        return None
    outer, inner = meaning(run[0]), meaning(run[-1])
    if piece(run, "on") and isinstance(inner, CalendarDate):
        return _day_of_month(outer, inner)
    return _in_week(outer, inner)


def _week_last(run: Run, words: Words) -> Built:
    """`Wednesday evening last week`."""
    return _in_week(meaning(run[-1]), meaning(run[0]))


def _year_first(run: Run, words: Words) -> Built:
    """`last year in May`."""
    match meaning(run[0]), meaning(run[-1]):
        case Period(Unit.YEAR, int() as years), CalendarDate(None, int() as month, None, None, None):
            return made(MonthOf(month, years, counts_years=True))
        case _:
            return None


def _day_of_month(month: Meaning, day: Meaning) -> Built:
    counted = isinstance(month, Period | Shift) and month.unit is Unit.MONTH
    if not counted or not isinstance(day, CalendarDate) or day.month is not None or day.day is None:
        return None
    return made(Nth(day.day, month, Unit.DAY))


def _of_month(run: Run, words: Words) -> Built:
    """`the 20th of next month`."""
    return _day_of_month(meaning(run[-1]), meaning(run[0]))


def _ordinal_of_month(run: Run, words: Words) -> Built:
    return _day_of_month(meaning(run[-1]), CalendarDate(None, None, number(run[1]))) if number(run[1]) <= 31 else None


def _weekday_the(run: Run, words: Words) -> Built:
    """`Friday the 24th`: the day of the week must agree."""
    next_, day = after(run, words), number(run[-1])
    plain = next_ is None or next_.lower in NO_NOUN or not next_.text[:1].isalnum()
    return made(CalendarDate(None, None, day, number(run[0]))) if plain and 1 <= day <= 31 else None


def _weekday_beyond(run: Run, words: Words) -> Built:
    """`the Friday before last`, `the Friday after next`."""
    way = {("before", "last"): -1, ("after", "next"): 1}.get((run[-2].kind, said(run[-1], words)))
    next_ = after(run, words)
    if way is None or (next_ is not None and (next_.kind in _NAMED or next_.text.istitle())):
        return None
    return made(From(way, Unit.WEEK, Weekday(number(piece(run, "weekday")), way)))


def _weekday_beside(run: Run, words: Words) -> Built:
    """`the Friday before`, of what was told; `the Friday before the vote`: which one, only the vote tells."""
    next_ = after(run, words)
    ends = next_ is None or next_.lower in NO_NOUN or not next_.text[:1].isalnum()
    if ends:
        return made(Weekday(number(piece(run, "weekday")), -1 if run[-1].kind == "before" else 1, Anchor.NARRATIVE))
    return made(Weekday(number(piece(run, "weekday")), None, Anchor.EVENT))


def _weekday_beside_day(run: Run, words: Words) -> Built:
    """`the Friday before Labor Day`: that of the seven days before it."""
    base, outer = meaning(run[-1]), meaning(run[0])
    beside = said(Piece("word", None, run[0].end - 1, run[0].end), words)
    way = {"before": -1, "after": 1}.get(beside)
    if way is None or not isinstance(outer, Weekday) or outer.anchor is not Anchor.EVENT or not is_day(base):
        return None
    week = Reaching(way, Unit.WEEK, From(way, Unit.DAY, base))
    return made(Nth(1, week, weekday=outer.day))


def _unit_after_next(run: Run, words: Words) -> Built:
    """`the week after next`."""
    only, next_ = unit(run[1]), after(run, words)
    named = next_ is not None and (next_.kind in _NAMED or next_.text.istitle())
    if said(run[-1], words) != "next" or named or only not in (Unit.WEEK, Unit.WEEKEND, Unit.MONTH, Unit.YEAR):
        return None
    return made(Period(only, 2))


_NAMED: frozenset[Kind] = frozenset(
    ("weekday", "month", "month_ambiguous", "season", "unit", "units", "daypart", "number", "year")
)


def _fortnight(run: Run, words: Words) -> Built:
    """`the past fortnight`, `the next fortnight`."""
    way = number(run[-2])
    return lasting(Trailing(2 * way, Unit.WEEK)) if way else None


def _of_told_year(run: Run, words: Words) -> Built:
    """`October that year`, `in June the next year`, `25 June that year`."""
    match meaning(run[-1]):
        case Shift(years, Unit.YEAR, Anchor.NARRATIVE) | Trailing(1 as years, Unit.YEAR):
            pass
        case _:
            return None
    match meaning(run[0]):
        case CalendarDate(None, int() as month, day, None, None):
            of_month = OfStory(years, month, counts_years=True)
            return made(of_month if day is None else Nth(day, of_month, Unit.DAY))
        case _:
            return None


def _week_number(run: Run, words: Words) -> Built:
    """`week 23 of 2019`."""
    week = run[1].value
    if unit(run[0]) is not Unit.WEEK or not isinstance(week, int) or not 1 <= week <= MOST_WEEKS:
        return None
    return made(Nth(week, CalendarDate(number(run[-1])), Unit.WEEK))


_OF_A_CALENDAR = frozenset("for in of since until till by from during calendar".split())


def _lone_week_number(run: Run, words: Words) -> Built:
    """`the figures for week 6`; not week 6 of the trial, and no Week 6 of a season."""
    week, word, next_ = run[1].value, words[run[0].start].text, after(run, words)
    led = before(run, words) in _OF_A_CALENDAR and word.islower()
    counted = next_ is not None and (next_.lower in ("of", "after", "into") or next_.is_of("-", "–", "to", "and"))
    if unit(run[0]) is not Unit.WEEK or not isinstance(week, int) or not led or counted or not 1 <= week <= MOST_WEEKS:
        return None
    return made(Nth(week, Period(Unit.YEAR, None), Unit.WEEK))


BEYOND = layer(
    "the one before last, the one after next",
    rule("weekday-beyond", "the? weekday before|after relative", _weekday_beyond, "the Friday after next"),
    rule("weekday-beside", "the weekday before|after", _weekday_beside, "the Friday before"),
    rule("after-next", "the unit after relative", _unit_after_next, "the week after next"),
    rule("fortnight", "the? relative fortnight", _fortnight, "the past fortnight"),
    rule("week-number", "unit number of|,? year", _week_number, "week 23 of 2019"),
    rule("week-number", "unit number", _lone_week_number, "figures for week 23"),
    rule("weekday-the-day", "weekday ,? the ordinal", _weekday_the, "Friday the 24th"),
)
"""Before what counts from publication."""
APART = layer(
    "a day apart from its week or month",
    rule("weekday-beside-day", "time time", _weekday_beside_day, "the Friday before Labor Day"),
    rule("week-apart", "time ,? on? time", _week_first, "next week on Friday"),
    rule("week-apart", "time of? time", _week_last, "Wednesday evening last week"),
    rule("year-apart", "time in time", _year_first, "last year in May"),
    rule("day-of-month", "time of time", _of_month, "on the 20th of next month"),
    rule("day-of-month", "the ordinal of time", _ordinal_of_month, "the 20th of next month"),
)
OF_TOLD_YEAR = layer(
    "days and months of a year that is told of",
    rule("of-told-year", "time of|,? time", _of_told_year, "in October that year"),
)
