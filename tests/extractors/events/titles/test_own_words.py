"""What somebody says of themselves is told of them by name, where no verb needs another form for it."""

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
        ("“I rang the harbour twice,” said Otto Rask.", "rang", "[Otto Rask] rang the harbour twice"),
        ("“I have sold the ferry,” Rosa Lind said.", "sold", "[Rosa Lind] has sold the ferry"),
        ("“I've repaired the pier,” Rosa Lind said.", "repaired", "[Rosa Lind] has repaired the pier"),
        ("“I’ll close the harbour,” Rosa Lind said.", "close", "[Rosa Lind] will close the harbour"),
        ("“I did not sign the order,” Rosa Lind said.", "sign", "[Rosa Lind] did not sign the order"),
        ("“My brother repaired the pier,” Rosa Lind said.", "repaired", "[Rosa Lind]’s brother repaired the pier"),
    ],
)
def test_what_somebody_says_they_did_is_told_of_them_without_quotation_marks(
    read: Read, text: str, trigger: str, title: str
) -> None:
    assert titles(read(text))[trigger] == title


@pytest.mark.parametrize(
    ("text", "trigger", "begins"),
    [
        ("“We rang the harbour twice,” said Otto Rask.", "rang", "[Otto Rask]: “We rang"),
        ("“I sold my boat to the harbour,” said Otto Rask.", "sold", "[Otto Rask]: “I sold my"),
        ("“I warned you about the storm,” said Otto Rask.", "warned", "[Otto Rask]: “I warned you"),
        ("“The harbour refused my ferry,” said Otto Rask.", "refused", "[Otto Rask]: “The harbour refused my"),
    ],
)
def test_what_has_more_words_of_the_speaker_stays_as_it_was_said(
    read: Read, text: str, trigger: str, begins: str
) -> None:
    assert titles(read(text))[trigger].startswith(begins)


def test_no_verb_is_given_another_form_but_those_that_only_help(read: Read) -> None:
    title = titles(read("“I leave the harbour on 3 May 2019,” said Otto Rask."))["leave"]
    assert title.startswith("[Otto Rask]: “I leave the harbour")


@pytest.mark.parametrize(
    "text",
    [
        "“He told me, ‘I sank my boat on Saturday,’” the detective, Rosa Lind, told the court.",
        "“The captain told us, 'I resigned on Friday,'” said Rosa Lind.",
        "Rosa Lind told police: “She said, 'I sank my boat on Monday.'”",
    ],
)
def test_words_quoted_by_a_speaker_are_not_told_of_them(read: Read, text: str) -> None:
    found = [one.title for one in events(read(text))]
    assert found
    assert not any(one.startswith(("[Rosa Lind] ", "[Rosa Lind]: I ", "[Lind]")) for one in found)
