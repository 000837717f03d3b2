"""Rules for dates in figures and for stamps: `21-04-1916`, `5-Aug-16`, `2016/08/05`, `2016-05-07T23:45:00Z`.

Figures parted by points are day first; of others that can be read in two ways the article's other dates tell which.
"""

from extractors.time_expressions.grammar.building import after, dated, integer, of_day, piece
from extractors.time_expressions.grammar.composition import Built, Run, Words, layer, rule
from extractors.time_expressions.grammar.pieces import Time
from extractors.time_expressions.grammar.wording import full_year
from timeline.dates.calendar_names import day_of, figures
from timeline.meanings.composed import Clock, OneOf, Range
from timeline.meanings.named import CalendarDate

_MOST_MONTHS = 12
"""`2016-14` is no month, but may be years."""


def _figured(run: Run, words: Words) -> Built:
    """A day by year, month and day; one that there is not is kept, to be said to be none."""
    year, month, day = _numbers(run, 3)
    return "date", Time(CalendarDate(year, month, day))


def _stamp(run: Run, words: Words) -> Built:
    """`2016-05-07T23:45:00Z`: a tokenizer parts the figures of the day."""
    day, hour, minute, utc = _numbers(run[-1:], 4)
    date = dated(run[0].value, run[2].value, day)
    return None if date is None or hour > 23 or minute > 59 else of_day(Clock(hour, minute, date, "UTC" if utc else ""))


def _dashed(run: Run, words: Words) -> Built:
    """`21-04-1916`, which is read as `21/04/1916` is."""
    first, second, year = (integer(one.value) for one in run[::2])
    if first is None or second is None or year is None or not figures(first, second, year):
        return None
    return "slashed", (first, second, year)


def _dashed_name(run: Run, words: Words) -> Built:
    """`8-Nov-2019`, `5-Aug-16`."""
    day, month, year = (integer(one.value) for one in run[::2])
    if day is None or month is None or year is None:
        return None
    if run[-1].kind == "number":
        year = full_year(words[run[-1].start].text) if len(words[run[-1].start].text) == 2 else 0
    return ("figured", (year, month, day)) if day_of(year, month, day) else None


def _numbers(run: Run, count: int) -> tuple[int, ...]:
    value = run[0].value
    assert isinstance(value, tuple)
    assert len(value) == count
    return value


def _mail_stamp(run: Run, words: Words) -> Built:
    """`Oct 26 15:50:06 2016`."""
    month, day, clock, year = (one.value for one in run)
    date = dated(year, month, day)
    if date is None or not isinstance(clock, tuple):
        return None
    return of_day(Clock(clock[0], clock[1], date))


def _iso_month(run: Run, words: Words) -> Built:
    """`2016-08` is a month, `1990-94` are years, and `2009-12` can be both."""
    year, number = integer(run[0].value), integer(run[2].value)
    written = words[run[2].start].text
    next_ = after(run, words)
    if year is None or number is None or len(written) != 2 or not 1 <= number <= _MOST_MONTHS:
        return None
    if next_ is not None and next_.is_of("-", "/"):
        return None
    month = CalendarDate(year, number)
    if number <= year % 100:
        return "date", Time(month)
    span = Range(CalendarDate(year), CalendarDate(year // 100 * 100 + number))
    return "date", Time(OneOf((span, month)))


def _impossible(run: Run, words: Words) -> Built:
    """`31 June 2015`: there is no such day, and it is neither that month nor the day beside it."""
    month, year = piece(run, "month"), integer(run[-1].value)
    day = next(integer(one.value) for one in run if one.is_of("number", "ordinal"))
    if month is None or year is None or day is None or not 1 <= day <= 31 or dated(year, month.value, day) is not None:
        return None
    return "date", Time(CalendarDate(year, integer(month.value), day))


RUNS = layer(
    "figures parted by dashes",
    rule("dashed-figures", "number -|– number -|– year", _dashed, "21-04-1916"),
    rule("dashed-name", "number -|– month|month_ambiguous -|– year|number|year_short", _dashed_name, "5-Aug-16"),
)
FIGURES = layer(
    "figures and stamps",
    rule("figured", "figured", _figured, "05-Aug-2016"),
    rule("stamp", "year - number - stamp_end", _stamp, "2016-05-07T23:45:00Z"),
    rule("iso-month", "year - number", _iso_month, "2016-08"),
)
STAMPS = layer(
    "stamps of letters, and days that are none",
    rule("mail-stamp", "month number clock year", _mail_stamp, "Oct 26 15:50:06 2016"),
    rule("impossible", "the? number|ordinal of? month ,? year", _impossible, "31 June 2015"),
    rule("impossible", "month number|ordinal ,? year", _impossible, "June 31, 2015"),
)
