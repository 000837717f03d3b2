"""What a filter that is being typed could go on with."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.timeline.query.test_indexes import EDITS, POOL
from tests.timeline.query.test_query import RUMOUR, STORY
from tests.timeline.test_collection import build
from timeline import blocks
from timeline.edits import Edit
from timeline.query import parse
from timeline.query.completing import WHAT, Values, completions, quoted
from timeline.query.language import FIELDS

TIMELINE = build([STORY, RUMOUR], [])
VIEWS = {"doubtful": "is:uncertain", "dull": "-silva"}


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("ac", ["actor:"]),
        ("p", ["place:", "prec:"]),
        ("s", ["said:", "source:", "seen:"]),
        ("silva -ac", ["actor:"]),
        ("(ac", ["actor:"]),
        ("actor:", ["Guaidó"]),
        ("actor:gua", ["Guaidó"]),
        ("actor:silva|g", ["Guaidó"]),
        ("said:un", ['"UN official"']),
        ('said:"un off', ['"UN official"']),
        ("source:c", ["CNN"]),
        ("date:", ["2019"]),
        ("date:2019", ["2019-01", "2019-02"]),
        ("prec:d", ["day"]),
        ("is:hid", ["hidden"]),
        ("@d", ["@doubtful", "@dull"]),
        ("gua", ["actor:Guaidó"]),
        ("silva", []),
        ("", []),
        ("silva ", []),
        ("mood:", []),
        ('"ac', []),
    ],
)
def test_a_word_is_completed_with_fields_views_and_the_values_that_there_are(typed: str, offered: list[str]) -> None:
    assert [one.text for one in completions(typed, Values(TIMELINE), VIEWS)] == offered


def test_a_value_has_the_number_of_its_events_and_the_most_frequent_come_first() -> None:
    (first, *_) = completions("is:", Values(TIMELINE), {})
    assert (first.text, first.about) == ("unreviewed", "5")


@given(st.lists(EDITS, max_size=6))
def test_a_value_has_as_many_events_as_the_filter_finds_with_it(edits: Sequence[Edit]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(blocks, "_SIZE", 2)
        timeline = build(POOL, [replace(one, number=number) for number, one in enumerate(edits, 1)])
        for text in ("", "silva", "date:2019-01", "is:hidden"):
            values = Values(timeline, parse(text))
            for field in ("actor", "said", "source", "place", "tag", "date", "is", "prec"):
                for value, count in values.of(field):
                    term = f"{field}:{quoted(value)}"
                    found = len(
                        parse(f"{text} {term}", new=frozenset(), doubles=lambda _: frozenset()).select(timeline)
                    )
                    assert values.found_with(term) == found
                    assert count == found or (
                        field in ("actor", "said", "source", "place", "tag") and 0 < count < found
                    )


def test_what_is_typed_in_full_is_not_offered_again() -> None:
    assert completions("actor:guaido", Values(TIMELINE), {}) == []


@given(st.text(max_size=12).filter(str.strip))
def test_a_value_is_written_so_that_the_filter_reads_it_as_one(value: str) -> None:
    text = f"place:{quoted(value)}"
    if value.replace('"', " ").strip():
        assert len(parse(text).terms) == 1


@given(st.text(alphabet='acsi:"|-@() .é', max_size=14))
def test_whatever_is_typed_a_completion_takes_the_place_of_its_end(typed: str) -> None:
    for one in completions(typed, Values(TIMELINE), VIEWS):
        assert 0 <= one.start <= len(typed)


def test_every_field_says_what_it_is() -> None:
    assert set(WHAT) == set(FIELDS)
