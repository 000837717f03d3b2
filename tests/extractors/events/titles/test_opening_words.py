"""What a sentence begins with and no title does goes; what leaves it open whether it is so stays."""

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
        ("Unfortunately, the ferry sank on 3 May 2019.", "sank", "The ferry sank"),
        ("Meanwhile two divers found the wreck on 3 May 2019.", "found", "Two divers found the wreck"),
        ("Now the council owns the ferry.", "owns", "The council owns the ferry"),
        ("Ironically, the harbour master had left the harbour.", "left", "The harbour master had left the harbour"),
        (
            "In March 2019 a diver of Corran's old salvage firm found the wreck.",
            "found",
            "A diver of Corran's old salvage firm found the wreck",
        ),
    ],
)
def test_an_opening_that_joins_judges_or_dates_goes(read: Read, text: str, trigger: str, title: str) -> None:
    assert titles(read(text))[trigger] == title


@pytest.mark.parametrize(
    ("text", "trigger", "begins"),
    [
        ("Perhaps, the ferry sank on 3 May 2019.", "sank", "Perhaps"),
        ("Maybe Rosa Lind sold the ferry on 3 May 2019.", "sold", "Maybe Rosa Lind"),
        ("Only two divers found the wreck on 3 May 2019.", "found", "Only two"),
    ],
)
def test_what_limits_or_doubts_stays(read: Read, text: str, trigger: str, begins: str) -> None:
    assert titles(read(text))[trigger].startswith(begins)
