"""Which events of different articles may be one: what speaks for it, and what against."""

import datetime as dt
from typing import Any

import pytest
from msgspec.structs import replace

from tests.timeline.builders import MONDAY, by_metadata, person, reading
from tests.timeline.export.chronicle import timeline_of
from timeline.accounts import clashes_of
from timeline.collection import Timeline
from timeline.edits import REJECTED, YES, Edit, EditKind
from timeline.model import Actor, ActorKind, Extraction, Polarity, Status
from timeline.proposals import proposals

VARGA, ORR = person("Ilse Varga"), person("Tom Orr")


def families(trigger: str) -> frozenset[str]:
    """Words are of the family that they share four letters with."""
    return frozenset({trigger[:4]})


def report(sentence: str, word: str, *actors: Actor, rest: str = "", day: dt.date = MONDAY, **told: Any) -> Extraction:
    """An article with one event, told by `word`; `rest` stands behind it."""
    read = reading(sentence, actors=actors, published=by_metadata(day), **told)
    at = sentence.index(word)
    (one,) = read.assertions
    article = replace(read.article, text=f"{read.article.text}{rest}")
    return replace(read, article=article, assertions=(replace(one, trigger=(at, at + len(word))),))


def described(noun: str, article: Extraction) -> Extraction:
    """The same, in which an actor without a name takes part, known within the article alone."""
    actor = Actor(id=f"described-{article.article.id}-{noun}", name=noun, kind=ActorKind.VEHICLE)
    (one,) = article.assertions
    (part,) = one.participants
    took_part = replace(one, participants=(replace(part, actor=actor.id),))
    return replace(article, actors=(actor,), assertions=(took_part,))


def pairs(timeline: Timeline) -> set[frozenset[str]]:
    """The events that may be one, by their titles."""
    found = (one for one in proposals(timeline, families) if one is not None)
    return {frozenset({timeline.entry(one.event).title, timeline.entry(one.other).title}) for one in found}


FIRST = report("Ilse Varga resigned on Saturday.", "resigned", VARGA)


def test_the_same_deed_of_the_same_person_on_one_day_may_be_one() -> None:
    other = report("On Saturday Ilse Varga resigns.", "resigns", VARGA)
    assert pairs(timeline_of([FIRST, other])) == {
        frozenset({"Ilse Varga resigned on Saturday", "On Saturday Ilse Varga resigns"})
    }


@pytest.mark.parametrize(
    "other",
    [
        report("Ilse Varga resigned on Friday, they say.", "resigned", VARGA),
        report("Ilse Varga resigned, they say.", "resigned", VARGA),
        report("Ilse Varga laughed on Saturday.", "laughed", VARGA),
        report("Tom Orr resigned on Saturday.", "resigned", ORR),
        report("Ilse Varga had resigned on Saturday.", "resigned", VARGA, status=Status.ALLEGED),
        report("Ilse Varga never resigned on Saturday.", "resigned", VARGA, polarity=Polarity.NEGATIVE),
        report("Saturday: Ilse Varga resigned a week later.", "resigned", VARGA, day=MONDAY + dt.timedelta(7)),
    ],
    ids=["day", "undated", "deed", "person", "status", "polarity", "week"],
)
def test_what_differs_in_more_than_its_figures_is_not_proposed(other: Extraction) -> None:
    assert not pairs(timeline_of([FIRST, other]))


def test_what_is_told_of_one_day_in_the_same_words_may_be_one_whoever_is_in_it() -> None:
    first = report("A fire destroyed the warehouse on Saturday.", "destroyed")
    other = report("The fire destroyed a warehouse on Saturday.", "destroyed", publisher="Herald")
    assert len(pairs(timeline_of([first, other]))) == 1


@pytest.mark.parametrize(
    "sentence",
    ["It destroyed the warehouse on Saturday.", "They sank on Saturday.", "A fire destroyed the warehouse last week."],
    ids=["pointing", "few words", "no single day"],
)
def test_the_same_words_are_too_little_where_they_say_not_what_or_when(sentence: str) -> None:
    word = "sank" if "sank" in sentence else "destroyed"
    told = [report(sentence, word), report(sentence, word, publisher="Herald", rest=" More.")]
    assert not pairs(timeline_of(told))


def test_one_who_is_named_in_full_may_be_who_is_named_by_the_last_name() -> None:
    olsen, marta, jon = person("Olsen"), person("Marta Olsen"), person("Jon Olsen")
    short = report("Olsen resigned on Saturday.", "resigned", olsen)
    full = report("On Saturday Marta Olsen resigned.", "resigned", marta)
    other = report("Jon Olsen resigned Saturday.", "resigned", jon)
    assert len(pairs(timeline_of([short, full]))) == 1
    assert not pairs(timeline_of([full, other]))


def test_two_events_of_one_article_are_not_proposed() -> None:
    both = reading(
        "Ilse Varga left on Saturday.", "Ilse Varga left Saturday.", actors=[VARGA], published=by_metadata(MONDAY)
    )
    assert not pairs(timeline_of([both]))


def test_what_is_described_alike_may_be_one_where_the_articles_have_names_in_common() -> None:
    first = report("The ferry sank on Saturday.", "sank", person("ferry"), rest=" It left Port Ansel for Marrow Point.")
    other = report("A ferry sank Saturday.", "sank", person("ferry"), rest=" The way from Port Ansel to Marrow Point.")
    elsewhere = report("Another ferry sank Saturday.", "sank", person("ferry"), rest=" It was off New Varn Island.")
    timeline = timeline_of(
        [described("the ferry", first), described("a passenger ferry", other), described("another ferry", elsewhere)]
    )
    assert pairs(timeline) == {frozenset({"The ferry sank on Saturday", "A ferry sank Saturday"})}


def test_what_a_person_took_out_of_the_list_is_not_proposed() -> None:
    other = report("On Saturday Ilse Varga resigns.", "resigns", VARGA)
    for kind, value in ((EditKind.REVIEW, REJECTED), (EditKind.HIDE, YES)):
        taken = Edit(number=1, kind=kind, target=other.events[0].id, value=value)
        assert not pairs(timeline_of([FIRST, other], [taken]))


def test_what_is_joined_is_not_proposed_any_more() -> None:
    other = report("On Saturday Ilse Varga resigns.", "resigns", VARGA)
    join = Edit(number=1, kind=EditKind.JOIN, target=other.events[0].id, value=FIRST.events[0].id)
    assert not pairs(timeline_of([FIRST, other], [join]))


def test_figures_that_differ_are_told_each_with_what_it_counts() -> None:
    first = report("A ferry sank on Saturday with 12 people.", "sank")
    other = report("A ferry sank on Saturday with 15 people.", "sank")
    timeline = timeline_of([first, other])
    one, its = timeline.entries
    ((ours, theirs),) = clashes_of(one, its, timeline)
    assert {ours.number, theirs.number} == {"12", "15"}
    assert (ours.of, theirs.of) == ("people", "people")


def test_looking_for_them_takes_as_many_comparisons_more_as_there_are_events_more(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    compared = []

    def timeline_with(articles: int) -> Timeline:
        days = (MONDAY + dt.timedelta(7 * (number // 40)) for number in range(articles))
        told = (
            report(f"Ilse Varga resigned on Saturday {n}.", "resigned", VARGA, day=day) for n, day in enumerate(days)
        )
        return timeline_of(told)

    monkeypatch.setattr("timeline.proposals._may_be_one", lambda *_: compared.append(1))
    counts = []
    for articles in (200, 400):
        compared.clear()
        list(proposals(timeline_with(articles), families))
        counts.append(len(compared))
    assert counts[1] < 2.2 * counts[0]
