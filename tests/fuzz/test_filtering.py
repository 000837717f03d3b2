"""Filters that a person types or pastes, in the app at each key and on the command line."""

import datetime as dt
import os
from collections.abc import Iterator
from functools import partial

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from extractors.typed_dates.reading import read_in_haste
from tests.fuzz.amount import tried
from tests.fuzz.harmless import assert_plain
from tests.fuzz.hostile import PAYLOADS, short_texts
from tests.fuzz.sandbox import Sandbox, dateline, sandbox
from tests.fuzz.tampering import DAYS, EDTF, good
from tests.tui.demo import HARBOUR, UNDATED
from timeline.collection import Timeline
from timeline.query import QueryError
from timeline.query.language import parse
from timeline.query.query import Query
from timeline.query.terms import State

TODAY = dt.date(2019, 2, 1)
TIMELINE = Timeline.build(
    articles=[HARBOUR.article, UNDATED.article],
    actors=[*HARBOUR.actors, *UNDATED.actors],
    sources=[*HARBOUR.sources, *UNDATED.sources],
    events=[*HARBOUR.events, *UNDATED.events],
    assertions=[*HARBOUR.assertions, *UNDATED.assertions],
    edits=[],
)

_words = st.sampled_from((*EDTF, *DAYS, *State, "harbour", "last week", "since 26 jan 2019", "or", "..")) | short_texts
_fields = st.sampled_from(("", "", "actor:", "said:", "source:", "date:", "is:", "x:", ":", "-", "--", "(", "date:-"))
_quoted = st.sampled_from(("{}", "{}", '"{}"', '"{}', "({})", "{}|{}", "-({} or {})", "{}..{}", "(" * 60 + "{}"))
_terms = st.builds(lambda start, form, word: start + form.replace("{}", word), _fields, _quoted, _words)
filters = st.lists(_terms, max_size=4).map(" ".join)


def understood(text: str) -> Query | QueryError:
    try:
        return parse(text, partial(read_in_haste, anchor=TODAY))
    except QueryError as refused:
        return refused


@tried(400)
@given(filters)
@example("(" * 10_000 + "a" + ")" * 10_000)
@example("-" * 20_000)
@example("a|" * 5_000 + "a")
@example("a or " * 5_000 + "a")
@example('date:"' + "from " * 5_000 + '2019"')
def test_any_filter_is_understood_or_refused_at_a_place_in_it(text: str) -> None:
    query = understood(text)
    if isinstance(query, QueryError):
        assert 0 <= query.start <= query.end <= len(text)
        assert query.reason
    else:
        assert set(query.select(TIMELINE)) <= set(TIMELINE.entries)
        assert all(query.matches(entry, TIMELINE) for entry in query.select(TIMELINE))
        assert query.describe()


@pytest.fixture(scope="module")
def place() -> Iterator[Sandbox]:
    with sandbox() as made:
        made.timeline.write_bytes(good().timeline)
        yield made


def assert_listed_or_refused(place: Sandbox, text: str) -> None:
    word = os.fsdecode(text.encode("utf-8", "surrogatepass").replace(b"\0", b""))  # as a system hands it over
    with place.untouched():
        for form in ((), ("--json",)):
            assert dateline("list", *form, "--", word).status in (0, 2)
        assert dateline("show", "--", word).status in (0, 1)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_what_is_said_of_a_hostile_filter_commands_nothing(place: Sandbox, payload: str) -> None:
    for text in ("{}", "actor:{}", "date:{}", "is:{}", '"{}"', 'date:"{}"', "x:{}"):
        assert_listed_or_refused(place, text.replace("{}", PAYLOADS[payload]))


@tried(60)
@given(filters)
def test_what_is_said_of_any_filter_commands_nothing(place: Sandbox, text: str) -> None:
    assert_listed_or_refused(place, text)


def test_what_a_filter_is_read_as_commands_nothing() -> None:
    for text in PAYLOADS.values():
        for form in ("since 2 may 2019{}", "{}2019-01", "{}"):
            query = understood(f'date:"{form.replace("{}", text)}"')
            for _, read in query.readings if isinstance(query, Query) else ():
                assert_plain(read)
