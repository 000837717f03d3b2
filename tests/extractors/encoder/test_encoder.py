"""A text is read in windows that overlap, and every word has its place in the one it is asked of."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from extractors.encoder.encoder import LENGTH, STEP, Pieces, Vectors, encoder, vocabulary
from extractors.events.scenes.time_network import NETWORK

WORDS = vocabulary(NETWORK)


@given(st.lists(st.sampled_from(["ferry", "unaccountably", "\n\n", "Sat.", "1998"]), min_size=1, max_size=1500))
def test_each_word_stands_in_its_window_and_long_before_its_end_where_more_follows(words: list[str]) -> None:
    pieces = Pieces.of(words, WORDS)
    for at, word in enumerate(words):
        window = pieces.window(at)
        if not WORDS.split(word):
            continue
        place = pieces.place(at, window)
        assert place is not None
        assert pieces.within(window, WORDS)[place] == WORDS.split(word)[0]
        assert 1 <= place <= LENGTH
        if (window + 1) * STEP < len(pieces.numbers) - LENGTH:
            assert place <= LENGTH - 20


def test_a_window_is_never_longer_than_the_model_reads() -> None:
    pieces = Pieces.of(["sank"] * 2000, WORDS)
    windows = {pieces.window(at) for at in range(2000)}
    assert windows == set(range(max(windows) + 1))
    assert all(len(pieces.within(window, WORDS)) <= LENGTH + 2 for window in windows)
    assert pieces.firsts[-1] < max(windows) * STEP + LENGTH


def test_the_vector_of_a_word_is_of_what_stands_around_it_and_always_the_same() -> None:
    def vectors(text: str) -> Vectors:
        pieces = Pieces.of(text.split(), WORDS)
        found: Vectors = encoder(NETWORK).vectors(pieces, 0)[pieces.place(1, 0) or 0]
        return found

    bank = vectors("The bank of the river rose on Monday")
    assert np.array_equal(bank, vectors("The bank of the river rose on Monday"))
    assert not np.allclose(bank, vectors("The bank said its profits rose on Monday"), atol=0.1)
    assert np.isfinite(bank).all()
