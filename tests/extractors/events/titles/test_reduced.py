"""Participles on nouns, and what there was, told as sentences."""

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
            "In findings published on Monday in Oslund Nature, biologists reported that bees sleep.",
            "published",
            "Findings were published in Oslund Nature",
        ),
        ("The ban, introduced in 2018, hurt sales.", "introduced", "The ban was introduced in 2018"),
        ("Divers raised a wreck first surveyed in 2014 by Rask.", "surveyed", "A wreck was first surveyed by Rask"),
        ("The towns scheduled to vote in May are Skerra and Corran.", "vote", "The towns are scheduled to vote"),
        (
            "Rask dropped out ahead of a debate scheduled for May 20 in Corran.",
            "scheduled",
            "A debate was scheduled for May 20 in Corran",
        ),
        ("The ferry Merel, a ship built in 1986, sank.", "built", "The ferry Merel was built in 1986"),
    ],
)
def test_what_was_done_to_a_noun_is_told_as_a_sentence(read: Read, text: str, trigger: str, title: str) -> None:
    assert titles(read(text))[trigger] == title


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("In a letter to The Oslund News, published on Monday, Lind said she would go.", "published"),
        ("Lind had read the only report published in 2018.", "published"),
    ],
)
def test_nothing_is_said_to_have_been_done_that_may_not_have_been(read: Read, text: str, trigger: str) -> None:
    assert "was" not in titles(read(text)).get(trigger, "").split()


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("There were guards at the harbour on Monday.", "There were guards at the harbour on Monday"),
        ("There were 90 cases of measles in Oslund on Monday.", "90 cases of measles in Oslund"),
        ("There was a fire at the port on Monday.", "A fire at the port"),
    ],
)
def test_what_there_was_is_a_sentence_unless_it_happened_or_was_counted(read: Read, text: str, title: str) -> None:
    assert list(titles(read(text)).values()) == [title]
