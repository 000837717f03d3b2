"""Clauses that tell of nothing: what is compared, wanted or thought."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from extractors.events import events

Read = Callable[[str], Doc]


def triggers(doc: Doc) -> set[str]:
    return {doc[event.trigger[0]].text for event in events(doc)}


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("He left the room as though he had lost the vote.", "lost"),
        ("Lind argued that the intent was to stop the debate, as the court found.", "found"),
        ("Both mayors questioned the owner’s power to do as he proposed.", "proposed"),
        ("The minister will seek a remedy so that every voter will be heard.", "heard"),
        ("In Otto Rask’s opinion, the most difficult part was the crossing.", "was"),
        ("The bill would allow the council to remove people who had been accused of crimes.", "accused"),
        ("The guardrail will be examined to determine if it had worked.", "worked"),
        ("Police were looking into whether a note posted online was written by the suspect.", "written"),
        ("“I am in awe of the people who ran towards it,” Lind said.", "ran"),
    ],
)
def test_what_is_compared_wanted_or_thought_is_not_told_to_happen(read: Read, text: str, trigger: str) -> None:
    assert trigger not in triggers(read(text))


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The ship turned so that nine were hurt.", "hurt"),
        ("In view of the storm, the ferry was late on Monday.", "was"),
        ("Nine were hurt as the ferry turned.", "turned"),
        ("“My heart is with Oslund, which the council has now closed,” Lind said.", "closed"),
        ("The council would help ships, which had left Corran in May.", "left"),
        ("Nine people who ran towards it were hurt.", "ran"),
    ],
)
def test_what_follows_or_goes_along_is_told(read: Read, text: str, trigger: str) -> None:
    assert trigger in triggers(read(text))


def test_how_often_something_was_done_for_each_tells_of_none_of_them(read: Callable[[str], Doc]) -> None:
    doc = read("Bells rang nine times on Sunday, once for each person who died.")
    assert [doc[one.trigger[0]].text for one in events(doc)] == ["rang"]
