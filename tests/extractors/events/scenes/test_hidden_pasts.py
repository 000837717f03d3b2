"""Verbs whose form does not show that they tell of the past, and what is done by a gerund below who looks back."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from extractors.events import events
from extractors.time_expressions import time_expressions
from timeline.model import Polarity, Sense, Status

Read = Callable[[str], Doc]


@pytest.mark.parametrize(
    "sentence",
    [
        "Striking porters shut the market on Tuesday.",
        "The four banks quit the talks on Thursday.",
        "Guards beat two prisoners on May 3.",
        "Gunmen burst into a chapel on Friday.",
        "The court ruled in June; the senate vetoed the plan.",
    ],
)
def test_a_past_that_looks_like_a_present_is_one(read: Read, sentence: str) -> None:
    doc = read(sentence)
    assert time_expressions(doc)[0].direction.sense is Sense.PAST
    assert {one.status for one in events(doc)} == {Status.OCCURRED}


@pytest.mark.parametrize(
    "sentence",
    ["The teams will hit the road on Saturday.", "If the rebels hit the port on Sunday, no ship will leave."],
)
def test_what_is_to_come_stays_so(read: Read, sentence: str) -> None:
    assert time_expressions(read(sentence))[0].direction.sense is not Sense.PAST


@pytest.mark.parametrize(
    ("sentence", "status", "polarity"),
    [
        ("The two grooms deny selling the mare in March.", Status.ALLEGED, Polarity.NEGATIVE),
        ("The dealer admits selling the pistol in May.", Status.OCCURRED, Polarity.POSITIVE),
    ],
)
def test_what_somebody_denies_or_admits_having_done_has_its_time(
    read: Read, sentence: str, status: Status, polarity: Polarity
) -> None:
    doc = read(sentence)
    (told,) = (one for one in events(doc) if one.time is not None)
    assert doc[told.trigger[0]].tag_ == "VBG"
    assert (told.status, told.polarity) == (status, polarity)
    assert time_expressions(doc)[0].direction.sense is Sense.PAST
