import datetime as dt

import pytest
from edtf import parse_edtf
from hypothesis import given
from hypothesis import strategies as st

from timeline.dates.edtf import Interval, describe, describe_edtf, members, parse
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
    assert parse(text) == Interval(earliest and day(earliest), latest and day(latest), precision)  # type: ignore[arg-type]


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
        ("0000", "before the year 1"),
        ("201X-05", "year that is not fully given"),
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


def test_a_single_date_is_a_set_of_one() -> None:
    assert members("2019") == ("2019",)
    assert members("[2019-01-26,2019-02-02]") == ("2019-01-26", "2019-02-02")
