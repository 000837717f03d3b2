"""Which way a day points that belongs to a noun for which nobody sets a day: *want an inquiry into Thursday's fire*."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from extractors.time_expressions import time_expressions
from timeline.model import Sense

Read = Callable[[str], Doc]


def sense(doc: Doc) -> Sense:
    (one,) = time_expressions(doc)
    return one.direction.sense


@pytest.mark.parametrize(
    "sentence",
    [
        "Tenants want an inquiry into Thursday's blaze at the mill.",
        "The railway fears a repeat of Monday's chaos.",
        "Experts are examining Tuesday's derailment.",
        "The widow will speak about Sunday's shooting.",
        "The village needs help after the April floods.",
        "Lawyers call the killing on Saturday a hate crime.",
        "The ministry condemns Sunday's ambush.",
        "Survivors of Monday's raid need tents.",
    ],
)
def test_what_only_befalls_lies_behind_whatever_is_done_about_it(read: Read, sentence: str) -> None:
    assert sense(read(sentence)) is Sense.PAST


@pytest.mark.parametrize(
    "sentence",
    [
        "Voters will decide in Sunday's referendum.",
        "The town prepares for Saturday's march.",
        "The rebels plan an attack on Friday.",
        "The army is preparing Thursday's assault.",
        "Friday's storm will reach the coast.",
        "The club hopes to win Saturday's match.",
        "Guards expect an escape on Sunday.",
        "Any further collapse on Monday would close the road.",
    ],
)
def test_what_is_planned_or_forecast_goes_by_its_verb(read: Read, sentence: str) -> None:
    assert sense(read(sentence)) is not Sense.PAST


@pytest.mark.parametrize(
    "sentence",
    [
        "The council will discuss the fire on 21 March.",
        "The council is to debate the crash on 2 May.",
        "The mayor plans to speak about the flood on 20 March.",
        "The town will mourn the victims of the explosion on 18 March.",
    ],
)
def test_a_day_behind_it_may_be_that_of_what_will_be_done_about_it(read: Read, sentence: str) -> None:
    (one,) = time_expressions(read(sentence))
    assert (one.direction.sense, one.direction.likelier) == (Sense.EITHER, Sense.FUTURE)
