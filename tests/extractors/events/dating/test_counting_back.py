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


@pytest.mark.parametrize(
    ("text", "trigger", "edtf"),
    [
        (
            "A clerk's note of 4 May 2017 calls it old. Three weeks after the note was written she was sacked.",
            "sacked",
            "2017-05-25?",
        ),
        (
            "A note of 4 May 2017 calls it old. Two days after the note was written she fled. In 2018 she wrote to us.",
            "fled",
            "2017-05-06?",
        ),
        # Another note, and one that is not dated.
        (
            "A clerk's note of 4 May 2017 calls it old. Three weeks after a note was written she was sacked.",
            "sacked",
            "",
        ),
        ("A clerk's note calls it old. Three weeks after the note was written she was sacked.", "sacked", ""),
    ],
)
def test_what_counts_from_the_making_of_a_dated_thing_counts_from_its_date(text: str, trigger: str, edtf: str) -> None:
    assert dates(text)[trigger] == edtf


@pytest.mark.parametrize(
    ("text", "trigger", "edtf"),
    [
        (
            "Between May 2012 and May 2016, the papers show, the port paid the firm for a channel.",
            "paid",
            "2012-05/2016-05",
        ),
        ("In May, the mayor said, the town sold the mill.", "sold", "2018-05"),
        ("On a cold morning in May 2017 Kesk left the mill.", "left", "2017-05"),
        # Not aside: it is what happened, or when it was said.
        ("In 2014, the mill closed, and its owner left.", "closed", "2014"),
        ("In May, the mayor said, “We sold the mill.”", "said", "2018-05"),
    ],
)
def test_a_time_before_who_says_so_dates_what_is_said(text: str, trigger: str, edtf: str) -> None:
    assert dates(text)[trigger] == edtf


@pytest.mark.parametrize(
    ("text", "trigger", "edtf"),
    [
        ("The chase ended on Friday at a pier, where divers found a car.", "found", "2019-01-25?"),
        ("A shop was robbed on Friday. Two officers gave chase but lost the car at a crossing.", "gave", "2019-01-25?"),
        (
            "A bus left on Friday evening. It drove off without lights, ignored a signal and hit a wall at 3.25am.",
            "ignored",
            "2019-01-26?",
        ),
        # Elsewhere and at another time.
        ("The chase ended on Friday at a pier, where divers had found a car.", "found", ""),
        (
            "A guard was shot on Friday.\n\nOn the second day of the trial the jury also saw a film.",
            "saw",
            "../2019-01-28",
        ),
    ],
)
def test_a_story_goes_on_where_and_as_it_is_joined(text: str, trigger: str, edtf: str) -> None:
    assert dates(text)[trigger] == edtf


@pytest.mark.parametrize(
    ("text", "trigger", "edtf"),
    [
        (
            "The mayor spoke on Friday. The speech came a week after an attack which halved output.",
            "halved",
            "2019-01-18",
        ),
        ("Lind won last month's runoff, which Kesk skipped.", "skipped", "2018-12?"),
        ("Lind won last month's runoff, which Kesk had skipped.", "skipped", "2018-12?"),
    ],
)
def test_what_is_told_of_a_dated_happening_has_its_time(text: str, trigger: str, edtf: str) -> None:
    assert dates(text)[trigger].rstrip("~") == edtf


@pytest.mark.parametrize(
    ("text", "trigger", "edtf"),
    [
        (
            "The council endorsed Lind on Friday.\n\nThe endorsement comes just three days after the mayor resigned.",
            "resigned",
            "2019-01-22",
        ),
        ("The council voted on Friday. The vote came a day after the mayor resigned.", "came", "2019-01-25?"),
        ("The mayor spoke on Friday. The speech came about a week after an attack on a mill.", "attack", "2019-01-18~"),
        ("The rebels left on 9 May 2017, two days after the collapse of talks, and took a pass.", "took", "2017-05-09"),
        (
            "In an email dated 12 May 2017 — seven months before the attack — Lind informed a clerk that she left.",
            "informed",
            "2017-05-12",
        ),
        # No day was told of, another thing comes, and what comes is still to come.
        ("The vote came a day after the mayor resigned.", "resigned", ""),
        ("The council voted on Friday. A reply came a day after the mayor resigned.", "came", ""),
        ("The council votes next Friday. The vote came a day after the mayor resigned.", "came", ""),
    ],
)
def test_what_came_so_long_after_something_is_of_the_day_told_of_last(text: str, trigger: str, edtf: str) -> None:
    assert dates(text)[trigger] == edtf
