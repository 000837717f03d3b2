"""How sure a date is: by its kind, from counts that ship."""

import datetime as dt
import tomllib
from importlib.resources import files

import msgspec
import pytest
from hypothesis import given, settings

from tests.timeline.dates.meanings import contexts, meanings
from tests.timeline.export.chronicle import strike
from timeline.dates.confidence import FEW, confidence, kind_of, measured, rate
from timeline.dates.resolve import resolve
from timeline.dates.resolving.context import Context
from timeline.meanings import Meaning
from timeline.meanings.base import DateKind
from timeline.meanings.composed import About, Clock, OneOf, PartOfDay, PartOfPeriod, Range
from timeline.meanings.counted import MonthOf, Period, Shift, Trailing, Weekday
from timeline.meanings.named import CalendarDate, Holiday, YearPart
from timeline.meanings.placeless import Duration, Recurring, Vague
from timeline.meanings.units import DayPart, Edge, Modifier, Reference, Unit
from timeline.model import Basis, Direction, NarrativeAnchor, Published, Sense, TimeExpression, TimexType

MONDAY = Published(dt.date(2019, 1, 28), Basis.METADATA)
PLACELESS = {DateKind.LENGTH, DateKind.UNCOUNTED, DateKind.REPEATED, DateKind.VAGUE}


def expression(meaning: Meaning, direction: Direction = Direction()) -> TimeExpression:  # noqa: B008 - immutable
    return TimeExpression(0, 1, "x", TimexType.DATE, meaning, direction, ())


def test_the_counts_that_ship_are_of_the_kinds_there_are() -> None:
    counts = tomllib.loads((files("dateline_data") / "calibration.toml").read_text(encoding="utf-8"))
    assert set(counts) == {kind.value for kind in DateKind}
    assert all(0 <= right <= of for right, of in counts.values())
    assert sum(of for _, of in counts.values()) > 500


@pytest.mark.parametrize(
    ("meaning", "direction", "kind"),
    [
        (Weekday(5), Sense.PAST, DateKind.WEEKDAY),
        (Weekday(5, -1), Sense.EITHER, DateKind.WEEKDAY),
        (Weekday(5), Sense.EITHER, DateKind.OPEN_WEEKDAY),
        (PartOfDay(DayPart.NIGHT, Weekday(2)), Sense.PAST, DateKind.WEEKDAY),
        (Clock(20, 30, CalendarDate(2019, 1, 4)), Sense.EITHER, DateKind.FULL_DATE),
        (CalendarDate(2019, 1), Sense.EITHER, DateKind.FULL_DATE),
        (CalendarDate(2019), Sense.EITHER, DateKind.YEAR),
        (CalendarDate(None, 5, 20), Sense.PAST, DateKind.DAY),
        (CalendarDate(None, None, 23), Sense.PAST, DateKind.DAY),
        (CalendarDate(None, 5), Sense.PAST, DateKind.MONTH),
        (CalendarDate(None, 7), Sense.EITHER, DateKind.SEVERAL),
        (MonthOf(5, -1), Sense.EITHER, DateKind.MONTH),
        (PartOfPeriod(Edge.START, CalendarDate(None, 5)), Sense.PAST, DateKind.MONTH),
        (YearPart(36), Sense.PAST, DateKind.QUARTER),
        (Holiday("christmas"), Sense.PAST, DateKind.NAMED),
        (Period(Unit.DAY, 0), Sense.EITHER, DateKind.TODAY),
        (Period(Unit.WEEK, -1), Sense.EITHER, DateKind.WEEK),
        (Period(Unit.YEAR, -1), Sense.EITHER, DateKind.PERIOD),
        (Shift(-3, Unit.YEAR), Sense.EITHER, DateKind.AGO),
        (About(Modifier.ABOUT, Shift(-3, Unit.YEAR)), Sense.EITHER, DateKind.AGO),
        (Trailing(-2, Unit.WEEK), Sense.EITHER, DateKind.STRETCH),
        (Range(start=Weekday(4)), Sense.PAST, DateKind.WEEKDAY),
        (Range(CalendarDate(1994), CalendarDate(1997)), Sense.EITHER, DateKind.SPAN),
        (OneOf((CalendarDate(2019, 3, 4), CalendarDate(2019, 4, 3))), Sense.EITHER, DateKind.SEVERAL),
        (Duration(Unit.YEAR, 2), Sense.EITHER, DateKind.LENGTH),
        (About(Modifier.AT_LEAST, Duration(Unit.YEAR, 2)), Sense.EITHER, DateKind.LENGTH),
        (Duration(Unit.YEAR), Sense.EITHER, DateKind.UNCOUNTED),
        (Recurring(Unit.WEEK, 1), Sense.EITHER, DateKind.REPEATED),
        (Vague(Reference.PAST), Sense.EITHER, DateKind.VAGUE),
        (Holiday("tax-day"), Sense.PAST, None),
    ],
)
def test_an_expression_belongs_to_a_kind(meaning: Meaning, direction: Sense, kind: DateKind | None) -> None:
    found = expression(meaning, Direction(direction))
    assert kind_of(found, resolve(meaning, Context(MONDAY, found.direction))) is kind


def test_what_was_counted_from_a_time_told_of_is_of_the_story() -> None:
    found = msgspec.structs.replace(expression(CalendarDate(None, 6, 2)), told=NarrativeAnchor(0))
    assert kind_of(found, resolve(CalendarDate(1961, 6, 2), Context())) is DateKind.STORY


@settings(max_examples=300, deadline=None)
@given(meanings, contexts)
def test_whatever_has_a_date_or_a_length_has_a_confidence_and_what_is_open_or_a_bound_none(
    meaning: Meaning, context: Context
) -> None:
    when = resolve(meaning, context)
    rated = confidence(expression(meaning), when)
    if rated is None:
        assert when.is_open or when.bound is not None
        return
    assert 0 < rated.rate < 1
    assert when.is_open == (rated.kind in PLACELESS)


def test_a_kind_of_few_cases_stays_near_all_together() -> None:
    counts = dict.fromkeys(DateKind, (0, 0)) | {DateKind.WEEKDAY: (90, 100), DateKind.SPAN: (0, 1)}
    overall = 90 / 101
    assert rate(counts, DateKind.TODAY) == pytest.approx(overall)
    assert rate(counts, DateKind.SPAN) == pytest.approx(10 * overall / 11)
    assert rate(counts, DateKind.WEEKDAY) == pytest.approx(0.9, abs=0.001)


def test_it_is_said_in_words_with_the_first_of_several_dates_and_few_cases_named() -> None:
    weekday, either = (Weekday(5), Direction(Sense.PAST)), (Weekday(5), Direction())
    said = []
    for meaning, direction in (weekday, either):
        when = resolve(meaning, Context(MONDAY, direction))
        rated = confidence(expression(meaning, direction), when)
        assert rated is not None
        said.append((rated.says(when), f"{100 * rated.rate:.0f} times in 100 in news dated by hand"))
    few = ", few cases" if measured()[DateKind.OPEN_WEEKDAY][1] < FEW else ""
    assert said[0][0] == f"read right {said[0][1]} (weekday, direction settled)"
    assert said[1][0] == f"the first is right {said[1][1]} (weekday, direction open{few})"


def test_a_date_that_a_person_set_has_none() -> None:
    timeline = strike()
    assert any(entry.dated_by_person for entry in timeline.entries)
    for entry in timeline.entries:
        if entry.dated_by_person or entry.lead.time is None:
            assert timeline.confidence_of(entry) is None
    assert any(timeline.confidence_of(entry) for entry in timeline.entries)
