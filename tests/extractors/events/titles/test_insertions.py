"""What stands between a verb and what it says of its subject goes alone, and no title stops at *was*."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from extractors.events import events

Read = Callable[[str], Doc]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("One child was, according to the fire service, among the dead.", "One child was among the dead"),
        ("The mayor was, according to the police, drunk.", "The mayor was drunk"),
        (
            "The data were, the study says, more closely correlated with age than with income.",
            "The data were more closely correlated with age than with income",
        ),
        ("The ferry was late, according to Rosa Lind, the mayor.", "The ferry was late"),
    ],
)
def test_who_says_so_between_a_verb_and_the_rest_goes_alone(read: Read, text: str, told: str) -> None:
    assert events(read(text))[0].title == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Even after the council had paid the crew, the ferry stayed in the harbour.", "The council had paid the crew"),
        (
            "Especially since the flood the council has spent nine million crowns on the walls.",
            "The council has spent nine million crowns on the walls",
        ),
        ("Even the council paid the crew.", "Even the council paid the crew"),
    ],
)
def test_even_goes_with_the_word_that_it_sets_apart(read: Read, text: str, told: str) -> None:
    assert events(read(text))[0].title == told
