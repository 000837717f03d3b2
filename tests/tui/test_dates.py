import datetime as dt

import msgspec
import pytest

from timeline.correcting.events import agreed
from timeline.dates.edtf import parse
from timeline.when import Bound, Candidate, Precision, When
from tui.dates import label, read_date, within_month


def when(edtf: str, *candidates: str) -> When:
    span = parse(edtf)
    options = tuple(Candidate(each, dt.date.min, dt.date.min, "") for each in candidates)
    return When(edtf=edtf, earliest=span.earliest, latest=span.latest, precision=span.precision, candidates=options)


@pytest.mark.parametrize(
    ("edtf", "year", "text", "mark"),
    [
        ("2019-01-26", "2019", "26 Jan Sat", ""),
        ("2019-01-05T20:30", "2019", "05 Jan Sat", ""),
        ("2019-01-21/2019-01-27", "2019", "21–27 Jan", ""),
        ("2019-01-28/2019-02-03", "2019", "28Jan–3Feb", ""),
        ("2018-12-30/2019-01-05", "2018", "Dec–Jan", ""),
        ("2018-05", "2018", "May", "~"),
        ("2018", "2018", "", "~"),
        ("2015/2019", "2015", "to 2019", "~"),
        ("2019-01-26?", "2019", "26 Jan Sat", "?"),
        ("1943~", "1943", "", "~"),
        ("2019-01-23/..", "2019", "since 23 Jan", "–"),
        ("1951/..", "1951", "since", "–"),
        ("../2019-05", "2019", "until May", "–"),
        ("2019-21", "2019", "spring", "~"),
    ],
)
def test_dates_in_the_list(edtf: str, year: str, text: str, mark: str) -> None:
    assert label(when(edtf)) == (year, text, mark)


@pytest.mark.parametrize(
    ("edtf", "bound", "year", "text"),
    [
        ("../2012-05-04", Bound.BEFORE, "2012", "before 5 May"),
        ("2011-05-04/..", Bound.AFTER, "2011", "after 3 May"),
        ("1204/..", Bound.AFTER, "1204", "after"),
        ("../1790", Bound.BY, "1790", "by"),
        ("2020-09/..", Bound.FROM, "2020", "from Sep"),
        ("../2019-03", Bound.BEFORE, "2019", "before Apr"),
        ("1190/1215", Bound.BETWEEN, "", "betw. 1190–1215"),
    ],
)
def test_a_bound_in_the_list_is_named_as_the_words_name_it(edtf: str, bound: Bound, year: str, text: str) -> None:
    assert label(msgspec.structs.replace(when(edtf), bound=bound)) == (year, text, "?")


def test_a_date_that_could_be_another_is_marked() -> None:
    assert label(when("[2019-01-30,2019-01-23]", "2019-01-30", "2019-01-23")).mark == "?"
    assert label(when("[2019-23,2018-23]", "2019-23", "2018-23")) == ("2019", "autumn", "?")


def test_an_open_date_shows_the_words_of_the_article() -> None:
    assert label(When(), "last week") == ("", "“last week”", "?")
    assert label(When()) == ("", "undated", "")


@pytest.mark.parametrize(
    ("edtf", "heading", "text"),
    [
        ("2019-01-26", (2019, 1), "26 Sat"),
        ("2019-01-21/2019-01-27", (2019, 1), "21–27"),
        ("2019-01-28/2019-02-03", (2019, 1), "28Jan–3Feb"),
        ("2018-12-30/2019-01-05", (2018, 12), "30Dec–5Jan"),
        ("2018-05", (2018, 5), ""),
        ("2018", (2018, 0), ""),
        ("2015/2019", (2015, 0), "to 2019"),
        ("2019-01-23/..", (2019, 1), "since 23"),
        ("1951/..", (1951, 0), "since"),
        ("2019-21", (2019, 3), "spring"),
        ("2019-33", (2019, 0), "to Mar"),
        ("2019-05/2019-07", (2019, 5), "to Jul"),
    ],
)
def test_below_a_heading_a_date_says_what_the_heading_does_not(edtf: str, heading: tuple[int, int], text: str) -> None:
    assert within_month(when(edtf), *heading) == text


@pytest.mark.parametrize(
    ("edtf", "bound", "heading", "text"),
    [
        ("../2012-05-04", Bound.BEFORE, (2012, 5), "before 5"),
        ("../2012-04-30", Bound.BEFORE, (2012, 4), "before 1 May"),
        ("../1790", Bound.BY, (1790, 12), "by 1790"),
        ("../2026-06-30", Bound.BY, (2026, 6), "by 30"),
        ("../2026-06", Bound.BY, (2026, 6), "by Jun"),
        ("../2026-06-30", Bound.BY, (2026, 0), "by 30 Jun"),
        ("2020-09/..", Bound.FROM, (2020, 9), "from Sep"),
    ],
)
def test_below_a_heading_a_bound_still_names_its_day(
    edtf: str, bound: Bound, heading: tuple[int, int], text: str
) -> None:
    assert within_month(msgspec.structs.replace(when(edtf), bound=bound), *heading) == text


def test_a_bound_that_was_accepted_has_no_sign_of_doubt() -> None:
    by = When(edtf="../2019-01-26", latest=dt.date(2019, 1, 26), precision=Precision.DAY, bound=Bound.BY)
    assert label(by) == ("2019", "by 26 Jan", "?")
    assert label(agreed(by)) == ("2019", "by 26 Jan", "")


@pytest.mark.parametrize(
    ("typed", "edtf"),
    [
        ("since 10 march", "2026-03-10/.."),
        ("since 1 may", "2026-05-01/.."),
        ("since 10 december", "2025-12-10/.."),
        ("since 26 jan 2027", "2027-01-26/.."),
        ("from 10 march", "2027-03-10/.."),
    ],
)
def test_since_in_a_filter_is_of_a_day_that_is_over(monkeypatch: pytest.MonkeyPatch, typed: str, edtf: str) -> None:
    monkeypatch.setattr("tui.dates.today", lambda: dt.date(2026, 11, 27))
    assert read_date(typed) == edtf
