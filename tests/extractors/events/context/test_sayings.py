"""Who vouches for a word, of all who say something around it."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from extractors.events.context.event_context import read_event_context

Read = Callable[[str], Doc]


def speaker_of(doc: Doc, word: str) -> str:
    sayings = read_event_context(doc).sayings
    number = sayings.said_by(next(token.i for token in doc if token.text == word))
    return "" if number is None else sayings.all[number].speaker


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Officials said the crew knew that the ferry leaked.", "leaked"),
        ("Officials said the crew thought the ferry had sunk in May.", "sunk"),
    ],
)
def test_what_somebody_thinks_is_told_by_who_says_so(read: Read, text: str, word: str) -> None:
    assert speaker_of(read(text), word) == "Officials"


def test_who_is_said_to_have_told_it_vouches_for_it(read: Read) -> None:
    assert speaker_of(read("Rosa Lind said that Arvo Kesk claimed the ferry leaked."), "leaked") == "Arvo Kesk"


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Lind said the ferry, which belongs to a bank, had sunk in May.", "belongs"),
        ("Lind said he does not accept the court, which is weighing a new claim.", "weighing"),
        ("Lind demanded the release of the ships that lie in Oslund.", "lie"),
        ("Lind accused the firm of hiding the losses made in May.", "made"),
    ],
)
def test_an_aside_of_the_present_inside_what_is_said_is_the_papers_own(read: Read, text: str, word: str) -> None:
    assert not speaker_of(read(text), word)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Lind said the ferry, which belonged to a bank, had sunk in May.", "belonged"),
        ("Lind said the ferry that leaks would be sold.", "leaks"),
        ("“The ferry, which leaks, is old,” Lind said.", "leaks"),
    ],
)
def test_other_clauses_on_a_noun_are_said_with_the_rest(read: Read, text: str, word: str) -> None:
    assert speaker_of(read(text), word) == "Lind"
