"""A year, month, week or unit that is named once for several times: each has it, and what follows on is one span."""

import datetime as dt

import pytest
from spacy.language import Language

from extractors.time_expressions.records import time_expressions
from timeline.dates.resolve import Context, resolve
from timeline.model import Basis, Direction, Published, Sense

PUBLISHED = Published(dt.date(2019, 6, 12), Basis.PERSON)


def found(plain: Language, sentence: str) -> dict[str, str]:
    """The words of each time, and its EDTF, when the sentence tells of the past."""
    return {
        one.text: resolve(one.meaning, Context(PUBLISHED, Direction(Sense.PAST))).edtf
        for one in time_expressions(plain(sentence))
    }


@pytest.mark.parametrize(
    ("words", "times"),
    [
        ("April and May 2018", {"April and May 2018": "2018-04/2018-05"}),
        ("June, July and August 2016", {"June, July and August 2016": "2016-06/2016-08"}),
        ("March, June and August 2016", {"March": "2016-03", "June": "2016-06", "August 2016": "2016-08"}),
        ("March and June last year", {"March": "2018-03", "June last year": "2018-06"}),
        ("March or April 2018", {"March": "2018-03", "April 2018": "2018-04"}),
        (
            "early March and late April 2018",
            {"early March": "2018-03-01~/2018-03-11~", "late April 2018": "2018-04-21~/2018-04-30~"},
        ),
        ("March 3 and April 7, 2018", {"March 3": "2018-03-03", "April 7, 2018": "2018-04-07"}),
        (
            "30 May, 2 June and 9 July 2014",
            {"30 May": "2014-05-30", "2 June": "2014-06-02", "9 July 2014": "2014-07-09"},
        ),
        ("30 December and 2 January 2014", {"30 December": "2013-12-30", "2 January 2014": "2014-01-02"}),
        ("the 2nd and the 5th of April", {"the 2nd": "2019-04-02", "the 5th of April": "2019-04-05"}),
        ("2, 3 and 9 March", {"2": "2019-03-02", "3": "2019-03-03", "9 March": "2019-03-09"}),
        (
            "2, 3, 7 and 9 March 2018",
            {"2": "2018-03-02", "3": "2018-03-03", "7": "2018-03-07", "9 March 2018": "2018-03-09"},
        ),
        ("3, 4 and 5 June", {"3, 4 and 5 June": "2019-06-03/2019-06-05"}),
        ("June 3rd, 4th and 5th", {"June 3rd, 4th and 5th": "2019-06-03/2019-06-05"}),
        ("June 3, 4 and 7, 2018", {"June 3": "2018-06-03", "4": "2018-06-04", "7, 2018": "2018-06-07"}),
        ("June 3 and 7", {"June 3": "2019-06-03", "7": "2019-06-07"}),
        ("2 or 3 May 2018", {"2": "2018-05-02", "3 May 2018": "2018-05-03"}),
        ("Wednesday and Friday last week", {"Wednesday": "2019-06-05", "Friday last week": "2019-06-07"}),
    ],
)
def test_each_of_several_days_has_what_is_named_once(plain: Language, words: str, times: dict[str, str]) -> None:
    assert found(plain, f"They met on {words}.") == times


@pytest.mark.parametrize(
    ("words", "times"),
    [
        ("Q1 and Q3 2018", {"Q1": "2018-33", "Q3 2018": "2018-35"}),
        (
            "the second and third quarters of 2018",
            {"the second": "2018-34", "third quarters of 2018": "2018-35"},
        ),
        ("the 17th and 18th centuries", {"the 17th": "16XX", "18th centuries": "17XX"}),
        ("the 17th to 19th centuries", {"the 17th to 19th centuries": "16XX/18XX"}),
        ("the 70s and 80s", {"the 70s": "197X", "80s": "198X"}),
    ],
)
def test_each_of_several_units_has_what_is_named_once(plain: Language, words: str, times: dict[str, str]) -> None:
    assert found(plain, f"It was seen in {words}.") == times


@pytest.mark.parametrize(
    ("sentence", "times"),
    [
        ("On June 3 and 40 people came.", {"June 3": "2019-06-03"}),
        ("On June 3, 40 people came.", {"June 3": "2019-06-03"}),
        ("He compared 2015 to 2018.", {"2015": "2015", "2018": "2018"}),
    ],
)
def test_what_is_counted_or_compared_is_no_further_date(plain: Language, sentence: str, times: dict[str, str]) -> None:
    assert found(plain, sentence) == times
