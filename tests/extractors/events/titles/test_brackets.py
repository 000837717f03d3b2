"""What stands in square brackets in a title fits where it stands: what sank is no museum."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from extractors.events import events

Read = Callable[[str], Doc]


def titles(doc: Doc) -> list[str]:
    return [event.title for event in events(doc)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The museum bought a ship in 1990. It sank in the harbour on Monday.", "[A ship] sank in the harbour"),
        ("Kesk Air bought a new jet in May. It crashed near Oslund.", "[A new jet] crashed near Oslund"),
        (
            "The Weather Center of Zembla named the storm on Friday. It made landfall near Corran on Sunday.",
            "[The storm] made landfall near Corran",
        ),
        (
            "The council ran the ferry for years. It made a loss of nine million crowns in 2019.",
            "[The council] made a loss of nine million crowns",
        ),
    ],
)
def test_what_only_a_thing_does_no_body_is_named_for(read: Read, text: str, told: str) -> None:
    assert titles(read(text))[-1] == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The head of the school resigned. The head left on Monday. Her father was arrested on Tuesday.",
            "Her father was arrested",
        ),
        (
            "Rosa Lind, the head of the school, resigned on Monday. Her father was arrested on Tuesday.",
            "[Rosa Lind]’s father was arrested",
        ),
        (
            "The head of the school resigned on Monday. Her father was arrested on Tuesday.",
            "[The head of the school]’s father was arrested",
        ),
    ],
)
def test_a_bare_role_owns_nothing_in_brackets(read: Read, text: str, told: str) -> None:
    assert titles(read(text))[-1] == told


def test_what_is_told_apart_by_what_is_said_of_it_has_no_other_name(read: Read) -> None:
    text = (
        "The Green Party named Otto Rask as its candidate on Monday. Otto Rask, the candidate, spoke in Oslund. "
        "Edda Brandt was not the candidate whom the sailors backed."
    )
    assert not any("not [Otto Rask]" in title for title in titles(read(text)))


def test_who_speaks_begins_with_a_capital_before_their_words(read: Read) -> None:
    doc = read("“We raised the old pier of Corran,” the senator said on Monday.")
    assert any(event.title == "[The senator]: “We raised the old pier of Corran”" for event in events(doc))


@pytest.mark.parametrize(
    ("before", "told"),
    [
        (
            "Oslund Ferries Corp., a company in Corran, sold two boats in May. The company closed a pier.",
            "[Oslund Ferries Corp.] hired nine sailors",
        ),
        ("The union sued the company Oslund Ferries in May.", "The company hired nine sailors"),
        (
            "Oslund Ferries Corp. was the first company to sell its boats in May. Rask Tugs Ltd. bought two boats.",
            "The company hired nine sailors",
        ),
    ],
)
def test_a_company_is_named_again_where_it_did_something_under_its_name_and_no_other_is_named_since(
    read: Read, before: str, told: str
) -> None:
    assert titles(read(f"{before} The company hired nine sailors on Tuesday."))[-1] == told


@pytest.mark.parametrize(
    ("before", "told"),
    [
        ("The Oslund Corp. sailors met in May.", "The company hired nine sailors"),
        ("Sailors of Oslund Ferries Corp. met in May.", "The company hired nine sailors"),
        ("Oslund Ferries Corp. sued Skerra Tugs Ltd. in May.", "The company hired nine sailors"),
        ("Oslund Ferries Corp. sold two boats in May.", "[Oslund Ferries Corp.] hired nine sailors"),
    ],
)
def test_the_company_is_the_only_one_named_before_that_did_something(read: Read, before: str, told: str) -> None:
    assert titles(read(f"{before} The company hired nine sailors on Tuesday."))[-1] == told
