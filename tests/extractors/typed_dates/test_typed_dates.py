import contextlib
import datetime as dt
import os
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.typed_dates.reading import LONGEST, SlowToReadError, read_day, read_typed_date
from timeline.dates.edtf import describe, parse
from timeline.when import Precision

MONDAY = dt.date(2019, 1, 28)

GOLDEN = [
    # EDTF and ISO
    ("2019", "2019", "year"),
    ("2019-01", "2019-01", "month"),
    ("2019-01-26", "2019-01-26", "day"),
    ("2019-01-26T10:30:00Z", "2019-01-26T10:30:00Z", "time"),
    ("2019-01-21/2019-01-27", "2019-01-21/2019-01-27", "week"),
    ("2019-01/..", "2019-01/..", "month"),
    ("../2019", "../2019", "year"),
    ("199X", "199X", "decade"),
    ("199x", "199X", "decade"),
    ("1943~", "1943~", "year"),
    ("2019-21", "2019-21", "season"),
    ("2019-w04", "2019-01-21/2019-01-27", "week"),
    ("[2019-01-26,2019-02-02]", "[2019-01-26,2019-02-02]", "day"),
    # named
    ("26 jan 2019", "2019-01-26", "day"),
    ("26 January 2019", "2019-01-26", "day"),
    ("  jan   26 2019 ", "2019-01-26", "day"),
    ("Jan. 26, 2019", "2019-01-26", "day"),
    ("26th of January, 2019", "2019-01-26", "day"),
    ("2 Sept 2018", "2018-09-02", "day"),
    ("2019 Jan 26", "2019-01-26", "day"),
    ("Sat 26 Jan 2019", "2019-01-26", "day"),
    ("Saturday, January 26, 2019", "2019-01-26", "day"),
    ("may 2018", "2018-05", "month"),
    ("May, 2018", "2018-05", "month"),
    ("March 1943", "1943-03", "month"),
    ("spring 2019", "2019-21", "season"),
    ("fall of 2018", "2018-23", "season"),
    ("Q3 2018", "2018-35", "quarter"),
    ("the 1990s", "199X", "decade"),
    ("the '90s", "199X", "decade"),
    ("jan '19", "2019-01", "month"),
    ("19th century", "18XX", "century"),
    ("first quarter of 2018", "2018-33", "quarter"),
    ("2018 Q4", "2018-36", "quarter"),
    ("h1 2018", "2018-40", "months"),
    ("the second half of 2018", "2018-41", "months"),
    ("week 4 of 2019", "2019-01-21/2019-01-27", "week"),
    ("2019 week 4", "2019-01-21/2019-01-27", "week"),
    ("week of 23 jan 2019", "2019-01-21/2019-01-27", "week"),
    ("christmas 2018", "2018-12-25", "day"),
    ("Thanksgiving 2018", "2018-11-22", "day"),
    ("New Year’s Day 2019", "2019-01-01", "day"),
    ("easter 2019", "2019-04-21", "day"),
    # parts
    ("early 2018", "2018-01~/2018-04~", "months"),
    ("mid march 2019", "2019-03-12~/2019-03-21~", "days"),
    ("mid-march 2019", "2019-03-12~/2019-03-21~", "days"),
    ("the end of 2018", "2018-09~/2018-12~", "months"),
    ("late may 2018", "2018-05-22~/2018-05-31~", "days"),
    ("the early 1990s", "1990~/1993~", "years"),
    ("beginning of 2018", "2018-01~/2018-04~", "months"),
    ("middle of 2018", "2018-05~/2018-08~", "months"),
    # figures
    ("28/01/2019", "2019-01-28", "day"),
    ("01/28/2019", "2019-01-28", "day"),
    ("26.1.2019", "2019-01-26", "day"),
    ("04/04/2019", "2019-04-04", "day"),
    ("2019/1/5", "2019-01-05", "day"),
    ("2019/01", "2019-01", "month"),
    ("05/2018", "2018-05", "month"),
    ("20190126", "2019-01-26", "day"),
    # about
    ("~1943", "1943~", "year"),
    ("about may 2018", "2018-05~", "month"),
    ("c. 1943", "1943~", "year"),
    ("26 jan 2019?", "2019-01-26?", "day"),
    # bounds
    ("since 2018", "2018/..", "year"),
    ("since 23 jan 2019", "2019-01-23/..", "day"),
    ("before may 2019", "../2019-04", "month"),
    ("before 2019", "../2018", "year"),
    ("before 1 mar 2019", "../2019-02-28", "day"),
    ("after 31 dec 2018", "2019-01-01/..", "day"),
    ("until may 2018", "../2018-05", "month"),
    ("by 26 jan 2019", "../2019-01-26", "day"),
    ("since ~1943", "1943~/..", "year"),
    # ranges
    ("21..27 jan 2019", "2019-01-21/2019-01-27", "week"),
    ("21-27 jan 2019", "2019-01-21/2019-01-27", "week"),
    ("21–27 January 2019", "2019-01-21/2019-01-27", "week"),
    ("Jan 22-25, 2019", "2019-01-22/2019-01-25", "days"),
    ("28 dec 2018..3 jan 2019", "2018-12-28/2019-01-03", "days"),
    ("from 21 to 25 January 2019", "2019-01-21/2019-01-25", "days"),
    ("between 21 jan and 3 feb 2019", "2019-01-21/2019-02-03", "days"),
    ("may..june 2018", "2018-05/2018-06", "months"),
    ("2017..2019", "2017/2019", "years"),
    ("1914-1918", "1914/1918", "years"),
    ("1943–45", "1943/1945", "years"),
    ("jan-mar 2019", "2019-01/2019-03", "months"),
    ("before christmas 2018", "../2018-12-24", "day"),
    ("until the end of 2018", "../2018-12~", "month"),
    ("2019-01-21..", "2019-01-21/..", "day"),
    ("..2019", "../2019", "year"),
    ("2019-01-21..25", "2019-01-21/2019-01-25", "days"),
    # other languages and machines, through dateparser
    ("26 janvier 2019", "2019-01-26", "day"),
    ("26. Januar 2019", "2019-01-26", "day"),
    ("26 de enero de 2019", "2019-01-26", "day"),
    ("26 gennaio 2019", "2019-01-26", "day"),
    ("5 de mayo de 2018", "2018-05-05", "day"),
    ("2019年1月26日", "2019-01-26", "day"),
    ("２０１９-01-26", "2019-01-26", "day"),
    ("٢٠١٩", "2019", "year"),
    ("26\x07jan\x1b 2019", "2019-01-26", "day"),
    ("26 января 2019 г.", "2019-01-26", "day"),
    ("mayo de 2018", "2018-05", "month"),
    ("Sat, 26 Jan 2019 10:00:00 GMT", "2019-01-26T10:00:00+00:00", "time"),
    ("2019-01-26 10:00", "2019-01-26T10:00:00", "time"),
    ("2019-01-26T10:00:00.000Z", "2019-01-26T10:00:00+00:00", "time"),
]

ANCHORED = [
    ("26 jan", "2019-01-26"),
    ("21..27 jan", "2019-01-21/2019-01-27"),
    ("dec 28", "2018-12-28"),
    ("28 dec..3 jan", "2018-12-28/2019-01-03"),
    ("may", "2019-05"),
    ("29 feb", "2020-02-29"),
    ("sat", "2019-01-26"),
    ("monday", "2019-01-28"),
    ("last monday", "2019-01-21"),
    ("next monday", "2019-02-04"),
    ("next sat", "2019-02-02"),
    ("since wed", "2019-01-23/.."),
    ("+1w", "2019-02-04"),
    ("-3d", "2019-01-25"),
    ("+1m", "2019-02-28"),
    ("-1y", "2018-01-28"),
    ("today", "2019-01-28"),
    ("yesterday", "2019-01-27"),
    ("Tomorrow", "2019-01-29"),
    ("3 days ago", "2019-01-25"),
    ("in eight days", "2019-02-05"),
    ("3 weeks ago", "2019-01-07/2019-01-13"),
    ("two months ago", "2018-11"),
    ("a year ago", "2018"),
    ("last week", "2019-01-21/2019-01-27"),
    ("since last week", "2019-01-21/.."),
    ("next month", "2019-02"),
    ("last year", "2018"),
    ("the day before yesterday", "2019-01-26"),
    ("day after tomorrow", "2019-01-30"),
    ("last night", "2019-01-27"),
    ("last friday", "2019-01-25"),
    ("on friday", "2019-01-25"),
    ("this tuesday", "2019-01-29"),
    ("next tuesday", "2019-01-29"),
    ("friday last week", "2019-01-25"),
    ("last weekend", "2019-01-26/2019-01-27"),
    ("this weekend", "2019-02-02/2019-02-03"),
    ("a fortnight ago", "2019-01-14/2019-01-20"),
    ("2 weeks from now", "2019-02-11/2019-02-17"),
    ("18 months ago", "2017-07"),
    ("a decade ago", "2009~"),
    ("the past week", "2019-01-21/2019-01-28"),
    ("last 7 days", "2019-01-21/2019-01-28"),
    ("next two weeks", "2019-01-28/2019-02-11"),
    ("last summer", "2018-22"),
    ("spring", "2019-21"),
    ("Q4", "2018-36"),
    ("christmas", "2018-12-25"),
    ("early march", "2019-03-01~/2019-03-11~"),
    ("since the end of last year", "2018-09~/.."),
    ("week of last friday", "2019-01-21/2019-01-27"),
]

REFUSED = [
    ("", "not a date"),
    ("   ", "not a date"),
    ("03/04/2019", "could be Wed 3 Apr 2019 or Mon 4 Mar 2019"),
    ("3.4.2019", "could be"),
    ("26 jan 19", "four figures"),
    ("5-1-2019", "could be Sat 5 Jan 2019 or Wed 1 May 2019"),
    ("31 feb 2019", "not in the calendar"),
    ("31 juin 2019", "no date that we can read"),
    ("asdf", "no date that we can read"),
    ("\x00\x1b[31m", "no date that we can read"),
    ("tax day 2018", "not known"),
    ("early 26 jan 2019", "no part of a month"),
    ("week of 2019", "the week of one certain day"),
    ("26/01/19", "four figures"),
    ("28/01", "four figures"),
    ("2019-13", "no month 13"),
    ("2019-02-30", "not in the calendar"),
    ("30 feb 2019", "not in the calendar"),
    ("31/31/2019", "not in the calendar"),
    ("tue 26 jan 2019", "2019-01-26 is a Saturday"),
    ("27..21 jan 2019", "ends before it begins"),
    ("~21..27 jan 2019", "only a single"),
    ("since before 2019", "no single date"),
    ("..", "neither a start nor an end"),
    ("26 janvier", "no date that we can read"),
    ("samedi", "no date that we can read"),
    ("gestern", "no date that we can read"),
    ("3 jours", "no date that we can read"),
    ("soon", "no date that we can read"),
    ("foo", "no date that we can read"),
    ("26 jan 2019 foo", "no date that we can read"),
    ("2019 was long", "no date that we can read"),
]


@pytest.mark.parametrize(("typed", "edtf", "precision"), GOLDEN)
@pytest.mark.parametrize("anchor", [None, MONDAY])
def test_absolute_date_reads_the_same_with_and_without_an_anchor(
    typed: str, edtf: str, precision: str, anchor: dt.date | None
) -> None:
    when = read_typed_date(typed, anchor=anchor)
    assert (when.edtf, when.precision) == (edtf, precision)
    span = parse(edtf)
    assert (when.earliest, when.latest) == (span.earliest, span.latest)


@pytest.mark.parametrize(("typed", "edtf"), ANCHORED)
def test_relative_date_counts_from_the_anchor_and_says_so(typed: str, edtf: str) -> None:
    when = read_typed_date(typed, anchor=MONDAY)
    assert when.edtf == edtf
    assert any("Mon 28 Jan 2019" in step.says for step in when.derivation)


@pytest.mark.parametrize("typed", [typed for typed, _ in ANCHORED])
def test_relative_date_without_an_anchor_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match="date to count from"):
        read_typed_date(typed, anchor=None)


@pytest.mark.parametrize(("typed", "reason"), REFUSED)
@pytest.mark.parametrize("anchor", [None, MONDAY])
def test_what_is_no_certain_date_is_refused_with_its_reason(typed: str, reason: str, anchor: dt.date | None) -> None:
    with pytest.raises(ValueError, match=reason):
        read_typed_date(typed, anchor=anchor)


def test_derivation_begins_with_what_was_typed_and_ends_with_the_reading() -> None:
    steps = [step.says for step in read_typed_date("21..27 jan", anchor=MONDAY).derivation]
    assert steps[0] == "you typed “21..27 jan”"
    assert "it has no year: the nearest to Mon 28 Jan 2019" in steps
    assert steps[-1] == "read as 21–27 Jan 2019"


def test_typed_set_keeps_all_its_dates_as_candidates() -> None:
    when = read_typed_date("[2019-01-26,2019-02-02]", anchor=None)
    assert [candidate.edtf for candidate in when.candidates] == ["2019-01-26", "2019-02-02"]
    assert when.is_uncertain


def test_a_count_that_leaves_the_calendar_is_refused() -> None:
    for typed in ("9999 years ago", "in 9999 years", "-9999y"):
        with pytest.raises(ValueError, match="outside the calendar"):
            read_typed_date(typed, anchor=MONDAY)
    with pytest.raises(ValueError, match="outside the calendar"):
        read_typed_date("next sat", anchor=dt.date.max)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2019-01-28", "2019-01-28"),
        ("28/01/2019", "2019-01-28"),
        ("Mon, 28 Jan 2019 23:30:00 -0500", "2019-01-28"),
        ("28 janvier 2019", "2019-01-28"),
    ],
)
def test_day_is_read_from_a_full_date(typed: str, day: str) -> None:
    assert read_day(typed).isoformat() == day


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("2019-01", "Jan 2019: the day is missing"),
        ("2019", "2019: the month and the day are missing"),
        ("21..27 jan 2019", "not one certain day"),
        ("~2019-01-26", "not one certain day"),
        ("26 jan", "no year"),
        ("yesterday", "date to count from"),
        ("03/04/2019", "could be"),
    ],
)
def test_day_that_is_not_full_names_what_is_missing(typed: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        read_day(typed)


@settings(deadline=None)  # dateparser loads a language in 0.4 s
@given(st.text(max_size=30))
def test_any_text_is_read_or_refused_for_a_reason(text: str) -> None:
    when = None
    with contextlib.suppress(ValueError):
        when = read_typed_date(text, anchor=MONDAY)
    assert when is None or parse(when.edtf).precision == when.precision != Precision.OPEN


@given(st.dates(dt.date(1000, 1, 1)))
def test_what_we_say_of_a_day_can_be_typed_back(day: dt.date) -> None:
    when = read_typed_date(day.isoformat(), anchor=None)
    assert read_typed_date(describe(when), anchor=None).edtf == day.isoformat()


def test_neither_clock_nor_time_zone_nor_locale_changes_a_reading_and_dateparser_waits_for_its_need() -> None:
    code = (
        "import sys, datetime as dt; from extractors.typed_dates.reading import read_typed_date as read\n"
        "print(read('26 jan 2019', anchor=None).edtf)\n"
        "try: read('26 ja', anchor=None)\n"
        "except ValueError: print('dateparser' in sys.modules)\n"
        "print(read('26 janvier 2019', anchor=None).edtf, read('-3d', anchor=dt.date(2019, 1, 28)).edtf)"
    )
    for zone in ("Pacific/Kiritimati", "Pacific/Pago_Pago", "No/Where"):
        environment = {**os.environ, "TZ": zone, "LC_ALL": "C"}
        run = subprocess.run(
            [sys.executable, "-W", "error", "-c", code], env=environment, capture_output=True, text=True, check=True
        )
        assert run.stdout.split() == ["2019-01-26", "False", "2019-01-26", "2019-01-25"]


@pytest.mark.parametrize("text", ["26 jan 2019" + "?" * 1_500, "~ " * 800 + "2019", " to " * 500, "since " * 300])
def test_what_is_too_long_for_a_date_is_refused_at_once(text: str) -> None:
    with pytest.raises(ValueError, match="too long for a date"):
        read_typed_date(text, anchor=MONDAY)
    with pytest.raises(ValueError, match="too long for a date"):
        read_day(text)


@pytest.mark.parametrize("text", ["26 jan 2019" + "?" * 89, "~ " * 48 + "2019", " to " * 24, "since " * 15 + "2019"])
def test_the_longest_text_is_read_or_refused(text: str) -> None:
    assert len(text) <= LONGEST
    with contextlib.suppress(ValueError):
        read_typed_date(text, anchor=MONDAY)


@pytest.mark.parametrize("text", ["26 janvier 2019", "foo 2019", "may 2018 to 26 janvier 2019"])
def test_in_a_hurry_what_takes_dateparser_is_not_read(text: str) -> None:
    with pytest.raises(SlowToReadError):
        read_typed_date(text, anchor=MONDAY, quick=True)


@pytest.mark.parametrize(
    "text", ["sat", "26 jan 2019?", "21..27 jan 2019", "since may 2018", "+1w", "3 weeks ago", "mid-2018"]
)
def test_in_a_hurry_plain_dates_are_read_all_the_same(text: str) -> None:
    assert read_typed_date(text, anchor=MONDAY, quick=True) == read_typed_date(text, anchor=MONDAY)
