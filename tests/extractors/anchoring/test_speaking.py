"""What was to come when somebody spoke did not come before."""

import datetime as dt

import pytest
from spacy.language import Language

from extractors.extraction import extract
from timeline.dates.article_dates import resolve_expression
from timeline.model import Article, Basis, Published, article_id

MONDAY = Published(dt.date(2019, 1, 28), Basis.PERSON)
CALL = "In a video posted on Sunday, Ada Kesk called for people to take to the streets Wednesday. "


def edtf(nlp: Language, text: str, words: str) -> str:
    article = extract(Article(id=article_id(text), name="text", text=text, published=MONDAY), nlp).article
    (index,) = (at for at, one in enumerate(article.time_expressions) if one.text == words)
    return resolve_expression(article, index).edtf


@pytest.mark.parametrize(
    ("text", "words", "date"),
    [
        (CALL, "Wednesday", "2019-01-30"),
        (CALL + "Kesk asked people to join her for a second protest Saturday.", "Saturday", "2019-02-02"),
        (CALL + "\n\nShe had asked them to join her for a protest Saturday.", "Saturday", "[2019-02-02,2019-01-26]"),
        ("Ada Kesk called for people to take to the streets Wednesday.", "Wednesday", "[2019-01-30,2019-01-23]"),
        (
            "In a video posted on Tuesday, Ada Kesk called for people to take to the streets Wednesday.",
            "Wednesday",
            "[2019-01-30,2019-01-23]",
        ),
    ],
)
def test_a_day_that_lay_ahead_of_a_call_is_not_before_it(nlp: Language, text: str, words: str, date: str) -> None:
    assert edtf(nlp, text, words) == date


@pytest.mark.parametrize(
    ("text", "words", "date"),
    [
        ("On Thursday Ada Kesk endorsed her rival. “Today I am leaving the race,” Kesk said.", "Today", "2019-01-24?"),
        (
            "Ada Kesk said on Thursday that she was well. Otto Rask differed. “I left last night,” Rask wrote.",
            "last night",
            "2019-01-23?",
        ),
        ("“I left last night,” Rask wrote.", "last night", "2019-01-27?"),
    ],
)
def test_words_that_nothing_dates_are_of_a_day_told_before(nlp: Language, text: str, words: str, date: str) -> None:
    assert edtf(nlp, text, words) == date


@pytest.mark.parametrize(
    "text",
    [
        "The Oslund Observatory on Friday pegged the tally at 29 since Wednesday.",
        "On Friday a clerk put the toll at 40 since Wednesday.",
    ],
)
def test_a_count_since_a_day_ends_on_the_day_on_which_it_was_made(nlp: Language, text: str) -> None:
    found = extract(Article(id=article_id(text), name="text", text=text, published=MONDAY), nlp).assertions
    assert [one.when.edtf for one in found] == ["2019-01-23/2019-01-25"]
