"""Our EDTF against that of the `edtf` package, on strings of levels 0 and 1 and on one-of sets, right ones and wrong.

Where the two differ, and why:

- a winter ends in the February after it; the package ends it with its year
- the years 1 to 9999 are read: no year 0 (the package reads it), none before it, and none of more figures
- an interval must not end before it begins; the package doesn't look
- the days of an unknown side (`2019/`) are unknown; the package takes ten years
- a set has the days of its first member, the likelier; the package spans them all
- beyond EDTF we read marked seasons, intervals of quarters, and intervals in sets, which the package is not asked
"""

import datetime as dt
import math

import pytest
from edtf import parse_edtf
from edtf.parser.edtf_exceptions import EDTFParseException
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.dates.edtf import marked, members, month_end, normal, parse
from timeline.when import Precision

numbers = st.integers(0, 9999).map("{:04d}".format) | st.sampled_from(("0001", "1900", "2000", "2019", "2020", "9999"))
months = st.integers(0, 13).map("{:02d}".format)
days = st.integers(0, 32).map("{:02d}".format)
marks = st.sampled_from(("", "?", "~", "%"))
full = st.builds("{}-{}-{}".format, numbers, months, days)
exact = st.one_of(numbers, st.builds("{}-{}".format, numbers, months), full)
hours = st.builds(
    "{}T{:02d}:{:02d}:{:02d}{}".format,
    full,
    st.integers(0, 23),
    st.integers(0, 60),
    st.integers(0, 60),
    st.sampled_from(("", "Z", "+05", "-04:30", "+05:45")),
)
unspecified = st.one_of(
    st.builds("{:03d}X".format, st.integers(0, 999)),
    st.builds("{:02d}XX".format, st.integers(0, 99)),
    st.builds("{}-XX".format, numbers),
    st.builds("{}-XX-XX".format, numbers),
    st.builds("{}-{}-XX".format, numbers, months),
)
seasons = st.builds("{}-{}".format, numbers, st.integers(20, 25))
uncertain = st.builds("{}{}".format, exact, marks)
intervals = st.one_of(
    st.builds("{}/{}".format, uncertain | seasons, uncertain | seasons),
    st.builds("{}/{}".format, uncertain, st.sampled_from(("", ".."))),
    st.builds("{}/{}".format, st.sampled_from(("", "..")), uncertain),
)
single = st.one_of(uncertain, hours, unspecified, seasons)
sets = st.lists(uncertain, min_size=2, max_size=4).map(lambda several: f"[{','.join(several)}]")
REFUSED_BY_US_ALONE = (
    r"not in the calendar|has no month|before the year 1|ends before it begins|ends after the year 9999"
)


def oracle(text: str) -> tuple[dt.date | None, dt.date | None] | None:
    """First and last day as the package has them, None on an open side; None where it refuses."""
    try:
        read = parse_edtf(text)
        return _day(read.lower_strict()), _day(read.upper_strict())
    except (EDTFParseException, ValueError):
        return None


def _day(moment: object) -> dt.date | None:
    if isinstance(moment, float):
        assert math.isinf(moment)
        return None
    return dt.date(max(moment[0], 1), moment[1], moment[2])  # type: ignore[index]


@settings(max_examples=100, deadline=None)
@given(single | intervals)
def test_what_we_read_the_package_reads_as_the_same_days(text: str) -> None:
    try:
        ours = parse(text)
    except ValueError:
        return
    parse_edtf(text)
    start, slash, end = text.rpartition("/")
    theirs = oracle(f"{start or '..'}/{end or '..'}" if slash else text)
    assert theirs is not None
    first, last = theirs
    if end[4:] == "-24":
        assert last == dt.date(int(end[:4]), 12, 31)
        last = month_end(int(end[:4]) + 1, 2)
    assert (ours.earliest, ours.latest) == (first, last)


@settings(max_examples=100, deadline=None)
@given(single | intervals | sets)
def test_what_the_package_reads_we_read_or_say_why_not(text: str) -> None:
    if oracle(text) is None:
        return
    try:
        parse(text)
    except ValueError as refused:
        with pytest.raises(ValueError, match=REFUSED_BY_US_ALONE):
            raise refused from None


@settings(max_examples=40, deadline=None)
@given(sets)
def test_a_set_that_we_read_the_package_reads_as_spanning_its_members(text: str) -> None:
    try:
        spans = [parse(member) for member in members(text)]
    except ValueError:
        return
    assert (parse(text).earliest, parse(text).latest) == (spans[0].earliest, spans[0].latest)
    assert oracle(text) == (min(one.earliest for one in spans), max(one.latest for one in spans))  # type: ignore[type-var]


extended = st.one_of(
    single,
    intervals,
    sets,
    st.builds("{}{}".format, seasons, marks),
    st.builds("{}-W{:02d}{}".format, numbers, st.integers(0, 54), marks),
    st.builds("{}-W{:02d}/{}-W{:02d}".format, numbers, st.integers(1, 53), numbers, st.integers(1, 53)),
    st.builds(
        "{}T{:02d}:{:02d}{}".format, full, st.integers(0, 23), st.integers(0, 59), st.sampled_from(("", "+0530"))
    ),
    st.lists(intervals | uncertain, min_size=1, max_size=3).map(lambda several: f"[ {' , '.join(several)} ]"),
)


@given(extended, st.sampled_from((str.upper, str.lower)))
def test_printing_what_was_read_gives_the_same_days_and_the_same_print(text: str, case: type[str]) -> None:
    try:
        span = parse(text)
    except ValueError:
        return
    printed = normal(case(text))
    assert parse(printed) == span
    assert normal(printed) == printed


@settings(max_examples=40, deadline=None)
@given(hours | st.builds("{}T{:02d}:{:02d}+0530".format, full, st.integers(0, 23), st.integers(0, 59)))
def test_the_package_reads_hours_as_we_print_them(text: str) -> None:
    try:
        span = parse(text)
    except ValueError:
        return
    assert span.precision is Precision.TIME
    assert oracle(normal(text)) == (span.earliest, span.latest)


@given(single | intervals, st.sampled_from("?~%"))
def test_a_marked_date_spans_the_same_days_and_keeps_the_mark_that_it_has(text: str, mark: str) -> None:
    try:
        span = parse(text)
    except ValueError:
        return
    once = marked(text, mark)
    assert (parse(once).earliest, parse(once).latest) == (span.earliest, span.latest)
    assert marked(once, "?") == once
