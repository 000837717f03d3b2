"""The table of passages that the benchmark reads is sound, and so is how it judges a date."""

import datetime as dt
from collections import Counter

import pytest

from benchmarks.passages import ANY, OPEN, Line, Passage, figures, is_right, judge, passages, place, span
from extractors import load_pipeline
from timeline.dates.edtf import parse
from timeline.model import Polarity, Status
from timeline.when import Candidate, When

PASSAGES = list(passages())
PUBLISHED = dt.date(2021, 5, 12)


def time(edtf: str, *others: str) -> When:
    days = parse(edtf.strip("[]").split(",")[0]) if edtf else None
    return When(
        edtf=edtf,
        earliest=days.earliest if days else None,
        latest=days.latest if days else None,
        candidates=tuple(Candidate(other, None, None, "") for other in others),
    )


def test_each_passage_has_an_id_a_kind_and_lines() -> None:
    assert Counter(passage.id for passage in PASSAGES).most_common(1)[0][1] == 1
    assert [passage.id for passage in PASSAGES if not passage.kind or not passage.lines] == []


def test_each_word_stands_in_its_passage_once() -> None:
    for passage in PASSAGES:
        for line in passage.lines:
            assert place(line, passage), passage.id


def test_each_date_can_be_read() -> None:
    ways = {way for passage in PASSAGES for line in passage.lines for ways in line.dates for way in ways}
    for way in ways - {ANY, OPEN}:
        first, last = span(way.strip("[]").split(",")[0])
        assert first or last, way
        assert not first or not last or first <= last, way


@pytest.mark.parametrize(
    ("way", "found"),
    [
        ("2021-05-10", time("2021-05-10?")),
        ("2021-05-10", time("2021-05-10T14:00")),
        ("2021-05-10", time("2021-05-10T14:00:00-05:00")),
        ("2021-05-10T14", time("2021-05-10T14:00")),
        ("2021-05-10..2021-05-12", time("2021-05-11")),
        ("2021-04", time("2021-04-01/2021-04-30")),
        (OPEN, time("")),
        (OPEN, time("../2021-05-12")),
        (ANY, time("1999")),
    ],
)
def test_right_dates(way: str, found: When) -> None:
    assert is_right(way, found, PUBLISHED)


@pytest.mark.parametrize(
    ("way", "found"),
    [
        ("2021-05-10", time("2021-05-11")),
        ("2021-05-10", time("")),
        ("2021-05-10T14", time("2021-05-10")),
        ("2021-05-10", time("[2021-05-10,2021-05-17]", "2021-05-10", "2021-05-17")),
        ("2021-05-10..2021-05-12", time("2021-05")),
        (OPEN, time("2021-05-12")),
    ],
)
def test_wrong_dates(way: str, found: When) -> None:
    assert not is_right(way, found, PUBLISHED)


def test_judging_a_passage() -> None:
    line = Line("closed", (("2021-05-10",),), frozenset({Status.OCCURRED}), Polarity.POSITIVE, ())
    lines = (line, line._replace(words="bakery", dates=()), line._replace(dates=(("2021-05-03",),)))
    verdicts = judge(Passage("days", "one", PUBLISHED, "", "The bakery closed on Monday.", lines), load_pipeline())
    assert [one.is_right for one in verdicts] == [True, True, False]
    assert [one.is_misleading for one in verdicts] == [False, False, True]
    assert figures([verdicts]).lines == (2, 3)
    assert figures([verdicts]).certain == (1, 2)
