"""What holds of resolving for every meaning, whatever is known of its article."""

import datetime as dt
from typing import get_args

import msgspec
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.timeline.dates.meanings import NESTED, SIMPLE, Meant, any_day, contexts, meanings, nested
from timeline.dates.edtf import describe, members, normal, parse
from timeline.dates.resolve import resolve
from timeline.dates.resolving.context import Context
from timeline.meanings import Meaning
from timeline.meanings.composed import From, Nth, OneOf, PartOfPeriod, Range, Reaching
from timeline.meanings.counted import MonthOf, Period, Shift, Trailing, Weekday
from timeline.meanings.named import CalendarDate, FiscalYear, Season, YearPart
from timeline.meanings.units import Anchor, Edge, Unit
from timeline.model import Basis, Direction, Published, Sense
from timeline.when import Precision, When


def test_every_meaning_there_is_is_tried() -> None:
    assert {*SIMPLE, *NESTED} == set(get_args(Meaning))


def is_whole(when: When) -> bool:
    """It says why, and its parts agree with each other."""
    assert when.derivation
    assert all(step.rule and step.says for step in when.derivation)
    assert describe(when)
    if when.is_open:
        assert (when.earliest, when.latest, when.candidates) == (None, None, ())
        return True
    span = parse(when.edtf)
    assert (span.earliest, span.latest, span.precision) == (when.earliest, when.latest, when.precision)
    assert when.precision is not Precision.OPEN
    assert when.earliest is None or when.latest is None or when.earliest <= when.latest
    assert normal(when.edtf) == when.edtf
    assert members(when.edtf) == (tuple(one.edtf for one in when.candidates) or (when.edtf,))
    return True


@settings(max_examples=300, deadline=None)
@given(meanings, contexts)
def test_resolving_is_total_and_gives_a_valid_time(meaning: Meaning, context: Context) -> None:
    assert is_whole(resolve(meaning, context))


@pytest.mark.parametrize("kind", [*SIMPLE, *NESTED], ids=lambda kind: kind.__name__)
@settings(max_examples=40, deadline=None)
@given(st.data(), contexts)
def test_each_kind_of_meaning_gives_a_valid_time(kind: type, data: st.DataObject, context: Context) -> None:
    assert is_whole(resolve(data.draw({**SIMPLE, **NESTED}[kind]), context))


@settings(max_examples=200, deadline=None)
@given(meanings, contexts)
def test_the_same_meaning_in_the_same_context_has_the_same_time_and_survives_json(
    meaning: Meaning, context: Context
) -> None:
    again: Meaning = msgspec.json.decode(msgspec.json.encode(meaning), type=Meaning)
    assert again == meaning
    kept: Context = msgspec.json.decode(msgspec.json.encode(context), type=Context)
    assert resolve(again, kept) == resolve(meaning, context)


small = st.integers(-300, 300)
real_dates = st.dates(dt.date(1500, 1, 1), dt.date(2500, 1, 1)).map(
    lambda day: CalendarDate(day.year, day.month, day.day)
)
near: Meant = st.one_of(
    real_dates,
    st.builds(Shift, small, st.sampled_from([unit for unit in Unit if unit is not Unit.CENTURY])),
    st.builds(Weekday, st.integers(0, 6), st.none() | st.integers(-1, 1)),
    SIMPLE[MonthOf],
    st.builds(Period, st.sampled_from(Unit), st.integers(-5, 5)),
    st.builds(Range, real_dates, st.none()),
    st.builds(Range, st.none(), real_dates),
)
ordinary = st.dates(dt.date(4500, 1, 1), dt.date(5500, 1, 1))


within = {kind: strategy for kind, strategy in nested(near).items() if kind not in (From, Reaching)}
within[Reaching] = st.builds(Reaching, st.integers(1, 9) | st.integers(-9, -1), st.sampled_from(Unit), near)
within[Nth] = st.builds(Nth, st.integers(-9, 9), near, st.sampled_from((Unit.DAY, Unit.WEEK, Unit.WEEKEND, Unit.MONTH)))


@settings(max_examples=200, deadline=None)
@given(st.one_of(near, *within.values()), ordinary)
def test_what_lies_within_the_calendar_is_never_said_to_lie_outside(meaning: Meaning, day: dt.date) -> None:
    when = resolve(meaning, Context(Published(day, Basis.PERSON)))
    assert [step.says for step in when.derivation if step.rule == "outside-calendar"] == []


counted: Meant = st.one_of(
    st.builds(Shift, small, st.sampled_from(Unit)),
    st.builds(Period, st.sampled_from(Unit), small),
    st.builds(Trailing, small, st.sampled_from(Unit)),
    st.builds(MonthOf, st.integers(1, 12), st.integers(-3, 3), st.booleans()),
    st.builds(Season, st.integers(21, 24), st.none(), st.integers(-1, 1)),
    st.builds(FiscalYear, st.none(), st.integers(-3, 3)),
    st.builds(YearPart, st.sampled_from((33, 36, 40, 41)), st.none(), st.integers(-3, 3), st.booleans()),
    st.builds(CalendarDate, st.none(), st.integers(1, 12), st.integers(1, 28), st.none(), st.integers(-3, 3)),
    st.builds(Weekday, st.integers(0, 6), st.none() | st.integers(-1, 1), st.just(Anchor.PUBLICATION)),
    st.builds(CalendarDate, st.none(), st.integers(1, 12), st.none() | st.integers(1, 31)),
    st.builds(CalendarDate, st.none(), st.none(), st.integers(1, 28)),
)
_HOLD_STILL = (OneOf, Nth, Range)
"""Of several readings the likelier may change, a month may have no fifth Friday, a span may find its far end anew."""
wrapped = {kind: strategy for kind, strategy in nested(counted).items() if kind not in _HOLD_STILL}
# *Earlier this spring* is nonsense before the spring: it's then taken as a whole.
wrapped[PartOfPeriod] = st.builds(PartOfPeriod, st.sampled_from((Edge.START, Edge.MID, Edge.END)), counted)
moving = st.one_of(counted, *wrapped.values())
one_way = st.sampled_from([Direction(Sense.PAST), Direction(Sense.FUTURE)])


@settings(max_examples=200, deadline=None)
@given(moving, any_day, st.integers(0, 800), one_way)
def test_a_later_publication_date_never_gives_an_earlier_time(
    meaning: Meaning, day: dt.date, later: int, direction: Direction
) -> None:
    assume(day <= dt.date.max - dt.timedelta(days=later))
    one, other = (
        resolve(meaning, Context(Published(each, Basis.PERSON), direction)) for each in (day, day + dt.timedelta(later))
    )
    assume(not one.is_open and not other.is_open)
    for before, after in ((one.earliest, other.earliest), (one.latest, other.latest)):
        assert before is None or after is None or before <= after
