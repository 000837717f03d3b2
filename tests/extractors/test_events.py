from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from extractors.events import FoundEvent, events
from timeline.model import Polarity, Role, Status

Read = Callable[[str], Doc]


def triggers(doc: Doc) -> dict[str, FoundEvent]:
    return {doc[slice(*event.trigger)].text: event for event in events(doc)}


@pytest.mark.parametrize(
    ("sentence", "trigger", "status", "polarity"),
    [
        ("The colonel defected Saturday.", "defected", Status.OCCURRED, Polarity.POSITIVE),
        ("Nine people have been arrested.", "arrested", Status.OCCURRED, Polarity.POSITIVE),
        ("The council will vote on Sunday.", "vote", Status.PLANNED, Polarity.POSITIVE),
        ("The president did not resign.", "resign", Status.OCCURRED, Polarity.NEGATIVE),
        ("Arvo Kesk claims the count was forged.", "forged", Status.ALLEGED, Polarity.POSITIVE),
        ("Experts predicted that prices would double.", "double", Status.FORECAST, Polarity.POSITIVE),
        ("They would recognise her if the vote was called off.", "recognise", Status.CONDITIONAL, Polarity.POSITIVE),
        ("Crews are searching the bay.", "searching", Status.ONGOING, Polarity.POSITIVE),
    ],
)
def test_an_event_has_the_status_its_verb_shows(
    read: Read, sentence: str, trigger: str, status: Status, polarity: Polarity
) -> None:
    event = triggers(read(sentence))[trigger]
    assert (event.status, event.polarity) == (status, polarity)


def test_a_time_dates_the_clause_that_governs_it_and_no_other(read: Read) -> None:
    found = triggers(read("The ferry sank Saturday, while rescuers searched the coast."))
    assert found["sank"].time == 0
    assert found["searched"].time is None


def test_the_time_of_speaking_does_not_date_what_was_said(read: Read) -> None:
    found = triggers(read("A harbour official said Friday that nine people had drowned."))
    assert (found["said"].time, found["drowned"].time) == (0, None)
    assert (found["said"].attribution, found["drowned"].attribution) == (None, 0)


def test_a_length_of_time_does_not_take_the_place_of_the_date(read: Read) -> None:
    found = triggers(read("Dockers in Oslund ended a 12-day strike on Tuesday."))
    assert found["ended"].time == 1


def test_a_fronted_time_dates_the_main_clause(read: Read) -> None:
    found = triggers(read("In a video posted on Sunday, Guests called for calm."))
    assert list(found) == ["called"]
    assert found["called"].time == 0


def test_in_the_passive_the_subject_is_the_patient(read: Read) -> None:
    text = "President Arvo Kesk was arrested by General Otto Rask."
    assert triggers(read(text))["arrested"].participants == (("arvo-kesk", Role.PATIENT), ("otto-rask", Role.AGENT))


def test_a_headline_without_a_verb_is_no_event(read: Read) -> None:
    assert events(read("Ferry disaster: the questions")) == ()
