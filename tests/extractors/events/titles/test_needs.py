"""Titles that keep what their words need: whole lists, what is to be done, of which ones something holds."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from extractors.events import events

Read = Callable[[str], Doc]


def titles(doc: Doc) -> dict[str, str]:
    return {doc[event.trigger[0]].text: event.title for event in events(doc)}


@pytest.mark.parametrize(
    ("text", "trigger", "title"),
    [
        (
            "The victims were named by the police on Monday as Otto Rask, Rosa Lind, Edda Brandt, Aaron Holm, Sunniva "
            "Moe, and Karl and Ingrid Dahl.",
            "named",
            "The victims were named by the police as Otto Rask, Rosa Lind, Edda Brandt, Aaron Holm, Sunniva Moe, and "
            "Karl and Ingrid Dahl",
        ),
        (
            "The storm closed the harbours of Corran, Oslund, Skerra, Lorne, Vesper, Holm, Tarn, and the old fishing "
            "port of Marsh End on Monday.",
            "closed",
            "The storm closed the harbours of Corran, Oslund, Skerra, Lorne, Vesper, Holm, Tarn, and the old fishing "
            "port of Marsh End",
        ),
        (
            "The police found 126 knives, eight coats, 16 old radios and two live dogs of the mayor in the ferry.",
            "found",
            "The police found 126 knives, eight coats, 16 old radios and two live dogs of the mayor",
        ),
        (
            "The storm damaged 143 boats including nine trawlers, twenty ferries, two tugs, and four old ships of the "
            "museum of Corran.",
            "damaged",
            "The storm damaged 143 boats",
        ),
    ],
)
def test_a_list_is_told_whole_or_not_at_all(read: Read, text: str, trigger: str, title: str) -> None:
    assert titles(read(text))[trigger] == title


@pytest.mark.parametrize(
    ("text", "trigger", "title"),
    [
        (
            "Otto Rask, a sailor for all his life and former mayor of the islands, suffered from bad dreams for years.",
            "suffered",
            "Otto Rask suffered from bad dreams for years",
        ),
        (
            "Rosa Lind, in her ninth year at the school for captains of Corran, won the second race of the islands.",
            "won",
            "Rosa Lind won the second race of the islands",
        ),
        (
            "The owner, a sailor of nine years and a judge of the islands, was taken to the old hospital of Corran.",
            "taken",
            "The owner was taken to the old hospital of Corran",
        ),
    ],
)
def test_what_stands_between_commas_goes_whole(read: Read, text: str, trigger: str, title: str) -> None:
    assert titles(read(text))[trigger] == title


@pytest.mark.parametrize(
    ("text", "trigger", "kept"),
    [
        (
            "Police in Corran said on Monday they had arrested a second sailor in connection with the theft of the "
            "golden anchor of Oslund.",
            "arrested",
            "in connection with the theft",
        ),
        pytest.param(
            "The council made a deal with the owners of the ferry to sell the old pier of Corran on condition they "
            "would repair the harbour.",
            "made",
            "on condition they would repair the harbour",
            marks=pytest.mark.xfail(strict=True, reason="parse: what the condition is hangs on “sell”"),
        ),
        (
            "The old rules condemned many poor sailors of the islands, often without means, to work in secret "
            "on old boats.",
            "condemned",
            "to work in secret",
        ),
        (
            "The harbour master has announced an order by the mayor of Corran to rebuild the old pier of the harbour "
            "before the winter storms come.",
            "announced",
            "to rebuild the old pier",
        ),
        (
            "The death rates were 49 percent for patients treated at the old hospital of Corran by army doctors.",
            "were",
            "for patients treated",
        ),
        (
            "Rask was convicted of making false statements and robbing the ferry company, among other crimes, in May "
            "in the Northern District of Corran.",
            "robbing",
            "convicted of robbing the ferry company",
        ),
        (
            "The rules forbid trips to the islands from today, with the exception of trips to the harbour of Corran.",
            "forbid",
            "with the exception of trips to the harbour of Corran",
        ),
    ],
)
def test_what_a_word_needs_is_kept(read: Read, text: str, trigger: str, kept: str) -> None:
    assert kept in titles(read(text))[trigger]


def test_what_something_was_used_for_can_go(read: Read) -> None:
    text = "The council of the islands used a yellow crane of the harbour of Corran to lift the wreck of the old ferry."
    assert titles(read(text))["used"] == "The council of the islands used a yellow crane of the harbour of Corran"


def test_a_noun_that_a_name_is_joined_to_keeps_its_words(read: Read) -> None:
    text = "Cabin boy and professional singer Rosa Lind attended the Saturday of the fair dressed as an old captain."
    assert titles(read(text))["attended"].startswith("Cabin boy and professional singer Rosa Lind attended")


@pytest.mark.parametrize(
    ("text", "trigger", "title"),
    [
        (
            "On Saturday, former Vice President of the United States Rosa Lind won the northern party's first council "
            "election in Oslund.",
            "won",
            "Rosa Lind won the northern party's first council election in Oslund",
        ),
        (
            "On Monday, Bishop Rosa Lind and fellow Northern Party Senator Otto Rask proposed to set limits to the "
            "taxes of all harbours.",
            "proposed",
            "Bishop Rosa Lind and Otto Rask proposed to set limits to the taxes of all harbours",
        ),
        (
            "On Monday, former northern council candidate Otto Rask and former Oslund mayor Rosa Lind announced their "
            "own support for the new pier.",
            "announced",
            "Otto Rask and former Oslund mayor Rosa Lind announced their own support for the new pier",
        ),
        (
            "Only President Otto Rask, who led the country during the second war of the islands, served the people of "
            "Lorne for longer.",
            "served",
            "Only President Otto Rask served the people of Lorne for longer",
        ),
    ],
)
def test_what_somebody_is_called_goes_whole_or_stays(read: Read, text: str, trigger: str, title: str) -> None:
    assert titles(read(text))[trigger] == title


def test_a_sentence_stands_where_its_clause_is_torn(read: Read) -> None:
    text = (
        "The first charged the mayor with a breach of trust, and the second accused him of obstruction of the council."
    )
    title = titles(read(text))["accused"]
    assert title.startswith("The first charged the mayor")
    assert title.endswith("of obstruction of the council")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("“Nobody will go home before Friday,” the mayor said.", "“Nobody will go home before Friday”"),
        ("No ship may leave until Friday.", "No ship may leave until Friday"),
        ("Nobody left on Friday.", "Nobody left"),
        ("All but one victim were found on Monday.", "All but one victim were found"),
    ],
)
def test_what_is_denied_only_for_a_time_keeps_it_and_all_keeps_who_is_left_out(
    read: Read, text: str, title: str
) -> None:
    assert events(read(text))[0].title == title


def test_a_noun_that_can_be_an_adverb_does_not_go_with_what_follows_it(read: Read) -> None:
    text = (
        "Rosa Lind announced that the council was keeping the right of closing the old harbour to the Republic of "
        "Zembla and the Duchy of Oslund as the inquiry proceeds."
    )
    assert titles(read(text))["keeping"] != "The council was keeping"
