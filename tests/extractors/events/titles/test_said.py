"""A title that is too long has a colon for a verb that tells no more than that somebody says so."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from extractors.events import events

Read = Callable[[str], Doc]


def title(doc: Doc, trigger: str) -> str:
    return next(event.title for event in events(doc) if doc[event.trigger[0]].text == trigger)


@pytest.mark.parametrize(
    ("text", "trigger", "told"),
    [
        (
            "Rosa Lind told the Corran Gazette on Monday "
            "that the council had sold nine of the old ferries to a shipping company.",
            "told",
            "Rosa Lind: the council had sold nine of the old ferries to a shipping company",
        ),
        (
            "The harbour master repeatedly insisted on Monday "
            "that the storm had damaged all nine of the cranes and the pier.",
            "insisted",
            "The harbour master: the storm had damaged all nine of the cranes and the pier",
        ),
    ],
)
def test_a_colon_stands_for_to_whom_and_how_often_something_is_said(
    read: Read, text: str, trigger: str, told: str
) -> None:
    assert title(read(text), trigger) == told


@pytest.mark.parametrize(
    ("text", "trigger", "kept"),
    [
        ("Rosa Lind said on Monday that the ferry was late.", "said", "said"),
        (
            "Rosa Lind denied on Monday "
            "that the council had sold the old ferry and the crane to a shipping company in Oslund.",
            "denied",
            "denied",
        ),
        (
            "Rosa Lind did not say on Monday "
            "that the council had sold the old ferry and the crane to a company in Oslund.",
            "say",
            "not say",
        ),
        (
            "Rosa Lind will tell the council on Monday "
            "that the storm has damaged all nine of the cranes and the old pier.",
            "tell",
            "will tell",
        ),
        (
            "Rosa Lind initially said on Monday that the council had sold the old ferry and nine cranes to a company.",
            "said",
            "initially said",
        ),
        (
            "Rosa Lind admitted on Monday "
            "that the council had sold the old ferry and nine cranes to a company in Oslund.",
            "admitted",
            "admitted",
        ),
        (
            "Rosa Lind told the council on Monday that she had sold the old ferry and nine cranes to a firm in Oslund.",
            "told",
            "told the council",
        ),
    ],
)
def test_a_verb_that_tells_more_or_is_short_enough_stays(read: Read, text: str, trigger: str, kept: str) -> None:
    assert kept in title(read(text), trigger)
