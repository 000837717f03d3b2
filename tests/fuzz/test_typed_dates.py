"""Dates that a person types or pastes, in the app and for `--date`."""

import datetime as dt
from collections.abc import Iterator
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.typed_dates.reading import SlowToReadError, read_day, read_typed_date
from tests.fuzz.amount import tried
from tests.fuzz.harmless import assert_plain
from tests.fuzz.hostile import PAYLOADS, short_texts
from tests.fuzz.sandbox import Sandbox, dateline, sandbox
from tests.fuzz.tampering import DAYS, EDTF
from timeline.dates.edtf import normal, parse
from timeline.when import When

WORDS = (
    "26 jan 2019|sat|3 weeks ago|+1w|-99999999999d|~1943|before|since|between|and|mid-|early|week of|..|–|to|"
    "the end of|/|,|?|~|0|31|9999|0001|10000|\u0663|\u00b2|\u00bd|12:60|T|Z|[|]|'98|easter 9999|a|century"
).split("|")
_pieces = st.sampled_from((*EDTF, *DAYS, *WORDS))
typed = st.lists(_pieces | short_texts, max_size=5).map(" ".join) | st.lists(_pieces, max_size=6).map("".join)
anchors = st.none() | st.dates() | st.sampled_from((dt.date.min, dt.date.max, dt.date(2020, 2, 29)))


def read(text: str, anchor: dt.date | None, *, quick: bool) -> When | ValueError | SlowToReadError:
    try:
        return read_typed_date(text, anchor=anchor, quick=quick)
    except (ValueError, SlowToReadError) as refused:
        return refused


def assert_date_or_words(text: str, anchor: dt.date | None, *, quick: bool) -> None:
    when = read(text, anchor, quick=quick)
    if isinstance(when, When):
        assert normal(when.edtf) == when.edtf
        span = parse(when.edtf)
        assert (span.earliest, span.latest, span.precision) == (when.earliest, when.latest, when.precision)
        assert when.derivation
    else:
        assert str(when)
        assert quick or not isinstance(when, SlowToReadError)


@tried(600)
@given(typed, anchors)
def test_any_typed_date_is_read_as_edtf_or_refused_in_words(text: str, anchor: dt.date | None) -> None:
    assert_date_or_words(text, anchor, quick=True)


@tried(20)
@given(typed.map(lambda text: f"{text[:60]} 2019"), anchors)
def test_any_date_that_dateparser_is_asked_for_is_edtf_or_refused_in_words(text: str, anchor: dt.date | None) -> None:
    assert_date_or_words(text, anchor, quick=False)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_how_a_hostile_date_is_read_commands_nothing(payload: str) -> None:
    for form in ("{}", "2019-01-28{}", "{} jan 2019", "before {} 2019", "{}..{}"):
        text = form.replace("{}", PAYLOADS[payload])
        when = read(text, dt.date(2019, 1, 28), quick=True)
        for step in when.derivation if isinstance(when, When) else ():
            assert_plain(step.says)
        with suppress(ValueError, SlowToReadError):
            assert read_day(text, quick=True)


@pytest.fixture(scope="module")
def place() -> Iterator[Sandbox]:
    with sandbox() as made:
        (made.work / "a.txt").write_text("The ferry sank on Saturday.")
        yield made


@pytest.mark.parametrize("payload", PAYLOADS)
def test_why_a_hostile_date_is_refused_on_the_command_line_commands_nothing(place: Sandbox, payload: str) -> None:
    text = PAYLOADS[payload].replace("\0", "").encode("utf-8", "replace").decode()[:100]
    with place.untouched():
        assert dateline("add", "a.txt", "--date", text or "x").status == 2
