"""What the paragraph of a year or month goes on to tell; of a day `test_scenes.py`."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from extractors.events import events
from timeline.model import Tie

Read = Callable[[str], Doc]


def told_in(doc: Doc, trigger: str) -> tuple[str, Tie] | None:
    """The words of the time of an event and its tie, None where it has no time."""
    one = next(one for one in events(doc) if doc[one.trigger[0]].text == trigger)
    return None if one.time is None else (doc.spans["time_expressions"][one.time].text, one.tie)


@pytest.mark.parametrize(
    ("text", "trigger", "year"),
    [
        ("In 1998 Rosa Lind founded the firm. She hired nine divers.", "hired", "1998"),
        ("The harbour was dug in May 1971. A storm destroyed its wall.", "destroyed", "May 1971"),
    ],
)
def test_a_past_without_a_time_has_the_year_of_its_paragraph_with_a_doubt(
    read: Read, text: str, trigger: str, year: str
) -> None:
    assert told_in(read(text), trigger) == (year, Tie.SCENE)


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Rosa Lind was born in 1950. She studied law.", "studied"),
        ("In 1998 Rosa Lind founded the firm.\n\nShe hired nine divers.", "hired"),
        ("Rask said he saw her in 1981. The mayor denied it.", "denied"),
        ("In 1970 Lind became mayor. She helped to sell the port that was built in 2015.", "helped"),
        ("In 1970 Lind became mayor. The tower was the highest of the coast.", "was"),
    ],
)
def test_it_has_none_of_a_birth_of_another_paragraph_of_what_was_said_or_beside_another_year(
    read: Read, text: str, trigger: str
) -> None:
    assert told_in(read(text), trigger) is None
