"""Where a name stands for a pronoun, the verb that is short behind it is told in full."""

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
        ("He's sold two boats.", "sold", "[Otto Rask] has sold two boats"),
        ("He'd never seen the ferry.", "seen", "[Otto Rask] had never seen the ferry"),
        ("He’s not backing the mayor.", "backing", "[Otto Rask] is not backing the mayor"),
        ("He's been elected by the council.", "elected", "[Otto Rask] has been elected by the council"),
        ("He's elected by the council every year.", "elected", "[Otto Rask] is elected by the council every year"),
        ("He'll close the pier in May.", "close", "[Otto Rask] will close the pier"),
    ],
)
def test_what_is_short_behind_a_pronoun_is_told_in_full_behind_a_name(
    read: Read, text: str, trigger: str, title: str
) -> None:
    named = titles(read(f"Otto Rask opened the pier on Monday. {text}"))[trigger]
    assert named.replace("?]", "]") == title


def test_what_a_person_has_is_theirs_as_before(read: Read) -> None:
    doc = read("Otto Rask opened the pier on Monday. His boat sank on Tuesday.")
    assert titles(doc)["sank"] == "[Otto Rask]’s boat sank"
