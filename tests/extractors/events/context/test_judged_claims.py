"""What the text says of a claim: false, so, or that nobody knows."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from extractors import attributions
from extractors.events import events
from extractors.events.context.event_context import read_event_context
from timeline.model import Polarity, Status

Read = Callable[[str], Doc]


def told(doc: Doc, trigger: str) -> tuple[Status, Polarity]:
    found = next(one for one in events(doc) if doc[one.trigger[0]].text == trigger)
    return found.status, found.polarity


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Reports that the singer had collapsed on stage on Sunday were untrue.", "collapsed"),
        ("It is not true that the mayor met the builder in June, his office said.", "met"),
        ("It is false that the ship sank on Monday.", "sank"),
        ("Claims that the ministry lost the files in 2014 are false, an auditor found.", "lost"),
        ("The brewer rejected allegations that it had paid a councillor in 2016.", "paid"),
        ("A rumour that the bank had closed its doors on Monday proved to be false.", "closed"),
        ("The embassy said it was untrue that a diplomat had been arrested on Sunday.", "arrested"),
        ("Reports that he had resigned on Friday were denied by his office.", "resigned"),
        ("It was not true, he insisted, that he had left the meeting early on the 3rd.", "left"),
        ("It is a lie that we paid them in 2015, she said.", "paid"),
    ],
)
def test_what_is_called_false_is_alleged_and_did_not_happen(read: Read, text: str, trigger: str) -> None:
    assert told(read(text), trigger) == (Status.ALLEGED, Polarity.NEGATIVE)


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("It is true that the mayor met the builder in June.", "met"),
        ("It is no lie that the bank failed in 2015.", "failed"),
        ("It is known that the guard locked the gate on Monday.", "locked"),
        ("The police confirmed reports that a boat had sunk on Sunday.", "sunk"),
        ("The court rejected the appeal on Monday.", "rejected"),
        ("The minister dismissed two aides on Friday.", "dismissed"),
        ("The judge dismissed a suit that two farmers had filed in May.", "filed"),
        ("He rejected the offer that Brussels made on Monday.", "made"),
        ("It was wrong that the guards locked the gate on Monday.", "locked"),
    ],
)
def test_what_holds_and_what_nobody_claims_has_occurred(read: Read, text: str, trigger: str) -> None:
    assert told(read(text), trigger) == (Status.OCCURRED, Polarity.POSITIVE)


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Whether the guard had locked the gate on Monday is not known.", "locked"),
        ("It is unclear whether the plane had been refuelled on Sunday.", "refuelled"),
        ("It is unknown if the crew had slept on Sunday.", "slept"),
    ],
)
def test_what_nobody_knows_is_not_told(read: Read, text: str, trigger: str) -> None:
    doc = read(text)
    assert trigger not in {doc[one.trigger[0]].text for one in events(doc)}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The brewer rejected allegations that it had paid a councillor in 2016.", "The brewer"),
        ("The brewer rejected the mayor’s claim that it had paid a councillor in 2016.", "mayor"),
    ],
)
def test_who_rejects_what_is_claimed_tells_that_it_is_not_so_unless_somebody_claimed_it(
    read: Read, text: str, speaker: str
) -> None:
    doc = read(text)
    number = read_event_context(doc).sayings.said_by(next(token.i for token in doc if token.text == "paid"))
    assert number is not None
    assert attributions.doc_attributions(doc)[number].speaker.endswith(speaker)


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("A rumour that the bank had closed its doors on Monday proved to be false.", "proved"),
        ("The firm rejected claims that it had sold the ferry in 2016.", "rejected"),
    ],
)
def test_the_time_of_what_is_claimed_is_not_that_of_the_judging(read: Read, text: str, trigger: str) -> None:
    doc = read(text)
    assert next(one for one in events(doc) if doc[one.trigger[0]].text == trigger).time is None
