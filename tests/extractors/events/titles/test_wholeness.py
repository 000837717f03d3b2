"""Titles that are true of what is told, and no more than that: what says which, how many, when and of whom stays."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from extractors.events import events

Read = Callable[[str], Doc]


def titles(doc: Doc) -> dict[str, str]:
    return {doc[event.trigger[0]].text: event.title for event in events(doc)}


@pytest.mark.parametrize(
    ("text", "trigger", "title"),
    [
        ("The ban was only in effect in May.", "was", "The ban was only in effect in May"),
        ("The rules apply from Monday.", "apply", "The rules apply from Monday"),
        (
            "The ferry left on 4 May 2020, two weeks before the strike began.",
            "left",
            "The ferry left, two weeks before the strike began",
        ),
    ],
)
def test_a_time_stays_where_nothing_else_is_said_or_another_counts_from_it(
    read: Read, text: str, trigger: str, title: str
) -> None:
    assert titles(read(text))[trigger] == title


@pytest.mark.parametrize(
    ("text", "trigger", "title"),
    [
        ("The council kept count of pupils who were ill.", "were", "The council kept count of pupils who were ill"),
        (
            "Over a thousand were reported to have come to Oslund, but most did not see the ferry on Monday.",
            "see",
            "Over a thousand were reported to have come to Oslund, but most did not see the ferry",
        ),
        (
            "Of the nine seats, Otto Rask won four with about half of the vote on Monday.",
            "won",
            "Of the nine seats, Otto Rask won four with about half of the vote",
        ),
        ("Of the nine seats, Otto Rask won four on Monday.", "won", "Otto Rask won four of the nine seats"),
    ],
)
def test_what_holds_for_some_is_not_told_of_all(read: Read, text: str, trigger: str, title: str) -> None:
    assert titles(read(text))[trigger] == title


@pytest.mark.parametrize(
    ("text", "trigger", "title"),
    [
        (
            "There were at least 90 deaths in Oslund on Monday.",
            "were",
            "There were at least 90 deaths in Oslund on Monday",
        ),
        (
            "Similar to a big fair, the show had nine ferries on Monday.",
            "had",
            "The show had nine ferries, similar to a big fair",
        ),
    ],
)
def test_a_title_reads_as_a_sentence(read: Read, text: str, trigger: str, title: str) -> None:
    assert titles(read(text))[trigger] == title


def test_what_a_noun_or_verb_needs_stays_in_a_title_that_is_a_little_long(read: Read) -> None:
    text = (
        "The delayed start of the new timetable of the old northern harbour provided owners with 45 days to wind down "
        "older ferries on Monday."
    )
    assert titles(read(text))["provided"].endswith("with 45 days to wind down older ferries")
    text = (
        "The unusually mild winds of the autumn in the long northern straits kept them in the right place at the right "
        "time to lay their eggs."
    )
    assert "kept them in the right place" in titles(read(text))["kept"]
