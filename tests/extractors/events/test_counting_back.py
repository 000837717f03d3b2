"""When an event was by which a dated one is told: *was fired on Friday, six days after the ferry sank*."""

import pytest

from extractors import extract
from extractors.typed_dates.reading import read_day
from timeline.model import Article, Basis, Published, article_id


def dates(text: str) -> dict[str, str]:
    """The date of each event on a Monday, 28 January 2019, by trigger."""
    published = Published(read_day("2019-01-28"), Basis.PERSON)
    found = extract(Article(id=article_id(text), name="a", text=text, published=published))
    return {text[slice(*one.trigger)]: one.when.edtf for one in found.assertions}


@pytest.mark.parametrize(
    ("text", "trigger", "edtf"),
    [
        ("Rask was jailed last April, two months after Kesk sold the mill.", "sold", "2018-02~"),
        ("The mill closed in 2009, two years after its founder died.", "died", "2007~"),
        ("In March 1974, six months after the navy took power, soldiers shut the mill.", "took", "1973-09~"),
        ("In March 1974, six months after the navy took power, soldiers shut the mill.", "shut", "1974-03"),
        ("Rask quit on Thursday, hours after the council shut the mill.", "shut", "2019-01-24?"),
        (
            "The mayor resigned on Thursday, hours after the council shut the mill and two days after his deputy, the "
            "engineer Ada Kesk, walked out over cuts.",
            "walked",
            "2019-01-22",
        ),
        (
            "Thieves got in on 6 October 2018, five days after the maker of the lock published a warning about it.",
            "published",
            "2018-10-01",
        ),
        (
            "An alarm, raised at noon on Sunday, came less than an hour after the guards had gone.",
            "gone",
            "2019-01-27?",
        ),
        ("On Friday, a day after the raid, the mayor resigned.", "raid", "2019-01-24"),
        # A day can't be had from a month, and nothing is counted here.
        ("The mill closed in May, six days after its owner fled.", "fled", "2018-05?"),
        ("The mayor resigned on Thursday, after the council shut the mill.", "resigned", "2019-01-24"),
        ("The mayor resigned on Thursday, after the council shut the mill.", "shut", "2019-01-24?"),
    ],
)
def test_an_event_so_long_before_a_dated_one_has_its_date_from_that(text: str, trigger: str, edtf: str) -> None:
    assert dates(text)[trigger] == edtf
