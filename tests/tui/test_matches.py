"""Where the words of a filter stand in a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.matches import matches


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("Guaidó spoke; guaido left", ["GUAIDO"], ["Guaidó", "guaido"]),
        ("the ferry sank", ["ferry sank", "sank"], ["ferry sank"]),
        ("the\nferry", ["the  ferry"], ["the\nferry"]),
        ("Ｆｅｒｒｙ ﬁre", ["fire"], ["ﬁre"]),
        ("nothing", ["ferry", ""], []),
    ],
)
def test_a_word_is_found_whatever_its_case_and_accents(text: str, words: list[str], found: list[str]) -> None:
    assert [text[start:end] for start, end in matches(text, words)] == found


@given(st.text(), st.lists(st.text(max_size=3), max_size=3))
def test_what_is_found_lies_in_the_text_and_apart(text: str, words: list[str]) -> None:
    found = matches(text, words)
    ends = [at for span in found for at in span]
    assert ends == sorted(ends)
    assert all(0 <= start < end <= len(text) for start, end in found)
