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
        ("The ministry has ruled out that the dam failed on Sunday.", "failed"),
        ("The Post wrongly reported that the singer had died in May.", "died"),
        ("She had spread false claims that the harbour was mined on Sunday.", "mined"),
        ("A video that shows guards beating a man on Monday is a hoax.", "beating"),
        ("It is a myth that the mill burned in 1903.", "burned"),
        ("It is not the case that the mill burned in 1903.", "burned"),
        ("Lind made up a story that two men had robbed her in May.", "robbed"),
        ("Officials discounted the theory that a ship had hit the pier on Sunday.", "hit"),
        ("The army rejected claims on Monday that it had shelled the school.", "shelled"),
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
        ("The court ruled that the firm had paid the fine in 2012.", "paid"),
        ("There is no doubt that the mill burned in 1903.", "burned"),
        ("The diary is proof that the two met in 1903.", "met"),
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
        ("Prosecutors failed to prove that Rask had stolen the coins in May.", "stolen"),
        ("No proof has emerged that Rask forged the deed in 1903.", "forged"),
        ("There is no evidence that the captain slept on Sunday.", "slept"),
        ("A review found no sign that the lock had been forced on Monday.", "forced"),
        ("It has never been shown that the general ordered the raid in 1903.", "ordered"),
        ("The mayor stopped short of saying that the firm had lied in May.", "lied"),
        ("Nothing suggests that the clerk had lost the key on Monday.", "lost"),
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


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The clerk took back her statement that Rask had forged the deed in May.", "forged"),
        ("Rosa Lind withdrew her claim that the mayor had taken a bribe in May.", "taken"),
        ("The Post retracted a story which said that the bishop had sold the land in 2019.", "sold"),
        ("The station retracted its report that the premier had been shot on Monday.", "shot"),
        ("The agency backed away from its assertion that the dam had failed in May.", "failed"),
        ("Police did not rule out that the lamp had been lit on Monday.", "lit"),
        ("It is possible that the boat sank on Monday.", "sank"),
    ],
)
def test_what_is_taken_back_or_only_possible_is_alleged(read: Read, text: str, trigger: str) -> None:
    assert told(read(text), trigger) == (Status.ALLEGED, Polarity.POSITIVE)
