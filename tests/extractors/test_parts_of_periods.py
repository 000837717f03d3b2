"""What is told of *the year* near its ends, and of times that lie ahead of publication: no line contradicts itself."""

import datetime as dt

import pytest
from spacy.language import Language

from extractors import extract
from timeline.model import Article, Assertion, Basis, Published, Status, article_id


def line(nlp: Language, published: str, sentence: str) -> Assertion:
    """The first line of an article with one sentence."""
    dated = Published(dt.date.fromisoformat(published), Basis.PERSON)
    text = f"{sentence} Nobody was hurt, officials said."
    return extract(Article(id=article_id(text), name="x", text=text, published=dated), nlp).assertions[0]


@pytest.mark.parametrize(
    ("published", "sentence", "edtf"),
    [
        ("2019-01-02", "The tax was raised at the end of the year.", "2018-09~/2018-12~"),
        ("2019-01-15", "The firm paid a dividend in the last quarter of the year.", "2018-36"),
        ("2019-03-01", "The team won the cup in the second half of the year.", "2018-41"),
        ("2019-04-01", "The mayor resigned at the end of the month.", "2019-03-22~/2019-03-31~"),
        ("2018-12-31", "The firm will close at the start of the year.", "2019-01~/2019-04~"),
        ("2018-12-28", "A judge will sentence him in the first week of the year.", "2018-12-31/2019-01-06"),
        ("2019-04-06", "The council will vote at the beginning of the week.", "2019-04-08~/2019-04-09~"),
        ("2018-12-28", "The mayor will quit at the turn of the year.", "2019-01-01~"),
        ("2019-06-12", "The mayor resigned at the start of the month.", "2019-06-01~/2019-06-10~"),
    ],
)
def test_a_part_of_the_year_is_of_the_one_in_which_it_can_have_been(
    nlp: Language, published: str, sentence: str, edtf: str
) -> None:
    assert line(nlp, published, sentence).when.edtf == edtf


@pytest.mark.parametrize(
    "sentence",
    [
        "The firm promised a dividend at the end of the year.",
        "The mayor announced her resignation at the end of the year.",
        "The deadline was moved to the end of the year.",
    ],
)
def test_what_was_said_or_set_for_the_end_of_the_year_is_of_no_year_before(nlp: Language, sentence: str) -> None:
    assert "2024" not in line(nlp, "2025-02-13", sentence).when.edtf


@pytest.mark.parametrize(
    ("sentence", "edtf"),
    [
        ("The trial starts on May 5, 2019.", "2019-05-05"),
        ("The museum opens in 2021.", "2021"),
        ("The trial starts Friday week.", "2019-01-18"),
        ("The council meets on the last day of next month.", "2019-02-28"),
        ("The troops leave by the end of the month.", "2019-01-10/2019-01-31~"),
        ("The telescope, scheduled for launch in 2021, will look for planets.", "2021"),
    ],
)
def test_what_is_told_in_the_present_and_lies_ahead_is_planned(nlp: Language, sentence: str, edtf: str) -> None:
    read = line(nlp, "2019-01-10", sentence)
    assert (read.status, read.when.edtf) == (Status.PLANNED, edtf)


@pytest.mark.parametrize(
    "sentence", ["Parliament passed the budget for 2020.", "The city was chosen as the host of the games in 2026."]
)
def test_what_has_occurred_is_not_dated_after_publication_and_says_why(nlp: Language, sentence: str) -> None:
    read = line(nlp, "2019-03-01", sentence)
    assert (read.status, read.when.edtf) == (Status.OCCURRED, "../2019-03-01")
    assert "lies ahead" in read.when.derivation[-1].says


def test_an_anniversary_counts_from_the_nearest_such_days_whatever_its_verb_says(nlp: Language) -> None:
    assert line(nlp, "2019-11-06", "The ship sank 100 years ago on Friday.").when.edtf == "[1919-11-01,1919-11-08]"
    assert line(nlp, "2019-11-06", "The wall fell on November 9 thirty years ago.").when.edtf == "1989-11-09"


def test_the_friday_before_is_no_friday_of_publication(nlp: Language) -> None:
    dated = Published(dt.date(2019, 11, 6), Basis.PERSON)
    text = "The court ruled on Friday. It rejected the appeal the Friday before."
    ruled, rejected = extract(Article(id=article_id(text), name="x", text=text, published=dated), nlp).assertions
    assert (ruled.when.edtf, rejected.when.edtf) == ("2019-11-01", "2019-10-25?")


def test_a_weekday_beside_a_happening_without_a_day_stays_open(nlp: Language) -> None:
    assert "2019-11-01" not in line(nlp, "2019-11-06", "The mayor resigned the Friday before the vote.").when.edtf


def test_to_the_day_does_not_begin_the_day_after(nlp: Language) -> None:
    sentence = "The mayor resigned, three years to the day after her election on May 5."
    assert line(nlp, "2019-11-06", sentence).when.edtf != "2019-05-06"


@pytest.mark.parametrize(
    ("sentence", "first"),
    [
        ("The firm, which sold its ships in 2019, closed and dismissed its staff on Friday.", "2019"),
        ("She was born in Oslund and died on Friday.", "2026-03-06"),
        ("He studied law in Oslund and was elected mayor in 2012.", "2012"),
    ],
)
def test_a_clause_has_no_year_of_an_aside_and_no_birth_the_day_of_a_death(
    nlp: Language, sentence: str, first: str
) -> None:
    dated = Published(dt.date(2026, 3, 12), Basis.PERSON)
    read = extract(Article(id=article_id(sentence), name="x", text=sentence, published=dated), nlp).assertions
    by_verb = {sentence[slice(*one.trigger)]: one.when.edtf for one in read}
    assert not any(by_verb[verb].startswith(first) for verb in ("closed", "born", "studied") if verb in by_verb)
    assert first in by_verb.values()


def test_a_happening_known_by_its_day_is_over_when_that_is_past(nlp: Language) -> None:
    dated = Published(dt.date(2026, 3, 12), Basis.PERSON)
    text = "The board ordered an inquiry into the March 10 blaze."
    read = extract(Article(id=article_id(text), name="x", text=text, published=dated), nlp).assertions
    assert [(one.when.edtf, one.status) for one in read if text[slice(*one.trigger)] == "blaze"] == [
        ("2026-03-10", Status.OCCURRED)
    ]


@pytest.mark.parametrize(
    ("sentence", "verb", "edtf"),
    [
        ("A judge on Tuesday sentenced a man for a murder in 1985.", "sentenced", "2019-11-05"),
        ("The prime minister apologised for a massacre in 1937.", "apologised", ""),
        ("The man was convicted of a robbery in 2003.", "convicted", ""),
        ("He was sentenced to life for the killing of two sailors in 1999.", "sentenced", ""),
        ("The EU fined the firm for a cartel between 1999 and 2004.", "fined", ""),
        ("The museum bought a painting from 1650.", "bought", ""),
        ("She held the post from 2010.", "held", "2010"),
        ("The court moved the trial from March 3 to April 6.", "moved", "../2019-11-06"),
        ("Troops entered the city on the 75th anniversary of D-Day.", "entered", "2019-06-06"),
        ("The council will vote on the first Tuesday in November.", "vote", "2020-11-03"),
    ],
)
def test_a_verb_has_no_year_of_what_it_tells_of(nlp: Language, sentence: str, verb: str, edtf: str) -> None:
    dated = Published(dt.date(2019, 11, 6), Basis.PERSON)
    read = extract(Article(id=article_id(sentence), name="x", text=sentence, published=dated), nlp).assertions
    assert next(one.when.edtf for one in read if sentence[slice(*one.trigger)] == verb) == edtf


def test_a_happening_of_another_time_is_not_told_by_what_was_done_about_it(nlp: Language) -> None:
    dated = Published(dt.date(2019, 11, 6), Basis.PERSON)
    text = "The mayor resigned days after the Oct. 20 election."
    read = extract(Article(id=article_id(text), name="x", text=text, published=dated), nlp).assertions
    assert [one.title for one in read if one.when.edtf == "2019-10-20"] == ["The election"]
