"""What a person reads of how a date was found."""

import datetime as dt

import pytest

from timeline.dates.article_dates import resolve_expression
from timeline.dates.resolve import resolve
from timeline.dates.resolving.context import Context, NarrativeTime
from timeline.meanings import Meaning
from timeline.meanings.composed import About, Clock, From, Nth, OneOf, PartOfDay, PartOfPeriod, Range
from timeline.meanings.counted import MonthOf, Period, Shift, Trailing, Weekday
from timeline.meanings.named import BeforeChrist, CalendarDate, FiscalYear, Holiday, Season, YearPart
from timeline.meanings.placeless import Duration, Recurring, Vague
from timeline.meanings.units import Anchor, DayPart, Edge, Modifier, Reference, Unit
from timeline.model import Article, Basis, Direction, Published, Sense, TimeExpression, TimexType
from timeline.when import chain

MONDAY = Published(dt.date(2019, 1, 28), Basis.METADATA)
PAST = Direction(Sense.PAST, "“took” is past")
AHEAD = Direction(Sense.FUTURE, "“will” lies ahead")
OPEN = Direction(Sense.EITHER, "“asked” looked ahead from a time that is past", Sense.FUTURE)
NONE = Direction()


@pytest.mark.parametrize(
    ("meaning", "direction", "said"),
    [
        (Weekday(5), PAST, "the Saturday before publication (Mon 28 Jan 2019), because “took” is past"),
        (Weekday(5), AHEAD, "the Saturday after publication (Mon 28 Jan 2019), because “will” lies ahead"),
        (Weekday(0), PAST, "the day of publication (Mon 28 Jan 2019)"),
        (Weekday(0, -1), NONE, "the Monday before publication (Mon 28 Jan 2019)"),
        (
            Weekday(2),
            OPEN,
            "the Wednesday after publication (Mon 28 Jan 2019) or the Wednesday before publication,"
            " as “asked” looked ahead from a time that is past",
        ),
        (CalendarDate(None, 5), PAST, "the last May before publication (Mon 28 Jan 2019), because “took” is past"),
        (CalendarDate(None, 1), PAST, "the January of publication (Mon 28 Jan 2019)"),
        (CalendarDate(None, 1, 12, 5), PAST, "the nearest Saturday 12 January to publication (Mon 28 Jan 2019)"),
        (CalendarDate(None, 5, 3, None, -1), NONE, "that of the year before publication (Mon 28 Jan 2019)"),
        (CalendarDate(2018, 5), NONE, "the words name it"),
        (MonthOf(5, -2, counts_years=True), NONE, "May of the year 2 years before publication (Mon 28 Jan 2019)"),
        (Season(22), PAST, "the last summer before publication (Mon 28 Jan 2019), because “took” is past"),
        (YearPart(36), PAST, "the last fourth quarter before publication (Mon 28 Jan 2019), because “took” is past"),
        (FiscalYear(2018), NONE, "a business year, taken as about the calendar year"),
        (Period(Unit.DAY, -1), NONE, "the day before publication (Mon 28 Jan 2019)"),
        (Period(Unit.WEEK, -1), NONE, "the week before that of publication (Mon 28 Jan 2019)"),
        (Shift(-1, Unit.WEEK), NONE, "1 week before publication (Mon 28 Jan 2019)"),
        (Trailing(2, Unit.YEAR), NONE, "the 2 years that follow publication (Mon 28 Jan 2019)"),
        (
            From(-1, Unit.WEEK, Weekday(4)),
            PAST,
            "the Friday before publication (Mon 28 Jan 2019), because “took” is past → Fri 25 Jan 2019"
            " → 1 week before that",
        ),
        (Nth(-1, CalendarDate(2018, 5), weekday=0), NONE, "the words name it → May 2018 → the last Monday of it"),
        (
            PartOfPeriod(Edge.START, CalendarDate(2019, 3)),
            NONE,
            "the words name it → Mar 2019 → about the first third of it",
        ),
        (
            PartOfDay(DayPart.NIGHT, Weekday(2, -1)),
            NONE,
            "the Wednesday before publication (Mon 28 Jan 2019) → the night of that day",
        ),
        (Clock(20, 30, CalendarDate(2019, 1, 4), "GMT"), NONE, "the words name it → at 20:30 GMT"),
        (Range(CalendarDate(2018)), NONE, "the words name it → from then on"),
        (
            Range(CalendarDate(None, 5), CalendarDate(None, 7)),
            PAST,
            "the last May to July before publication (Mon 28 Jan 2019), because “took” is past",
        ),
        (
            Range(CalendarDate(2018), Weekday(4)),
            AHEAD,
            "from the date that is named to the Friday after publication (Mon 28 Jan 2019), because “will” lies ahead",
        ),
        (Duration(Unit.YEAR, 2), NONE, "a length of time: 2 years"),
        (About(Modifier.AT_LEAST, Duration(Unit.HOUR, 0.5)), NONE, "a length of time: at least half an hour"),
        (Duration(Unit.DAY), NONE, "a length of time: some days"),
        (Recurring(Unit.WEEK, 1), NONE, "again and again: every Tuesday"),
        (Recurring(Unit.WEEK, 1, every=2), NONE, "again and again: every other Tuesday"),
        (Recurring(Unit.WEEK, times=2), NONE, "again and again: twice every week"),
        (Recurring(Unit.YEAR, every=4), NONE, "again and again: every 4 years"),
        (Vague(Reference.PAST), NONE, "a vague word for a time that is past"),
        (BeforeChrist(44), NONE, "the words name it"),
        (Holiday("tax-day"), PAST, "stays open: which day it fell on is not known here"),
        (
            Shift(0, Unit.DAY, Anchor.NARRATIVE),
            NONE,
            "stays open: the text does not settle which day of the story is meant",
        ),
    ],
)
def test_a_derivation_reads_as_one_line(meaning: Meaning, direction: Direction, said: str) -> None:
    assert chain(resolve(meaning, Context(MONDAY, direction)).derivation) == said


@pytest.mark.parametrize(
    "meaning",
    [
        Weekday(5),
        PartOfDay(DayPart.NIGHT, Weekday(5)),
        Range(Weekday(1), Weekday(4)),
        OneOf((CalendarDate(None, 3, 4), CalendarDate(None, 4, 3))),
        Nth(1, CalendarDate(None, 5)),
    ],
)
def test_without_a_publication_date_it_says_what_is_missing(meaning: Meaning) -> None:
    said = chain(resolve(meaning, Context(direction=PAST)).derivation)
    assert said == "stays open: the article has no publication date to count from"


def test_what_counts_from_the_story_says_from_which_words() -> None:
    friday = NarrativeTime("Friday", resolve(Weekday(4), Context(MONDAY, PAST)), same_sentence=True)
    when = resolve(Shift(2, Unit.DAY, Anchor.NARRATIVE), Context(MONDAY, told=friday))
    assert chain(when.derivation) == "counts from “Friday” (Fri 25 Jan 2019) → 2 days after that"


def test_what_a_speaker_counts_says_when_it_was_said() -> None:
    when = resolve(Shift(8, Unit.DAY), Context(MONDAY, spoken=dt.date(2019, 1, 26)))
    assert chain(when.derivation) == (
        "8 days after the speaking (Sat 26 Jan 2019) or 8 days after publication (Mon 28 Jan 2019)"
    )


def test_a_span_that_crosses_says_from_which_day_the_far_end_was_found() -> None:
    when = resolve(Range(Weekday(4), Weekday(1)), Context(MONDAY, PAST))
    assert chain(when.derivation) == (
        "from the Friday before the other end to the Tuesday before publication (Mon 28 Jan 2019),"
        " because “took” is past"
    )


def test_the_words_begin_the_chain_and_what_others_settled_is_said() -> None:
    one = TimeExpression(
        0, 8, "3/4/2019", TimexType.DATE, CalendarDate(2019, 4, 3), NONE, ("figures", "order-of-figures")
    )
    when = resolve_expression(Article(id="a", name="a", text="3/4/2019", time_expressions=(one,)), 0)
    assert chain(when.derivation) == (
        "“3/4/2019” → day and month in the order of the article's other figures → the words name it"
    )
