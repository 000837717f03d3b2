"""Days that have a name in running text: which day, of which country, and which name is another thing's."""

import datetime as dt

import pytest
from spacy.language import Language

from extractors.time_expressions import time_expressions
from timeline.dates.resolve import Context, resolve
from timeline.model import Basis, Direction, Published, Sense
from timeline.when import When


def dated(nlp: Language, text: str, published: str, sense: Sense = Sense.PAST) -> list[When]:
    on = Published(dt.date.fromisoformat(published), Basis.PERSON)
    return [resolve(one.meaning, Context(on, Direction(sense))) for one in time_expressions(nlp(text))]


@pytest.mark.parametrize(
    ("text", "published", "edtf"),
    [
        ("He lost his job after the Sept. 11 attacks.", "2014-03-03", "2001-09-11"),
        ("He lost his leg in the Sept. 11 attack.", "2012-09-20", "[2001-09-11,2012-09-11]"),
        ("He lost his leg in the September 11 bombing.", "1998-09-20", "1998-09-11"),
        ("He lost his leg in the October 7 assault.", "2012-10-20", "2012-10-07"),
        ("The Jan. 6 committee heard him.", "2022-07-03", "2021-01-06"),
        ("He was hurt in the deadly June 9 blast.", "2019-06-20", "2019-06-09"),
        ("He was hurt in the June 9 blast.", "2019-10-20", "2019-06-09?"),
        ("He was hurt in the June 9 blast.", "2020-05-20", ""),
        ("The bank fell on Black Monday.", "2014-03-03", "1987-10-19"),
        ("The bank fell on Black Monday in 1929.", "2014-03-03", "1929-10-28"),
        ("They ran on Bloody Sunday.", "2014-03-03", ""),
        ("They ran in Selma on Bloody Sunday.", "2014-03-03", "1965-03-07"),
        ("The Irish team was there on Bloody Sunday.", "2014-03-03", "1920-11-21"),
        ("They danced on VE Day.", "2014-10-03", "1945-05-08"),
        ("They danced on VE Day.", "2014-05-12", "[1945-05-08,2014-05-08]"),
        ("They left two days before D-Day.", "2014-03-03", "1944-06-04"),
        ("They left on the eve of D-Day.", "2014-03-03", "1944-06-05"),
        ("They met on the 9/11 commission.", "2014-03-03", "2001-09-11"),
        ("The law has changed since Oct. 7.", "2024-06-12", "2023-10-07/.."),
        ("The law has changed since Sept. 11.", "2014-06-12", "[2001-09-11/..,2013-09-11/..]"),
        ("The attacks of September 11 shook them.", "2014-06-12", "2001-09-11"),
        ("The 11 September attacks shook them.", "2014-06-12", "2001-09-11"),
        ("He died in the Boxing Day fire.", "2014-01-10", "2013-12-26"),
        ("He died in the Boxing Day fire.", "2014-03-10", "2013-12-26?"),
        ("He died in the Boxing Day fire.", "2014-09-10", ""),
        ("He died in the Boxing Day tsunami.", "2014-09-10", "2004-12-26"),
        ("The Christmas truce of 1914 lasted.", "2014-09-10", "1914-12-25"),
        ("They met after the attacks of 26/11.", "2014-09-10", "2008-11-26"),
        ("The July 22 massacre on Utøya shook them.", "2014-06-12", "2011-07-22"),
        ("The July 22 massacre shook them.", "2014-06-12", "[2011-07-22,2013-07-22]"),
        ("They met over the July 4 weekend.", "2014-09-10", "2014-07-04/2014-07-06"),
        ("They met after the 7/7 bombings.", "2014-03-03", "2005-07-07"),
    ],
)
def test_what_happened_on_a_day_is_of_the_year_that_it_is_known_for(
    plain: Language, text: str, published: str, edtf: str
) -> None:
    assert [when.edtf for when in dated(plain, text, published)] == [edtf]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Two died in the Nov. 8 attack last year.", "2013-11-08"),
        ("Two died in the Nov. 8 attack of 2005.", "2005-11-08"),
        ("Two died in the Sept. 11 attack in 2012.", "2012-09-11"),
    ],
)
def test_a_year_behind_what_happened_tells_which(plain: Language, text: str, edtf: str) -> None:
    assert dated(plain, text, "2014-06-12")[0].edtf == edtf


def test_a_day_that_is_marked_each_year_is_the_next_one_where_the_words_look_ahead(plain: Language) -> None:
    assert [when.edtf for when in dated(plain, "They will mark VE Day.", "2014-05-02", Sense.FUTURE)] == ["2014-05-08"]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Flags flew in Mumbai on Independence Day.", "2018-08-15"),
        ("LAGOS - Flags flew on Independence Day.", "2018-10-01"),
        ("Flags flew on Nigerian Independence Day.", "2018-10-01"),
        ("Flags flew on Independence Day.", ""),
        ("Chicago police were busy. Flags flew on Independence Day.", "2018-07-04"),
        ("Shops in Toronto were shut on Thanksgiving.", "2018-10-08"),
        ("Shops were shut on Thanksgiving.", "2018-11-22"),
        ("Flowers sold out in Leeds on Mother's Day.", "2019-03-31"),
        ("Flowers sold out on Mother's Day.", "[2019-05-12,2019-03-31]"),
        ("They swam over the Thanksgiving weekend.", "2018-11-22~/2018-11-25~"),
        ("They swam over the Labor Day weekend of 2017.", "2017-09-02/2017-09-04"),
        ("They swam in Christmas week.", "2018-12-24/2018-12-30"),
        ("They swam the week before Easter.", "2019-04-14/2019-04-20"),
        ("They swam on the first day of Ramadan 2018.", "2018-05-16~"),
        ("They swim every Thanksgiving.", ""),
        ("They swam at Christmas '87.", "1987-12-25"),
        ("They swam on Thanksgiving Eve 2015.", "2015-11-25"),
        ("They swam on the spring bank holiday.", "2019-05-27"),
        ("They swam on Holocaust Memorial Day.", "2019-01-27"),
    ],
)
def test_a_holiday_goes_by_the_country_that_the_text_tells(plain: Language, text: str, edtf: str) -> None:
    assert [when.edtf for when in dated(plain, text, "2019-06-12")] == [edtf]


@pytest.mark.parametrize(
    "text",
    [
        "They swam on Confederate Memorial Day.",
        "They swam at Easter Road.",
        "They met Tariq Ramadan.",
        "They signed the Good Friday Agreement.",
        "They fought in the Yom Kippur War.",
        "They fled Black September.",
        "They fell on Silver Thursday.",
        "They swam off Christmas Island.",
        "They swam on Mad Friday.",
        "He got 7/7 in the test.",
        "The black cat sat by a good fire.",
        "Mayday calls were heard.",
    ],
)
def test_what_only_looks_like_the_name_of_a_day_is_none(plain: Language, text: str) -> None:
    assert time_expressions(plain(text)) == ()


def test_what_is_open_says_why(plain: Language) -> None:
    says = [
        dated(plain, text, "2019-06-12")[0].derivation[-1].says
        for text in (
            "Flags flew on Independence Day.",
            "They ran on Bloody Sunday.",
            "He was hurt in the August 9 blast.",
            "Taxes were due on Tax Day.",
        )
    ]
    assert says == [
        "stays open: countries have other days of that name, and the text tells of none whose day is known",
        "stays open: several days are known by that name, and the words don't tell which",
        "stays open: the words give no year, and news knows no happening by that day",
        "stays open: which day it fell on is not known here",
    ]


def test_what_is_known_by_its_day_says_what_it_was(plain: Language) -> None:
    (when,) = dated(plain, "The pound fell on Black Wednesday.", "2019-06-12")
    assert when.derivation[-1].says == "known by that name: the pound leaving the exchange rate mechanism"
    (other,) = dated(plain, "Toronto was shut on Thanksgiving.", "2019-06-12")
    assert other.derivation[-1].says == "the last day of that name in Canada before publication (Wed 12 Jun 2019)"
    (third,) = dated(plain, "Chicago was shut on Labor Day.", "2019-06-12")
    assert (
        third.derivation[-1].says
        == "the last day of that name in the United States before publication (Wed 12 Jun 2019)"
    )
