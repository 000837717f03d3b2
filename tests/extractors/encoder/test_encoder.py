"""A text is read in windows that overlap, and every word has its place in the one it is asked of."""

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import onnxruntime
import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc
from spacy.vocab import Vocab

from extractors.encoder.component import WordVectors, event_vectors, word_vectors
from extractors.encoder.encoder import LENGTH, STEP, WIDTH, Pieces, Vectors, encoder, vocabulary

WORDS = vocabulary()


@given(st.lists(st.sampled_from(["ferry", "unaccountably", "\n\n", "Sat.", "1998"]), min_size=1, max_size=1500))
def test_each_word_stands_in_its_window_and_long_before_its_end_where_more_follows(words: list[str]) -> None:
    pieces = Pieces(words, WORDS)
    for at, word in enumerate(words):
        window = int(pieces.windows[at])
        if not WORDS.split(word):
            assert not pieces.read[at]
            continue
        place = pieces.place(at, window)
        assert place >= 1
        assert pieces.within(window)[0][place] == WORDS.split(word)[0]
        assert place <= LENGTH
        if window < pieces.last:
            assert place <= LENGTH - 20


def test_a_window_is_never_longer_than_the_model_reads() -> None:
    pieces = Pieces(["sank"] * 2000, WORDS)
    assert set(pieces.windows.tolist()) == set(range(pieces.last + 1))
    assert all(len(part) <= LENGTH + 2 for window in range(pieces.last + 1) for part in pieces.within(window))
    assert pieces.place(1999, 0) < pieces.last * STEP + LENGTH


@pytest.mark.parametrize("words", [[], ["\n\n"], ["ferry"], ["sank", "\n"], ["\n", "sank"], ["s."] * 900 + ["\n"]])
def test_every_word_has_a_vector_and_white_space_an_empty_one(words: list[str]) -> None:
    vectors = encoder().vectors(words)
    assert vectors.shape == (len(words), 2 * WIDTH)
    assert [bool(row.any()) for row in vectors] == [not word.isspace() for word in words]


def test_the_vector_of_a_word_is_of_what_stands_around_it_and_always_the_same() -> None:
    def vectors(text: str) -> Vectors:
        found: Vectors = encoder().vectors(text.split())[1]
        return found

    bank = vectors("The bank of the river rose on Monday")
    assert np.array_equal(bank, vectors("The bank of the river rose on Monday"))
    assert not np.allclose(bank, vectors("The bank said its profits rose on Monday"), atol=0.1)
    assert np.isfinite(bank).all()


def test_a_word_has_another_vector_for_events_than_for_grammar() -> None:
    doc = WordVectors()(Doc(Vocab(), ["The", "ferry", "sank"]))
    assert word_vectors(doc).shape == event_vectors(doc).shape == (3, WIDTH)
    assert not np.allclose(word_vectors(doc)[2], event_vectors(doc)[2], atol=0.1)


def test_what_was_never_read_has_empty_vectors() -> None:
    doc = Doc(Vocab(), ["The", "ferry", "sank"])
    assert not word_vectors(doc).any()
    assert not event_vectors(doc).any()


def test_how_a_word_is_written_counts() -> None:
    assert not np.allclose(encoder().vectors(["May"]), encoder().vectors(["may"]), atol=0.1)


def test_a_word_without_end_is_read_by_its_first_pieces() -> None:
    assert len(Pieces(["-1" * 5000], WORDS).within(0)[0]) < 50


def test_the_runtime_tells_nobody_of_its_runs(tmp_path: Path) -> None:
    """Even one that would: it is silenced before it is imported, and a machine has no number of its own."""
    script = "from extractors.encoder.encoder import encoder; encoder().vectors(['ferry'])"
    kept = {name: value for name, value in os.environ.items() if name not in ("CI", "ORT_DISABLE_TELEMETRY")}
    homes = dict.fromkeys(("HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"), str(tmp_path))
    subprocess.run([sys.executable, "-B", "-c", script], env=kept | homes, check=True)
    assert list(tmp_path.rglob("*")) == []
    assert os.environ["ORT_DISABLE_TELEMETRY"] == "1"
    assert tuple(map(int, onnxruntime.__version__.split(".")[:2])) < (1, 29)
