"""Words of time that name no day, or only with what stands around them: what something takes, names, titles, wishes."""

import datetime as dt

import pytest
from spacy.language import Language

from extractors.extraction import from_doc
from extractors.pipeline import process
from timeline.dates.article_dates import resolve_expression
from timeline.model import Article, Basis, Published

ON = Published(dt.date(2020, 2, 11), Basis.PERSON)


def dated(nlp: Language, text: str) -> dict[str, str]:
    article = from_doc(Article(id="a", name="a", text=text, published=ON), process(nlp, text), extractor="test").article
    whens = ((one.text, resolve_expression(article, at).edtf) for at, one in enumerate(article.time_expressions))
    return {words: edtf for words, edtf in whens if edtf}


@pytest.mark.parametrize(
    "text",
    [
        "Divers can clear the harbour in nine days.",
        "The crew said it could mend the mast in two weeks.",
        "The Fortune 1000 firms met.",
        "A BMW 2002 was stolen.",
        "A Peugeot 2008 was stolen.",
        "Her first novel, “A Week in March”, was sold.",
        "She sang “One Night in May” to them.",
        "The rains came two weeks later than usual.",
        "In week 12 of the trial a juror fell ill.",
        "The Week 6 game was lost.",
    ],
)
def test_what_names_no_day_is_given_none(nlp: Language, text: str) -> None:
    assert dated(nlp, text) == {}


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("The strike could begin in three weeks.", "in three weeks", "2020-03-02/2020-03-08"),
        ("He won gold at Rio 2016.", "2016", "2016"),
        ("He won gold at the Olympics 2012.", "2012", "2012"),
        ("In 2014 ministers said so.", "2014", "2014"),
        ("He said “I will leave on Friday” and left.", "Friday", "2020-02-14"),
        ("“We lost in May but we can win in June,” she said.", "May", "2019-05"),
        ("The ferry will be back a week on Friday.", "a week on Friday", "2020-02-21"),
        ("The ferry will be back a week tomorrow.", "a week tomorrow", "2020-02-19"),
        ("Losses widened in the half-year to June 30, 2018.", "the half-year to June 30, 2018", "2018-01/2018-06"),
        ("Losses widened in calendar week 5.", "week 5", "2020-01-27/2020-02-02"),
        ("She moved here 3 mths ago.", "3 mths ago", "2019-11"),
        ("The mayor wants the bridge repaired by May.", "May", "../2020-05"),
        ("Workers need the wages paid by Friday.", "Friday", "../2020-02-14"),
        ("The bridge was repaired by December.", "December", "../2019-12"),
        ("He was born on a cold December day in 1804.", "December day in 1804", "1804-12"),
        ("The bridge fell one May morning in 1921.", "May morning in 1921", "1921-05"),
        ("Sales fell in week 50.", "week 50", "2019-12-09/2019-12-15"),
        ("The figures for week 6 were bad.", "week 6", "2020-02-03/2020-02-09"),
        ("The court sat on the first and third Tuesdays of March 2019.", "the first", "2019-03-05"),
        ("The court sat on the first and third Tuesdays of March 2019.", "third Tuesdays of March 2019", "2019-03-19"),
        (
            "Rents rose in May 2019, up from the same period a year earlier.",
            "the same period a year earlier",
            "2018-05",
        ),
        ("A man has been held since Thurs near the port.", "Thurs", "2020-02-06/.."),
        ("Ministers promised in 2015 that the line would open in two years.", "in two years", "2017?"),
        ("Ministers promised that the line would open in two years.", "in two years", "2022"),
        ("Denying all in the spring of 2004, she quit in late June.", "late June", "2004-06-21~/2004-06-30~"),
    ],
)
def test_a_time_counts_from_what_stands_around_it(nlp: Language, text: str, words: str, edtf: str) -> None:
    assert dated(nlp, text)[words] == edtf


def test_what_was_promised_in_a_year_counts_from_no_day_of_it(nlp: Language) -> None:
    assert dated(nlp, "They said in 2010 they would build the wall in five months.") == {"2010": "2010"}


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Talks with the union begin on Monday.", "2020-02-17"),
        ("The new timetable takes effect on Sunday.", "2020-02-16"),
        ("Her trial starts in March.", "2020-03"),
        ("Registration closes on Friday; fees are due then.", "2020-02-14"),
        ("The dispute goes back to December.", "2019-12"),
        ("Talks with the union have begun on Monday.", "2020-02-10"),
        ("The minister says on Monday that she agrees.", "[2020-02-10,2020-02-17]"),
        ("Minister meets union on Monday", "[2020-02-10,2020-02-17]"),
    ],
)
def test_the_present_of_what_is_set_for_a_day_lies_ahead(nlp: Language, text: str, date: str) -> None:
    assert list(dated(nlp, text).values()) == [date]
