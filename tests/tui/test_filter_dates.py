"""Dates without a year in a filter are of the years that the timeline tells of."""

import datetime as dt

import pytest

from tests.tui.chronicle import chronicle, sailings
from tests.tui.conftest import MakeApp
from tests.tui.looking import SMALL, timeline_of
from tests.tui.test_finding import keys
from tests.tui.test_sections import timeline_with
from timeline.query import select
from tui.filter_dates import FilterDates

VOTES = ["1987-03", "2017-01-20", "2017-03-11", "2017-03-12", "2017-09-02", "2018-01-05", "2018-03-11", "2018-06-01"]


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.dates.today", lambda: dt.date(2026, 11, 27))
    monkeypatch.setattr("tui.filter_dates.today", lambda: dt.date(2026, 11, 27))


@pytest.mark.parametrize(
    ("typed", "edtf"),
    [
        ("mar", "[1987-03,2017-03,2018-03]"),
        ("11 mar", "[2017-03-11,2018-03-11]"),
        ("20 january", "2017-01-20"),
        ("spring", "[1987-21,2017-21,2018-21]"),
        ("since september", "2017-09/.."),
        ("before 3 sep", "../2017-09-02"),
        ("mar 2019", "2019-03"),
        ("last march", "2026-03"),
        ("yesterday", "2026-11-26"),
    ],
)
def test_a_day_or_month_without_a_year_is_of_each_year_that_has_something_in_it(typed: str, edtf: str) -> None:
    assert FilterDates(timeline_with(chronicle(VOTES))).read(typed) == edtf


def test_what_nothing_lies_in_is_of_the_time_of_the_story() -> None:
    assert FilterDates(timeline_with(chronicle(["2017-03-11", "2017-04-01"]))).read("dec") in ("2016-12", "2017-12")
    assert FilterDates(timeline_with(chronicle(["2016-02-29", "2017-04-01"]))).read("29 feb") == "2016-02-29"


@pytest.mark.parametrize("typed", ["since 10 march", "from 10 march", "since mar"])
def test_since_is_of_a_day_before_the_story_is_over(typed: str) -> None:
    recent = chronicle([f"2026-10-{day:02}" for day in range(10, 25)])
    assert FilterDates(timeline_with(recent)).read(typed).startswith("2026-03")


def test_without_any_dated_event_the_year_is_the_nearest() -> None:
    assert FilterDates(timeline_with(chronicle(["", ""]))).read("mar") == "2027-03"


def test_a_date_that_is_one_or_the_other_finds_what_lies_in_either() -> None:
    timeline = timeline_with(chronicle(VOTES))
    found = select(timeline, "date:mar", FilterDates(timeline).read)
    assert [entry.title for entry in found] == [f"Boat {at} sails" for at in (0, 2, 3, 6)]


async def test_the_filter_says_which_months_are_meant_and_finds_their_events(make_app: MakeApp) -> None:
    app = make_app(sailings())
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("slash", *keys("date:apr"))
        await pilot.pause()
        assert len(timeline_of(app).events.rows) == 50  # with the two of all the year
        assert "→ Apr 2019" in timeline_of(app).filter.told
