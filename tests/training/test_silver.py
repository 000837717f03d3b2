"""Parses by machine: which are trees, and what a bare weekday in them dates."""

from __future__ import annotations

import pytest

from training.news_style import dated
from training.trees import ROOT, Tree, Word, is_tree


def words(*rows: tuple[str, str, int, str]) -> list[Word]:
    """Words with their part of speech, the place of their head and their relation."""
    return [Word(text, "", pos, "", "", head, dep) for text, pos, head, dep in rows]


@pytest.mark.parametrize(
    ("heads", "holds"),
    [([1, ROOT, 1], True), ([1, ROOT, ROOT], False), ([ROOT, 2, 1], False), ([1, 2, 0], False)],
    ids=["a tree", "two roots", "a ring beside the root", "a ring"],
)
def test_words_are_a_tree_if_all_hang_on_one_root(heads: list[int], holds: bool) -> None:
    assert is_tree(words(*(("word", "NOUN", head, "dep") for head in heads))) is holds


@pytest.mark.parametrize(("noun", "head"), [("ferry", 1), ("protest", 2)])
def test_a_weekday_behind_an_object_dates_the_verb_unless_the_object_happens(noun: str, head: int) -> None:
    tree = Tree(
        words(
            ("Crews", "NOUN", 1, "nsubj"),
            ("saw", "VERB", ROOT, "root"),
            (noun, "NOUN", 1, "obj"),
            ("Friday", "PROPN", 2, "nmod:unmarked"),
        )
    )
    assert dated(tree).words[3].head == head
