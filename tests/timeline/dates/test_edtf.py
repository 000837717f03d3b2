import datetime as dt

import pytest
from edtf import parse_edtf
from hypothesis import given
from hypothesis import strategies as st

from timeline.dates.day_numbers import day_number, year_month_day
from timeline.dates.edtf import beside, day_text, describe, describe_edtf, members, normal, parse, year_text
from timeline.when import Bound, Precision, When

DAYS = st.dates()


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "precision"),
    [
        ("2019-01-26", "2019-01-26", "2019-01-26", Precision.DAY),
        ("2019-01-26?", "2019-01-26", "2019-01-26", Precision.DAY),
        ("2020-02", "2020-02-01", "2020-02-29", Precision.MONTH),
        ("1998", "1998-01-01", "1998-12-31", Precision.YEAR),
        ("201X", "2010-01-01", "2019-12-31", Precision.DECADE),
        ("18XX", "1800-01-01", "1899-12-31", Precision.CENTURY),
        ("2019-XX", "2019-01-01", "2019-12-31", Precision.YEAR),
        ("2019-24", "2019-12-01", "2020-02-29", Precision.SEASON),
        ("2019-34", "2019-04-01", "2019-06-30", Precision.QUARTER),
        ("2019-41", "2019-07-01", "2019-12-31", Precision.MONTHS),
        ("2019-W04", "2019-01-21", "2019-01-27", Precision.WEEK),
        ("2019-01-25T20:30:00", "2019-01-25", "2019-01-25", Precision.TIME),
        ("2019-01-21/2019-01-27", "2019-01-21", "2019-01-27", Precision.WEEK),
        ("2019-01-22/2019-01-28", "2019-01-22", "2019-01-28", Precision.DAYS),
        ("2018-05/2019-01", "2018-05-01", "2019-01-31", Precision.MONTHS),
        ("2019-01-23/..", "2019-01-23", None, Precision.DAY),
        ("../2019", None, "2019-12-31", Precision.YEAR),
        ("[2019-02-02,2019-01-26]", "2019-02-02", "2019-02-02", Precision.DAY),
    ],
)
def test_a_string_spans_its_days(text: str, earliest: str | None, latest: str | None, precision: Precision) -> None:
    day = dt.date.fromisoformat
    span = parse(text)
    assert (span.earliest, span.latest) == (earliest and day(earliest), latest and day(latest))
    assert span.precision is precision


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("2019-13", "no month 13"),
        ("2019-02-30", "not in the calendar"),
        ("2019-W60", "not in the calendar"),
        ("9999-W52", "not in the calendar"),
        ("yesterday", "is not a date"),
        ("2019-01-26T25:00", "not in the calendar"),
        ("9999-24", "ends after the year 9999"),
        ("../..", "is not an interval"),
        ("2019-02/2019-01", "ends before it begins"),
        ("[2019-01-26", "not a closed set"),
        ("[2019-01-26,[2019]]", "set inside a set"),
        ("XXXX-12-XX", "has no year"),
        ("{1667,1668}", "several dates at once"),
        ("19X9-02-29", "there is no such day"),
        ("201X-21", "part of a year that is not fully given"),
        ("Y1E13", "more than 12 figures"),
        ("1950S5", "no 5 significant figures"),
    ],
)
def test_what_is_no_date_says_why(text: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        parse(text)


@pytest.mark.parametrize(
    ("edtf", "bound", "words"),
    [
        ("../2012-05-04", Bound.BEFORE, "before Sat 5 May 2012"),
        ("../1789", Bound.BEFORE, "before 1790"),
        ("../2018-10", Bound.BEFORE, "before Nov 2018"),
        ("2011-05-04/..", Bound.AFTER, "after Tue 3 May 2011"),
        ("1204/..", Bound.AFTER, "after 1204"),
        ("../1790", Bound.BY, "by 1790"),
        ("2020-02-11/2020-03", Bound.BY, "by Mar 2020"),
        ("2020-03-01/..", Bound.FROM, "from Sun 1 Mar 2020 on"),
        ("1998-05-03/1998-08-09", Bound.BETWEEN, "between Sun 3 May 1998 and Sun 9 Aug 1998"),
        ("1998-05-03T15:00:00/1998-05-03T16:00:00", Bound.BETWEEN, "Sun 3 May 1998, between 15:00 and 16:00"),
        ("[../2018-10,../2019-10]", Bound.BY, "by Oct 2018 or by Oct 2019"),
    ],
)
def test_a_bound_is_said_as_the_words_say_it(edtf: str, bound: Bound, words: str) -> None:
    when = When(edtf=edtf, bound=bound)
    assert describe(when) == words
    assert when.is_uncertain


@given(st.text(max_size=30))
def test_any_text_parses_or_raises_value_error(text: str) -> None:
    try:
        span = parse(text)
    except ValueError:
        return
    assert span.earliest or span.latest
    assert describe_edtf(text.strip())


@given(DAYS, DAYS)
def test_an_interval_of_days_spans_from_the_first_to_the_last(one: dt.date, other: dt.date) -> None:
    first, last = sorted((one, other))
    span = parse(f"{first}/{last}")
    assert (span.earliest, span.latest) == (first, last)


@given(DAYS.filter(lambda day: day.year > 1 and day.year < 9999), st.sampled_from(["%Y", "%Y-%m", "%Y-%m-%d"]))
def test_dates_span_what_the_edtf_package_says(day: dt.date, shape: str) -> None:
    text = f"{day.year:04d}" + f"-{day.month:02d}" * (shape != "%Y") + f"-{day.day:02d}" * shape.endswith("d")
    oracle, span = parse_edtf(text), parse(text)
    assert span.earliest is not None
    assert span.latest is not None
    assert span.earliest.timetuple()[:3] == oracle.lower_strict()[:3]
    assert span.latest.timetuple()[:3] == oracle.upper_strict()[:3]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2019-01-26", "Sat 26 Jan 2019"),
        ("2019-01-21/2019-01-27", "21–27 Jan 2019"),
        ("2018-12-30/2019-01-02", "30 Dec 2018 – 2 Jan 2019"),
        ("2019-01-23/..", "since Wed 23 Jan 2019"),
        ("../2019-05", "until May 2019"),
        ("../2019-05-21~", "until about Tue 21 May 2019"),
        ("2019-01-25?/..", "since Fri 25 Jan 2019 (uncertain)"),
        ("2019-03-01~/2019-03-11~", "about 1–11 Mar 2019"),
        ("[2019-02-02,2019-01-26]", "Sat 2 Feb 2019 or Sat 26 Jan 2019"),
        ("2019-01-26?", "Sat 26 Jan 2019 (uncertain)"),
        ("201X", "2010s"),
        ("2019-22", "summer 2019"),
        ("2019-36", "fourth quarter of 2019"),
    ],
)
def test_a_date_is_said_in_words(text: str, words: str) -> None:
    assert describe_edtf(text) == words


@pytest.mark.parametrize(
    ("text", "printed", "words"),
    [
        # level 0
        ("1985-04-12T23:20:30-04", "1985-04-12T23:20:30-04:00", "Fri 12 Apr 1985, 23:20"),
        ("2004-02-01T15:00/2004-02-01T16:00", "2004-02-01T15:00:00/2004-02-01T16:00:00", "Sun 1 Feb 2004, 15:00–16:00"),
        ("2004-02-01/2005", "2004-02-01/2005", "Sun 1 Feb 2004 – 2005"),
        # level 1
        ("Y170000002", "Y170000002", "170,000,002"),
        ("Y-170000002", "Y-170000002", "170,000,003 BC"),
        ("Y2019", "2019", "2019"),
        ("-1985", "-1985", "1986 BC"),
        ("0000", "0000", "1 BC"),
        ("0079", "0079", "AD 79"),
        ("2001-21", "2001-21", "spring 2001"),
        ("2004-06-11%", "2004-06-11%", "about, uncertain Fri 11 Jun 2004"),
        ("1985-XX-XX", "1985-XX-XX", "1985"),
        ("../1985-04", "../1985-04", "until Apr 1985"),
        ("1985/", "1985/", "since 1985"),
        ("-0752/-0508", "-0752/-0508", "753–509 BC"),
        ("-0043/0014", "-0043/0014", "44 BC – AD 14"),
        ("-04XX", "-04XX", "500–401 BC"),
        # level 2
        ("Y-17E7", "Y-170000000", "170,000,001 BC"),
        ("1950S2", "19XX", "1900–1999"),
        ("Y171010000S3", "Y171000000/Y171999999", "171,000,000 – 171,999,999"),
        ("2001-26", "2001-26", "summer 2001 (northern hemisphere)"),
        ("2001-29", "2001-29", "spring 2001 (southern hemisphere)"),
        ("2001-34", "2001-34", "second quarter of 2001"),
        ("2001-39", "2001-39", "third third of 2001"),
        ("2001-41", "2001-41", "second half of 2001"),
        ("[1667,1668,1670..1672]", "[1667,1668,1670,1671,1672]", "1667 or 1668 or 1670 or 1671 or 1672"),
        ("[..1760-12-03]", "../1760-12-03", "until Wed 3 Dec 1760"),
        ("[1760-12..]", "1760-12/..", "since Dec 1760"),
        ("[1667,1760-12..]", "[1667,1760-12/..]", "1667 or since Dec 1760"),
        ("[1900..1999]", "1900/1999", "1900 – 1999"),
        ("~1943", "1943~", "about 1943"),
        ("2004?-06-11", "2004?-06-11", "Fri 11 Jun 2004 (uncertain)"),
        ("2011-06-~04", "2011-06-~04", "about Sat 4 Jun 2011"),
        ("?2004-06-~11", "?2004-06-~11", "Fri 11 Jun 2004 (uncertain)"),
        ("1984-1X", "1984-1X", "Oct – Dec 1984"),
        ("1XXX", "1XXX", "1000–1999"),
        ("2004-06-~01/2004-06-~20", "2004-06-~01/2004-06-~20", "about 1–20 Jun 2004"),
    ],
)
def test_all_levels_are_printed_and_said(text: str, printed: str, words: str) -> None:
    assert normal(text) == printed
    assert normal(printed) == printed
    assert parse(text) == parse(printed)
    assert describe_edtf(printed) == words


@pytest.mark.parametrize(
    ("text", "first", "last", "precision"),
    [
        ("156X-12-25", "1560-12-25", "1569-12-25", Precision.DECADE),
        ("1XXX-12", "1000-12-01", "1999-12-31", Precision.YEARS),
        ("1999-XX-15", "1999-01-15", "1999-12-15", Precision.YEAR),
        ("1985-04-1X", "1985-04-10", "1985-04-19", Precision.DAYS),
        ("2019-1X-31", "2019-10-31", "2019-12-31", Precision.MONTHS),
        ("199X-02-29", "1992-02-29", "1996-02-29", Precision.DECADE),
        ("2001-30", "2001-12-01", "2002-02-28", Precision.SEASON),
        ("2001-38", "2001-05-01", "2001-08-31", Precision.MONTHS),
    ],
)
def test_what_is_unspecified_spans_all_days_that_it_may_be(
    text: str, first: str, last: str, precision: Precision
) -> None:
    span = parse(text)
    assert (str(span.earliest), str(span.latest), span.precision) == (first, last, precision)


@given(st.integers(-20_000, 20_000), st.integers(1, 12), st.integers(1, 28))
def test_days_of_all_years_are_numbered_in_their_order(year: int, month: int, day: int) -> None:
    number = day_number(year, month, day)
    assert year_month_day(number) == (year, month, day)
    assert year_month_day(number + 1) > (year, month, day)
    assert parse(day_text(number)).first == number
    if 1 <= year <= dt.MAXYEAR:
        assert number == dt.date(year, month, day).toordinal()


@given(st.integers(-12_000, 12_000), st.integers(-12_000, 12_000))
def test_earlier_years_have_earlier_days_whatever_their_era(one: int, other: int) -> None:
    first, second = parse(year_text(one)).first, parse(year_text(other)).first
    assert first is not None
    assert second is not None
    assert (one < other) == (first < second)
    assert beside(year_text(one), 1) == year_text(one + 1)


def test_a_single_date_is_a_set_of_one() -> None:
    assert members("2019") == ("2019",)
    assert members("[2019-01-26,2019-02-02]") == ("2019-01-26", "2019-02-02")
