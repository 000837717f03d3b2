"""Hours and parts of a day that name no day: of the day told of last, where something is told as past."""

import datetime as dt

import pytest

from extractors import extract
from timeline.model import Article, Basis, Published, article_id

PUBLISHED = Published(dt.date(2019, 1, 28), Basis.PERSON)


def dates(text: str) -> dict[str, str]:
    found = extract(Article(id=article_id(text), name="a", text=text, published=PUBLISHED))
    return {text[slice(*one.trigger)]: one.when.edtf for one in found.assertions}


@pytest.mark.parametrize(
    ("text", "trigger", "edtf"),
    [
        ("The council voted on Friday.\n\nMayor Rosa Lind met the guild in the afternoon.", "met", "2019-01-25?"),
        ("Mayor Rosa Lind fled on Friday. A search for her did not begin until dawn.", "begin", "2019-01-25?"),
        (
            "Mayor Rosa Lind fled on Friday.\n\n“A shame,” said Otto Rask.\n\nThe night shift clocked off at 6am.",
            "clocked",
            "2019-01-25?",
        ),
    ],
)
def test_an_hour_alone_is_of_the_day_told_of_last(text: str, trigger: str, edtf: str) -> None:
    assert dates(text)[trigger] == edtf


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The council voted on Friday. Mayor Rosa Lind will meet the guild in the afternoon.", "meet"),
        ("The shop opens at 6am. The council voted on Friday.", "opens"),
        ("The night shift clocked off at 6am. The council voted on Friday.", "clocked"),
    ],
)
def test_what_is_to_come_or_told_before_any_day_is_not_of_it(text: str, trigger: str) -> None:
    assert "2019-01-25" not in dates(text).get(trigger, "")
