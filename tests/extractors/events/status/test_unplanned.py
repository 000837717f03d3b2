"""Plans that were called off, and those that were set for another day."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from extractors import time_expressions
from extractors.events import events
from timeline.model import Polarity, Status

Read = Callable[[str], Doc]


def lines(doc: Doc) -> set[tuple[str, str, Status, Polarity]]:
    """Of each line its trigger, its time as it stands there, its status and polarity."""
    spans = doc.spans[time_expressions.KEY]
    return {
        (doc[one.trigger[0]].text, "" if one.time is None else spans[one.time].text, one.status, one.polarity)
        for one in events(doc)
    }


@pytest.mark.parametrize(
    ("text", "trigger", "time"),
    [
        ("Saturday's regatta was called off because of the storm.", "regatta", "Saturday"),
        ("The hearing, which had been set for Thursday, was put off until March 29.", "set", "Thursday"),
        ("Friday's game was brought forward to Thursday to spare the pitch.", "game", "Friday"),
        ("The bridge was to have opened in January, but the steel came late.", "opened", "January"),
        ("The trial should have begun on Monday.", "begun", "Monday"),
        ("The rocket had been due to lift off on Sunday but was scrubbed minutes before.", "lift", "Sunday"),
        ("The union has cancelled the strike it had called for Friday.", "called", "Friday"),
        ("The summit, planned for last weekend, was cancelled.", "planned", "last weekend"),
        ("The council dropped plans to sell the hall in May.", "sell", "May"),
        ("The firm reversed a decision to close the mill in May.", "close", "May"),
        ("The talks that were planned for Monday fell through.", "planned", "Monday"),
        ("The envoy's visit to Corran, which was due to begin on Sunday, was called off.", "begin", "Sunday"),
        ("The auction was to take place on Tuesday but nobody came.", "take", "Tuesday"),
        ("The visit had been scheduled for Sunday, but the envoy fell ill.", "scheduled", "Sunday"),
        ("The wedding, set for 20 April, is off.", "set", "20 April"),
        ("The merger, which was to be completed in May, collapsed on Wednesday.", "completed", "May"),
        ("The vote planned for last Monday never took place.", "planned", "last Monday"),
        ("Plans to reopen the mine in June have been put on ice.", "reopen", "June"),
        ("The tournament, which should have begun on June 29, has been cancelled.", "begun", "June 29"),
    ],
)
def test_what_was_given_up_is_a_plan_that_nothing_came_of(read: Read, text: str, trigger: str, time: str) -> None:
    assert (trigger, time, Status.PLANNED, Polarity.NEGATIVE) in lines(read(text))


@pytest.mark.parametrize(
    ("text", "trigger", "time"),
    [
        ("The hearing, which had been set for Thursday, was put off until March 29.", "hearing", "March 29"),
        ("The launch has been postponed until April 2, the agency said on Tuesday.", "launch", "April 2"),
        ("Friday's game was brought forward to Thursday to spare the pitch.", "brought", "Thursday"),
        ("The council adjourned the debate to Monday.", "debate", "Monday"),
        ("The march that had been planned for Sunday was moved to June 4.", "march", "June 4"),
        ("The law was to come into force in April.", "come", "April"),
    ],
)
def test_the_day_that_it_is_put_off_to_is_planned(read: Read, text: str, trigger: str, time: str) -> None:
    assert (trigger, time, Status.PLANNED, Polarity.POSITIVE) in lines(read(text))


@pytest.mark.parametrize(
    ("text", "trigger", "time"),
    [
        ("The premier called off her dogs on Monday, an ally said.", "called", "Monday"),
        ("The couple moved from Lyon to Geneva in 2012.", "moved", "2012"),
        ("The parade was held on Sunday although the fair had been cancelled.", "held", "Sunday"),
        ("The council postponed its decision on Monday.", "postponed", "Monday"),
        ("On Tuesday the airline scrapped its oldest jet.", "scrapped", "Tuesday"),
        ("The bank moved its head office to Leeds on February 1.", "moved", "February 1"),
        ("Ada Kesk had planned a hall in 2012, but told nobody.", "planned", "2012"),
        ("She put her coat back on at noon on Monday.", "put", "noon on Monday"),
        ("The office was moved to Leeds in 2015.", "moved", "2015"),
    ],
)
def test_the_day_of_the_deciding_and_what_was_no_plan_have_occurred(
    read: Read, text: str, trigger: str, time: str
) -> None:
    assert (trigger, time, Status.OCCURRED, Polarity.POSITIVE) in lines(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "The festival was moved from May 4 to May 11.",
        "The vote was not called off, and Friday's march will go ahead.",
        "Officials estimated that the elephant may have starved for 20 days.",
    ],
)
def test_a_span_of_two_days_is_no_day_of_the_moving_and_what_was_not_called_off_goes_on(read: Read, text: str) -> None:
    found = lines(read(text))
    assert not any(polarity is Polarity.NEGATIVE and status is Status.PLANNED for *_, status, polarity in found)
    assert not any("May 4" in time for _, time, *_ in found)


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Ada Kesk had planned to stay in Oslund until June.", "stay"),
        ("The ferry had been due to sail on Friday before noon.", "sail"),
        ("The kiln had been expected to close in May before its lease.", "close"),
    ],
)
def test_a_time_up_to_which_something_was_planned_gives_nothing_up(read: Read, text: str, trigger: str) -> None:
    found = {(one, polarity) for one, _, _, polarity in lines(read(text))}
    assert (trigger, Polarity.POSITIVE) in found


def test_a_building_that_was_planned_and_fell_had_come_about(read: Read) -> None:
    found = {(one, polarity) for one, _, _, polarity in lines(read("The mill that was planned in May collapsed."))}
    assert ("planned", Polarity.POSITIVE) in found
