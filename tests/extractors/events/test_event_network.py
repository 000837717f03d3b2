"""The score of an answer is of two words' vectors and of named features, and a chance lies between nought and one."""

import numpy as np
import pytest

from extractors.events.event_network import EventNetwork


def network() -> EventNetwork:
    """One of two answers, for vectors of one number: the first grows with the word, the second with its neighbour."""
    arrays = {
        "words": np.eye(2, dtype=np.float32),
        "words_bias": np.zeros(2, np.float32),
        "features": np.zeros((2, 2), np.float32),
        "weights": np.array([[1, 0], [-2, 0]], np.float32),
        "out": np.eye(2, dtype=np.float32),
        "bias": np.array([0.5, 0], np.float32),
    }
    return EventNetwork(arrays, ["past", "quoted"])


def vector(number: float) -> np.ndarray:
    return np.array([[number]], dtype=np.float32)


def test_each_answer_has_a_score_of_both_words() -> None:
    scores = network().scores(vector(9), vector(7), [[]])
    assert scores[0].tolist() == pytest.approx([9.5, 7.0])


def test_features_add_up_and_one_that_was_never_learned_counts_for_nothing() -> None:
    none, one, both, unheard = (
        network().scores(vector(0), vector(0), [names])[0, 0]
        for names in ([], ["past"], ["past", "quoted"], ["unheard of"])
    )
    assert none == unheard
    assert one - none == pytest.approx(1)
    assert both - none == pytest.approx(-1)


def test_a_chance_is_that_of_the_first_answer() -> None:
    half = network().chances(vector(0), vector(0), [["past"]])[0]
    assert half == pytest.approx(1 / (1 + np.exp(-1.5)))
    assert network().chances(vector(-99), vector(0), [["quoted"]])[0] < 0.2
