"""What goes at the end of a title that 100 characters can't hold: the last of two things, and never its figures."""

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
            "The minister announced an independent inquiry into the conduct of the harbour police and a thorough "
            "overhaul of the training of all young officers.",
            "announced",
            "The minister announced an independent inquiry into the conduct of the harbour police",
        ),
    ],
)
def test_the_last_of_two_things_goes_from_a_title_that_is_much_too_long(
    read: Read, text: str, trigger: str, told: str
) -> None:
    assert title(read(text), trigger) == told


@pytest.mark.parametrize(
    ("text", "trigger", "kept"),
    [
        (
            "The auditors compared the long list of the harbour authority of the islands and the short list of the "
            "shipping company of Corran on Monday.",
            "compared",
            "and the short list",
        ),
        (
            "The court quashed the sentences of the former harbour master Rosa Lind and the former chairman of the "
            "shipping company Otto Rask on Monday.",
            "quashed",
            "Otto Rask",
        ),
        (
            "The company promised its workers a fair share of the profit of the new ferry line or a seat on the board "
            "of the harbour authority of Oslund.",
            "promised",
            "or a seat",
        ),
        (
            "The council of the islands raised the planned yearly budget of the harbour authority of Oslund and Corran "
            "to nine million crowns.",
            "raised",
            "to nine million crowns",
        ),
    ],
)
def test_what_holds_of_two_together_names_alternatives_and_figures_stay(
    read: Read, text: str, trigger: str, kept: str
) -> None:
    assert kept in title(read(text), trigger)
