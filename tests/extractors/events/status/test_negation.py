"""What only looks denied, and what is denied without a *not*: *not until Friday*, *no fewer than nine*, *neither*."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from extractors.events import events
from extractors.verb_groups import verb_groups
from timeline.model import Polarity, Status

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


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The party did not deny that Rask had taken the money on 3 February.", "taken"),
        ("Kesk never denied that he had struck the guard on Sunday.", "struck"),
        ("The firm does not dispute that the pump failed on Monday.", "failed"),
    ],
)
def test_what_is_not_denied_did_happen_as_far_as_they_say(read: Read, text: str, trigger: str) -> None:
    doc = read(text)
    found = {doc[one.trigger[0]].text: one for one in events(doc)}[trigger]
    assert (found.status, found.polarity) == (Status.ALLEGED, Polarity.POSITIVE)
