"""What grammar lets go from a title, so that what is left is a sentence and still true."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from extractors.events.context.event_context import read_event_context
from extractors.events.titles.commas import sentence_draft
from extractors.events.titles.sparable import sparable

Read = Callable[[str], Doc]


def left_out(doc: Doc, trigger: str) -> set[str]:
    """The branches that the sentence of a trigger can do without."""
    context = read_event_context(doc)
    at = next(token.i for token in doc if token.text == trigger)
    draft = sentence_draft(context, context.sentence(at), at)
    return {" ".join(doc[one].text for one in sorted(branch.words)) for branch in sparable(context, draft)}


@pytest.mark.parametrize(
    ("text", "trigger", "gone"),
    [
        ("A heavy storm damaged several old piers.", "damaged", {"heavy"}),
        ("The captain quickly left a small burning ship.", "left", {"quickly"}),
        ("The mayor praised the crew during a festival.", "praised", {"during a festival"}),
        ("The police arrested a young sailor from Corran.", "arrested", {"from Corran"}),
    ],
)
def test_adjectives_manners_and_what_a_preposition_adds_can_go(
    read: Read, text: str, trigger: str, gone: set[str]
) -> None:
    assert gone <= left_out(read(text), trigger)


@pytest.mark.parametrize(
    ("text", "trigger", "kept"),
    [
        ("The former mayor opened the pier.", "opened", "former"),
        ("The alleged thief left the ship.", "left", "alleged"),
        ("The police arrested a fake captain.", "arrested", "fake"),
        ("The planned ferry angered the sailors.", "angered", "planned"),
        ("The captain narrowly won the vote.", "won", "narrowly"),
        ("The captain allegedly sold the ship.", "sold", "allegedly"),
    ],
)
def test_what_makes_something_else_of_what_it_is_said_of_stays(read: Read, text: str, trigger: str, kept: str) -> None:
    assert kept not in left_out(read(text), trigger)


@pytest.mark.parametrize(
    ("text", "trigger", "kept"),
    [
        ("The council banned foreign ferries.", "banned", "foreign"),
        ("The council lifted a ban on foreign ferries.", "lifted", "foreign"),
        ("The minister opposed the new tax.", "opposed", "new"),
        ("The council stopped night trains with old engines.", "stopped", "old"),
        ("The captain did not sell the old ship.", "sell", "old"),
        ("No foreign ferry left the harbour.", "left", "foreign"),
        ("All foreign ferries left the harbour.", "left", "foreign"),
        ("It was the worst recent storm that hit the pier.", "was", "recent"),
        ("The most important old ferry left the harbour.", "left", "most important"),
        ("The sailors did not leave when the storm rose.", "leave", "when the storm rose"),
        ("Rosa Lind denied that she had sailed from Corran.", "denied", "from Corran"),
    ],
)
def test_what_holds_of_one_kind_alone_keeps_its_kind(read: Read, text: str, trigger: str, kept: str) -> None:
    assert kept not in left_out(read(text), trigger)


@pytest.mark.parametrize(
    ("text", "trigger", "kept"),
    [
        ("The sailor was taken ashore in critical condition.", "taken", "critical"),
        ("An old captain left the ship.", "left", "old"),
        ("Rosa Lind was a good captain.", "was", "good"),
        ("The rich and old captain left the ship.", "left", "old"),
        ("The northern pier burned.", "burned", "northern"),
        ("The foreign minister left the ship.", "left", "foreign"),
        ("The wrongful death lawsuit angered the company.", "angered", "wrongful"),
    ],
)
def test_an_adjective_stays_where_the_noun_cannot_stand_without(read: Read, text: str, trigger: str, kept: str) -> None:
    assert kept not in left_out(read(text), trigger)


@pytest.mark.parametrize(
    ("text", "trigger", "kept"),
    [
        ("The ferry left the harbour without its captain.", "left", "without its captain"),
        ("The council consists of nine members.", "consists", "of nine members"),
        ("Nine of the sailors left the ship.", "left", "of the sailors"),
        ("The number of fires in Corran rose.", "rose", "of fires in Corran"),
        ("Nine percent of the sailors left the ship.", "left", "of the sailors"),
        ("A small closure of the pier angered the sailors.", "angered", "of the pier"),
        ("A new ambassador to Zembla left the ship.", "left", "to Zembla"),
        ("Rosa Lind was the first sailor to cross the sea in nine days.", "was", "in nine days"),
        ("Mayor and captain Rosa Lind left the ship.", "left", "captain"),
        ("The outcome of the vote angered the sailors.", "angered", "of the vote"),
        ("The mayor gave the ferry to a museum.", "gave", "to a museum"),
    ],
)
def test_what_takes_back_or_makes_whole_stays(read: Read, text: str, trigger: str, kept: str) -> None:
    assert kept not in left_out(read(text), trigger)
