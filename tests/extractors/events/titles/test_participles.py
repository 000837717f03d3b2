"""Participles as sentences of their own."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from extractors.events import events
from extractors.events.titles.participles import past_of

Read = Callable[[str], Doc]


def titles(doc: Doc) -> dict[str, str]:
    return {doc[event.trigger[0]].text: event.title for event in events(doc)}


@pytest.mark.parametrize(
    ("text", "trigger", "title"),
    [
        (
            "Mayor Lind flew to Oslund on Monday, observing the rescue and visiting the wounded.",
            "visiting",
            "Mayor Lind visited the wounded",
        ),
        ("A storm hit Oslund on Monday, killing nine people and injuring 20.", "killing", "A storm killed nine people"),
        (
            "Otto Rask emigrated to Corran to pursue his studies, before moving to Skerra in 1939.",
            "moving",
            "Otto Rask moved to Skerra",
        ),
        (
            "Rosa Lind was arrested on Friday, having fled Oslund in May.",
            "fled",
            "Rosa Lind had fled Oslund",
        ),
    ],
)
def test_a_participle_is_told_as_a_sentence(read: Read, text: str, trigger: str, title: str) -> None:
    assert titles(read(text))[trigger] == title


@pytest.mark.parametrize(
    "text", ["The storm followed another off Corran, killing three.", "The strike ended on Monday, killing hopes."]
)
def test_who_is_not_sure_to_have_done_it_is_not_said_to_have(read: Read, text: str) -> None:
    assert not {"The storm killed three", "The strike killed hopes"} & set(titles(read(text)).values())


@pytest.mark.parametrize(
    ("participle", "lemma", "past"),
    [
        ("reading", "read", "read"),
        ("feeding", "feed", "fed"),
        ("rebuilding", "rebuild", "rebuilt"),
        ("winding", "wind", "wound"),
        ("stopping", "stop", "stopped"),
    ],
)
def test_the_past_of_a_verb_is_the_one_it_has(participle: str, lemma: str, past: str) -> None:
    assert past_of(participle, lemma) == past
