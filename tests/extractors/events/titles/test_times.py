"""A time that goes takes along what belongs to it, and no more."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from extractors.events import events

Read = Callable[[str], Doc]


def titles(doc: Doc) -> dict[str, str]:
    return {doc[event.trigger[0]].text: event.title for event in events(doc)}


@pytest.mark.parametrize(
    ("text", "trigger", "title"),
    [
        ("The council saved the ferry back in 1986.", "saved", "The council saved the ferry"),
        ("The council closed the pier late on 3 May 2019.", "closed", "The council closed the pier"),
        (
            "“We had planned to scale back Wednesday night,” said Rosa Lind.",
            "scale",
            "[Rosa Lind]: “We had planned to scale back”",
        ),
        ("The crew of the Merel came back on 3 May 2019.", "came", "The crew of the Merel came back"),
        ("The ferry was moored when the crew came back in 2019.", "came", "The crew came back"),
    ],
)
def test_back_goes_with_a_year_and_not_with_a_verb(read: Read, text: str, trigger: str, title: str) -> None:
    assert titles(read(text))[trigger] == title


@pytest.mark.parametrize(
    ("text", "trigger", "title"),
    [
        ("The council met on Monday. The pump failed at 4.10 a.m., according to Otto Rask.", "failed", "at 4.10 a.m."),
        (
            "The council met on Monday. The pump failed shortly after 4 a.m. Some nine boats left.",
            "failed",
            "after 4 a.m.",
        ),
        ("The council met on Monday. Mayor Rosa Lind left at noon.", "left", "at noon"),
    ],
)
def test_an_hour_without_a_day_stays_since_its_line_has_no_more_than_the_day(
    read: Read, text: str, trigger: str, title: str
) -> None:
    assert titles(read(text))[trigger].endswith(title)


def test_an_hour_with_its_day_goes(read: Read) -> None:
    assert titles(read("The pump failed at 4.10 a.m. on Monday."))["failed"] == "The pump failed"


@pytest.mark.parametrize(
    ("text", "trigger", "title"),
    [
        ("The ferry was sold to the U.S.", "sold", "The ferry was sold to the U.S."),
        ("Rosa Lind said no.", "said", "Rosa Lind said no"),
        ("The ferry was sold to Rask.", "sold", "The ferry was sold to Rask"),
    ],
)
def test_the_last_point_goes_unless_it_is_that_of_an_abbreviation(
    read: Read, text: str, trigger: str, title: str
) -> None:
    assert titles(read(text))[trigger] == title
