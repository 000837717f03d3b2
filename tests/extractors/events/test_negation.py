"""What only looks denied, and what is denied without a *not*: *not until Friday*, *no fewer than nine*, *neither*."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from extractors.verb_groups import verb_groups
from timeline.model import Polarity

Read = Callable[[str], Doc]


@pytest.mark.parametrize(
    ("sentence", "verb", "denied"),
    [
        ("Neither candidate had campaigned in the valley since July.", "campaigned", True),
        ("Neither mill paid the fine in June.", "paid", True),
        ("Neither Rask nor his lawyer came to the hearing on Friday.", "came", True),
        ("The council took neither side in June.", "took", True),
        ("No more strikes took place in June.", "took", True),
        ("The crew did not leave the ship on Friday.", "leave", True),
        ("Not until Thursday were the bodies found.", "found", False),
        ("They called in July, but not until Friday did help come.", "come", False),
        ("No fewer than 30 people were hurt on Sunday.", "hurt", False),
        ("No more than nine people voted on Friday.", "voted", False),
        ("Only in March did the ministry admit the error.", "admit", False),
    ],
)
def test_a_verb_is_denied_or_not(read: Read, sentence: str, verb: str, denied: bool) -> None:
    doc = read(sentence)
    at = next(token.i for token in doc if token.text == verb)
    assert (verb_groups(doc)[at].polarity is Polarity.NEGATIVE) is denied
