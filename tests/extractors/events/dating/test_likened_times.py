"""Times of what something is likened to are no times of its own."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from extractors.events import events

Read = Callable[[str], Doc]


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("As in 2014, the opposition boycotted the vote.", "boycotted"),
        ("Unlike in 2018, the president did not concede.", "concede"),
        ("Unlike her predecessor in 2019, Weiss resigned.", "resigned"),
        ("Ten people were killed in Dorra, more than in all of 2023.", "killed"),
        ("The party won 44 percent of the vote, against 24 percent in 2019.", "won"),
        ("The yard cut 300 jobs, after 500 in 2022.", "cut"),
        ("Rovers lost 3-0, the same score as in October.", "lost"),
    ],
)
def test_a_time_that_something_is_likened_to_is_not_its_own(read: Read, text: str, trigger: str) -> None:
    doc = read(text)
    assert {doc[one.trigger[0]].text: one.time for one in events(doc)}[trigger] is None


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("She won as early as in 2014.", "won"),
        ("The army fought against 500 men in 2019.", "fought"),
        ("The toll rose to 500 in 2022.", "rose"),
        ("He left after nine years in 2019.", "left"),
    ],
)
def test_a_time_behind_such_words_that_liken_nothing_is_its_own(read: Read, text: str, trigger: str) -> None:
    doc = read(text)
    assert {doc[one.trigger[0]].text: one.time for one in events(doc)}[trigger] is not None
