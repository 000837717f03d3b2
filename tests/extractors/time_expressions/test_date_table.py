"""The table of expressions in `dates.tsv`, and what holds for any run of words of time."""

import datetime as dt
import locale
import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from extractors.lexicons import lexicon
from extractors.time_expressions.grammar.english import find_times
from extractors.time_expressions.grammar.pieces import Time
from extractors.time_expressions.grammar.wording import wording
from extractors.time_expressions.records import time_expressions
from tests.effort import effort
from timeline.dates.calendar_names import MONTHS
from timeline.dates.edtf import parse
from timeline.dates.holidays import names
from timeline.dates.resolve import Context, resolve
from timeline.meanings.composed import OneOf
from timeline.meanings.named import CalendarDate
from timeline.model import Basis, Direction, Published, Sense, TimeExpression
from timeline.when import When

PUBLISHED = dt.date(2019, 6, 12)
ROWS = [
    line.split("\t")
    for line in (Path(__file__).parent / "dates.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


def dated(expression: TimeExpression, published: dt.date, sense: Sense) -> When:
    own = expression.direction
    direction = own if own.sense is not Sense.EITHER else Direction(sense)
    return resolve(expression.meaning, Context(Published(published, Basis.PERSON), direction))


def test_the_table_covers_what_news_says() -> None:
    assert len(ROWS) >= 150
    assert {row[2] for row in ROWS} == {"DATE", "TIME", "DURATION", "SET"}


@pytest.mark.parametrize("row", ROWS, ids=[row[0] for row in ROWS])
def test_expression_has_its_value(plain: Language, row: list[str]) -> None:
    sentence, *expected = row
    (one,) = time_expressions(plain(sentence))
    when = dated(one, PUBLISHED, Sense.FUTURE if " will " in sentence else Sense.PAST)
    assert [one.text, one.type.value, when.timex, when.edtf] == expected
    assert one.rules
    assert when.derivation


@pytest.mark.parametrize(
    "sentence",
    [
        "Some 84% of the voters may march.",
        "It costs $10 in cash, or $2019.",
        "About 1,500 people came.",
        "The Friday Group met them.",
        "She reads the Sunday Times.",
        "He finished second in the race and took second place.",
        "Summer Hale, April Hale and May Park sang with Jan Kern.",
        "The Sun reported it.",
        "They lost 3-2 on points.",
        "It is in 24 Hours, after 60 Minutes.",
        "The pilot of Flight 2019 waved.",
        "The march on the square began.",
        "The fall of the wall was loud.",
        "Prices fall in Rome.",
        "In the first half, Norway scored, and won the second half.",
        "He is Man of the Year.",
        "The temperature was in the 80s.",
        "She is in her nineties.",
        "A quarter of the voters came.",
        "The spring of the mattress broke.",
        "It flies at 500 miles an hour.",
        "He came as soon as he could.",
        "The 68-year-old is 68 years old.",
        "Sales were 2.46 billion.",
    ],
)
def test_what_is_no_time_is_none(plain: Language, sentence: str) -> None:
    assert [one.text for one in time_expressions(plain(sentence))] == []


def test_a_number_too_large_for_any_day_is_none(plain: Language) -> None:
    assert [one.text for one in time_expressions(plain("It was sold in Feb 99999999999999999999."))] == ["Feb"]


def test_figures_follow_the_other_dates_of_the_article(plain: Language) -> None:
    first = [one.meaning for one in time_expressions(plain("Filed 12/05/2021. Signed 28/05/2021."))]
    assert first == [CalendarDate(2021, 5, 12), CalendarDate(2021, 5, 28)]
    other = [one.meaning for one in time_expressions(plain("Filed 12/05/2021. Signed 05/28/2021."))]
    assert other == [CalendarDate(2021, 12, 5), CalendarDate(2021, 5, 28)]
    both = OneOf((CalendarDate(2021, 12, 5), CalendarDate(2021, 5, 12)))
    assert [one.meaning for one in time_expressions(plain("Filed 12/05/2021."))] == [both]
    mixed = time_expressions(plain("Filed 12/05/2021. Signed 28/05/2021, not 05/28/2021."))
    assert mixed[0].meaning == both


def test_a_year_earlier_is_a_quarter_in_a_report_on_one(plain: Language) -> None:
    doc = plain("Profit rose in the first quarter of 2019 to 4 million from 3 million a year earlier.")
    assert [dated(one, PUBLISHED, Sense.PAST).timex for one in time_expressions(doc)] == ["2019-Q1", "2018-Q1"]


@pytest.mark.parametrize(
    ("told", "earlier"),
    [
        ("the first half of 2018", "2017-40"),
        ("the second half of 2018", "2017-41"),
        ("the third quarter of 2018", "2017-35"),
    ],
)
def test_a_year_earlier_is_as_long_as_what_is_compared(plain: Language, told: str, earlier: str) -> None:
    doc = plain(f"Profit was 3 million in {told}, down from 4 million a year earlier.")
    assert [dated(one, PUBLISHED, Sense.PAST).edtf for one in time_expressions(doc)][1] == earlier


@pytest.mark.parametrize("then", ["the summer of 2012", "2012", "early 2012", "the 1990s"])
def test_a_year_earlier_is_no_quarter_once_the_story_has_left_it(plain: Language, then: str) -> None:
    doc = plain(f"Profit rose in the first quarter of 2019. In {then} he left. A year earlier he had come.")
    assert "compared-quarter" not in time_expressions(doc)[-1].rules


def test_the_number_of_a_law_is_no_span_of_years(plain: Language) -> None:
    values = [
        dated(one, PUBLISHED, Sense.PAST).edtf for one in time_expressions(plain("Directive 2010/63 was passed."))
    ]
    assert values == ["2010"]


def test_an_hour_is_on_the_day_that_its_sentence_named(plain: Language) -> None:
    doc = plain("They met Friday in the hall at 18:00 GMT. They left at 9 p.m.")
    values = [dated(one, PUBLISHED, Sense.PAST).timex for one in time_expressions(doc)]
    assert values == ["2019-06-07", "2019-06-07T18:00Z", "2019-06-12T21:00"]


def test_both_ends_of_a_span_are_kept(plain: Language) -> None:
    (one,) = time_expressions(plain("They met from May 3 to June 4."))
    assert [(end.text, dated(end, PUBLISHED, Sense.PAST).timex) for end in one.ends] == [
        ("May 3", "2019-05-03"),
        ("June 4", "2019-06-04"),
    ]
    again = Doc(plain.vocab).from_bytes(plain("They met from May 3 to June 4.").to_bytes())
    assert time_expressions(again) == (one,)


VOCABULARY = sorted(
    {word for name, table in lexicon("time").items() for word in table.get("words", table)}
    | set(MONTHS)
    | {word for name in names() for word in name.split()}
    | set(
        "1 12 31 45 1990 2019 '98 1990s 23rd 9:30 p.m 3/4/2019 2019-01-28 W04 Q3 FY2018 time banks saw 1990–94".split()
    )
)
runs = st.lists(st.sampled_from(VOCABULARY).flatmap(lambda word: st.sampled_from((word, word.title(), word.upper()))))


@settings(max_examples=300, deadline=None)
@given(runs, st.dates(), st.sampled_from(Sense))
def test_any_run_of_words_of_time_is_read_and_resolved(run: list[str], published: dt.date, sense: Sense) -> None:
    for piece in find_times([wording(word) for word in run]):
        assert isinstance(piece.value, Time)
        when = resolve(piece.value.meaning, Context(Published(published, Basis.PERSON), Direction(sense)))
        assert when.derivation
        if when.edtf:
            span = parse(when.edtf)
            assert (span.earliest, span.latest) == (when.earliest, when.latest)
        assert 0 <= piece.start < piece.end <= len(run)


@pytest.mark.parametrize(
    "words_of_time",
    [
        "last next Monday May 2019 in the of",
        "the third quarter of the last year 's first half of",
        "two and a half years ago or so before the day after",
        "from 3 to 5 May to 6 June until Friday night at 9:30 p.m.",
        "' 98 - - , the of in every other year 's",
    ],
)
def test_reading_takes_work_in_proportion_to_the_text(words_of_time: str) -> None:
    def work(times: int) -> int:
        tokens = [wording(word) for word in words_of_time.split()] * times
        return effort(lambda: find_times(tokens))

    work(1)
    assert work(400) < 5 * work(100)


@pytest.fixture(params=["Pacific/Kiritimati", "America/Los_Angeles"])
def other_zone(request: pytest.FixtureRequest) -> Iterator[None]:
    before = os.environ.get("TZ")
    os.environ["TZ"] = request.param
    time.tzset()
    yield
    os.environ.pop("TZ") if before is None else os.environ.update(TZ=before)
    time.tzset()


@pytest.mark.usefixtures("other_zone")
@pytest.mark.parametrize("name", ["C", "C.UTF-8"])
def test_the_machine_does_not_matter(plain: Language, name: str) -> None:
    before = locale.setlocale(locale.LC_ALL)
    locale.setlocale(locale.LC_ALL, name)
    try:
        for sentence, _, _, value, _ in ROWS[:60]:
            (one,) = time_expressions(plain(sentence))
            assert dated(one, PUBLISHED, Sense.FUTURE if " will " in sentence else Sense.PAST).timex == value
    finally:
        locale.setlocale(locale.LC_ALL, before)
