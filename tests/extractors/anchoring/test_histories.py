"""In a text that tells history a date without a year is of the year told of."""

import datetime as dt

import pytest
from spacy.language import Language

from extractors.extraction import extract
from timeline.dates.article_dates import resolve_expression
from timeline.model import Article, Basis, Published, article_id

LIFE = (
    "She was born in Lyon in 1831 and moved to Geneva in 1848. There she taught, from 1850 on, at a school for girls. "
)


def times(nlp: Language, text: str) -> dict[str, str]:
    published = Published(dt.date(2019, 1, 28), Basis.PERSON)
    article = extract(Article(id=article_id(text), name="text", text=text, published=published), nlp).article
    return {one.text: resolve_expression(article, at).edtf for at, one in enumerate(article.time_expressions)}


@pytest.mark.parametrize(
    ("told", "words", "edtf"),
    [
        ("In 1852 she fell ill. On 2 June she died.", "2 June", "1852-06-02?"),
        ("In 1852, on 2 June, she died.", "2 June", "1852-06-02"),
        ("In November 1852 she fell ill. On 3 February she died.", "3 February", "1853-02-03?"),
        ("In November 1852 she fell ill. She had married in August.", "August", "1852-08?"),
        ("In November 1852 she fell ill. By March she was well. In December she married.", "December", "1853-12?"),
        ("In 1852 she fell ill. In the summer she died.", "the summer", "1852-22?"),
        ("In 1852 she fell ill. She lived at the inn until October.", "October", "../1852-10?"),
        (
            "In 1852 she fell ill. She had no child. She had no money. She had no home. That year she died.",
            "That year",
            "1852?",
        ),
        (
            "In November 1852 she fell ill. In May she was well. She left. She came back. That year she died.",
            "That year",
            "1853?",
        ),
    ],
)
def test_in_a_history_a_bare_date_is_of_the_year_that_the_story_is_in(
    nlp: Language, told: str, words: str, edtf: str
) -> None:
    assert times(nlp, LIFE + told)[words] == edtf


def test_news_counts_a_bare_date_from_its_own_whatever_years_it_names(nlp: Language) -> None:
    news = "He was elected in 2009, 2011 and 2014. He resigned on Friday. The vote of 2016 was void. It fell on 2 June."

    assert times(nlp, news)["2 June"] == "2018-06-02"


def test_a_day_that_the_year_of_the_story_does_not_have_stays_open(nlp: Language) -> None:
    assert times(nlp, LIFE + "In 1851 she fell ill. On 29 February she died.")["29 February"] == ""


def test_a_year_in_brackets_is_not_where_the_story_is(nlp: Language) -> None:
    text = LIFE + "In 1852 she read a poem by Heine (1844). On 2 June she died."

    assert times(nlp, text)["2 June"] == "1852-06-02?"


SIEGE = """The siege began in the autumn of 1941. On 8 September the last road was cut. By November bread was short.
On the night of 12 January a convoy crossed the ice. The following week a second one followed.

The first attempt to break the ring was made in August 1942, but it failed. On January 12, 1943, the army tried again.
Six days later the two fronts met. The railway was reopened on 7 February. At 10:30 a.m. on 14 January 1944 the final
offensive started. It lasted until the end of the month. In the 1950s new suburbs were built, and in 1957 the old line
closed. Two years earlier the first new one had opened.
"""


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("8 September", "1941-09-08?"),
        ("November", "1941-11?"),
        ("the night of 12 January", "1942-01-12?"),
        ("The following week", "1942-01-19?/1942-01-25?"),
        ("Six days later", "1943-01-18?"),
        ("7 February", "1943-02-07?"),
        ("the end of the month", "../1944-01-31~"),
        ("Two years earlier", "1955?"),
    ],
)
def test_the_story_of_a_siege_is_dated_by_its_own_years(nlp: Language, words: str, edtf: str) -> None:
    assert times(nlp, SIEGE)[words] == edtf


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("The pit closed in October 1985. By Christmas half the village had left.", "Christmas", "../1985-12-25?"),
        ("The team was founded in March 1998. It opens the season on May 5.", "May 5", "2019-05-05"),
        ("It was sold in March 2018. On May 5 it closed.", "May 5", "2018-05-05"),
    ],
)
def test_one_date_begins_a_story_of_what_is_past_and_near(nlp: Language, text: str, words: str, edtf: str) -> None:
    assert times(nlp, text)[words] == edtf


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("The pit was dug in May 1998. It will close in two years.", "in two years", "2021"),
        (
            "The firm dates from 1998. A ruling is due by the end of the month.",
            "the end of the month",
            "../2019-01-31~",
        ),
        (LIFE + "She died in 1872. Her house will open in three years.", "in three years", "2022"),
    ],
)
def test_what_lies_ahead_counts_from_publication_whatever_years_are_told(
    nlp: Language, text: str, words: str, edtf: str
) -> None:
    assert times(nlp, text)[words] == edtf


NEWS = "The mill was built in 1902, sold in 1951, sold again in 1988 and shut in 2015. Kesk lent it money in 2011. "


@pytest.mark.parametrize(
    ("told", "words", "edtf"),
    [
        ("A report, written last November, was never published. The bank paid in January.", "January", "2019-01"),
        ("She left last summer. Two men were held on 11 January.", "11 January", "2019-01-11"),
        ("Rask, now a baker, denies it. He wrote to us on 6 January.", "6 January", "2019-01-06"),
        # The story goes on in its year.
        ("On 6 May the mill burned down.", "6 May", "2011-05-06?"),
        ("A report was written in 2013. On 6 May the mill burned down.", "6 May", "2013-05-06?"),
        ("She left last summer. In 2013, on 6 May, the mill burned down.", "6 May", "2013-05-06"),
    ],
)
def test_a_background_does_not_date_the_news_after_it(told: str, words: str, edtf: str, nlp: Language) -> None:
    assert times(nlp, NEWS + told)[words] == edtf
