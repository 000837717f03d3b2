"""The name beside a subject that is told by what it is stays wherever a line has room for it."""

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
            "The harbour master of Corran, Otto Rask, resigned on Monday after the second collision of the year.",
            "resigned",
            "The harbour master of Corran, Otto Rask, resigned",
        ),
        (
            "The owner of the ferry, Edda Brandt, had sold two boats to a shipyard of the islands.",
            "sold",
            "The owner of the ferry, Edda Brandt, had sold two boats to a shipyard of the islands",
        ),
    ],
)
def test_the_name_of_a_subject_stays(read: Read, text: str, trigger: str, title: str) -> None:
    assert titles(read(text))[trigger].startswith(title)


def test_nothing_that_is_told_goes_for_a_name(read: Read) -> None:
    text = (
        "The owner of the ferry, Edda Brandt, had sold two boats and nine barges to the shipyard of the northern "
        "islands."
    )
    title = "The owner of the ferry had sold two boats and nine barges to the shipyard of the northern islands"
    assert titles(read(text))["sold"] == title
