"""Cleaning takes away what deceives a terminal or an eye, and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.reading.cleaning import clean, clean_line

HARMLESS = st.characters(exclude_categories=["Cc", "Cs", "Cf", "Zl", "Zp", "Cn"])


@given(st.text(HARMLESS | st.sampled_from("\n\t")))
def test_harmless_text_comes_through_character_for_character(text: str) -> None:
    assert clean(text) == text


@given(st.text())
def test_nothing_is_left_that_a_terminal_obeys(text: str) -> None:
    cleaned = clean(text)
    assert all(character in "\n\t" or not (ord(character) < 32 or 127 <= ord(character) < 160) for character in cleaned)
    assert clean(cleaned) == cleaned
    cleaned.encode()


@pytest.mark.parametrize(
    ("dirty", "cleaned"),
    [
        ("one\r\ntwo\rthree\x0cfour\u2028five", "one\ntwo\nthree\nfour\nfive"),
        ("a \x1b[31mred\x1b[0m word", "a red word"),
        ("\ufeffthe admin\u00adistration\u200b left", "the administration left"),
        ("a \x1b[38;2;1;2;3mred\x1b[m word", "a red word"),
        ("\x1b]0;title\x07text", "text"),
        ("\x1b]8;;http://evil.example\x1b\\link\x1b]8;;\x1b\\", "link"),
        ("\x1b]52;c;ZXZpbA==\x07text", "text"),
        ("\x1bP1$qm\x1b\\text", "text"),
        ("\x9b31mred", "red"),
        ("\x1bctext\x1b(B", "text"),
        ("an unfinished \x1b]0;title\nand the next line", "an unfinished \nand the next line"),
        ("nul\0 bell\x07 back\x08 del\x7f", "nul bell back del"),
        ("user\u202egnp.exe\u202c and \u2066isolate\u2069", "usergnp.exe and isolate"),
        ("half \ud800 a pair", "half  a pair"),
        ("\n\n  kept  \n", "\n\n  kept  \n"),
        ("cafe\u0301 \u00a0 ﬁ", "cafe\u0301 \u00a0 ﬁ"),
    ],
)
def test_what_is_removed_and_what_stays(dirty: str, cleaned: str) -> None:
    assert clean(dirty) == cleaned


def test_a_title_is_one_line() -> None:
    assert clean_line(" A\n title\twith\x1b[1m marks ") == "A title with marks"


@pytest.mark.parametrize("start", ["\x90", "\x90a", "\x1bP", "\x1b]", "\x9b0", "\x1b ", "\x98\x1b"])
def test_a_million_unfinished_escape_sequences_are_cleaned_in_time_that_a_person_waits(start: str) -> None:
    assert not clean(start * 1_000_000).strip("a0] P")


def test_a_string_to_the_terminal_ends_where_another_begins() -> None:
    assert clean("one\x90two\x90three\x9cfour") == "onetwofour"
