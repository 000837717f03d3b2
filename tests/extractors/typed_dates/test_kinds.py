"""What a lawyer, a historian or a journalist types, kind by kind; most of it was written down before it was built."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.typed_dates.reading import read_day, read_in_haste, read_typed_date
from timeline.dates.edtf import describe_edtf

ANCHOR = dt.date(2024, 3, 5)

READ = [
    # bounds leave out what before and after name, and keep what by and from name
    ("<06/15/1997", "../1997-06-14"),
    (">=1997-06", "1997-06/.."),
    ("≤ 1997", "../1997"),
    ("> 2015-08-20", "2015-08-21/.."),
    ("before 1997", "../1996"),
    ("after 2018", "2019/.."),
    ("after 3 may 2011", "2011-05-04/.."),
    ("pre-1914", "../1913"),
    ("prior to june 2003", "../2003-05"),
    ("no later than 30 June 2021", "../2021-06-30"),
    ("on or before 30 June 2021", "../2021-06-30"),
    ("not before 2020", "2020/.."),
    ("from 1 march 2020 on", "2020-03-01/.."),
    ("1990 or later", "1990/.."),
    ("1990 or earlier", "../1990"),
    ("since the summer of 2019", "2019-22/.."),
    ("before 476", "../0475"),
    ("between 2011 and 2013", "2011/2013"),
    ("between 4/15/2017 and 4/20/2017", "2017-04-15/2017-04-20"),
    # spans
    ("2012/now", "2012/2024-03-05"),
    ("2012 - now", "2012/2024-03-05"),
    ("2012-present", "2012/2024-03-05"),
    ("march 2020 to date", "2020-03/2024-03-05"),
    ("2023/24", "2023/2024"),
    ("2014/15", "2014/2015"),
    ("1618/1648", "1618/1648"),
    ("jan/feb 2019", "2019-01/2019-02"),
    ("to 2011", "../2011"),
    ("2019 or 2020", "[2019,2020]"),
    ("may or june 2019", "[2019-05,2019-06]"),
    # figures
    ("06/15/97", "1997-06-15"),
    ("12/25/03", "2003-12-25"),
    ("15.06.97", "1997-06-15"),
    ("08/??/1999", "1999-08-XX"),
    ("??/??/1999", "1999-XX-XX"),
    ("868", "0868"),
    ("Tuesday 11/3/2015", "2015-11-03"),
    ("11/3/2015 (tue)", "2015-11-03"),
    ("Monday 4/16/2018", "2018-04-16"),
    ("06/00/1999", "1999-06-XX"),
    ("1999-06-00", "1999-06-XX"),
    ("00/00/1999", "1999-XX-XX"),
    ("03-MAR-19", "2019-03-03"),
    ("1914-18", "1914/1918"),
    ("1914–18", "1914/1918"),
    # hours
    ("26 jan 2019, 9:15 am", "2019-01-26T09:15:00"),
    ("2019-01-26 at 3 pm", "2019-01-26T15:00:00"),
    ("1/28/2019 10:30", "2019-01-28T10:30:00"),
    # an hour is an instant, and a bound of it keeps its day
    ("before 26 jan 2019, 9:15 am", "../2019-01-26T09:15:00"),
    ("<2019-01-26 09:15", "../2019-01-26T09:15:00"),
    ("by 26 jan 2019, 9:15 am", "../2019-01-26T09:15:00"),
    ("after 26 jan 2019, 9:15 am", "2019-01-26T09:15:00/.."),
    (">=2019-01-26T09:15Z", "2019-01-26T09:15:00Z/.."),
    ("since 26 jan 2019 at 9 am", "2019-01-26T09:00:00/.."),
    ("before noon 26 jan 2019", "../2019-01-26T12:00:00"),
    ("before 3 march at 9 am", "../2024-03-03T09:00:00"),
    ("between 26 jan 2019 8 am and 26 jan 2019 9:15 am", "2019-01-26T08:00:00/2019-01-26T09:15:00"),
    ("25 jan 2019 to 26 jan 2019 9:15 am", "2019-01-25/2019-01-26T09:15:00"),
    ("26 jan 2019 9 am or 26 jan 2019 10 am", "[2019-01-26T09:00:00,2019-01-26T10:00:00]"),
    # in words, as in an article
    ("in 2012", "2012"),
    ("first monday of may 2019", "2019-05-06"),
    ("last tuesday of october 2022", "2022-10-25"),
    ("good friday 2015", "2015-04-03"),
    ("the weekend of 7 may 2022", "2022-05-07/2022-05-08"),
    ("FY2024", "2024~"),
    ("Q2 2023", "2023-34"),
    ("late 1780s", "1787~/1789~"),
    ("on or about May 3, 2016", "2016-05-03~"),
    ("c. 1066", "1066~"),
    ("c1500", "1500~"),
    # eras
    ("44 bc", "-0043"),
    ("44BC", "-0043"),
    ("480 B.C.", "-0479"),
    ("15 march 44 bc", "-0043"),
    ("10,000 bce", "-9999"),
    ("12,000 BC", "Y-11999"),
    ("AD 79", "0079"),
    ("ad1066", "1066"),
    ("24 august 79 ad", "0079-08-24"),
    ("about 520 bc", "-0519~"),
    ("the 5th century BC", "-04XX"),
    ("753 BCE – 509 BCE", "-0752/-0508"),
    ("264-241 bc", "-0263/-0240"),
    ("1190/85 BC", "-1189/-1184"),
    ("between 1190 and 1185 BC", "-1189/-1184"),
    ("from 27 bc to ad 14", "-0026/0014"),
    ("before 44 bc", "../-0044"),
    ("<1ad", "../0000"),
]

REFUSED = [
    ("on 3/4/2019", "Wed 3 Apr 2019 or Mon 4 Mar 2019"),
    ("(3/4/2019)", "Wed 3 Apr 2019 or Mon 4 Mar 2019"),
    ("<3/4/2019", "Wed 3 Apr 2019 or Mon 4 Mar 2019"),
    ("4/5/2019 10:30", "Sat 4 May 2019 or Fri 5 Apr 2019"),
    ("01/02/2020 at 9:15 am", "Sat 1 Feb 2020 or Thu 2 Jan 2020"),
    ("since 3.4.2019?", "could be"),
    ("3/4/97", "could be"),
    ("6/6/44", "1944 or 2044"),
    ("26/01/19", "write the month as a word"),
    ("5 may '44", "1944 or 2044"),
    ("2009/10", "2009–2010 or Oct 2009"),
    ("1998/9", "1998–1999 or Sep 1998"),
    ("2023-24", "2023–2024 or, in EDTF, winter 2023"),
    ("1936-39", "1936–1939 or, in EDTF, third third of 1936"),
    ("Friday, June 5, 2021", "2021-06-05 is a Saturday"),
    ("26 jan 2019 (sunday)", "2019-01-26 is a Saturday"),
    ("wednesday 11/3/2019", "could be|contradicts"),
    ("2024-03-05 monday", "2024-03-05 is a Tuesday"),
    ("21.-27. januar 2019", "27 is no part of 2019-01-21"),
    ("31 june 2015", "that month has no such day"),
    ("29 feb 2015", "that month has no such day"),
    ("10/14/2009 #3", "“#3”, an order within a day, is not kept"),
    ("2011 to", "no date that we can read"),
    ("2011 so", "no date that we can read"),
    ("5-may-44", "1944 or 2044"),
    ("TBD", "leave the event undated"),
    ("unknown", "leave the event undated"),
    ("n.d.", "leave the event undated"),
    ("{1914,1939}", "several dates at once"),
    ("XXXX-12", "has no year"),
    ("two weeks", "a length of time: 2 weeks"),
    ("every friday", "again and again"),
    ("2019 9:30", "an hour can be told of one certain day alone"),
    ("26 jan 2019 13 pm", "no such hour"),
    ("about 26 jan 2019 9:15 am", "an hour can be told of one certain day alone"),
    ("since about noon 26 jan 2019", "only a single day, month or year can be marked"),
    ("21..26 jan 2019 9:15 am", "is not a date"),
]


@pytest.mark.parametrize(("typed", "edtf"), READ)
def test_what_people_type_is_read_as_they_mean_it(typed: str, edtf: str) -> None:
    assert read_typed_date(typed, anchor=ANCHOR).edtf == edtf


@pytest.mark.parametrize(("typed", "edtf"), READ)
def test_a_filter_reads_it_as_a_correction_does(typed: str, edtf: str) -> None:
    assert read_in_haste(typed, ANCHOR) == edtf


@pytest.mark.parametrize(("typed", "reason"), REFUSED)
def test_what_could_be_two_dates_or_is_none_is_refused_with_what_is_wrong_with_it(typed: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        read_typed_date(typed, anchor=ANCHOR)


def test_now_is_the_day_that_relative_dates_count_from_and_says_so() -> None:
    steps = [step.says for step in read_typed_date("2012 - now", anchor=ANCHOR).derivation]
    assert "“now” is Tue 5 Mar 2024" in steps
    with pytest.raises(ValueError, match="date to count from"):
        read_typed_date("2012 - now", anchor=None)


def test_a_year_in_two_figures_says_which_year_it_is_taken_for() -> None:
    steps = [step.says for step in read_typed_date("06/15/97", anchor=None).derivation]
    assert "with “97” taken as 1997" in steps


def test_a_publication_date_may_have_its_year_in_two_figures_and_no_two_readings() -> None:
    assert read_day("06/15/97") == dt.date(1997, 6, 15)
    with pytest.raises(ValueError, match="could be"):
        read_day("on 3/4/2019")


@given(st.dates(dt.date(1000, 1, 1), dt.date(2100, 1, 1)), st.sampled_from(["{}", "on {}", "({})", "<{}", "{} 10:30"]))
def test_figures_are_one_day_or_refused_in_whatever_they_are_wrapped(day: dt.date, wrapping: str) -> None:
    typed = wrapping.format(f"{day.month}/{day.day}/{day.year}")
    if day.day <= 12 and day.day != day.month:
        with pytest.raises(ValueError, match="could be"):
            read_typed_date(typed, anchor=ANCHOR)
    elif not typed.startswith("<"):
        assert read_typed_date(typed, anchor=ANCHOR).earliest == day


@given(st.integers(-12_000, 9_999), st.sampled_from(["", "?", "~"]))
def test_a_year_of_any_era_can_be_typed_as_it_is_said(year: int, mark: str) -> None:
    said = describe_edtf(read_typed_date(f"{1 - year} bc" if year < 1 else f"ad {year}", anchor=None).edtf)
    assert describe_edtf(read_typed_date(f"{said}{mark}", anchor=None).edtf).replace(" (uncertain)", "") in (
        said,
        f"about {said}",
    )
