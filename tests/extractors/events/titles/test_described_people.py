"""Whom a pronoun means is told as the article describes them, where it is surely they."""

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
            "The widow of a sailor broke down in court on Monday as she recalled his last letter.",
            "recalled",
            "[The widow of a sailor] recalled his last letter",
        ),
        (
            "THE widow of a sailor sold the yard in 2018. She left Corran on 3 May 2019.",
            "left",
            "[The widow of a sailor] left Corran",
        ),
        (
            "The survivors were offered money in April. Their solicitor left Corran on 3 May 2019.",
            "left",
            "[The survivors]’ solicitor left Corran",
        ),
    ],
)
def test_who_is_surely_meant_is_told_as_described(read: Read, text: str, trigger: str, title: str) -> None:
    assert titles(read(text))[trigger] == title


@pytest.mark.parametrize(
    ("text", "trigger", "title"),
    [
        ("A sailor rang a judge, and the judge came. He left Corran on 3 May 2019.", "left", "He left Corran"),
        (
            "The rebels held two engineers near the villages of the valley. They were freed on 3 May 2019.",
            "freed",
            "They were freed",
        ),
        ("This is a man who loved boats. He left Corran on 3 May 2019.", "left", "He left Corran"),
    ],
)
def test_where_another_may_be_meant_nobody_is_named(read: Read, text: str, trigger: str, title: str) -> None:
    assert titles(read(text))[trigger] == title


@pytest.mark.parametrize(
    ("text", "trigger", "title"),
    [
        (
            "On Friday a judge jailed a doctor from Olm for selling pills. He was given a fine of 9,000 crowns.",
            "given",
            "He was given a fine of 9,000 crowns",
        ),
        (
            "A reporter in Dorra noted that papers said she was ill.",
            "was",
            "A reporter in Dorra noted that papers said she was ill",
        ),
    ],
)
def test_who_acts_or_tells_is_not_taken_for_whom_it_befell(read: Read, text: str, trigger: str, title: str) -> None:
    assert titles(read(text))[trigger] == title
