"""What is told of each of several times is a line at each of them: *in 1994, 2003 and 2011*."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from extractors.events import events
from extractors.events.dating.unused_times import unused_times

Read = Callable[[str], Doc]


def told(doc: Doc) -> list[tuple[str, str]]:
    """The title of each event and the words of its time, those without a time left out."""
    spans = doc.spans["time_expressions"]
    return [(one.title, spans[one.time].text) for one in events(doc) if one.time is not None]


@pytest.mark.parametrize(
    ("sentence", "title", "times"),
    [
        ("The choir won the prize in 1994, 2003 and 2011.", "The choir won the prize", ["1994", "2003", "2011"]),
        ("On 6, 8 and 19 April the bridge stayed closed.", "The bridge stayed closed", ["6", "8", "19 April"]),
        (
            "Strikes stopped the trams on Monday, Tuesday and again on Friday.",
            "Strikes stopped the trams",
            ["Monday", "Tuesday", "Friday"],
        ),
        ("The chapel was robbed in May 1991 and in June 2004.", "The chapel was robbed", ["May 1991", "June 2004"]),
        (
            "Hearings will be held on June 3, June 9 and July 2.",
            "Hearings will be held",
            ["June 3", "June 9", "July 2"],
        ),
    ],
)
def test_each_time_of_a_list_has_a_line_with_the_same_title(
    read: Read, sentence: str, title: str, times: list[str]
) -> None:
    doc = read(sentence)
    found = told(doc)
    assert {one for one, _ in found} == {title}
    assert sorted(time for _, time in found) == sorted(times)
    assert unused_times(doc) == {}


def test_each_of_them_is_known_by_words_of_its_own(read: Read) -> None:
    found = events(read("The mill was fined in 2012 and again in 2016 and 2018."))
    assert len({one.trigger for one in found}) == len(found) == 3


@pytest.mark.parametrize(
    ("sentence", "lines"),
    [
        ("She left the firm in 1998 and in 2001 joined another.", 2),
        ("She was elected in 2003 and 2007, and in 2011 she retired.", 3),
        ("The bill passed on Monday, and on Tuesday the king signed it.", 2),
        ("The road was closed between Monday and Thursday.", 1),
        ("The treaty was signed in 1990, amended in 1996 and revoked in 2004.", 3),
        ("Sales rose for parts of May and June.", 1),
    ],
)
def test_what_another_clause_has_for_its_time_is_no_part_of_a_list(read: Read, sentence: str, lines: int) -> None:
    assert len(told(read(sentence))) == lines


def test_a_table_of_times_is_no_list(read: Read) -> None:
    years = ", ".join(str(year) for year in range(1900, 1960))
    assert len(told(read(f"The chapel was robbed in {years} and 1960."))) == 1
