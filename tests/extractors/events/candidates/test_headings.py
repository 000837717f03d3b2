"""Date headings and rows date what stands under or beside them; a line that says when a text appeared is no event."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from tests.extractors.events.test_events import dates, triggers

Read = Callable[[str], Doc]

CHRONOLOGY = """4 May 1926

Dockers walked out. Troops will leave soon.

12 May 1926

The union signed a deal. The company had sacked two men in March.
"""


def test_date_headings_date_what_stands_under_them(read: Read) -> None:
    found = dates(read(CHRONOLOGY))
    assert found["walked"] == "4 May 1926"
    assert found["signed"] == "12 May 1926"


def test_a_heading_dates_nothing_that_has_its_own_time_or_lies_ahead(read: Read) -> None:
    found = dates(read(CHRONOLOGY))
    assert found["sacked"] == "March"
    assert found.get("leave") is None


def test_one_date_alone_is_the_day_of_the_article_and_dates_nothing(read: Read) -> None:
    assert dates(read("4 May 1926\n\nDockers walked out. The union signed a deal.\n")) == {
        "walked": None,
        "signed": None,
    }


@pytest.mark.parametrize("mark", [":", " |", " –"])
def test_a_date_that_begins_a_row_dates_the_row_and_no_more(mark: str, read: Read) -> None:
    found = dates(
        read(f"The strike\n\n1931{mark} The last man was reinstated. Nobody thanked him.\n\nThe mill burned.\n")
    )
    assert found == {"reinstated": "1931", "thanked": "1931", "burned": None}


def test_a_row_without_a_point_tells_an_event(read: Read) -> None:
    assert dates(read("4 Nov 1926 | The strike began\n\n9 Nov 1926 | The strike ended\n")) == {
        "began": "4 Nov 1926",
        "ended": "9 Nov 1926",
    }


@pytest.mark.parametrize(
    "line",
    [
        "Published: Friday, 8 March 2019",
        "First published on 8 March 2019",
        "Updated 8 March 2019 | Published 7 March 2019",
    ],
)
def test_a_line_that_says_when_a_text_appeared_is_no_event(line: str, read: Read) -> None:
    assert list(triggers(read(f"New line approved\n\n{line}\n\nThe council approved it on Wednesday.\n"))) == [
        "approved"
    ]


def test_a_sentence_on_publishing_is_an_event(read: Read) -> None:
    assert "published" in triggers(read("The ministry published the report on 8 March 2019.\n"))
