"""Titles whose words still belong together where others were left out."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from extractors.events import events
from extractors.events.context.event_context import read_event_context
from extractors.events.titles.drafts import Draft
from extractors.events.titles.seams import is_torn, without_torn
from extractors.verb_groups.component import VerbGroups
from tests.extractors.parses.notation import parsed

Read = Callable[[str], Doc]


def titles(doc: Doc) -> dict[str, str]:
    return {doc[event.trigger[0]].text: event.title for event in events(doc)}


@pytest.mark.parametrize(
    ("text", "trigger", "title"),
    [
        (
            "The tug came down the coast into a narrow channel between Corran Head, where it was trying to anchor on "
            "Monday, and the old Skerra lighthouse.",
            "came",
            "The tug came down the coast into a narrow channel between Corran Head and the old Skerra lighthouse",
        ),
        (
            "The harbour was repaired on Monday not only for the ferries of Oslund but also because the council had "
            "promised the sailors a new pier in the spring before the vote.",
            "repaired",
            "The harbour was repaired",
        ),
        pytest.param(
            "The flag of Corran was previously in the news at the end of July based on unconfirmed reports.",
            "was",
            "The flag of Corran was previously in the news at the end of July based on unconfirmed reports",
            marks=pytest.mark.xfail(strict=True, reason="parse: *based on* is read as a clause of its own"),
        ),
        (
            "The captain's condition was on Wednesday reported to not be serious.",
            "reported",
            "The captain's condition was reported to not be serious",
        ),
        (
            "The Skerra News reported on Monday a Lorne government source, whom they did not name, said the ban is not "
            "part of any plan.",
            "reported",
            "The Skerra News reported a Lorne government source said the ban is not part of any plan",
        ),
    ],
)
def test_no_half_of_what_belongs_together_is_left_alone(read: Read, text: str, trigger: str, title: str) -> None:
    assert titles(read(text))[trigger] == title


def test_what_is_reported_stands_alone_where_its_sentence_is_too_long(read: Read) -> None:
    text = (
        "Harbour Minister Veronika Lind indicated on Monday the chances of those trapped being found alive were "
        "already diminishing."
    )
    told = "The chances of those trapped being found alive were already diminishing"
    assert titles(read(text))["were"] == told


@pytest.mark.parametrize(
    ("text", "trigger", "title"),
    [
        (
            "The silver medal was won by Otto Rask from Norway, who finished the race in nine minutes on Monday.",
            "finished",
            "Otto Rask finished the race in nine minutes",
        ),
        (
            "The mayor was hurt in a fire in Oslund on Friday, which killed nine people.",
            "killed",
            "The mayor was hurt in a fire in Oslund, which killed nine people",
        ),
    ],
)
def test_neither_a_country_is_who_did_it_nor_a_day_what_did_it(read: Read, text: str, trigger: str, title: str) -> None:
    assert titles(read(text))[trigger] == title


def test_who_stands_behind_a_time_does_not_go_with_it(read: Read) -> None:
    text = "In early May, Julia Payne, the Governor General of Canada, dissolved the council of the islands."
    title = "Julia Payne dissolved the council of the islands"
    assert titles(read(text))["dissolved"] == title


def test_most_of_some_people_keep_what_says_which_people(read: Read) -> None:
    text = (
        "The divers also found in nine ferries most of the sailors who drowned on Monday were hit by smoke made in "
        "another ferry."
    )
    assert "most of the sailors who drowned were hit by smoke" in titles(read(text))["hit"]


def test_what_is_seen_keeps_what_it_does(read: Read) -> None:
    text = (
        "Footage from the harbour of the old town of Oslund showed a group of sailors throwing stones at the council "
        "hall."
    )
    assert "sailors throwing stones" in titles(read(text))["showed"]


def test_a_hope_for_two_things_is_one_for_the_second(read: Read) -> None:
    text = "Otto Rask said, “I hope that Rosa Lind will come back and will answer the questions of the council.”"
    assert titles(read(text))["answer"].startswith("[Otto Rask]: “I hope that Rosa Lind will")


def test_what_is_quoted_is_verbatim_or_stands_without_marks(read: Read) -> None:
    doc = read("“We will repair the pier in May and open the harbour,” said Otto Rask.")
    assert titles(doc)["open"] == "[Otto Rask]: We will open the harbour"
    assert titles(doc)["repair"] == "[Otto Rask]: “We will repair the pier”"


def test_more_than_where_it_happened_goes_only_from_a_title_that_is_much_too_long(read: Read) -> None:
    text = "Otto Rask was unpopular in the harbour for his habit of selling tickets of the old ferry on Monday."
    assert titles(read(text))["was"].endswith("his habit of selling tickets of the old ferry")


@pytest.mark.parametrize(
    ("text", "trigger", "title"),
    [
        (
            "The party won a majority in the council at the next election and both Otto Rask and Rosa Lind claimed "
            "victory in the vote for the mayor, which again was marred by talk of fraud and lies.",
            "won",
            "The party won a majority in the council at the next election",
        ),
        ("A freelancer, he was an Oslund Awards finalist.", "was", "A freelancer, he was an Oslund Awards finalist"),
        (
            'US Secretary of State Otto Rask said the fire was "likely" Lorne\'s doing.',
            "was",
            'The fire was "likely" Lorne\'s doing',
        ),
        (
            "The council approved a budget with about a quarter as much money as the mayor had asked for.",
            "approved",
            "The council approved a budget with about a quarter as much money as the mayor had asked for",
        ),
        (
            "This year, the jury decided two sailors in addition to the winners sailed at such a high level and Otto "
            "Rask provided them with his own personal boats for the next races of the islands near Corran.",
            "decided",
            "The jury decided two sailors in addition to the winners sailed at such a high level",
        ),
        (
            "The researchers in Oslund established that poor harbours, specifically those without a pier, is "
            "especially bad for the spread of the northern ferries of the islands and their sailors.",
            "established",
            None,
        ),
    ],
)
def test_no_words_are_left_of_what_has_lost_its_verb_or_its_noun(
    read: Read, text: str, trigger: str, title: str | None
) -> None:
    told = titles(read(text))[trigger]
    assert told == title if title else not told.endswith("established that poor harbours")


def test_a_word_that_points_to_what_was_told_is_no_loose_end(read: Read) -> None:
    assert titles(read("The ferry was late. Rosa Lind denied that."))["denied"] == "Rosa Lind denied that"


def test_a_number_that_ends_the_text_is_no_error() -> None:
    doc = parsed("He:PRP:nsubj:left left:VBD:root Road:NNP:obj:left 51:CD:nummod:Road")
    context = read_event_context(VerbGroups()(doc))
    assert not is_torn(context, Draft((0, 1, 3), frozenset({0, 1}), (0, 4), top=1, subject=0))


def test_only_at_the_start_of_a_text_is_no_half_of_not_only() -> None:
    doc = parsed("Only:RB:advmod:left he:PRP:nsubj:left left:VBD:root Oslo:NNP:obj:left but:CC:cc:not not:RB:conj:left")
    context = read_event_context(VerbGroups()(doc))
    draft = Draft((0, 1, 2, 3), frozenset({1, 2}), (0, 6), top=2, subject=1)
    assert without_torn(context, draft) == draft
