"""What *and* joins is told with its own subject and words, and nothing of what stands before it."""

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
            "The shop was based in Corran and accepted tokens as payment.",
            "accepted",
            "The shop accepted tokens as payment",
        ),
        ("Mayor Rosa Lind was informed, and flew to Oslund on Monday.", "flew", "Mayor Rosa Lind flew to Oslund"),
        pytest.param(
            "The harbour was closed after the storm and reopened later that day.",
            "reopened",
            "The harbour reopened",
            marks=pytest.mark.xfail(strict=True, reason="parse: a past is read as a second participle"),
        ),
        (
            "The safe was found and opened in a shed near Corran on 3 May.",
            "opened",
            "The safe was opened in a shed near Corran",
        ),
        ("The ferry was raised in May and sank again in June.", "sank", "The ferry sank again"),
        ("The law will be put to a vote in May and come into force on 1 June.", "come", "The law will come into force"),
        (
            "He will serve three years, pay a fine of 90 crowns and be deported.",
            "pay",
            "He will pay a fine of 90 crowns",
        ),
        (
            "Kesk Air is to invest 20 million crowns and take a stake in the harbour.",
            "take",
            "Kesk Air is to take a stake in the harbour",
        ),
        (
            "The protests began in early March, then went quiet for a few weeks.",
            "went",
            "The protests went quiet for a few weeks",
        ),
        (
            "The new Kesk 737 Max was not airworthy, and should not have taken off.",
            "taken",
            "The new Kesk 737 Max should not have taken off",
        ),
        (
            "Six sailors from Skerra were killed in the attack, and seven more were injured, the mayor said.",
            "injured",
            "Seven more were injured",
        ),
    ],
)
def test_a_later_verb_is_told_without_the_first(read: Read, text: str, trigger: str, title: str) -> None:
    assert titles(read(text))[trigger] == title


@pytest.mark.parametrize(
    "text",
    [
        "The captain was elected in May and named chairman of the port on Monday.",
        "Lind was arrested in May, but the police when announcing the case identified her only as a suspect.",
    ],
)
def test_nothing_is_said_to_have_been_done_by_whom_it_was_done_to(read: Read, text: str) -> None:
    assert not {"The captain named chairman of the port", "Lind identified her only as a suspect"} & set(
        titles(read(text)).values()
    )
