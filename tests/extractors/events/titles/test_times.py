"""A time that goes takes along what belongs to it, and no more."""

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
        ("The council saved the ferry back in 1986.", "saved", "The council saved the ferry"),
        ("The council closed the pier late on 3 May 2019.", "closed", "The council closed the pier"),
        (
            "“We had planned to scale back Wednesday night,” said Rosa Lind.",
            "scale",
            "[Rosa Lind]: “We had planned to scale back”",
        ),
        ("The crew of the Merel came back on 3 May 2019.", "came", "The crew of the Merel came back"),
        ("The ferry was moored when the crew came back in 2019.", "came", "The crew came back"),
    ],
)
def test_back_goes_with_a_year_and_not_with_a_verb(read: Read, text: str, trigger: str, title: str) -> None:
    assert titles(read(text))[trigger] == title
