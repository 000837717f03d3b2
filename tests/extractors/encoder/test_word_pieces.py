"""Words are split into the longest pieces of a vocabulary, whatever stands in them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.encoder.word_pieces import (
    CAPITAL,
    CAPITALS,
    END,
    MIXED,
    NUMBER,
    SMALL,
    START,
    UNKNOWN,
    WordPieces,
    shape,
)

VOCABULARY = [UNKNOWN, START, END, *"ferry ferr sank ##s ##ies ##y cafe . ' - $ 5 ##0".split()]


def split(word: str) -> list[str]:
    return [VOCABULARY[number] for number in WordPieces(VOCABULARY).split(word)]


@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        ("ferry", ["ferry"]),
        ("ferries", ["ferr", "##ies"]),
        ("Ferrys", ["ferry", "##s"]),
        ("Café", ["cafe"]),
        ("sank.", ["sank", "."]),
        ("$50", ["$", "5", "##0"]),
        ("ferry's", ["ferry", "'", UNKNOWN]),
        ("ferry’s", ["ferry", "'", UNKNOWN]),
        ("5—ferry", ["5", "-", "ferry"]),
        ("--", ["-"]),
        ("boat", [UNKNOWN]),
        ("ferrybx", [UNKNOWN]),
        ("\u200b\ufe0f", []),
        ("  ", []),
    ],
)
def test_the_longest_piece_that_fits_comes_first_and_what_none_fits_is_unknown(word: str, pieces: list[str]) -> None:
    assert split(word) == pieces


@given(st.text(max_size=80))
def test_every_text_has_pieces_of_the_vocabulary_alone(word: str) -> None:
    assert all(0 <= number < len(VOCABULARY) for number in WordPieces(VOCABULARY).split(word))


def test_a_word_without_end_is_one_unknown_piece() -> None:
    assert split("s" * 5000) == [UNKNOWN]


@pytest.mark.parametrize(
    ("word", "written"),
    [
        ("strike", SMALL),
        ("émigré", SMALL),
        ("NATO", CAPITALS),
        ("I", CAPITAL),
        ("Strike", CAPITAL),
        ("McKay", MIXED),
        ("iPhone", MIXED),
        ("1998", NUMBER),
        ("“", NUMBER),
        ("", NUMBER),
    ],
)
def test_how_a_word_is_written_is_told(word: str, written: int) -> None:
    assert shape(word) == written
