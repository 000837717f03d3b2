"""Rules for dates by name: days, months, years and spans of them, and days of the week."""

import msgspec

from extractors.time_expressions.grammar.bare_year_rules import BARE_YEARS
from extractors.time_expressions.grammar.building import (
    LONGEST_MONTH,
    MOST_WEEKS,
    NO_NOUN,
    after,
    as_word,
    before,
    dated,
    integer,
    keep_last,
    made,
    number,
    piece,
    qualifies,
)
from extractors.time_expressions.grammar.composition import Built, Run, Words, layer, rule
from extractors.time_expressions.grammar.era_rules import DAYS_OF_AN_ERA, YEARS_OF_AN_ERA
from extractors.time_expressions.grammar.pieces import Time
from extractors.time_expressions.grammar.shared_day_rules import is_row
from extractors.time_expressions.grammar.wording import Word, listed
from timeline.dates.calendar_names import day_of, figures
from timeline.meanings.composed import Nth, OneOf, Range
from timeline.meanings.counted import Weekday
from timeline.meanings.named import CalendarDate
from timeline.meanings.units import Anchor, Unit

_BEFORE_A_MONTH = frozenset(
    "in since until till by of from to through during for before after early late mid last next this every "
    "each the - – between and past coming later earlier mid- on end around about".split()
)
_ON_A_DAY = frozenset("on by until till since from through before after".split())


def _dated(run: Run, words: Words) -> Built:
    """`January 28, 2019`, `26 Jan 2018`, `20 May`, by the kinds of the pieces."""
    month, year = piece(run, "month"), piece(run, "year", "year_short")
    day = piece(run, "number", "ordinal", "ordinal_word", "second")
    assert month is not None
    assert day is not None
    if day.kind == "number" and words[day.start].text.isalpha():  # *one May morning*
        return None
    date = dated(year.value if year else None, month.value, 2 if day.kind == "second" else day.value)
    return ("date", Time(date)) if date else None


def _iso(run: Run, words: Words) -> Built:
    date = dated(*(one.value for one in run if one.kind != "-"))
    return ("date", Time(date)) if date else None


def _iso_week(run: Run, words: Words) -> Built:
    week = number(run[-1])
    return ("date", Time(Nth(week, CalendarDate(number(run[0])), Unit.WEEK))) if 1 <= week <= MOST_WEEKS else None


def _weekday_date(run: Run, words: Words) -> Built:
    """`Saturday, 26 January`: the day of the week must agree; of `Tuesday 3/11/2015` it tells which day is meant."""
    value = next(one.value for one in run if one.kind == "date")
    day = number(piece(run, "weekday", "weekday_abbreviation"))
    if isinstance(value, Time) and isinstance(value.meaning, OneOf):
        dates = [one for one in value.meaning.options if isinstance(one, CalendarDate)]
        agreeing = [one for one in dates if _weekday_of(one) == day]
        return made(agreeing[0]) if len(agreeing) == 1 else ("time", value)
    if not isinstance(value, Time) or not isinstance(value.meaning, CalendarDate):
        return "time", value
    return made(msgspec.structs.replace(value.meaning, weekday=day))


def _weekday_of(date: CalendarDate) -> int | None:
    if date.year is None or date.month is None or date.day is None:
        return None
    day = day_of(date.year, date.month, date.day)
    return None if day is None else day.weekday()


def _years(run: Run, words: Words) -> Built:
    """`1990-1994`, `1990-94`, `1876-8`, `2020/21`, `1998/9`."""
    first, last = integer(run[0].value), integer(run[-1].value)
    if first is None or last is None:
        return None
    if run[-1].kind == "number":
        figures_ = len(words[run[-1].start].text)
        last = first - first % 10**figures_ + last if figures_ < len("1998") else 0
    if run[1].kind == "/" and last != first + 1:  # the number of a law or a file: *directive 2010/63*
        return None
    return ("date", Time(Range(CalendarDate(first), CalendarDate(last)))) if first < last else None


def _days(run: Run, words: Words) -> Built:
    """`May 20-22`, `6 and 7 June 2018`; of 6 and 9 June each is a time of its own, unless what is told lies between."""
    year, month = piece(run, "year"), piece(run, "month")
    assert month is not None
    days = [one for one in run if one.is_of("number", "ordinal")]
    if piece(run, "and") and not is_row(days) and before(run, words) != "between":
        return None
    first, last = (dated(year.value if year else None, month.value, day.value) for day in days)
    if first is None or last is None or (first.day or 0) >= (last.day or 0):
        return None
    return "date", Time(Range(first, last))


def _months(run: Run, words: Words) -> Built:
    """`January-March 2019`, `May-June`."""
    year = integer(run[-1].value) if run[-1].kind == "year" else None
    return "date", Time(Range(CalendarDate(year, number(run[0])), CalendarDate(year, number(run[2]))))


def _month_year(run: Run, words: Words) -> Built:
    return "date", Time(CalendarDate(number(run[-1]), number(piece(run, "month"))))


def _some_day_of_month(run: Run, words: Words) -> Built:
    """`that January day in 2011`, `one March night of 1921`: some day of that month."""
    day = piece(run, "unit")
    return None if day is not None and day.value is not Unit.DAY else _month_year(run, words)


MONTH_FIRST, DAY_FIRST = "figures-month-first", "figures-day-first"
"""Ids of the rules for figures that can be read in one order only: they tell an article's habit."""


def _figures(run: Run, words: Words) -> Built:
    """Of `3/4/2019` both days, until the article's other dates tell."""
    days = _readings(run)
    return ("date", Time(OneOf(days))) if len(days) > 1 else None


def _month_first(run: Run, words: Words) -> Built:
    """`1/28/2019`."""
    days = _readings(run)
    return ("date", Time(days[0])) if len(days) == 1 and days[0].month == _first_figure(run) else None


def _day_first(run: Run, words: Words) -> Built:
    """`28/1/2019`."""
    days = _readings(run)
    return ("date", Time(days[0])) if len(days) == 1 and days[0].day == _first_figure(run) else None


def _first_figure(run: Run) -> int:
    assert isinstance(run[0].value, tuple)
    return run[0].value[0]


def _readings(run: Run) -> tuple[CalendarDate, ...]:
    value = run[0].value
    assert isinstance(value, tuple)
    return tuple(CalendarDate(day.year, day.month, day.day) for day in figures(*value))


_BETWEEN_NAMES = frozenset({"and"})


_SURELY_A_MONTH = _BEFORE_A_MONTH - _BETWEEN_NAMES


def _month_name(run: Run, words: Words) -> Built:
    """A month, and not the verb *may*, a march, or a woman called April."""
    one, next_ = run[0], after(run, words)
    beside_number = next_ is not None and (next_.text[:1].isdigit() or next_.is_of("ordinal_word", "year", "daypart"))
    previous = words[one.start - 1] if one.start else None
    after_number = previous is not None and (previous.text.isdigit() or previous.is_of("ordinal", "ordinal_word"))
    if beside_number or after_number or before(run, words) in _SURELY_A_MONTH:
        name_follows = next_ is not None and next_.text[:1].isupper() and next_.kind == "word" and len(next_.text) > 1
        short = one.kind == "month_ambiguous" or len(words[one.start].text) <= len("Mar")
        named = name_follows and short and not after_number
        return as_word(run, words) if named else ("month", one.value)
    if one.kind == "month_ambiguous" and before(run, words) not in _BETWEEN_NAMES:
        return None
    name_follows = next_ is not None and next_.text.istitle() and next_.text.isalpha() and next_.kind == "word"
    return as_word(run, words) if name_follows else ("month", one.value)


def _month(run: Run, words: Words) -> Built:
    text = words[run[0].start].text
    abbreviated = len(text.rstrip(".")) <= len("Mar")
    if abbreviated and before(run, words) not in _BEFORE_A_MONTH and text != "May":
        return None
    return made(CalendarDate(None, number(run[0])))


def _weekday_abbreviated(run: Run, words: Words) -> Built:
    """`held since Weds`; not *on Sat nav*."""
    next_ = after(run, words)
    alone = next_ is None or next_.lower in NO_NOUN | _GOING_ON or not next_.text[:1].isalnum()
    return made(Weekday(number(run[-1]))) if alone else None


def _weekday_short(run: Run, words: Words) -> Built:
    """`Bridge to close Fri`, as headlines have it; not *Mon* or *Sat*, which are other words too."""
    led = before(run, words)
    plain = led.isalpha() and led not in ("the", "a", "an") and words[run[0].start - 1].text.islower()
    sure = words[run[0].start].lower.rstrip(".") in _SURELY_SHORT
    return _weekday_abbreviated(run, words) if plain and sure else None


_SURELY_SHORT = frozenset("tue tues weds thu thur thurs fri".split())
_GOING_ON = frozenset("over amid near under across against off around outside inside despite following about".split())
"""More words that go on after a day: *held since Weds over fire*."""


_SOME = frozenset("a an one any given recent certain".split())


def _weekday(run: Run, words: Words) -> Built:
    next_ = after(run, words)
    if next_ is not None and next_.text[:1].isupper():
        named = next_.lower in listed("named_by_a_day") or _is_place(run, words, next_)
        if named:
            return as_word(run, words)
    some = before(run, words) in _SOME and not qualifies(run, words)
    return made(Weekday(number(run[0]), None, Anchor.EVENT if some else Anchor.PUBLICATION))


def _is_place(run: Run, words: Words, next_: Word) -> bool:
    """`at Friday Harbor`: nobody says *at* of a day."""
    return before(run, words) in ("at", "in") and next_.kind == "word" and next_.text.isalpha()


def _day_of_month(run: Run, words: Words) -> Built:
    """`on the 23rd`; not the 23rd Infantry."""
    next_ = after(run, words)
    plain = next_ is None or next_.lower in NO_NOUN or not next_.text[:1].isalnum()
    if before(run, words) not in _ON_A_DAY or not plain or not 1 <= number(run[-1]) <= LONGEST_MONTH:
        return None
    return made(CalendarDate(None, None, number(run[-1])))


DAY = "number|ordinal|ordinal_word|second"
NAMES = layer(
    "months and figures",
    rule("month-name", "month|month_ambiguous", _month_name, "in May"),
    rule("figures", "slashed", _figures, "3/4/2019"),
    rule(MONTH_FIRST, "slashed", _month_first, "1/28/2019"),
    rule(DAY_FIRST, "slashed", _day_first, "28/1/2019"),
    rule("iso-date", "year - number - number", _iso, "2019-01-28"),
    rule("iso-week", "year - iso_week", _iso_week, "2019-W04"),
)
DATES = layer(
    "dates by name",
    *DAYS_OF_AN_ERA,
    rule("month-day-year", f"month {DAY} ,? year", _dated, "January 28, 2019"),
    rule("month-day-year", f"month the? {DAY} ,? year_short", _dated, "January 28 '98"),
    rule("month-days-year", "month number|ordinal -|–|and|to number|ordinal ,? year", _days, "May 20-22, 2018"),
    rule("month-days", "month number|ordinal -|–|and|to number|ordinal", _days, "May 20-22"),
    rule(
        "days-month-year",
        "the? number|ordinal -|–|and|to the? number|ordinal of? month ,? year",
        _days,
        "3 to 5 May 2018",
    ),
    rule("days-month", "the? number|ordinal -|–|and|to the? number|ordinal of? month", _days, "6 and 7 June"),
    rule("months", "month -|– month year?", _months, "January-March 2018"),
    rule("years", "year -|–|/ year|number", _years, "1990-94"),
    rule("month-day", f"month the? {DAY}", _dated, "January 28"),
    rule("day-month-year", f"the? {DAY} of? month ,? year", _dated, "28 January 2019"),
    rule("day-month-year", f"the? {DAY} of? month ,? year_short", _dated, "3 Aug '96"),
    rule("month-day-year", "month , ordinal ,? year", _dated, "October, 1st, 2019"),
    rule("day-month", f"the? {DAY} of? month", _dated, "the 28th of January"),
    rule("month-year", "month of|in|,? year", _month_year, "May 2018"),
    rule("some-day", "that? month unit|daypart of|in year", _some_day_of_month, "that January day in 2011"),
    rule("month-year", "month year_short", _month_year, "Aug '98"),
)
TIMES = layer(
    "finished dates",
    rule("weekday-date", "weekday|weekday_abbreviation ,? the? date", _weekday_date, "Saturday, 26 January"),
    rule("weekday-date", "date ( weekday|weekday_abbreviation )", _weekday_date, "26 January (Saturday)"),
    rule("date", "date", keep_last, "26 January"),
    rule("month", "month", _month, "in May"),
    *YEARS_OF_AN_ERA,
    *BARE_YEARS,
    rule("day-of-month", "the ordinal", _day_of_month, "on the 23rd"),
    rule("weekday", "weekday", _weekday, "on Friday"),
    rule("weekday", "since|on|until|till|by [ weekday_abbreviation ]", _weekday_abbreviated, "since Weds"),
    rule("weekday", "weekday_abbreviation", _weekday_short, "Bridge to close Fri"),
)
