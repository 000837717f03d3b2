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
        ("Not one of the nine climbers was hurt on Friday.", "hurt", True),
        ("Not a single vote was counted in Oslund.", "counted", True),
        ("The diver found not one coin in the wreck.", "found", True),
        ("The captain has talked to nobody since Friday.", "talked", True),
        ("At no point did the wardens open the gate on Friday.", "open", True),
        ("Nowhere did the clerk name the owner.", "name", True),
        ("At no stage was the crew warned on Sunday.", "warned", True),
        ("The clerk was neither charged nor fined on Friday.", "charged", True),
        ("The clerk was charged on Friday but neither fined nor jailed.", "charged", False),
        ("The tug came in no time.", "came", False),
        ("The firm told none of its tenants.", "told", True),
        ("None but the cook survived.", "survived", False),
        ("The mill was sold without its owner being asked.", "asked", True),
        ("No guest left on Sunday without paying.", "paying", False),
        ("The guests left on Sunday without paying.", "paying", True),
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


@pytest.mark.parametrize(
    ("sentence", "verb", "happened"),
    [
        ("The pipe was not mended until Tuesday.", "mended", True),
        ("Rask did not leave office until 2019.", "leave", True),
        ("No letters were found until 4 March.", "found", True),
        ("Nobody told the owner until last week.", "told", True),
        ("The gate will not open until June.", "open", True),
        ("The judge is not expected to rule until May.", "rule", True),
        ("The judge is not expected to rule in May.", "rule", False),
        ("Not until 1998 did the parish open its books.", "open", True),
        ("The crew did not stay in Oslund until Friday.", "stay", False),
        ("The strike did not last until noon.", "last", False),
        ("The pipe was not mended on Tuesday.", "mended", False),
    ],
)
def test_what_was_not_so_until_then_was_so_then(read: Read, sentence: str, verb: str, happened: bool) -> None:
    doc = read(sentence)
    group = verb_groups(doc)[next(token.i for token in doc if token.text == verb)]
    assert (group.polarity is Polarity.POSITIVE) is happened
    assert group.in_the_end is (happened and "Not until" not in sentence)


@pytest.mark.parametrize(
    ("sentence", "verb", "missed"),
    [
        ("The crane nearly fell on Friday.", "fell", True),
        ("The mill was almost sold in May.", "sold", True),
        ("Lind came close to losing her seat on Sunday.", "losing", True),
        ("The tug was on the verge of sinking on Sunday.", "sinking", True),
        ("The climber came within an hour of reaching the hut.", "reaching", True),
        ("Divers saved the tug from being crushed on Friday.", "crushed", True),
        ("The price nearly doubled in May.", "doubled", False),
        ("Nearly 40 people fell ill on Friday.", "fell", False),
        ("Almost all of the shops closed on Monday.", "closed", False),
    ],
)
def test_what_nearly_happened_did_not(read: Read, sentence: str, verb: str, missed: bool) -> None:
    doc = read(sentence)
    at = next(token.i for token in doc if token.text == verb)
    assert (verb_groups(doc)[at].polarity is Polarity.NEGATIVE) is missed


def test_a_title_keeps_until_when_it_was_not_so(read: Read) -> None:
    (event,) = events(read("The mayor did not resign until 2019."))
    assert event.title == "The mayor did not resign until 2019"
