"""What every kind of meaning says of itself."""

from typing import get_args

import pytest
from hypothesis import given

from tests.timeline.dates.meanings import meanings
from timeline.meanings import Meaning
from timeline.meanings.base import Base, DateKind
from timeline.meanings.composed import About, Composed, From, OneOf, PartOfDay, PartOfPeriod, Range
from timeline.meanings.counted import Counted, Shift, Some, Weekday
from timeline.meanings.named import CalendarDate, Named
from timeline.meanings.placeless import Duration, Placeless
from timeline.meanings.units import Anchor, DayPart, Edge, Modifier, Unit

FAMILIES = {kind for family in (Named, Counted, Placeless, Composed) for kind in get_args(family)}


def test_the_families_are_all_meanings() -> None:
    assert set(get_args(Meaning)) == FAMILIES


@given(meanings)
def test_the_parts_of_a_meaning_are_all_meanings_in_its_fields(meaning: Meaning) -> None:
    fields = (getattr(meaning, field) for field in meaning.__struct_fields__)
    inside = [one for value in fields for one in (value if isinstance(value, tuple) else (value,))]
    assert list(meaning.parts()) == [one for one in inside if isinstance(one, Base)]


@pytest.mark.parametrize(
    ("meaning", "one", "several"),
    [
        (Weekday(4), DateKind.WEEKDAY, DateKind.OPEN_WEEKDAY),
        (Weekday(4, -1, Anchor.NARRATIVE), DateKind.STORY, DateKind.STORY),
        (Shift(-3, Unit.DAY), DateKind.AGO, DateKind.SEVERAL),
        (CalendarDate(None, 5, 3), DateKind.DAY, DateKind.SEVERAL),
        (PartOfDay(DayPart.NIGHT, Weekday(4)), DateKind.WEEKDAY, DateKind.OPEN_WEEKDAY),
        (From(2, Unit.DAY, CalendarDate(None, 5, 3)), DateKind.COUNTED, DateKind.COUNTED),
        (From(2, Unit.DAY, Some(Unit.HOUR, 1)), DateKind.STORY, DateKind.STORY),
        (Range(start=Weekday(4)), DateKind.WEEKDAY, DateKind.OPEN_WEEKDAY),
        (Range(Weekday(4), Weekday(6)), DateKind.SPAN, DateKind.SPAN),
        (OneOf((CalendarDate(2019, 3, 4),)), DateKind.SEVERAL, DateKind.SEVERAL),
    ],
)
def test_a_date_is_counted_with_its_like(meaning: Meaning, one: DateKind, several: DateKind) -> None:
    assert (meaning.kind(), meaning.kind_of_several()) == (one, several)


@pytest.mark.parametrize(
    ("meaning", "unit"),
    [
        (CalendarDate(2019, 5), Unit.MONTH),
        (PartOfPeriod(Edge.START, CalendarDate(2019)), Unit.YEAR),
        (From(2, Unit.DAY, Weekday(4)), Unit.DAY),
        (From(2, Unit.MONTH, Weekday(4)), None),
        (Shift(2, Unit.DAY, Anchor.EVENT), None),
        (Range(Weekday(4), Weekday(6)), None),
        (Duration(Unit.DAY, 2), None),
    ],
)
def test_a_time_fills_the_unit_that_is_named(meaning: Meaning, unit: Unit | None) -> None:
    assert meaning.fineness() is unit


def test_a_hedge_keeps_what_it_hedges() -> None:
    years = About(Modifier.AT_LEAST, Duration(Unit.YEAR, 2))
    assert (years.unplaced(), years.mod(), years.placeless_kind()) == ("P2Y", "EQUAL_OR_MORE", DateKind.LENGTH)
    assert not years.is_bare()
    assert About(Modifier.ABOUT, Weekday(4)).is_bare()
