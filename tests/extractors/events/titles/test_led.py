"""Clauses of a noun that a preposition, *whose* or *where* leads, told as sentences."""

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
        (
            "The list included heart problems for which Lind had surgery in 2016.",
            "had",
            "Lind had surgery for heart problems",
        ),
        ("The bank fined the firm for which Rask had worked until 2014.", "worked", "Rask had worked for the firm"),
        (
            "Police found a woman whose eye had been injured by guards in March.",
            "injured",
            "The eye of a woman had been injured by guards",
        ),
        ("In Africa, where zebras evolved, flies can carry fever.", "evolved", "Zebras evolved in Africa"),
        (
            "Rask was taken to the University of Oslund, where Lind was met with applause.",
            "met",
            "Lind was met with applause",
        ),
        (
            "The announcement cannot change the fact that the authorities have suppressed protests.",
            "suppressed",
            "The authorities have suppressed protests",
        ),
        (
            "The fever killed a man from the United States who had come to Oslund.",
            "come",
            "A man from the United States had come to Oslund",
        ),
        (
            "Rask appealed to the Second Court of Appeals, which had closed the case in May.",
            "closed",
            "The Second Court of Appeals had closed the case",
        ),
    ],
)
def test_a_clause_of_a_noun_is_told_as_a_sentence(read: Read, text: str, trigger: str, title: str) -> None:
    assert titles(read(text))[trigger] == title


@pytest.mark.parametrize(
    ("text", "trigger", "title"),
    [
        ("The findings support models in which flight evolved after gliding.", "evolved", "Flight evolved"),
        ("The speed at which the storm moved slowed on Monday.", "moved", "The storm moved at the speed"),
        ("Otto Rask said you have to protect waters where they feed.", "feed", "They feed"),
    ],
)
def test_what_is_supposed_or_leans_on_its_noun_stays_with_it(read: Read, text: str, trigger: str, title: str) -> None:
    assert not titles(read(text)).get(trigger, "").startswith(title)


def test_it_is_the_delay_that_led_to_something_and_not_what_was_delayed(read: Read) -> None:
    found = titles(read("The quarrel caused a delay in the repairs that led to a strike in May."))
    assert found["led"] == "A delay in the repairs led to a strike"


def test_what_was_done_on_the_same_day_as_another_is_not_told_to_be_done_as_they_did(read: Read) -> None:
    found = titles(read("The court also ruled on the same day as the Skerra court, finding that the order was lawful."))
    assert found["ruled"] == "The court ruled, finding that the order was lawful"
