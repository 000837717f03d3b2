"""What was learned speaks against the rules only where it is much surer than they are right."""

from collections.abc import Callable, Sequence

import numpy as np
import pytest
from spacy.tokens import Doc

from extractors.encoder.encoder import Vectors
from extractors.events import likely_status
from extractors.events.component import Events
from extractors.events.context.event_context import read_event_context
from extractors.events.likely_status import CLEARER, DOUBTED, STATUSES, likely_statuses
from timeline.model import Status

Read = Callable[[str], Doc]
Says = Callable[[Status, float], None]
TEXT = "The ferry will sail from Olm on Monday."


class Network:
    """One that gives the same scores whatever it is asked."""

    def __init__(self, status: Status, times_as_likely: float) -> None:
        self.row = np.zeros(len(STATUSES), np.float32)
        self.row[STATUSES.index(status)] = np.log(times_as_likely)

    def scores(self, words: Vectors, beside: Vectors, features: Sequence[Sequence[str]]) -> Vectors:
        assert len(words) == len(beside) == len(features)
        return np.tile(self.row, (len(words), 1))


@pytest.fixture
def says(monkeypatch: pytest.MonkeyPatch) -> Says:
    def it_says(status: Status, times_as_likely: float) -> None:
        monkeypatch.setattr(likely_status, "event_network", lambda _: Network(status, times_as_likely))

    return it_says


def test_a_status_that_is_clearly_likelier_is_taken_and_says_what_the_rules_said(read: Read, says: Says) -> None:
    doc = read(TEXT)
    says(Status.ALLEGED, CLEARER * 1.1)
    (event,) = Events().match(doc)
    assert event.status is Status.ALLEGED
    assert event.status_because.rule == "status.likely"
    assert event.status_because.says.startswith("what is told so is mostly alleged, though ")


def test_a_status_that_is_hardly_likelier_leaves_that_of_the_rules(read: Read, says: Says) -> None:
    doc = read(TEXT)
    says(Status.ALLEGED, CLEARER * 0.9)
    (event,) = Events().match(doc)
    assert event.status is not Status.ALLEGED
    assert event.status_because.rule in DOUBTED


def test_what_a_rule_is_sure_of_is_not_weighed(read: Read, says: Says) -> None:
    doc = read("The ferry sank off Olm on Monday.")
    says(Status.ALLEGED, 1_000)
    (event,) = Events().match(doc)
    assert event.status_because.rule == "status.fact"


def test_of_a_text_that_tells_nothing_nothing_is_weighed(read: Read) -> None:
    assert likely_statuses(read_event_context(read("A ferry.")), []) == {}
