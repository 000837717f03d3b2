"""Why a time expression dates no line."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from extractors.events.unused_times import unused_times

Read = Callable[[str], Doc]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Divers searched the wreck for two days.", "unused.length"),
        ("The guild was recently praised by Kesk.", "unused.vague"),
        ("The 2011 report was long.", "unused.noun"),
        ("He leaves office next month on 2 August.", "unused.other"),
    ],
)
def test_a_time_that_dates_no_line_says_why(read: Read, text: str, rule: str) -> None:
    assert rule in {step.rule for step in unused_times(read(text)).values()}


def test_a_time_that_dates_a_line_needs_no_reason(read: Read) -> None:
    assert unused_times(read("The ferry sank on Saturday.")) == {}
