"""What a title that is a little too long does without first: where a place is, adverbs that say little, one branch."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from extractors.events import events

Read = Callable[[str], Doc]


def title(doc: Doc, trigger: str) -> str:
    return next(event.title for event in events(doc) if doc[event.trigger[0]].text == trigger)


@pytest.mark.parametrize(
    ("text", "trigger", "told"),
    [
        (
            "The old ferry was carrying nine sailors and forty crates of fish from Corran, Zembla to the market.",
            "carrying",
            "The old ferry was carrying nine sailors and forty crates of fish from Corran to the market",
        ),
        (
            "The storm closed all the harbours and most of the smaller airports in Corran, Oslund, Skerra, Lorne and "
            "Vesper on Monday.",
            "closed",
            "The storm closed all the harbours and most of the smaller airports in Corran, Oslund, Skerra, Lorne and "
            "Vesper",
        ),
    ],
)
def test_where_a_place_is_goes_and_no_member_of_a_list_of_places(
    read: Read, text: str, trigger: str, told: str
) -> None:
    assert title(read(text), trigger) == told


@pytest.mark.parametrize(
    ("text", "trigger", "gone"),
    [
        (
            "The government has officially withdrawn its plans for a new railway to the harbour of Oslund.",
            "withdrawn",
            "officially",
        ),
        (
            "The council of the islands successfully sued the owner of the ferry over the oil on its beaches.",
            "sued",
            "successfully",
        ),
        (
            "The government of the islands currently employs nine hundred teachers in nine towns.",
            "employs",
            "currently",
        ),
    ],
)
def test_adverbs_that_say_little_go_from_long_titles(read: Read, text: str, trigger: str, gone: str) -> None:
    assert gone in text
    assert gone not in title(read(text), trigger)


@pytest.mark.parametrize(
    ("text", "trigger", "kept"),
    [
        ("The mayor officially opened the bridge.", "opened", "officially"),
        (
            "The council of the islands still pays the crew of the old ferry and the keepers of both lighthouses.",
            "pays",
            "still",
        ),
        (
            "The ship almost struck a rock that was marked on all of the charts of the harbour office of the islands.",
            "struck",
            "almost",
        ),
        (
            "The council of the islands paid only the crew of the old ferry and the keepers of the two lighthouses.",
            "paid",
            "only",
        ),
    ],
)
def test_adverbs_stay_where_there_is_room_or_they_bound_what_is_told(
    read: Read, text: str, trigger: str, kept: str
) -> None:
    assert kept in title(read(text), trigger)


def test_a_number_keeps_where_it_was_counted(read: Read) -> None:
    text = "The total number of reported accidents on the roads in the north of Borduria passed nine hundred on Monday."
    assert "Borduria" in title(read(text), "passed")
