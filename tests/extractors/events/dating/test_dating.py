"""Which of the times in a sentence dates an event: its own, that of what it is within, or none."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from extractors.events import events
from extractors.time_expressions import time_expressions
from timeline.model import Sense, Tie

Read = Callable[[str], Doc]


def times(doc: Doc) -> dict[str, str | None]:
    """The words of the time of each event, by its trigger; of two events with one trigger the later."""
    spans = doc.spans["time_expressions"]
    found = ((doc[one.trigger[0]].text, one.time) for one in events(doc))
    return {word: None if time is None else spans[time].text for word, time in found}


@pytest.mark.parametrize(
    ("sentence", "trigger"),
    [
        (
            "“The line carries arms,” according to a letter on Monday by Minister Otto Rask.",
            "carries",
        ),
        ("Two men died, according to police on Friday.", "died"),
        ("Prices fell by 9 percent, according to a report released on Friday.", "fell"),
        ("By reports on Sunday, nine people died in the flood.", "died"),
        ("They leaked the letters to sway the 8 May election.", "leaked"),
    ],
)
def test_the_day_of_the_words_that_report_something_is_not_its_day(read: Read, sentence: str, trigger: str) -> None:
    assert times(read(sentence)).get(trigger) is None


@pytest.mark.parametrize(
    ("sentence", "tie"),
    [
        ("The museum closed on 8 May or on 9 May.", Tie.EITHER),
        ("The museum closed on Monday or reopened Tuesday.", Tie.OWN),
    ],
)
def test_only_a_small_word_stands_between_two_days_of_one_event(read: Read, sentence: str, tie: Tie) -> None:
    assert events(read(sentence))[0].tie is tie


def test_a_day_set_off_before_a_clause_without_a_verb_dates_nothing_there(read: Read) -> None:
    assert "safe" not in times(read("It was on Friday that all of them safe and well."))


@pytest.mark.parametrize(
    ("sentence", "trigger", "time"),
    [
        (
            "At 2:49 a.m. (7:49 a.m. UTC) on Saturday morning, the probe was launched.",
            "launched",
            "Saturday morning",
        ),
        ("By about 22:00 local time (2100 UTC) on Tuesday the roof was on the ground.", "was", "Tuesday"),
        ("In the 2016 Skerra council election, Rask lost in all towns.", "lost", "2016"),
        ("On Monday, the same day that the mayor left, the council met.", "left", "the same day"),
        ("The firm closed on Monday, when the licence that it had bought ran out.", "ran", "Monday"),
        ("A judge ordered the clerk held until his hearing on 5 April.", "ordered", None),
        ("The Harbour Fair 2019 returned to Corran from March 15 to 17.", "returned", "March 15 to 17"),
        ("In 2014, working with two divers from Corran, Mia Kesk found the wreck.", "found", "2014"),
        ("The crew went to a Christmas-themed fair.", "went", None),
        ("Last week, Skerra declared an emergency, with Corran following suit yesterday.", "declared", "Last week"),
        ("The ferry leaves next month on 2 August.", "leaves", "2 August"),
        ("Mr. Rask was shot in his kitchen shortly after he came home on Friday.", "shot", "Friday"),
        ("In its Friday issue, The Corran Post quoted an officer.", "quoted", "Friday"),
        ("The mayor worked with her to rebuild the port in the 1990s.", "worked", "the 1990s"),
        ("Rask said she had asked for his resignation Monday night.", "asked", "Monday night"),
        ("OSLUND, Va., Oct. 4 (NEWS) — The mayor praised the plan.", "praised", None),
        ("Rask had been released from prison in December.", "released", "December"),
        ("Exports fell from 96 million crates a year earlier.", "fell", None),
        (
            "Exports fell to $2 million, or 40 cents a share, from $3 million, or 60 cents a share, in 2012.",
            "fell",
            None,
        ),
        ("Profit at the mill grew a robust 19% from a year ago.", "grew", None),
        ("The turnout was up about three points from 2012 and two points from 2008.", "was", None),
        ("The mill was helped by timber prices higher than a year ago.", "helped", None),
        ("More barges were sold than in the flood year of 2012.", "sold", None),
        ("Third-quarter profit fell to $35 million from $70 million a year ago.", "fell", "Third-quarter"),
        ("Corran Dairies reported a third-quarter loss of $12 million.", "reported", "third-quarter"),
        ("The crew worked there from May 2012 to June 2013.", "worked", "May 2012 to June 2013"),
        ("The ferry left the yard no later than 2012.", "left", "2012"),
        ("Nearly 12 percent of the guild voted, the second highest share in the past 24 years.", "voted", None),
        ("Nine barges sank in the past two years.", "sank", "the past two years"),
        ("The choir sang at all fairs until her retirement in 2018.", "retirement", "2018"),
        ("After an honorary discharge from the fleet in 2006, Rask went home.", "discharge", "2006"),
        ("The refinery burned after the earthquake of May 1973.", "earthquake", "May 1973"),
        ("The refinery burned after the earthquake of May 1973.", "burned", "May 1973"),
        ("Before the vote in the council on Monday, Rask left.", "vote", "Monday"),
    ],
)
def test_of_several_times_the_one_that_its_verb_is_told_with_dates_it(
    read: Read, sentence: str, trigger: str, time: str | None
) -> None:
    assert times(read(sentence))[trigger] == time


@pytest.mark.parametrize(
    ("text", "trigger", "time"),
    [
        (
            "In February, mayors attended a summit. During the summit, Rask said the port was closed.",
            "said",
            "In February",
        ),
        (
            "He was at the August 2017 march on Skerra. In that event, a car hit the crowd.",
            "hit",
            "August 2017",
        ),
        ("He was at the May 2017 Hands Off the Lake march. In that event, a car hit the crowd.", "hit", "May 2017"),
        ("The parade was held on Monday. At the parade she fell.", "fell", "Monday"),
    ],
)
def test_what_is_told_within_a_dated_happening_has_its_time_with_a_doubt(
    read: Read, text: str, trigger: str, time: str
) -> None:
    doc = read(text)
    assert times(doc)[trigger] == time.removeprefix("In ")
    assert next(one.tie for one in events(doc) if doc[one.trigger[0]].text == trigger) is Tie.SCENE


@pytest.mark.parametrize(
    "text",
    [
        "The parade was held on Monday. At a parade in Corran she fell.",
        "She fell at the parade. The parade was held on Monday.",
    ],
)
def test_another_happening_is_not_taken_up(read: Read, text: str) -> None:
    doc = read(text)
    assert next(one.tie for one in events(doc) if doc[one.trigger[0]].text == "fell") is not Tie.SCENE


def test_a_verb_whose_subject_a_parse_has_lost_points_back(read: Read) -> None:
    court = "the Superior Court of Skerra (SCS) — the highest court on matters of Lorne Union (LU) law —"
    doc = read(f"On Friday, {court} ruled in regard to the case “Mia Kesk-Lorne vs. Harbour Skerra Limited”.")
    direction = time_expressions(doc)[0].direction
    assert Sense.PAST in (direction.sense, direction.likelier)


@pytest.mark.parametrize(
    ("sentence", "trigger", "time"),
    [
        ("The court postponed the trial to 3 October.", "postponed", None),
        ("The state has extended its curfew until 1 May.", "extended", None),
        ("On Thursday the mayor extended the curfew to 1 May.", "extended", "Thursday"),
        ("Otto Rask announced his resignation effective next Wednesday, 31 July.", "announced", None),
        ("The council has declared tomorrow a day of mourning.", "declared", None),
        ("The talks were moved to next Monday.", "moved", None),
        ("The planned launch on Wednesday afternoon was scrubbed.", "scrubbed", None),
        ("More events have been planned until December.", "planned", "December"),
        ("Rosa Lind left on Thursday for Skerra.", "left", "Thursday"),
        ("The ferry sank. Two days after the sinking its owner was arrested.", "arrested", "Two days"),
    ],
)
def test_what_lies_ahead_of_a_past_act_is_no_time_of_it(
    read: Read, sentence: str, trigger: str, time: str | None
) -> None:
    found = times(read(sentence))[trigger]
    assert (None if found is None else found.removeprefix("On ")) == (
        None if time is None else time.removeprefix("On ")
    )


def test_a_time_before_its_clause_behind_that_points_where_the_clause_does(read: Read) -> None:
    doc = read("The minister announced that from 15 June the use of masks would be compulsory.")
    (june,) = (one for one in time_expressions(doc) if "June" in one.text)
    assert Sense.FUTURE in (june.direction.sense, june.direction.likelier)


def test_what_something_follows_is_past(read: Read) -> None:
    doc = read("The strike follows a ruling in April.")
    (april,) = time_expressions(doc)
    assert april.direction.sense is Sense.PAST


def test_what_is_due_out_lies_ahead(read: Read) -> None:
    (may,) = time_expressions(read("A fourth book is due out in May."))
    assert may.direction.sense is Sense.FUTURE
