"""Weekdays that are known by the day told before: always that weekday, and never more than a week from that day."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from timeline.dates.resolve import resolve
from timeline.dates.resolving.context import Context, NarrativeTime
from timeline.meanings.counted import Weekday
from timeline.meanings.units import Anchor
from timeline.model import Basis, Direction, Published, Sense
from timeline.when import When

DAYS = st.dates(dt.date(1900, 1, 1), dt.date(2100, 1, 1))


def _told(day: dt.date) -> NarrativeTime:
    return NarrativeTime("that day", When(edtf=day.isoformat(), earliest=day, latest=day))


@given(DAYS, DAYS, st.integers(0, 6), st.sampled_from(Sense))
def test_the_weekday_of_a_story_is_that_weekday_and_at_most_a_week_from_the_day_told(
    told: dt.date, published: dt.date, weekday: int, sense: Sense
) -> None:
    context = Context(Published(published, Basis.PERSON), Direction(sense), told=_told(told))
    when = resolve(Weekday(weekday, 0, Anchor.NARRATIVE), context)
    found = [one.earliest for one in when.candidates] or [when.earliest]
    assert all(day is not None and day.weekday() == weekday and abs((day - told).days) <= 7 for day in found)
    assert when.is_uncertain or len(found) > 1


@given(DAYS, DAYS)
def test_the_day_told_is_the_weekday_itself_where_it_is_one_and_past(told: dt.date, published: dt.date) -> None:
    context = Context(Published(published, Basis.PERSON), Direction(Sense.PAST), told=_told(told))
    assert resolve(Weekday(told.weekday(), 0, Anchor.NARRATIVE), context).earliest == told


@given(DAYS, st.integers(0, 6))
def test_where_no_day_was_told_it_is_one_beside_publication_and_uncertain(published: dt.date, weekday: int) -> None:
    context = Context(Published(published, Basis.PERSON), Direction(Sense.PAST))
    when = resolve(Weekday(weekday, 0, Anchor.NARRATIVE), context)
    assert when.earliest is not None
    assert 0 <= (published - when.earliest).days < 7
    assert when.is_uncertain
