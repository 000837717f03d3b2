import datetime as dt
import os
import time
from collections.abc import Iterator

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.dates.article_dates import resolve_expression
from timeline.dates.feasts import easter
from timeline.dates.resolve import Context, resolve
from timeline.dates.resolving.context import NarrativeTime
from timeline.meanings import Meaning
from timeline.meanings.composed import About, Clock, PartOfDay, PartOfPeriod, Range
from timeline.meanings.counted import MonthOf, OfStory, Period, Shift, Trailing, Weekday
from timeline.meanings.named import CalendarDate, Season
from timeline.meanings.placeless import Duration, Recurring, Vague
from timeline.meanings.units import Anchor, DayPart, Edge, Modifier, Reference, Unit
from timeline.model import Article, Basis, Direction, NarrativeAnchor, Published, Sense, TimeExpression, TimexType
from timeline.when import When

MONDAY = dt.date(2019, 1, 28)
PAST, FUTURE, EITHER = (Direction(sense) for sense in (Sense.PAST, Sense.FUTURE, Sense.EITHER))


def on(day: dt.date, direction: Direction = EITHER, spoken: dt.date | None = None) -> Context:
    return Context(Published(day, Basis.PERSON), direction, spoken)


@pytest.mark.parametrize(
    ("meaning", "direction", "edtf", "timex"),
    [
        (Weekday(5), PAST, "2019-01-26", "2019-01-26"),
        (Weekday(5), FUTURE, "2019-02-02", "2019-02-02"),
        (Weekday(0), PAST, "2019-01-28", "2019-01-28"),
        (Weekday(0), FUTURE, "2019-01-28", "2019-01-28"),
        (Weekday(0, -1), EITHER, "2019-01-21", "2019-01-21"),
        (Weekday(4, 1), EITHER, "2019-02-01", "2019-02-01"),
        (Period(Unit.WEEK, -1), EITHER, "2019-01-21/2019-01-27", "2019-W04"),
        (Period(Unit.DAY, -1), EITHER, "2019-01-27", "2019-01-27"),
        (Period(Unit.QUARTER, 1), EITHER, "2019-34", "2019-Q2"),
        (Period(Unit.DECADE, 0), EITHER, "201X", "201"),
        (CalendarDate(2018, 5, 20), EITHER, "2018-05-20", "2018-05-20"),
        (CalendarDate(None, 5), PAST, "2018-05", "2018-05"),
        (CalendarDate(None, 1), PAST, "2019-01", "2019-01"),
        (CalendarDate(None, None, 30), PAST, "2018-12-30", "2018-12-30"),
        (CalendarDate(None, 2, 29), FUTURE, "2020-02-29", "2020-02-29"),
        (MonthOf(5, -1), EITHER, "2018-05", "2018-05"),
        (Season(22, offset=-1), EITHER, "2018-22", "2018-SU"),
        (Shift(-2, Unit.YEAR), EITHER, "2017", "2017"),
        (Shift(8, Unit.DAY), EITHER, "2019-02-05", "2019-02-05"),
        (Trailing(-1, Unit.WEEK), EITHER, "2019-01-21/2019-01-28", "P1W"),
        (PartOfDay(DayPart.NIGHT, Weekday(2)), PAST, "2019-01-23", "2019-01-23TNI"),
        (Clock(20, 30, Weekday(4)), PAST, "2019-01-25T20:30:00", "2019-01-25T20:30"),
        (PartOfPeriod(Edge.MID, Period(Unit.WEEKEND, 0)), EITHER, "2019-02-02/2019-02-03", "2019-W05-WE"),
        (About(Modifier.ABOUT, Range(end=CalendarDate(2018, 5))), EITHER, "../2018-05~", "2018-05"),
        (Range(Range(end=CalendarDate(2018)), Range(CalendarDate(2019))), EITHER, "", ""),
        (Range(start=Weekday(2)), PAST, "2019-01-23/..", "2019-01-23"),
        (Range(end=CalendarDate(None, 5)), FUTURE, "../2019-05", "2019-05"),
        (Range(Weekday(4), Weekday(1)), FUTURE, "2019-02-01/2019-02-05", "2019-02-01/2019-02-05"),
        (Range(Weekday(4), Weekday(1)), PAST, "2019-01-18/2019-01-22", "2019-01-18/2019-01-22"),
    ],
)
def test_a_meaning_resolves_against_the_publication_date(
    meaning: Meaning, direction: Direction, edtf: str, timex: str
) -> None:
    when = resolve(meaning, on(MONDAY, direction))
    assert (when.edtf, when.timex) == (edtf, timex)
    assert when.derivation


def test_an_undecided_weekday_keeps_both_days_with_the_likelier_first() -> None:
    ahead = Direction(Sense.EITHER, "“to take” may lie ahead", Sense.FUTURE)
    when = resolve(Weekday(2), on(MONDAY, ahead))
    assert when.edtf == "[2019-01-30,2019-01-23]"
    assert [candidate.edtf for candidate in when.candidates] == ["2019-01-30", "2019-01-23"]
    assert when.earliest == dt.date(2019, 1, 30)
    assert when.is_uncertain


@pytest.mark.parametrize(
    ("meaning", "edtf"),
    [
        (CalendarDate(None, 1, 28, 0), "2019-01-28"),
        (CalendarDate(None, 1, 29, 1), "2019-01-29"),
        (CalendarDate(None, 1, 28, 1), "[2019-01-28?,2020-01-28]"),
        (CalendarDate(None, 2, 1, 4), "2019-02-01"),
        (CalendarDate(2019, 1, 28, 0), "2019-01-28"),
        (CalendarDate(2019, 1, 28, 1), "2019-01-28?"),
    ],
)
def test_the_day_of_the_week_must_agree_with_the_date(meaning: Meaning, edtf: str) -> None:
    assert resolve(meaning, on(MONDAY)).edtf == edtf


def test_a_span_of_undecided_days_keeps_both_spans() -> None:
    assert resolve(Range(Weekday(2), Weekday(4)), on(MONDAY)).edtf == ("[2019-01-23/2019-01-25,2019-01-30/2019-02-01]")
    assert resolve(Range(Weekday(4), Weekday(1)), on(MONDAY)).edtf == ("[2019-01-18/2019-01-22,2019-02-01/2019-02-05]")


def test_a_date_that_no_calendar_has_stays_open() -> None:
    assert resolve(CalendarDate(2019, 2, 30), on(MONDAY)).is_open


def test_a_likelier_future_puts_the_coming_month_first_unless_it_is_far() -> None:
    ahead = Direction(Sense.EITHER, "“would lose” may lie ahead", Sense.FUTURE)
    assert resolve(CalendarDate(None, 9), on(MONDAY, ahead)).edtf == "[2019-09,2018-09]"
    assert resolve(CalendarDate(None, 12), on(MONDAY, ahead)).edtf == "[2018-12,2019-12]"


def test_without_direction_a_month_much_nearer_than_the_other_stands_alone() -> None:
    assert resolve(CalendarDate(None, 12), on(MONDAY)).edtf == "2018-12"
    assert resolve(CalendarDate(None, 7), on(MONDAY)).edtf == "[2019-07,2018-07]"


def test_what_a_speaker_counts_is_counted_from_the_day_of_speaking_first() -> None:
    when = resolve(Shift(8, Unit.DAY), on(MONDAY, spoken=dt.date(2019, 1, 26)))
    assert when.edtf == "[2019-02-03,2019-02-05]"


def test_early_march_never_becomes_the_first_of_march() -> None:
    when = resolve(PartOfPeriod(Edge.START, CalendarDate(2019, 3)), on(MONDAY))
    assert when.edtf == "2019-03-01~/2019-03-11~"
    assert when.is_uncertain


def test_a_year_in_the_text_needs_no_publication_date() -> None:
    assert resolve(CalendarDate(2019), Context()).edtf == "2019"


@pytest.mark.parametrize(
    ("meaning", "timex"),
    [
        (Weekday(5), "XXXX-WXX-6"),
        (Period(Unit.WEEK, -1), "XXXX-WXX"),
        (CalendarDate(None, 5), "XXXX-05"),
        (Shift(8, Unit.DAY), "XXXX-XX-XX"),
        (PartOfDay(DayPart.NIGHT, Weekday(2)), "XXXX-WXX-3TNI"),
        (Trailing(-1, Unit.WEEK), "P1W"),
    ],
)
def test_without_a_publication_date_what_is_relative_stays_open(meaning: Meaning, timex: str) -> None:
    when = resolve(meaning, Context(direction=PAST))
    assert when.is_open
    assert when.timex == timex
    assert "publication date" in when.derivation[0].says


@pytest.mark.parametrize(
    ("meaning", "timex"),
    [
        (Duration(Unit.YEAR, 2), "P2Y"),
        (Duration(Unit.MINUTE, 30), "PT30M"),
        (Duration(Unit.YEAR), "PXY"),
        (Recurring(Unit.WEEK, 1), "XXXX-WXX-2"),
        (Vague(Reference.PRESENT), "PRESENT_REF"),
        (Shift(2, Unit.DAY, Anchor.NARRATIVE), "XXXX-XX-XX"),
    ],
)
def test_what_has_no_place_in_the_calendar_gets_none(meaning: Meaning, timex: str) -> None:
    when = resolve(meaning, on(MONDAY))
    assert when.is_open
    assert when.timex == timex


@given(st.integers(0, 6), st.dates(dt.date(2, 1, 1), dt.date(9998, 1, 1)), st.sampled_from([PAST, FUTURE]))
def test_a_bare_weekday_is_that_weekday_within_six_days(day: int, published: dt.date, direction: Direction) -> None:
    when = resolve(Weekday(day), on(published, direction))
    assert when.earliest is not None
    assert when.earliest.weekday() == day
    away = (when.earliest - published).days
    assert -6 <= away <= 0 if direction.sense is Sense.PAST else 0 <= away <= 6


@given(
    st.integers(-500, 500),
    st.sampled_from([Unit.DAY, Unit.WEEK, Unit.MONTH, Unit.YEAR]),
    st.dates(dt.date(600, 1, 1), dt.date(9000, 1, 1)),
    st.integers(0, 800),
)
def test_a_shift_never_goes_back_as_the_publication_date_goes_on(
    count: int, unit: Unit, published: dt.date, later: int
) -> None:
    one = resolve(Shift(count, unit), on(published)).earliest
    other = resolve(Shift(count, unit), on(published + dt.timedelta(days=later))).earliest
    assert one is not None
    assert other is not None
    assert one <= other


@pytest.fixture
def other_time_zone() -> Iterator[None]:
    before = os.environ.get("TZ")
    os.environ["TZ"] = "Pacific/Kiritimati"
    time.tzset()
    yield
    os.environ.pop("TZ") if before is None else os.environ.update(TZ=before)
    time.tzset()


@pytest.mark.usefixtures("other_time_zone")
def test_the_time_zone_of_the_machine_does_not_matter() -> None:
    when: When = resolve(Period(Unit.DAY, 0), on(MONDAY))
    assert when.edtf == "2019-01-28"


@pytest.mark.parametrize(
    ("year", "day"),
    [(1818, (3, 22)), (1943, (4, 25)), (2000, (4, 23)), (2016, (3, 27)), (2019, (4, 21)), (2038, (4, 25))],
)
def test_easter_is_where_the_tables_have_it(year: int, day: tuple[int, int]) -> None:
    assert easter(year) == dt.date(year, *day)


def test_what_was_stored_before_still_reads() -> None:
    for stored in (
        b'{"means":"period","unit":"week","offset":-1}',
        b'{"means":"weekday","day":5}',
        b'{"means":"recurring","unit":"week","weekday":1}',
        b'{"means":"clock","hour":8,"minute":30,"base":{"means":"weekday","day":4}}',
    ):
        assert msgspec.json.decode(msgspec.json.encode(msgspec.json.decode(stored, type=Meaning)), type=Meaning)


@pytest.mark.parametrize(
    ("meaning", "told", "edtf"),
    [
        (Shift(2, Unit.DAY, Anchor.NARRATIVE), Weekday(4), "2019-01-27"),
        (Shift(1, Unit.WEEK, Anchor.NARRATIVE), Weekday(4), "2019-01-28/2019-02-03"),
        (Shift(0, Unit.MONTH, Anchor.NARRATIVE), CalendarDate(2017, 5), "2017-05"),
        (Weekday(4, -1, Anchor.NARRATIVE), Weekday(4), "2019-01-18"),
        (Weekday(4, 1, Anchor.NARRATIVE), Weekday(4), "2019-02-01"),
        (Clock(20, 30, Shift(1, Unit.DAY, Anchor.NARRATIVE)), Weekday(4), "2019-01-26T20:30:00"),
        (OfStory(0, month=5), CalendarDate(1917), "1917-05"),
        (OfStory(0, season=22), CalendarDate(1911, 4), "1911-22"),
        (OfStory(1, month=5), CalendarDate(1917, 8), "1918-05"),
        (OfStory(1, month=5), CalendarDate(1917, 2), "1917-05"),
        (OfStory(-1, season=21), CalendarDate(1917, 2), "1916-21"),
        (OfStory(1, season=21), CalendarDate(1811), "1812-21"),
        (OfStory(1, month=1), CalendarDate(1811), "1812-01"),
        (OfStory(1, month=5), CalendarDate(1917, 2, 20), "1917-05"),
        (OfStory(1, month=3, counts_years=True), CalendarDate(1814, 4, 6), "1815-03"),
        (Shift(1, Unit.DAY, Anchor.NARRATIVE), Duration(Unit.DAY, 2), ""),
        (Weekday(5), CalendarDate(2017, 5, 4), "2019-01-26"),
    ],
)
def test_what_counts_from_the_story_counts_from_the_time_told(meaning: Meaning, told: Meaning, edtf: str) -> None:
    known = on(MONDAY, PAST)
    before = NarrativeTime("then", resolve(told, known), same_sentence=True)
    assert resolve(meaning, msgspec.structs.replace(known, told=before)).edtf == edtf


def test_a_time_told_of_in_another_sentence_or_undecided_leaves_doubt() -> None:
    next_day = Shift(1, Unit.DAY, Anchor.NARRATIVE)
    friday = resolve(Weekday(4), on(MONDAY, PAST))
    assert resolve(next_day, Context(told=NarrativeTime("Friday", friday))).edtf == "2019-01-26?"
    either = resolve(Weekday(4), on(MONDAY))
    assert resolve(next_day, Context(told=NarrativeTime("Friday", either, same_sentence=True))).edtf == (
        "[2019-01-26?,2019-02-02?]"
    )


def test_a_damaged_reference_to_a_time_told_leads_nowhere() -> None:
    meaning = Shift(1, Unit.DAY, Anchor.NARRATIVE)
    for refers in (0, 1, 7, -1):
        one = TimeExpression(0, 1, "x", TimexType.DATE, meaning, EITHER, (), told=NarrativeAnchor(refers))
        article = Article(id="a", name="a", text="x", time_expressions=(one,))
        assert resolve_expression(article, 0).is_open
    chain = tuple(msgspec.structs.replace(one, told=NarrativeAnchor(at - 1)) for at in range(5000))
    assert resolve_expression(Article(id="a", name="a", text="x", time_expressions=chain), 4999).is_open


def test_an_expression_stored_before_there_were_times_told_still_reads() -> None:
    stored = (
        b'{"start":0,"end":6,"text":"Friday","type":"DATE","meaning":{"means":"weekday","day":4},'
        b'"direction":{"sense":"past"},"rules":["weekday"],"spoken":null}'
    )
    assert msgspec.json.decode(stored, type=TimeExpression).told is None


def test_a_span_whose_ends_cross_is_open_and_not_outside_the_calendar() -> None:
    far = Range(Shift(-200, Unit.DECADE), CalendarDate(2000))
    when = resolve(far, Context(Published(dt.date(4500, 1, 1), Basis.PERSON)))

    assert when.is_open
    assert "outside-calendar" not in [step.rule for step in when.derivation]
