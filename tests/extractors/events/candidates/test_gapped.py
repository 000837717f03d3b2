"""What is told with a verb that is left out has a line of its own: *Bright was fined in March and Cole in June*."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from extractors.events import events

Read = Callable[[str], Doc]


def told(doc: Doc) -> list[tuple[str, str]]:
    """The title of each event and the words of its time, those without a time left out."""
    spans = doc.spans["time_expressions"]
    return [(one.title, spans[one.time].text) for one in events(doc) if one.time is not None]


@pytest.mark.parametrize(
    ("sentence", "lines"),
    [
        (
            "Bright was fined in March and Cole in June.",
            [("Bright was fined", "March"), ("Cole [was fined]", "June")],
        ),
        (
            "Smith was convicted in May, Jones in July and Clarke in August.",
            [
                ("Smith was convicted", "May"),
                ("Jones [was convicted]", "July"),
                ("Clarke [was convicted]", "August"),
            ],
        ),
        (
            "She won gold in 2004 and silver in 2008.",
            [("She won gold", "2004"), ("[She won] silver", "2008")],
        ),
    ],
)
def test_what_has_its_verb_from_before_is_a_line(read: Read, sentence: str, lines: list[tuple[str, str]]) -> None:
    assert told(read(sentence)) == lines


@pytest.mark.parametrize(
    "sentence",
    [
        "The bank failed in May and the firm in June closed.",
        "The law was passed in 1990 and the decree in 1996 was annulled.",
        "Prices rose in March and April.",
        "Lind won the seat in May and Rask in June.",
        "She met him in Corran in May and Skerra in June.",
    ],
)
def test_what_has_a_verb_or_may_be_something_else_is_left_alone(read: Read, sentence: str) -> None:
    assert not any("[" in title for title, _ in told(read(sentence)))
