"""Our EDTF against that of the `edtf` package, on strings of its three levels, right and wrong.

Where the two differ, and why:

- a winter ends in the February after it; the package ends it with its year
- an interval must not end before it begins; the package doesn't look
- the days of an unknown side (`2019/`) are unknown; the package takes ten years
- a set has the days of its first member, the likelier; the package spans them all
- beyond EDTF we read marked seasons, intervals of quarters, and intervals in sets, which the package is not asked
"""

import math

import pytest
from edtf import parse_edtf
from edtf.parser.edtf_exceptions import EDTFParseException
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.dates.day_numbers import day_number
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
seasons = st.builds("{}-{}".format, numbers, st.integers(20, 42))
plain_seasons = st.builds("{}-{}".format, numbers, st.integers(20, 24))
uncertain = st.builds("{}{}".format, exact, marks)
intervals = st.one_of(
    st.builds("{}/{}".format, uncertain | plain_seasons, uncertain | plain_seasons),
    st.builds("{}/{}".format, uncertain, st.sampled_from(("", ".."))),
    st.builds("{}/{}".format, st.sampled_from(("", "..")), uncertain),
)
single = st.one_of(uncertain, hours, unspecified, seasons)
sets = st.lists(uncertain, min_size=2, max_size=4).map(lambda several: f"[{','.join(several)}]")
REFUSED_BY_US_ALONE = r"not in the calendar|has no month|ends before it begins|ends after the year 9999"


def oracle(text: str) -> tuple[int | None, int | None] | None:
    """Numbers of the first and last day as the package has them, None on an open side; None where it refuses."""
    try:
        read = parse_edtf(text)
        return _day(read.lower_strict()), _day(read.upper_strict())
    except (EDTFParseException, ValueError):
        return None


def _day(moment: object) -> int | None:
    if isinstance(moment, float):
        assert math.isinf(moment)
        return None
    return day_number(moment[0], moment[1], moment[2])  # type: ignore[index]


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
    if end[4:] in ("-24", "-28", "-30"):
        assert last == day_number(int(end[:4]), 12, 31)
        last = month_end(int(end[:4]) + 1, 2).toordinal()
    if text.startswith("00XX"):
        assert first == day_number(0, 1, 1)
        first = day_number(1, 1, 1)
    assert (ours.first, ours.last) == (first, last)


BEFORE_CHRIST = st.integers(1, 9999).map("-{:04d}".format)
FAR = st.builds("Y{}{}".format, st.sampled_from(("", "-")), st.integers(10_000, 999_999_999))


@settings(max_examples=60, deadline=None)
@given(
    st.one_of(
        BEFORE_CHRIST,
        FAR,
        st.builds("{}-{}-{}".format, BEFORE_CHRIST, months, days),
        st.builds("{}-{:02d}".format, numbers, st.sampled_from((25, 26, 27, 29, 31, 33, 34, 37, 38, 39, 40, 41))),
        st.builds("{}/{}".format, BEFORE_CHRIST, BEFORE_CHRIST | numbers),
        st.builds("{:03d}X-{}".format, st.integers(1, 999), months),
    )
)
def test_the_years_and_parts_of_level_2_span_what_the_package_says(text: str) -> None:
    theirs = oracle(text)
    try:
        ours = parse(text)
    except ValueError:
        return
    assert theirs is not None
    assert (ours.first, ours.last) == theirs


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
    assert (parse(text).first, parse(text).last) == (spans[0].first, spans[0].last)
    assert oracle(text) == (min(one.first for one in spans), max(one.last for one in spans))  # type: ignore[type-var]


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
    assert oracle(normal(text)) == (span.first, span.last)


@given(single | intervals, st.sampled_from("?~%"))
def test_a_marked_date_spans_the_same_days_and_keeps_the_mark_that_it_has(text: str, mark: str) -> None:
    try:
        span = parse(text)
    except ValueError:
        return
    once = marked(text, mark)
    assert (parse(once).earliest, parse(once).latest) == (span.earliest, span.latest)
    assert marked(once, "?") == once
