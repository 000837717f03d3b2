"""Names that no recogniser knows, known by what befalls people alone."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from extractors.actors import actors
from timeline.model import ActorKind

NAMES = ["Aldous Fenwick", "Kwabena Adeyemi", "Ngozi Osterholm", "Pilar Zielinski", "Oyelaran Marchetti"]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "sentence",
    [
        "{} was sentenced last month to four years in prison.",
        "Police arrested {} on Friday.",
        "The body of {} was found on Sunday.",
    ],
)
def test_whom_something_befell_that_befalls_people_is_a_person(
    read: Callable[[str], Doc], name: str, sentence: str
) -> None:
    found = {one.name: one.kind for one in actors(read(sentence.format(name)))}
    assert found.get(name) is ActorKind.PERSON


def test_what_befell_a_place_or_a_body_makes_it_no_person(read: Callable[[str], Doc]) -> None:
    for sentence in ("The death of Oslund Harbour was slow.", "Police hit the Rask Bank on Friday."):
        assert all(one.kind is not ActorKind.PERSON for one in actors(read(sentence)))
