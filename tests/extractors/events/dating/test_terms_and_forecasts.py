"""What lies ahead: who decides it, and until when it must be done."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from extractors import time_expressions
from extractors.attributions import attributions
from extractors.events import events
from timeline.model import Status, Tie

Read = Callable[[str], Doc]


def told(doc: Doc) -> dict[str, Status]:
    """By trigger the status of each line."""
    return {doc[one.trigger[0]].text: one.status for one in events(doc)}


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("Heavy rain is forecast for Saturday.", "forecast", Status.FORECAST),
        ("Another ten centimetres of snow are expected by Sunday.", "expected", Status.FORECAST),
        ("The storm is expected to reach the coast on Friday.", "reach", Status.FORECAST),
        ("Forecasters predict landfall on Saturday morning.", "landfall", Status.FORECAST),
        ("The weather service predicted a storm surge of three metres.", "predicted", Status.FORECAST),
        ("Officials expected winds of 90 miles an hour on Monday.", "expected", Status.FORECAST),
        ("A recession is coming next year.", "coming", Status.FORECAST),
        ("A concert is expected on Friday.", "expected", Status.PLANNED),
        ("The panel is expected to report in autumn 2019.", "report", Status.PLANNED),
        ("The wreck will be raised on Monday.", "raised", Status.PLANNED),
        ("The director is expected to resign and a successor to be named in July.", "named", Status.PLANNED),
        ("The panel, which will meet from June to August, is expected to report in October.", "meet", Status.PLANNED),
    ],
)
def test_what_nobody_plans_is_a_forecast(read: Read, text: str, trigger: str, status: Status) -> None:
    assert told(read(text))[trigger] is status


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("The bishop will retire on May 31, the diocese said.", "retire", Status.PLANNED),
        ("He will go before a court in Corran on June 11, prosecutors announced.", "go", Status.PLANNED),
        ("Rosa Lind will leave the firm in June, Arvo Olm said.", "leave", Status.FORECAST),
        ("Rosa Lind will resign on Monday, critics say.", "resign", Status.FORECAST),
        ("Rosa Lind will leave the firm by 2040, the company said.", "leave", Status.FORECAST),
        ("Rosa Lind will lose the vote on Sunday, Mr Olm said.", "lose", Status.FORECAST),
    ],
)
def test_a_day_that_somebody_tells_is_set_unless_they_only_look_on(
    read: Read, text: str, trigger: str, status: Status
) -> None:
    assert told(read(text))[trigger] is status


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The owners have ten days to appeal.", "appeal"),
        ("The council has two weeks to set a date for the vote.", "set"),
        ("The company must pay the fine within 30 days.", "pay"),
        ("The guests have a week to leave.", "leave"),
    ],
)
def test_what_must_be_done_in_so_long_is_planned_within_that(read: Read, text: str, trigger: str) -> None:
    doc = read(text)
    one = next(one for one in events(doc) if doc[one.trigger[0]].text == trigger)
    assert (one.status, one.tie) == (Status.PLANNED, Tie.WITHIN)


@pytest.mark.parametrize(
    "text",
    [
        "The owners had ten days to appeal.",
        "She has two years to live.",
        "The club has three players to thank.",
        "Claims are settled within 30 days.",
        "The city has two weeks of reserves.",
    ],
)
def test_not_every_length_of_time_is_a_deadline(read: Read, text: str) -> None:
    assert not [one for one in events(read(text)) if one.tie is Tie.WITHIN]


def test_what_is_laid_down_from_a_day_on_is_planned_and_its_noun_no_part_of_the_date(read: Read) -> None:
    doc = read("From June 1 plastic bags will cost ten cents.")
    (one,) = events(doc)
    assert (doc[one.trigger[0]].text, one.status) == ("cost", Status.PLANNED)
    assert one.time is not None
    assert doc.spans[time_expressions.KEY][one.time].text == "June 1"


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("Should rain fall on Saturday, the race will be held on Sunday.", "held", Status.CONDITIONAL),
        ("Were the talks to fail, the union would walk out on Monday.", "walk", Status.CONDITIONAL),
        ("Without a deal by Monday, the airline will close.", "close", Status.CONDITIONAL),
        ("Without a captain, the team will travel to Corran on Friday.", "travel", Status.PLANNED),
        ("Without a vote, the council adopted the plan on Monday.", "adopted", Status.OCCURRED),
        ("The mayor did not say on Monday if she would stand.", "say", Status.OCCURRED),
        ("The fair will open on Friday, and Lind will speak, if it is dry, at noon.", "open", Status.PLANNED),
        ("The fair will open on Friday, and Lind will speak, if it is dry, at noon.", "speak", Status.CONDITIONAL),
        ("He joined the firm in 1950. He would later become its chairman.", "become", Status.OCCURRED),
        ("A ban would last for ten years.", "last", Status.CONDITIONAL),
    ],
)
def test_a_condition_is_of_what_hangs_on_it_alone(read: Read, text: str, trigger: str, status: Status) -> None:
    assert told(read(text))[trigger] is status


def test_a_forecast_is_told_by_who_makes_it(read: Read) -> None:
    doc = read("Officials expected winds of 90 miles an hour on Monday.")
    (event,) = events(doc)
    assert event.attribution is not None
    assert attributions(doc)[event.attribution].speaker == "Officials"
    assert event.source_because.says == "by “expected”, which is a forecast of its own"
