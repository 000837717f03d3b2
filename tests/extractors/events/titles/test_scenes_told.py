"""Scenes with a line of their own are not told twice."""

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
            "All nine sailors on board died when the ferry went down on Monday.",
            "died",
            "All nine sailors on board died",
        ),
        (
            "The ferry served as a hospital ship, meaning doctors used it in May.",
            "served",
            "The ferry served as a hospital ship",
        ),
        ("A guard fell to the ground as the others ran away.", "fell", "A guard fell to the ground"),
        ("The girl was badly hurt, while two sailors drowned.", "was", "The girl was badly hurt"),
    ],
)
def test_a_scene_that_has_a_line_goes(read: Read, text: str, trigger: str, title: str) -> None:
    found = titles(read(text))
    assert found.get(trigger, title) == title
    assert title in found.values()


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("A ban on fishing came after two sailors drowned.", "after two sailors drowned"),
        ("The council only met after Rosa Lind resigned.", "after Rosa Lind resigned"),
        ("The crew did not leave when the alarm rang.", "when the alarm rang"),
        ("They closed the harbour when the council met.", "when the council met"),
        ("Work was under way in the hall before the fire began.", "before the fire began"),
        ("The ship turned back two hours after the alarm rang.", "after the alarm rang"),
    ],
)
def test_a_scene_stays_that_says_what_the_rest_does_not(read: Read, text: str, part: str) -> None:
    assert any(title.endswith(part) and title != part for title in titles(read(text)).values())
