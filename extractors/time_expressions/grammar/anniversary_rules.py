"""Rules for a day and how long ago it was: `November 9 thirty years ago`, `100 years ago on Friday`."""

from extractors.time_expressions.grammar.building import follows, integer, made, meaning, said
from extractors.time_expressions.grammar.composition import Built, Run, Words, layer, rule
from timeline.meanings import Meaning
from timeline.meanings.composed import From, Nth
from timeline.meanings.counted import Period, Shift, Weekday
from timeline.meanings.named import CalendarDate, Happening, Holiday, SameDay
from timeline.meanings.units import Anchor, Unit

ANNIVERSARY = "ago-day"
"""The rule of what counts back from a day that comes every year or week: whatever the verb says, from the nearest."""
_LONG = (Unit.YEAR, Unit.DECADE, Unit.CENTURY)


def _back(ago: Meaning, day: Meaning) -> From | None:
    """So many years before a day without a year."""
    match ago, day:
        case Shift(int() as count, unit, Anchor.PUBLICATION), CalendarDate(None, int(), int(), None, None):
            return From(count, unit, day) if count < 0 and unit in _LONG else None
        case Shift(int() as count, unit, Anchor.PUBLICATION), Weekday(_, None, Anchor.PUBLICATION):
            return From(count, unit, day) if count < 0 and unit in _LONG else None
        case _:
            return None


def _ago_on(run: Run, words: Words) -> Built:
    """`100 years ago on Friday`, `30 years ago on November 9`."""
    found = _back(meaning(run[0]), meaning(run[-1]))
    return made(found) if found is not None else None


def _week_ago_on(run: Run, words: Words) -> Built:
    """`two weeks ago on Friday`: the Friday of that week."""
    match meaning(run[0]), meaning(run[-1]):
        case Shift(int() as count, Unit.WEEK, Anchor.PUBLICATION), Weekday(day, None, Anchor.PUBLICATION) if count < 0:
            return made(Nth(1, Period(Unit.WEEK, count), weekday=day))
        case _:
            return None


def _day_ago(run: Run, words: Words) -> Built:
    """`November 9 thirty years ago`, `Nov. 9, 30 years ago`."""
    apart = len(run) > len(("day", "ago")) and isinstance(meaning(run[0]), Weekday)
    found = None if apart else _back(meaning(run[-1]), meaning(run[0]))
    return made(found) if found is not None else None


def _weekday_week_ago(run: Run, words: Words) -> Built:
    """`Friday a week ago`, as `a week ago Friday`."""
    match meaning(run[0]), meaning(run[-1]):
        case Weekday(_, None, Anchor.PUBLICATION) as day, Shift(int() as count, Unit.WEEK, Anchor.PUBLICATION) if (
            count < 0
        ):
            return made(From(count, Unit.WEEK, day))
        case _:
            return None


def _this_day(run: Run, words: Words) -> Built:
    """`this day in 1989`, `this date last year`: the day of publication, in another year."""
    if said(run[0], words) != "this" or follows(run, words) == "'s":
        return None
    match meaning(run[-1]):
        case CalendarDate(int() as year, None):
            return made(SameDay(year))
        case Period(Unit.YEAR, -1):
            return made(From(-1, Unit.YEAR, Period(Unit.DAY, 0)))
        case _:
            return None


def _anniversary_of(run: Run, words: Words) -> Built:
    """`the 75th anniversary of D-Day`: so many years after it, where its year is known."""
    held, day = run[-4], meaning(run[-1])
    years = integer(held.value)
    named = isinstance(day, Happening) and bool(day.ids)
    known = named or (isinstance(day, CalendarDate | Holiday) and not day.is_bare())
    return made(From(years, Unit.YEAR, day)) if years and known else None


ANNIVERSARIES = layer(
    "a day and how long ago it was",
    rule(
        "anniversary-of",
        "the? ordinal|ordinal_word 'anniversary' of time",
        _anniversary_of,
        "the 75th anniversary of 6 June 1944",
    ),
    rule("this-day", "time in? time", _this_day, "on this day in 1989"),
    rule(ANNIVERSARY, "time on time", _ago_on, "100 years ago on Friday"),
    rule(ANNIVERSARY, "time ,? time", _day_ago, "on November 9 thirty years ago"),
    rule("week-ago-on", "time on time", _week_ago_on, "two weeks ago on Friday"),
    rule("day-week-ago", "time time", _weekday_week_ago, "Friday a week ago"),
)
"""When how long ago it was is a time, and before the times are finished."""
