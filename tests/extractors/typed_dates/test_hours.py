"""Hours that are typed without their day."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.typed_dates.hours import read_hours
from timeline.dates.edtf import normal, parse
from timeline.when import Precision

DAY = dt.date(2023, 3, 14)


@pytest.mark.parametrize(
    ("typed", "hours"),
    [
        ("3.10", "03:10:00"),
        ("03:10", "03:10:00"),
        ("3.10 am", "03:10:00"),
        ("at 3.10 P.M.", "15:10:00"),
        ("12.30am", "00:30:00"),
        ("03:10:22", "03:10:22"),
        ("noon", "12:00:00"),
        ("after 3 am", "03:00:00 23:59:59"),
        ("since 3.10", "03:10:00 23:59:59"),
        ("> 3:10", "03:10:00 23:59:59"),
        ("no later than noon", "00:00:00 12:00:00"),
        ("<3.10", "00:00:00 03:10:00"),
        ("3 to 4 pm", "15:00:00 16:00:00"),
        ("3.10–4.20", "03:10:00 04:20:00"),
        ("between 11 am and noon", "11:00:00 12:00:00"),
        ("from 3 am until 4 am", "03:00:00 04:00:00"),
    ],
)
def test_hours_are_of_the_day_that_is_known_and_do_not_leave_it(typed: str, hours: str) -> None:
    found = read_hours(typed, DAY)
    assert found is not None
    assert found.edtf == "/".join(f"2023-03-14T{one}" for one in hours.split())
    assert not found.about


@pytest.mark.parametrize(
    "typed", ["3", "3.1", "26.10", "about 3", "3 and 4", "1990", "tue 3 am", "14 mar 3.10 am", "2023-03-14 3:10", "-3d"]
)
def test_what_is_no_hour_alone_is_left_to_those_who_read_dates(typed: str) -> None:
    assert read_hours(typed, DAY) is None


@pytest.mark.parametrize("typed", ["26:10", "0.30 am", "13 pm", "3:75"])
def test_an_hour_that_no_clock_shows_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match="no such hour"):
        read_hours(typed, DAY)


def test_hours_in_the_wrong_order_are_refused() -> None:
    with pytest.raises(ValueError, match="ends before it starts"):
        read_hours("4 am to 3 am", DAY)


def test_an_hour_without_a_day_says_what_is_missing_and_figures_with_a_dot_may_still_be_a_date() -> None:
    with pytest.raises(ValueError, match="no certain day"):
        read_hours("3.10 am", None)
    assert read_hours("3.10", None) is None


def test_the_word_that_cannot_be_kept_is_given_back() -> None:
    found = read_hours("about 5.40 am", DAY)
    assert found is not None
    assert (found.edtf, found.about) == ("2023-03-14T05:40:00", "about")


@given(st.dates(), st.times(), st.sampled_from(["", "at ", "after ", "before ", "by ", ">="]), st.sampled_from(":."))
def test_every_minute_of_every_day_is_read_within_that_day(day: dt.date, time: dt.time, side: str, mark: str) -> None:
    found = read_hours(f"{side}{time.hour}{mark}{time.minute:02}", day)
    assert found is not None
    assert found.edtf == normal(found.edtf)
    assert f"T{time.hour:02}:{time.minute:02}:00" in found.edtf
    span = parse(found.edtf)
    assert (span.earliest, span.latest, span.precision) == (day, day, Precision.TIME)


@given(st.text("0123456789:.apmnoon afterbtw~<>=–-", max_size=20), st.none() | st.just(DAY))
def test_whatever_is_typed_is_hours_or_none_or_refused_with_a_reason(typed: str, day: dt.date | None) -> None:
    try:
        found = read_hours(typed, day)
    except ValueError as why:
        assert "“" in str(why)  # noqa: PT017 - what it says is all there is to see
    else:
        assert found is None or found.edtf.startswith("2023-03-14T")
