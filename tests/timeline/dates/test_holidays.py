"""Where days with a name lie in a year: facts of the calendars, looked up outside this project."""

import datetime as dt
import subprocess
import sys

import pytest

from timeline.dates.happenings import happenings
from timeline.dates.holidays import days, holiday, ids, names, ways, weekend

ON = [
    ("good-friday", 2015, "2015-04-03"),
    ("maundy-thursday", 2024, "2024-03-28"),
    ("ash-wednesday", 2020, "2020-02-26"),
    ("whit-monday", 2020, "2020-06-01"),
    ("ascension-day", 2023, "2023-05-18"),
    ("corpus-christi", 2019, "2019-06-20"),
    ("orthodox-easter", 2022, "2022-04-24"),
    ("orthodox-easter", 1917, "1917-04-15"),
    ("yom-kippur", 1973, "1973-10-06"),
    ("hanukkah", 2018, "2018-12-02/2018-12-10"),
    ("passover", 2019, "2019-04-19/2019-04-27"),
    ("ramadan", 2021, "2021-04-13~/2021-05-12~"),
    ("eid-al-adha", 2024, "2024-06-16~"),
    ("diwali", 2022, "2022-10-24~"),
    ("lunar-new-year", 2020, "2020-01-25"),
    ("super-tuesday", 2016, "2016-03-01"),
    ("election-day", 2016, "2016-11-08"),
    ("black-friday", 2021, "2021-11-26"),
    ("cyber-monday", 2019, "2019-12-02"),
    ("holocaust-memorial-day", 2024, "2024-01-27"),
    ("anzac-day", 2024, "2024-04-25"),
    ("spring-bank-holiday", 2019, "2019-05-27"),
]


@pytest.mark.parametrize(("name", "year", "edtf"), ON)
def test_a_day_with_a_name_lies_where_the_calendars_have_it(name: str, year: int, edtf: str) -> None:
    assert [one.edtf for one in days(name, year)] == [edtf]


@pytest.mark.parametrize(
    ("name", "country", "day"),
    [
        ("independence-day", "IN", "2019-08-15"),
        ("independence-day", "NG", "2019-10-01"),
        ("independence-day", "US", "2019-07-04"),
        ("republic-day", "IT", "2019-06-02"),
        ("republic-day", "TR", "2019-10-29"),
        ("thanksgiving", "CA", "2019-10-14"),
        ("thanksgiving", "US", "2019-11-28"),
        ("mothers-day", "GB", "2019-03-31"),
        ("mothers-day", "US", "2019-05-12"),
        ("labour-day", "NZ", "2019-10-28"),
        ("labour-day", "DE", "2019-05-01"),
    ],
)
def test_a_name_that_several_countries_have_goes_by_the_country(name: str, country: str, day: str) -> None:
    assert [one.first.isoformat() for one in days(name, 2019, country)][-1:] == [day]


def test_what_no_country_is_told_of_stays_open_or_has_each_day_that_may_be_meant() -> None:
    assert days("independence-day", 2019) == ()
    assert days("independence-day", 2019, "GB") == ()
    assert ways("mothers-day") == ("", "GB")
    assert ways("mothers-day", ("GB",)) == ("GB",)
    assert ways("independence-day", ("GB", "IN")) == ("IN",)


def test_a_day_that_nobody_kept_yet_is_none() -> None:
    assert days("cyber-monday", 1990) == ()
    assert days("leap-day", 2019) == ()
    assert days("ramadan", 1200) == ()
    assert holiday("tax-day", 2019) is None
    assert days("no-such-name", 2019) == ()


def test_a_month_by_the_moon_can_begin_twice_in_a_year() -> None:
    assert [one.first for one in days("ramadan", 2030)] == [dt.date(2030, 1, 5), dt.date(2030, 12, 26)]


def test_some_weekends_of_holidays_are_longer_than_others() -> None:
    assert weekend("thanksgiving") == (0, 3)
    assert weekend("thanksgiving", "CA") == (-2, 0)
    assert weekend("memorial-day") is None


def test_each_day_of_the_table_is_found_by_a_name_and_has_a_day_or_says_none() -> None:
    known = {
        name for name in ids() if any(days(name, year, country) for year in (2019, 2020) for country in ("", "US"))
    }
    elsewhere = {"independence-day", "republic-day", "national-day", "freedom-day", "heritage-day", "youth-day"}
    elsewhere |= {"liberation-day", "heroes-day", "martyrs-day", "unity-day", "childrens-day", "teachers-day"}
    elsewhere |= {"armed-forces-day", "labour-day", "victory-day", "inauguration-day"}
    elsewhere |= {"democracy-day", "revolution-day", "sovereigns-birthday"}
    assert set(ids()) - known - elsewhere == {"no-day", "yom-hashoah", "tax-day", "advent-sunday"}
    assert {name for name in ids() if name not in names().values()} == {"first-monday-of-november"}


def test_what_happened_on_a_day_is_known_with_its_source_and_called_by_something() -> None:
    for id_, one in happenings().items():
        assert one.source, id_
        assert one.names or one.figures or one.called, id_
        assert one.date <= dt.date(2024, 1, 1), id_


def test_the_library_of_holidays_is_imported_when_a_day_is_asked_of_it_and_not_before() -> None:
    code = (
        "import sys; from timeline.dates.holidays import days; days('easter', 2019); days('christmas', 2019);"
        "assert 'holidays' not in sys.modules; assert days('diwali', 2019); assert 'holidays' in sys.modules"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
