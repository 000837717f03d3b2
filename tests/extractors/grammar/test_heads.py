"""Whatever the scores, the words of a sentence hang on one root, and on their best heads where those make a tree."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from extractors.encoder.encoder import Vectors
from extractors.grammar.heads import best_heads

SCORES = st.integers(1, 12).flatmap(
    lambda size: arrays(np.float32, (size, size), elements=st.floats(-20, 20, width=32))
)


def scores_of(*pairs: tuple[int, int], size: int) -> Vectors:
    """Of child and head, those pairs high and all others low."""
    found = np.zeros((size, size), dtype=np.float32)
    for child, head in pairs:
        found[child, head] = 5
    return found


@given(SCORES)
def test_every_word_reaches_the_only_root(scores: Vectors) -> None:
    heads = best_heads(scores)
    roots = [at for at, head in enumerate(heads) if head == at]
    assert len(roots) == 1
    for start in range(len(heads)):
        at = start
        for _ in heads:
            at = heads[at]
        assert at == roots[0]


@given(st.integers(1, 12), st.randoms())
def test_best_heads_that_make_a_tree_are_kept(size: int, chance: np.random.Generator) -> None:
    tree = [0, *(chance.randrange(at) for at in range(1, size))]  # type: ignore[attr-defined]
    assert best_heads(scores_of(*enumerate(tree), size=size)) == tree


def test_of_two_roots_the_surer_one_stays() -> None:
    scores = scores_of((0, 0), (1, 1), (2, 1), size=3)
    scores[0, 1] = 4
    assert best_heads(scores) == [1, 1, 1]


def test_a_circle_is_opened_where_that_costs_least() -> None:
    scores = scores_of((0, 0), (1, 2), (2, 1), size=3)
    scores[2, 0] = 4
    assert best_heads(scores) == [0, 2, 0]


@pytest.mark.parametrize("size", [1, 2, 300])
def test_words_that_are_all_alike_make_a_tree_too(size: int) -> None:
    heads = best_heads(np.zeros((size, size), dtype=np.float32))
    assert sum(head == at for at, head in enumerate(heads)) == 1
