"""Why a time expression dates no line."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from extractors.events.dating.unused_times import unused_times

Read = Callable[[str], Doc]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Divers searched the wreck for two days.", "unused.length"),
        ("The guild was recently praised by Kesk.", "unused.vague"),
        ("The 2011 report was long.", "unused.noun"),
        ("Drivers walked out on Monday. It was the first strike at the yard since 1984.", "unused.ranked"),
        ("Nine people died in the heaviest fighting since May.", "unused.ranked"),
        ("Otto Rask will step down, the first to do so since 1415.", "unused.ranked"),
        ("Rainfall was the second highest in the past 28 years.", "unused.ranked"),
        ("Milk sales grew 19% from a year ago.", "unused.compared"),
        ("Wages rose faster than in the dry year of 2012.", "unused.compared"),
        ("He leaves office next month on 2 August.", "unused.other"),
    ],
)
def test_a_time_that_dates_no_line_says_why(read: Read, text: str, rule: str) -> None:
    assert rule in {step.rule for step in unused_times(read(text)).values()}


@pytest.mark.parametrize(
    "text",
    [
        "The Reform League has been the largest party in the valley since 2010.",
        "The first bus has run each day since Monday.",
        "The oldest of them has lived in Oslund since 1984.",
        "At least nine people have died in the valley since May.",
        "The worst mill, closed since 2010, burned down.",
    ],
)
def test_what_has_lasted_since_a_time_has_it_whatever_else_is_first(read: Read, text: str) -> None:
    assert "unused.ranked" not in {step.rule for step in unused_times(read(text)).values()}


def test_a_time_that_dates_a_line_needs_no_reason(read: Read) -> None:
    assert unused_times(read("The ferry sank on Saturday.")) == {}
