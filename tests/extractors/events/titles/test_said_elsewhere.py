"""Where somebody would only have said something, what they said stands behind a colon."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from extractors.events import events

Read = Callable[[str], Doc]
LONG = (
    "The ferry Merel sank off Corran after a fire in its engine room that had burned for nine hours while the crew "
    "waited for help from the coast guard of Zembla, {} on Friday."
)


def titles(doc: Doc) -> dict[str, str]:
    return {doc[event.trigger[0]].text: event.title for event in events(doc)}


@pytest.mark.parametrize(
    ("told", "trigger", "begins"),
    [
        ("a newspaper reported", "reported", "A newspaper: the ferry Merel sank"),
        ("the mayor told reporters", "told", "The mayor: the ferry Merel sank"),
    ],
)
def test_what_stood_before_the_verb_follows_who_said_it(read: Read, told: str, trigger: str, begins: str) -> None:
    assert titles(read(LONG.format(told)))[trigger].startswith(begins)


def test_what_somebody_denied_or_may_say_stands_behind_no_colon(read: Read) -> None:
    for told in ("the owner denied", "the mayor may say", "the mayor did not say"):
        assert not any(": the ferry" in title for title in titles(read(LONG.format(told))).values())


def test_a_title_that_has_what_is_said_stays_as_it_is(read: Read) -> None:
    found = titles(read("The mayor said on Friday that the ferry had sunk."))
    assert found["said"] == "The mayor said that the ferry had sunk"
